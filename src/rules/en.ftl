# What each rule of rules.rs says. A message names the fault in one clause, `.why` says who is hurt,
# `.fix` what to do, `.also` labels a second place. No rule may be missing in es.ftl.


## campaign.toml

missing-settings = There is no campaign.toml.
    .why = campaign.toml says for whom and in which languages the site is made. Without it nobody gets a page.
    .fix = Go to the folder of your campaign and try again, or start a new one with “campaign init”.

broken-syntax = The file breaks the rules of its format (TOML or YAML) here.
    .why = The tool cannot tell what you meant, and a guess would reach readers.
    .fix = Look near the marked place for a missing quotation mark, bracket or equals sign. Texts stand between straight quotation marks: title = "Get help".

unknown-key = There is no setting called “{ $name }” here.
    .why = A misspelt setting has no effect: a page that should stay a draft would be published.
    .fix = Correct the spelling, or delete the line.

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

forbidden-asset = Files such as “{ $name }” are never published.
    .why = They can carry programs, or hidden data such as who wrote them and where a photo was taken. That can expose the people you protect.
    .fix = Save it in another format, such as JPEG or PNG for a picture, or remove it.


## Front matter

unclosed-front-matter = The settings at the top of the page have no closing line.
    .why = The whole page would count as settings, and readers would get no text.
    .fix = After the last setting, add a line with the same mark as the first line: +++ or ---.

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
    .fix = Put ::: at the start of a line with an empty line before it, outside tables, HTML and indented text.

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

unverified-hotline = The hotline “{ $name }” was last confirmed { $days } days ago.
    .why = Lines close and change their hours. A person in danger may get to call only once.
    .fix = Call it or look it up at its source, then write today's date after verified_on in content/hotlines.toml.
    .also = used here


## Addresses and links

route-collision = Two things have the same address: “{ $route }”.
    .why = Only one of them could be published, and people who look for the other would get the wrong page.
    .fix = Give one of them another slug, or rename it.
    .also = the other one is here

broken-link = The link to “{ $destination }” leads nowhere in { $edition }.
    .why = People who follow it reach a dead end, perhaps while they look for help.
    .fix = Correct the link, or write the page for this edition. If only some audiences have the page, put the link into a block for them.

broken-anchor = The link to “{ $destination }” names a heading that does not exist in { $edition }.
    .why = People land at the top of a long page and do not find what they were promised.
    .fix = Correct what follows #. Give the heading the same id in every language, such as {"{"}#who-can-help{"}"}.

missing-asset = The file “{ $destination }” does not exist.
    .why = Readers would see a broken image, or a download that fails.
    .fix = Put the file beside the page, or correct its name. Capital and small letters count.


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


## The audit

output-number = { $reason ->
    [unregistered] The number “{ $what }” is not in the register
    [near] The number “{ $what }” is one digit away from a number of the register
    [spelled] The number “{ $what }” has letters in place of digits
    [differs] A link shows one number and dials another ({ $what })
    [means] The link “{ $what }” does not reach a line in the way the register says
    [form] The link “{ $what }” holds what no telephone dials
    [line] Behind the name of a line stands a number of another, “{ $what }”
   *[unshown] A link that dials { $what } shows nothing
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = A person in danger may get to call only once. A wrong number reaches nobody, or a stranger.
    .fix = Put the line into content/hotlines.toml and let texts and templates name it by its id, so that the number is typed once. If it is there, the template changes it on the way.

numbers-differ = { $output } and { $what } are one page in two languages and do not dial the same numbers.
    .why = People of one language would be offered fewer lines than others, or lines in another country.
    .fix = Name the same lines in both texts. If the lines differ on purpose, set numbers-differ = "off" under [rules] in campaign.toml.

output-link = { $reason ->
    [outside] The link “{ $what }” leads to a page of another audience
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

leak = What is written for others, “{ $what }”, stands in { $output }{ $others ->
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
    [compressed] The file is compressed, so nobody can look into it
   *[unplanned] The file “{ $what }” was not to be there
    }: { $output }{ $others ->
    [none] { "" }
   *[more] { " " }and { $others } more
    }.
    .why = Browsers repair such a page each in its own way, and a screen reader may read it in the wrong language or leave parts of it out.
    .fix = Correct the template that makes this part of the page.

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


## What is deployed

altered-file = { $reason ->
    [shorter] { $route } is cut short: { $size } bytes of { $limit }
    [longer] { $route } holds more than was published: { $size } bytes instead of { $limit }
   *[same] { $route } is not what was published, though as long
    }.
    .why = Somebody, or a host that means well, has changed what people in danger read: a script can watch them, a digit can send a call to a stranger.
    .fix = Find out who changed it. Then deploy the site again, and turn off what a host adds to pages by itself.

undeployed-file = { $route } was published and is not there.
    .why = People who follow a link to it find nothing.
    .fix = Deploy the site again, as a whole.

foreign-file = { $route } is there and was not published.
    .why = It may be a page that was taken back, such as a draft with somebody's name, or something that others put there.
    .fix = Delete it where the site is deployed, or let deploying delete what is not in the output folder.
