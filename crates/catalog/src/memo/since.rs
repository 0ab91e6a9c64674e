//! What changed since an option was frozen, without touching what is frozen.

use crate::{
    changes::{Field, FieldChange, changes},
    offering::{Content, Status},
};

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SinceKind {
    /// The offering was taken back.
    Withdrawn,
    /// Its term has ended.
    Ended,
    /// What it costs.
    Price,
    /// First or last day.
    Term,
    /// Who may use it.
    Rule,
    /// Anything else.
    Other,
}

impl SinceKind {
    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            SinceKind::Withdrawn => "Withdrawn",
            SinceKind::Ended => "Ended",
            SinceKind::Price => "Price",
            SinceKind::Term => "Term",
            SinceKind::Rule => "Who may use it",
            SinceKind::Other => "Other",
        }
    }

    fn of(field: Field) -> SinceKind {
        match field {
            Field::Prices | Field::Fees | Field::CostModel => SinceKind::Price,
            Field::StartsOn | Field::EndsOn => SinceKind::Term,
            Field::Audience | Field::NotAvailable | Field::NamedGroups | Field::Agreement => {
                SinceKind::Rule
            }
            _ => SinceKind::Other,
        }
    }
}

/// A change since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// What it is about.
    pub kind: SinceKind,
    /// The field with both sides; none where the offering as a whole changed.
    pub change: Option<FieldChange>,
}

/// Everything that changed between what was relied on and what stands now, the
/// weightiest first.
pub fn since(before: (&Content, Status), now: (&Content, Status)) -> Vec<Since> {
    let mut found: Vec<Since> = changes(before.0, now.0)
        .into_iter()
        .map(|change| Since {
            kind: SinceKind::of(change.field),
            change: Some(change),
        })
        .collect();
    if before.1 != now.1 {
        let kind = match now.1 {
            Status::Withdrawn => Some(SinceKind::Withdrawn),
            Status::Expired => Some(SinceKind::Ended),
            Status::Draft | Status::InReview | Status::Published => None,
        };
        found.extend(kind.map(|kind| Since { kind, change: None }));
    }
    found.sort_by_key(|since| since.kind);
    found
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

    fn check(now: &str, status: Status, expect: &[SinceKind]) {
        let found = since((&content("{}"), Status::Published), (&content(now), status));
        let found: Vec<SinceKind> = found.into_iter().map(|since| since.kind).collect();
        assert_eq!(found, expect, "{now}");
    }

    #[test]
    fn price_term_rule_and_withdrawal_are_told_apart() {
        let published = Status::Published;
        check("{}", published, &[]);
        check(r#"{"checked_on":"2026-11-23"}"#, published, &[]);
        check(
            r#"{"cost_model":"member_fee"}"#,
            published,
            &[SinceKind::Price],
        );
        check(
            r#"{"term":{"ends_on":"2027-01-31"}}"#,
            published,
            &[SinceKind::Term],
        );
        check(
            r#"{"rules":[{"id":"r","area":"everywhere","kinds":["county"],"steps":[]}],"title":"B"}"#,
            published,
            &[SinceKind::Rule, SinceKind::Other],
        );
        check(
            r#"{"cost_model":"grant"}"#,
            Status::Withdrawn,
            &[SinceKind::Withdrawn, SinceKind::Price],
        );
        check("{}", Status::Expired, &[SinceKind::Ended]);
    }
}
