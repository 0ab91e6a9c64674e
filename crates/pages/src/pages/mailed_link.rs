//! `/sign-up` and `/reset`: an address to which a link is mailed.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line},
    },
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// What the link is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkPurpose {
    /// An account.
    #[default]
    SignUp,
    /// A new password.
    Reset,
}

/// Asks for an address, or says that the link is on its way.
#[derive(Clone, Debug, Default)]
pub struct MailedLinkPage {
    /// What stands around.
    pub shell: Shell,
    /// What the link is for.
    pub purpose: LinkPurpose,
    /// The address that was typed.
    pub email: String,
    /// What was wrong.
    pub faults: Vec<FieldFault>,
    /// Whether the link is on its way.
    pub sent: bool,
    /// Why nobody can sign in here; empty when they can.
    pub refused: String,
}

impl Render for MailedLinkPage {
    fn render(&self) -> Markup {
        let (title, action, label, explain) = match self.purpose {
            LinkPurpose::SignUp => (
                "Sign up",
                "/sign-up",
                "Mail me a link",
                "We mail you a link; behind it you choose your name and password. An account lets you look \
                 after what your government offers, once you belong to it.",
            ),
            LinkPurpose::Reset => (
                "Choose a new password",
                "/reset",
                "Mail me a link",
                "We mail you a link; behind it you choose a new password.",
            ),
        };
        let head = Head {
            title,
            description: explain,
            search_box: false,
        };
        let field = Field {
            name: "email",
            label: "E-mail address",
            hint: "",
            value: &self.email,
            faults: &self.faults,
        };
        let content = html! {
            div class="il-prose il-narrow" {
                @if self.sent {
                    h1 { "Look into your mail" }
                    p class="il-lead" { (self.told()) }
                    p { "Nothing came? Look among unwanted mail, or " a href=(action) { "ask again" } " a little later." }
                } @else {
                    h1 { (title) }
                    @if self.refused.is_empty() {
                        p class="il-lead" { (explain) }
                        (error_summary(&self.faults))
                        (form(&self.shell, action, &html! {
                            (line(&field, "email", "email"))
                            button class="usa-button" type="submit" { (label) }
                        }))
                        p { a href="/sign-in" { "Sign in instead" } }
                    } @else {
                        p class="il-notice" role="alert" { (self.refused) }
                    }
                }
            }
        };
        self.shell.document(&head, &content)
    }
}

impl MailedLinkPage {
    fn told(&self) -> &'static str {
        match self.purpose {
            LinkPurpose::SignUp => {
                "We have written to the address you gave. The link holds for 24 hours."
            }
            LinkPurpose::Reset => {
                "If there is an account with the address you gave, we have written to it. The link holds for 2 hours."
            }
        }
    }
}
