//! `/steward/mail`: the mail queue and what was given up.

use crate::{
    components::{
        done::done,
        pager::{Pager, pager},
        row_form::{row_button, row_form},
        steward_head::steward_head,
    },
    shell::{Head, Shell},
    words::{counted, moment},
};
use chrono::{DateTime, Utc};
use maud::{Markup, Render, html};

/// The mail queue.
#[derive(Clone, Debug)]
pub struct MailPage {
    /// What stands around.
    pub shell: Shell,
    /// Given up, the newest first.
    pub given_up: Vec<MailLine>,
    /// Waiting, the newest first.
    pub waiting: Vec<MailLine>,
    /// From one page of both to the next.
    pub pager: Pager,
    /// What was done just now.
    pub done: Option<&'static str>,
}

/// A mail; what it says is for its reader alone.
#[derive(Clone, Debug)]
pub struct MailLine {
    /// Its row.
    pub id: i32,
    /// To whom.
    pub recipient: String,
    /// What about.
    pub subject: String,
    /// When it was written.
    pub queued_at: DateTime<Utc>,
    /// When it is tried next.
    pub due_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: u64,
    /// What went wrong the last time; may be empty.
    pub fault: String,
}

impl Render for MailPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Mail",
            description: "Mail that waits and mail that was given up.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/mail", "Mail"))
                (done(self.done))
                section class="il-section" aria-labelledby="given-up" {
                    h2 id="given-up" { "Given up" }
                    @if self.given_up.is_empty() { p { "None." } }
                    ul class="il-rows" { @for mail in &self.given_up { (self.row(mail, true)) } }
                }
                section class="il-section" aria-labelledby="waiting" {
                    h2 id="waiting" { "Waiting" }
                    @if self.waiting.is_empty() { p { "None." } }
                    ul class="il-rows" { @for mail in &self.waiting { (self.row(mail, false)) } }
                }
                (pager(&self.shell, &self.pager))
            },
        )
    }
}

impl MailPage {
    fn row(&self, mail: &MailLine, dead: bool) -> Markup {
        html! {
            li class="il-row" {
                h3 class="il-row__title" { (mail.subject) }
                p class="il-row__body" {
                    "To " (mail.recipient) " · written on " (moment(mail.queued_at)) " · tried "
                    (counted(mail.attempts, "time", "times"))
                    @if !dead { " · next on " (moment(mail.due_at)) }
                }
                @if !mail.fault.is_empty() { p class="il-row__summary" { "What went wrong: " (mail.fault) } }
                @if dead {
                    (row_form(&self.shell, &format!("/steward/mail/{}", mail.id), &row_button("Try again", &format!("the mail to {}", mail.recipient))))
                }
            }
        }
    }
}
