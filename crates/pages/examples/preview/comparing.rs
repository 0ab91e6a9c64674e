//! Editions side by side, and what they cost at a size.

use crate::{
    places::{body, source},
    standing::{Page, day, page, shell},
};
use interlocal_catalog::{
    Decimal,
    cost::{Asked, Cost, Quantities, Quantity, cost},
    eligibility::verdict::{Confidence, Outcome},
    offering::Content,
    price::Unit,
};
use interlocal_pages::{
    Shell,
    components::{
        confidence::ConfidenceTag,
        cost::Figure,
        references::PlaceRef,
        size_form::{LineChoices, SizeField, SizeForm},
        tray::TrayItem,
        verdict::VerdictBadge,
    },
    pages::*,
};
use serde_json::json;
use std::sync::Arc;

pub fn pages() -> Vec<Page> {
    vec![
        page("compare", &compare(false)),
        page("compare-differences", &compare(true)),
        page(
            "compare-empty",
            &ComparePage {
                editions: Vec::new(),
                rows: Vec::new(),
                size: None,
                not_here: vec!["There is no offering or edition “never-was” here.".into()],
                shell: shell("/compare?o=never-was", true),
                ..compare(false)
            },
        ),
    ]
}

#[expect(
    clippy::panic,
    reason = "a sample that cannot be read is a fault of this file"
)]
fn priced(prices: serde_json::Value) -> Arc<Cost> {
    let content: Content = serde_json::from_value(json!({
        "slug": "arden-edr", "title": "Arden Endpoint Protection", "kind": "service",
        "category": "endpoint-detection", "provider": "arden", "summary": "",
        "cost_model": "fee_for_service", "states": [], "source": "public_source",
        "checked_on": "2026-10-01", "review_days": 180, "rules": [],
        "details": {"prices": prices},
    }))
    .unwrap_or_else(|fault| panic!("{fault}"));
    let quantities = Quantities::default().with(Unit::Endpoint, Quantity::Of(Decimal::from(1_200)));
    let asked = Asked {
        quantities,
        ..Asked::default()
    };
    Arc::new(cost(&content, None, &asked))
}

fn compare(differences_only: bool) -> ComparePage {
    let tiers = json!([{"name": "Agent", "unit": "endpoint", "period": "month",
        "price": {"kind": "tiers", "tiers": [{"from": "0", "price": "4.25"}, {"from": "500", "price": "3.90"}]}}]);
    let by_user = json!([{"name": "Seat", "unit": "user", "period": "year",
        "price": {"kind": "tiers", "tiers": [{"from": "0", "price": "61"}]}}]);
    let costs = [priced(tiers), priced(by_user), priced(json!([]))];
    let head = |name: &str, title: &str, newer: Option<(&str, &str)>| CompareHead {
        name: name.into(),
        slug: name.split('@').next().unwrap_or(name).into(),
        title: title.into(),
        provider: body("arden", "Arden Office of Technology"),
        edition: "Edition 2".into(),
        newer: newer.map(|(words, to)| (words.into(), to.into())),
        without_href: "/compare?o=larch-edr".into(),
    };
    let row = |label: &str, cells: Vec<CompareCell>| CompareRow {
        label: label.into(),
        cells,
    };
    let verdict = |outcome, step_count, reason: Option<&str>| CompareCell::Verdict {
        badge: VerdictBadge {
            outcome,
            step_count,
        },
        confidence: ConfidenceTag {
            confidence: Confidence::Listed,
            checked_on: Some(day(2026, 10, 1)),
        },
        reason: reason.map(Into::into),
    };
    let words = |text: &str| CompareCell::words_of(text);
    let mut rows = vec![
        row(
            "May we use it?",
            vec![
                verdict(Outcome::Yes, 0, None),
                verdict(Outcome::AfterSteps, 2, None),
                verdict(
                    Outcome::Unknown,
                    0,
                    Some("Which steps it takes is not stated."),
                ),
            ],
        ),
        row(
            "Steps left",
            vec![
                words("None"),
                CompareCell::lines_of(vec![
                    "Adopt a resolution.".into(),
                    "Sign the agreement.".into(),
                ]),
                words("Ask Arden Office of Technology."),
            ],
        ),
    ];
    for which in Figure::ALL {
        let cells = costs.iter().map(|c| CompareCell::Cost(which, c.clone()));
        rows.push(row(&which.label(3), cells.collect()));
    }
    rows.extend([
        row(
            "Ends on",
            vec![
                CompareCell::Day(day(2029, 6, 30)),
                CompareCell::NotStated,
                CompareCell::NotStated,
            ],
        ),
        row("Service level", vec![words(""), words(""), words("")]),
        row(
            "Governments like us that use it",
            vec![
                CompareCell::Users {
                    alike: vec![UserRow {
                        place: PlaceRef {
                            key: "county-17031".into(),
                            name: "Larch County, Arden".into(),
                        },
                        since: Some(day(2024, 1, 1)),
                        size: "1,200 endpoints".into(),
                        source: source(),
                    }],
                    others: "3 other governments on record".into(),
                    known: String::new(),
                },
                CompareCell::NotStated,
                CompareCell::NotStated,
            ],
        ),
        row(
            "Source",
            vec![
                CompareCell::Source(source()),
                CompareCell::Source(source()),
                CompareCell::Source(source()),
            ],
        ),
    ]);
    ComparePage {
        shell: Shell {
            tray: vec![
                TrayItem {
                    name: "arden-edr@2".into(),
                    title: "Arden Endpoint Protection".into(),
                },
                TrayItem {
                    name: "larch-edr".into(),
                    title: "Larch County Endpoint Watch".into(),
                },
            ],
            ..shell("/compare?o=arden-edr%402&o=larch-edr", true)
        },
        editions: vec![
            head(
                "arden-edr@2",
                "Arden Endpoint Protection",
                Some((
                    "edition 3 stands now: what changed",
                    "/offerings/arden-edr/changes?from=2&to=3",
                )),
            ),
            head("larch-edr", "Larch County Endpoint Watch", None),
            head(
                "brome-edr",
                "Brome Statewide Endpoint Service for Local Governments",
                None,
            ),
        ],
        not_here: Vec::new(),
        notices: Vec::new(),
        rows,
        differences_only,
        switch_href: "/compare?o=arden-edr&o=larch-edr&differences=1".into(),
        size: Some(SizeForm {
            action: "/compare".into(),
            hidden: vec![("o".into(), "arden-edr".into())],
            fields: vec![
                SizeField {
                    name: "endpoints",
                    label: "Endpoints".into(),
                    hint: String::new(),
                    value: "1200".into(),
                },
                SizeField {
                    name: "users",
                    label: "Users".into(),
                    hint: String::new(),
                    value: String::new(),
                },
            ],
            years: vec![
                ("1".into(), "1 year".into(), false),
                ("3".into(), "3 years".into(), true),
            ],
            lines: vec![LineChoices {
                id: "lines-0".into(),
                legend: "Lines that you would buy of Arden Endpoint Protection".into(),
                lines: vec![(
                    "arden-edr:0".into(),
                    "Agent: $4.25, per endpoint a month".into(),
                    true,
                )],
            }],
            faults: Vec::new(),
        }),
        comparable: vec![
            "The costs cannot be compared as they stand.".into(),
            "Larch County Endpoint Watch: The number of users was not stated.".into(),
        ],
        adding: Default::default(),
        others: vec![CompareOther {
            slug: "cedar-edr".into(),
            title: "Cedar Watch".into(),
            provider: "Cedar Township".into(),
            with_href: "/compare?o=arden-edr&o=cedar-edr".into(),
        }],
        permalink: "/compare?o=arden-edr&o=larch-edr".into(),
        csv: "/compare.csv?o=arden-edr&o=larch-edr".into(),
        xlsx: "/compare.xlsx?o=arden-edr&o=larch-edr".into(),
        keep: vec!["arden-edr".into()],
    }
}
