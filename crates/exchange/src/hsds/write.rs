//! Offerings and bodies as services and organizations of HSDS 3.0. What a portal does
//! not know – opening hours, languages – is what the file said that a service was taken
//! from; where its edition says something, that stands.

use super::{id::id, kept::Kept};
use crate::{
    json::text,
    web::{is_address, is_email},
};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    Decimal, OfferingId, PlaceId,
    access::{AccessRule, Area, Audience, StepKind, Steps, WholeArea},
    category::{Category, Vocabulary},
    offering::{Content, CostModel, Status},
    organization::Organization,
    price::{Price, PriceLine},
};
use serde_json::{Map, Value, json};

/// The name of the taxonomy of categories.
const TAXONOMY: &str = "Interlocal categories";

/// An offering as it is listed.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    /// Its slug.
    pub slug: &'a OfferingId,
    /// What its current edition says.
    pub content: &'a Content,
    /// The body that publishes it.
    pub provider: &'a Organization,
    /// Where it stands.
    pub status: Status,
    /// When it last changed.
    pub changed_at: DateTime<Utc>,
    /// What is kept of the file that it was taken from.
    pub kept: Option<&'a Kept>,
}

/// What writing needs beside the things.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The address of the portal, without a slash at its end.
    pub base: &'a str,
    /// The name of a place.
    pub place: &'a (dyn Fn(&PlaceId) -> String + Sync),
    /// The categories.
    pub vocabulary: &'a Vocabulary,
}

impl Listed<'_> {
    /// Its id.
    pub fn id(&self) -> String {
        id("service", self.slug.as_str())
    }

    fn modified(&self) -> String {
        self.changed_at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// Its id and when it changed.
    pub fn minimal(&self) -> Value {
        json!({"id": self.id(), "last_modified": self.modified()})
    }

    /// The service with what there is one of: for lists.
    pub fn brief(&self, names: &Names<'_>) -> Value {
        Value::Object(self.with_one_each(names))
    }

    /// The service with everything that belongs to it.
    pub fn whole(&self, names: &Names<'_>) -> Value {
        let mut fields = self.kept.map(Kept::beyond).unwrap_or_default();
        fields.extend(self.with_one_each(names));
        for (name, list) in [
            ("service_areas", self.areas(names)),
            ("cost_options", self.costs()),
            ("required_documents", self.documents()),
            ("attributes", self.attributes(names)),
            ("languages", self.of_source("languages")),
            ("schedules", self.of_source("schedules")),
            ("funding", self.of_source("funding")),
        ] {
            if !list.is_empty() {
                fields.insert(name.to_owned(), Value::Array(list));
            }
        }
        Value::Object(fields)
    }

    fn with_one_each(&self, names: &Names<'_>) -> Map<String, Value> {
        let mut fields = self.own(names);
        fields.insert(
            "organization".to_owned(),
            organization(self.provider, names),
        );
        if let Some(program) = self.kept.and_then(Kept::program) {
            fields.insert("program".to_owned(), program.clone());
        }
        fields
    }

    /// Records of the file.
    pub fn of_source(&self, name: &str) -> Vec<Value> {
        self.kept
            .map(|kept| kept.list(name).to_vec())
            .unwrap_or_default()
    }

    /// Its own fields.
    pub fn own(&self, names: &Names<'_>) -> Map<String, Value> {
        let content = self.content;
        let mut fields = self.kept.map(Kept::own).unwrap_or_default();
        if says_fees(content) {
            fields.remove("fees");
            fields.remove("fees_description");
        }
        if says_who(content) {
            fields.remove("eligibility_description");
        }
        fields
            .entry("fees_description")
            .or_insert_with(|| json!(fees(content)));
        if !fields.contains_key("eligibility_description") {
            let who = who(content, names);
            if !who.is_empty() {
                fields.insert("eligibility_description".to_owned(), json!(who));
            }
        }
        let mut put = |name: &str, value: &str| {
            if !value.is_empty() {
                fields.insert(name.to_owned(), json!(value));
            }
        };
        put("id", &self.id());
        put("organization_id", &organization_id(self.provider));
        put("name", &content.title);
        put("description", &content.summary);
        let own = content.url.as_str();
        let page = format!("{}/offerings/{}", names.base, self.slug);
        put("url", if is_address(own) { own } else { &page });
        if is_email(&content.details.contact) {
            put("email", &content.details.contact);
        }
        put("status", status(self.status));
        put("application_process", &content.how_to_join);
        put("assured_date", &content.checked_on.to_string());
        put("last_modified", &self.modified());
        fields
    }

    /// Areas that it serves.
    pub fn areas(&self, names: &Names<'_>) -> Vec<Value> {
        let mut places: Vec<(String, String)> = Vec::new();
        for rule in &self.content.rules {
            let found = match &rule.area {
                Area::Whole(WholeArea::NotStated) => Vec::new(),
                Area::Whole(WholeArea::Everywhere) => {
                    vec![whole("everywhere", "United States with its territories")]
                }
                Area::Whole(WholeArea::AllStates) => vec![whole(
                    "all-states",
                    "All states and the District of Columbia",
                )],
                Area::Places(area) => {
                    let listed = area.within.iter().chain(&area.bodies);
                    listed
                        .map(|place| (place.to_string(), (names.place)(place)))
                        .collect()
                }
            };
            for place in found {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
        }
        let words = &self.content.area_words;
        let areas = places.into_iter().map(|(key, name)| {
            let mut area = json!({
                "id": id("service-area", &format!("{}/{key}", self.slug)),
                "service_id": self.id(),
                "name": name,
            });
            if !words.is_empty() {
                area["description"] = json!(words);
            }
            area
        });
        let mut areas: Vec<Value> = areas.collect();
        areas.extend(self.areas_of_source(&areas));
        areas
    }

    /// Areas of the file, as long as the edition says nothing else.
    fn areas_of_source(&self, own: &[Value]) -> Vec<Value> {
        let mut areas = self.of_source("service_areas");
        let named = areas.iter().map(|one| match text(one, "name") {
            name if name.is_empty() => text(one, "description"),
            name => name,
        });
        let named: Vec<String> = named.filter(|name| !name.is_empty()).collect();
        let words = &self.content.area_words;
        if *words != named.join("; ") && (!words.is_empty() || !own.is_empty()) {
            return Vec::new();
        }
        areas.retain(|area| own.iter().all(|one| one["name"] != area["name"]));
        areas
    }

    /// What it costs: a row for each tier of a price line, else what the file says.
    pub fn costs(&self) -> Vec<Value> {
        if self.content.details.prices.is_empty() {
            return self.of_source("cost_options");
        }
        let mut costs = Vec::new();
        for (at, line) in self.content.details.prices.iter().enumerate() {
            let key = |tier: usize| id("cost", &format!("{}/{at}/{tier}", self.slug));
            match &line.price {
                Price::OffList { .. } => costs.push(json!({
                    "id": key(0),
                    "service_id": self.id(),
                    "option": line.name,
                    "amount_description": line.words(),
                })),
                Price::Tiers { tiers, .. } => {
                    for (number, tier) in tiers.iter().enumerate() {
                        let mut cost = json!({
                            "id": key(number),
                            "service_id": self.id(),
                            "option": line.name,
                            "currency": line.currency.word(),
                            "amount_description": per(line, tier.from),
                        });
                        if let Some(amount) = number_of(tier.price) {
                            cost["amount"] = amount;
                        }
                        costs.push(cost);
                    }
                }
            }
        }
        costs
    }

    /// What one signs or shows first.
    pub fn documents(&self) -> Vec<Value> {
        let mut kinds: Vec<StepKind> = Vec::new();
        for rule in &self.content.rules {
            if let Steps::Listed(steps) = &rule.steps {
                kinds.extend(steps.iter().map(|step| step.kind));
            }
        }
        kinds.sort_unstable();
        kinds.dedup();
        let documents = kinds.into_iter().map(|kind| {
            json!({
                "id": id("required-document", &format!("{}/{}", self.slug, kind.word())),
                "service_id": self.id(),
                "document": kind.word(),
            })
        });
        let mut documents: Vec<Value> = documents.collect();
        let mut others = self.of_source("required_documents");
        others.retain(|other| {
            let own = documents.iter();
            own.map(|one| &one["document"])
                .all(|own| *own != other["document"])
        });
        documents.extend(others);
        documents
    }

    /// Its category, and terms of other vocabularies that the file gives it.
    pub fn attributes(&self, names: &Names<'_>) -> Vec<Value> {
        let category = names.vocabulary.get(&self.content.category);
        let own = category.map(|category| {
            json!({
                "id": id("attribute", self.slug.as_str()),
                "link_id": self.id(),
                "taxonomy_term_id": term_id(category),
                "link_type": "category",
                "link_entity": "service",
                "taxonomy_term": term(category, names),
            })
        });
        let others = self.kept.into_iter().flat_map(Kept::attributes);
        own.into_iter().chain(others.cloned()).collect()
    }
}

/// The word for where an offering stands.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Published => "active",
        _ => "inactive",
    }
}

/// The id of a body.
pub fn organization_id(body: &Organization) -> String {
    id("organization", body.id.as_str())
}

/// A body.
pub fn organization(body: &Organization, names: &Names<'_>) -> Value {
    let kind = body.kind.label();
    let description = match &body.of {
        Some(place) => format!("{kind}, {}", (names.place)(place)),
        None => kind.to_owned(),
    };
    let mut whole = json!({
        "id": organization_id(body),
        "name": body.name,
        "description": description,
        "uri": format!("{}/organizations/{}", names.base, body.id),
    });
    if !body.aliases.is_empty() {
        whole["alternate_name"] = json!(body.aliases.join("; "));
    }
    if let Some(website) = body
        .website
        .as_deref()
        .filter(|website| is_address(website))
    {
        whole["website"] = json!(website);
    }
    whole
}

/// The id of the taxonomy of categories.
pub fn taxonomy_id() -> String {
    id("taxonomy", "categories")
}

/// The taxonomy of categories.
pub fn taxonomy(names: &Names<'_>) -> Value {
    json!({
        "id": taxonomy_id(),
        "name": TAXONOMY,
        "description": "Shared services of state and local government IT, in two levels.",
        "uri": format!("{}/categories", names.base),
        "version": names.vocabulary.version(),
    })
}

/// The id of a category.
pub fn term_id(category: &Category) -> String {
    id("category", category.slug.as_str())
}

/// A category.
pub fn term(category: &Category, names: &Names<'_>) -> Value {
    let mut whole = json!({
        "id": term_id(category),
        "code": category.slug,
        "name": category.name,
        "description": category.meaning,
        "taxonomy": TAXONOMY,
        "taxonomy_id": taxonomy_id(),
        "language": "en",
        "term_uri": format!("{}/categories/{}", names.base, category.slug),
    });
    if let Some(parent) = &category.parent {
        whole["parent_id"] = json!(id("category", parent.as_str()));
    }
    whole
}

fn whole(key: &str, name: &str) -> (String, String) {
    (key.to_owned(), name.to_owned())
}

fn per(line: &PriceLine, from: Decimal) -> String {
    let mut words = format!("{} {}", line.unit.label(), line.period.label());
    if !from.is_zero() {
        words.push_str(&format!(", from {} on", from.normalize()));
    }
    if let Some(least) = line.least {
        words.push_str(&format!(", at least {}", least.normalize()));
    }
    if !line.note.is_empty() {
        words.push_str(&format!(". {}", line.note));
    }
    words
}

fn number_of(amount: Decimal) -> Option<Value> {
    let number = amount.normalize().to_string().parse().ok()?;
    serde_json::Number::from_f64(number).map(Value::Number)
}

/// Whether the edition says what it costs.
fn says_fees(content: &Content) -> bool {
    content.cost_model != CostModel::NotStated || !content.details.fees.is_empty()
}

/// Whether the edition says who may use it.
fn says_who(content: &Content) -> bool {
    let states = |rule: &AccessRule| {
        matches!(rule.kinds, Audience::Named(_))
            || !matches!(rule.area, Area::Whole(WholeArea::NotStated))
    };
    !content.named_groups.is_empty() || content.rules.iter().any(states)
}

fn fees(content: &Content) -> String {
    let fees = content.details.fees.iter();
    let mut words = vec![content.cost_model.label().to_owned()];
    words.extend(fees.map(|fee| format!("{}: {}", fee.name, fee.words())));
    words.join("; ")
}

/// Who may use it, way by way.
fn who(content: &Content, names: &Names<'_>) -> String {
    let ways = content.rules.iter().map(|rule| way(rule, names));
    let mut words: Vec<String> = ways.collect();
    words.dedup();
    if !content.named_groups.is_empty() {
        words.push(content.named_groups.join(", "));
    }
    words.join("; ")
}

fn way(rule: &AccessRule, names: &Names<'_>) -> String {
    let kinds = match &rule.kinds {
        Audience::NotStated(_) => "governments (which kinds is not stated)".to_owned(),
        Audience::Named(kinds) => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.plural()).collect();
            kinds.join(", ")
        }
    };
    let place = match &rule.area {
        Area::Whole(WholeArea::Everywhere) => "everywhere".to_owned(),
        Area::Whole(WholeArea::AllStates) => "in all states".to_owned(),
        Area::Whole(WholeArea::NotStated) => "(where is not stated)".to_owned(),
        Area::Places(area) => {
            let listed = area.within.iter().chain(&area.bodies);
            let places: Vec<String> = listed.map(names.place).collect();
            let part = if area.part { "in part of " } else { "in " };
            format!("{part}{}", places.join(", "))
        }
    };
    format!("{kinds} {place}")
}
