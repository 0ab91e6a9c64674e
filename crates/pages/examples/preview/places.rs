//! Pages of places and bodies.

use crate::standing::{CATEGORIES, Page, category, counts, day, page, shell};
use interlocal_catalog::{
    eligibility::verdict::{Confidence, Outcome},
    jurisdiction::Kind,
    offering::OfferingKind,
    organization::{BodyKind, Level},
};
use interlocal_pages::{
    components::{
        answer::AnswerMark,
        offering_row::OfferingRow,
        pager::Pager,
        references::{BodyRef, CategoryRef, PlaceRef, SourceRef},
        verdict::VerdictBadge,
    },
    pages::*,
};

pub fn body(slug: &str, name: &str) -> BodyRef {
    BodyRef {
        slug: slug.into(),
        name: name.into(),
        website: Some("https://www.it.arden.example".into()),
    }
}

pub fn cio() -> BodyRef {
    body("arden-cio", "Arden Office of Technology")
}

pub fn source() -> SourceRef {
    SourceRef {
        words: "https://www.it.arden.example/locals/endpoint".into(),
        checked_on: day(2026, 11, 22),
    }
}

fn place(key: &str, name: &str) -> PlaceRef {
    PlaceRef {
        key: key.into(),
        name: name.into(),
    }
}

pub fn rows() -> Vec<OfferingRow> {
    let row = |slug: &str, title: &str, provider: BodyRef, outcome, confidence| {
        OfferingRow {
        slug: slug.into(),
        title: title.into(),
        provider,
        kind: OfferingKind::Service,
        category: category("cybersecurity"),
        summary: "Round-the-clock monitoring of laptops and servers, with an analyst who calls when something is wrong.".into(),
        verdict: Some(VerdictBadge { outcome, step_count: 2 }),
        confidence,
        checked_on: day(2026, 10, 2),
        ends_on: Some(day(2028, 6, 30)),
    }
    };
    vec![
        row(
            "arden-edr",
            "Endpoint detection for local governments",
            cio(),
            Outcome::AfterSteps,
            Confidence::Confirmed,
        ),
        row(
            "mid-soc",
            "Shared security operations center",
            body("mid-cog", "Mid-Arden Council of Governments"),
            Outcome::Yes,
            Confidence::Listed,
        ),
        row(
            "larch-help",
            "Help desk for townships",
            body("larch", "Larch County"),
            Outcome::No,
            Confidence::Stale,
        ),
        row(
            "coop",
            "Software through the cooperative",
            body("coop", "Prairie Purchasing Cooperative"),
            Outcome::Unknown,
            Confidence::Unsourced,
        ),
    ]
}

fn evidence(title: &str, provider: BodyRef, confidence: Confidence) -> Evidence {
    Evidence {
        title: title.into(),
        offering_slug: Some("arden-edr".into()),
        provider,
        confidence,
        source: source(),
    }
}

fn answers() -> Vec<AnswerRow> {
    let row = |slug: &str, answer, evidence: Vec<Evidence>, children| AnswerRow {
        category: category(slug),
        answer,
        further_count: evidence.len() as u64 * 2,
        evidence,
        children,
    };
    let child = |slug: &str, name: &str, answer, evidence: Vec<Evidence>| AnswerRow {
        category: CategoryRef {
            slug: slug.into(),
            name: name.into(),
        },
        answer,
        evidence,
        further_count: 0,
        children: Vec::new(),
    };
    CATEGORIES
        .iter()
        .enumerate()
        .map(|(index, (slug, _, _))| match index {
            0 => row(
                slug,
                AnswerMark::AfterSteps(2),
                vec![evidence(
                    "Endpoint detection for local governments",
                    cio(),
                    Confidence::Confirmed,
                )],
                vec![
                    child(
                        "edr",
                        "Endpoint detection and response",
                        AnswerMark::AfterSteps(2),
                        vec![evidence(
                            "Endpoint detection for local governments",
                            cio(),
                            Confidence::Confirmed,
                        )],
                    ),
                    child(
                        "soc",
                        "Security operations center",
                        AnswerMark::Listed,
                        vec![evidence(
                            "Shared security operations center",
                            body("mid-cog", "Mid-Arden Council of Governments"),
                            Confidence::Listed,
                        )],
                    ),
                    child(
                        "awareness",
                        "Awareness training",
                        AnswerMark::NotRecorded,
                        Vec::new(),
                    ),
                ],
            ),
            1 | 4 => row(
                slug,
                AnswerMark::Yes,
                vec![evidence("Arden backbone", cio(), Confidence::Confirmed)],
                Vec::new(),
            ),
            2 | 6 => row(
                slug,
                AnswerMark::No,
                vec![Evidence {
                    title: "Said that it does not offer this to townships".into(),
                    offering_slug: None,
                    ..evidence("", cio(), Confidence::Confirmed)
                }],
                Vec::new(),
            ),
            3 | 5 | 7 | 14 => row(
                slug,
                AnswerMark::Listed,
                vec![evidence(
                    "State contract for cloud hosting",
                    cio(),
                    Confidence::Listed,
                )],
                Vec::new(),
            ),
            _ => row(slug, AnswerMark::NotRecorded, Vec::new(), Vec::new()),
        })
        .collect()
}

pub fn pages() -> Vec<Page> {
    vec![
        page("jurisdictions", &list("Birch", 3)),
        page("jurisdictions-none", &list("Brich", 0)),
        page("jurisdiction", &jurisdiction()),
        page("state", &state()),
        page("organization", &organization()),
        page("category", &category_page()),
    ]
}

fn list(query: &str, total: u64) -> JurisdictionListPage {
    let row = |key: &str, name: &str, kind: &str, population| JurisdictionRow {
        key: key.into(),
        name: name.into(),
        kind_label: kind.into(),
        county: Some("Larch County".into()),
        state: "Arden".into(),
        population,
        population_year: Some(2024),
        status_note: None,
    };
    let rows = vec![
        row(
            "township-9901702350",
            "Birch township",
            "township",
            Some(4_120),
        ),
        row("municipality-9902350", "Birch city", "city", Some(20_100)),
        row(
            "school-district-9902350",
            "Birch School District 7",
            "school district",
            None,
        ),
    ];
    JurisdictionListPage {
        shell: shell("/jurisdictions", false),
        query: query.into(),
        category: None,
        next: Some("/search?q=edr".into()),
        total,
        exact_total: 0,
        rows: rows.into_iter().take(total as usize).collect(),
        pager: Pager::default(),
    }
}

fn jurisdiction() -> JurisdictionPage {
    JurisdictionPage {
        shell: shell("/jurisdictions/township-9901702350", true),
        key: "township-9901702350".into(),
        name: "Birch Township, Arden".into(),
        kind_label: "township".into(),
        parents: vec![
            place("county-99017", "Larch County"),
            place("state-99", "Arden"),
        ],
        state_postal: "AR".into(),
        state_name: "Arden".into(),
        population: Some(4_120),
        population_year: Some(2024),
        status_note: None,
        answers: answers(),
        cio: Some(CioCard {
            office: cio(),
            serves_locals: Some("Serves local governments.".into()),
            state_contracts: Some(
                "Local governments may buy from state contracts after they register.".into(),
            ),
            note: None,
            source: source(),
        }),
        nearby: vec![
            NearbyOffer {
                provider: body("larch", "Larch County"),
                relation: "your county".into(),
                offering_slug: "larch-gis".into(),
                title: "Shared base map and parcels".into(),
                category: category("gis"),
            },
            NearbyOffer {
                provider: body("mid-cog", "Mid-Arden Council of Governments"),
                relation: "serves your area".into(),
                offering_slug: "mid-soc".into(),
                title: "Shared security operations center".into(),
                category: category("cybersecurity"),
            },
        ],
        peers: vec![
            Peer {
                place: place("township-9901799999", "Cedar Township"),
                population: Some(3_900),
                distance_miles: Some(11.4),
                why: vec![
                    "Same kind.".into(),
                    "Population 3,900 to your 4,120.".into(),
                ],
            },
            Peer {
                place: place("township-9901799998", "Alder Township"),
                population: Some(5_300),
                distance_miles: Some(26.0),
                why: vec!["Same kind.".into(), "Same county.".into()],
            },
        ],
        peers_note: None,
        participations: vec![ParticipationRow {
            title: "Prairie Purchasing Cooperative".into(),
            offering_slug: Some("coop".into()),
            scope: "for itself".into(),
            from: Some(day(2024, 3, 1)),
            until: Some(day(2027, 2, 28)),
            source: source(),
        }],
        adoptions: vec![AdoptionRow {
            title: "Shared base map and parcels".into(),
            offering_slug: "larch-gis".into(),
            since: None,
            source: source(),
        }],
    }
}

fn state() -> StatePage {
    let marks = [
        AnswerMark::Yes,
        AnswerMark::AfterSteps(0),
        AnswerMark::Listed,
        AnswerMark::NotRecorded,
        AnswerMark::No,
    ];
    StatePage {
        shell: shell("/states/ar", true),
        postal: "AR".into(),
        name: "Arden".into(),
        key: "state-99".into(),
        cio: Some(cio()),
        serves_locals: Some("Serves local governments.".into()),
        note: Some("Counties and municipalities may contract with the office voluntarily.".into()),
        source: source(),
        buying: LocalBuying {
            answer: Some(AnswerMark::Listed),
            words: "Counties, municipalities and school districts may buy from state contracts; townships are not named.".into(),
            portal: Some(("Arden Buys".into(), "https://buys.arden.example".into())),
            office: Some("Department of Finance, Division of Procurement".into()),
        },
        kinds: vec![Kind::County, Kind::Municipality, Kind::Township, Kind::SchoolDistrict, Kind::SpecialDistrict],
        answers: CATEGORIES
            .iter()
            .enumerate()
            .map(|(row, (slug, _, _))| StateAnswerRow {
                category: category(slug),
                cells: (0..5)
                    .map(|column| StateCell {
                        answer: marks.get((row * 2 + column) % marks.len()).copied().unwrap_or(AnswerMark::NotRecorded),
                        href: Some("/search?category=x".into()),
                    })
                    .collect(),
            })
            .collect(),
        offering_total: 12,
        offerings: rows(),
    }
}

fn organization() -> OrganizationPage {
    OrganizationPage {
        shell: shell("/organizations/arden-cio", true),
        body: cio(),
        aliases: vec!["AOT".into()],
        kind: BodyKind::StateCioOffice,
        level: Level::State,
        of: Some(place("state-99", "Arden")),
        serves: vec![place("state-99", "Arden")],
        offerings: rows(),
        partner_in: Vec::new(),
        statements: vec![StatementRow {
            category: category("backup"),
            kinds: "townships".into(),
            said_on: day(2025, 2, 3),
            too_old: false,
        }],
        questions: vec![OpenQuestion {
            category: category("gis"),
            kinds: "townships".into(),
            asker_count: 3,
        }],
    }
}

fn category_page() -> CategoryPage {
    CategoryPage {
        shell: shell("/categories/cybersecurity", true),
        category: category("cybersecurity"),
        parent: None,
        meaning: "Detecting, preventing and answering attacks on systems and data.".into(),
        words: vec![
            WordEntry {
                word: "EDR".into(),
                means: "endpoint detection and response".into(),
            },
            WordEntry {
                word: "SOC".into(),
                means: "security operations center".into(),
            },
        ],
        synonyms: vec!["information security".into(), "infosec".into()],
        children: counts().into_iter().take(5).collect(),
        offering_total: 71,
        offerings: rows(),
        statements: vec![NoSaid {
            body: cio(),
            row: StatementRow {
                category: category("backup"),
                kinds: "townships".into(),
                said_on: day(2025, 2, 3),
                too_old: false,
            },
        }],
    }
}
