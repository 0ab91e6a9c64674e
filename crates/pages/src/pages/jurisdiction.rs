//! `/jurisdictions/{key}`: the answer sheet of a government.

use super::{AdoptionRow, AnswerRow, ParticipationRow, Peer};
use crate::{
    components::references::{BodyRef, CategoryRef, PlaceRef, SourceRef, outside_link},
    href,
    linked_data::{LinkedData, Trail},
    shell::{Head, Shell},
    words::{capitalized, counted},
};
use maud::{Markup, Render, html};

/// The answer sheet.
#[derive(Clone, Debug)]
pub struct JurisdictionPage {
    /// What stands around.
    pub shell: Shell,
    /// Its key.
    pub key: String,
    /// Its name: `Cook County, Illinois`.
    pub name: String,
    /// Its kind or legal type.
    pub kind_label: String,
    /// What it lies in, nearest first.
    pub parents: Vec<PlaceRef>,
    /// Postal code of its state.
    pub state_postal: String,
    /// Name of its state.
    pub state_name: String,
    /// People.
    pub population: Option<u64>,
    /// Year of the population.
    pub population_year: Option<u16>,
    /// Why it is no government or one with another.
    pub status_note: Option<String>,
    /// The answer for each first-level category, with its children.
    pub answers: Vec<AnswerRow>,
    /// The state CIO's office.
    pub cio: Option<CioCard>,
    /// Own county, region and neighbors that offer something.
    pub nearby: Vec<NearbyOffer>,
    /// Governments like it.
    pub peers: Vec<Peer>,
    /// Why there are no peers, where there are none.
    pub peers_note: Option<String>,
    /// What it takes part in.
    pub participations: Vec<ParticipationRow>,
    /// What it uses.
    pub adoptions: Vec<AdoptionRow>,
}

/// The CIO office of the state.
#[derive(Clone, Debug)]
pub struct CioCard {
    /// The office.
    pub office: BodyRef,
    /// What it says about serving local governments: `Serves local governments`.
    pub serves_locals: Option<String>,
    /// Whether local governments may buy from state contracts, in words.
    pub state_contracts: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Where it was read.
    pub source: SourceRef,
}

/// An offering of the county, a region or a neighbor.
#[derive(Clone, Debug)]
pub struct NearbyOffer {
    /// Who offers it.
    pub provider: BodyRef,
    /// How it stands to this government: `Your county`, `12 miles away`.
    pub relation: String,
    /// The slug of the offering.
    pub offering_slug: String,
    /// Its title.
    pub title: String,
    /// Its category.
    pub category: CategoryRef,
}

impl Render for JurisdictionPage {
    fn render(&self) -> Markup {
        let title = format!("{}: what it may use", self.name);
        let description = format!(
            "What {} may use, join or buy, with rule, source and date.",
            self.name
        );
        let head = Head {
            title: &title,
            description: &description,
            search_box: true,
        };
        let shell = &self.shell;
        let state = href::state(&self.state_postal);
        let trail = Trail::from_home(shell)
            .to(shell, &self.state_name, &state)
            .to(shell, &self.name, &href::jurisdiction(&self.key));
        let about = LinkedData::of(&trail, []);
        self.shell.document_about(
            &head,
            &about,
            &html! {
                div class="il-sheet" {
                    (self.title_block())
                    (self.answers())
                    (self.cio())
                    (self.nearby())
                    (self.peers())
                    (self.records())
                }
            },
        )
    }
}

impl JurisdictionPage {
    fn title_block(&self) -> Markup {
        html! {
            h1 { (self.name) }
            p class="il-facts" {
                (capitalized(&self.kind_label))
                @if !self.parents.is_empty() {
                    " in "
                    @for (index, parent) in self.parents.iter().enumerate() {
                        @if index > 0 { ", " }
                        (parent)
                    }
                }
                " · "
                @match self.population {
                    Some(people) => {
                        (counted(people, "person", "people"))
                        @if let Some(year) = self.population_year { " (" (year) ")" }
                    }
                    None => "Population not stated",
                }
                " · " a href=(href::state(&self.state_postal)) { "All of " (self.state_name) }
            }
            @if let Some(note) = &self.status_note { p class="il-notice" { (note) } }
        }
    }

    fn cio(&self) -> Markup {
        html! {
            @if let Some(cio) = &self.cio {
                section class="il-section" aria-labelledby="cio" {
                    h2 id="cio" { "The state CIO’s office" }
                    p class="il-strong" { (cio.office) }
                    ul class="il-plain" {
                        li { (cio.serves_locals.as_deref().unwrap_or("Whether it serves local governments: not recorded – ask")) }
                        li { (cio.state_contracts.as_deref().unwrap_or("Whether local governments may buy from state contracts: not recorded – ask")) }
                        @if let Some(note) = &cio.note { li { (note) } }
                    }
                    p {
                        @match &cio.office.website {
                            Some(site) => (outside_link(site, "Website of the office")),
                            None => "Website: not stated",
                        }
                    }
                    p class="il-muted" { (cio.source) }
                }
            }
        }
    }

    fn nearby(&self) -> Markup {
        html! {
            @if !self.nearby.is_empty() {
                section class="il-section" aria-labelledby="nearby" {
                    h2 id="nearby" { "Offered by your county, region and neighbors" }
                    ul class="il-plain il-ruled" {
                        @for offer in &self.nearby {
                            li {
                                a href=(href::offering(&offer.offering_slug, Some(&self.key))) { (offer.title) }
                                " – " (offer.provider.name)
                                span class="il-muted" { " (" (offer.relation) ", " (offer.category.name) ")" }
                            }
                        }
                    }
                }
            }
        }
    }
}
