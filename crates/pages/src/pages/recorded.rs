//! `/desk/{body}/participations`: who takes part in what, and who uses it.

use crate::{
    components::{
        desk_head::desk_head,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, Source, choices, form, line, select},
        pick::{Meant, pick},
        references::{BodyRef, PlaceRef},
    },
    href,
    shell::{Head, Shell},
    words::written,
};
use chrono::NaiveDate;
use interlocal_catalog::price::Unit;
use maud::{Markup, Render, html};

const GOVERNMENT: &str = "Its name with the state, such as “Springfield, Ohio”, or its key.";

/// What a body recorded.
#[derive(Clone, Debug)]
pub struct RecordedPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// The participations it recorded.
    pub participations: Vec<RecordedRow>,
    /// The adoptions it recorded.
    pub adoptions: Vec<AdoptedRow>,
    /// For whom a participation may count: word, words, chosen.
    pub scopes: Vec<(String, String, bool)>,
    /// Steps that may be done: word, words, chosen.
    pub steps: Vec<(String, String, bool)>,
    /// The fields as typed: name and value.
    pub typed: Vec<(String, String)>,
    /// What a typed name may mean, field by field: key and name.
    pub meant: Meant,
    /// Whether the reader may record participations.
    pub may_edit: bool,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

/// A participation.
#[derive(Clone, Debug)]
pub struct RecordedRow {
    /// Its name.
    pub id: String,
    /// Who takes part.
    pub who: PlaceRef,
    /// Title of the offering or program.
    pub title: String,
    /// For whom, in words.
    pub scope: String,
    /// Its days in words; empty when none are stated.
    pub days: String,
}

/// An adoption.
#[derive(Clone, Debug)]
pub struct AdoptedRow {
    /// Who uses it.
    pub who: PlaceRef,
    /// Slug of the offering.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// At what size, in words; may be empty.
    pub size: String,
}

impl Render for RecordedPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Participations",
            description: "Who takes part in what, and who uses it.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (error_summary(&self.faults))
                (desk_head(&self.body, "/participations", "Participations and adoptions"))
                p class="il-prose" {
                    "Record what your own government takes part in or uses, and who takes part in your own "
                    "offerings. Verdicts of every government below rest on it."
                }
                (self.recorded())
                @if self.may_edit { (self.record()) }
                (self.adopt())
            },
        )
    }
}

impl RecordedPage {
    fn action(&self, rest: &str) -> String {
        format!("/desk/{}{rest}", href::escape(&self.body.slug))
    }

    fn recorded(&self) -> Markup {
        html! {
            @if self.participations.is_empty() && self.adoptions.is_empty() { p { "This body has recorded nothing yet." } }
            ul class="il-plain il-ruled" {
                @for row in &self.participations {
                    li {
                        (row.who) " takes part in " (row.title) ", " (row.scope)
                        @if !row.days.is_empty() { " (" (row.days) ")" } "."
                        @if self.may_edit {
                            (form(&self.shell, &self.action(&format!("/participations/{}", href::escape(&row.id))), &html! {
                                button class="usa-button usa-button--unstyled" type="submit" {
                                    "Take away" span class="usa-sr-only" { ": " (row.who.name) " in " (row.title) }
                                }
                            }))
                        }
                    }
                }
                @for row in &self.adoptions {
                    li {
                        (row.who) " uses " a href=(href::offering(&row.slug, None)) { (row.title) }
                        @if !row.size.is_empty() { ", " (row.size) "," }
                        @if let Some(day) = row.since { " since " (written(day)) } "."
                        (form(&self.shell, &self.action("/adoptions/remove"), &html! {
                            input type="hidden" name="user" value=(row.who.key);
                            input type="hidden" name="used" value=(row.slug);
                            button class="usa-button usa-button--unstyled" type="submit" {
                                "Take away" span class="usa-sr-only" { ": " (row.who.name) " uses " (row.title) }
                            }
                        }))
                    }
                }
            }
        }
    }

    fn field<'a>(&'a self, name: &'a str, label: &'a str, hint: &'a str) -> Field<'a> {
        let typed = self.typed.iter().find(|(known, _)| known == name);
        Field {
            name,
            label,
            hint,
            value: typed.map_or("", |(_, value)| value),
            faults: &self.faults,
        }
    }

    fn pick(&self, name: &'static str, label: &str, hint: &str, source: Source) -> Markup {
        pick(&self.field(name, label, hint), source, &self.meant)
    }

    fn record(&self) -> Markup {
        let content = html! {
            (self.pick("who", "Who takes part", GOVERNMENT, Source::Governments))
            (self.pick("program", "In what", "Words of the title of an offering, or the name of a program.", Source::Offerings))
            (choices(&self.field("scope", "For whom it counts", ""), "checkbox", &options(&self.scopes)))
            (choices(&self.field("done", "What is done by it", "Steps that nobody has to take again."), "checkbox", &options(&self.steps)))
            (line(&self.field("from", "First day", "Leave it empty where it is not known."), "date", "off"))
            (line(&self.field("until", "Last day", ""), "date", "off"))
            (line(&self.field("source", "Where this can be read", "An address, or words such as “minutes of May 4”."), "text", "off"))
            button class="usa-button" type="submit" { "Record the participation" }
        };
        html! {
            section class="il-section" aria-labelledby="record" {
                h2 id="record" { "Record a participation" }
                (form(&self.shell, &self.action("/participations"), &content))
            }
        }
    }

    /// What a size can be of; the typed one is chosen.
    fn units(&self) -> Vec<Choice<'_>> {
        let typed = self.field("size_unit", "", "").value;
        Unit::ALL
            .into_iter()
            .filter(|unit| *unit != Unit::Flat)
            .map(|unit| Choice {
                value: unit.word(),
                label: unit.plural(),
                chosen: unit.word() == typed,
            })
            .collect()
    }

    fn adopt(&self) -> Markup {
        let content = html! {
            (self.pick("user", "Who uses it", GOVERNMENT, Source::Governments))
            (self.pick("used", "What it uses", "Words of the title of the offering.", Source::Offerings))
            (line(&self.field("since", "Since when", "Leave it empty where it is not known."), "date", "off"))
            (line(&self.field("size", "How many", "How many users, endpoints or Mbps it uses; leave it empty where it is not known."), "text", "off"))
            (select(&self.field("size_unit", "Of what", ""), &self.units()))
            (line(&self.field("adoption_source", "Where this can be read", "Empty where the body itself says so."), "text", "off"))
            button class="usa-button" type="submit" { "Record the adoption" }
        };
        html! {
            section class="il-section" aria-labelledby="adopt" {
                h2 id="adopt" { "Record an adoption" }
                (form(&self.shell, &self.action("/adoptions"), &content))
            }
        }
    }
}

fn options(known: &[(String, String, bool)]) -> Vec<Choice<'_>> {
    known
        .iter()
        .map(|(value, label, chosen)| Choice {
            value,
            label,
            chosen: *chosen,
        })
        .collect()
}
