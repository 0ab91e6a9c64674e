//! `/memos/{id}/freeze`: the last look before a memo can no longer be changed.

use crate::{
    components::{error_summary::FieldFault, form::form},
    shell::{Head, Shell},
    words::counted,
};
use maud::{Markup, Render, html};

/// The question whether a memo is to be frozen.
#[derive(Clone, Debug)]
pub struct MemoFreezePage {
    /// What stands around.
    pub shell: Shell,
    /// Its number.
    pub id: i32,
    /// The version that would be frozen.
    pub version: i32,
    /// What it decides.
    pub title: String,
    /// What is still missing; the fields are those of the editor.
    pub missing: Vec<FieldFault>,
    /// Titles of options of which a newer edition stands.
    pub newer: Vec<String>,
    /// How many approved and how many declined.
    pub approvals: (usize, usize),
}

impl Render for MemoFreezePage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Freeze the memo",
            description: "Freeze a decision memo.",
            search_box: false,
        };
        let memo = format!("/memos/{}", self.id);
        let (approved, declined) = self.approvals;
        self.shell.document(
            &head,
            &html! {
                p class="il-kicker" { a href=(memo) { "Memo " (self.id) ": " (self.title) } }
                h1 { "Freeze the memo" }
                @if self.missing.is_empty() {
                    p class="il-prose" {
                        "Once frozen, nothing of the memo can be changed: not by its authors, not by a steward, "
                        "not in the database. It gets a hash, with which anybody who holds it can check it."
                    }
                    ul {
                        li { (counted(approved as u64, "approval", "approvals")) ", " (declined) " declined." }
                        @for title in &self.newer {
                            li { "Of “" (title) "” a newer edition stands; the memo relies on the one before. It can be renewed on the page of the memo." }
                        }
                    }
                    (form(&self.shell, &format!("{memo}/freeze"), &html! {
                        input type="hidden" name="version" value=(self.version);
                        button class="usa-button il-next" type="submit" { "Freeze it for good" }
                    }))
                    p { a href=(memo) { "Not yet" } }
                } @else {
                    div class="il-faults" role="alert" tabindex="-1" {
                        h2 { "Before it can be frozen" }
                        ul {
                            @for fault in &self.missing {
                                li {
                                    @let at = if fault.field == "slug" { memo.clone() } else { format!("{memo}/edit") };
                                    a href={ (at) "#" (fault.field) } { (fault.message) }
                                }
                            }
                        }
                    }
                }
            },
        )
    }
}
