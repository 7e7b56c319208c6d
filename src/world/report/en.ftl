# The tool's own words, besides those of the rules (rules/en.ftl). No id may be missing in es.ftl.


## Diagnostics

severity-error = error
severity-warning = warning
severity-note = note
help = help
did-you-mean = did you mean “{ $text }”?
write-instead = write it like this:
leave-out = leave this out:
related = see here too
crowd-times = { $count } ×
crowd-extent = { $count } times{ $files ->
    [0] {""}
    [one] {" in"} { $files } file
   *[other] {" in"} { $files } files
}.
crowd-more = … and { $count } more
crowd-others = more of the same kind
crowd-ranking = In all: { $rules }. Of what is counted together, the first places are shown; “--format json” lists every one.
tally-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
tally-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
tally-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
nothing-wrong = Nothing is wrong.


## campaign explain

explain-why = Who is hurt:
explain-fix = What to do:
explain-severity = How bad it is: { $severity }.
explain-fixed = The rule protects people, so no campaign can change it.
explain-adjustable = A campaign may decide otherwise in campaign.toml:
unknown-rule-name = There is no rule “{ $name }”.
    .fix = Copy the name from the square brackets of the report, such as “campaign explain unknown-audience”.
unknown-rule-close = There is no rule “{ $name }”; did you mean “{ $close }”?

# What stands in a message for what a fault fills in.
variable-scope = extent
variable-files = so many
variable-found = found
variable-count = so many
variable-kind = kind
variable-percent = share
variable-second = other score
variable-index = formula
variable-score = score
variable-status = status
variable-total = so many
variable-target = target
variable-address = address
variable-archive = address of a copy
variable-argument = argument
variable-background = colour
variable-budget = so much
variable-byte = byte
variable-character = character
variable-country = country
variable-date = day
variable-days = so many
variable-destination = address
variable-edition = edition
variable-element = element
variable-encoding = encoding
variable-entry = entry
variable-expected = kind
variable-from = language
variable-height = height
variable-lacks = both
variable-limit = limit
variable-locale = language
variable-megapixels = so many
variable-name = name
variable-other = name
variable-number = number
variable-output = file
variable-page = page
variable-others = number
variable-part = part
variable-ratio = so much
variable-reason = reason
variable-requests = so many
variable-route = address
variable-scheme = light or dark
variable-shade = shade
variable-side = so many
variable-size = size
variable-value = value
variable-variable = variable
variable-what = text
variable-width = width
variable-written = text
variable-word = word


## campaign build

build-summary =
    { $editions ->
        [one] { $editions } edition
       *[other] { $editions } editions
    }, { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    } ({ $size }) in { $seconds } s.
build-unchanged = { $count ->
    [one] { $count } file is as it was.
   *[other] { $count } files are as they were.
}
build-published = Published in { $folder }.
build-partial = { $count ->
    [one] One other edition is not in it: do not put it online in place of all.
   *[other] { $count } other editions are not in it: do not put it online in place of all.
}
build-drafts = Drafts are in it: build again without --drafts before you put it online.
build-refused = Nothing was published; what was there before is untouched.
pseudo-done = { $count } files in { $folder }/, to look at and never to publish. Words without accents could not be translated; what has no bracket at its end was cut off.
build-progress = { $done } of { $total } files

## campaign serve

serve-started = { $folder } is ready after { $milliseconds } ms.
serve-address = The site: { $address }
serve-workbench = The workbench: { $address }
serve-stop = It follows every change. Ctrl-C ends it.
serve-port-taken = Port { $port } is taken, so it is the next one that is free.
serve-line = { $files }: shown after { $milliseconds } ms, { $errors ->
    [0] nothing stops a build
    [one] { $errors } error
   *[other] { $errors } errors
}.
serve-line-overtaken = { $files }: shown after { $milliseconds } ms; something changed again before everything was checked.
serve-impaired-because = { $reason ->
    [watch-limit] The system does not let more files be watched (its limit is reached), so they are looked at several times a second instead.
   *[other] The system does not tell of changes ({ $reason }), so the files are looked at several times a second instead.
}

serve-title = Workbench
serve-skip = Skip to the board
serve-board = Pages and editions
serve-board-hint = Each row is a page, each column an edition: a language for an audience. Choose a cell to see the page.
serve-filter = Filter by title or folder
serve-show = Show
serve-show-all = everything
serve-show-missing = what is missing or outdated
serve-show-faults = what has faults
serve-page = Page
serve-compare = Side by side
serve-compare-hint = Choose editions to read side by side. They scroll together, block by block, and what only one of them has is marked.
serve-width = Width
serve-wide = wide
serve-tablet = tablet
serve-phone = telephone
serve-print = paper
serve-no-script = without JavaScript
serve-diagnostics = What is wrong
serve-changes = What the last change changed
serve-source-hint = Choose a block of the page to open its line in your editor.
serve-translated = translated
serve-reviewed = reviewed
serve-machine = machine-made
serve-outdated = outdated
serve-left-out = left out on purpose
serve-there = original
serve-original = the original stands in
serve-missing = translation missing
serve-absent = not in this edition
serve-errors = errors
serve-warnings = warnings
serve-all-well = Nothing is wrong.
serve-why = Who is hurt
serve-fix = What to do
serve-nothing-changed = No page reads differently.
serve-further = Show further pages
serve-more = more are not shown here; “campaign check” lists them all.
serve-elsewhere = Elsewhere
serve-open-source = Open in the editor
serve-editor-missing = No editor is known. Set VISUAL before you start campaign serve, or write editor = "vscode://file/{"{"}path{"}"}:{"{"}line{"}"}" under [serve] in campaign.toml.
serve-editor-failed = The editor did not start.
serve-kept = This is the page as it last was without faults.
serve-close = Close
serve-working = Looking at everything…
serve-looking = Files are looked at several times a second, as you asked.
serve-impaired = The system does not tell of changes, so files are looked at several times a second.
serve-exit = The exit control leads to
serve-exit-normal = Back leads to the pages of this visit again.
serve-exit-single = The visit is one entry of the tab's history, so Back shows what was there before.
serve-no-exit = This edition has no exit control.
serve-left = The visitor has left for
serve-leads = This leads out of the site, to
serve-only-here = Blocks that only this one has
serve-offline = No connection to campaign serve.


## campaign check --online

no-network = No other site answers, so nothing is known of the links to them.
    .fix = Check this machine's connection to the network, then try again.


## campaign verify

verified = { $count ->
    [one] The file is as it was published.
   *[other] All { $count } files are as they were published.
}
nothing-published = Nothing was published in { $folder } yet.
    .fix = Run “campaign build” first, or name the folder that was published with --output.
no-such-folder = There is no folder { $folder }.
    .fix = Name the folder that the site was put into, or its address: https://example.org.
unverifiable-address = “{ $value }” is not the address of a site.
    .fix = Write it whole and without a question mark, such as https://example.org/help.
cannot-verify = { $reason ->
    [host] No host has the name in { $address }, or there is no network.
    [time] The host at { $address } does not answer in time.
    [certificate] The connection to { $address } is not secure.
    [no-tls] This program was built without secure connections, so { $address } cannot be read.
   *[connection] The host at { $address } does not answer.
    }
    .fix = Open the address in a browser. If it shows there, try again with more time: --timeout 60.


## campaign headers

report-not-ours = { $path } is something else than a safety report.
    .fix = It was not touched. Choose another name, or move the file elsewhere.
unknown-audience-name = There is no audience “{ $name }”.
    .fix = The audiences of this campaign are: { $known }.
headers-nginx = Save these lines as campaign.conf outside the published folder, and write into the server block of the site: include /etc/nginx/campaign.conf;
headers-caddy = Save these lines as campaign.caddy outside the published folder, and write into the block of the site, after its root: import campaign.caddy
headers-github-pages =
    GitHub Pages sends its own headers and cannot be told to send others.
    What holds there, because it stands in every page: the Content-Security-Policy (without frame-ancestors) and no-referrer.
    What is lost there: no other site may frame a page (frame-ancestors, X-Frame-Options); nosniff; Permissions-Policy; the isolation of COOP and CORP; HSTS; and no-store, so that copies of discreet pages stay on the device for ten minutes and in its cache.
    A page for missing addresses is found at the root of the site only, in one language.
    GitHub says that it may keep the network addresses of visitors.
    For an edition that somebody may be watched reading, choose another host.


## campaign where

where-typed = { $fact } is typed in { $place }.
where-shown = { $count ->
    [0] No page names it.
    [one] { $count } place names it:
   *[other] { $count } places name it:
}
where-files = { $count ->
    [0] No file carries it.
    [one] { $count } file carries it:
   *[other] { $count } files carry it:
}
unknown-fact = No register has “{ $name }”.
    .fix = Write hotline: or claim: and the name from content/hotlines.toml or content/claims.toml, such as hotline:nhth.
unknown-fact-close = No register has “{ $name }”; did you mean “{ $close }”?


## campaign new

new-done = Made { $files }.
    They are drafts, which nobody sees but you: “campaign serve --drafts” shows them. When a text is ready, delete its line “draft = true”.
new-original = Write the page below, then delete the next line: until then nobody sees it.
new-translation = To translate: this page in “{ $name }”. Delete the next line when it is done, not before.
page-there = { $path } is there already.
    .fix = Nothing was made. Write in the file that is there, or choose another name.
invalid-page-name = “{ $name }” cannot be the folder of a page.
    .fix = Use small letters, digits and hyphens, with / between folders, such as rights/u-visa.
invalid-page-name-close = “{ $name }” cannot be the folder of a page; did you mean “{ $close }”?
    .fix = Use small letters, digits and hyphens, with / between folders, such as rights/u-visa. The title may have any letters: --title.


## campaign translate

several-originals = An XLIFF file has one language to translate from, and { $path } is written in another one.
    .fix = Name the pages to export, or export as PO.
exported = { $count ->
    [one] { $count } text
   *[other] { $count } texts
} in { $path }, { $open ->
    [0] all of them translated already.
    [one] one of them without a translation.
   *[other] { $open } of them without a translation.
}
nothing-open = There is nothing to translate: no text is missing, left as it was or a draft. “--all” writes what is translated already.
export-there = { $path } is there already.
    .fix = It was not touched: a translator may have worked on it. Choose another name, or move the file elsewhere.
imported = { $count ->
    [0] Nothing has changed.
    [one] { $count } text changed in { $files ->
        [one] one file
       *[other] { $files } files
    }.
   *[other] { $count } texts changed in { $files ->
        [one] one file
       *[other] { $files } files
    }.
}{ $open ->
    [0] {""}
    [one] {" "}One text has no translation yet.
   *[other] {" "}{ $open } texts have no translation yet.
}
import-refused = Nothing was changed: the file is taken as a whole or not at all.
changed-meanwhile = Somebody changed { $path } at this moment.
    .fix = Nothing was changed. Import again.
unknown-locale-name = This campaign has no language “{ $name }”.
    .fix = Its languages are: { $known }.
unknown-page-name = There is no page “{ $name }”.
    .fix = Write its folder below content, such as rights/t-visa.


## campaign readability

readability-line = { $state ->
    [harder] { $path }: { $index } { $score }, harder than the { $accepted } that was accepted
    [easier] { $path }: { $index } { $score }, easier than the { $accepted } that was accepted
    [new] { $path }: { $index } { $score }, not accepted yet
   *[same] { $path }: { $index } { $score }, as accepted
}
readability-none = No page has enough words to be measured.
readability-accepted = { $count ->
    [0] Nothing has changed in readability.lock.
    [one] { $count } page in readability.lock; keep it in git.
   *[other] { $count } pages in readability.lock; keep it in git.
}
readability-harder = { $count ->
    [one] { $count } page has become harder to read. Name it to accept that, with the reason:
   *[other] { $count } pages have become harder to read. Name them to accept that, with the reason:
} campaign readability accept PAGE --because "…"
because-missing = { $path } has become harder to read, and accepting that needs a reason.
    .fix = Write it behind --because, for whoever asks later: --because "the words of the law are explained".
readability-unreadable = readability.lock has lines that nobody can read, and they would be lost. Nothing was changed.
    .fix = Remove them first: “campaign check” shows where they are.


## The command line

no-campaign = There is no campaign.toml in { $folder } or in a folder above it.
    .fix = Go to the folder of your campaign and try again, or start a new one with “campaign init”.
unknown-edition = No edition matches “{ $pattern }”.
    .fix = The editions of this campaign are: { $known }.
invalid-date = The date “{ $value }” does not exist.
    .fix = Write year, month and day: 2026-11-24.
invalid-address = The address “{ $value }” cannot be used as a base address.
    .fix = Write a whole address such as https://example.org.

output-is-empty = The output folder has no name.
    .fix = Name a folder that holds nothing else, such as --output public.
output-is-root = The output folder cannot be { $folder }, the campaign itself.
    .fix = Name a folder that holds nothing else, such as --output public.
output-contains-sources = The output folder { $folder } contains the campaign's own files.
    .fix = Publishing there could delete them. Name a folder that holds nothing else, such as --output public.
output-inside-sources = The output folder { $folder } lies inside the campaign's own files.
    .fix = Name a folder outside content/, locales/ and themes/, such as --output public.
output-not-ours = The output folder { $folder } holds files that campaign did not write: { $files }.
    .fix = They were not touched. Move them elsewhere, or name another folder.
output-is-link = The output folder { $folder } is a link to another place, or lies behind one.
    .fix = Name the place itself.
output-is-file = The output folder { $folder } is a file.
    .fix = Name a folder, or move the file elsewhere.


## The machine

busy = Another build of this campaign is running.
    .fix = Wait until it is done, then try again.
cannot-read = Reading { $path } failed: { $reason }.
    .fix = Check that it is there and that you are allowed to open it.
cannot-write = Writing { $path } failed: { $reason }.
    .fix = Check that the disk has room and that you are allowed to write there. What was published before is untouched.
cannot-rename = Putting { $path } in its place failed: { $reason }.
    .fix = Check that you are allowed to write in the folder around it, then build again.
cannot-remove = Removing { $path } failed: { $reason }.
    .fix = Close the programs that use it, then build again.
cannot-lock = Locking { $path } failed: { $reason }.
    .fix = Check that you are allowed to write in the campaign's folder.
cannot-watch = Watching { $path } for changes failed: { $reason }.
    .fix = Start campaign serve again.
cannot-listen = Listening at { $address } failed: { $reason }.
    .fix = Another program may be using it. Choose another port with --port.
internal-bug = This is a bug in campaign, not a fault of yours.
    .fix = Nothing was published; what was there before is untouched. Please report the lines that begin with “panicked”, and say what you were doing.


## What --help says

cli-about = Bilingual awareness campaigns as one static site for each audience and language
cli-build = Publish every edition
cli-check = Find everything that would hurt a reader; write nothing
cli-audit = Say what was promised to visitors and whether it is kept, in English and Spanish
cli-report = The file to write the report to; the terminal if not given
cli-headers = Print what a host must be told, such as which headers to send
cli-verify = Compare what is deployed with what was built
cli-place = The folder or address (https://…) that the site was put to
cli-online = Ask other sites whether they still have what the campaign links to
cli-timeout = How long to wait for each answer of a host
cli-host = The host, such as nginx or github-pages
cli-audience = The one audience whose folder is put on the host alone
cli-serve = Show every edition live at one address of this machine
cli-port = The port to listen at; the next free one when it is taken
cli-open = Open the browser
cli-poll = Look for changes again and again instead of being told; for network drives
cli-explain = Say why a rule exists, who is hurt, and how to mend it
cli-where = List every page, edition and file that carries a hotline or a figure
cli-fact = What to look for, such as hotline:nhth or claim:t-visa-limit
cli-rule = The name of a rule, such as unknown-audience; without it, all rules are listed
cli-edition = Only these editions, such as survivors/es or '*/es'; may be given several times
cli-drafts = Take in pages that are marked as drafts
cli-date = The day to build for instead of today
cli-base-url = The address to publish under instead of the one in campaign.toml
cli-root = The folder of the campaign; the current one or the nearest above it if not given
cli-output = The folder to publish into instead of public
cli-lang = The language of messages
cli-format = Whom reports are for
cli-pseudo = Build into pseudo/ as if translated into a language that nobody speaks: shows what cannot be translated and what does not fit
cli-readability = Say how easy each page is to read, and accept how it is
cli-easier = Record how easy the pages are to read: those that are new or easier, and harder ones that are named
cli-accepted-pages = The folders of pages that may be harder than they were, such as rights/t-visa
cli-because = Why they may be harder
cli-quiet = Tell errors only
cli-init = Begin a new campaign
cli-translate = Send texts to translators, and take them back
cli-export = Write what is to be translated into a file for translators
cli-import = Take what a translator sent back into the pages: all of it or nothing
cli-status = Say how far every translation is, and whether each edition may be published
cli-board = The file to write the board to; the terminal if not given
cli-next = Say what to do now in one language, the most important first
cli-accept-all = Every translation that is no draft
cli-all-tasks = Everything there is to do, not only the first of it
cli-accept = Say that a translation says what its original says
cli-accepted = The folders of pages, such as rights/t-visa, or of messages, such as locales/es
cli-in = The language of the translations; every one that the page has, if not given
cli-reviewed-by = The name of the second person, who has read all of it
cli-locale = The language to translate into, such as es
cli-all = Also what is translated already, not only what is missing, left as it was or a draft
cli-pages = The folders of pages, such as rights/t-visa; all pages if not given
cli-kind = What kind of file: po (gettext) or xliff (2.1)
cli-new = Begin a page in every language at once, as drafts
cli-page = The folder of the page, such as rights/u-visa
cli-title = The title of the page; made of its folder if not given
cli-exported = The file to write; the terminal if not given
cli-returned = The file that came back
cli-folder = The folder of the new campaign; the current one if not given
init-done = A new campaign is in { $folder }. Go there and try: campaign build
already-there = “{ $path }” is there already.
    .fix = Nothing was written. Choose an empty folder.
cli-help = Print this help
cli-version = Print the version
cli-heading-usage = Usage:
cli-heading-commands = Commands:
cli-heading-arguments = Arguments:
cli-heading-options = Options:
cli-word-options = OPTIONS
cli-word-command = COMMAND
cli-known = [possible values: { $values }]
cli-default = [default: { $values }]
unexpected-argument = There is no argument “{ $argument }” here.
    .fix = { $suggestion ->
        [none] Add --help to the command to see what it takes.
       *[other] Perhaps { $suggestion } was meant. Add --help to the command to see what it takes.
    }
unknown-command = There is no command “{ $command }”.
    .fix = { $suggestion ->
        [none] Type campaign --help to see what there is.
       *[other] Perhaps { $suggestion } was meant. Type campaign --help to see what there is.
    }
argument-missing = Something is missing: “{ $argument }”.
    .fix = Add it, or add --help to the command to see what it takes.
arguments-conflict = { $argument } and { $other } cannot go together.
    .fix = Leave one of them out.
argument-is-no-text = What was typed holds bytes that are no text.
    .fix = Type it again, in UTF-8.
argument-without-value = { $argument } needs a value.
    .fix = Write the value behind it.
value-is-none-of = “{ $value }” cannot stand for { $argument }.
    .fix = It takes one of these: { $known }.
value-is-impossible = “{ $value }” cannot stand for { $argument }.
    .fix = Add --help to the command to see what it takes.
