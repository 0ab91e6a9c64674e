//! `/offerings/{slug}/report`: what is wrong with an offering.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line, lines},
        references::BodyRef,
    },
    href,
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// The page on which a problem is reported.
#[derive(Clone, Debug)]
pub struct ReportPage {
    /// What stands around.
    pub shell: Shell,
    /// Slug of the offering.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub provider: BodyRef,
    /// Whether this reader has just reported.
    pub sent: bool,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
    /// The address as typed.
    pub email: String,
    /// The words as typed.
    pub message: String,
}

impl Render for ReportPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Report a problem",
            description: "Say what is wrong with a listing.",
            search_box: true,
        };
        let listing = href::offering(&self.slug, self.shell.key());
        self.shell.document(
            &head,
            &html! {
                (error_summary(&self.faults))
                p class="il-kicker" { a href=(listing) { (self.title) } }
                h1 { "Report a problem" }
                @if self.sent {
                    section class="il-verdict-box" role="status" aria-labelledby="sent" {
                        h2 id="sent" { "Thank you" }
                        p { "Your report is at the desk of " (self.provider) ", which answers it." }
                        p { a href=(listing) { "Back to the listing" } }
                    }
                } @else { (self.form()) }
            },
        )
    }
}

impl ReportPage {
    fn form(&self) -> Markup {
        let message = Field {
            name: "message",
            label: "What is wrong?",
            hint: "Say which fact, what would be right, and where that can be read.",
            value: &self.message,
            faults: &self.faults,
        };
        let email = Field {
            name: "email",
            label: "E-mail to be told (optional)",
            hint: "You get one letter, when it is answered. The address is shown to nobody.",
            value: &self.email,
            faults: &self.faults,
        };
        let content = html! {
            (lines(&message, 6))
            (line(&email, "email", "email"))
            button class="usa-button il-next" type="submit" { "Send the report" }
        };
        let action = format!("/offerings/{}/report", href::escape(&self.slug));
        html! {
            p class="il-prose" { "It goes to the desk of " (self.provider) "." }
            (form(&self.shell, &action, &content))
        }
    }
}
