### What `campaign status` and `campaign translate next` say.

status-title = How far the translations are
status-pages = Pages
status-page = Page
status-edition = Edition
status-demands = Before it is published
status-lagging = Behind their originals, or changed since they were reviewed

status-original = original
status-reviewed = reviewed
status-translated = translated
status-machine = machine-made
status-outdated = outdated
status-wrong-language = in another language
status-draft = draft
status-missing = missing
status-absent = absent on purpose

status-count-original = { $count } original
status-count-reviewed = { $count } reviewed
status-count-translated = { $count } translated
status-count-machine = { $count } machine-made
status-count-wrong-language = { $count } in another language
status-count-outdated = { $count } outdated
status-count-draft = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
status-count-missing = { $count } missing
status-count-absent = { $count } absent on purpose

status-demand-complete = complete
status-demand-fresh = fresh
status-demand-human = human
status-demand-reviewed = reviewed

status-gate-complete = { $count ->
    [0] Complete: every page is there.
    [one] Not complete: one page is missing.
   *[other] Not complete: { $count } pages are missing.
}
status-gate-fresh = { $count ->
    [0] Fresh: everything says what its original says.
    [one] Not fresh: one translation is outdated, or nobody knows.
   *[other] Not fresh: { $count } translations are outdated, or nobody knows.
}
status-gate-human = { $count ->
    [0] Human: nothing is as a machine made it.
    [one] Not human: one page is as a machine made it.
   *[other] Not human: { $count } pages are as a machine made them.
}
status-gate-reviewed = { $count ->
    [0] Reviewed: a second person has read everything.
    [one] Not reviewed: one page waits for a second person.
   *[other] Not reviewed: { $count } pages wait for a second person.
}

status-pages-left = { $open ->
    [0] { $others ->
        [0] Nothing is left to do.
       *[other] Every page is there, but not all is well, as is said below.
    }
    [one] Something is left to do on one page.
   *[other] Something is left to do on { $open } pages.
} { $done ->
    [0] { "" }
    [one] One page is as far as is asked of it.
   *[other] { $done } pages are as far as is asked of them.
}
status-messages = { $count ->
    [one] In { $folder } one message is older than its original.
   *[other] In { $folder } { $count } messages are older than their originals.
}
status-untracked = { $count ->
    [one] Nobody keeps track of one translation: if its original changes, nothing will tell.
   *[other] Nobody keeps track of { $count } translations: if their originals change, nothing will tell.
} Once they say what their originals say: campaign translate accept --all
status-unreadable = { $count ->
    [one] A line of translations.lock cannot be trusted, so more may be outdated than is seen. See: campaign check
   *[other] { $count } lines of translations.lock cannot be trusted, so more may be outdated than is seen. See: campaign check
}
status-foreign = { $count ->
    [one] One page is in another language than its file says. See: campaign check
   *[other] { $count } pages are in another language than their files say. See: campaign check
}
status-texts = { $count ->
    [one] one text
   *[other] { $count } texts
}

next-none = Nothing to do in { $name }.
next-count = { $count ->
    [one] One thing to do in { $name }:
   *[other] { $count } things to do in { $name }, the most important first:
}
next-more = { $count ->
    [one] … and one more. All of it: --all
   *[other] … and { $count } more. All of it: --all
}
next-update = The original has changed: bring the translation up to date.
next-replace = It is in another language than its file says, so its readers cannot read it: translate it.
next-translate = There is no translation yet. The original is { $original }.
next-finish = The translation is a draft: finish it, then delete “draft”.
next-rework = A machine made it: go through all of it, then delete “origin”.
next-review = It waits for a second person who reads it.
next-accept = Nobody has said yet that it says what its original says: compare them.
next-critical = critical
next-gated = keeps an edition from being published
next-original-says = the original says now:
next-before = before: { $text }
next-changed = changed since it was reviewed:
next-removed = { $count ->
    [one] The original no longer has one text that this was made from.
   *[other] The original no longer has { $count } texts that this was made from.
}
next-then = Then: { $command }

accepted = { $path }: { $count ->
    [one] one text accepted
   *[other] { $count } texts accepted
}{ $unread ->
    [0] .
    [one] {""}; one text waits for the reviewer.
   *[other] {""}; { $unread } texts wait for the reviewer.
}
accepted-in-all = { $count ->
    [one] One translation says what its original says
   *[other] { $count } translations say what their originals say
}{ $rest ->
    [0] .
    [one] {""}; of one of them that was known already.
   *[other] {""}; of { $rest } of them that was known already.
} translations.lock belongs into git.
lock-unreadable = translations.lock has lines that nobody can read, and they would be lost. Nothing was changed.
    .fix = Mend or remove the lines that are named above, then try again.
accept-draft = { $path } is a draft.
    .fix = When it is finished, delete “draft” in its head. Then accept it.
nothing-to-accept = There is no translation of “{ $name }” to accept.
    .fix = Look which there are with: campaign status. A page that is not translated yet: campaign translate next, with the language.
own-review = { $path } was translated by the one who is named as its reviewer.
    .fix = Nobody sees their own mistakes. Let somebody else read it, and give their name after --reviewed-by.
accepted-but-foreign = { $count ->
    [one] One page was left out: it is in another language than its file says.
   *[other] { $count } pages were left out: they are in another language than their files say.
} See: campaign check
accept-foreign = { $path } is in another language than its file says.
    .fix = Translate it first. What is wrong is shown by: campaign check
