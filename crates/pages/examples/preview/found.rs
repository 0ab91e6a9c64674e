//! Search, offerings, partners.

use crate::{
    places::{body, cio, rows, source},
    standing::{Page, category, day, page, shell},
};
use interlocal_catalog::{
    OrganizationId, PlaceId, ProgramId, SupplierId,
    access::*,
    eligibility::verdict::*,
    jurisdiction::Kind,
    offering::{CostModel, OfferingKind, Status, Term},
    organization::Level,
};
use interlocal_pages::{
    components::{
        chips::Chip,
        facets::{Facet, FacetOption},
        highlight::Highlight,
        pager::Pager,
        references::PlaceRef,
        verdict::VerdictBadge,
    },
    pages::*,
    words::{
        Asker, Names, RuleSentences, links_in_sentences, next_step, rule_in_sentences, why_not,
    },
};

pub fn pages() -> Vec<Page> {
    vec![
        page("search", &search(true)),
        page("search-none", &search(false)),
        page("offering", &offering(Some(todo()))),
        page("offering-no", &offering(Some(no()))),
        page("offering-plain", &offering(None)),
        page("match", &matches()),
        page(
            "match-empty",
            &MatchPage {
                answer: None,
                shell: shell("/match", false),
                ..matches()
            },
        ),
    ]
}

fn names<T>(act: impl FnOnce(&Names<'_>) -> T) -> T {
    act(&Names {
        place: &|id: &PlaceId| {
            if id.as_str() == "state-99" {
                "Arden".into()
            } else {
                "Larch County".into()
            }
        },
        organization: &|_: &OrganizationId| "Arden Office of Technology".into(),
        program: &|_: &ProgramId| "Arden Endpoint Protection".into(),
        supplier: &|_: &SupplierId| "Sentry Systems".into(),
        participation: &|_| {
            Some("Arden takes part for all its local governments since March 1, 2024.".into())
        },
    })
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

fn todo() -> Verdict {
    Verdict {
        outcome: Outcome::AfterSteps,
        confidence: Confidence::Confirmed,
        rule: "1".into(),
        chain: Chain([
            met(),
            met(),
            met(),
            Link::Met {
                by: vec!["p1".into()],
            },
            Link::ToDo {
                steps: vec![
                    StepLeft {
                        kind: StepKind::Agreement,
                        fee_usd: None,
                        renewal: false,
                    },
                    StepLeft {
                        kind: StepKind::Membership,
                        fee_usd: Some(Some(250.into())),
                        renewal: true,
                    },
                ],
            },
            met(),
        ]),
    }
}

fn no() -> Verdict {
    Verdict {
        outcome: Outcome::No,
        confidence: Confidence::Listed,
        rule: "1".into(),
        chain: Chain([
            Link::Failed {
                reasons: vec![Reason::Expired],
            },
            met(),
            Link::Failed {
                reasons: vec![Reason::KindNotInAudience],
            },
            Link::Unknown {
                missing: vec![Missing {
                    fact: Fact::Participation,
                    ask: Ask::Above("state-99".into()),
                }],
            },
            Link::Unknown {
                missing: vec![Missing {
                    fact: Fact::Steps,
                    ask: Ask::Provider("arden-cio".into()),
                }],
            },
            met(),
        ]),
    }
}

fn rules() -> Vec<RuleSentences> {
    let rule = AccessRule {
        id: "1".into(),
        basis: Some("Arden Code 41.2, section 7".into()),
        area: Area::Places(PlacesArea {
            within: vec!["state-99".into()],
            ..PlacesArea::default()
        }),
        kinds: Audience::Named(vec![
            AudienceWord::County,
            AudienceWord::Municipality,
            AudienceWord::Township,
        ]),
        not_kinds: vec![AudienceWord::SchoolDistrict],
        other_kinds: OtherKinds::Unknown,
        above: Some(Above {
            any_of: vec![AboveLevel::State],
            program: "aep".into(),
            list: RecordList::Partial,
        }),
        steps: Steps::Listed(vec![
            Step {
                kind: StepKind::Agreement,
                program: "aep".into(),
                fee: None,
            },
            Step {
                kind: StepKind::Membership,
                program: "aep".into(),
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
            },
        ]),
        supplier_consent: Some(SupplierConsent {
            supplier: Some("s".into()),
            answer: ConsentAnswer::NotRecorded,
        }),
        limits: vec![
            Limit::Population {
                min: None,
                max: Some(50_000),
            },
            Limit::Regime {
                holds: "CJIS".into(),
            },
        ],
    };
    names(|names| vec![rule_in_sentences(&rule, names)])
}

fn offering(verdict: Option<Verdict>) -> OfferingPage {
    let confidence = verdict
        .as_ref()
        .map_or(Confidence::Listed, |verdict| verdict.confidence);
    OfferingPage {
        shell: shell("/offerings/arden-edr", verdict.is_some()),
        slug: "arden-edr".into(),
        title: "Endpoint detection for local governments".into(),
        kind: OfferingKind::Contract,
        category: category("cybersecurity"),
        category_above: None,
        provider: cio(),
        provider_kind: "state CIO office".into(),
        partners: vec![body("mid-cog", "Mid-Arden Council of Governments")],
        summary: "Round-the-clock monitoring of laptops and servers. An analyst calls when something is wrong and can cut a machine off the network. Licenses are paid by the state for governments of up to 50,000 people.".into(),
        verdict: verdict.as_ref().map(|verdict| VerdictBox {
            badge: VerdictBadge { outcome: verdict.outcome, step_count: verdict.chain.steps_left().len() },
            confidence: verdict.confidence,
            links: names(|names| links_in_sentences(verdict, &asker(), names)),
            source: source(),
            next_step: names(|names| next_step(verdict, names)),
        }),
        rules: rules(),
        not_available: vec!["Alder City".into()],
        named_groups: vec!["libraries".into()],
        nationwide: false,
        states: vec!["Arden".into()],
        cost_model: CostModel::MemberFee,
        how_to_join: vec!["Sign the participation agreement and return it to the office.".into(), "Pay the membership fee.".into(), "Name a technical contact; the office sends the installer.".into()],
        agreement: "intergovernmental agreement".into(),
        url: "https://www.it.arden.example/locals/endpoint".into(),
        documents: Vec::new(),
        frameworks: vec!["NIST CSF".into(), "CJIS".into()],
        suppliers: vec!["Sentry Systems".into()],
        users: vec![UserRow { place: PlaceRef { key: "county-99017".into(), name: "Larch County".into() }, since: Some(day(2025, 1, 1)), size: String::new(), source: source() }],
        like_us: Vec::new(),
        known_users: "43 of 61 counties".into(),
        term: Term { starts_on: Some(day(2023, 7, 1)), ends_on: Some(day(2027, 1, 31)) },
        ends_soon: true,
        status: Status::Published,
        confidence,
        source: source(),
        edition: 2,
        history: vec![HistoryRow { on: day(2026, 9, 1), what: "Edition 2 published".into(), changes: None }],
        aliases: vec!["arden-endpoint".into()],
        details: Default::default(),
        cost_at_size: None,
        preview: None,
    }
}

fn search(found: bool) -> SearchPage {
    let mut outside = shell("/search?q=edr&kind=service", true);
    outside.query = "endpoint detection".into();
    let option = |value: &str, label: &str, count, checked| FacetOption {
        value: value.into(),
        label: label.into(),
        count,
        checked,
    };
    let results = rows()
        .into_iter()
        .enumerate()
        .map(|(index, row)| SearchResult {
            slug: row.slug,
            title: Highlight(vec![
                (row.title.replace("Endpoint detection", ""), false),
                (
                    if index == 0 {
                        "Endpoint detection".into()
                    } else {
                        String::new()
                    },
                    true,
                ),
            ]),
            provider: row.provider,
            summary: Highlight(vec![
                (
                    "Round-the-clock monitoring of laptops and servers, ".into(),
                    false,
                ),
                ("endpoint".into(), true),
                (" by endpoint, with an analyst who calls.".into(), false),
            ]),
            kind: row.kind,
            category: row.category,
            verdict: row.verdict.map(|badge| ResultVerdict {
                badge,
                reason: match badge.outcome {
                    Outcome::No => names(|names| why_not(&no(), &asker(), names)),
                    Outcome::AfterSteps => names(|names| why_not(&todo(), &asker(), names)),
                    _ => None,
                },
            }),
            confidence: row.confidence,
            checked_on: row.checked_on,
            ends_on: if index == 1 {
                Some(day(2027, 1, 31))
            } else {
                row.ends_on
            },
            expired: index == 2,
            ends_soon: index == 1,
            matched: if index == 3 {
                vec![MatchedField {
                    field: "words for the category".into(),
                    text: Highlight(vec![
                        ("EDR".into(), true),
                        (", endpoint security".into(), false),
                    ]),
                }]
            } else {
                Vec::new()
            },
        });
    SearchPage {
        total: if found { 24 } else { 0 },
        results: results.take(if found { 9 } else { 0 }).collect(),
        facets: if found {
            vec![
                Facet {
                    name: "usable".into(),
                    title: "May we use it".into(),
                    options: vec![
                        option("yes", "Yes", 4, false),
                        option("after_steps", "Yes, after steps", 6, true),
                        option("unknown", "Not recorded – ask", 9, false),
                        option("no", "No", 5, false),
                    ],
                },
                Facet {
                    name: "kind".into(),
                    title: "Kind of offering".into(),
                    options: vec![
                        option("service", "Service", 14, true),
                        option("contract", "Contract", 8, false),
                        option("exchange", "Exchange", 2, false),
                    ],
                },
                Facet {
                    name: "state".into(),
                    title: "State".into(),
                    options: [
                        "Arden", "Brome", "Calder", "Dunmore", "Esk", "Fenwick", "Garth", "Holm",
                    ]
                    .iter()
                    .map(|state| option(state, state, 3, false))
                    .collect(),
                },
            ]
        } else {
            Vec::new()
        },
        kept: Vec::new(),
        chips: vec![
            Chip {
                label: "Kind: service".into(),
                remove_href: "/search?q=edr".into(),
            },
            Chip {
                label: "May we use it: yes, after steps".into(),
                remove_href: "/search?q=edr".into(),
            },
        ],
        clear_href: "/search?q=edr".into(),
        sorts: [
            ("fit", "Best fit"),
            ("ends", "Ends soonest"),
            ("new", "Newest"),
            ("name", "Name"),
        ]
        .iter()
        .enumerate()
        .map(|(index, (value, label))| SortOption {
            value: (*value).into(),
            label: (*label).into(),
            selected: index == 0,
        })
        .collect(),
        expired: found.then_some(ExpiredSwitch { on: true, count: 3 }),
        pager: Pager {
            page: 1,
            page_count: if found { 3 } else { 1 },
            previous_href: None,
            next_href: Some("/search?q=edr&page=2".into()),
        },
        did_you_mean: (!found).then(|| {
            (
                "endpoint detection".into(),
                "/search?q=endpoint+detection".into(),
            )
        }),
        faults: Vec::new(),
        ways_on: NoResults {
            category: Some("endpoint-detection".to_owned()),
            without_filter: vec![OtherSearch {
                words: "Kind: service".into(),
                href: "/search".into(),
                count: 3,
            }],
            with_expired: Some(OtherSearch {
                words: String::new(),
                href: "/search".into(),
                count: 2,
            }),
            nearby_words: vec![OtherSearch {
                words: "endpoint protection".into(),
                href: "/search".into(),
                count: 11,
            }],
            elsewhere: vec![ElsewhereRow {
                state: "Brome".into(),
                href: "/search".into(),
                count: 4,
            }],
            cio_office: Some(cio()),
        },
        shell: outside,
    }
}

fn matches() -> MatchPage {
    let choice = |value: &str, label: &str, checked| Choice {
        value: value.into(),
        label: label.into(),
        checked,
    };
    let partner = |slug: &str, name: &str, level, points, low, high, documented| Partner {
        band: interlocal_matching::Model::default()
            .bands
            .of(f64::from(points)),
        body: body(slug, name),
        level,
        place: "Larch County, Arden".into(),
        points,
        low,
        high,
        documented,
        offering: Some((
            "arden-edr".into(),
            "Off-site backup for local governments".into(),
        )),
        why: vec![
            "Offers backup and disaster recovery.".into(),
            "Site 140 miles away: well separated.".into(),
            "Your size is in its stated range.".into(),
        ],
        holds_back: vec!["No tie on record.".into()],
        ask: if low == high {
            Vec::new()
        } else {
            vec!["Which sizes it serves is not stated.".into()]
        },
    };
    MatchPage {
        shell: shell("/match?category=backup", true),
        form: MatchForm {
            categories: vec![category("cybersecurity"), category("backup")],
            category: "backup".into(),
            intents: vec![choice("obtain", "Obtain it", true), choice("join", "Join others who seek it", false), choice("learn", "Learn how it went", false)],
            placements: vec![choice("near", "Near us", false), choice("apart", "Well apart from us", true), choice("neutral", "Anywhere", false)],
            regimes: vec![choice("CJIS", "CJIS", true), choice("HIPAA", "HIPAA", false)],
        },
        faults: Vec::new(),
        answer: Some(MatchAnswer {
            category: "backup and disaster recovery".into(),
            strip: Strip {
                office: Some(cio()),
                relation: StripRelation::NoRecordAsk,
                text: "Nothing is on record about backup and disaster recovery for townships.".into(),
                note: Some("Said no in May 2022: ask again.".into()),
                offering_slug: None,
                question: Some("Does the Arden Office of Technology offer backup and disaster recovery to townships? Under which terms?".into()),
            },
            shared: vec!["Under your state’s law.".into()],
            partners: vec![
                partner("north-util", "North Arden Utility District", Level::Regional, 91, 91, 91, Documented::Well),
                partner("larch", "Larch County", Level::Local, 68, 53, 83, Documented::Partly),
                partner("birch", "City of Birch", Level::Local, 41, 20, 60, Documented::Little),
            ],
            scored_higher_count: 1,
            more: vec![partner("cedar", "Cedar Township", Level::Local, 38, 38, 38, Documented::Well)],
            ask_cards: vec![AskCard { body: body("mid-cog", "Mid-Arden Council of Governments"), level: Level::Regional, why: "serves your area; nothing on record".into(), question: "Do you offer backup to townships?".into() }],
            excluded: vec![ExcludedPartner { body: body("alder", "Alder County"), reasons: vec!["its terms exclude townships".into()] }],
            excluded_others_count: 14,
        }),
    }
}
