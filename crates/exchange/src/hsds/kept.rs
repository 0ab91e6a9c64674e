//! What a file says of a service beyond what an edition knows: its own fields and the
//! records that belong to it, in the shapes of the specification; every field that it
//! does not know stands as it is. Persons, how to reach them, and places are left out.

use super::{
    id::id,
    write::{organization_id, taxonomy_id},
};
use crate::{
    json::{number, text, without},
    web::is_address,
};
use interlocal_catalog::{OfferingId, organization::Organization};
use serde_json::{Map, Value, json};

/// Fields that tell of persons, of how to reach them, and of places.
pub(super) const LEFT_OUT: [&str; 14] = [
    "accessibility",
    "addresses",
    "assurer_email",
    "contact",
    "contacts",
    "email",
    "location",
    "locations",
    "metadata",
    "phone",
    "phones",
    "service_at_location",
    "service_at_locations",
    "updated_by",
];
/// What a file says of a service, without persons, how to reach them, and places.
pub fn told(service: &Value) -> Value {
    without(service, &|name| LEFT_OUT.contains(&name))
}

/// Fields that name rows of others, which the record does not stand under here.
const ELSEWHERE: [&str; 8] = [
    "contact_id",
    "link_id",
    "location_id",
    "organization_id",
    "phone_id",
    "service_at_location_id",
    "service_id",
    "organization",
];
/// Fields of a service that are always those of the edition.
const OF_EDITION: [&str; 8] = [
    "application_process",
    "assured_date",
    "description",
    "last_modified",
    "name",
    "program_id",
    "status",
    "url",
];

/// How a field of the specification looks.
enum Shape {
    Text,
    Number,
    Word(&'static [&'static str]),
    Address,
    Id,
    /// One record, of what kind.
    One(&'static str),
    /// Records, of what kind.
    List(&'static str),
    /// Not one of the specification.
    Any,
}

fn shape(kind: &str, name: &str) -> Shape {
    match name {
        "accreditations"
        | "alert"
        | "alternate_name"
        | "amount_description"
        | "attending_type"
        | "byday"
        | "bymonthday"
        | "byweekno"
        | "byyearday"
        | "closes_at"
        | "code"
        | "currency"
        | "description"
        | "document"
        | "dtstart"
        | "eligibility_description"
        | "extent"
        | "extent_type"
        | "fees"
        | "fees_description"
        | "interpretation_services"
        | "language"
        | "licenses"
        | "link_entity"
        | "link_type"
        | "name"
        | "note"
        | "notes"
        | "opens_at"
        | "option"
        | "source"
        | "taxonomy"
        | "until"
        | "valid_from"
        | "valid_to"
        | "value"
        | "version"
        | "wait_time" => Shape::Text,
        "amount" | "count" | "interval" | "maximum_age" | "minimum_age" | "timezone" => {
            Shape::Number
        }
        "freq" => Shape::Word(&["WEEKLY", "MONTHLY"]),
        "wkst" => Shape::Word(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
        "uri" if kind == "service-area" => Shape::Text,
        "schedule_link" | "term_uri" | "uri" | "url" => Shape::Address,
        "parent_id" | "taxonomy_id" | "taxonomy_term_id" => Shape::Id,
        "program" => Shape::One("program"),
        "taxonomy_term" => Shape::One("category"),
        "taxonomy_detail" => Shape::One("taxonomy"),
        "attributes" => Shape::List("attribute"),
        "cost_options" => Shape::List("cost"),
        "funding" => Shape::List("funding"),
        "languages" => Shape::List("language"),
        "required_documents" => Shape::List("required-document"),
        "schedules" => Shape::List("schedule"),
        "service_areas" => Shape::List("service-area"),
        _ => Shape::Any,
    }
}

/// What is kept of the source of a service.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    fields: Map<String, Value>,
}

impl Kept {
    /// What the source says of a service that stands under this slug of this body.
    pub fn of(source: &Value, slug: &OfferingId, body: &Organization) -> Self {
        let service = id("service", slug.as_str());
        let mut fields = within("service", &service, source);
        for name in OF_EDITION {
            fields.remove(name);
        }
        if let Some(program) = fields.get_mut("program") {
            program["organization_id"] = json!(organization_id(body));
            let named = program["id"].clone();
            fields.insert("program_id".to_owned(), named);
        }
        Self { fields }
    }

    /// The program that it belongs to.
    pub fn program(&self) -> Option<&Value> {
        self.fields.get("program")
    }

    /// The records of a list; none where there are none.
    pub fn list(&self, name: &str) -> &[Value] {
        let list = self.fields.get(name).and_then(Value::as_array);
        list.map_or(&[], Vec::as_slice)
    }

    /// Terms of other vocabularies than the portal's: of its own the edition speaks.
    pub fn attributes(&self) -> impl Iterator<Item = &Value> {
        let own = taxonomy_id();
        let all = self.list("attributes").iter();
        all.filter(move |one| text(&one["taxonomy_term"], "taxonomy_id") != own)
    }

    /// Its own fields: those of the specification that are no record.
    pub fn own(&self) -> Map<String, Value> {
        self.some(|name| {
            let shape = shape("service", name);
            name == "program_id" || matches!(shape, Shape::Text | Shape::Number)
        })
    }

    /// Fields that the specification does not know.
    pub fn beyond(&self) -> Map<String, Value> {
        let own = |name: &str| matches!(shape("service", name), Shape::Text | Shape::Number);
        self.some(|name| {
            let is_record = matches!(shape("service", name), Shape::One(_) | Shape::List(_));
            name != "program_id" && !is_record && !own(name)
        })
    }

    fn some(&self, is_one: impl Fn(&str) -> bool) -> Map<String, Value> {
        let some = self.fields.iter().filter(|(name, _)| is_one(name));
        some.map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    }
}

/// The fields of a record, without its id and its owner.
fn within(kind: &str, own_id: &str, record: &Value) -> Map<String, Value> {
    let mut said = Map::new();
    for (name, value) in record.as_object().into_iter().flatten() {
        let is_left = LEFT_OUT.contains(&name.as_str()) || ELSEWHERE.contains(&name.as_str());
        if is_left || name == "id" || value.is_null() {
            continue;
        }
        if let Some(value) = fitting(kind, own_id, name, value) {
            said.insert(name.clone(), value);
        }
    }
    said
}

fn fitting(kind: &str, own_id: &str, name: &str, value: &Value) -> Option<Value> {
    match shape(kind, name) {
        Shape::Text => words(value).map(Value::String),
        Shape::Number => number(value),
        Shape::Word(known) => {
            let word = words(value)?.to_uppercase();
            known.contains(&word.as_str()).then(|| json!(word))
        }
        Shape::Address => words(value)
            .filter(|one| is_address(one))
            .map(Value::String),
        Shape::Id => words(value).filter(|one| is_uuid(one)).map(Value::String),
        Shape::One(kind) => shared(kind, value),
        Shape::List(kind) => {
            let all = value.as_array()?.iter().enumerate();
            let all = all.filter_map(|(at, one)| belonging(kind, own_id, at, one));
            let all: Vec<Value> = all.collect();
            (!all.is_empty()).then_some(Value::Array(all))
        }
        Shape::Any => Some(told(value)),
    }
}

/// A record that belongs to another one, and the id of that one.
fn belonging(kind: &'static str, owner: &str, at: usize, record: &Value) -> Option<Value> {
    let stated = text(record, "id");
    let own_id = if is_uuid(&stated) {
        stated
    } else if stated.is_empty() {
        id(kind, &format!("{owner}/kept/{at}"))
    } else {
        id(kind, &format!("{owner}/kept/{stated}"))
    };
    let mut said = within(kind, &own_id, record);
    if said.is_empty() {
        return None;
    }
    said.insert("id".to_owned(), json!(own_id));
    if kind == "attribute" {
        said.insert("link_id".to_owned(), json!(owner));
        said.entry("link_entity").or_insert(json!("service"));
        said.remove("taxonomy_term_id");
        if let Some(term) = said.get("taxonomy_term") {
            let named = term["id"].clone();
            said.insert("taxonomy_term_id".to_owned(), named);
        }
    } else {
        said.insert("service_id".to_owned(), json!(owner));
    }
    Some(Value::Object(said))
}

/// A record that many services may name: it has a name and is described.
fn shared(kind: &'static str, record: &Value) -> Option<Value> {
    let mut said = within(kind, "", record);
    let named = ["name", "code"].map(|name| words(said.get(name)?));
    let name = named.into_iter().flatten().next()?;
    let stated = text(record, "id");
    let own_id = match is_uuid(&stated) {
        true => stated,
        false => id(kind, &format!("kept/{stated}/{name}")),
    };
    said.insert("id".to_owned(), json!(own_id));
    said.entry("name").or_insert(json!(name));
    said.entry("description").or_insert(json!(name));
    if kind == "category" {
        said.remove("taxonomy_id");
        if let Some(taxonomy) = said.get("taxonomy_detail") {
            let named = taxonomy["id"].clone();
            said.insert("taxonomy_id".to_owned(), named);
        }
    }
    Some(Value::Object(said))
}

fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        _ => return None,
    };
    (!words.trim().is_empty()).then_some(words)
}

/// Whether a text is a UUID.
fn is_uuid(text: &str) -> bool {
    let mut bytes = text.bytes().enumerate();
    text.len() == 36
        && bytes.all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::{Kept, is_uuid};
    use interlocal_catalog::{
        OfferingId,
        organization::{BodyKind, Level, Organization},
    };
    use serde_json::{Value, json};

    fn kept(source: &Value) -> Kept {
        let body = Organization {
            id: "arden".into(),
            name: "Arden".to_owned(),
            aliases: Vec::new(),
            kind: BodyKind::Consortium,
            level: Level::Regional,
            state_cio: false,
            of: None,
            serves: Vec::new(),
            website: None,
        };
        Kept::of(source, &OfferingId::new("backup"), &body)
    }

    #[test]
    fn fields_and_records_stay_in_their_shapes_and_persons_and_places_do_not() {
        let id = "2989d3ed-c547-48f8-8f9d-432d81c7892e";
        let found = kept(&json!({
            "id": "s1", "name": "Backup", "status": "active", "alert": "Moved online",
            "minimum_age": "12", "ownField": {"a": [1, null], "phones": [1]},
            "email": "ann@example.com", "contacts": [{"id": "c", "name": "Ann Persona"}],
            "service_at_locations": [{"id": "l"}],
            "languages": [{"id": id, "name": "Urdu", "phone_id": id}, {"id": "l2", "name": "Polish"}],
            "schedules": [{"id": id, "freq": "often", "wkst": "tu"}],
            "program": {"id": "p1", "name": "Support"},
            "attributes": [{"taxonomy_term": {"id": "t", "code": "C-1"}}],
        }));
        assert_eq!(
            Value::Object(found.own()),
            json!({"alert": "Moved online", "minimum_age": 12,
                "program_id": found.program().unwrap()["id"]})
        );
        assert_eq!(
            Value::Object(found.beyond()),
            json!({"ownField": {"a": [1, null]}})
        );
        let [urdu, polish] = found.list("languages") else {
            panic!("{found:?}")
        };
        assert_eq!((&urdu["id"], &urdu["phone_id"]), (&json!(id), &Value::Null));
        assert!(is_uuid(polish["id"].as_str().unwrap()), "{polish}");
        let schedule = &found.list("schedules")[0];
        assert_eq!(
            (&schedule["wkst"], schedule.get("freq")),
            (&json!("TU"), None)
        );
        let attribute = found.attributes().next().unwrap();
        assert_eq!(
            attribute["taxonomy_term_id"],
            attribute["taxonomy_term"]["id"]
        );
        assert_eq!(attribute["taxonomy_term"]["description"], "C-1");
        assert!(!format!("{found:?}").contains("Persona"));
    }
}
