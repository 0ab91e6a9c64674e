//! `verdict`

use super::{
    asked::VerdictAsked,
    assistant::Assistant,
    fault::Fault,
    told::{ChainLink, Choice, FeeTable, Rule, RuleLine, VerdictTold},
    words::{asker, state_word},
};
use interlocal_catalog::{OfferingId, eligibility::LinkName, offering::Content, policy::Actor};
use interlocal_pages::words::{LinkLine, links_in_sentences, rule_in_sentences};
use interlocal_portal::{Snapshot, choose_offering::Named, offering::Located};
use interlocal_web::with_names_of;

impl Assistant {
    /// The verdict with everything it rests on.
    pub(super) async fn judge(&self, asked: VerdictAsked) -> Result<VerdictTold, Fault> {
        let snapshot = self.portal.snapshot();
        let place = self.government_named(&snapshot, "government", &asked.government)?;
        let mut slug = self.offering_named(&snapshot, "offering", &asked.offering)?;
        let answer = loop {
            let read = self
                .portal
                .read_offering(&Actor::Anonymous, &slug, Some(&place));
            match read.await.map_err(|error| Fault::of(error, "offering"))? {
                Located::Here(answer) => break answer,
                Located::Moved(to) => slug = to,
            }
        };
        let snapshot = &answer.snapshot;
        let content = &answer.judged.edition.content;
        let unknown = || Fault::field("government", "has no verdict here");
        let verdict = answer.judged.verdict.as_ref().ok_or_else(unknown)?;
        let asker = asker(snapshot, &place).ok_or_else(unknown)?;
        let chain: Vec<LinkLine> = with_names_of(snapshot, Some(content), |names| {
            links_in_sentences(verdict, &asker, names)
        });
        let steps = match verdict.chain.steps_left() {
            [] => Vec::new(),
            _ => chain
                .iter()
                .filter(|line| line.name == LinkName::OwnSteps)
                .flat_map(|line| line.sentences.clone())
                .collect(),
        };
        Ok(VerdictTold {
            government: self.government(snapshot, &place),
            offering: self.offering(snapshot, &answer.judged, Some(&place)),
            chain: chain.into_iter().map(link).collect(),
            steps,
            rules: rules(snapshot, content),
            how_to_join: content.how_to_join.clone(),
            website: (!content.url.is_empty()).then(|| content.url.clone()),
            as_of: self.portal.today(),
        })
    }

    /// The offering that somebody names by slug or title; several are listed.
    pub fn offering_named(
        &self,
        snapshot: &Snapshot,
        field: &str,
        text: &str,
    ) -> Result<OfferingId, Fault> {
        match snapshot.offerings_named(text) {
            Named::One(slug) => Ok(slug),
            // What was withdrawn has a slug and no place in the list.
            Named::Several(found) if found.is_empty() => Ok(OfferingId::new(text.trim())),
            Named::Several(found) => {
                let choices = found
                    .into_iter()
                    .map(|(slug, title)| Choice::new(slug, title))
                    .collect();
                let words = format!("“{text}” fits several offerings; write the slug of one");
                Err(Fault::one_of(field, words, choices))
            }
        }
    }
}

fn link(line: LinkLine) -> ChainLink {
    ChainLink {
        link: line.name.word(),
        state: state_word(line.state),
        sentences: line.sentences,
    }
}

fn rules(snapshot: &Snapshot, content: &Content) -> Vec<Rule> {
    with_names_of(snapshot, Some(content), |names| {
        let rules = content.rules.iter();
        rules
            .map(|rule| rule_in_sentences(rule, names))
            .map(|said| Rule {
                basis: said.basis,
                lines: said
                    .lines
                    .into_iter()
                    .map(|line| RuleLine {
                        about: line.label,
                        sentences: line.sentences,
                    })
                    .collect(),
                fees: said
                    .fees
                    .into_iter()
                    .map(|table| FeeTable {
                        caption: table.caption,
                        rows: table.rows,
                    })
                    .collect(),
            })
            .collect()
    })
}
