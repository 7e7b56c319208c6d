# The words of the theme faro. A campaign may write any of them anew in its own locales/.
# $audience may be used to select in every message.

## Around the page

skip-to-content = Skip to content
menu = Menu
menu-label = Main menu
language-label = Language
# After the name of a language into which this page is not translated: the link leads to that language's first page.
language-start = (start page)
breadcrumb-label = You are here
on-this-page = On this page
# Between the parts of a list, and between the clauses of one.
list-separator = { ", " }
clause-separator = { "; " }

## The way out, in editions that have one

exit-label = Leave now
# In the tab and on the empty page while the other page loads. Nothing of the topic may show here.
exit-loading = Loading
# Read aloud after the first press of the Shift key.
exit-press-two = Shift. Press 2 more times to leave.
# Read aloud after the second press.
exit-press-one = Shift. Press 1 more time to leave.
# Read aloud when the next press takes too long.
exit-expired = Time is up for leaving with Shift: start again.
# On every page that has a way out.
exit-history = Leaving does not erase this page from the list that your device keeps.
# After that sentence: a link to the page on using the guide safely.
safety-link = How to read this with care
# At the top of each page that has an exit: the same link in two words.
safety-short = Stay safe

## The page

# $language is the name of the language that the page is shown in.
translation-missing = This page has not been translated yet. It is shown in its original language: { $language }.
# $date is a day.
reviewed-on = Reviewed on { $date }.
law-note = About the law ({ $place }), as it was read on { $date }. Ask what has changed since then. This is information, not legal advice.
# $date is a day.
updated-on = Updated on { $date }.
topic = Topic
topics = Topics
# $count is a number of pages.
page-count = { $count ->
    [one] One page
   *[other] { $count } pages
}
in-this-part = In this section
all-pages = All pages
sequel-label = Previous and next page
previous = Previous
next = Next
pager-label = Pages of this list
pager-previous = Previous page
pager-next = Next page
pager-position = Page { $number } of { $total }

## Home

audiences-title = What brings you here?

## To take along

# $format is a format of files, such as PDF; $size its weight in kilobytes.
download = Download ({ $format }, { $size } kB)
download-print = To have it on paper, print this page from the menu of your browser: the text and the numbers come out, without the menus.

## Lines to call

help-title = Who to call
help-text = You will find these lines on every page.
hotline-answers = Who answers
hotline-hours = Hours
hotline-languages = Languages
hotline-sharing = What they share
hotline-interpreter = others through an interpreter
hotline-free = The call is free.
# $date is a day.
hotline-confirmed = Confirmed on { $date }.
# $date is a day.
hotline-stale = Not confirmed since { $date }: it may have changed.
# The same behind a line in a sentence. $date is a day.
hotline-stale-short = (not confirmed since { $date })
# $zone is the name of a time zone, such as America/Mexico City.
hotline-zone = by the clock of { $zone }
hotline-demonstration = Shown as a demonstration.
# What the button does. $kind is one of: voice, text, whatsapp, chat, tty, email, web, in-person.
channel-verb = { $kind ->
    [voice] Call
    [tty] Call by TTY
    [text] Send a text
    [whatsapp] Write
    [chat] Open the chat
    [email] Write
   *[other] Open
}
# $kind is one of: voice, text, whatsapp, chat, tty, email, web, in-person.
channel-name = { $kind ->
    [voice] Call
    [tty] TTY
    [text] Text
    [whatsapp] WhatsApp
    [chat] Chat on their website
    [email] E-mail
    [in-person] In person
   *[other] Website
}
# $keyword is a word to send, $number where to.
channel-keyword = Text { $keyword } to { $number }

## Figures and where they come from

sources-title = Sources of the figures on this page
# What a screen reader says of the number behind a figure. $number is a number.
source-mark = source { $number }
source-link = Read it
source-archive = Copy that does not change
# $date is a day.
source-accessed = Read on { $date }.
# $date is a day.
source-confirmed = Seen on { $date }.
# $figures are figures, with semicolons between them.
source-figures = For: { $figures }

## When a page is not there

not-found-title = This page is not here
not-found-text = The address may have changed. Nothing on your device is wrong.
not-found-home = Go to the first page
# $title is the title of the page that moved.
redirect-link = Go to “{ $title }”

## The foot of the page

footer-about = About this site
footer-audiences = For other readers
# Who publishes the site. $site is its title. A campaign usually gives its own text.
organisation = { $site }
organisation-note = { $site } publishes this site.
