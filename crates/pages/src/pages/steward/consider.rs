//! `/steward/consider-rules`: what memos of a state's governments should consider.

use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, form, line, lines, select},
        references::{SourceRef, outside_link},
        row_form::{row_button, row_form},
        steward_head::steward_head,
    },
    shell::{Head, Shell},
    words::counted,
};
use interlocal_catalog::memo::ConsiderKind;
use maud::{Markup, Render, html};

/// What memos should consider.
#[derive(Clone, Debug)]
pub struct ConsiderRulesPage {
    /// What stands around.
    pub shell: Shell,
    /// Every entry, by state.
    pub rules: Vec<ConsiderLine>,
    /// Key and name of every state.
    pub states: Vec<(String, String)>,
    /// The fields as typed: state, kind, name, address, words, source, day.
    pub typed: [String; 7],
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// An entry.
#[derive(Clone, Debug)]
pub struct ConsiderLine {
    /// Its row.
    pub id: i32,
    /// The name of the state.
    pub state: String,
    /// What is to be considered.
    pub kind: ConsiderKind,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub url: String,
    /// What the source says.
    pub words: String,
    /// Where that can be read.
    pub source: SourceRef,
}

impl Render for ConsiderRulesPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "What memos consider",
            description: "What decision memos of a state's governments should consider.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/consider-rules", "What memos consider"))
                (done(self.done))
                (error_summary(&self.faults))
                p class="il-prose" {
                    "Every decision memo of a government in the state must say how it considered these before it can be frozen. "
                    "Each needs a source. Memos that are frozen keep what they were shown."
                }
                section class="il-section" aria-labelledby="new" {
                    h2 id="new" { "Add one" }
                    (form(&self.shell, "/steward/consider-rules", &self.fields()))
                }
                section class="il-section" aria-labelledby="standing" {
                    h2 id="standing" { "Standing" }
                    p { (counted(self.rules.len() as u64, "entry", "entries")) "." }
                    ul class="il-rows" { @for one in &self.rules { (self.row(one)) } }
                }
            },
        )
    }
}

impl ConsiderRulesPage {
    fn row(&self, one: &ConsiderLine) -> Markup {
        html! {
            li class="il-row" {
                h3 class="il-row__title" { (one.state) ": " (one.name) }
                p class="il-row__body" {
                    (one.kind.label())
                    @if !one.url.is_empty() { " · " (outside_link(&one.url, "Where it is")) }
                }
                p class="il-row__summary" { (one.words) }
                p class="il-muted" { (one.source) }
                (row_form(&self.shell, &format!("/steward/consider-rules/{}/remove", one.id), &row_button("Take away", &format!("“{}” of {}", one.name, one.state))))
            }
        }
    }

    fn fields(&self) -> Markup {
        let [state, kind, name, url, words, source, day] = &self.typed;
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        let states: Vec<Choice<'_>> = self
            .states
            .iter()
            .map(|(key, name)| Choice {
                value: key,
                label: name,
                chosen: key == state,
            })
            .collect();
        let kinds = ConsiderKind::ALL.map(|known| Choice {
            value: known.word(),
            label: known.label(),
            chosen: known.word() == kind,
        });
        html! {
            (select(&field("state", "State or territory", "", ""), &states))
            (select(&field("kind", "What is to be considered", "", ""), &kinds))
            (line(&field("name", "Its name", "", name), "text", "off"))
            (line(&field("url", "Its address", "Empty where it is not known.", url), "text", "off"))
            (lines(&field("words", "What the source says", "", words), 3))
            (line(&field("source", "Where that can be read", "An address, or a statute in words.", source), "text", "off"))
            (line(&field("checked_on", "Checked on", "Empty: today.", day), "date", "off"))
            button class="usa-button" type="submit" { "Add it" }
        }
    }
}
