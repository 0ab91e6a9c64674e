//! `/memos`: the memos of the bodies that somebody belongs to.

use crate::{
    shell::{Head, Shell},
    words::{counted, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// The memos.
#[derive(Clone, Debug)]
pub struct MemosPage {
    /// What stands around.
    pub shell: Shell,
    /// The last changed first.
    pub memos: Vec<MemoRow>,
    /// Whether the reader belongs to a body.
    pub belongs: bool,
    /// What was done just now.
    pub done: Option<&'static str>,
}

/// A memo in a list.
#[derive(Clone, Debug)]
pub struct MemoRow {
    /// Its number.
    pub id: i32,
    /// What it decides.
    pub title: String,
    /// Whose it is.
    pub body: String,
    /// When it last changed.
    pub changed_on: NaiveDate,
    /// When it was frozen.
    pub frozen_on: Option<NaiveDate>,
    /// How many options it holds.
    pub option_count: usize,
}

impl Render for MemosPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Decision memos",
            description: "Decision memos of your body.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { "Decision memos" }
                (crate::components::done::done(self.done))
                p class="il-prose" {
                    "A memo for the procurement file: what was needed, which options were considered, what was "
                    "chosen and why. Once frozen it can never be changed, and anybody who holds it can "
                    a href="/memos/verify" { "check it" } "."
                }
                @if self.belongs {
                    p { a class="usa-button il-next" href="/memos/new" { "Begin a memo" } }
                } @else {
                    p {
                        "A memo belongs to a body. Ask to " a href="/join" { "join yours" } " to begin one."
                    }
                }
                p { (counted(self.memos.len() as u64, "memo", "memos")) "." }
                ul class="il-rows" { @for memo in &self.memos { (row(memo)) } }
            },
        )
    }
}

fn row(memo: &MemoRow) -> Markup {
    html! {
        li class="il-row" {
            h2 class="il-row__title" { a href={ "/memos/" (memo.id) } { (memo.title) } }
            p class="il-row__body" { (memo.body) " · memo " (memo.id) " · " (counted(memo.option_count as u64, "option", "options")) }
            p class="il-row__tags" {
                @match memo.frozen_on {
                    Some(day) => span class="il-tag" { "Frozen on " (written(day)) },
                    None => span class="il-tag" { "Draft, changed on " (written(memo.changed_on)) },
                }
            }
        }
    }
}
