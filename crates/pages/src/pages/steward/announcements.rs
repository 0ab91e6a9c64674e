//! `/steward/announcements`: what every page announces.

use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, form, line, lines, select},
        row_form::{row_button, row_form},
        steward_head::steward_head,
    },
    shell::{Head, Shell},
    words::{capitalized, written},
};
use interlocal_catalog::announcement::{Announcement, AnnouncementKind};
use maud::{Markup, Render, html};

/// Announcements.
#[derive(Clone, Debug)]
pub struct AnnouncementsPage {
    /// What stands around.
    pub shell: Shell,
    /// Every one, the newest first.
    pub announcements: Vec<Announcement>,
    /// What stands in the fields: words, kind, first and last day.
    pub typed: [String; 4],
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

impl Render for AnnouncementsPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Announcements",
            description: "What every page announces.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/announcements", "Announcements"))
                (done(self.done))
                (error_summary(&self.faults))
                section class="il-section" aria-labelledby="standing" {
                    h2 id="standing" { "Standing" }
                    @if self.announcements.is_empty() { p { "None." } }
                    ul class="il-rows" { @for one in &self.announcements { (self.row(one)) } }
                }
                section class="il-section" aria-labelledby="new" {
                    h2 id="new" { "Announce something" }
                    (form(&self.shell, "/steward/announcements", &self.fields()))
                }
            },
        )
    }
}

impl AnnouncementsPage {
    fn row(&self, one: &Announcement) -> Markup {
        let state = if one.stands_on(self.shell.as_of) {
            "on every page now"
        } else if one.from_on > self.shell.as_of {
            "not yet"
        } else {
            "over"
        };
        html! {
            li class="il-row" {
                h3 class="il-row__title" { (one.words) }
                p class="il-row__body" {
                    (capitalized(one.kind.word())) " · from " (written(one.from_on))
                    @match one.until_on {
                        Some(day) => { " until " (written(day)) }
                        None => " until it is taken back",
                    }
                    " · " (state)
                }
                (row_form(&self.shell, &format!("/steward/announcements/{}/remove", one.id), &row_button("Take back", &format!("“{}”", one.words))))
            }
        }
    }

    fn fields(&self) -> Markup {
        let [words, kind, from, until] = &self.typed;
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        let kinds: Vec<Choice<'_>> = AnnouncementKind::ALL
            .into_iter()
            .map(|known| Choice {
                value: known.word(),
                label: known.word(),
                chosen: known.word() == kind,
            })
            .collect();
        html! {
            (lines(&field("words", "What is announced", "One or two sentences.", words), 3))
            (select(&field("kind", "Kind", "", ""), &kinds))
            (line(&field("from", "First day", "Empty: today.", from), "date", "off"))
            (line(&field("until", "Last day", "Empty: until it is taken back.", until), "date", "off"))
            button class="usa-button" type="submit" { "Announce" }
        }
    }
}
