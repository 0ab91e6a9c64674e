//! `/about`: what the portal is, where its facts come from, how many there are.

use crate::{
    components::references::outside_link,
    shell::{Head, Shell},
    words::{grouped, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// About and sources.
#[derive(Clone, Debug)]
pub struct AboutPage {
    /// What stands around.
    pub shell: Shell,
    /// Where facts come from.
    pub sources: Vec<DataSource>,
    /// Published offerings.
    pub offering_count: u64,
    /// Of them confirmed by their own body.
    pub confirmed_count: u64,
    /// Where to report a weakness; none where nobody said.
    pub security_contact: Option<String>,
    /// Bodies.
    pub organization_count: u64,
    /// Governments in the picker.
    pub jurisdiction_count: u64,
}

/// One source of data.
#[derive(Clone, Debug)]
pub struct DataSource {
    /// Its name.
    pub name: String,
    /// What it is used for.
    pub used_for: String,
    /// Its license in words.
    pub license: String,
    /// Its address; empty when it has none.
    pub url: String,
    /// When it was read.
    pub read_on: Option<NaiveDate>,
}

impl Render for AboutPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "About and sources",
            description: "What Interlocal is, where its facts come from and what “listed” and “confirmed” mean.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                div class="il-prose" {
                    h1 { "About and sources" }
                    p class="il-lead" {
                        (self.shell.brand.name) " helps governments find out what they may use together: services run by public "
                        "bodies, contracts others may buy from, expertise and grants."
                    }
                    (how())
                    (self.numbers())
                }
                (self.sources())
                (self.security())
            },
        )
    }
}

fn how() -> Markup {
    html! {
        h2 id="how" { "How to read an answer" }
        p {
            "A verdict is a chain of six links: in force, area, kind of government, taking part above, your own steps, "
            "limits. One link that fails makes it a no; one that nobody has recorded makes it “Not recorded – ask”, never a yes."
        }
        dl class="il-defs" {
            div class="il-defs__row" { dt { "Confirmed" } dd { "The body that publishes it has vouched for it, on the date shown." } }
            div class="il-defs__row" { dt { "Listed" } dd { "Read in a public source, with its address and the date; the body itself has not confirmed it." } }
            div class="il-defs__row" { dt { "Out of date" } dd { "Not checked within the review interval. A yes that is out of date counts as not recorded." } }
            div class="il-defs__row" { dt { "No source recorded" } dd { "Known of, but nothing public says so. It is never better than “Not recorded – ask”." } }
        }
        p {
            "“Not stated” stands where a source says nothing. It is not a no. A no needs a dated statement, or a rule that excludes."
        }
    }
}

impl AboutPage {
    fn numbers(&self) -> Markup {
        let numbers = [
            ("Published offerings", self.offering_count),
            ("Confirmed by their own body", self.confirmed_count),
            ("Bodies that offer", self.organization_count),
            ("Governments to choose from", self.jurisdiction_count),
        ];
        html! {
            h2 id="numbers" { "In numbers" }
            dl class="il-defs" {
                @for (label, count) in numbers {
                    div class="il-defs__row" { dt { (label) } dd { (grouped(count)) } }
                }
            }
        }
    }

    fn security(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="security" {
                h2 id="security" { "Reporting a weakness" }
                @match &self.security_contact {
                    Some(contact) => p { "Write to " a href=(contact) { (contact.trim_start_matches("mailto:")) } "." },
                    None => p {
                        "Whoever runs this portal has not said where to report a weakness of it. Ask the office that sent you here."
                    },
                }
            }
        }
    }

    fn sources(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="sources" {
                h2 id="sources" { "Sources" }
                div class="il-scroll" tabindex="0" role="group" aria-labelledby="sources" {
                    table class="usa-table usa-table--borderless" {
                        caption class="usa-sr-only" { "Sources of data" }
                        thead { tr {
                            th scope="col" { "Source" } th scope="col" { "Used for" }
                            th scope="col" { "License" } th scope="col" { "Read on" }
                        } }
                        tbody {
                            @for source in &self.sources {
                                tr {
                                    th scope="row" { (outside_link(&source.url, &source.name)) }
                                    td { (source.used_for) }
                                    td { (source.license) }
                                    td { (source.read_on.map_or("Not stated".to_owned(), written)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
