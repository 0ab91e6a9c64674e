//! Lists that are no offerings as feeds: each entry dated by what its facts say of
//! themselves, never by the moment at which it is asked for.

use super::feed::{Entries, changed_at};
use crate::{Error, Portal, Snapshot, answer_sheet::CategoryAnswer, load_starter::LOADED};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use interlocal_catalog::{
    PlaceId, answer::AnswerWord, eligibility::Link, jurisdiction::Jurisdiction, policy::Actor,
    template::Template,
};
use interlocal_exchange::atom::FeedEntry;
use interlocal_store::Edition;
use std::collections::HashMap;

impl Portal {
    /// Every category, as of the day of the vocabulary.
    pub fn feed_of_categories(&self, author: &str) -> Entries {
        let at = self.vocabulary_at();
        let vocabulary = self.vocabulary();
        let entries = vocabulary.all().iter().map(|category| FeedEntry {
            id: self.tag(&format!("category/{}", category.slug)),
            title: category.name.clone(),
            summary: category.meaning.clone(),
            address: self
                .public_url()
                .of(&format!("/categories/{}", category.slug)),
            author: author.to_owned(),
            category: category
                .parent
                .as_ref()
                .map(|parent| (parent.to_string(), vocabulary.name(parent).to_owned())),
            published: at,
            updated: at,
        });
        let entries: Vec<FeedEntry> = entries.collect();
        let total = entries.len() as u64;
        Entries::of(entries, total)
    }

    /// Every paper, as of the day of its text.
    pub fn feed_of_papers(&self, author: &str) -> Entries {
        let entries = Template::ALL.map(|paper| {
            let at = begin_of(paper.written_on());
            FeedEntry {
                id: self.tag(&format!("template/{}", paper.slug())),
                title: paper.title().to_owned(),
                summary: paper.purpose().to_owned(),
                address: self
                    .public_url()
                    .of(&format!("/templates/{}", paper.slug())),
                author: author.to_owned(),
                category: None,
                published: at,
                updated: at,
            }
        });
        Entries::of(entries.into(), Template::ALL.len() as u64)
    }

    /// A page of the governments that fit the words, or of all: each as of the day on
    /// which the registry was taken in, or an import touched it.
    pub async fn feed_of_governments(
        &self,
        author: &str,
        words: &str,
        (offset, limit): (usize, usize),
    ) -> Result<Entries, Error> {
        let snapshot = self.snapshot();
        let all = snapshot.directory.jurisdictions();
        let (total, page): (usize, Vec<PlaceId>) = if words.trim().is_empty() {
            let page = all.iter().skip(offset).take(limit);
            (all.len(), page.map(|row| row.key.place()).collect())
        } else {
            let found = self.find_governments(words, all.len());
            let page = found.keys.into_iter().skip(offset).take(limit);
            (found.total, page.collect())
        };
        let keys: Vec<&str> = page.iter().map(|place| place.as_str()).collect();
        let changed = self.store.governments_changed(&keys).await?;
        let loaded = self.store.setting(LOADED).await?;
        let loaded = loaded.and_then(|day| day.parse().ok()).map(begin_of);
        let entries = page.iter().filter_map(|place| {
            let row = snapshot.directory.jurisdiction(place)?;
            let touched = changed.get(place.as_str()).copied();
            let first = loaded.or(touched).unwrap_or_default();
            let updated = touched.unwrap_or(first).max(first);
            Some(FeedEntry {
                id: self.tag(&format!("jurisdiction/{place}")),
                title: snapshot.directory.full_name(place),
                summary: in_short(&snapshot, row),
                address: self.public_url().of(&format!("/jurisdictions/{place}")),
                author: author.to_owned(),
                category: Some((
                    row.key.kind().word().to_owned(),
                    row.key.kind().label().to_owned(),
                )),
                published: first.min(updated),
                updated,
            })
        });
        Ok(Entries::of(entries.collect(), total as u64))
    }

    /// The answer sheet of a government, an entry a category: updated when something
    /// changed of what decides it.
    pub async fn feed_of_answers(
        &self,
        actor: &Actor,
        author: &str,
        place: &PlaceId,
    ) -> Result<(String, Entries), Error> {
        let snapshot = self.view(actor);
        let sheet = self.answer_sheet(actor, place).await?;
        let answers: Vec<&CategoryAnswer> = sheet
            .iter()
            .flat_map(|row| std::iter::once(&row.answer).chain(&row.children))
            .collect();
        let mut ids: Vec<i32> = answers
            .iter()
            .flat_map(|answer| answer.offerings.iter().map(|judged| judged.shelved.id))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let histories = self.histories_for(actor, &ids).await?;
        let days = self.days_of_records(&snapshot);
        let said = self.store.moments_of_no().await?;
        let asker = snapshot.directory.asker(place).ok_or(Error::NotFound)?;
        let categories: Vec<_> = answers.iter().map(|answer| &answer.category).collect();
        let nos = self.nos_changed(&snapshot, asker, &categories, &said)?;
        let entries = answers.into_iter().zip(nos).map(|(answer, no)| {
            let first = self.vocabulary_at();
            let updated = decided_at(answer, &histories, &days)
                .max(no)
                .unwrap_or(first);
            FeedEntry {
                id: self.tag(&format!("jurisdiction/{place}/{}", answer.category)),
                title: format!(
                    "{}: {}",
                    self.vocabulary().name(&answer.category),
                    in_words(answer.answer)
                ),
                summary: evidence(answer),
                address: self
                    .public_url()
                    .of(&format!("/jurisdictions/{place}#{}", answer.category)),
                author: author.to_owned(),
                category: Some((
                    answer.category.to_string(),
                    self.vocabulary().name(&answer.category).to_owned(),
                )),
                published: first.min(updated),
                updated,
            }
        });
        let entries: Vec<FeedEntry> = entries.collect();
        let total = entries.len() as u64;
        let name = snapshot.directory.full_name(place);
        Ok((name, Entries::of(entries, total)))
    }

    /// The day of each participation on which a verdict may rest.
    fn days_of_records(&self, snapshot: &Snapshot) -> HashMap<String, NaiveDate> {
        let today = self.today();
        let records = snapshot.register.records.all();
        records
            .filter_map(|record| {
                let day = record.from.max(record.checked_on)?;
                Some((record.id.clone(), day.min(today)))
            })
            .collect()
    }

    /// The beginning of the day of the vocabulary.
    pub(super) fn vocabulary_at(&self) -> DateTime<Utc> {
        self.vocabulary_of().map(begin_of).unwrap_or_default()
    }
}

/// When anything that decides an answer changed last: an edition really changed, a
/// participation was recorded.
fn decided_at(
    answer: &CategoryAnswer,
    histories: &HashMap<i32, Vec<Edition>>,
    days: &HashMap<String, NaiveDate>,
) -> Option<DateTime<Utc>> {
    let offered = answer.offerings.iter().flat_map(|judged| {
        let history = histories.get(&judged.shelved.id);
        let edition = history.and_then(|history| changed_at(history));
        let links = judged
            .verdict
            .iter()
            .flat_map(|verdict| verdict.chain.iter());
        let met = links.flat_map(|(_, link)| match link {
            Link::Met { by } => by.as_slice(),
            _ => &[],
        });
        let recorded = met.filter_map(|id| days.get(id).copied().map(begin_of));
        edition.into_iter().chain(recorded).collect::<Vec<_>>()
    });
    offered.max()
}

/// What tells a government from its namesakes.
fn in_short(snapshot: &Snapshot, row: &Jurisdiction) -> String {
    let mut words = row.key.kind().label().to_owned();
    if let Some(county) = snapshot.directory.county_of(row) {
        words += &format!(" in {}", county.name);
    }
    if let (Some(people), Some(year)) = (row.population, row.population_year) {
        words += &format!(", {people} people ({year})");
    }
    if let Some(note) = &row.status_note {
        words += &format!(". {note}");
    }
    words
}

pub(super) fn begin_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

pub(super) fn in_words(answer: AnswerWord) -> &'static str {
    match answer {
        AnswerWord::YesConfirmed => "yes",
        AnswerWord::AfterSteps => "yes, after steps",
        AnswerWord::Listed => "listed, not yet confirmed",
        AnswerWord::No => "no",
        AnswerWord::NotRecorded => "not recorded",
    }
}

fn evidence(answer: &CategoryAnswer) -> String {
    let offered = answer.offerings.iter().map(|judged| {
        let content = &judged.edition.content;
        format!("{} (checked on {})", content.title, content.checked_on)
    });
    let said = answer
        .statements
        .iter()
        .map(|said| format!("a statement of no of {}", said.said_on));
    let all: Vec<String> = said.chain(offered).collect();
    match all.as_slice() {
        [] => "Nothing is recorded.".to_owned(),
        all => all.join("; "),
    }
}
