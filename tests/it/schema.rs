//! JSON Schema, as much of it as the schemas of this folder use. The library for it would bring forty
//! crates along, for one test.

use serde_json::{Map, Value};

/// What a value has that its schema does not allow, each with where it is.
pub fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let mut checker = Checker {
        root: schema,
        found: Vec::new(),
    };
    checker.check(schema, value, "");
    checker.found
}

struct Checker<'a> {
    root: &'a Value,
    found: Vec<String>,
}

/// The words of a schema that say nothing about a value.
const REMARKS: [&str; 4] = ["$schema", "$defs", "title", "description"];

impl<'a> Checker<'a> {
    fn check(&mut self, schema: &'a Value, value: &Value, at: &str) {
        for (word, rule) in schema.as_object().unwrap() {
            let holds = match word.as_str() {
                "$ref" => {
                    let name = rule.as_str().unwrap().trim_start_matches('#');
                    self.check(self.root.pointer(name).unwrap(), value, at);
                    true
                }
                "type" => is_of_type(value, rule.as_str().unwrap()),
                "enum" => rule.as_array().unwrap().contains(value),
                "minimum" => value.as_f64() >= rule.as_f64(),
                "minLength" => {
                    value.as_str().map(str::len)
                        >= rule.as_u64().map(|least| usize::try_from(least).unwrap())
                }
                "format" => value
                    .as_str()
                    .is_some_and(|text| has_format(text, rule.as_str().unwrap())),
                "required" => rule
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|key| value.get(key.as_str().unwrap()).is_some()),
                "items" => {
                    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(rule, item, &format!("{at}/{index}"));
                    }
                    true
                }
                "properties" => {
                    self.properties(rule.as_object().unwrap(), value, at);
                    true
                }
                // Every object of ours says what it may have.
                "additionalProperties" => {
                    let known = schema["properties"].as_object().unwrap();
                    value
                        .as_object()
                        .is_some_and(|own| own.keys().all(|key| known.contains_key(key)))
                }
                remark if REMARKS.contains(&remark) => true,
                other => panic!("the checker does not know {other}"),
            };
            if !holds {
                self.found.push(format!("{at}: {word} {rule}: {value}"));
            }
        }
    }

    fn properties(&mut self, schemas: &'a Map<String, Value>, value: &Value, at: &str) {
        for (key, schema) in schemas {
            if let Some(inner) = value.get(key) {
                self.check(schema, inner, &format!("{at}/{key}"));
            }
        }
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("the checker does not know {other}"),
    }
}

/// `uuid`, `date`, `uri` and `email` as in JSON Schema; the others are forms that HSDS describes.
fn has_format(text: &str, name: &str) -> bool {
    let is_digits = |text: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    match name {
        "uuid" => {
            let lengths: Vec<usize> = text.split('-').map(str::len).collect();
            lengths == [8, 4, 4, 4, 12]
                && text
                    .bytes()
                    .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
        }
        "date" => text.parse::<campaign::model::date::Date>().is_ok(),
        "uri" => text.starts_with("https://") || text.starts_with("http://"),
        "email" => text
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.')),
        "number" => match text.strip_prefix('+') {
            Some(digits) => is_digits(digits, 8..=15),
            None => is_digits(text.trim_start_matches('*'), 2..=6),
        },
        "language" => {
            (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase())
        }
        "days" => text
            .split(',')
            .all(|day| ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].contains(&day)),
        "hour" => text.split_once(':').is_some_and(|(hour, minute)| {
            is_digits(hour, 2..=2) && is_digits(minute, 2..=2) && hour < "24" && minute < "60"
        }),
        other => panic!("the checker does not know {other}"),
    }
}
