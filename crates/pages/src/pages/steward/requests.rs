//! `/steward/requests`: who asks for governments that are no body yet.

use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line},
        row_form::{roles, row_button, row_form, row_select},
        steward_head::steward_head,
    },
    href,
    pages::members::who,
    shell::{Head, Shell},
    words::written,
};
use chrono::NaiveDate;
use interlocal_catalog::policy::Role;
use maud::{Markup, Render, html};

/// Open requests.
#[derive(Clone, Debug)]
pub struct StewardRequestsPage {
    /// What stands around.
    pub shell: Shell,
    /// The oldest first.
    pub requests: Vec<GovernmentRequestLine>,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// A request.
#[derive(Clone, Debug)]
pub struct GovernmentRequestLine {
    /// The row of the request.
    pub id: i32,
    /// Key of the government.
    pub key: String,
    /// Its name with its state.
    pub government: String,
    /// The address.
    pub email: String,
    /// The name; may be empty.
    pub name: String,
    /// In their words.
    pub message: String,
    /// When.
    pub asked_on: NaiveDate,
}

impl Render for StewardRequestsPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Requests for governments",
            description: "Who asks to speak for a government that is no body yet.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/requests", "Requests for governments"))
                (done(self.done))
                (error_summary(&self.faults))
                p class="il-lead" { "Granting one makes a body of the directory out of the government. Requests for bodies are on their own desks." }
                @if self.requests.is_empty() { p role="status" { "None is open." } }
                ul class="il-rows" { @for request in &self.requests { (self.row(request)) } }
            },
        )
    }
}

impl StewardRequestsPage {
    fn row(&self, request: &GovernmentRequestLine) -> Markup {
        let action = format!("/steward/requests/{}", request.id);
        let (words, role) = (
            format!("words-{}", request.id),
            format!("role-{}", request.id),
        );
        let field = Field {
            name: &words,
            label: "Why not, in a sentence; it is mailed to them",
            hint: "",
            value: "",
            faults: &self.faults,
        };
        html! {
            li class="il-row" {
                h2 class="il-row__title" { a href=(href::jurisdiction(&request.key)) { (request.government) } }
                p class="il-row__body" { (who(&request.name, &request.email)) " asked on " (written(request.asked_on)) }
                p class="il-said" { (request.message) }
                div class="il-decide" {
                    (row_form(&self.shell, &action, &html! {
                        input type="hidden" name="answer" value="grant";
                        (row_select(&role, "role", &format!("Role of {}", request.email), &roles(Role::Member)))
                        (row_button("Grant", &format!("{} to {}", request.government, request.email)))
                    }))
                    (form(&self.shell, &action, &html! {
                        input type="hidden" name="answer" value="refuse";
                        (line(&field, "text", "off"))
                        (row_button("Refuse", &request.email))
                    }))
                }
            }
        }
    }
}
