//! Pages of accounts: signing in, links, second factors, the account.

use super::standing::{Page, day, shell};
use chrono::{DateTime, Utc};
use interlocal_pages::{Reader, Render, Shell, components::error_summary::FieldFault, pages::*};

fn reading(path: &str) -> Shell {
    Shell {
        reader: Some(Reader {
            name: "ada@arden.example".into(),
            steward: true,
            form_token: "a-token".into(),
        }),
        json: None,
        ..shell(path, false)
    }
}

fn fault(field: &str, message: &str) -> Vec<FieldFault> {
    vec![FieldFault {
        field: field.into(),
        message: message.into(),
    }]
}

fn at(hour: u32) -> DateTime<Utc> {
    let time = chrono::NaiveTime::from_hms_opt(hour, 5, 0).unwrap_or_default();
    day(2026, 11, 22).and_time(time).and_utc()
}

fn account() -> AccountPage {
    let session = |id: &str, browser: &str, is_this| OwnSession {
        id: id.into(),
        browser: browser.into(),
        way: "with a password".into(),
        begun_at: at(9),
        seen_at: at(11),
        is_this,
    };
    AccountPage {
        shell: reading("/account"),
        email: "ada@arden.example".into(),
        new_email: String::new(),
        mailed: true,
        name: "Ada".into(),
        steward: true,
        bodies: vec![OwnBody {
            slug: "arden-technology".into(),
            name: "Arden Office of Technology".into(),
            role: "approver".into(),
        }],
        sessions: vec![
            session("one", "Firefox on Linux", true),
            session("two", "", false),
        ],
        has_password: true,
        issuers: vec!["https://login.arden.example".into()],
        second_factor_since: Some(at(8)),
        recovery_codes: 9,
        faults: fault("old_password", "is not your password"),
    }
}

fn welcome(behind: Behind, shell: Shell) -> WelcomePage {
    WelcomePage {
        shell,
        behind,
        action: "/invitations/a-secret".into(),
        email: "ada@arden.example".into(),
        invited_as: "to Arden Office of Technology as approver".into(),
        name: "Ada".into(),
        providers: vec![provider()],
        faults: match behind {
            Behind::NewAccount | Behind::NewPassword => {
                fault("password", "take at least 12 characters")
            }
            _ => Vec::new(),
        },
    }
}

fn provider() -> ProviderChoice {
    ProviderChoice {
        name: "arden".into(),
        label: "Arden account".into(),
    }
}

fn page(name: &'static str, page: &impl Render) -> Page {
    (name, page.render().into_string())
}

pub fn pages() -> Vec<Page> {
    let sign_in = |refused: &str| SignInPage {
        shell: shell("/sign-in", false),
        next: "/account".into(),
        email: "ada@arden.example".into(),
        providers: vec![provider()],
        faults: fault("password", "this address and password do not go together"),
        refused: refused.into(),
    };
    let mailed = |purpose, sent| MailedLinkPage {
        shell: shell("/sign-up", false),
        purpose,
        email: String::new(),
        faults: Vec::new(),
        sent,
        refused: String::new(),
    };
    vec![
        page("sign-in", &sign_in("")),
        page("sign-in-refused", &sign_in("Nobody can sign in here.")),
        page("sign-up", &mailed(LinkPurpose::SignUp, false)),
        page("sign-up-sent", &mailed(LinkPurpose::SignUp, true)),
        page("reset", &mailed(LinkPurpose::Reset, false)),
        page(
            "invited",
            &welcome(Behind::NewAccount, shell("/invitations/x", false)),
        ),
        page(
            "invited-known",
            &welcome(Behind::SignInFirst, shell("/invitations/x", false)),
        ),
        page(
            "invited-signed-in",
            &welcome(Behind::Accept, reading("/invitations/x")),
        ),
        page(
            "invited-other",
            &welcome(Behind::SomebodyElse, reading("/invitations/x")),
        ),
        page(
            "new-password",
            &welcome(Behind::NewPassword, shell("/reset/x", false)),
        ),
        page("account", &account()),
        page(
            "close-account",
            &CloseAccountPage {
                shell: reading("/account/close"),
                own_email: "ada@arden.example".into(),
                email: String::new(),
                faults: Vec::new(),
            },
        ),
        page(
            "code",
            &CodePage {
                shell: reading("/sign-in/code"),
                next: "/account".into(),
                faults: fault("code", "is no code that holds now"),
            },
        ),
        page(
            "second-factor",
            &SecondFactorPage {
                shell: reading("/account/second-factor"),
                asked: true,
                key: "GEZD GNBV".into(),
                app_url: "otpauth://totp/Interlocal:ada".into(),
                faults: Vec::new(),
            },
        ),
        page(
            "recovery-codes",
            &RecoveryCodesPage {
                shell: reading("/account/second-factor"),
                codes: vec!["4f9a1-c07be".into()],
            },
        ),
    ]
}
