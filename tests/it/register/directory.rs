//! The directory of lines for other systems, in the form of HSDS.

use campaign::compile::{Options, compile};

use super::Campaign;
use crate::schema;

/// What the schema of HSDS 3.0 in `tests/hsds` says of a directory.
fn violations(directory: &serde_json::Value) -> Vec<String> {
    let schema = include_str!("../../hsds/services.schema.json");
    schema::violations(&serde_json::from_str(schema).unwrap(), directory)
}

/// Every id in it.
fn ids(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            found.extend(
                fields
                    .get("id")
                    .and_then(|id| id.as_str())
                    .map(str::to_owned),
            );
            fields.values().for_each(|value| ids(value, found));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| ids(value, found)),
        _ => {}
    }
}

#[test]
fn the_directory_has_the_form_of_hsds() {
    let text = Campaign::new().file("media/es/hotlines.json");
    let page: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(violations(&page), Vec::<String>::new());
    assert_eq!(page["total_items"], 2);
    let services = page["contents"].as_array().unwrap();
    let mut found = Vec::new();
    ids(&page, &mut found);
    let count = found.len();
    found.sort();
    found.dedup();
    assert_eq!(found.len(), count, "ids are unique");
    let nhth = services
        .iter()
        .find(|service| service["name"] == "Línea Nacional (Estados Unidos)")
        .unwrap();
    assert_eq!(nhth["assured_date"], "2026-01-15");
    assert_eq!(nhth["phones"][0]["number"], "+18883737888");
    assert_eq!(nhth["phones"][1]["number"], "233733");
    assert_eq!(nhth["schedules"][0]["byday"], "MO,TU,WE,TH,FR,SA,SU");
    // The end of a day is no time of the day to most readers.
    assert_eq!(nhth["schedules"][0]["closes_at"], "23:59");
}

#[test]
fn the_directory_of_the_example_has_the_form_of_hsds() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let snapshot = campaign::world::disk::read(root).unwrap().value;
    let options = Options {
        today: "2026-11-24".parse().unwrap(),
        drafts: false,
        base_url: None,
    };
    let compiled = compile(&snapshot, &options).value.unwrap();
    let directories: Vec<_> = compiled
        .site
        .entries
        .keys()
        .filter(|route| route.as_str().ends_with("hotlines.json"))
        .collect();
    assert_eq!(
        directories.len(),
        2,
        "one for each language of the providers"
    );
    for route in directories {
        let bytes = compiled.render(route).unwrap().value.bytes;
        let directory = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(violations(&directory), Vec::<String>::new(), "{route}");
    }
}

/// A schema that finds nothing would prove nothing.
#[test]
fn what_is_not_hsds_is_found() {
    let text = Campaign::new().file("media/es/hotlines.json");
    let good: serde_json::Value = serde_json::from_str(&text).unwrap();
    let breaks = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut page = good.clone();
        change(&mut page["contents"][0]);
        assert_ne!(violations(&page), Vec::<String>::new(), "{page}");
    };
    breaks(&|service| service["status"] = "open".into());
    breaks(&|service| service["id"] = "nhth".into());
    breaks(&|service| service["phones"][0]["number"] = 8_883_737_888_u64.into());
    breaks(&|service| service["phones"][0]["type"] = "sms".into());
    breaks(&|service| service["languages"][0]["code"] = "Spanish".into());
    breaks(&|service| service["opening"] = "always".into());
    breaks(&|service| service["assured_date"] = "yesterday".into());
    breaks(&|service| {
        service.as_object_mut().unwrap().remove("name");
    });
}
