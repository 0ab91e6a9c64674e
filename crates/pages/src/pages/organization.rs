//! `/organizations/{slug}`: a body, what it lists and what it does not offer.

use crate::{
    components::{
        definitions::{row, text_row},
        offering_row::{OfferingRow, offering_rows},
        references::{BodyRef, CategoryRef, PlaceRef, outside_link},
    },
    href,
    linked_data::{LinkedData, Trail},
    shell::{Head, Shell},
    words::{and, capitalized, counted, written},
};
use chrono::NaiveDate;
use interlocal_catalog::organization::{BodyKind, Level};
use maud::{Markup, Render, html};

/// The page of a body.
#[derive(Clone, Debug)]
pub struct OrganizationPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// Other spellings and abbreviations.
    pub aliases: Vec<String>,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// Its level.
    pub level: Level,
    /// The jurisdiction it belongs to.
    pub of: Option<PlaceRef>,
    /// Places it serves.
    pub serves: Vec<PlaceRef>,
    /// What it lists.
    pub offerings: Vec<OfferingRow>,
    /// Where it stands beside another provider.
    pub partner_in: Vec<OfferingRow>,
    /// Its statements of no.
    pub statements: Vec<StatementRow>,
    /// What it was asked and has not answered.
    pub questions: Vec<OpenQuestion>,
}

/// A question that waits for an answer.
#[derive(Clone, Debug)]
pub struct OpenQuestion {
    /// About what.
    pub category: CategoryRef,
    /// For which kind, in the plural.
    pub kinds: String,
    /// How many asked.
    pub asker_count: u64,
}

/// A dated no.
#[derive(Clone, Debug)]
pub struct StatementRow {
    /// The category it does not offer.
    pub category: CategoryRef,
    /// To which kinds, in words: `townships`.
    pub kinds: String,
    /// When it was said.
    pub said_on: NaiveDate,
    /// Whether it is older than 730 days.
    pub too_old: bool,
}

impl Render for OrganizationPage {
    fn render(&self) -> Markup {
        let description = format!("What {} offers other governments.", self.body.name);
        let head = Head {
            title: &self.body.name,
            description: &description,
            search_box: true,
        };
        let path = href::organization(&self.body.slug);
        let trail = Trail::from_home(&self.shell).to(&self.shell, &self.body.name, &path);
        let about = LinkedData::of(&trail, [self.linked()]);
        self.shell.document_about(
            &head,
            &about,
            &html! {
                p class="il-kicker" { (capitalized(self.kind.label())) }
                h1 { (self.body.name) }
                (self.facts())
                section class="il-section" aria-labelledby="offerings" {
                    h2 id="offerings" { (counted(self.offerings.len() as u64, "offering", "offerings")) }
                    @if self.offerings.is_empty() { p { "Nothing is listed." } }
                    @else { (offering_rows(&self.shell, &self.offerings)) }
                }
                @if !self.partner_in.is_empty() {
                    section class="il-section" aria-labelledby="partner-in" {
                        h2 id="partner-in" { "Takes part as a partner" }
                        (offering_rows(&self.shell, &self.partner_in))
                    }
                }
                (self.statements())
                (self.questions())
            },
        )
    }
}

impl OrganizationPage {
    fn facts(&self) -> Markup {
        let website = self.body.website.as_deref().and_then(href::outside);
        let link = website.map(|site| outside_link(site, "Website"));
        html! {
            dl class="il-defs" {
                (text_row("Level", &capitalized(self.level.word())))
                (row("Belongs to", self.of.as_ref().map(|place| place as &dyn Render)))
                (row("Serves", (!self.serves.is_empty()).then_some(&Places(&self.serves) as &dyn Render)))
                (row("Contact", link.as_ref().map(|link| link as &dyn Render)))
                @if !self.aliases.is_empty() { (text_row("Also called", &and(&self.aliases))) }
            }
        }
    }

    fn questions(&self) -> Markup {
        html! {
            @if !self.questions.is_empty() {
                section class="il-section" aria-labelledby="questions" {
                    h2 id="questions" { "Asked and not answered yet" }
                    ul class="il-plain il-ruled" {
                        @for row in &self.questions {
                            li {
                                a href=(href::category(&row.category.slug, self.shell.key())) { (row.category.name) }
                                ", for " (row.kinds) ": asked by "
                                (counted(row.asker_count, "government", "governments")) "."
                            }
                        }
                    }
                }
            }
        }
    }

    fn statements(&self) -> Markup {
        html! {
            @if !self.statements.is_empty() {
                section class="il-section" aria-labelledby="statements" {
                    h2 id="statements" { "What it said it does not offer" }
                    ul class="il-plain il-ruled" {
                        @for row in &self.statements {
                            li {
                                a href=(href::category(&row.category.slug, self.shell.key())) { (row.category.name) }
                                ", to " (row.kinds) ": said on " (written(row.said_on))
                                @if row.too_old { ". Older than two years: ask again" }
                                "."
                            }
                        }
                    }
                }
            }
        }
    }
}

struct Places<'a>(&'a [PlaceRef]);

impl Render for Places<'_> {
    fn render(&self) -> Markup {
        html! {
            @for (index, place) in self.0.iter().enumerate() {
                @if index > 0 { ", " }
                (place)
            }
        }
    }
}
