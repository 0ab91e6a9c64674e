//! `/sign-in`: an address and a password, or a provider that vouches.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line},
    },
    href,
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// A way to sign in beside a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderChoice {
    /// Its name in addresses.
    pub name: String,
    /// Its name for people.
    pub label: String,
}

/// Sign in.
#[derive(Clone, Debug, Default)]
pub struct SignInPage {
    /// What stands around.
    pub shell: Shell,
    /// Where to go afterwards.
    pub next: String,
    /// The address that was typed.
    pub email: String,
    /// Providers that may vouch.
    pub providers: Vec<ProviderChoice>,
    /// What was wrong.
    pub faults: Vec<FieldFault>,
    /// Why nobody can sign in here; empty when they can.
    pub refused: String,
}

impl Render for SignInPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Sign in",
            description: "Sign in to look after what your government offers.",
            search_box: false,
        };
        let content = html! {
            div class="il-prose il-narrow" {
                h1 { "Sign in" }
                @if self.refused.is_empty() { (self.ways()) }
                @else { p class="il-notice" role="alert" { (self.refused) } }
            }
        };
        self.shell.document(&head, &content)
    }
}

impl SignInPage {
    fn ways(&self) -> Markup {
        let field = |name, label, value| Field {
            name,
            label,
            hint: "",
            value,
            faults: &self.faults,
        };
        html! {
            p class="il-lead" { "Everything there is to read is open without an account." }
            (error_summary(&self.faults))
            (provider_buttons(&self.shell, &self.providers, &self.next))
            (form(&self.shell, "/sign-in", &html! {
                (next(&self.next))
                (line(&field("email", "E-mail address", &self.email), "email", "username"))
                (line(&field("password", "Password", ""), "password", "current-password"))
                button class="usa-button" type="submit" { "Sign in" }
            }))
            p { a href="/reset" { "Forgot your password?" } " · No account yet? " a href="/sign-up" { "Sign up" } }
        }
    }
}

/// The field that says where to go afterwards.
fn next(address: &str) -> Markup {
    html! { @if !address.is_empty() { input type="hidden" name="next" value=(address); } }
}

/// A button for each provider.
pub(super) fn provider_buttons(shell: &Shell, providers: &[ProviderChoice], to: &str) -> Markup {
    html! {
        @for provider in providers {
            (form(shell, &format!("/sign-in/{}", href::escape(&provider.name)), &html! {
                (next(to))
                button class="usa-button usa-button--outline" type="submit" {
                    "Sign in with " (provider.label)
                }
            }))
        }
    }
}
