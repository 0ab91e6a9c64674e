//! `/templates` and `/templates/{slug}`: papers by which governments join and share.

use crate::{
    components::form::{Field, line},
    href,
    shell::{Head, Shell},
};
use interlocal_catalog::template::{Blank, Block, Filled, NOTE, Template};
use maud::{Markup, Render, html};

/// The list of papers.
#[derive(Clone, Debug)]
pub struct TemplatesPage {
    /// What stands around.
    pub shell: Shell,
    /// Slug of the offering they are filled from.
    pub offering: Option<String>,
}

/// One paper.
#[derive(Clone, Debug)]
pub struct TemplatePage {
    /// What stands around.
    pub shell: Shell,
    /// Which one.
    pub template: Template,
    /// What was filled in.
    pub filled: Filled,
    /// Slug and title of the offering it is filled from.
    pub offering: Option<(String, String)>,
    /// Address of the paper as text.
    pub as_text: String,
}

impl Render for TemplatesPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Templates of agreements",
            description: "Beginnings of a resolution, an interlocal agreement, a memorandum and a request for a participating addendum.",
            search_box: true,
        };
        let query = self.offering.as_deref().map_or_else(String::new, |slug| {
            format!("?offering={}", href::escape(slug))
        });
        self.shell.document(
            &head,
            &html! {
                h1 { "Templates" }
                p class="il-lead" { "Papers by which governments join and share. Fill in what you know, print or save the text, and give it to your counsel." }
                ul class="il-rows" {
                    @for template in Template::ALL {
                        li class="il-row" {
                            h2 class="il-row__title" {
                                a href={ "/templates/" (template.slug()) (query) } { (template.title()) }
                            }
                            p { (template.purpose()) }
                        }
                    }
                }
                p class="il-notice" { (NOTE) }
            },
        )
    }
}

impl Render for TemplatePage {
    fn render(&self) -> Markup {
        let head = Head {
            title: self.template.title(),
            description: self.template.purpose(),
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                div class="il-no-print" {
                    p class="il-kicker" { a href="/templates" { "Templates" } }
                    h1 { (self.template.title()) }
                    p class="il-lead" { (self.template.purpose()) }
                    @if let Some((slug, title)) = &self.offering {
                        p {
                            "Filled from " a href=(href::offering(slug, self.shell.key())) { (title) }
                            ". Check each word: the entry may not be confirmed."
                        }
                    }
                    (self.form())
                    p { a href=(self.as_text) { "Save as text" } " or print this page: the form stays off the sheet." }
                }
                article class="il-paper" aria-label=(self.template.title()) {
                    @for block in self.template.write(&self.filled) { (piece(&block)) }
                    p class="il-notice" { (NOTE) }
                }
            },
        )
    }
}

impl TemplatePage {
    fn form(&self) -> Markup {
        let field = |blank: &Blank| {
            let field = Field {
                name: blank.name(),
                label: blank.label(),
                hint: blank.hint(),
                value: self.filled.get(*blank).unwrap_or_default(),
                faults: &[],
            };
            line(&field, "text", "off")
        };
        html! {
            form class="il-form" method="get" action={ "/templates/" (self.template.slug()) } {
                @if let Some(key) = self.shell.key() { input type="hidden" name="for" value=(key); }
                @if let Some((slug, _)) = &self.offering { input type="hidden" name="offering" value=(slug); }
                div class="il-fields" { @for blank in self.template.blanks() { (field(blank)) } }
                button class="usa-button" type="submit" { "Fill in" }
            }
        }
    }
}

fn piece(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Title(title) => h2 { (title) },
            Block::Paragraph(words) => p { (words) },
            Block::Clause { number, heading, text } => p { strong { (number) ". " (heading) "." } " " (text) },
            Block::Signatures(parties) => div class="il-signatures" {
                @for party in parties {
                    div {
                        p { "For " (party) ":" }
                        p class="il-signatures__line" { "Signature" }
                        p class="il-signatures__line" { "Name and office" }
                        p class="il-signatures__line" { "Date" }
                    }
                }
            },
        }
    }
}
