//! What opens behind a mailed link: an invitation, a sign-up, a new password.

use super::sign_in::{ProviderChoice, provider_buttons};
use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Field, button_form, form, line},
    },
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// What stands behind a link.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Behind {
    /// A new account.
    #[default]
    NewAccount,
    /// A new password for an account.
    NewPassword,
    /// An invitation of an account that must sign in first.
    SignInFirst,
    /// An invitation of the account that has signed in.
    Accept,
    /// An invitation of somebody else than has signed in.
    SomebodyElse,
}

/// The page behind a link.
#[derive(Clone, Debug, Default)]
pub struct WelcomePage {
    /// What stands around.
    pub shell: Shell,
    /// What stands behind the link.
    pub behind: Behind,
    /// The address of this page, with its secret.
    pub action: String,
    /// Whose it is.
    pub email: String,
    /// What they are invited to be, in words; empty for a sign-up or a password.
    pub invited_as: String,
    /// The name that was typed.
    pub name: String,
    /// Providers that may vouch instead.
    pub providers: Vec<ProviderChoice>,
    /// What was wrong.
    pub faults: Vec<FieldFault>,
}

impl Render for WelcomePage {
    fn render(&self) -> Markup {
        let title = match self.behind {
            Behind::NewPassword => "Choose a new password",
            _ if self.invited_as.is_empty() => "Make your account",
            _ => "You are invited",
        };
        let head = Head {
            title,
            description: "Behind the link that was mailed to you.",
            search_box: false,
        };
        let content = html! {
            div class="il-prose il-narrow" {
                h1 { (title) }
                @if !self.invited_as.is_empty() { p class="il-lead" { (self.email) " is invited " (self.invited_as) "." } }
                (error_summary(&self.faults))
                @match self.behind {
                    Behind::NewAccount | Behind::NewPassword => (self.choose()),
                    Behind::SignInFirst => {
                        p { "There is an account with this address. Sign in with it, and you come back here." }
                        p { a class="usa-button" href={ "/sign-in?next=" (self.action) } { "Sign in" } }
                    }
                    Behind::Accept => (button_form(&self.shell, &self.action, "Accept the invitation")),
                    Behind::SomebodyElse => {
                        p { "You have signed in with another address. Sign out, and open the link again." }
                        (button_form(&self.shell, "/sign-out", "Sign out"))
                    }
                }
            }
        };
        self.shell.document(&head, &content)
    }
}

impl WelcomePage {
    fn choose(&self) -> Markup {
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        let hint = "At least 12 characters. A few words are easy to remember.";
        html! {
            @if self.behind == Behind::NewAccount && !self.providers.is_empty() {
                (provider_buttons(&self.shell, &self.providers, &self.action))
                p { "Or with a password:" }
            }
            (form(&self.shell, &self.action, &html! {
                // For password managers: whose password this is.
                input type="hidden" name="username" value=(self.email) autocomplete="username";
                @if self.behind == Behind::NewAccount {
                    (line(&field("name", "Your name", "As colleagues know you. You may leave it out.", &self.name), "text", "name"))
                }
                (line(&field("password", "Password", hint, ""), "password", "new-password"))
                button class="usa-button" type="submit" {
                    @if self.behind == Behind::NewAccount { "Make the account" } @else { "Take this password" }
                }
            }))
        }
    }
}
