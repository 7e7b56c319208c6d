# What each rule of rules.rs says. A message names the fault in one clause, `.why` says who is hurt,
# `.fix` what to do, `.also` labels a second place. No rule may be missing in es.ftl.


## campaign.toml

missing-settings = There is no campaign.toml.
    .why = campaign.toml says for whom and in which languages the site is made. Without it nobody gets a page.
    .fix = Go to the folder of your campaign and try again, or start a new one with “campaign init”.

broken-syntax = The file breaks the rules of its format (TOML or YAML) here.
    .why = The tool cannot tell what you meant, and a guess would reach readers.
    .fix = Look near the marked place for a missing quotation mark, bracket or equals sign. Texts stand between straight quotation marks: title = "Get help".

duplicate-key = “{ $name }” is set twice in this file.
    .why = Only one of the two would count, and nobody could say which. In a register that is the wrong number.
    .fix = Give the second one its own name, or delete it.

impossible-date = The day { $value } does not exist.
    .why = The tool cannot tell from when this is, and something old would be shown as if it were new.
    .fix = Write a day that the calendar has, year first: 2026-11-24.

unknown-key = There is no setting called “{ $name }” here.
    .why = A misspelt setting has no effect: a page that should stay a draft would be published.
    .fix = Correct the spelling, or delete the line.

misplaced-key = “{ $name }” stands inside [extra], where it has no effect.
    .why = The page would be published for everybody, although it is for some people only or not finished.
    .fix = Move the line up, before [extra] and any other line in square brackets.

missing-key = The setting “{ $name }” is missing.
    .why = Without it the tool would have to guess, and a wrong guess reaches readers.
    .fix = Add a line that sets “{ $name }”.

invalid-value = The setting “{ $name }” cannot be “{ $value }”; expected: { $expected }.
    .why = The tool cannot tell what you meant, and a guess would reach readers.
    .fix = Write a value of the expected kind. Texts stand between straight quotation marks, dates and numbers do not.

unknown-locale = The language “{ $name }” is not declared in campaign.toml.
    .why = A text in an undeclared language is published nowhere, so its readers would never see it.
    .fix = Correct the language tag, or declare the language in campaign.toml with a table such as [locales.es].

unknown-audience = There is no audience “{ $name }”.
    .why = What is written for one group must not reach another: a text for survivors could endanger them on a page for everybody.
    .fix = Correct the spelling, or declare the audience in campaign.toml.

unknown-theme = There is no theme “{ $name }”.
    .why = Without a theme the pages have no design, no menu and no way to leave quickly.
    .fix = Correct “theme” in campaign.toml, or put the theme's folder into themes/.

unknown-rule = There is no rule “{ $name }”.
    .why = A misspelt rule changes nothing: you would believe that something is checked when it is not.
    .fix = Correct the spelling under [rules] in campaign.toml, or delete the line.

fixed-rule = The rule “{ $name }” cannot be changed.
    .why = It protects people from harm that nobody can undo, such as a text shown to the wrong readers.
    .fix = Delete the line under [rules] in campaign.toml, and mend what the rule reports.


## Files

invalid-encoding = The file is not in UTF-8: the byte { $byte } looks like { $encoding }.
    .why = Accented letters would come out as garbage, and readers could not make sense of the text.
    .fix = Open the file in your editor and save it again with the encoding “UTF-8”.

control-character = The text contains the invisible character { $character }.
    .why = Invisible characters can reorder what is shown, so that readers see something other than what you approved, or break a phone number when it is copied.
    .fix = Delete the marked place and type it again by hand instead of pasting it.

oversized-file = The file is too large: { $size }, and the limit is { $limit }.
    .why = Nobody writes that much in one text. People with an old phone or little data could not load the page.
    .fix = Split the text into several pages, or remove what got into the file by mistake.

symbolic-link = The campaign contains a link to another place on the disk: “{ $name }”.
    .why = It could publish private files from outside the campaign without anybody noticing.
    .fix = Put a copy of the file in its place, or delete the link.

unreadable-file = The tool cannot read “{ $name }”: { $reason ->
    [pipe] it is a pipe
    [socket] it is a socket
    [device] it is a device
    [folder] it is a folder
    [file] it is a file
    [permission-denied] you are not allowed to open it
    [vanished] it vanished while it was being read
   *[other] { $reason }
}.
    .why = What cannot be read would be missing from the site, and its readers would not know.
    .fix = Check that it is an ordinary file and that you are allowed to open it, or move it out of the campaign's folder.

unsafe-name = The name “{ $name }” does not work on every system.
    .why = Such a file gets lost or renamed on other computers and web servers, and some readers would miss its page.
    .fix = Rename it with the letters a to z, digits and hyphens.

unexpected-file = The file name “{ $name }” does not begin with a language of this campaign.
    .why = The text would appear nowhere, and nobody would be told.
    .fix = Name the file after its language, such as en.md or es.md, or es.survivors.md for one audience. Move notes out of content/.

forbidden-asset = { $reason ->
        [avif] Pictures such as “{ $name }” cannot be cleaned of hidden data.
       *[kind] Files such as “{ $name }” are never published.
    }
    .why = They can carry programs, or hidden data such as who wrote them and where a photo was taken. That can expose the people you protect.
    .fix = Save it in another format, such as JPEG or PNG for a picture, or remove it.


## Pictures and other files beside a page

disguised-file = { $kind ->
        [unknown] “{ $name }” is not what its name says.
       *[other] “{ $name }” is not what its name says: it is a { $kind } file.
    }
    .why = Some browsers believe the name and others the content. A file that is both can do harm, and one that is neither does not open.
    .fix = Export it again in the format of its name, or give it the name of its format.

broken-image = { $reason ->
        [empty] The picture “{ $name }” has no content.
        [truncated] The picture “{ $name }” ends in the middle.
       *[malformed] The picture “{ $name }” cannot be read.
    }
    .why = Readers would see a torn picture, or none. A picture that cannot be read cannot be cleaned of hidden data either.
    .fix = Copy it again from the camera or the program that made it. If that does not help, open it and save it anew.

oversized-image = The picture “{ $name }” has { $width } × { $height } pixels; at most { $megapixels } million pixels and { $side } on a side are allowed.
    .why = No screen shows so many, and a computer that opens them may run out of memory.
    .fix = Save it smaller. A width of 2400 pixels is enough for any page.

unsafe-svg = { $reason ->
        [attribute] The drawing contains the program “{ $name }”.
        [address] The drawing points outside itself: { $name }
        [style] The style sheet of the drawing contains what could load or hide something: { $name }
        [animation] The drawing contains an animation of something other than its shape or colour (“{ $name }”).
        [entity] The drawing contains the reference “{ $name }”, which could stand for anything.
        [doctype] The drawing begins with a document type declaration.
        [instruction] The drawing contains the processing instruction “{ $name }”.
        [namespace] The drawing contains elements of another language: { $name }
        [nesting] The drawing is nested deeper than any program draws (“{ $name }”).
       *[element] The drawing contains “{ $name }”, which does not draw.
    }
    .why = A drawing in SVG format can run programs and load files from other sites. They could tell a stranger who reads the page.
    .fix = Export it as “plain SVG” or “optimised SVG”, with pictures left out and text turned into paths, or save it as PNG.

missing-alt = The picture “{ $destination }” has no text for those who cannot see it ({ $locale }).
    .why = People who are blind or have switched pictures off to save data would not learn what it shows.
    .fix = Write what it tells: ![Two women talk in an office](photo.jpg). Or put it into a file beside the picture, such as photo.jpg.toml: alt = {"{"} en = "…", es = "…" {"}"}. If it only decorates, write there: decorative = true.

image-ethics = A picture that shows “{ $name }” is not published.
    .why = Pictures of chains, bruises or frightened children make survivors victims again, and tell others that it cannot be their story. Most people are held by threats and debts.
    .fix = Choose a picture that shows strength, help or daily life. If the tag is wrong, correct it.

missing-credit = { $lacks ->
        [credit] Nothing says whose work “{ $name }” is.
        [licence] Nothing says under which licence “{ $name }” may be shown.
       *[both] Nothing says whose work “{ $name }” is, and under which licence it may be shown.
    }
    .why = A picture without permission can cost the organisation money, and a person in it may never have agreed.
    .fix = Put a file beside it with “.toml” added to its name, such as photo.jpg.toml: credit = "Name", licence = "CC BY 4.0", consent = "release-on-file".

pdf-metadata = The file “{ $name }” says: { $entry } “{ $value }”.
    .why = Everybody who downloads it can read who made it and with which program. For people at risk, a name is enough.
    .fix = Empty the document properties in the program that made it, and export it again.


## Front matter

unclosed-front-matter = The settings at the top of the page have no closing line.
    .why = The whole page would count as settings, and readers would get no text.
    .fix = After the last setting, add a line with the same mark as the first line: +++ or ---.

late-front-matter = The settings of the page do not begin on its first line.
    .why = Most programs that read such files look for settings in the first line only, and would show them to readers as text.
    .fix = Delete the blank lines above them.

missing-title = The page has no title.
    .why = The title is what people see in the tab, in menus and in search results, and what a screen reader says first.
    .fix = Add a line such as title = "Get help" at the top of the page, between the marks +++.

invalid-slug = The slug “{ $name }” contains other characters than a to z, 0 to 9 and hyphens.
    .why = Accents and spaces turn into codes in an address, which can then not be read aloud, typed from a poster or trusted.
    .fix = Write the slug in small letters without accents, with digits and hyphens, such as pedir-ayuda.

audiences-differ = The translation names other audiences than its original.
    .why = Some people would get in one language what is kept from them in the other.
    .fix = Delete “audiences” here, so that the original decides, or make both lists the same.
    .also = the original names these

unreachable-page = No edition contains this page.
    .why = Somebody wrote this text, and nobody can read it.
    .fix = Check its audiences, languages and dates. If it is not ready, write draft = true at its top.

unnamed-topic = The topic “{ $name }” has no name in { $locale }.
    .why = Readers would see a code instead of words in their language.
    .fix = Add the message topic-{ $name } to a file in locales/{ $locale }/.

empty-campaign = The campaign has no page.
    .why = An empty site helps nobody, and it would replace the one that people use now.
    .fix = Write the home page: one file for each language in content/, such as en.md and es.md.

missing-home = The edition { $edition } has no home page.
    .why = People who type the address or scan the code would arrive at an empty place.
    .fix = Write the home page in this language in content/, or open the one that is there to this audience.

missing-translation = The page “{ $page }” is missing in { $edition }.
    .why = People who read this language would not get what others get. In an emergency that can be the number to call.
    .fix = Translate the page, or decide under [translations] in campaign.toml what readers get instead: missing = "notice" shows the original, missing = "omit" leaves the page out.
    .also = the original is here
    .many = { $count } times a page is missing in an edition.

broken-lock = This line of translations.lock cannot be used: { $reason ->
        [conflict] it is left over from two versions that were put together
        [duplicate] it stands there twice
        [unknown-page] there is no such translation
       *[line] it is not a file and a digest
    }.
    .why = The file knows which text each translation was made from. Without the line, a translation can look outdated that is not.
    .fix = Remove the line. Where two versions were put together, keep the lines of both and remove the marks between them.


## Markdown and directives

raw-html = The text contains HTML: { $element }.
    .why = HTML can bring in scripts and trackers, which can betray a visitor who is being watched.
    .fix = Write it in Markdown or with a directive of the theme. For a site brought along from elsewhere, set raw_html = "sanitize" in campaign.toml.

unsafe-link = The link leads to an unsafe address: “{ $destination }”.
    .why = Such an address can run a program in the reader's browser or lead to a false page.
    .fix = Use an address that begins with https:, mailto: or tel:, or the folder of one of your pages.

remote-image = The image comes from another site: “{ $destination }”.
    .why = Each visit would tell that site who looks at this page, and when. Somebody who is being watched could be found out.
    .fix = Save the image beside the page and name that file here.

unknown-directive = There is no directive “{ $name }”.
    .why = What stands inside could be shown to the wrong people, or printed together with its marks.
    .fix = Correct the spelling, or use a directive that the theme has. The directives “for”, “not-for” and “t” are always there.

broken-directive = The directive cannot be understood: { $reason ->
    [no-name] it has no name
    [no-audience] it names no audience
    [no-body] it needs a body and a line of “:::” that closes it
    [body] it takes no body
    [message-id] it names no message
    [unclosed-bracket] the bracket is not closed
    [unclosed-brace] the brace is not closed
    [argument] an argument is not of the form name=value
    [duplicate-argument] an argument is given twice
    [two-labels] it has a label in brackets and another behind it
    [nested] it stands inside another directive's brackets
    [line-break] it runs over the end of the line
   *[other] { $reason }
}.
    .why = If the tool guessed, a text for one audience could reach another.
    .fix = Follow one of these forms: “::: for survivors” on a line of its own, “::hotline{"{"}id=nhth{"}"}” on a line of its own, or “:hotline[nhth]” in a sentence.

misplaced-directive = A directive cannot stand here.
    .why = It would be printed as ordinary text, and what it keeps for one audience would be shown to everybody.
    .fix = Put ::: at the start of a line with an empty line before it, outside tables, HTML and indented text. In a title, a description or a register no directive can stand: write there what everybody may read.

lookalike-directive = This looks like a directive, but it is none: “{ $written }”.
    .why = It would be printed as ordinary text, and what it should keep for some people would be shown to everybody.
    .fix = Write “::: for survivors” on a line of its own, or “:for[text]{"{"}survivors{"}"}” behind a space: in small letters, with “:::” at the start of the line or “:” inside it, and no space before the bracket. To print it as it stands, put a backslash before the colon.

unclosed-code = The code that begins here is never closed.
    .why = Everything up to the end would be printed as code, and what is meant for some people only would be shown to everybody.
    .fix = Add a line with the same marks, such as ```, where the code ends.

unclosed-directive = The block “{ $name }” is never closed.
    .why = Everything up to the end of the page would belong to it: some people would miss the rest, or others would see what is not for them.
    .fix = Add a line with ::: where the block ends.

stray-closer = The mark ::: closes nothing here.
    .why = The line that opened the block was probably deleted or misspelt, so its text would be shown to everybody.
    .fix = Delete this line, or write the opening line again, such as “::: for survivors”.

missing-argument = The directive “{ $name }” lacks its argument “{ $argument }”.
    .why = Readers would get something half finished, such as a button that leads nowhere.
    .fix = Add it in braces after the name: {"{"}{ $argument }=…{"}"}.
    .also = the component is defined here

unknown-argument = The directive “{ $name }” has no argument “{ $argument }”.
    .why = It would have no effect, and readers would not get what you meant to show.
    .fix = Correct the spelling, or delete the argument.
    .also = the component is defined here

invalid-argument = The argument “{ $argument }” of “{ $name }” is of the wrong kind; expected: { $expected }.
    .why = Readers would see something other than you meant, or nothing.
    .fix = Write a value of the expected kind. A text with spaces stands between straight quotation marks.
    .also = the component is defined here

missing-footnote = The footnote “{ $name }” is not defined.
    .why = Readers who look for the source of a claim would find a mark that leads nowhere.
    .fix = Add a line that begins with [^{ $name }]: and gives the text of the footnote, or delete the mark.

hidden-definition = The address of the link “{ $name }” is defined in a block that not everybody sees.
    .also = the block begins here
    .why = Readers who may not see the block would still get the address and its title.
    .fix = Move the line that begins with [{ $name }]: out of the block, or write the address at the link: [text](/page/).

heading-attribute = A heading may have an id, but not “{ $name }”.
    .why = Such an attribute can run code in the reader's browser.
    .fix = Delete it. Only an id may stand here, such as {"{"}#who-can-help{"}"}.

excessive-nesting = The text is nested more than { $limit } levels deep.
    .why = Nobody could follow it, and the browser of an old phone may fail on it.
    .fix = Take lists, quotations or blocks out of each other. Often a row of > or - got in by mistake.


## Messages

broken-message = A message here cannot be understood: { $reason }.
    .why = Readers would see a gap or a code in place of this text.
    .fix = Write a message as “name = text”, indent the lines that continue it, and close every {"{"} with {"}"}.

duplicate-message = The message “{ $name }” is defined twice.
    .why = Only one of the two is shown, so a correction to the other would never reach readers.
    .fix = Delete one of them, or rename it.
    .also = first defined here

missing-message = The message “{ $name }” is missing in { $locale }.
    .why = Readers would see a code or nothing in place of this text, for example on a button.
    .fix = Add “{ $name }” to a file in locales/{ $locale }/, or correct the name where it is used.
    .also = used here

missing-variable = The message “{ $name }” needs the variable “{ $variable }”, which it does not get here.
    .why = Readers would see a sentence with a hole, for example without its date or number.
    .fix = Give the variable where the message is used, or take it out of the message.
    .also = the message is defined here

cyclic-message = The message “{ $name }” refers to itself.
    .why = It never comes to an end, so readers would get no text.
    .fix = Break the circle: write out the text in one of the messages.
    .also = the circle runs through here

oversized-message = The message “{ $name }” grows beyond the limit of { $limit }.
    .why = Nobody reads that much, and people with little data could not load the page.
    .fix = Shorten it, and look for messages inside it that repeat one another.
    .also = the message is defined here

failed-function = A function in the message “{ $name }” fails: { $reason }.
    .why = Readers would see a code where a date or a number belongs.
    .fix = Check the name of the function and what it is given, such as NUMBER($count) or DATETIME($date).
    .also = the message is defined here

fallback-message = The message “{ $name }” is taken from { $from }, because { $locale } has none.
    .why = Readers see words in another language, or from another region, than the rest of the page.
    .fix = Translate it in a file in locales/{ $locale }/.
    .also = the text that is shown

message-missing-in-locale = The message “{ $name }” is not there in “{ $locale }” (messages of this file that are not: { $count }).
    .why = Where it is needed, readers of that language get nothing, or words that they may not read.
    .fix = Write the message in the files of that language, or delete it if nothing needs it any more.
    .also = this one is not there either

message-differs = The message “{ $name }” is not built from the same parts as in the source language: { $kind ->
        [facts] numbers, days or addresses
        [variants] variants
        [variables] variables
        [functions] functions
       *[other] terms
    } there { $expected }, here { $found }.
    .why = Readers of one language are not told a number, a name or a day that those of the other are, or see it in another form.
    .fix = Compare both messages, and use the same facts, variants, variables, functions and terms in both. The names of variants are never translated: for a number they are one, other and their like, or a number.
    .also = this is the message in the source language

identical-message = The message “{ $name }” says the same in “{ $locale }” as in the source language (in this file: { $count }).
    .why = It may have been copied to be translated later, and forgotten.
    .fix = Translate it. If it is right as it is, turn the rule off in campaign.toml or leave the note.
    .also = this one too

unused-message = Nothing shows the message “{ $name }” (in this file: { $count }).
    .why = Translators spend their time on words that nobody reads, and a misspelt name is not found.
    .fix = Delete it in every language, or correct the name where it should be shown.
    .also = this one neither


## Texts for translators

unaligned-translation = { $reason ->
    [place] A block that was translated for { $page } has no place in this file, so it is not taken.
   *[extra] { $count ->
        [one] The page { $page } has a block in this language that stands for none of its original; the first that may be it is here.
       *[other] The page { $page } has { $count } blocks in this language that stand for none of its original; the first is here.
    }
    }
    .why = A guess would put words under the wrong heading, and readers of one language are told what the others are not.
    .fix = Give both files the same headings, paragraphs, lists and tables in the same order. What is clear is exchanged all the same; pairs that may be wrong go out as uncertain (fuzzy).
    .also = The block in the original.

broken-exchange = { $reason ->
    [header] This is neither a PO file nor an XLIFF file.
    [xliff] This is no XLIFF file of version 2.
    [xml] The XML is broken here, or the file was cut off.
    [charset] The file says that it is not in UTF-8.
    [entry] This entry lacks its msgid or its msgstr.
    [string] This text is not written as a string: a quotation mark is missing, or a backslash stands alone.
   *[line] This line means nothing in a PO file.
    }
    .why = What the tool cannot read it would have to guess, and a wrong guess reaches readers. Nothing was changed.
    .fix = Open the file in the program of the translator, such as Poedit or OmegaT, and save it again as PO in UTF-8 or as XLIFF 2.

foreign-exchange = { $reason ->
    [locale] The file is for the language “{ $locale }”, which this campaign does not have.
   *[texts] No text of this campaign is in this file.
    }
    .why = Texts of another campaign would stand on these pages. Nothing was changed.
    .fix = Check that this is the right file and the right folder. Otherwise export the texts again.

missing-texts = { $count ->
    [one] A text that was exported is no longer in this file.
   *[other] { $count } texts that were exported are no longer in this file.
    }
    .why = A file that was cut off would look like finished work. Nothing was changed.
    .fix = Ask for the whole file. A text may stay empty, but its entry must be there.

repeated-text = This text is in the file twice.
    .why = Which of the two is right cannot be told. Nothing was changed.
    .fix = Delete the entry that is not meant.
    .also = It is here first.

altered-text = { $reason ->
    [structure] This translation would change how the page is built.
    [link] This translation does not have the same links: { $value }
    [directive] This translation does not have the same directives: { $value }
    [footnote] This translation does not have the same footnotes: { $value }
    [code] This translation does not have the same code: { $value }
    [element] This translation does not have the same markup: { $value }
    [number] This translation does not have the same numbers: { $value }
    [placeable] This translation does not have the same variables and messages in braces: { $value }
   *[mark] This translation has a sign of markup that belongs to no pair: { $value }
    }
    .why = A lost link or a changed number leads a reader in danger to the wrong place. Nothing was changed.
    .fix = Copy numbers, links and what stands in braces or brackets from the original; translate only the words around them.
    .also = The original.

stale-text = This text translates an original that is no longer in the campaign, so it is not taken.
    .why = It would say what the original no longer says.
    .fix = Export again and translate what has changed; your translation program offers the old words.

uncertain-text = This translation is marked as uncertain (fuzzy), so it is not taken.
    .why = A program proposed it from a similar text, and nobody has confirmed it.
    .fix = Correct it, remove the mark, and import again.

incomplete-page = { $part ->
    [block] A new block does not come into { $name } yet: { $count ->
        [one] one of its texts has no translation.
       *[other] { $count } of its texts have no translation.
    }
   *[page] { $name } is not made yet: { $count ->
        [one] one of its texts has no translation.
       *[other] { $count } of its texts have no translation.
    }
    }
    .why = The page would speak two languages.
    .fix = Translate the rest and import again; nothing of what is there is lost.


## Registers

unknown-hotline = There is no hotline “{ $name }”.
    .why = Somebody who needs help now would find no number to call.
    .fix = Correct the name, or add the line to content/hotlines.toml with its source and the day it was confirmed.

invalid-number = The number “{ $number }” cannot be dialled in { $country }.
    .why = A person in danger may get to call only once. A wrong number reaches nobody, or a stranger.
    .fix = Compare it with the organisation's own site and correct it in content/hotlines.toml.

unnamed-hotline = The hotline “{ $name }” has no name in { $locale }.
    .why = People would not know who answers, and may not dare to call.
    .fix = Add its name in { $locale } to content/hotlines.toml.

unverified-hotline = The hotline “{ $name }” was last confirmed { $days ->
        [one] one day
       *[other] { $days } days
    } ago.
    .why = Lines close and change their hours. A person in danger may get to call only once.
    .fix = Call it or look it up at its source, then write today's date after verified_on in content/hotlines.toml. To publish it all the same, name it in campaign.toml under [hotlines] after allow_unverified; then every page says that it was not confirmed.
    .also = used here

unmarked-hotline = The hotline “{ $name }” is shown here, and it is not said that nobody confirmed it since { $value }.
    .why = Readers would take an old number for a sure one. A person in danger may get to call only once.
    .fix = Show the day wherever the theme shows the line: a template has it as line.verified_on, and line.stale says that it is needed. Best of all, confirm the line.
    .also = last confirmed here

ageing-hotline = The confirmation of the hotline “{ $name }” is { $days ->
        [one] one day
       *[other] { $days } days
    } old and will soon no longer hold.
    .why = When it no longer holds, nothing can be published until somebody has called the line. Now there is still time.
    .fix = Call it or look it up at its source, then write today's date after verified_on in content/hotlines.toml.

obsolete-prefix = The number “{ $number }” begins with a prefix that is no longer dialled in { $country }.
    .why = Calls with the old Mexican prefixes 01, 044, 045 and 1 after +52 have not connected since August 2020. A person in danger would hear that the number does not exist.
    .fix = Write the ten digits alone.

shared-number = The hotlines “{ $name }” and “{ $other }” have the same number: { $number }.
    .why = One of the two would be corrected some day and the other forgotten, and readers would get the old number.
    .fix = Keep one of them and use its name everywhere. If two lines really share a number, describe them as one.
    .also = the other one

ambiguous-hotline = The hotlines “{ $name }” and “{ $other }” have the same name in { $edition }.
    .why = In Spanish the lines of both countries are called alike. Readers would call the one that they cannot reach, or that answers in another country.
    .fix = Add the country to the names in content/hotlines.toml.
    .also = the other one

closed-hotline = The hotline “{ $name }” is { $reason ->
    [paused] paused
   *[closed] closed
} and is still offered in { $edition }.
    .why = A person in danger may get to call only once, and nobody would answer.
    .fix = Offer another line here. If it is answered again, write status = "active" in content/hotlines.toml.
    .also = it is marked so here

unreachable-hotline = The hotline “{ $name }” cannot be reached from any country of the readers of { $edition }: { $country }.
    .why = The same digits can reach somebody else in another country, or nobody.
    .fix = Offer a line of their country. If this one can be reached from there, add the country after reachable_from in content/hotlines.toml.

uncovered-country = Readers of { $edition } in { $country } can reach none of the hotlines that it offers.
    .why = They would read that there is help and find no number that they can call.
    .fix = Offer a line that can be reached from there, or take the country out of “countries” in campaign.toml.

incomplete-hotline = The hotline “{ $name }” does not say { $value ->
    [operator] who answers
   *[data_sharing] what is shared with the police
}, and { $edition } offers it to people who must know.
    .why = A survivor who is afraid of the police or of deportation has to know before they call who listens and what is passed on.
    .fix = Add “{ $value }” to the line in content/hotlines.toml, in this language.
    .also = the line is here

unspoken-language = Nobody speaks { $locale } on the hotline “{ $name }”, which is offered in { $edition }.
    .why = People would call and not be understood.
    .fix = Offer them another line as well, and see to it that the page says which languages are spoken. If the line has an interpreter, write interpreter = true in content/hotlines.toml.

speechless-edition = Nobody speaks { $locale } on any hotline that is offered in { $edition }.
    .why = People who read only this language could call nobody.
    .fix = Offer a line where the language is spoken, or that works with interpreters. If it is spoken, write it after languages in content/hotlines.toml.

hotlines-differ = The page “{ $page }” does not show the same hotlines in each language: { $name } is missing in { $edition }.
    .why = People who read one language would get fewer numbers than the others.
    .fix = Show the same hotlines in every translation. If one does not serve these readers, turn the rule off in campaign.toml with a comment that says so.
    .also = it is shown here

future-date = “{ $name }” names a day that has not come yet: { $value }.
    .why = Nobody can have confirmed anything tomorrow. A slip in the year would keep an old number fresh for a long time.
    .fix = Write the day on which somebody called, or read the source.

typed-number = The number “{ $number }” is typed here { $name ->
    [none] and stands in no register
   *[other] and belongs to the hotline “{ $name }”
}.
    .why = A number that is typed is corrected in one place and forgotten in another. One wrong digit reaches a stranger.
    .fix = Put the number into content/hotlines.toml with its source and show it with the directive :hotline[…]. If it is no telephone number, add its digits with a reason to campaign.toml, in a table [numbers.allowed].
    .many = { $count } telephone numbers in { $files } files are typed outside the register.

stale-law = What this page says about the law was true on { $value }, and nobody has read it again since it should have been ({ $days ->
        [one] one day
       *[other] { $days } days
    } ago).
    .why = Laws and deadlines change. Whoever relies on an old one can lose a right, or be deported.
    .fix = Let somebody who knows the law read it again. Then set “as_of” under law to that day, and “review_by” if it should be read before a year has passed.

unknown-claim = There is no claim “{ $name }”.
    .why = Readers would find a gap where a figure should stand.
    .fix = Correct the name, or add the figure to content/claims.toml with its source.

unsaid-value = The words of the claim “{ $name }” do not show its value.
    .why = Whoever corrects the value corrects nothing that readers see, and journalists go on quoting the old figure.
    .fix = Write {"{"} $value {"}"} where the number belongs. For a range, write {"{"} $upper {"}"} too.

fixed-figure = The figure “{ $value }” is typed into the words of the claim “{ $name }”.
    .why = When the value is corrected, the typed figure stays as it was, and readers are told something false.
    .fix = Write {"{"} $value {"}"} or {"{"} $upper {"}"} in its place, or give the other figure a claim of its own.

overdue-claim = The source of the claim “{ $name }” should have been read again by { $value }.
    .why = Old figures are passed on for years. Journalists who quote them spread something false.
    .fix = Read the source. Write what it says today, the date after accessed and the next date after review_by in content/claims.toml.

unsourced-figure = The figure “{ $value }” has no source here, and { $edition } asks for one.
    .why = A figure without definition, year and source gets copied and cannot be corrected.
    .fix = Put the figure into content/claims.toml and show it with the directive :claim[…].


## Addresses and links

route-collision = Two things have the same address: “{ $route }”.
    .why = Only one of them could be published, and people who look for the other would get the wrong page.
    .fix = Give one of them another slug, or rename it.
    .also = the other one is here

broken-link = The link to “{ $destination }” leads nowhere in { $edition }.
    .why = People who follow it reach a dead end, perhaps while they look for help.
    .fix = Correct the link, or write the page for this edition. If only some audiences have the page, put the link into a block for them.
    .many = { $count } links in { $files } files lead nowhere.

broken-anchor = The link to “{ $destination }” names a heading that does not exist in { $edition }.
    .why = People land at the top of a long page and do not find what they were promised.
    .fix = Correct what follows #. Give the heading the same id in every language, such as {"{"}#who-can-help{"}"}.

own-address = The link to “{ $destination }” in { $edition } writes out an address of this campaign.
    .why = Nobody checks such a link: when the page moves it breaks, and it can tell readers of one edition about another.
    .fix = Write the folder of the page instead, such as /get-help/. To lead to another audience, use links_to in campaign.toml.

missing-asset = The file “{ $destination }” does not exist.
    .why = Readers would see a broken image, or a download that fails.
    .fix = Put the file beside the page, or correct its name. Capital and small letters count.


## The safety of the visitor

missing-exit = The exit of “{ $name }” leads nowhere in { $locale }.
    .why = Somebody who has to leave at once would press a button that does nothing.
    .fix = Write an address for this language after exit_url, for example that of a weather service.

unsafe-exit = The exit cannot lead to “{ $destination }”: { $reason ->
        [address] this is not a whole address.
        [scheme] the address does not begin with https://.
        [host] this is the campaign's own site.
       *[query] the address carries a question or a name.
    }
    .why = Somebody leaves because they are being watched. The place they get to must be safe, and must not tell where they came from.
    .fix = Choose a plain page that many people open, and write its address with https:// and without “?”.

personal-exit = The exit leads to “{ $destination }”, which shows people what they looked for or bought last.
    .why = Whoever walks in would see the account, the last search, or who else is online.
    .fix = Choose a page that looks the same to everybody, such as a weather service.

missing-safety-page = { $edition } has an exit, but no page that says what it does not do.
    .why = An exit erases nothing. People who are not told so may feel safer than they are.
    .fix = Write the page in this language for this audience, and name it in campaign.toml: safety_page = "get-help/stay-safe".

missing-core-message = The home page does not say “{ $name }” in { $edition }.
    .why = Many people come once and read one page. They should learn there that what was done to them is a crime, that it is not their fault, and that the law protects them.
    .fix = Put the message on the page: :t[{ $name }]. Which messages there must be is said under “core_messages” in campaign.toml.

several-actions = This page asks its reader for { $count } things at once in { $edition }.
    .why = Somebody who is afraid or in a hurry does one thing, or nothing. Two buttons that are equally loud leave the choice to the person who knows least.
    .fix = Keep the one that helps most of these readers, and turn the others into links in the text. What is for other readers goes into a block of theirs: “::: for”.
    .also = it asks for this too

report-action = “{ $name }” { $word ->
    [none] leads to lines of the authorities only
   *[other] asks people to report (“{ $word }”)
}, and in { $edition } it is the first thing that a page asks for.
    .why = People who live through it may fear the police, or deportation, or those who would learn of it. If help seems to cost a report, they leave without either.
    .fix = Lead to help first, and say in the text that they can also report, when they decide to.{ $word ->
        [none] { "" }
       *[other] { " " }If the word means something else here, say so in the head of the page: words = { "{" } "{ $word }" = "why" { "}" }.
    }

missing-safety-message = The message “{ $name }” is missing in { $locale }.
    .why = An edition with an exit must say that the history stays, that a hidden program may watch, and that another phone is safer.
    .fix = Write it in a file in locales/{ $locale }/.

topic-word = The word “{ $word }” shows the subject of { $edition } in { $part ->
        [title] the title of a page.
        [description] the description of a page.
        [preview] the preview of a link.
        [feed] the title of a feed.
        [address] an address.
        [file] the name of a file.
       *[host] the name of the host.
    }
    .why = Titles and addresses stay in the tab, the history and the bill, where somebody who controls the reader can see them.
    .fix = Choose a word that says what the page offers and not what it is about, such as “Your options”.

traceable-contact = { $edition } offers a way to write that leaves a trace ({ $element }).
    .why = What was written stays in the outbox, and the answer may arrive on a screen that somebody else sees.
    .fix = Offer a call or a chat that keeps nothing, or say on the spot what stays behind.

overweight-page = “{ $route }” costs { $size } and { $requests } requests; the budget is { $budget } and { $limit }.
    .why = People with an old phone and little data wait, pay for it, or give up.
    .fix = Use fewer or smaller images and shorter pages, or change “budget” in campaign.toml.

low-contrast = “{ $name }” on “{ $background }” has a contrast of { $ratio }:1 on a { $scheme ->
        [dark] dark
       *[light] light
    } page; it must be { $limit }:1. { $shade ->
        [none] No shade of this colour passes.
       *[other] The nearest shade that passes is { $shade }.
    }
    .why = People with weak eyes, on a bad screen or in bright sun cannot read it.
    .fix = Take that shade, or choose another colour. A light and a dark page may have different ones: { "{" } light = "…", dark = "…" { "}" }.
    .also = the pair is declared here


## Links to other sites

dead-link = “{ $destination }” { $reason ->
    [loop] leads back to itself
   *[status] leads to nothing any more (status { $status })
    }; a copy may be at { $archive }.
    .why = Somebody who looks for help there finds an error, and doubts the rest of the page.
    .fix = Look for the page's new address, link to the copy if there is one (nobody has asked for it yet), or leave the link out.

moved-link = “{ $destination }” has moved to { $address }.
    .why = The old address may stop working, and on the way there a reader's phone asks twice.
    .fix = Open the new address, see that it is what you mean, and write it in the old one's place.

unreached-link = “{ $destination }”{ $reason ->
    [status] {" "}was not shown (status { $status }).
    [busy] : the host has too much to do.
    [time] {" "}takes too long.
    [host] : no host has this name.
    [address] {" "}is no address of the web.
    [certificate] {" "}has no secure connection.
    [no-tls] : this program was built without secure connections.
   *[connection] : the host does not answer.
    }
    .why = Readers may not get there either, or only programs are turned away.
    .fix = Open it in a browser. If it shows there, give its host a lower level in campaign.toml: [links.hosts."example.org"] level = "note".


## What is deployed

altered-file = { $reason ->
    [redirect] { $route } is not there: the host sends readers to { $destination }
    [shorter] { $route } is cut short
    [longer] { $route } holds more than was published
   *[bytes] { $route } is not what was published
    }.
    .why = Somebody, or a host that means well, has changed what people in danger read: a script can watch them, and one digit can send a call to a stranger.
    .fix = Find out who changed it, and turn off what a host adds to pages by itself. Then deploy the whole site again.

undeployed-file = { $route } was published and is not there.
    .why = People who follow a link to it find nothing.
    .fix = Deploy the whole site again.

foreign-file = { $route } is there and was not published.
    .why = It may be a page that was taken back, such as a draft with somebody's name, or something that a stranger put there.
    .fix = Delete it where the site is deployed, or let your way of deploying delete what is not in the output folder.

exposed-file = The host hands out { $route }{ $others ->
        [none] , which is
       *[other] {" "}and others (so many: { $others }), which are
    } for its own eyes only.
    .why = It names every audience to anybody who asks, also those that nobody should know of.
    .fix = Delete it where the site is deployed if your host does not read it, or forbid access to it. In campaign.toml, hosts = […] says which of these files are written.

unanswered-file = { $reason ->
    [status] The host does not hand out { $route } (status { $status })
    [time] { $route } takes too long
    [connection] The host broke off the connection for { $route }
    [certificate] The connection for { $route } is not secure
   *[protocol] The answer for { $route } makes no sense
    }.
    .why = A page that does not come helps nobody, and what cannot be read cannot be confirmed.
    .fix = Try again later, or with more time: --timeout 60. If it stays so, ask whoever runs the host.

unverified-files = Files that were not compared, because too many had no answer: { $others }.
    .why = Nobody knows whether they are what was published.
    .fix = Run the command again when the host answers.

missing-header = { $others ->
    [none] { $route } comes
   *[other] { $route } and others (so many: { $others }) come
    } without the header “{ $name }: { $expected }”.
    .why = Headers keep a visit private: without them copies stay on a device, other sites learn where a visitor came from, or foreign code may run.
    .fix = Tell the host which headers to send: “campaign headers” prints the lines for it. If it cannot send them, choose another host for people who may be watched.

altered-header = { $others ->
    [none] { $route } comes
   *[other] { $route } and others (so many: { $others }) come
    } with the header “{ $name }: { $value }” instead of “{ $expected }”.
    .why = Headers keep a visit private, and another value may allow what was forbidden.
    .fix = Tell the host which headers to send: “campaign headers” prints the lines for it. Look for settings of the host that write them anew.

foreign-header = { $others ->
    [none] { $route } comes
   *[other] { $route } and others (so many: { $others }) come
    } with the header “{ $name }”, which no campaign sends.
    .why = A cookie knows a visitor again, and reports tell somebody else about a visit.
    .fix = Turn it off at the host: look for analytics, bot protection, error reports or cookies.


## Templates

broken-template = The template fails: { $reason }.
    .why = Every page that uses it would be missing or half finished.
    .fix = Correct the template at the marked place, or ask whoever looks after the theme.

missing-template = The theme has no template “{ $name }”.
    .why = The page could not be shown at all.
    .fix = Correct “template” at the top of the page, or add the file to the templates/ folder of the theme.

oversized-output = The template “{ $name }” writes more than the limit of { $limit }.
    .why = Such a page never loads on an old phone.
    .fix = Look for loops inside loops in the template, and let a list span several pages with paginate_by.

## Language

hard-to-read = For { $edition } this page is hard to read: { $index } gives { $score }, the target is { $target } ({ $second }).
    .why = A person under stress, or who reads little, gives up on long sentences and hard words, and misses what could help.
    .fix = Break up the longest sentences, say one thing in each, and put everyday words in the place of learned ones.
    .also = one of the longest sentences stands here
    .many = { $count } times a page is harder to read than it should be, in { $files } files.

avoided-word = “{ $name }” is a word to avoid; better: { $expected }. { $reason } (In this file: { $count }.)
    .why = Words decide who is blamed. A survivor who reads that one stops reading, or believes it.
    .fix = Write it another way. A quotation stands in quotation marks. If the page needs the word, say why at its beginning: words = {"{"} "{ $name }" = "…" {"}"}.
    .also = it stands here too

harder-than-accepted = The page has become harder to read: { $index } { $score }, and { $expected } was accepted ({ $second }).
    .why = Page by page and word by word a text grows that only its authors can read. Who is tired, afraid or reads little gives up first.
    .fix = Begin with the sentences shown below: shorter ones, and everyday words. If it has to be so, accept it with the reason: campaign readability accept PAGE --because "…".
    .also = this is a long sentence
    .many = { $count } pages have become harder to read than was accepted.

broken-readability = This line of readability.lock cannot be used.
    .why = The file knows how easy each page was to read. Without the line, a page can get harder and nobody is told.
    .fix = Remove the line, with marks that git left around it, then run “campaign readability accept”.

wrong-language = { $scope ->
        [page] The page is for readers of “{ $locale }”, and it is in { $found ->
                [en] English
                [es] Spanish
                [fr] French
                [pt] Portuguese
               *[other] “{ $found }”
            }.
        [file] The messages are for readers of “{ $locale }”, and { $count } of them are in “{ $found }”.
        [register] The text is for readers of “{ $locale }”, and it is in “{ $found }” (in this file: { $count }).
       *[block] The page is for readers of “{ $locale }”; this block is in “{ $found }” (on this page: { $count }).
    }
    .why = Who chose a language because it is the only one they read gets nothing from the page, and may take it for a page that is not meant for them.
    .fix = Translate the text. Words of another language that belong there, such as a title, stand in italics or between quotation marks.
    .also = this is in another language too
    .many = { $scope ->
        [page] { $count } of { $total } pages in “{ $locale }” are in { $found ->
                [en] English
                [es] Spanish
                [fr] French
                [pt] Portuguese
               *[other] “{ $found }”
            }.
        [file] { $count } of { $total } files of messages in “{ $locale }” are in “{ $found }”, or have messages that are.
        [register] { $count } files of registers and pictures have texts for “{ $locale }” in “{ $found }”.
       *[block] { $count } of { $total } pages in “{ $locale }” have blocks in “{ $found }”.
    }

untranslatable-text = The text “{ $name }” is the same in every language. It stands in { $route } (files with it: { $count }).
    .why = Who reads another language meets words they cannot read in the middle of a page, and no translator can change that.
    .fix = Give it a message in locales/, and write t(id="…") in the template. A name that stays as it is belongs into a register or campaign.toml.
    .many = { $count } texts are the same in every language.


## Translations

glossary-term = The original says “{ $name }”, and this does not say in “{ $locale }” what was agreed: { $expected } (on this page: { $count }).
    .why = When one thing has two names, people ask for help under one of them and are not understood. In law, one wrong word can be another crime.
    .fix = Use the term of locales/glossary.toml. If this text must say it otherwise, add the reason at the top of the page: words = {"{"} "{ $name }" = "…" {"}"}.

fences-differ = The translation has other blocks for some audiences than its original: here { $found }, there { $expected }.
    .why = What is meant for one audience may stand before everybody in the other language, or an audience misses it there.
    .fix = Compare both places. Put the same lines that begin with ::: around the same text, or write the page anew for that audience: es.survivors.md.
    .also = this is the place in the original

structure-differs = The translation is built otherwise than its original. { $kind ->
        [heading] Headings: here { $found }, there { $expected }.
        [item] Items of lists in this section: here { $found }, there { $expected }.
        [paragraph] Paragraphs in this section: here { $found }, there { $expected }.
        [numbered] Numbered lists in this section: here { $found }, there { $expected }.
        [row] Rows of tables in this section: here { $found }, there { $expected }.
        [column] Columns of tables in this section: here { $found }, there { $expected }.
        [alert] Boxes in this section: here { $found }, there { $expected }.
        [link] Links in this section: here { $found }, there { $expected }.
        [image] Images in this section: here { $found }, there { $expected }.
        [footnote] Footnote marks in this section: here { $found }, there { $expected }.
       *[other] Components in this section: here { $found }, there { $expected }.
    }
    .why = Something was left out, or put where another audience reads it. Readers of one language do not learn what those of the other do, or learn what is not safe for them.
    .fix = Compare both places, and add or remove what differs. If the original changed, translate the change.
    .also = this is the place in the original
    .many = { $count } times in { $files } files a translation is built otherwise than its original.

facts-differ = A fact differs from the original: there { $expected }, here { $found } (differences on this page: { $count }).
    .why = A wrong number, date or link sends a person to the wrong place or on the wrong day, and one of the two languages is wrong.
    .fix = Find out which of the two is right, and correct the other.
    .also = compare it with this place
    .many = In { $count } translations, numbers, addresses or names differ from the original.

length-out-of-proportion = The translation has { $percent } % of the length of its original.
    .why = A part is missing, or something was added that readers of the original do not get.
    .fix = Compare both from top to bottom. Translations between English and Spanish are about as long as their originals, Spanish a little longer.
    .also = this is the original

same-as-original = This block is the same as in the original, not translated to “{ $locale }” (on this page: { $count }).
    .why = Readers meet a language that they may not read in the middle of the page.
    .fix = Translate the text. A title or a name that stays as it is stands in italics or between quotation marks.
    .also = this is not translated either

outdated-translation = { $reason ->
        [title] The title of the original has changed since this was translated
        [description] The description of the original has changed since this was translated
        [label] The label of the original in the menu has changed since this was translated
        [message] The original of this message has changed since it was translated
        [removed] { $count ->
            [one] The original no longer has one of the texts that this was translated from
           *[other] The original no longer has { $count } of the texts that this was translated from
        }
       *[text] The original of this text is new or has changed since it was translated
    }.
    .why = Readers of this language are told what no longer holds: a right, a deadline, a place to go.
    .fix = Compare it with the original and translate what changed. Then: campaign translate accept, with the page and --locale.
    .also = the original says now

untracked-translation = { $count ->
        [one] One translation is not in translations.lock
       *[other] { $count } translations are not in translations.lock
    }.
    .why = When its original changes, nobody is told, and its readers are left with the old text.
    .fix = When a translation says what its original says: campaign translate accept, with the page and --locale. All at once: --all.
    .also = this one neither

unmet-gate = “{ $edition }” may not be published yet: { $name ->
        [complete] { $count ->
            [one] one page is not translated
           *[other] { $count } pages are not translated
        }
        [fresh] { $count ->
            [one] one page or set of messages is older than its original, or nobody knows
           *[other] { $count } pages or sets of messages are older than their original, or nobody knows
        }
        [human] { $count ->
            [one] one page was made by a machine
           *[other] { $count } pages were made by a machine
        }
       *[reviewed] { $count ->
            [one] one page was not read by a second person
           *[other] { $count } pages were not read by a second person
        }
    }.
    .why = campaign.toml says what must be true of this edition before anybody reads it. Whoever wrote that had its readers in mind.
    .fix = See what is left to do with: campaign status, and: campaign translate next. If the demand is too strict, change it under [release] in campaign.toml.
    .also = this is one of them

unreviewed-translation = { $count ->
        [0] Nobody has read this translation since it was made, and the page is critical
        [one] One text was changed since this critical page was reviewed
       *[other] { $count } texts were changed since this critical page was reviewed
    }.
    .why = On this page a mistake in the translation can cost somebody their safety or their rights. A translator does not see their own mistakes.
    .fix = Let a second person who knows both languages compare it with the original, and write their name: reviewed_by = "…". When only some of it has changed: campaign translate accept, with the page, --locale and --reviewed-by.
    .also = this was changed, too

reviewed-by-translator = The translation was read by the one who made it, { $name }.
    .why = Nobody sees their own mistakes: a second person finds them before a reader does.
    .fix = Let somebody else compare it with the original, and write their name in “reviewed_by”.
    .also = the translator is named here

machine-translation = A machine made this translation, and nobody says to have made it their own.
    .why = A machine is fluent where it is wrong: it turns a right into a duty, or a trafficker into a smuggler, and nothing shows it.
    .fix = Let a translator go through the whole text, then write their name in “translated_by” and delete “origin”.

## What is read back

output-number = { $reason ->
    [unregistered] The number “{ $what }” is not in the register
    [near] The number “{ $what }” is one digit away from a number of the register
    [spelled] The number “{ $what }” has letters in place of digits
    [differs] A link shows one number or address and leads to another ({ $what })
    [means] The link “{ $what }” does not reach a line in the way the register says
    [form] The link “{ $what }” holds what no telephone dials
    [turned] The text runs from right to left and turns the groups of the number “{ $what }” around
    [line] Behind the name of a line stands a number or address of another, “{ $what }”
   *[unshown] A link that dials { $what } shows nothing
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = A person in danger may get to call only once. A wrong number reaches nobody, or a stranger.
    .fix = Put the line into content/hotlines.toml and let texts and templates name it by its id, so that the number is typed once. If it is there, the template changes it on the way. Around a number, <bdi dir="ltr"> keeps it as it is.

numbers-differ = { $output } and { $what } are one page in two languages and do not dial the same numbers.
    .why = People of one language would be offered fewer lines than others, or lines in another country.
    .fix = Name the same lines in both texts. If the lines differ on purpose, set numbers-differ = "off" under [rules] in campaign.toml.

missing-channel = A way to reach a line is missing where the text places the line, “{ $what }”: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = Somebody who cannot speak, or cannot be heard, needs the way that is not shown.
    .fix = Let the component of the theme show every channel that hotline() or hotlines() gives it. To name a line with one number only, write it in a sentence, :hotline[id].

moved-block = { $reason ->
    [moved] A block stands behind one that follows it in the text
   *[gone] A block of the text is not on the page
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = A warning that comes too late, or not at all, warns nobody.
    .fix = Let the template show the content of the page whole, and components their body. If the theme leaves it out on purpose, set moved-block = "off" under [rules] in campaign.toml.

output-link = { $reason ->
    [anchor] The link “{ $what }” names a part that its page does not have
    [unwritten] The file “{ $what }” was to be there and was not made
   *[missing] The link “{ $what }” leads to nothing that is published
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = People who follow it reach a dead end, or a page that gives away what was written for others.
    .fix = Let the template make addresses with url(), asset() and the links it is given. Another audience is linked to by its home page only, and only when links_to in campaign.toml names it.

foreign-origin = { $reason ->
    [canonical] The page says that its own address, or that of a translation, is on another site, “{ $what }”
    [refresh] The page sends its readers to another site by itself, to “{ $what }”
   *[resource] A browser would load “{ $what }” from another site
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = That site would learn who reads this page, when and from where. For some readers that is a danger.
    .fix = Put a copy of the file into the assets of the theme or beside the page, or remove it.

active-content = { $reason ->
    [attribute] The attribute “{ $what }” can run or hide something
    [scheme] The address “{ $what }” does something else than lead to a page
    [script] The script “{ $what }” is not a file of the theme
    [telltale] A script for readers who may be watched uses “{ $what }”
   *[inline] A page carries “{ $what }” in itself
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = What runs in a page can be made to watch its readers or to show them something false, and it can leave traces on their device.
    .fix = Move styles and scripts to files of the theme. A script for a discreet audience stores nothing and sends nothing.

leak = { $reason ->
    [link] A link leads to a page of another audience, “{ $what }”:
   *[text] What is written for others, “{ $what }”, stands in
    } { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = It can put people at risk: plans of survivors read by those they fled from, or drafts that nobody has checked.
    .fix = Do not publish. If the text may be read by everybody, move it out of its block or page; if not, report this as a fault of campaign.
    .also = it is written here

output-structure = { $reason ->
    [tag] A tag is not well formed, “{ $what }”
    [attribute] An attribute is not well formed, “{ $what }”
    [duplicate] A tag has an attribute twice, “{ $what }”
    [reference] An & stands for no character, “{ $what }”
    [nesting] The element “{ $what }” is not opened and closed in order
    [no-heading] There is no main heading
    [headings] There is more than one main heading
    [no-title] There is no title
    [id] Two elements have the id “{ $what }”
    [language] The page does not say its language, or says another: “{ $what }”
    [direction] The text runs the wrong way: “{ $what }”
    [json] The file is no JSON
    [encoding] The file is no text in UTF-8
   *[unplanned] The file “{ $what }” was not to be there
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = Browsers repair such a page each in its own way, and a screen reader may read it in the wrong language or leave parts of it out.
    .fix = Correct the template that makes this part of the page.

unread-file = { $reason ->
    [paper] What the document says was not compared with anything
   *[packed] The file is packed, so nobody can look into it
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = A wrong number, or what was written for others, can stand in it. So can the name of who made it, in its properties.
    .fix = Publish what is in it as files of their own, or as a page. A document: read it yourself, with its comments and properties. If somebody has looked into all of them, set unread-file = "off" under [rules] in campaign.toml.

repeated-title = More than one page of an edition has the title “{ $what }”: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = People with several pages open, or who use a screen reader, cannot tell them apart.
    .fix = Give the pages different titles, or let the template add what tells them apart, such as the number in a list.

trace = { $reason ->
    [comment] A comment is published, “{ $what }”
    [generator] The page names what made it, “{ $what }”
    [placeable] A message was not filled in, “{ $what }”
    [isolation] An attribute holds invisible marks, “{ $what }”
   *[machine] The file names this computer or tool, “{ $what }”
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = Notes and paths can give away who works on the campaign, and marks that nobody sees break numbers and addresses.
    .fix = Remove it from the template or text. Notes belong into Tera's {"{#"} … #{"}"} or into comments of Fluent.
