//! Things of the trade as an assistant is told of them, in the words of the pages.

use super::{
    assistant::Assistant,
    fault::Fault,
    told::{Body, Category, Choice, Government, Offering, Source, Verdict},
};
use interlocal_catalog::{
    CategoryId, OrganizationId, PlaceId,
    eligibility::{Confidence, LinkState},
    offering::Content,
};
use interlocal_pages::{
    components::verdict::VerdictBadge,
    words::{Asker, next_step, why_not},
};
use interlocal_portal::{
    Edition, Judged, Snapshot, choose_government::with_county, choose_offering::Named,
};
use interlocal_web::with_names_of;

impl Assistant {
    /// The government that somebody names by key or name; namesakes are listed.
    pub fn government_named(
        &self,
        snapshot: &Snapshot,
        field: &str,
        text: &str,
    ) -> Result<PlaceId, Fault> {
        match self.portal.governments_named(snapshot, text) {
            Named::One(key) => Ok(key),
            Named::Several(found) if found.is_empty() => Err(Fault::field(
                field,
                format!("no government is called “{text}”; write its name and its state"),
            )),
            Named::Several(found) => {
                let choices = found
                    .into_iter()
                    .map(|(key, name)| Choice::new(key, name))
                    .collect();
                let words =
                    format!("“{text}” names no single government; write the key of one of these");
                Err(Fault::one_of(field, words, choices))
            }
        }
    }

    /// The government that may be named.
    pub fn maybe_government(
        &self,
        snapshot: &Snapshot,
        text: Option<&str>,
    ) -> Result<Option<PlaceId>, Fault> {
        text.filter(|text| !text.trim().is_empty())
            .map(|text| self.government_named(snapshot, "government", text))
            .transpose()
    }

    /// The category that a slug or a name means.
    pub fn category_named(&self, text: &str) -> Result<CategoryId, Fault> {
        let wanted = text.trim().to_lowercase();
        let all = self.portal.vocabulary().all();
        let found = all.iter().find(|category| {
            category.slug.as_str() == wanted || category.name.to_lowercase() == wanted
        });
        found.map(|category| category.slug.clone()).ok_or_else(|| {
            let choices = all
                .iter()
                .map(|category| Choice::new(&category.slug, category.name.clone()));
            let words = format!("“{text}” is no category; write the slug of one of these");
            Fault::one_of("category", words, choices.collect())
        })
    }

    /// A government.
    pub fn government(&self, snapshot: &Snapshot, place: &PlaceId) -> Government {
        let row = snapshot.directory.jurisdiction(place);
        let kind = row.map(|row| match row.legal_type() {
            "" => row.key.kind().label(),
            legal_type => legal_type,
        });
        Government {
            key: place.to_string(),
            name: with_county(snapshot, place),
            kind: kind.unwrap_or_default().to_owned(),
            population: row.and_then(|row| row.population),
            url: self.page(&format!("/jurisdictions/{place}")),
        }
    }

    /// A body, or a government that stands for itself.
    pub fn body(&self, snapshot: &Snapshot, id: &OrganizationId) -> Body {
        let id = snapshot.directory.canonical(id);
        Body {
            slug: id.to_string(),
            name: snapshot.directory.organization_name(id).to_owned(),
            url: self.page(&format!("/organizations/{id}")),
        }
    }

    /// A category.
    pub fn category(&self, slug: &CategoryId) -> Category {
        Category {
            slug: slug.to_string(),
            name: self.portal.vocabulary().name(slug).to_owned(),
        }
    }

    /// An offering as its current edition has it.
    pub fn offering(
        &self,
        snapshot: &Snapshot,
        judged: &Judged,
        asker: Option<&PlaceId>,
    ) -> Offering {
        let confidence = judged.shelved.confidence(self.portal.today());
        let (edition, verdict) = (&judged.edition, judged.verdict.as_ref());
        let verdict = verdict.zip(asker);
        self.edition(snapshot, edition, confidence, verdict)
    }

    /// An offering as an edition has it.
    pub fn edition(
        &self,
        snapshot: &Snapshot,
        edition: &Edition,
        confidence: Confidence,
        verdict: Option<(&interlocal_catalog::eligibility::Verdict, &PlaceId)>,
    ) -> Offering {
        let content = &edition.content;
        let path = match verdict {
            Some((_, place)) => format!("/offerings/{}?for={place}", content.slug),
            None => format!("/offerings/{}", content.slug),
        };
        Offering {
            slug: content.slug.to_string(),
            title: content.title.clone(),
            kind: content.kind.word(),
            category: self.category(&content.category),
            provider: self.body(snapshot, &content.provider),
            summary: content.summary.clone(),
            ends_on: content.term.ends_on,
            edition: edition.number,
            source: Source {
                words: content.source_words.clone(),
                checked_on: content.checked_on,
                confidence: confidence.word(),
            },
            url: self.page(&path),
            verdict: verdict.map(|(verdict, place)| in_short(snapshot, content, verdict, place)),
        }
    }

    /// The whole address of a page.
    pub fn page(&self, path: &str) -> String {
        self.portal.public_url().of(path)
    }
}

/// A verdict without its chain.
fn in_short(
    snapshot: &Snapshot,
    content: &Content,
    verdict: &interlocal_catalog::eligibility::Verdict,
    place: &PlaceId,
) -> Verdict {
    let badge = VerdictBadge {
        outcome: verdict.outcome,
        step_count: verdict.chain.steps_left().len(),
    };
    let asker = asker(snapshot, place);
    with_names_of(snapshot, Some(content), |names| Verdict {
        outcome: verdict.outcome.word(),
        words: badge.words(),
        because: asker.and_then(|asker| why_not(verdict, &asker, names)),
        next_step: next_step(verdict, names),
    })
}

/// The government as sentences speak of it.
pub fn asker(snapshot: &Snapshot, place: &PlaceId) -> Option<Asker> {
    let row = snapshot.directory.jurisdiction(place)?;
    Some(Asker {
        name: snapshot.directory.name(place).to_owned(),
        kind: row.key.kind(),
    })
}

/// The word of a state of a link.
pub fn state_word(state: LinkState) -> &'static str {
    match state {
        LinkState::Met => "met",
        LinkState::ToDo => "to_do",
        LinkState::Failed => "failed",
        LinkState::Unknown => "unknown",
    }
}

/// A query of an address.
pub fn query(fields: &[(&str, &str)]) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        out.append_pair(name, value);
    }
    out.finish()
}
