//! Governments like this one, and why they are alike.

use super::JurisdictionPage;
use crate::{
    components::references::PlaceRef,
    words::{grouped, miles},
};
use maud::{Markup, html};

/// A government like this one.
#[derive(Clone, Debug)]
pub struct Peer {
    /// The peer.
    pub place: PlaceRef,
    /// People.
    pub population: Option<u64>,
    /// How far away, in statute miles.
    pub distance_miles: Option<f64>,
    /// Why it is alike, in sentences.
    pub why: Vec<String>,
}

impl JurisdictionPage {
    pub(super) fn peers(&self) -> Markup {
        html! {
            @if !self.peers.is_empty() || self.peers_note.is_some() {
                section class="il-section" aria-labelledby="peers" {
                    h2 id="peers" { "Governments like yours" }
                    @if let Some(note) = &self.peers_note { p { (note) } }
                    @if !self.peers.is_empty() {
                        div class="il-scroll" tabindex="0" role="group" aria-labelledby="peers" {
                            (self.peer_table())
                        }
                    }
                }
            }
        }
    }

    fn peer_table(&self) -> Markup {
        html! {
            table class="usa-table usa-table--borderless" {
                caption class="usa-sr-only" { "Governments like " (self.name) }
                thead {
                    tr {
                        th scope="col" { "Government" }
                        th scope="col" class="il-number" { "People" }
                        th scope="col" class="il-number" { "Distance" }
                        th scope="col" { "Why alike" }
                    }
                }
                tbody {
                    @for peer in &self.peers {
                        tr {
                            th scope="row" { (peer.place) }
                            td class="il-number" { (peer.population.map_or("Not stated".to_owned(), grouped)) }
                            td class="il-number" { (peer.distance_miles.map_or("Not stated".to_owned(), miles)) }
                            td { (peer.why.join(" ")) }
                        }
                    }
                }
            }
        }
    }
}
