//! One ranked partner with its band and its reasons.

use super::{MatchAnswer, MatchPage};
use crate::{
    components::{
        references::BodyRef,
        star::star,
        tray::{compare_button, row_id},
    },
    href,
    words::capitalized,
};
use interlocal_catalog::organization::Level;
use interlocal_matching::Band;
use maud::{Markup, html};

/// A ranked partner.
#[derive(Clone, Debug)]
pub struct Partner {
    /// The body.
    pub body: BodyRef,
    /// Its level.
    pub level: Level,
    /// Where it is: `Larch County, Arden`.
    pub place: String,
    /// The band of its score.
    pub band: Band,
    /// Score in points of 100.
    pub points: u8,
    /// The lowest score, however the unknown facts turn out.
    pub low: u8,
    /// The highest.
    pub high: u8,
    /// How much of the score rests on known facts.
    pub documented: Documented,
    /// Slug and title of the offering behind it.
    pub offering: Option<(String, String)>,
    /// Reasons, the need first.
    pub why: Vec<String>,
    /// What holds it back.
    pub holds_back: Vec<String>,
    /// What to ask.
    pub ask: Vec<String>,
}

/// How much is known about a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Documented {
    /// 85 % and more.
    Well,
    /// 60 to 85 %.
    Partly,
    /// Less.
    Little,
}

impl Documented {
    fn words(self) -> &'static str {
        match self {
            Documented::Well => "well documented",
            Documented::Partly => "partly known",
            Documented::Little => "mostly unknown: ask",
        }
    }
}

fn reasons(title: &str, reasons: &[String]) -> Markup {
    html! {
        @if !reasons.is_empty() {
            div class="il-reasons" {
                h4 { (title) }
                ul { @for reason in reasons { li { (reason) } } }
            }
        }
    }
}

fn band(partner: &Partner) -> Markup {
    let (low, high) = (partner.low.min(partner.high), partner.high.max(partner.low));
    html! {
        p class="il-band" {
            svg viewBox="0 0 100 8" width="100" height="8" aria-hidden="true" focusable="false" {
                rect class="il-band__track" x="0" y="3" width="100" height="2" {}
                rect class="il-band__range" x=(low) y="1" width=((high - low).max(2)) height="6" rx="1" {}
                rect class="il-band__point" x=(partner.points.min(98)) y="0" width="2" height="8" {}
            }
            span {
                strong { (partner.band.label()) }
                span class="il-muted" {
                    ", "
                    @if low == high { (low) } @else { (low) " to " (high) }
                    " of 100, " (partner.documented.words())
                }
            }
        }
    }
}

impl MatchPage {
    /// The id of the row, to which the buttons of its offering come back: that of the
    /// first partner with this offering.
    fn row_of(answer: &MatchAnswer, partner: &Partner) -> Option<String> {
        let (slug, _) = partner.offering.as_ref()?;
        let has_it = |other: &&Partner| {
            let offering = other.offering.as_ref();
            offering.is_some_and(|(known, _)| known == slug)
        };
        let first = answer.partners.iter().chain(&answer.more).find(has_it)?;
        std::ptr::eq(first, partner).then(|| row_id(slug))
    }

    pub(super) fn partner(&self, answer: &MatchAnswer, partner: &Partner) -> Markup {
        html! {
            li class="il-partner" id=[Self::row_of(answer, partner)] {
                h3 class="il-row__title" { (partner.body) }
                p class="il-row__body" { (capitalized(partner.level.word()))
                    @if !partner.place.is_empty() { " · " (partner.place) }
                }
                (band(partner))
                (reasons("Why", &partner.why))
                (reasons("What holds it back", &partner.holds_back))
                (reasons("What to ask", &partner.ask))
                @if let Some((slug, title)) = &partner.offering {
                    p { a href=(href::offering(slug, self.shell.key())) { (title) } }
                    div class="il-row__acts" {
                        (star(&self.shell, slug, title))
                        (compare_button(&self.shell, slug, title))
                    }
                }
            }
        }
    }
}
