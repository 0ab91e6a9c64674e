//! Days on which something of an offering falls – its end, its next review, the end
//! of a participating addendum – as a calendar that subscribers can follow: an event
//! keeps its name for ever, counts its changes, and is taken back when its day is.

use crate::{
    Error, Portal,
    search::{Search, Sort},
};
use chrono::{DateTime, Days, Utc};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId,
    offering::Content,
    policy::{self, Action, Actor},
};
use interlocal_exchange::calendar::{CalendarDay, calendar};
use interlocal_store::{Edition, OfferingRow};
use std::collections::BTreeMap;

/// Offerings of a calendar at most.
const MOST: usize = 5_000;

/// A calendar that is asked for.
#[derive(Clone, Debug)]
pub enum Dates {
    /// Of one offering.
    Offering(OfferingId),
    /// Of what a body publishes.
    Body(OrganizationId),
    /// Of what a search finds.
    Search(Box<Search>),
    /// Of the shortlist of an account, and of what a browser keeps.
    Shortlist(Vec<OfferingId>),
    /// Of a workspace whose secret link is shown.
    Workspace(String),
}

impl Portal {
    /// The calendar, as far as the actor may see what stands in it.
    pub async fn dates(&self, actor: &Actor, of: &Dates) -> Result<String, Error> {
        let (name, rows) = match of {
            Dates::Offering(slug) => {
                let row = self.store.offering(slug).await?.ok_or(Error::NotFound)?;
                (String::new(), vec![row])
            }
            Dates::Body(body) => {
                let snapshot = self.view(actor);
                let body = snapshot.directory.canonical(body);
                let known = snapshot.directory.organization(body);
                let name = known.ok_or(Error::NotFound)?.name.clone();
                let rows = self.store.desk(body).await?;
                (name, rows.into_iter().map(|row| row.offering).collect())
            }
            Dates::Search(search) => ("Offerings".to_owned(), self.searched(actor, search).await?),
            Dates::Shortlist(kept) => (
                "Shortlist".to_owned(),
                self.starred_rows(actor, kept).await?,
            ),
            Dates::Workspace(secret) => {
                let read = self.read_shared_workspace(actor, secret).await?;
                // What was taken back stands on no page, and is told to who follows it.
                let items = self.store.workspace_items(read.row.id).await?;
                let ids: Vec<i32> = items.iter().map(|item| item.offering).collect();
                let rows = self.store.desk_of(&ids).await?;
                let rows = rows.into_iter().map(|row| row.offering).collect();
                (read.row.title, rows)
            }
        };
        let seen: Vec<OfferingRow> = rows
            .into_iter()
            .filter(|row| policy::may(actor, Action::See(row.status, row.visibility)))
            .filter(|row| row.edition.is_some())
            .collect();
        if seen.is_empty() && matches!(of, Dates::Offering(_)) {
            return Err(Error::NotFound);
        }
        let ids: Vec<i32> = seen.iter().map(|row| row.id).collect();
        let histories = self.histories_for(actor, &ids).await?;
        let mut days = Vec::new();
        let mut title = name;
        for row in &seen {
            let Some(newest) = histories.get(&row.id).and_then(|editions| editions.first()) else {
                continue;
            };
            if title.is_empty() {
                title.clone_from(&newest.content.title);
            }
            days.extend(self.days_of(row, &histories[&row.id]));
        }
        days.sort_by(|a, b| (a.on, &a.uid).cmp(&(b.on, &b.uid)));
        Ok(calendar(&title, &days))
    }

    /// What is starred, also what was taken back since.
    async fn starred_rows(
        &self,
        actor: &Actor,
        kept: &[OfferingId],
    ) -> Result<Vec<OfferingRow>, Error> {
        let stars = match actor.person() {
            Some(person) => self.store.shortlist_of(person.id).await?,
            None => Vec::new(),
        };
        let ids: Vec<i32> = stars.iter().map(|star| star.offering).collect();
        let rows = self.store.desk_of(&ids).await?.into_iter();
        let mut rows: Vec<OfferingRow> = rows.map(|row| row.offering).collect();
        let kept = self.store.offerings_named(kept).await?.into_iter();
        rows.extend(kept.filter(|row| !ids.contains(&row.id)));
        Ok(rows)
    }

    async fn searched(&self, actor: &Actor, search: &Search) -> Result<Vec<OfferingRow>, Error> {
        let search = Search {
            offset: 0,
            limit: MOST,
            sort: Sort::Name,
            count_other_terms: false,
            ..search.clone()
        };
        // What it found once and was taken back since is told to who follows it.
        let query = self.query(&self.view(actor), search.clone());
        let gone = self.search_withdrawn(&query).await?;
        let answer = self.search(actor, search).await?;
        let found = answer.found.iter().map(|found| found.judged.shelved.id);
        let mut ids: Vec<i32> = found.chain(gone).collect();
        ids.sort_unstable();
        ids.dedup();
        let rows = self.store.desk_of(&ids).await?;
        Ok(rows.into_iter().map(|row| row.offering).collect())
    }

    /// The events of an offering, from its editions, newest first.
    fn days_of(&self, row: &OfferingRow, history: &[Edition]) -> Vec<CalendarDay> {
        let mut known: BTreeMap<String, Event> = BTreeMap::new();
        for edition in history.iter().rev() {
            let said = said(&edition.content);
            for (key, (day, words)) in &said {
                let event = known.entry(key.clone()).or_default();
                event.say(Some(*day), edition.published_at);
                event.words.clone_from(words);
            }
            for (key, event) in &mut known {
                if !said.contains_key(key) {
                    event.say(None, edition.published_at);
                }
            }
        }
        if row.withdrawal.is_some() {
            // What was taken back changes no more: this is the moment of the withdrawal.
            let at = row.changed_at;
            known.values_mut().for_each(|event| event.say(None, at));
        }
        let address = self.public_url().of(&format!("/offerings/{}", row.slug));
        let host = self.public_url().host().to_owned();
        let title = history.first().map_or("", |edition| &edition.content.title);
        known
            .into_iter()
            .filter_map(|(key, event)| {
                Some(CalendarDay {
                    uid: format!("{}-{key}@{host}", row.slug),
                    sequence: event.changes.saturating_sub(1),
                    on: event.last?,
                    summary: format!("{title}: {}", event.words),
                    description: format!(
                        "{title}\n{}\nSaid on {}.\n{address}",
                        event.words,
                        event.said_at.date_naive()
                    ),
                    address: address.clone(),
                    said_at: event.said_at,
                    cancelled: event.now.is_none(),
                })
            })
            .collect()
    }
}

/// What is known of an event.
#[derive(Default)]
struct Event {
    now: Option<NaiveDate>,
    last: Option<NaiveDate>,
    changes: u32,
    said_at: DateTime<Utc>,
    words: String,
}

impl Event {
    /// Takes in on which day it falls now.
    fn say(&mut self, day: Option<NaiveDate>, at: DateTime<Utc>) {
        if self.now != day {
            self.changes += 1;
            // What is said later is never dated before what was said.
            self.said_at = self.said_at.max(at);
        }
        self.now = day;
        self.last = day.or(self.last);
    }
}

/// The days that a content says, each with what falls on it.
fn said(content: &Content) -> BTreeMap<String, (NaiveDate, String)> {
    let mut days = BTreeMap::new();
    if let Some(day) = content.term.ends_on {
        let renewals = content.details.contract.as_ref();
        let renewals = renewals.map(|contract| contract.renewals.trim());
        let words = match renewals.filter(|words| !words.is_empty()) {
            Some(renewals) => format!("last day of the term (renewals: {renewals})"),
            None => "last day of the term".to_owned(),
        };
        days.insert("ends".to_owned(), (day, words));
    }
    let review = content.details.review_by.or_else(|| {
        let days = u64::try_from(content.review_days).ok()?;
        content.checked_on.checked_add_days(Days::new(days))
    });
    if let Some(day) = review {
        days.insert("review".to_owned(), (day, "to be reviewed by".to_owned()));
    }
    for addendum in &content.details.addenda {
        if let Some(day) = addendum.until {
            let words = format!("participating addendum of {} ends", addendum.state);
            days.insert(format!("addendum-{}", addendum.state), (day, words));
        }
    }
    days
}
