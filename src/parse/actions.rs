//! `[[actions]]` of theme.toml → how its pages ask for the one thing to do.

use crate::model::action::ActionForm;
use crate::parse::value::{Data, Fields, Table};
use crate::source::Span;

/// The forms that a theme declares.
pub fn of_theme(fields: &mut Fields<'_>) -> Vec<ActionForm> {
    let Some(entry) = fields.entry("actions") else {
        return Vec::new();
    };
    let Data::Array(values) = &entry.value.data else {
        fields.invalid("actions", &entry.value, "[[actions]]");
        return Vec::new();
    };
    let mut forms = Vec::new();
    for value in values {
        match &value.data {
            Data::Table(table) => forms.extend(form(fields, table, value.span)),
            _ => fields.invalid("actions", value, "[[actions]]"),
        }
    }
    forms
}

fn form(fields: &mut Fields<'_>, table: &Table, span: Span) -> Option<ActionForm> {
    let mut faults = Vec::new();
    let mut inner = Fields::new(table, fields.path(), span, &mut faults);
    let component = inner.string("component");
    let label = required(&mut inner, "label");
    let to = required(&mut inner, "to");
    inner.finish();
    faults.into_iter().for_each(|fault| fields.fault(fault));
    Some(ActionForm {
        component,
        label: label?,
        to: to?,
    })
}

fn required(fields: &mut Fields<'_>, key: &'static str) -> Option<String> {
    if fields.entry(key).is_none() {
        fields.missing(key);
    }
    fields.string(key)
}
