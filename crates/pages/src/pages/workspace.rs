//! `/workspaces/{id}`: what the people of a body weigh together.

use super::shortlist::{compare_all, memo_from};
use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, Source, form, lines, select},
        pick::{Meant, pick},
        references::BodyRef,
        row_form::{row_button, row_form},
        star::star,
        tray::{compare_button, row_id},
        verdict::VerdictBadge,
    },
    href,
    shell::{Head, Shell},
    words::{counted, written},
};
use chrono::NaiveDate;
use interlocal_catalog::weighing::{Opinion, tally};
use maud::{Markup, Render, html};

/// A workspace.
#[derive(Clone, Debug)]
pub struct WorkspacePage {
    /// What stands around.
    pub shell: Shell,
    /// Its number.
    pub id: i32,
    /// What is weighed.
    pub title: String,
    /// The body whose it is.
    pub body: BodyRef,
    /// The key and name of its government, for which the verdicts are.
    pub government: Option<(String, String)>,
    /// Its options.
    pub items: Vec<WorkspaceLine>,
    /// What people of the body can do; nothing for readers of its link.
    pub tools: Option<WorkspaceTools>,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

/// What people of the body can do.
#[derive(Clone, Debug, Default)]
pub struct WorkspaceTools {
    /// The address of its link, whole.
    pub link: Option<String>,
    /// What was typed to be added.
    pub slug: String,
    /// What that may mean.
    pub meant: Meant,
}

/// An option.
#[derive(Clone, Debug)]
pub struct WorkspaceLine {
    /// Its number.
    pub id: i32,
    /// Slug of the offering.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub provider: BodyRef,
    /// The verdict for the government of the body.
    pub verdict: Option<VerdictBadge>,
    /// The body's words on it.
    pub note: String,
    /// What was said of it.
    pub voices: Vec<VoiceLine>,
    /// What the reader thinks of it, and why.
    pub own: Option<(Opinion, String)>,
}

/// What a member thinks.
#[derive(Clone, Debug)]
pub struct VoiceLine {
    /// Their name.
    pub name: String,
    /// What they think.
    pub opinion: Opinion,
    /// Why.
    pub comment: String,
    /// When they said it.
    pub on: NaiveDate,
}

impl Render for WorkspacePage {
    fn render(&self) -> Markup {
        let head = Head {
            title: &self.title,
            description: "Options that a body weighs.",
            search_box: false,
        };
        let slugs: Vec<&str> = self.items.iter().map(|item| item.slug.as_str()).collect();
        let government = self.government.as_ref().map(|(key, _)| key.as_str());
        self.shell.document(
            &head,
            &html! {
                p class="il-kicker" { "Workspace of " (self.body) }
                h1 { (self.title) }
                (done(self.done))
                (error_summary(&self.faults))
                @if let Some((_, name)) = &self.government { p { "Answers are for " (name) "." } }
                ul class="il-ways il-screen" {
                    (compare_all(&slugs, government))
                    @if self.tools.is_some() {
                        @if !self.items.is_empty() {
                            li { a href=(memo_from(slugs.iter().copied(), government)) { "Start a decision memo" } }
                        }
                        li { a href="/shortlist" { "Your shortlist" } }
                    }
                }
                p { (counted(self.items.len() as u64, "option", "options")) "." }
                @for item in &self.items { (self.item(item)) }
                @if let Some(tools) = &self.tools { (self.tools(tools)) }
            },
        )
    }
}

impl WorkspacePage {
    fn at(&self, rest: &str) -> String {
        format!("/workspaces/{}{rest}", self.id)
    }

    fn field<'a>(
        &'a self,
        name: &'a str,
        label: &'a str,
        hint: &'a str,
        value: &'a str,
    ) -> Field<'a> {
        Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        }
    }

    fn item(&self, item: &WorkspaceLine) -> Markup {
        let opinions: Vec<Opinion> = item.voices.iter().map(|voice| voice.opinion).collect();
        let [yes, maybe, no] = tally(&opinions);
        let heading = format!("item-{}", item.id);
        html! {
            section class="il-section" id=(row_id(&item.slug)) aria-labelledby=(heading) {
                h2 id=(heading) { a href=(href::offering(&item.slug, self.shell.key())) { (item.title) } }
                p class="il-facts" { (item.provider) }
                @if let Some(verdict) = &item.verdict { p { (verdict) } }
                div class="il-row__acts il-screen" {
                    (star(&self.shell, &item.slug, &item.title))
                    (compare_button(&self.shell, &item.slug, &item.title))
                }
                @if !item.note.is_empty() { p class="il-words il-prose" { (item.note) } }
                p { strong { (yes) " yes, " (maybe) " maybe, " (no) " no" } }
                @if !item.voices.is_empty() {
                    ul class="il-plain il-ruled" {
                        @for voice in &item.voices {
                            li {
                                strong { (voice.opinion.label()) } ", " (voice.name) ", " (written(voice.on))
                                @if !voice.comment.is_empty() { p class="il-words" { (voice.comment) } }
                            }
                        }
                    }
                }
                @if self.tools.is_some() { (self.item_forms(item)) }
            }
        }
    }

    fn item_forms(&self, item: &WorkspaceLine) -> Markup {
        let [opinion, comment, note] =
            ["opinion", "comment", "note"].map(|part| format!("{part}-{}", item.id));
        let own = item.own.as_ref();
        let options = Opinion::ALL.map(|known| Choice {
            value: known.word(),
            label: known.label(),
            chosen: own.is_some_and(|(own, _)| *own == known),
        });
        let said = own.map_or("", |(_, comment)| comment.as_str());
        let of = &item.title;
        html! {
            details class="il-screen" {
                summary { "Say what you think" span class="usa-sr-only" { " of " (of) } }
                (form(&self.shell, &self.at("/say"), &html! {
                    input type="hidden" name="item" value=(item.id);
                    (select(&self.field(&opinion, &format!("Your opinion on {of}"), "", ""), &options))
                    (lines(&self.field(&comment, &format!("Why (on {of})"), "", said), 2))
                    button class="usa-button usa-button--outline" type="submit" { "Say it" span class="usa-sr-only" { " on " (of) } }
                }))
            }
            details class="il-screen" {
                summary { "Note and removal" span class="usa-sr-only" { " of " (of) } }
                (form(&self.shell, &self.at("/items"), &html! {
                    input type="hidden" name="do" value="note";
                    input type="hidden" name="item" value=(item.id);
                    (lines(&self.field(&note, &format!("Note on {of}"), "For everybody of the body.", &item.note), 2))
                    button class="usa-button usa-button--outline" type="submit" { "Save the note" span class="usa-sr-only" { " on " (of) } }
                }))
                (row_form(&self.shell, &self.at("/items"), &html! {
                    input type="hidden" name="do" value="remove";
                    input type="hidden" name="item" value=(item.id);
                    (row_button("Take out", &format!("“{of}”")))
                }))
            }
        }
    }

    fn tools(&self, tools: &WorkspaceTools) -> Markup {
        html! {
            div class="il-screen" {
                section class="il-section" aria-labelledby="add" {
                    h2 id="add" { "Add an option" }
                    (form(&self.shell, &self.at("/items"), &html! {
                        input type="hidden" name="do" value="add";
                        (pick(&self.field("slug", "Offering", "Words of its title, or the address of its page.", &tools.slug), Source::Offerings, &tools.meant))
                        button class="usa-button usa-button--outline" type="submit" { "Add it" }
                    }))
                }
                section class="il-section" aria-labelledby="link" {
                    h2 id="link" { "Show it by a link" }
                    @match &tools.link {
                        Some(link) => {
                            p { "Whoever has this link can read the workspace, with the names and words in it. What only verified governments see is left out for others." }
                            p { a class="il-hash" href=(link) { (link) } }
                        }
                        None => p { "Only people of " (self.body.name) " can read it." },
                    }
                    div class="il-buttons" {
                        (self.link_form("open", if tools.link.is_some() { "Make another link and end this one" } else { "Make a link" }))
                        @if tools.link.is_some() { (self.link_form("close", "Take the link back")) }
                    }
                }
                section class="il-section" aria-labelledby="discard" {
                    h2 id="discard" { "Discard the workspace" }
                    (form(&self.shell, &self.at("/discard"), &html! {
                        button class="usa-button usa-button--outline" type="submit" { "Discard it for good" }
                    }))
                }
            }
        }
    }

    fn link_form(&self, word: &str, label: &str) -> Markup {
        form(
            &self.shell,
            &self.at("/link"),
            &html! {
                input type="hidden" name="do" value=(word);
                button class="usa-button usa-button--outline" type="submit" { (label) }
            },
        )
    }
}
