//! Whether what a message says to one audience is of an audience that there is: a misspelt name
//! would give everybody of it the words that are for the others.

use crate::diagnostic::{Diagnostic, Place, closest};
use crate::model::audience::AudienceId;
use crate::model::campaign::Campaign;
use crate::model::message::Resource;
use crate::rules;

/// The variable that holds a reader's audience.
const AUDIENCE: &str = "$audience";

/// The variants for audiences that do not exist, in files of the campaign itself.
pub fn check(campaign: &Campaign) -> Vec<Diagnostic> {
    let audiences = campaign.settings.audience_ids();
    let resources = campaign.messages.resources.iter();
    resources
        .filter(|resource| resource.is_own())
        .flat_map(|resource| of_resource(resource, &audiences))
        .collect()
}

fn of_resource(resource: &Resource, audiences: &[AudienceId]) -> Vec<Diagnostic> {
    let names = || audiences.iter().map(AudienceId::as_str);
    let definitions = resource.definitions.values();
    let keys = definitions
        .flat_map(|definition| &definition.selectors)
        .filter(|selector| selector.on == AUDIENCE)
        .flat_map(|selector| &selector.keys);
    keys.filter(|key| !names().any(|name| name == key.name))
        .map(|key| {
            Diagnostic::new(&rules::UNKNOWN_AUDIENCE)
                .at(Place::new(&resource.path, key.span))
                .with("name", &key.name)
                .suggest(closest(&key.name, names()))
        })
        .collect()
}
