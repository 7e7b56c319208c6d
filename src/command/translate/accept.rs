//! `campaign translate accept`: a person says that a translation says what its original says.

use crate::command::translate::names::{pages, target};
use crate::command::{Failure, Manner, Project, Request, Status};
use crate::compile::Compiled;
use crate::exchange::acceptance::{Acceptances, Accepted, Subject, is_unreadable};
use crate::model::front_matter::is_same_person;
use crate::model::locale::LocaleTag;
use crate::model::page::{Page, PageKey, Translation};
use crate::source::SourcePath;
use crate::world::amend::amend;
use crate::world::report::{Format, Stream};

/// What is accepted.
#[derive(Clone, Debug, Default)]
pub struct Accept {
    /// The campaign.
    pub request: Request,
    /// The folders of pages or of messages.
    pub names: Vec<String>,
    /// Whether it is everything that is not a draft.
    pub extent: Extent,
    /// The language; every language that a page is translated into when there is none.
    pub locale: Option<String>,
    /// Who has read it.
    pub reviewer: Option<String>,
}

/// More than this are not listed one by one.
const MANY: usize = 12;

/// How much is accepted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// What is named.
    #[default]
    Named,
    /// Everything.
    All,
}

/// Accepts.
///
/// # Errors
/// When the command makes no sense, a file was changed meanwhile, or the machine would not.
pub fn run(accept: &Accept, manner: &Manner) -> Result<Status, Failure> {
    let mut project = Project::prepare(&accept.request)?;
    let Some(compiled) = project.compiled.take() else {
        return Ok(project.report(manner));
    };
    project.faults.retain(is_unreadable);
    if !project.faults.is_empty() {
        // What a line says that cannot be read would be lost.
        project.report(manner);
        return Err(Failure::usage("lock-unreadable", []));
    }
    let foreign = compiled.in_another_language();
    let locale = match &accept.locale {
        Some(name) => Some(target(name, &compiled)?),
        None => None,
    };
    let subjects = subjects(accept, &compiled, locale.as_ref())?;
    if let Some(name) = &accept.reviewer {
        refuse_own_review(&subjects, name)?;
    }
    let reviewer = accept.reviewer.as_deref();
    let mut acceptances = Acceptances::new(&compiled.campaign, &project.snapshot, reviewer);
    let mut accepted: Vec<Accepted> = Vec::new();
    let mut left = 0;
    for subject in &subjects {
        if foreign.contains(path_of(subject)) {
            if accept.extent == Extent::Named {
                return Err(refusal("accept-foreign", subject));
            }
            left += 1;
            continue;
        }
        match acceptances.accept(subject) {
            Some(found) => accepted.push(found),
            None if accept.extent == Extent::All => {}
            None => return Err(refusal("accept-draft", subject)),
        }
    }
    amend(&project.root, &project.snapshot, &acceptances.into_files())?;
    tell(&accepted, left, manner);
    Ok(Status::Done)
}

fn subjects<'a>(
    accept: &Accept,
    compiled: &'a Compiled,
    locale: Option<&LocaleTag>,
) -> Result<Vec<Subject<'a>>, Failure> {
    let is_meant = |tag: &LocaleTag| locale.is_none_or(|locale| locale == tag);
    let campaign = &compiled.campaign;
    let of_page = |page: &'a Page| -> Vec<Subject<'a>> {
        let files = page.translations.iter();
        files
            .filter(|own| is_meant(&own.locale) && page.original_of(own).is_some())
            .map(|own| Subject::Page(page, own))
            .collect()
    };
    let messages = || campaign.phrases.iter().filter(|own| is_meant(&own.locale));
    if accept.extent == Extent::All {
        let pages = campaign.pages.values().flat_map(|page| of_page(page));
        return Ok(pages.chain(messages().map(Subject::Messages)).collect());
    }
    let mut found = Vec::new();
    for name in &accept.names {
        let trimmed = name.trim_start_matches("./").trim_end_matches('/');
        let mut own = messages().filter(|own| trimmed.starts_with(own.folder.as_str()));
        if let Some(own) = own.next() {
            found.push(Subject::Messages(own));
            continue;
        }
        if let Some((page, own)) = file(compiled, trimmed) {
            found.push(Subject::Page(page, own));
            continue;
        }
        let keys = pages(std::slice::from_ref(name), compiled)?;
        let pages = keys
            .iter()
            .filter_map(|key: &PageKey| campaign.pages.get(key));
        let before = found.len();
        found.extend(pages.flat_map(|page| of_page(page)));
        if found.len() == before {
            let locale = locale.map_or_else(String::new, LocaleTag::to_string);
            let arguments = [("name", name.clone()), ("locale", locale)];
            return Err(Failure::usage("nothing-to-accept", arguments));
        }
    }
    Ok(found)
}

/// The translation whose file was typed.
fn file<'a>(compiled: &'a Compiled, name: &str) -> Option<(&'a Page, &'a Translation)> {
    let pages = compiled.campaign.pages.values();
    let mut files = pages.flat_map(|page| page.translations.iter().map(|own| (&**page, own)));
    files.find(|(page, own)| own.path.as_str() == name && page.original_of(own).is_some())
}

/// Nobody sees their own mistakes.
fn refuse_own_review(subjects: &[Subject<'_>], name: &str) -> Result<(), Failure> {
    let is_own = |subject: &&Subject<'_>| match subject {
        Subject::Page(_, own) => {
            let writer = own.front.translated_by.as_ref();
            writer.is_some_and(|writer| is_same_person(writer, name))
        }
        Subject::Messages(_) => false,
    };
    match subjects.iter().find(is_own) {
        Some(subject) => Err(refusal("own-review", subject)),
        None => Ok(()),
    }
}

fn refusal(id: &'static str, subject: &Subject<'_>) -> Failure {
    Failure::usage(id, [("path", path_of(subject).to_string())])
}

fn path_of<'a>(subject: &Subject<'a>) -> &'a SourcePath {
    match subject {
        Subject::Page(_, own) => &own.path,
        Subject::Messages(own) => &own.folder,
    }
}

fn tell(accepted: &[Accepted], left: usize, manner: &Manner) {
    if manner.quiet || manner.format != Format::Text {
        return;
    }
    let new: Vec<&Accepted> = accepted.iter().filter(|own| own.new > 0).collect();
    // A person who accepts everything at once knows what there is.
    let told = new.iter().filter(|_| new.len() <= MANY);
    let mut lines: Vec<String> = told
        .map(|own| {
            let arguments = [
                ("path", own.path.as_str().into()),
                ("count", own.new.into()),
                ("unread", own.unread.into()),
            ];
            manner.voice.say("accepted", &arguments)
        })
        .collect();
    let rest = accepted.len() - new.len();
    lines.push(manner.voice.say(
        "accepted-in-all",
        &[("count", accepted.len().into()), ("rest", rest.into())],
    ));
    let foreign = (left > 0).then(|| {
        let count = [("count", left.into())];
        manner.voice.say("accepted-but-foreign", &count)
    });
    lines.extend(foreign);
    // The work is done whether or not anybody reads this.
    let _ = Stream::Output.write(&(lines.join("\n") + "\n"));
}
