//! `/account`: who you are here, how you sign in, where you are signed in.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Field, button_form, form, line},
    },
    href,
    shell::{Head, Shell},
    words::written,
};
use chrono::{DateTime, Utc};
use maud::{Markup, Render, html};

/// A body that somebody belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnBody {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What they are in it.
    pub role: String,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// What names it in a form.
    pub id: String,
    /// What the browser calls itself; may be empty.
    pub browser: String,
    /// How they signed in, in words.
    pub way: String,
    /// When it began.
    pub begun_at: DateTime<Utc>,
    /// When it was last used.
    pub seen_at: DateTime<Utc>,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// The account.
#[derive(Clone, Debug, Default)]
pub struct AccountPage {
    /// What stands around.
    pub shell: Shell,
    /// The address.
    pub email: String,
    /// The address that it is to have, as typed.
    pub new_email: String,
    /// Whether a link to a new address is on its way.
    pub mailed: bool,
    /// The name, as it stands or was typed.
    pub name: String,
    /// Whether they look after the portal.
    pub steward: bool,
    /// The bodies they belong to.
    pub bodies: Vec<OwnBody>,
    /// Their sessions.
    pub sessions: Vec<OwnSession>,
    /// Whether they have a password.
    pub has_password: bool,
    /// The providers that vouch for them.
    pub issuers: Vec<String>,
    /// Since when the second factor is on.
    pub second_factor_since: Option<DateTime<Utc>>,
    /// Recovery codes that are left.
    pub recovery_codes: u64,
    /// What was wrong.
    pub faults: Vec<FieldFault>,
}

impl Render for AccountPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Your account",
            description: "Who you are here, how you sign in, where you are signed in.",
            search_box: false,
        };
        let content = html! {
            h1 { "Your account" }
            p class="il-lead" { (self.email) @if self.steward { ", a steward of this portal" } }
            (button_form(&self.shell, "/sign-out", "Sign out"))
            @if self.mailed {
                p class="il-notice" role="status" {
                    "We have written to the new address. The link holds for 24 hours; until you open it, nothing changes."
                }
            }
            (error_summary(&self.faults))
            div class="il-prose" {
                (self.belonging())
                (self.name())
                (self.address())
                (self.password())
                (self.second_factor())
            }
            (self.sessions())
            div class="il-prose" { (programs()) (leaving()) }
        };
        self.shell.document(&head, &content)
    }
}

impl AccountPage {
    fn field<'a>(
        &'a self,
        name: &'a str,
        label: &'a str,
        hint: &'a str,
        value: &'a str,
    ) -> Field<'a> {
        Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        }
    }

    fn belonging(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="bodies" {
                h2 id="bodies" { "Where you belong" }
                @if self.bodies.is_empty() {
                    p { "You belong to no body yet. " a href="/join" { "Join the body you work for" } "." }
                } @else {
                    ul {
                        @for body in &self.bodies {
                            li { a href={ "/desk/" (href::escape(&body.slug)) } { (body.name) } ", " (body.role) }
                        }
                    }
                }
            }
        }
    }

    fn name(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="your-name" {
                h2 id="your-name" { "Your name" }
                (form(&self.shell, "/account/name", &html! {
                    (line(&self.field("name", "Name", "As colleagues know you.", &self.name), "text", "name"))
                    button class="usa-button usa-button--outline" type="submit" { "Save the name" }
                }))
            }
        }
    }

    fn address(&self) -> Markup {
        let hint = "We mail a link there; it becomes yours when you open it, signed in here.";
        html! {
            section class="il-section" aria-labelledby="your-address" {
                h2 id="your-address" { "Your address" }
                (form(&self.shell, "/account/email", &html! {
                    (line(&self.field("email", "New address", hint, &self.new_email), "email", "email"))
                    @if self.has_password {
                        (line(&self.field("email_password", "Your password", "So that nobody else changes it.", ""), "password", "current-password"))
                    }
                    button class="usa-button usa-button--outline" type="submit" { "Mail me a link" }
                }))
            }
        }
    }

    fn password(&self) -> Markup {
        let hint = "At least 12 characters. Every other session ends.";
        html! {
            section class="il-section" aria-labelledby="your-password" {
                h2 id="your-password" { "How you sign in" }
                @if !self.issuers.is_empty() { p { "Through " (self.issuers.join(", ")) "." } }
                (form(&self.shell, "/account/password", &html! {
                    @if self.has_password {
                        (line(&self.field("old_password", "Your password", "", ""), "password", "current-password"))
                    }
                    (line(&self.field("password", "New password", hint, ""), "password", "new-password"))
                    button class="usa-button usa-button--outline" type="submit" {
                        @if self.has_password { "Change the password" } @else { "Take this password" }
                    }
                }))
            }
        }
    }

    fn second_factor(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="your-second-factor" {
                h2 id="your-second-factor" { "Second factor" }
                @match self.second_factor_since {
                    None => {
                        p { "Off. " a href="/account/second-factor" { "Set it up" } }
                    }
                    Some(since) => {
                        p { "On since " (written(since.date_naive())) ". Recovery codes left: " (self.recovery_codes) "." }
                        (form(&self.shell, "/account/second-factor/remove", &html! {
                            (line(&self.field("code", "Code", "Six digits from your app, to turn it off.", ""), "text", "one-time-code"))
                            button class="usa-button usa-button--outline" type="submit" { "Turn it off" }
                        }))
                    }
                }
            }
        }
    }

    fn sessions(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="sessions" {
                h2 id="sessions" { "Where you are signed in" }
                div class="il-scroll" tabindex="0" role="group" aria-labelledby="sessions" {
                    table class="usa-table usa-table--borderless" {
                        caption class="usa-sr-only" { "Your sessions" }
                        thead { tr {
                            th scope="col" { "Browser" } th scope="col" { "Signed in" }
                            th scope="col" { "Last used" } th scope="col" { "End it" }
                        } }
                        tbody { @for session in &self.sessions { (self.session(session)) } }
                    }
                }
                (button_form(&self.shell, "/account/sessions/end-all", "Sign out everywhere"))
            }
        }
    }

    fn session(&self, session: &OwnSession) -> Markup {
        let browser = if session.browser.is_empty() {
            "Not stated"
        } else {
            &session.browser
        };
        html! {
            tr {
                th scope="row" { (browser) @if session.is_this { " (this one)" } }
                td { (moment(session.begun_at)) ", " (session.way) }
                td { (moment(session.seen_at)) }
                td {
                    (form(&self.shell, "/account/sessions/end", &html! {
                        input type="hidden" name="session" value=(session.id);
                        button class="usa-button usa-button--unstyled" type="submit" {
                            "End" span class="usa-sr-only" { " the session of " (browser) " begun " (moment(session.begun_at)) }
                        }
                    }))
                }
            }
        }
    }
}

fn programs() -> Markup {
    html! {
        section class="il-section" aria-labelledby="programs" {
            h2 id="programs" { "Programs that act for you" }
            p { a href="/account/tokens" { "Tokens of the API" } }
        }
    }
}

fn leaving() -> Markup {
    html! {
        section class="il-section" aria-labelledby="leaving" {
            h2 id="leaving" { "Your data" }
            ul {
                li { a href="/account/data" { "Download what is kept about you" } " (JSON)" }
                li { a href="/account/close" { "Close the account" } }
            }
        }
    }
}

fn moment(at: DateTime<Utc>) -> String {
    format!("{}, {} UTC", written(at.date_naive()), at.format("%H:%M"))
}

/// `/account/close`: asks whether they mean it.
#[derive(Clone, Debug, Default)]
pub struct CloseAccountPage {
    /// What stands around.
    pub shell: Shell,
    /// The address of the account.
    pub own_email: String,
    /// What was typed.
    pub email: String,
    /// What was wrong.
    pub faults: Vec<FieldFault>,
}

impl Render for CloseAccountPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Close the account",
            description: "What goes and what stays when an account is closed.",
            search_box: false,
        };
        let field = Field {
            name: "email",
            label: "Your e-mail address",
            hint: "Type it to say that you mean it.",
            value: &self.email,
            faults: &self.faults,
        };
        let content = html! {
            div class="il-prose il-narrow" {
                h1 { "Close the account" }
                p class="il-lead" {
                    "Your name, password, second factor, sessions and memberships are deleted at once. What your body "
                    "published stays, and the log of who did what keeps the address " (self.own_email) "."
                }
                (error_summary(&self.faults))
                (form(&self.shell, "/account/close", &html! {
                    (line(&field, "email", "off"))
                    button class="usa-button usa-button--secondary" type="submit" { "Close the account" }
                }))
                p { a href="/account" { "Keep it" } }
            }
        };
        self.shell.document(&head, &content)
    }
}
