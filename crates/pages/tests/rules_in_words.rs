//! Rules and verdicts as sentences.

use insta::assert_snapshot;
use interlocal_catalog::{
    OrganizationId, PlaceId, ProgramId, SupplierId,
    access::{
        Above, AboveLevel, AccessRule, Area, Audience, AudienceWord, Fee, FeeBand, FeePeriod,
        Limit, NotStated, OtherKinds, PlacesArea, RecordList, Step, StepKind, Steps, WholeArea,
    },
    eligibility::verdict::{
        Ask, Chain, Confidence, Fact, Link, Missing, Outcome, Reason, StepLeft, Verdict,
    },
    jurisdiction::Kind,
};
use interlocal_pages::words::{
    Asker, Names, links_in_sentences, next_step, rule_in_sentences, why_not,
};

fn with_names<T>(act: impl FnOnce(&Names<'_>) -> T) -> T {
    act(&Names {
        place: &|id: &PlaceId| format!("[{id}]"),
        organization: &|id: &OrganizationId| format!("[{id}]"),
        program: &|id: &ProgramId| format!("[{id}]"),
        supplier: &|id: &SupplierId| format!("[{id}]"),
        participation: &|id| (id == "p1").then(|| "Arden takes part.".to_owned()),
    })
}

fn said(rule: &AccessRule) -> String {
    let said = with_names(|names| rule_in_sentences(rule, names));
    let lines = said
        .lines
        .iter()
        .map(|line| format!("{}: {}", line.label, line.sentences.join(" ")));
    let fees = said.fees.iter().flat_map(|table| {
        let rows = table
            .rows
            .iter()
            .map(|(people, fee)| format!("  {people}: {fee}"));
        std::iter::once(table.caption.clone()).chain(rows)
    });
    lines.chain(fees).collect::<Vec<_>>().join("\n")
}

fn bare(area: Area, kinds: Audience, steps: Steps) -> AccessRule {
    AccessRule {
        id: "1".into(),
        basis: None,
        area,
        kinds,
        not_kinds: Vec::new(),
        other_kinds: OtherKinds::Out,
        above: None,
        steps,
        supplier_consent: None,
        limits: Vec::new(),
    }
}

#[test]
fn what_a_source_does_not_say_is_not_stated() {
    let rule = bare(
        Area::Whole(WholeArea::NotStated),
        Audience::NotStated(NotStated::NotStated),
        Steps::NotStated(NotStated::NotStated),
    );
    assert_snapshot!(said(&rule), @"
    Area: Not stated.
    Kinds of government: Not stated.
    Steps of your own: Not stated.
    ");
}

#[test]
fn a_rule_says_area_kinds_body_above_steps_fees_and_limits() {
    let mut rule = bare(
        Area::Places(PlacesArea {
            within: vec!["ohio".into()],
            bodies: vec!["erie".into()],
            part: true,
            words: Some("the Lake region".into()),
        }),
        Audience::Named(vec![AudienceWord::County, AudienceWord::Township]),
        Steps::Listed(vec![Step {
            kind: StepKind::Membership,
            program: "coop".into(),
            fee: Some(Fee {
                per: FeePeriod::Year,
                bands: vec![
                    FeeBand {
                        min: 0,
                        max: Some(4_999),
                        usd: 250.into(),
                    },
                    FeeBand {
                        min: 5_000,
                        max: None,
                        usd: 1_200.into(),
                    },
                ],
            }),
        }]),
    );
    rule.not_kinds = vec![AudienceWord::SchoolDistrict];
    rule.other_kinds = OtherKinds::Unknown;
    rule.above = Some(Above {
        any_of: vec![AboveLevel::State, AboveLevel::County],
        program: "vehicle".into(),
        list: RecordList::Partial,
    });
    rule.limits = vec![Limit::Population {
        min: Some(1_000),
        max: None,
    }];
    assert_snapshot!(said(&rule), @"
    Area: An unnamed part of [ohio]; also [erie]. The source says: “the Lake region”.
    Kinds of government: Counties and townships. Not school districts. Whether other kinds of government may use it is not stated.
    First, a body above: Your state or your county must take part in [vehicle]. Not everybody who takes part is on record here.
    Steps of your own: Become a member of [coop] (a fee by population, below).
    Limits: A population of at least 1,000.
    Become a member of [coop]: fee a year
      0 to 4,999: $250
      5,000 and more: $1,200
    ");
}

fn asker() -> Asker {
    Asker {
        name: "Birch Township".into(),
        kind: Kind::Township,
    }
}

fn met() -> Link {
    Link::Met { by: Vec::new() }
}

fn verdict(outcome: Outcome, links: [Link; 6]) -> Verdict {
    Verdict {
        outcome,
        confidence: Confidence::Listed,
        rule: "1".into(),
        chain: Chain(links),
    }
}

#[test]
fn the_six_links_are_said_in_order_with_their_records() {
    let verdict = verdict(
        Outcome::Unknown,
        [
            met(),
            met(),
            Link::Unknown {
                missing: vec![Missing {
                    fact: Fact::Audience,
                    ask: Ask::Provider("cio".into()),
                }],
            },
            Link::Met {
                by: vec!["p1".into()],
            },
            Link::ToDo {
                steps: vec![StepLeft {
                    kind: StepKind::Membership,
                    fee_usd: Some(Some(250.into())),
                    renewal: true,
                }],
            },
            Link::Unknown {
                missing: vec![Missing {
                    fact: Fact::Population,
                    ask: Ask::Asker("x".into()),
                }],
            },
        ],
    );
    let lines = with_names(|names| links_in_sentences(&verdict, &asker(), names));
    let said: Vec<String> = lines
        .iter()
        .map(|line| format!("{}: {}", line.name.word(), line.sentences.join(" ")))
        .collect();
    assert_snapshot!(said.join("\n"), @"
    in_force: Published and inside its term.
    area: Birch Township lies in the area served.
    kind: Whether townships may use it is not stated. Ask [cio].
    participation_above: Arden takes part.
    own_steps: Become a member again: the record has ended ($250 a year at your size).
    limits: The population of Birch Township is not on record: you know it yourself.
    ");
    assert_eq!(with_names(|names| next_step(&verdict, names)), "Ask [cio].");
}

#[test]
fn the_reason_is_the_one_that_decides() {
    let links = [
        met(),
        Link::Unknown {
            missing: vec![Missing {
                fact: Fact::Area,
                ask: Ask::Provider("cio".into()),
            }],
        },
        Link::Failed {
            reasons: vec![Reason::KindExcluded],
        },
        met(),
        met(),
        met(),
    ];
    let no = verdict(Outcome::No, links);
    let why = with_names(|names| why_not(&no, &asker(), names));
    assert_eq!(why.as_deref(), Some("Townships are excluded."));

    let yes = verdict(Outcome::Yes, [met(), met(), met(), met(), met(), met()]);
    assert_eq!(with_names(|names| why_not(&yes, &asker(), names)), None);
}
