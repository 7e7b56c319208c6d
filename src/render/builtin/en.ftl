# What the tool says to readers in English. Any of it can be overridden: write a message of the
# same name in locales/en/ of the campaign or of its theme.

campaign-title = Campaign
campaign-description = Information and help.

## Parts of a page

skip-to-content = Skip to content
on-this-page = On this page
breadcrumb-label = You are here
main-menu = Main menu
footer-menu = More links
language-menu = Language
audience-menu = Who this is for
home = Home
previous = Previous
next = Next

alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution

footnotes = Notes
# The number of the note follows.
footnote-back = Back to the text of note

task-done = Done
task-open = To do

## Lists

topics = Topics
topic-list-title = All topics
# $topic: the name of the topic
topic-title = Topic: { $topic }

# $count: how many entries
entries = { $count ->
    [0] No entries
    [one] { $count } entry
   *[other] { $count } entries
}

# $number: which page of the list; $total: how many pages there are
page-of = Page { $number } of { $total }
previous-page = Previous page
next-page = Next page

## Dates and length

# $date: the day
published-on = Published { DATETIME($date, dateStyle: "long") }
updated-on = Updated { DATETIME($date, dateStyle: "long") }
reviewed-on = Reviewed { DATETIME($date, dateStyle: "long") }

# $minutes: how long it takes to read
reading-minutes = { $minutes ->
    [one] { $minutes } minute to read
   *[other] { $minutes } minutes to read
}

## Hotlines

# $date: the day on which somebody last called the line and asked
hotline-verified = We checked this number on { DATETIME($date, dateStyle: "long") }.
hotline-not-verified = We have not checked this number recently. It may have changed.

## Choosing a language or an edition

choose-language = Choose your language
choose-audience = Who is this for?
# $language: the name of the language that the page is shown in
translation-missing = This page has not been translated into English yet. You are reading it in this language: { $language }.

## Pages that are not there

not-found-title = Page not found
not-found-text = There is no page at this address. It may have moved, or the address may be wrong. You can start again from the home page.
moved-title = This page has moved
moved-text = This page has a new address. If nothing happens, follow this link.

## Feeds

# $title: the name of the campaign
feed-title = News from { $title }
feed-link = Follow the news feed

# What languages are called, where it is said which are spoken on a line.
language-ar = Arabic
language-de = German
language-en = English
language-es = Spanish
language-fa = Persian
language-fr = French
language-hi = Hindi
language-ht = Haitian Creole
language-ko = Korean
language-mix = Mixtec
language-my = Burmese
language-nah = Nahuatl
language-pt = Portuguese
language-quc = K’iche’
language-ru = Russian
language-th = Thai
language-tl = Tagalog
language-uk = Ukrainian
language-ur = Urdu
language-vi = Vietnamese
language-zap = Zapotec
language-zh = Chinese

# What countries are called, where it is said which country a line is in.
country-ar = Argentina
country-ca = Canada
country-co = Colombia
country-cr = Costa Rica
country-cu = Cuba
country-do = Dominican Republic
country-ec = Ecuador
country-es = Spain
country-gt = Guatemala
country-hn = Honduras
country-ht = Haiti
country-mx = Mexico
country-ni = Nicaragua
country-pa = Panama
country-pe = Peru
country-sv = El Salvador
country-us = United States
country-ve = Venezuela

## The lines to call, for the directories of others

directory-unverified = not confirmed since { $date }
directory-interpreter = Other languages through an interpreter.
