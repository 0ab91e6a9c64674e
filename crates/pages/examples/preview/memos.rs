//! Decision memos and what comes before them.

use crate::{
    places::{body, source},
    standing::{Page, day, page, shell},
};
use interlocal_catalog::{
    eligibility::{Confidence, LinkName, LinkState, Outcome},
    memo::{
        Choice, ConsiderKind, Decision, FORMAT, FrozenApproval, FrozenAttachment, FrozenEdition,
        FrozenFile, FrozenLink, FrozenMemo, FrozenOption, FrozenRule, FrozenVerdict, Named,
    },
    offering::Status,
    weighing::Opinion,
};
use interlocal_pages::{
    Reader, Shell,
    components::{error_summary::FieldFault, verdict::VerdictBadge},
    pages::{
        ChangeRow, ChangedSince, ConsiderLine, ConsiderRulesPage, EditedOption, EditedRule,
        MemoBody, MemoDraftTools, MemoEditPage, MemoFreezePage, MemoFrozenTools, MemoPage, MemoRow,
        MemoTools, MemoVerifyPage, MemosPage, NewMemoPage, QuantityField, ShortlistPage, StarLine,
        VerifyAnswer, VoiceLine, WorkspaceLine, WorkspacePage, WorkspaceTools,
    },
};

fn signed_in(path: &str) -> Shell {
    Shell {
        reader: Some(Reader {
            name: "ada@birch.arden.example".into(),
            steward: true,
            form_token: "t".into(),
        }),
        json: None,
        ..shell(path, true)
    }
}

fn fault(field: &str, message: &str) -> Vec<FieldFault> {
    vec![FieldFault {
        field: field.into(),
        message: message.into(),
    }]
}

fn named(key: &str, name: &str) -> Named {
    Named {
        key: key.into(),
        name: name.into(),
    }
}

fn option(slug: &str, title: &str, choice: Choice) -> FrozenOption {
    let link = |name, state, because: &str| FrozenLink {
        name,
        state,
        because: vec![because.into()],
    };
    FrozenOption {
        slug: slug.into(),
        title: title.into(),
        provider: named("arden-cio", "Arden Office of Information Technology"),
        status: Status::Published,
        edition: FrozenEdition {
            number: 3,
            published_at: "2026-09-01T08:00:00Z".into(),
            sha256: "0f".repeat(32),
            content: Default::default(),
        },
        verdict: FrozenVerdict {
            outcome: Outcome::AfterSteps,
            steps_left: 1,
            confidence: Confidence::Listed,
            source: "https://it.arden.example/edr".into(),
            checked_on: day(2026, 9, 1),
            links: vec![
                link(
                    LinkName::Area,
                    LinkState::Met,
                    "Birch Township lies in the area served.",
                ),
                link(LinkName::OwnSteps, LinkState::ToDo, "Sign the agreement."),
            ],
        },
        prices: vec!["Sensor: $4.25, per endpoint a month".into()],
        cost: vec!["In total over 3 years: $18,360".into()],
        price_basis: "Quote 17 of November 2, 2026".into(),
        choice,
        why: "It answers within an hour.\nNight and day.".into(),
    }
}

fn memo() -> FrozenMemo {
    let approval = |decision, comment: &str, version| FrozenApproval {
        name: "Ada Clerk".into(),
        decision,
        comment: comment.into(),
        given_at: "2026-11-21T10:00:00Z".into(),
        version,
    };
    FrozenMemo {
        format: FORMAT.into(),
        portal: "https://portal.arden.example".into(),
        number: 12,
        frozen_at: "2026-11-22T12:00:00Z".into(),
        version: 4,
        body: named("birch-township", "Birch Township"),
        government: named("township-9901702350", "Birch Township, Arden"),
        title: "Endpoint detection for the township".into(),
        need: "Somebody who watches 120 computers.".into(),
        years: 3,
        quantities: vec![("endpoint".into(), "120".into())],
        considered: vec![FrozenRule {
            kind: ConsiderKind::StateContracts,
            name: "Arden Buys".into(),
            url: "https://buys.arden.example".into(),
            words: "Local governments may buy from it.".into(),
            source: "https://buys.arden.example/who".into(),
            checked_on: day(2026, 11, 22),
            answer: "It has no such contract.".into(),
        }],
        options: vec![
            option("arden-edr", "Endpoint detection", Choice::Chosen),
            option("other-edr", "Another one", Choice::NotChosen),
        ],
        approvals: vec![
            approval(Decision::Approved, "Within the budget.", 4),
            approval(Decision::Declined, "", 3),
        ],
        attachments: vec![
            FrozenAttachment {
                title: "The quote".into(),
                url: String::new(),
                file: Some(FrozenFile {
                    name: "quote.pdf".into(),
                    media: "application/pdf".into(),
                    size: 1234,
                    sha256: "ab".repeat(32),
                }),
            },
            FrozenAttachment {
                title: "The minutes".into(),
                url: "https://birch.arden.example/minutes".into(),
                file: None,
            },
        ],
    }
}

fn draft() -> MemoPage {
    MemoPage {
        shell: signed_in("/memos/12"),
        memo: memo(),
        tools: MemoTools::Draft(MemoDraftTools {
            newer: vec![("arden-edr".into(), "Endpoint detection".into())],
            attachments: vec![7, 8],
            typed: ["", "", "", "Ada Clerk", ""].map(str::to_owned),
            meant: Vec::new(),
            decision: None,
        }),
        done: Some("It is saved."),
        faults: fault("name", "Type your name"),
    }
}

fn frozen() -> MemoPage {
    let badge = |outcome| VerdictBadge {
        outcome,
        step_count: 1,
    };
    MemoPage {
        tools: MemoTools::Frozen(MemoFrozenTools {
            sha256: "12".repeat(32),
            files: "/memos/12".into(),
            own: true,
            link: Some("https://portal.arden.example/memos/shared/abc".into()),
            for_verified: true,
            changed: vec![ChangedSince {
                title: "Endpoint detection".into(),
                slug: Some("arden-edr".into()),
                about: vec!["Price".into(), "Term".into()],
                verdict: Some((badge(Outcome::Yes), badge(Outcome::No))),
                numbers: (3, 4),
                rows: vec![ChangeRow {
                    field: "Prices".into(),
                    old: vec!["$4".into()],
                    new: vec!["$5".into()],
                }],
            }],
            adoptable: vec![interlocal_pages::pages::Adoptable {
                slug: "arden-edr".into(),
                title: "Endpoint detection".into(),
                sizes: vec![("endpoint".into(), "120 endpoints".into(), true)],
                ..Default::default()
            }],
            adopted: vec!["Another one".into()],
        }),
        done: None,
        faults: Vec::new(),
        ..draft()
    }
}

fn edit() -> MemoEditPage {
    MemoEditPage {
        shell: signed_in("/memos/12/edit"),
        id: 12,
        version: 4,
        title: "Endpoint detection".into(),
        need: String::new(),
        years: "3".into(),
        quantities: vec![QuantityField {
            field: "q-endpoint".into(),
            label: "Endpoints".into(),
            value: "many".into(),
        }],
        options: vec![EditedOption {
            slug: "arden-edr".into(),
            title: "Endpoint detection".into(),
            provider: "Arden Office".into(),
            choice: Choice::Chosen,
            why: String::new(),
            price_basis: String::new(),
            lines: vec![
                ("0".into(), "Sensor: $4.25".into(), true),
                ("1".into(), "Server: $9".into(), false),
            ],
        }],
        rules: vec![EditedRule {
            id: 3,
            label: "The state’s own contracts first: Arden Buys".into(),
            words: "Local governments may buy from it.".into(),
            source: source(),
            answer: String::new(),
        }],
        faults: fault("q-endpoint", "“many” is no quantity"),
    }
}

fn freeze(missing: Vec<FieldFault>) -> MemoFreezePage {
    MemoFreezePage {
        shell: signed_in("/memos/12/freeze"),
        id: 12,
        version: 4,
        title: "Endpoint detection".into(),
        missing,
        newer: vec!["Endpoint detection".into()],
        approvals: (2, 1),
    }
}

fn verify(answer: Option<VerifyAnswer>) -> MemoVerifyPage {
    MemoVerifyPage {
        shell: shell("/memos/verify", false),
        answer,
        faults: Vec::new(),
        text: String::new(),
    }
}

fn new() -> NewMemoPage {
    NewMemoPage {
        shell: signed_in("/memos/new"),
        bodies: vec![MemoBody {
            slug: "birch-township".into(),
            name: "Birch Township".into(),
            chosen: true,
        }],
        title: String::new(),
        need: String::new(),
        government: "Birch Township, Arden (township-9901702350)".into(),
        meant: Vec::new(),
        options: vec![("arden-edr".into(), "Endpoint detection".into())],
        faults: fault("title", "Say what the memo decides"),
    }
}

fn list() -> MemosPage {
    MemosPage {
        shell: signed_in("/memos"),
        memos: vec![MemoRow {
            id: 12,
            title: "Endpoint detection".into(),
            body: "Birch Township".into(),
            changed_on: day(2026, 11, 22),
            frozen_on: Some(day(2026, 11, 22)),
            option_count: 2,
        }],
        belongs: true,
        done: None,
    }
}

fn rules() -> ConsiderRulesPage {
    ConsiderRulesPage {
        shell: signed_in("/steward/consider-rules"),
        rules: vec![ConsiderLine {
            id: 1,
            state: "Arden".into(),
            kind: ConsiderKind::Cooperative,
            name: "Arden Buys".into(),
            url: "https://buys.arden.example".into(),
            words: "Local governments may join.".into(),
            source: source(),
        }],
        states: vec![("state-99".into(), "Arden".into())],
        typed: Default::default(),
        done: None,
        faults: fault("source", "Say where this can be read"),
    }
}

fn shortlist(shell: Shell) -> ShortlistPage {
    ShortlistPage {
        shell,
        stars: vec![StarLine {
            slug: "arden-edr".into(),
            title: "Endpoint detection".into(),
            provider: body("arden-cio", "Arden Office"),
            verdict: Some(VerdictBadge {
                outcome: Outcome::Yes,
                step_count: 0,
            }),
            note: "Ask for references.".into(),
        }],
        workspaces: vec![(3, "Watching".into(), "Birch Township".into())],
        bodies: vec![("birch-township".into(), "Birch Township".into())],
        title: String::new(),
        done: None,
        faults: fault("title", "Say what is weighed"),
    }
}

fn workspace() -> WorkspacePage {
    let voice = |name: &str, opinion| VoiceLine {
        name: name.into(),
        opinion,
        comment: "It is near.".into(),
        on: day(2026, 11, 22),
    };
    let line = |id, slug: &str| WorkspaceLine {
        id,
        slug: slug.into(),
        title: "Endpoint detection".into(),
        provider: body("arden-cio", "Arden Office"),
        verdict: Some(VerdictBadge {
            outcome: Outcome::AfterSteps,
            step_count: 2,
        }),
        note: "Offered in person.".into(),
        voices: vec![voice("Ada", Opinion::Yes), voice("Bo", Opinion::No)],
        own: Some((Opinion::Yes, "It is near.".into())),
    };
    WorkspacePage {
        shell: signed_in("/workspaces/3"),
        id: 3,
        title: "Watching".into(),
        body: body("birch-township", "Birch Township"),
        government: Some(("township-9901702350".into(), "Birch Township, Arden".into())),
        items: vec![line(7, "arden-edr"), line(8, "other-edr")],
        tools: Some(WorkspaceTools {
            link: Some("https://portal.arden.example/workspaces/shared/abc".into()),
            slug: String::new(),
            meant: Vec::new(),
        }),
        done: None,
        faults: fault("slug", "No offering has this name"),
    }
}

pub fn pages() -> Vec<Page> {
    let whole = VerifyAnswer::Whole {
        title: "Endpoint detection".into(),
        body: body("birch-township", "Birch Township").name,
        number: 12,
        frozen: "November 22, 2026, 12:00 UTC".into(),
        portal: "https://portal.arden.example".into(),
        sha256: "12".repeat(32),
        ours: true,
    };
    let changed = VerifyAnswer::Changed {
        stated: "12".repeat(32),
        found: "34".repeat(32),
    };
    vec![
        page("memos", &list()),
        page("memo-new", &new()),
        page("memo-draft", &draft()),
        page("memo-edit", &edit()),
        page(
            "memo-unfinished",
            &freeze(fault("need", "Say what is needed")),
        ),
        page("memo-freeze", &freeze(Vec::new())),
        page("memo-frozen", &frozen()),
        page("memo-verify", &verify(None)),
        page("memo-whole", &verify(Some(whole))),
        page("memo-changed", &verify(Some(changed))),
        page("steward-consider-rules", &rules()),
        page("shortlist", &shortlist(signed_in("/shortlist"))),
        page(
            "shortlist-visitor",
            &ShortlistPage {
                bodies: Vec::new(),
                faults: Vec::new(),
                ..shortlist(shell("/shortlist", true))
            },
        ),
        page("workspace", &workspace()),
        page(
            "workspace-shared",
            &WorkspacePage {
                tools: None,
                faults: Vec::new(),
                ..workspace()
            },
        ),
    ]
}
