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
more-of-rule = { $count ->
    [one] … and { $count } more of { $rule }.
   *[other] … and { $count } more of { $rule }.
}
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
variable-argument = argument
variable-byte = byte
variable-character = character
variable-country = country
variable-days = so many
variable-destination = address
variable-edition = edition
variable-element = element
variable-encoding = encoding
variable-expected = kind
variable-from = language
variable-limit = limit
variable-locale = language
variable-name = name
variable-number = number
variable-others = so many
variable-output = file
variable-page = page
variable-reason = reason
variable-route = address
variable-size = size
variable-value = value
variable-variable = variable
variable-what = text


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
build-refused = Nothing was published; what was there before is untouched.
build-progress = { $done } of { $total } files


## campaign verify

verified = { $count ->
    [one] { $count } file is as it was published.
   *[other] All { $count } files are as they were published.
}


## The command line

no-campaign = There is no campaign.toml in { $folder } or in a folder above it.
    .fix = Go to the folder of your campaign and try again, or start a new one with “campaign init”.
unknown-edition = No edition matches “{ $pattern }”.
    .fix = The editions of this campaign are: { $known }.
invalid-date = The date “{ $value }” does not exist.
    .fix = Write year, month and day: 2026-11-24.
invalid-address = The address “{ $value }” cannot be used as a base address.
    .fix = Write a whole address such as https://example.org.

nothing-published = Nothing was published in { $folder } yet.
    .fix = Run “campaign build” first, or name the folder with --output.
unverifiable-address = “{ $value }” is an address that cannot be read here.
    .fix = Addresses begin with http://. Of a site behind https://, download a copy (wget --mirror) and name its folder.
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
cannot-verify = Reading { $address } failed: { $reason }.
    .fix = Check that it is there and answers.
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
cli-explain = Say why a rule exists, who is hurt, and how to mend it
cli-verify = Compare what is deployed with what was built
cli-place = The folder or address (http://…) that the site was deployed to
cli-rule = The name of a rule, such as unknown-audience; without it, all rules are listed
cli-edition = Only these editions, such as survivors/es or '*/es'; may be given several times
cli-drafts = Take in pages that are marked as drafts
cli-date = The day to build for instead of today
cli-base-url = The address to publish under instead of the one in campaign.toml
cli-root = The folder of the campaign; the current one or the nearest above it if not given
cli-output = The folder to publish into instead of public
cli-lang = The language of messages
cli-format = Whom reports are for
cli-quiet = Tell errors only
