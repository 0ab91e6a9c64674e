//! The second factor: its code after signing in, setting it up, its recovery codes.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line},
    },
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// `/sign-in/code`: asks for the code.
#[derive(Clone, Debug, Default)]
pub struct CodePage {
    /// What stands around.
    pub shell: Shell,
    /// Where to go afterwards.
    pub next: String,
    /// What was wrong.
    pub faults: Vec<FieldFault>,
}

/// `/account/second-factor`: sets it up.
#[derive(Clone, Debug, Default)]
pub struct SecondFactorPage {
    /// What stands around.
    pub shell: Shell,
    /// Whether it is asked of this person.
    pub asked: bool,
    /// The key to enter, in groups of four.
    pub key: String,
    /// The address that an app on this machine reads.
    pub app_url: String,
    /// What was wrong.
    pub faults: Vec<FieldFault>,
}

/// The recovery codes, shown once.
#[derive(Clone, Debug, Default)]
pub struct RecoveryCodesPage {
    /// What stands around.
    pub shell: Shell,
    /// The codes.
    pub codes: Vec<String>,
}

fn code_field<'a>(faults: &'a [FieldFault], hint: &'a str) -> Field<'a> {
    Field {
        name: "code",
        label: "Code",
        hint,
        value: "",
        faults,
    }
}

impl Render for CodePage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Show the second factor",
            description: "The code of your authenticator app.",
            search_box: false,
        };
        let hint = "Six digits from your authenticator app, or one of your recovery codes.";
        let content = html! {
            div class="il-prose il-narrow" {
                h1 { "Show the second factor" }
                (error_summary(&self.faults))
                (form(&self.shell, "/sign-in/code", &html! {
                    @if !self.next.is_empty() { input type="hidden" name="next" value=(self.next); }
                    (line(&code_field(&self.faults, hint), "text", "one-time-code"))
                    button class="usa-button" type="submit" { "Continue" }
                }))
                (form(&self.shell, "/sign-out", &html! {
                    button class="usa-button usa-button--unstyled" type="submit" { "Sign out" }
                }))
            }
        };
        self.shell.document(&head, &content)
    }
}

impl Render for SecondFactorPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Set up a second factor",
            description: "A code that changes every 30 seconds, beside your password.",
            search_box: false,
        };
        let content = html! {
            div class="il-prose il-narrow" {
                h1 { "Set up a second factor" }
                @if self.asked {
                    p class="il-notice" { "Your role asks for a second factor. Until it is set up, you can do nothing with it." }
                }
                p class="il-lead" { "An authenticator app on your phone or computer shows a code that changes every 30 seconds." }
                ol class="il-steps" {
                    li {
                        "Add an account to the app with this key: "
                        strong class="il-key" { (self.key) }
                        " On this device, "
                        a href=(self.app_url) { "open it in the app" }
                        "."
                    }
                    li { "Enter the code that the app shows." }
                }
                (error_summary(&self.faults))
                (form(&self.shell, "/account/second-factor", &html! {
                    (line(&code_field(&self.faults, "Six digits."), "text", "one-time-code"))
                    button class="usa-button" type="submit" { "Turn it on" }
                }))
            }
        };
        self.shell.document(&head, &content)
    }
}

impl Render for RecoveryCodesPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Your recovery codes",
            description: "Codes for the day on which the device is lost.",
            search_box: false,
        };
        let content = html! {
            div class="il-prose il-narrow" {
                h1 { "Your recovery codes" }
                p class="il-lead" {
                    "The second factor is on. If you lose the device, one of these codes stands for it, each once. "
                    "Print or copy them now: they are not shown again."
                }
                ul class="il-codes" { @for code in &self.codes { li { code { (code) } } } }
                p { a class="usa-button" href="/account" { "I have kept them" } }
            }
        };
        self.shell.document(&head, &content)
    }
}
