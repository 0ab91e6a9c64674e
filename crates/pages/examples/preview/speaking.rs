//! Pages on which anybody speaks to a body, and those on which it answers.

use crate::{
    places::{body, cio, source},
    standing::{Page, category, day, page, shell},
};
use interlocal_catalog::eligibility::verdict::Confidence;
use interlocal_pages::{
    components::{error_summary::FieldFault, references::PlaceRef},
    pages::*,
};

fn birch() -> PlaceRef {
    PlaceRef {
        key: "township-9901702350".into(),
        name: "Birch Township, Arden".into(),
    }
}

fn ask() -> AskPage {
    AskPage {
        shell: shell("/ask?category=gis", true),
        organization: Some(cio()),
        categories: vec![category("gis"), category("backup")],
        category: Some(category("gis")),
        government: Some((birch(), "townships".into())),
        offering: Some(("aerial-photos".into(), "Aerial photos".into())),
        asker_count: 3,
        reply: None,
        sent: false,
        faults: Vec::new(),
        email: String::new(),
        message: String::new(),
    }
}

fn fault(field: &str, message: &str) -> Vec<FieldFault> {
    vec![FieldFault {
        field: field.into(),
        message: message.into(),
    }]
}

fn report() -> ReportPage {
    ReportPage {
        shell: shell("/offerings/aerial-photos/report", true),
        slug: "aerial-photos".into(),
        title: "Aerial photos".into(),
        provider: body("arden-gis", "Arden GIS Council"),
        sent: false,
        faults: fault("message", "Say what is wrong"),
        email: "ada@birch.arden.example".into(),
        message: String::new(),
    }
}

fn waiting(waiting_for: WaitingFor, confidence: Confidence) -> WaitingPage {
    let entry = |slug: &str, title: &str| WaitingEntry {
        slug: slug.into(),
        title: title.into(),
        category: category("cybersecurity"),
        summary: "Watches the machines of local governments day and night.".into(),
        confidence,
        source: source(),
        review_by: day(2027, 3, 31),
    };
    WaitingPage {
        shell: shell("/desk/arden-cio/listed", false),
        body: cio(),
        waiting_for,
        entries: vec![
            entry("endpoint", "Shared endpoint detection"),
            entry("backup", "Off-site backup"),
        ],
        may_confirm: true,
        broken: vec![BrokenLinkRow {
            slug: "endpoint".into(),
            title: "Shared endpoint detection".into(),
            place: "How to join or buy".into(),
            link: "https://arden.example/services/endpoint/agreement-form-2025.pdf".into(),
            said: "answered 404 (no such page) on November 20, 2026.".into(),
        }],
    }
}

fn statements() -> StatementsPage {
    StatementsPage {
        shell: shell("/desk/arden-cio/statements", false),
        body: cio(),
        statements: vec![Statement {
            id: "no-1".into(),
            row: StatementRow {
                category: category("backup"),
                kinds: "townships".into(),
                said_on: day(2026, 2, 3),
                too_old: false,
            },
            until: day(2028, 2, 3),
        }],
        categories: vec![category("gis"), category("backup")],
        kinds: vec![
            ("county".into(), "counties".into(), true),
            ("township".into(), "townships".into(), false),
        ],
        category: "gis".into(),
        may_edit: true,
        faults: fault("category", "Choose a category"),
    }
}

fn question(reply: Option<ReplyShown>) -> QuestionRow {
    QuestionRow {
        id: 7,
        category: category("gis"),
        kinds: "townships".into(),
        asker_count: 3,
        asked_on: day(2026, 10, 2),
        reply,
    }
}

fn inbox() -> InboxPage {
    InboxPage {
        shell: shell("/desk/arden-cio/questions", false),
        body: cio(),
        questions: vec![
            question(None),
            question(Some(ReplyShown::No(day(2026, 11, 2)))),
        ],
    }
}

fn one_question() -> QuestionPage {
    QuestionPage {
        shell: shell("/desk/arden-cio/questions/7", false),
        body: cio(),
        question: question(None),
        voices: vec![(birch(), "For 40 people, by June.".into())],
        told_count: 2,
        offerings: vec![("aerial-photos".into(), "Aerial photos".into())],
        participations: Vec::new(),
        chosen: "offering".into(),
        may_edit: true,
        faults: fault("offering", "Choose a published listing"),
    }
}

fn report_row(id: i32, closed: bool) -> ReportRow {
    ReportRow {
        id,
        title: "Shared endpoint detection".into(),
        offering: Some("endpoint".into()),
        message: "The form moved to another address.".into(),
        reported_on: day(2026, 11, 2),
        owner: closed.then(|| "ed@it.arden.example".into()),
        answer: String::new(),
        closed_on: closed.then(|| day(2026, 11, 9)),
        told: true,
    }
}

fn reports() -> ReportsPage {
    ReportsPage {
        shell: shell("/desk/arden-cio/reports", false),
        body: cio(),
        reports: vec![report_row(1, false), report_row(2, true)],
    }
}

fn one_report() -> OneReportPage {
    OneReportPage {
        shell: shell("/desk/arden-cio/reports/1", false),
        body: cio(),
        report: report_row(1, false),
        may_edit: true,
        answer: String::new(),
        faults: Vec::new(),
    }
}

fn recorded() -> RecordedPage {
    RecordedPage {
        meant: vec![(
            "user",
            vec![
                ("township-1".into(), "Birch Township, Arden".into()),
                ("township-2".into(), "Birch Township, Brook County".into()),
            ],
        )],
        shell: shell("/desk/arden-cio/participations", false),
        body: cio(),
        participations: vec![RecordedRow {
            id: "part-1".into(),
            who: PlaceRef {
                key: "state-99".into(),
                name: "Arden".into(),
            },
            title: "Cooperative master agreement".into(),
            scope: "for local governments".into(),
            days: "since July 1, 2026".into(),
        }],
        adoptions: vec![AdoptedRow {
            who: birch(),
            slug: "endpoint".into(),
            title: "Shared endpoint detection".into(),
            since: Some(day(2026, 1, 1)),
            size: String::new(),
        }],
        scopes: vec![
            ("self".into(), "Itself".into(), true),
            ("county".into(), "Counties in it".into(), false),
        ],
        steps: vec![("agreement".into(), "An agreement is signed".into(), false)],
        typed: vec![("who".into(), "state-99".into())],
        may_edit: true,
        faults: fault("program", "No offering or program has this name"),
    }
}

pub fn pages() -> Vec<Page> {
    let answered = AskPage {
        reply: Some(ReplyShown::Offering(
            "aerial-photos".into(),
            "Aerial photos".into(),
            day(2026, 11, 2),
        )),
        ..ask()
    };
    let nobody = AskPage {
        shell: shell("/ask", false),
        government: None,
        ..ask()
    };
    let sent = ReportPage {
        sent: true,
        faults: Vec::new(),
        ..report()
    };
    let open = AskPage {
        category: None,
        ..ask()
    };
    vec![
        page("ask", &ask()),
        page(
            "ask-sent",
            &AskPage {
                sent: true,
                ..ask()
            },
        ),
        page("ask-answered", &answered),
        page("ask-no-government", &nobody),
        page("ask-no-category", &open),
        page("report", &report()),
        page("report-sent", &sent),
        page(
            "desk-listed",
            &waiting(WaitingFor::FirstWord, Confidence::Listed),
        ),
        page(
            "desk-stale",
            &waiting(WaitingFor::NextWord, Confidence::Stale),
        ),
        page("desk-statements", &statements()),
        page("desk-questions", &inbox()),
        page("desk-question", &one_question()),
        page("desk-reports", &reports()),
        page("desk-report", &one_report()),
        page("desk-participations", &recorded()),
    ]
}
