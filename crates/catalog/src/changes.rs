//! What changed between two contents of an offering: for reviewers, for two
//! editors at once, and for readers who want to know what changed.

use crate::{
    access::{AccessRule, Area},
    editing::Part,
    line_item::LineItem,
    offering::Content,
};
use std::collections::HashSet;

/// A field of a content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// What it is.
    Kind,
    /// The category.
    Category,
    /// Bodies beside the provider.
    Partners,
    /// The summary.
    Summary,
    /// Who can use it.
    Audience,
    /// Who is explicitly out.
    NotAvailable,
    /// Groups that are no kind of jurisdiction.
    NamedGroups,
    /// The area in words.
    AreaWords,
    /// How it is paid for.
    CostModel,
    /// The price list.
    Prices,
    /// Fees beside the prices.
    Fees,
    /// How one joins or buys.
    HowToJoin,
    /// The kind of agreement.
    Agreement,
    /// Its own page.
    Website,
    /// Facts of the contract.
    Contract,
    /// Participating addenda.
    Addenda,
    /// Suppliers on the vehicle.
    Suppliers,
    /// What is bought, line by line.
    Lines,
    /// Typed facts.
    Facts,
    /// Regimes and frameworks.
    Frameworks,
    /// Documents.
    Documents,
    /// The contact.
    Contact,
    /// First day.
    StartsOn,
    /// Last day.
    EndsOn,
    /// The day of the next review.
    ReviewBy,
    /// Known users.
    KnownUsers,
    /// Where it was read.
    Source,
    /// Who sees it, and which facts are for few.
    SeenBy,
}

impl Field {
    /// The step of the editor in which it is written.
    pub fn part(self) -> Part {
        match self {
            Field::Title
            | Field::Kind
            | Field::Category
            | Field::Partners
            | Field::Summary
            | Field::Website
            | Field::Frameworks
            | Field::SeenBy => Part::What,
            Field::Audience | Field::NotAvailable | Field::NamedGroups | Field::AreaWords => {
                Part::Who
            }
            Field::CostModel | Field::Prices | Field::Fees => Part::Cost,
            Field::HowToJoin
            | Field::Agreement
            | Field::Contract
            | Field::Addenda
            | Field::Suppliers
            | Field::Lines
            | Field::Contact
            | Field::KnownUsers => Part::Join,
            Field::Facts => Part::Facts,
            Field::Documents => Part::Documents,
            Field::StartsOn | Field::EndsOn | Field::ReviewBy | Field::Source => Part::Dates,
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Field::Title => "Title",
            Field::Kind => "Kind",
            Field::Category => "Category",
            Field::Partners => "Partners",
            Field::Summary => "What it is",
            Field::Audience => "Who can use it",
            Field::NotAvailable => "Not available to",
            Field::NamedGroups => "Other groups",
            Field::AreaWords => "Area in words",
            Field::CostModel => "How it is paid for",
            Field::Prices => "Prices",
            Field::Fees => "Fees",
            Field::HowToJoin => "How to join or buy",
            Field::Agreement => "Kind of agreement",
            Field::Website => "Its own page",
            Field::Contract => "Contract",
            Field::Addenda => "Participating addenda",
            Field::Suppliers => "Suppliers",
            Field::Lines => "Lines of the contract",
            Field::Facts => "Facts",
            Field::Frameworks => "Regimes and frameworks",
            Field::Documents => "Documents",
            Field::Contact => "Contact",
            Field::StartsOn => "Starts on",
            Field::EndsOn => "Ends on",
            Field::ReviewBy => "Next review",
            Field::KnownUsers => "Known users",
            Field::Source => "Source",
            Field::SeenBy => "For verified governments alone",
        }
    }
}

/// A field with what it says, line by line; no lines where it says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which field.
    pub field: Field,
    /// What the old content says.
    pub old: Vec<String>,
    /// What the new content says.
    pub new: Vec<String>,
}

/// Every field that differs, in the order of pages.
pub fn changes(old: &Content, new: &Content) -> Vec<FieldChange> {
    said(old)
        .into_iter()
        .zip(said(new))
        .filter(|((_, old), (_, new))| old != new)
        .map(|((field, old), (_, new))| match field {
            Field::Lines => lines_that_differ(old, new),
            _ => FieldChange { field, old, new },
        })
        .collect()
}

/// Lines that stand on one side alone; all of them where only their order differs.
fn lines_that_differ(old: Vec<String>, new: Vec<String>) -> FieldChange {
    let alone = |these: &[String], others: &[String]| -> Vec<String> {
        let others: HashSet<&String> = others.iter().collect();
        let alone = these.iter().filter(|line| !others.contains(line));
        alone.cloned().collect()
    };
    let (gone, come) = (alone(&old, &new), alone(&new, &old));
    let (old, new) = match gone.is_empty() && come.is_empty() {
        true => (old, new),
        false => (gone, come),
    };
    FieldChange {
        field: Field::Lines,
        old,
        new,
    }
}

/// Every field of a content with what it says.
pub fn said(content: &Content) -> Vec<(Field, Vec<String>)> {
    let details = &content.details;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).into_iter().collect();
    let contract = details.contract.as_ref().map(|contract| {
        [
            ("Number", contract.number.clone()),
            ("Lead", contract.lead.clone()),
            ("How competed", contract.competed.clone()),
            (
                "Award",
                contract
                    .award
                    .map_or_else(String::new, |a| a.label().to_owned()),
            ),
            ("Renewals", contract.renewals.clone()),
            ("Commodity codes (UNSPSC)", contract.codes.join(", ")),
        ]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(label, words)| format!("{label}: {words}"))
        .collect()
    });
    let out = &content.not_available;
    vec![
        (Field::Title, one(&content.title)),
        (Field::Kind, one(content.kind.word())),
        (Field::Category, one(content.category.as_str())),
        (Field::Partners, each(&content.partners)),
        (Field::Summary, lines(&content.summary)),
        (
            Field::Audience,
            content.rules.iter().map(rule_words).collect(),
        ),
        (
            Field::NotAvailable,
            out.within
                .iter()
                .map(|place| format!("{place} and what lies in it"))
                .chain(out.bodies.iter().map(ToString::to_string))
                .collect(),
        ),
        (Field::NamedGroups, content.named_groups.clone()),
        (Field::AreaWords, one(&content.area_words)),
        (Field::CostModel, one(content.cost_model.label())),
        (
            Field::Prices,
            details
                .prices
                .iter()
                .map(|line| format!("{}: {}", line.name, line.words()))
                .collect(),
        ),
        (
            Field::Fees,
            details
                .fees
                .iter()
                .map(|fee| format!("{}: {}", fee.name, fee.words()))
                .collect(),
        ),
        (Field::HowToJoin, lines(&content.how_to_join)),
        (Field::Agreement, one(&content.agreement)),
        (Field::Website, one(&content.url)),
        (Field::Contract, contract.unwrap_or_default()),
        (
            Field::Addenda,
            details
                .addenda
                .iter()
                .map(crate::details::ParticipatingAddendum::words)
                .collect(),
        ),
        (Field::Suppliers, content.suppliers.clone()),
        (
            Field::Lines,
            details.lines.iter().map(LineItem::words).collect(),
        ),
        (
            Field::Facts,
            details
                .facts
                .stated()
                .into_iter()
                .map(|fact| format!("{}: {}", fact.label, fact.words))
                .collect(),
        ),
        (Field::Frameworks, content.frameworks.clone()),
        (
            Field::Documents,
            details
                .documents
                .iter()
                .map(crate::details::Document::words)
                .collect(),
        ),
        (Field::Contact, one(&details.contact)),
        (Field::StartsOn, day(content.term.starts_on)),
        (Field::EndsOn, day(content.term.ends_on)),
        (Field::ReviewBy, day(details.review_by)),
        (Field::KnownUsers, one(&content.known_users)),
        (Field::Source, one(&content.source_words)),
        (Field::SeenBy, seen_by(content)),
    ]
}

/// What verified governments alone see; readers without them are never told.
fn seen_by(content: &Content) -> Vec<String> {
    let whole = content.visibility != crate::policy::Visibility::Public;
    let fields = content.restricted_fields.iter().map(|field| field.label());
    whole
        .then_some("The whole listing")
        .into_iter()
        .chain(fields)
        .map(str::to_owned)
        .collect()
}

fn one(text: &str) -> Vec<String> {
    let text = text.trim();
    (!text.is_empty())
        .then(|| text.to_owned())
        .into_iter()
        .collect()
}

fn lines(text: &str) -> Vec<String> {
    text.lines().flat_map(one).collect()
}

fn each<T: ToString>(items: &[T]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

/// A rule in short, told apart by everything that it says but its name.
fn rule_words(rule: &AccessRule) -> String {
    let mut rule = rule.clone();
    rule.id = String::new();
    if let Area::Places(places) = &mut rule.area {
        places.words = places.words.take().filter(|words| !words.is_empty());
    }
    serde_json::to_string(&rule).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(json: &str) -> Content {
        let mut base = serde_json::json!({
            "slug": "a", "title": "A", "kind": "service", "category": "gis", "provider": "b",
            "summary": "One.", "cost_model": "free", "states": [], "source": "public_source",
            "checked_on": "2026-11-22", "review_days": 180, "rules": [],
        });
        let more: serde_json::Value = serde_json::from_str(json).unwrap();
        for (name, value) in more.as_object().unwrap() {
            base[name] = value.clone();
        }
        serde_json::from_value(base).unwrap()
    }

    fn check(old: &str, new: &str, expect: &[(Field, &str, &str)]) {
        let found = changes(&content(old), &content(new));
        let found: Vec<(Field, String, String)> = found
            .into_iter()
            .map(|change| (change.field, change.old.join("|"), change.new.join("|")))
            .collect();
        let expect: Vec<(Field, String, String)> = expect
            .iter()
            .map(|(field, old, new)| (*field, (*old).to_owned(), (*new).to_owned()))
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn only_fields_that_differ_are_named_with_both_sides() {
        check("{}", "{}", &[]);
        check(r#"{"checked_on":"2026-01-01"}"#, "{}", &[]);
        check(
            r#"{"title":"A"}"#,
            r#"{"title":"B","summary":"One.\nTwo."}"#,
            &[
                (Field::Title, "A", "B"),
                (Field::Summary, "One.", "One.|Two."),
            ],
        );
        check(
            r#"{"term":{"ends_on":"2027-01-31"}}"#,
            "{}",
            &[(Field::EndsOn, "2027-01-31", "")],
        );
    }

    #[test]
    fn of_the_lines_of_a_contract_those_alone_are_named_that_came_or_went() {
        let lines = |suppliers: &[&str]| {
            let lines: Vec<_> = suppliers
                .iter()
                .map(|name| serde_json::json!({"supplier": name}))
                .collect();
            serde_json::json!({"details": {"lines": lines}}).to_string()
        };
        check(
            &lines(&["Acme", "Borg", "Cosmo"]),
            &lines(&["Acme", "Cosmo", "Dyna"]),
            &[(Field::Lines, "Borg", "Dyna")],
        );
        check(
            &lines(&["Acme", "Borg"]),
            &lines(&["Borg", "Acme"]),
            &[(Field::Lines, "Acme|Borg", "Borg|Acme")],
        );
    }

    #[test]
    fn a_rule_that_only_got_another_name_did_not_change() {
        let rule = |id: &str, kinds: &str| {
            format!(
                r#"{{"rules":[{{"id":"{id}","area":"everywhere","kinds":["{kinds}"],"steps":[]}}]}}"#
            )
        };
        check(&rule("r1", "county"), &rule("r2", "county"), &[]);
        let found = changes(
            &content(&rule("r1", "county")),
            &content(&rule("r1", "township")),
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].field, Field::Audience);
    }
}
