//! A comparison on its way to a page, a file or JSON.

use super::{super::visit::Visit, adding, rows, side::Side, size_form};
use crate::{error::Failure, form::compare::Asking};
use axum::http::StatusCode;
use interlocal_catalog::cost::{Comparable, Cost, Standing, comparable};
use interlocal_pages::{
    pages::{CompareOther, ComparePage},
    words::written,
};
use interlocal_portal::compare::{Comparison, Named, NotHere};

/// Editions side by side, with their costs.
pub struct Beside<'a> {
    /// Who asks.
    pub visit: &'a Visit,
    /// What was asked.
    pub asking: Asking,
    /// What the portal found; its editions stand in `sides`.
    pub comparison: Comparison,
    /// The editions with their costs.
    pub sides: Vec<Side>,
}

impl<'a> Beside<'a> {
    /// Finds and reckons.
    pub async fn of(visit: &'a Visit, asking: Asking) -> Result<Self, Failure> {
        let portal = &visit.app.portal;
        let mut comparison = portal
            .compare(&visit.actor(), &asking.wanted, visit.place())
            .await?;
        let sides = std::mem::take(&mut comparison.found)
            .into_iter()
            .map(|compared| Side::of(visit, compared, &asking.size))
            .collect();
        Ok(Self {
            visit,
            asking,
            comparison,
            sides,
        })
    }

    /// 400 where the size cannot be read, 404 where nothing that was asked is here.
    pub fn status(&self) -> StatusCode {
        if !self.asking.size.faults.is_empty() || !adding::form(self).faults.is_empty() {
            StatusCode::BAD_REQUEST
        } else if self.sides.is_empty() && !self.not_here().is_empty() {
            StatusCode::NOT_FOUND
        } else {
            StatusCode::OK
        }
    }

    /// The page.
    pub fn page(&self) -> ComparePage {
        let query = self.query(&self.names());
        let switch = if self.asking.differences {
            ""
        } else {
            "&differences=1"
        };
        ComparePage {
            shell: self.visit.shell(Some(format!("/api/v1/compare?{query}"))),
            editions: self
                .sides
                .iter()
                .map(|side| side.head(self.visit, self.without(&side.compared.named)))
                .collect(),
            not_here: self.not_here(),
            notices: self.notices(),
            rows: rows::rows(self),
            differences_only: self.asking.differences,
            switch_href: format!("/compare?{query}{switch}"),
            size: size_form::of(self),
            comparable: self.comparable(),
            others: self.others(),
            adding: adding::form(self),
            permalink: format!("/compare?{query}"),
            csv: format!("/compare.csv?{query}"),
            xlsx: format!("/compare.xlsx?{query}"),
            keep: self.keep(),
        }
    }

    /// The names of the editions, in order.
    pub fn names(&self) -> Vec<Named> {
        let sides = self.sides.iter();
        sides.map(|side| side.compared.named.clone()).collect()
    }

    /// A comparison of these, with everything else that was chosen, as a query.
    pub fn query(&self, names: &[Named]) -> String {
        self.fields(names).with(&[], &[])
    }

    /// The same as fields.
    pub fn fields(&self, names: &[Named]) -> crate::form::Fields {
        let size = &self.asking.size;
        let mut fields = crate::form::Fields::default();
        for named in names {
            fields.push("o", &named.to_string());
        }
        if let Some(place) = self.visit.place() {
            fields.push("for", place.as_str());
        }
        for (name, value) in size.typed.pairs() {
            fields.push(name, value);
        }
        for line in &size.lines {
            let of_one = |named: &Named| line.starts_with(&format!("{named}:"));
            if names.iter().any(of_one) {
                fields.push("line", line);
            }
        }
        fields
    }

    fn without(&self, gone: &Named) -> String {
        let left: Vec<Named> = self.names().into_iter().filter(|n| n != gone).collect();
        format!("/compare?{}", self.query(&left))
    }

    /// What was asked and is not here, in sentences.
    pub fn not_here(&self) -> Vec<String> {
        let unreadable =
            self.asking.unreadable.iter().map(|text| {
                format!("“{text}” names no offering. Write the last part of its address.")
            });
        let missing = self.comparison.not_here.iter().map(not_here_words);
        unreadable.chain(missing).collect()
    }

    fn notices(&self) -> Vec<String> {
        let mut out = Vec::new();
        for named in &self.asking.too_many {
            out.push(format!(
                "Four is the most that stand side by side; “{named}” was left out."
            ));
        }
        if let Some(named) = &self.asking.left_out {
            let titles = self
                .visit
                .app
                .portal
                .titles(&self.visit.snapshot, std::slice::from_ref(named));
            if let Some((_, title)) = titles.first() {
                out.push(format!(
                    "Four is the most that stand side by side, so “{title}” was not added. Remove \
                     one first."
                ));
            }
        }
        out
    }

    /// Whether the costs can be compared, in sentences; nothing where there are none.
    pub fn comparable(&self) -> Vec<String> {
        let costs: Vec<&Cost> = self.sides.iter().map(|side| &*side.cost).collect();
        let all = |standing| costs.iter().all(|cost| cost.standing == standing);
        if costs.len() < 2 || all(Standing::NoCharge) {
            return Vec::new();
        }
        if all(Standing::NotPublished) {
            return vec![
                "None of these publishes a price, so the costs cannot be compared: ask the \
                 providers."
                    .to_owned(),
            ];
        }
        match comparable(&costs) {
            Comparable::Yes { currency } => vec![format!(
                "The costs can be compared: each is the whole cost at the size you stated, in {}.",
                currency.label()
            )],
            Comparable::No { reasons } => {
                let head = "The costs cannot be compared as they stand.".to_owned();
                let why = reasons.into_iter().filter_map(|(place, why)| {
                    let side = self.sides.get(place)?;
                    Some(format!("{}: {why}", side.content().title))
                });
                std::iter::once(head).chain(why).collect()
            }
        }
    }

    fn others(&self) -> Vec<CompareOther> {
        let others = self.comparison.others.iter();
        others
            .map(|other| {
                let mut names = self.names();
                names.push(Named {
                    slug: other.slug.clone(),
                    edition: None,
                });
                CompareOther {
                    slug: other.slug.to_string(),
                    title: other.title.clone(),
                    provider: self.visit.body(&other.provider).name,
                    with_href: format!("/compare?{}", self.query(&names)),
                }
            })
            .collect()
    }

    /// The editions, where the tray does not hold exactly these.
    fn keep(&self) -> Vec<String> {
        let names = self.names();
        if names == self.visit.tray.0 {
            return Vec::new();
        }
        names.iter().map(ToString::to_string).collect()
    }
}

fn not_here_words(missing: &NotHere) -> String {
    match &missing.gone {
        Some(gone) => {
            let (title, on) = (&gone.title, written(gone.on));
            let mut out = format!("“{title}” was withdrawn on {on}");
            if !gone.reason.is_empty() {
                out.push_str(&format!(": {}", gone.reason.trim_end_matches('.')));
            }
            out.push('.');
            if let Some((_, title)) = &gone.successor {
                out.push_str(&format!(" “{title}” replaces it."));
            }
            out
        }
        None => format!("There is no offering or edition “{}” here.", missing.named),
    }
}
