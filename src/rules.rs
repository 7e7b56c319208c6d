//! The table of everything that can be wrong. What each rule says, whom it protects and how to
//! mend it stands in `rules/en.ftl` and `rules/es.ftl`; `campaign explain` reads both.

use crate::diagnostic::{Leeway, Rule, Severity};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $id:literal $severity:ident $leeway:ident;)*) => {
        $($(#[$doc])* pub static $name: Rule =
            Rule { id: $id, severity: Severity::$severity, leeway: Leeway::$leeway };)*

        /// Every rule, in the order of this file.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    // campaign.toml: these make exit status 2.
    /// There is no campaign.toml.
    MISSING_SETTINGS "missing-settings" Error Fixed;
    /// A TOML or YAML file does not parse.
    BROKEN_SYNTAX "broken-syntax" Error Fixed;
    /// A key or a table that is typed twice: `name`.
    DUPLICATE_KEY "duplicate-key" Error Fixed;
    /// A day that the calendar does not have: `value`.
    IMPOSSIBLE_DATE "impossible-date" Error Fixed;
    /// A key nobody knows: `name`.
    UNKNOWN_KEY "unknown-key" Error Fixed;
    /// A key that decides who gets a page, inside `[extra]`: `name`.
    MISPLACED_KEY "misplaced-key" Error Fixed;
    /// A key that must be there: `name`.
    MISSING_KEY "missing-key" Error Fixed;
    /// A value of the wrong type or outside its set: `name`, `value`, `expected`.
    INVALID_VALUE "invalid-value" Error Fixed;
    /// A locale that campaign.toml does not declare: `name`.
    UNKNOWN_LOCALE "unknown-locale" Error Fixed;
    /// An audience that campaign.toml does not declare: `name`.
    UNKNOWN_AUDIENCE "unknown-audience" Error Fixed;
    /// The theme has no folder: `name`.
    UNKNOWN_THEME "unknown-theme" Error Fixed;
    /// `[rules]` names no rule: `name`.
    UNKNOWN_RULE "unknown-rule" Error Fixed;
    /// `[rules]` changes a rule that stays as it is: `name`.
    FIXED_RULE "fixed-rule" Error Fixed;

    // Files.
    /// Bytes that are not UTF-8: `byte`, `encoding` (what it looks like).
    INVALID_ENCODING "invalid-encoding" Error Fixed;
    /// A control or bidirectional character in a text: `character`.
    CONTROL_CHARACTER "control-character" Error Fixed;
    /// A text of more bytes than anybody writes: `size`, `limit`.
    OVERSIZED_FILE "oversized-file" Error Fixed;
    /// A symbolic link in a source folder: `name`.
    SYMBOLIC_LINK "symbolic-link" Error Fixed;
    /// Something that is no regular file, or cannot be read: `name`, `reason`.
    UNREADABLE_FILE "unreadable-file" Error Fixed;
    /// A file or folder name that is not safe on every system: `name`.
    UNSAFE_NAME "unsafe-name" Error Fixed;
    /// A Markdown file whose name is no locale: `name`.
    UNEXPECTED_FILE "unexpected-file" Error Fixed;
    /// A kind of file that is never published: `name`, `reason` (its kind, or that it cannot be
    /// cleaned).
    FORBIDDEN_ASSET "forbidden-asset" Error Fixed;

    // Pictures and other files beside a page.
    /// A file whose bytes are of another kind than its name says: `name`, `kind` (what it is, if
    /// anybody can tell).
    DISGUISED_FILE "disguised-file" Error Fixed;
    /// A picture that cannot be read: `name`, `reason` (empty, truncated, malformed).
    BROKEN_IMAGE "broken-image" Error Fixed;
    /// A picture of more pixels than a page can use: `name`, `width`, `height`, `megapixels`,
    /// `side`.
    OVERSIZED_IMAGE "oversized-image" Error Fixed;
    /// Something in a drawing that could run or load: `reason` (what kind of thing), `name`.
    UNSAFE_SVG "unsafe-svg" Error Fixed;
    /// A picture without a text that stands for it: `destination`, `locale`.
    MISSING_ALT "missing-alt" Error Fixed;
    /// A picture that shows what no campaign shows: `name`.
    IMAGE_ETHICS "image-ethics" Error Fixed;
    /// A photograph without credit or licence: `name`, `lacks` (credit, licence or both).
    MISSING_CREDIT "missing-credit" Warning Adjustable;
    /// A PDF file that names who made it: `name`, `entry`, `value`.
    PDF_METADATA "pdf-metadata" Warning Adjustable;

    // Front matter.
    /// The front matter has no end.
    UNCLOSED_FRONT_MATTER "unclosed-front-matter" Error Fixed;
    /// Front matter below blank lines.
    LATE_FRONT_MATTER "late-front-matter" Error Fixed;
    /// A page without a title.
    MISSING_TITLE "missing-title" Error Fixed;
    /// A slug of other characters than `a-z0-9-`: `name`.
    INVALID_SLUG "invalid-slug" Error Fixed;
    /// A translation names other audiences than its original.
    AUDIENCES_DIFFER "audiences-differ" Error Adjustable;
    /// A page that no edition has.
    UNREACHABLE_PAGE "unreachable-page" Warning Adjustable;
    /// A topic without the message `topic-<id>`: `name`, `locale`.
    UNNAMED_TOPIC "unnamed-topic" Warning Adjustable;
    /// No page at all.
    EMPTY_CAMPAIGN "empty-campaign" Error Fixed;
    /// An edition without a home page: `edition`.
    MISSING_HOME "missing-home" Warning Adjustable;
    /// A translation is missing: `page`, `edition`.
    MISSING_TRANSLATION "missing-translation" Error Adjustable;
    /// A line of translations.lock that cannot be used: `reason`.
    BROKEN_LOCK "broken-lock" Warning Adjustable;

    // Markdown and directives.
    /// HTML in Markdown: `element`.
    RAW_HTML "raw-html" Error Fixed;
    /// A link whose scheme could run code or lead astray: `destination`.
    UNSAFE_LINK "unsafe-link" Error Fixed;
    /// An image from another site: `destination`.
    REMOTE_IMAGE "remote-image" Error Fixed;
    /// A directive of no known name: `name`.
    UNKNOWN_DIRECTIVE "unknown-directive" Error Fixed;
    /// A directive that does not parse: `reason`.
    BROKEN_DIRECTIVE "broken-directive" Error Fixed;
    /// A `:::` line where no directive can stand.
    MISPLACED_DIRECTIVE "misplaced-directive" Error Fixed;
    /// What looks like a directive and is none: `written`.
    LOOKALIKE_DIRECTIVE "lookalike-directive" Error Fixed;
    /// Fenced code that is never closed.
    UNCLOSED_CODE "unclosed-code" Error Fixed;
    /// A container that is never closed: `name`.
    UNCLOSED_DIRECTIVE "unclosed-directive" Error Fixed;
    /// A `:::` that closes nothing.
    STRAY_CLOSER "stray-closer" Error Fixed;
    /// A component without a required argument: `name`, `argument`.
    MISSING_ARGUMENT "missing-argument" Error Fixed;
    /// An argument that a component does not have: `name`, `argument`.
    UNKNOWN_ARGUMENT "unknown-argument" Error Fixed;
    /// An argument of the wrong type: `name`, `argument`, `expected`.
    INVALID_ARGUMENT "invalid-argument" Error Fixed;
    /// A reference to a footnote that is not defined: `name`.
    MISSING_FOOTNOTE "missing-footnote" Error Fixed;
    /// A link whose definition stands in a selection that it does not stand in: `name`.
    HIDDEN_DEFINITION "hidden-definition" Error Fixed;
    /// A heading attribute other than an id: `name`.
    HEADING_ATTRIBUTE "heading-attribute" Error Fixed;
    /// Blocks, placeables or calls nested deeper than anybody writes: `limit`.
    EXCESSIVE_NESTING "excessive-nesting" Error Fixed;

    // Fluent.
    /// A message that does not parse: `reason`.
    BROKEN_MESSAGE "broken-message" Error Fixed;
    /// A message defined twice in one layer: `name`.
    DUPLICATE_MESSAGE "duplicate-message" Error Fixed;
    /// A message that is not defined: `name`, `locale`.
    MISSING_MESSAGE "missing-message" Error Fixed;
    /// A message that lacks a variable: `name`, `variable`.
    MISSING_VARIABLE "missing-variable" Error Fixed;
    /// A message that refers to itself: `name`.
    CYCLIC_MESSAGE "cyclic-message" Error Fixed;
    /// A message that comes out longer than anybody reads: `name`, `limit`.
    OVERSIZED_MESSAGE "oversized-message" Error Fixed;
    /// A message whose function fails: `name`, `reason`.
    FAILED_FUNCTION "failed-function" Error Fixed;
    /// A message taken from a fallback locale: `name`, `locale`, `from`.
    FALLBACK_MESSAGE "fallback-message" Warning Adjustable;
    /// Messages that are there in one language and not in another: `locale`, `name`, `count`.
    MISSING_IN_LOCALE "message-missing-in-locale" Warning Adjustable;
    /// A message that is built from other parts than in the source language: `name`, `kind`,
    /// `expected`, `found`.
    MESSAGE_DIFFERS "message-differs" Warning Adjustable;
    /// Messages that say the same in both languages: `locale`, `name`, `count`.
    IDENTICAL_MESSAGE "identical-message" Note Adjustable;
    /// Messages that nothing shows: `name`, `count`.
    UNUSED_MESSAGE "unused-message" Note Adjustable;

    // Language.
    /// A page that is harder to read than its audience's target: `edition`, `index`, `score`,
    /// `target`, `second` (another index with its score).
    HARD_TO_READ "hard-to-read" Warning Adjustable;
    /// A page that is harder to read than when somebody accepted it: `index`, `score`, `expected`
    /// (what was accepted), `second` (another index with its score).
    HARDER_THAN_ACCEPTED "harder-than-accepted" Warning Adjustable;
    /// A line of readability.lock that cannot be used.
    BROKEN_READABILITY "broken-readability" Warning Adjustable;
    /// A text in another language than its file is for: `scope` (page, block, file,
    /// register), `found`, `locale`, `count`, and of how many texts in this language: `total`.
    WRONG_LANGUAGE "wrong-language" Error Adjustable;
    /// A word to avoid: `name`, `expected` (what to write instead), `reason`, `count`.
    AVOIDED_WORD "avoided-word" Warning Adjustable;

    /// In a build of the pseudo-locale, a text that no translation reaches: `name` (the text),
    /// `route` (where it is first), `count` (of pages).
    UNTRANSLATABLE_TEXT "untranslatable-text" Warning Adjustable;

    // Translations.
    /// A term that a translation says otherwise than agreed: `name` (as the original says it),
    /// `expected` (what was agreed), `locale`, `count`.
    GLOSSARY_TERM "glossary-term" Warning Adjustable;
    /// A block for some audiences that only one of two languages has: `found`, `expected`.
    FENCES_DIFFER "fences-differ" Error Adjustable;
    /// A translation that is built otherwise than its original: `kind`, `found`, `expected`.
    STRUCTURE_DIFFERS "structure-differs" Warning Adjustable;
    /// A number, address or id that differs from the original: `expected`, `found`, `count`.
    FACTS_DIFFER "facts-differ" Warning Adjustable;
    /// A translation far longer or shorter than its original: `percent`.
    LENGTH_OUT_OF_PROPORTION "length-out-of-proportion" Warning Adjustable;
    /// Blocks that were left as they are in the original: `locale`, `count`.
    SAME_AS_ORIGINAL "same-as-original" Warning Adjustable;
    /// A text whose original has changed since: `reason` (which kind of text, or that the original
    /// has some no more), `count`.
    OUTDATED_TRANSLATION "outdated-translation" Warning Adjustable;
    /// Translations that translations.lock does not have: `count`.
    UNTRACKED_TRANSLATION "untracked-translation" Note Adjustable;
    /// An edition that is not as far as campaign.toml demands: `edition`, `name` (the demand),
    /// `count`.
    UNMET_GATE "unmet-gate" Error Fixed;
    /// A critical translation that nobody has read since it was made, or of which some texts were
    /// changed since: `count` (of these; 0 for all).
    UNREVIEWED_TRANSLATION "unreviewed-translation" Error Adjustable;
    /// A translation that was read by the one who made it: `name`.
    REVIEWED_BY_TRANSLATOR "reviewed-by-translator" Warning Adjustable;
    /// A translation that a machine made.
    MACHINE_TRANSLATION "machine-translation" Warning Adjustable;

    // Texts for translators.
    /// Blocks of a translation that stand for none of its original, or one that has no place in
    /// it: `reason`, `page`, `count`.
    UNALIGNED_TRANSLATION "unaligned-translation" Warning Adjustable;
    /// A translator's file that cannot be read: `reason`.
    BROKEN_EXCHANGE "broken-exchange" Error Fixed;
    /// A translator's file of another campaign or language: `reason`, `locale`.
    FOREIGN_EXCHANGE "foreign-exchange" Error Fixed;
    /// Texts that went out and did not come back: `count`.
    MISSING_TEXTS "missing-texts" Error Fixed;
    /// A text that came back twice.
    REPEATED_TEXT "repeated-text" Error Fixed;
    /// A text that does not keep what must stay: `reason`, `value`.
    ALTERED_TEXT "altered-text" Error Fixed;
    /// A text whose original is no longer there.
    STALE_TEXT "stale-text" Warning Fixed;
    /// A text that its translator is not sure of.
    UNCERTAIN_TEXT "uncertain-text" Warning Fixed;
    /// A new page or a new block of one that is not translated whole: `part`, `name`, `count`.
    INCOMPLETE_PAGE "incomplete-page" Warning Fixed;

    // Registers.
    /// A hotline that the register does not have: `name`.
    UNKNOWN_HOTLINE "unknown-hotline" Error Fixed;
    /// A number that cannot be dialled in its country: `number`, `country`.
    INVALID_NUMBER "invalid-number" Error Fixed;
    /// A hotline without a name in a locale: `name`, `locale`.
    UNNAMED_HOTLINE "unnamed-hotline" Error Fixed;
    /// A hotline that was confirmed too long ago: `name`, `days`. A warning where campaign.toml
    /// lets it pass by name.
    UNVERIFIED_HOTLINE "unverified-hotline" Error Fixed;
    /// A file that shows a hotline and does not say that nobody confirmed it for too long: `name`,
    /// `value`.
    UNMARKED_HOTLINE "unmarked-hotline" Error Fixed;
    /// A hotline whose confirmation will soon no longer hold: `name`, `days`.
    AGEING_HOTLINE "ageing-hotline" Warning Adjustable;
    /// A number with a prefix that no longer connects: `number`, `country`.
    OBSOLETE_PREFIX "obsolete-prefix" Error Fixed;
    /// Two hotlines with one number: `number`, `name`, `other`.
    SHARED_NUMBER "shared-number" Error Fixed;
    /// Two hotlines of one edition with one name: `name`, `other`, `edition`.
    AMBIGUOUS_HOTLINE "ambiguous-hotline" Error Fixed;
    /// A hotline that is offered although nobody answers: `name`, `reason`, `edition`.
    CLOSED_HOTLINE "closed-hotline" Error Fixed;
    /// A hotline that none of the countries of its readers reaches: `name`, `country`, `edition`.
    UNREACHABLE_HOTLINE "unreachable-hotline" Error Fixed;
    /// A country of readers from which no hotline is reached: `country`, `edition`.
    UNCOVERED_COUNTRY "uncovered-country" Error Adjustable;
    /// A discreet edition offers a hotline without saying who answers or what they share: `name`,
    /// `value`, `edition`.
    INCOMPLETE_HOTLINE "incomplete-hotline" Error Fixed;
    /// A hotline where nobody speaks the language of an edition: `name`, `locale`, `edition`.
    UNSPOKEN_LANGUAGE "unspoken-language" Warning Adjustable;
    /// An edition whose language nobody speaks on any of its hotlines: `locale`, `edition`.
    SPEECHLESS_EDITION "speechless-edition" Error Adjustable;
    /// Translations of one page that show different hotlines: `page`, `name`, `edition`.
    HOTLINES_DIFFER "hotlines-differ" Error Adjustable;
    /// A day that has not come yet: `name`, `value`.
    FUTURE_DATE "future-date" Error Fixed;
    /// A telephone number outside the register: `number`, `name` (of the line that has it, or
    /// “none”).
    TYPED_NUMBER "typed-number" Error Fixed;
    /// A page about a law that should have been read again: `value` (as of when it is), `days`. An
    /// error on a critical page.
    STALE_LAW "stale-law" Warning Adjustable;
    /// A claim that the register does not have: `name`.
    UNKNOWN_CLAIM "unknown-claim" Error Fixed;
    /// The words of a claim that do not say its value: `name`.
    UNSAID_VALUE "unsaid-value" Error Fixed;
    /// A figure typed into the words of a claim beside its value: `name`, `value`.
    FIXED_FIGURE "fixed-figure" Error Fixed;
    /// A claim whose source should have been read again: `name`, `value`. An error where an
    /// audience is strict about figures.
    OVERDUE_CLAIM "overdue-claim" Warning Adjustable;
    /// A figure that no claim carries, where an audience is strict: `value`, `edition`.
    UNSOURCED_FIGURE "unsourced-figure" Error Adjustable;

    // Routes and links.
    /// Two things at one address: `route`.
    ROUTE_COLLISION "route-collision" Error Fixed;
    /// A link to a page that the edition does not have: `destination`, `edition`.
    BROKEN_LINK "broken-link" Error Adjustable;
    /// A link to a heading that the page does not have: `destination`, `edition`.
    BROKEN_ANCHOR "broken-anchor" Error Adjustable;
    /// A link that writes out an address of the campaign itself: `destination`, `edition`.
    OWN_ADDRESS "own-address" Warning Adjustable;
    /// A link or image to a file that is not there: `destination`.
    MISSING_ASSET "missing-asset" Error Adjustable;

    // The safety of the visitor.
    /// An exit that leads nowhere in a language: `name` (the audience), `locale`.
    MISSING_EXIT "missing-exit" Error Fixed;
    /// An exit that leads somewhere unsafe: `destination`, `reason`.
    UNSAFE_EXIT "unsafe-exit" Error Fixed;
    /// An exit to a site that greets people with what they did last: `destination`.
    PERSONAL_EXIT "personal-exit" Warning Adjustable;
    /// An edition with an exit and without a page that says what it does not do: `edition`.
    MISSING_SAFETY_PAGE "missing-safety-page" Error Fixed;
    /// A home page that does not say a message that campaign.toml wants it to say: `name`,
    /// `edition`.
    MISSING_CORE_MESSAGE "missing-core-message" Error Adjustable;
    /// A page that asks its reader for more than one thing: `count`, `edition`.
    SEVERAL_ACTIONS "several-actions" Warning Adjustable;
    /// A page that asks people who need help to report: `name` (what it says), `word` (of it, or of
    /// the title of the page that it leads to; none where that page has lines of a government
    /// only), `edition`.
    REPORT_ACTION "report-action" Warning Adjustable;
    /// A language without one of the messages that such a page needs: `name`, `locale`.
    MISSING_SAFETY_MESSAGE "missing-safety-message" Error Fixed;
    /// A word that tells the subject of a discreet edition: `word`, `part`, `edition`.
    TOPIC_WORD "topic-word" Error Adjustable;
    /// A form or mail link in a discreet edition: `element`, `edition`.
    TRACEABLE_CONTACT "traceable-contact" Warning Adjustable;
    /// A page that costs more than its budget: `route`, `size`, `budget`, `requests`, `limit`.
    OVERWEIGHT_PAGE "overweight-page" Error Adjustable;
    /// Two colours that do not read well enough: `name` on `background` in `scheme`, with `ratio`
    /// where `limit` is the least; `shade` is the nearest that passes.
    LOW_CONTRAST "low-contrast" Error Fixed;

    // What `campaign check --online` finds on other sites.
    /// A link to what is not there any more: `destination`, `reason`, `status`, `archive` (where a
    /// copy may be).
    DEAD_LINK "dead-link" Error Adjustable;
    /// A link to what has moved for good: `destination`, `address` (the new one).
    MOVED_LINK "moved-link" Note Adjustable;
    /// A link to what could not be looked at: `destination`, `reason`, `status`.
    UNREACHED_LINK "unreached-link" Warning Adjustable;

    // What `campaign verify` finds where a site was deployed.
    /// A file that is not as it was published: `route`, `reason`, `destination` (of a redirect).
    ALTERED_FILE "altered-file" Error Fixed;
    /// A file that was published and is not there: `route`.
    UNDEPLOYED_FILE "undeployed-file" Error Fixed;
    /// A file that nobody published: `route`.
    FOREIGN_FILE "foreign-file" Error Fixed;
    /// A file for the host alone that it hands out: `route` (the first), `others` (how
    /// many more, or the word none).
    EXPOSED_FILE "exposed-file" Error Adjustable;
    /// A file that the host did not hand out: `route`, `reason`, `status`.
    UNANSWERED_FILE "unanswered-file" Error Fixed;
    /// Files that were not asked for, because too many had no answer: `others` (how many).
    UNVERIFIED_FILES "unverified-files" Error Fixed;
    /// A header that files come without: `name`, `expected`, `route`, `others`.
    MISSING_HEADER "missing-header" Error Adjustable;
    /// A header with another value: `name`, `value`, `expected`, `route`, `others`.
    ALTERED_HEADER "altered-header" Error Adjustable;
    /// A header that marks or sends away a visitor: `name`, `route`, `others`.
    FOREIGN_HEADER "foreign-header" Error Adjustable;

    // Templates.
    /// A template that does not parse or fails: `reason`.
    BROKEN_TEMPLATE "broken-template" Error Fixed;
    /// A template that the theme does not have: `name`.
    MISSING_TEMPLATE "missing-template" Error Fixed;
    /// A template that writes more than any page holds: `name`, `limit`.
    OVERSIZED_OUTPUT "oversized-output" Error Fixed;

    // What is read back: what an independent reader finds in the files that are about to be
    // published.
    /// A number that is not in the register, or not where the register says: `reason`, `what`,
    /// `output` (the first file), `others` (how many more).
    OUTPUT_NUMBER "output-number" Error Fixed;
    /// A page that dials other numbers in one language than in another: `what` (the other file),
    /// `output`.
    NUMBERS_DIFFER "numbers-differ" Warning Adjustable;
    /// A page that does not show every way to reach a line that its text places: `what` (line and
    /// channel), `output`, `others`.
    MISSING_CHANNEL "missing-channel" Error Adjustable;
    /// A page that shows a block of its text elsewhere, or not at all: `reason`, `output`, `others`.
    MOVED_BLOCK "moved-block" Error Adjustable;
    /// A link that leads nowhere: `reason`, `what`, `output`, `others`.
    OUTPUT_LINK "output-link" Error Adjustable;
    /// Something that a browser would load from another site: `reason`, `what`, `output`, `others`.
    FOREIGN_ORIGIN "foreign-origin" Error Fixed;
    /// Something that could run in a reader's browser: `reason`, `what`, `output`, `others`.
    ACTIVE_CONTENT "active-content" Error Fixed;
    /// Something that is written for others, or for nobody yet: `reason`, `what`, `output`,
    /// `others`.
    LEAK "leak" Error Fixed;
    /// A page that is not well formed, or does not say its language: `reason`, `what`, `output`,
    /// `others`.
    OUTPUT_STRUCTURE "output-structure" Error Fixed;
    /// A file that nobody can look into: `reason`, `output`, `others`.
    UNREAD_FILE "unread-file" Error Adjustable;
    /// Two pages of an edition with one title: `what`, `output`, `others`.
    REPEATED_TITLE "repeated-title" Warning Adjustable;
    /// What tells of the tool, the machine or its user: `reason`, `what`, `output`, `others`.
    TRACE "trace" Error Fixed;
}

/// The rule of this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.id == id)
}
