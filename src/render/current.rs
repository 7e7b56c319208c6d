//! The file that this thread renders now.
//!
//! Tera calls a function with its arguments and nothing else: inside a component not even the
//! context can be seen. So what `t`, `url` and the others must know of the file they are called
//! for (its edition, where it lies) is put here for the time of one synchronous rendering, and what
//! they find out (assets that are used, faults) is taken from here afterwards.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use crate::diagnostic::{Diagnosed, Diagnostic, Place};
use crate::model::audience::AudienceId;
use crate::model::fact::Fact;
use crate::model::locale::LocaleTag;
use crate::model::page::PageKey;
use crate::model::route::Route;
use crate::render::stage::Stage;

/// What functions may know of the file they are called for.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The edition, as an index into the site's; none for a file of a whole audience or site.
    pub edition: Option<usize>,
    /// The audience whose assets and looks it has, as an index into the campaign's.
    pub audience: usize,
    /// Whom it speaks to; nobody in particular at a front door.
    pub audience_id: Option<AudienceId>,
    /// The language of the file.
    pub locale: LocaleTag,
    /// Where the file lies.
    pub route: Route,
    /// The page that it shows, as an index into the edition's; none for another kind of file.
    pub page: Option<usize>,
    /// The page that relative paths start from.
    pub from: PageKey,
    /// What addresses begin with; relative to the file when none.
    pub base: Option<String>,
    /// Where a fault stands that a template cannot be blamed for.
    pub place: Option<Place>,
}

/// A fault that a function met: the template's text that leads to its call, and the fault.
#[derive(Debug)]
pub struct Complaint {
    /// What stands at the call, such as `id="nav-home"`.
    pub call: String,
    /// What is wrong.
    pub fault: Diagnostic,
}

/// What came of a rendering besides its text.
#[derive(Debug, Default)]
pub struct Findings {
    /// Assets that were referred to.
    pub references: BTreeSet<Route>,
    /// Facts that were shown.
    pub facts: BTreeSet<Fact>,
    /// What is wrong, with a place.
    pub faults: Vec<Diagnostic>,
    /// What is wrong somewhere in a template.
    pub complaints: Vec<Complaint>,
}

/// A stage in the hand of one thread. Every call of a function takes hold of it, and threads that
/// counted that in one place would wait for each other.
pub struct Held(Arc<Stage>);

impl Deref for Held {
    type Target = Stage;

    fn deref(&self) -> &Stage {
        &self.0
    }
}

struct Current {
    scope: Rc<Scope>,
    findings: Findings,
}

thread_local! {
    static STAGES: RefCell<Vec<Rc<Held>>> = const { RefCell::new(Vec::new()) };
    static CURRENT: RefCell<Vec<Current>> = const { RefCell::new(Vec::new()) };
}

/// Does `work` with `stage` as that of this thread. Templates know no stage of their own, so that
/// they need not be compiled again for another one.
pub fn on_stage<T>(stage: &Arc<Stage>, work: impl FnOnce() -> T) -> T {
    STAGES.with_borrow_mut(|stages| stages.push(Rc::new(Held(Arc::clone(stage)))));
    let value = work();
    STAGES.with_borrow_mut(Vec::pop);
    value
}

/// The stage of this thread; none outside [`on_stage`].
pub fn stage() -> Option<Rc<Held>> {
    STAGES.with_borrow(|stages| stages.last().cloned())
}

/// Does `work` with `scope` as the file of this thread.
pub fn with<T>(scope: Scope, work: impl FnOnce() -> T) -> (T, Findings) {
    CURRENT.with_borrow_mut(|stack| {
        stack.push(Current {
            scope: Rc::new(scope),
            findings: Findings::default(),
        })
    });
    let value = work();
    let current = CURRENT
        .with_borrow_mut(Vec::pop)
        .expect("the scope that was pushed above");
    (value, current.findings)
}

/// The scope of the file that this thread renders; none outside [`with`].
pub fn scope() -> Option<Rc<Scope>> {
    CURRENT.with_borrow(|stack| stack.last().map(|current| Rc::clone(&current.scope)))
}

/// Notes that the file refers to an asset.
pub fn refer_to(route: &Route) {
    CURRENT.with_borrow_mut(|stack| {
        if let Some(current) = stack.last_mut() {
            current.findings.references.insert(route.clone());
        }
    });
}

/// Notes that the file shows a fact.
pub fn mention(fact: Fact) {
    CURRENT.with_borrow_mut(|stack| {
        if let Some(current) = stack.last_mut() {
            current.findings.facts.insert(fact);
        }
    });
}

/// Notes what is wrong with a call in a template.
pub fn complain(call: &str, faults: Vec<Diagnostic>) {
    CURRENT.with_borrow_mut(|stack| {
        if let Some(current) = stack.last_mut() {
            let complaints = faults.into_iter().map(|fault| Complaint {
                call: call.to_owned(),
                fault,
            });
            current.findings.complaints.extend(complaints);
        }
    });
}

impl Findings {
    /// Takes in what came of another rendering for the same file.
    pub fn absorb(&mut self, other: Self) {
        self.references.extend(other.references);
        self.facts.extend(other.facts);
        self.faults.extend(other.faults);
        self.complaints.extend(other.complaints);
    }

    /// The value of a rendering with its faults, references and facts aside.
    pub fn diagnosed<T>(self, value: T) -> Diagnosed<T> {
        Diagnosed::new(value, self.faults)
    }
}
