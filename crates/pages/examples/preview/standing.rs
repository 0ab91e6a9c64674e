//! Pages that stand by themselves: first page, categories, about, errors.

use interlocal_catalog::NaiveDate;
use interlocal_pages::{
    Chosen, Render, Shell,
    components::{answer::AnswerMark, error_summary::FieldFault, references::CategoryRef},
    pages::*,
};

/// Name of the file and its document.
pub type Page = (&'static str, String);

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

pub fn shell(path: &str, chosen: bool) -> Shell {
    Shell {
        path: path.into(),
        origin: "https://interlocal.example".into(),
        chosen: chosen.then(|| Chosen {
            key: "township-9901702350".into(),
            name: "Birch Township, Arden".into(),
        }),
        query: String::new(),
        asset_version: "preview".into(),
        as_of: day(2026, 11, 22),
        reader: None,
        brand: std::sync::Arc::default(),
        announcements: Vec::new(),
        tray: Vec::new(),
        starred: Default::default(),
        json: Some(format!("/api/v1{path}")),
        files: Vec::new(),
    }
}

pub fn page(name: &'static str, page: &impl Render) -> Page {
    (name, page.render().into_string())
}

pub const CATEGORIES: [(&str, &str, u64); 15] = [
    ("cybersecurity", "Cybersecurity", 71),
    ("broadband", "Broadband and networks", 38),
    ("backup", "Backup and disaster recovery", 9),
    ("hosting", "Hosting and cloud", 22),
    ("hardware", "Hardware", 14),
    ("software", "Software and licenses", 17),
    ("telecom", "Telecom and voice", 11),
    ("gis", "GIS and data", 41),
    ("public-safety", "Public-safety communications", 19),
    ("identity", "Identity and digital services", 12),
    ("smart", "Smart technology", 3),
    ("staffing", "IT staffing and professional services", 16),
    ("training", "Training and best practice", 25),
    ("grants", "Grants", 12),
    ("purchasing", "General purchasing vehicles", 64),
];

pub fn category(slug: &str) -> CategoryRef {
    let name = CATEGORIES
        .iter()
        .find(|c| c.0 == slug)
        .map_or(slug, |c| c.1);
    CategoryRef {
        slug: slug.into(),
        name: name.into(),
    }
}

pub fn counts() -> Vec<CategoryCount> {
    CATEGORIES
        .iter()
        .map(|(slug, name, count)| CategoryCount {
            slug: (*slug).into(),
            name: (*name).into(),
            meaning: "Detecting, preventing and answering attacks on systems and data.".into(),
            offering_count: *count,
        })
        .collect()
}

fn child(slug: &str, name: &str, count: u64) -> CategoryCount {
    CategoryCount {
        slug: slug.into(),
        name: name.into(),
        meaning: String::new(),
        offering_count: count,
    }
}

pub fn pages() -> Vec<Page> {
    let mut out = vec![
        page("home", &home(false)),
        page("home-chosen", &home(true)),
        page("categories", &categories()),
        page("about", &about()),
        page(
            "accessibility",
            &AccessibilityPage {
                shell: shell("/accessibility", true),
                contact: Some("access@arden.example".into()),
            },
        ),
        page(
            "privacy",
            &PrivacyPage {
                shell: shell("/privacy", true),
                contact: None,
            },
        ),
    ];
    for (name, problem) in problems() {
        out.push(page(
            name,
            &ErrorPage {
                shell: shell("/nowhere", true),
                problem,
                kept: None,
            },
        ));
    }
    out
}

fn home(chosen: bool) -> HomePage {
    let example = |question: &str, answer, finding: &str| Example {
        question: question.into(),
        answer: Some(answer),
        finding: finding.into(),
        href: "/search?q=x".into(),
    };
    HomePage {
        shell: shell("/", chosen),
        categories: counts(),
        examples: vec![
            example(
                "What can a township in Arden get for endpoint detection?",
                AnswerMark::AfterSteps(1),
                "Two offerings; the state’s own needs a signed agreement.",
            ),
            example(
                "May a school district join the state’s fiber backbone?",
                AnswerMark::Listed,
                "Named in the network’s catalog, not yet confirmed by it.",
            ),
            example(
                "Does Tamarack County share its GIS with its cities?",
                AnswerMark::Yes,
                "Confirmed by the county on October 2, 2026.",
            ),
        ],
        offering_count: 370,
        jurisdiction_count: 52_262,
    }
}

fn categories() -> CategoriesPage {
    CategoriesPage {
        shell: shell("/categories", true),
        categories: counts()
            .into_iter()
            .map(|category| CategoryEntry {
                children: if category.slug == "cybersecurity" {
                    vec![
                        child("edr", "Endpoint detection and response", 18),
                        child("soc", "Security operations center", 9),
                        child("awareness", "Awareness training", 7),
                    ]
                } else {
                    Vec::new()
                },
                category,
            })
            .collect(),
    }
}

fn about() -> AboutPage {
    AboutPage {
        security_contact: None,
        shell: shell("/about", false),
        sources: vec![
            DataSource {
                name: "Census gazetteer files".into(),
                used_for: "Names, codes and places of governments".into(),
                license: "Work of the US Government, public domain".into(),
                url: "https://www.census.example/gazetteer".into(),
                read_on: Some(day(2026, 11, 22)),
            },
            DataSource {
                name: "Public pages of the bodies themselves".into(),
                used_for: "Offerings and who may use them".into(),
                license: "Facts, in our own words".into(),
                url: String::new(),
                read_on: None,
            },
        ],
        offering_count: 370,
        confirmed_count: 12,
        organization_count: 241,
        jurisdiction_count: 52_262,
    }
}

fn problems() -> Vec<(&'static str, Problem)> {
    vec![
        ("error-400", Problem::BadRequest { faults: vec![FieldFault { field: String::new(), message: "“county-17” is not a Census GEOID of a county; a key looks like county-17031".into() }] }),
        ("error-404", Problem::NotFound),
        ("error-405", Problem::MethodNotAllowed),
        ("error-410", Problem::Gone { on: Some(day(2026, 6, 30)), reason: Some("the contract ended".into()), successor: Some(("Endpoint protection 2026–2029".into(), "/offerings/arden-edr".into())) }),
        ("error-414", Problem::AddressTooLong),
        ("error-429", Problem::TooMany { retry_seconds: 42 }),
        ("error-500", Problem::Internal { request_id: "7f2c-19aa".into() }),
        ("error-503", Problem::Unavailable { retry_seconds: None }),
    ]
}
