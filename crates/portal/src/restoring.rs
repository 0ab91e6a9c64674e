//! Restoring a catalog into an empty portal from a package that a portal has exported:
//! whole or not at all, with the editions as they are. It works on the database alone.

mod origins;

use crate::{Error, FieldFault, load_starter::LOADED, rule_set::rule_set_of};
use chrono::{DateTime, NaiveTime, Utc};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    category::Vocabulary,
    details::DocumentPlace,
    eligibility::Records,
    lifecycle::{self, Transition},
    offering::{Content, Status},
    participation::Participation,
    policy::{self, Action, Actor},
};
use interlocal_exchange::{
    Fault,
    package::{Adopted, MergedBody, Offered, Part, Stated, read},
};
use interlocal_store::{Adoption, Deed, Edition, NewDocument, Store, Topic, Tx};
use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::BufReader,
    path::PathBuf,
};
use tokio::sync::mpsc;

/// Parts of a package that wait to be written.
const WAITING: usize = 4;
/// The reason in the audit log.
const REASON: &str = "restored from a package";

/// What was restored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// Governments.
    pub jurisdictions: usize,
    /// Bodies.
    pub organizations: usize,
    /// Offerings.
    pub offerings: usize,
    /// Editions of them.
    pub editions: usize,
    /// Participations, statements of no and adoptions.
    pub records: usize,
}

/// Restores a package into an empty portal.
pub async fn restore_package(
    store: &Store,
    actor: &Actor,
    package: PathBuf,
    (vocabulary, at): (&Vocabulary, DateTime<Utc>),
) -> Result<Restored, Error> {
    if !policy::may(actor, Action::LoadStarter) {
        return Err(Error::Denied);
    }
    let tx = store.begin().await?;
    let filled = tx.setting(LOADED).await?.is_some() || store.newest_sequence().await? > 0;
    if filled {
        let why = "the portal is not empty; a package is restored into an empty one alone";
        return Err(Error::Conflict(why.to_owned()));
    }
    let (parts, mut coming) = mpsc::channel(WAITING);
    let reading = tokio::task::spawn_blocking(move || {
        let open = || Ok(BufReader::new(File::open(&package)?));
        read(&open, &mut |part| parts.blocking_send(part).is_ok())
    });
    let mut restoring = Restoring {
        tx: &tx,
        actor,
        vocabulary,
        at,
        restored: Restored::default(),
        bodies: HashSet::new(),
        offerings: HashMap::new(),
        records: Records::default(),
        first_published: None,
        origins: HashMap::new(),
    };
    while let Some(part) = coming.recv().await {
        restoring.take(part).await?;
    }
    drop(coming);
    let read = reading.await.map_err(|e| Error::Internal(e.to_string()))?;
    read.map_err(refused)?;
    let restored = restoring.restored;
    tx.go_on_after_documents().await?;
    tx.announce(Topic::Directory, None, at).await?;
    tx.announce(Topic::Records, None, at).await?;
    tx.set(LOADED, &at.date_naive().to_string()).await?;
    let deed = Deed {
        action: "restore_package",
        subject: "package",
        reason: REASON,
        body: None,
    };
    tx.audit(at, actor, &deed).await?;
    tx.commit().await?;
    Ok(restored)
}

fn refused(fault: Fault) -> Error {
    Error::field("package", fault.to_string())
}

struct Restoring<'a> {
    tx: &'a Tx,
    actor: &'a Actor,
    vocabulary: &'a Vocabulary,
    at: DateTime<Utc>,
    restored: Restored,
    bodies: HashSet<OrganizationId>,
    offerings: HashMap<OfferingId, i32>,
    records: Records,
    /// The day of the oldest edition.
    first_published: Option<DateTime<Utc>>,
    /// The batch in which origins of a kind are kept.
    origins: HashMap<String, i32>,
}

impl Restoring<'_> {
    async fn take(&mut self, part: Part) -> Result<(), Error> {
        let tx = self.tx;
        match part {
            Part::Jurisdictions(all) => {
                self.restored.jurisdictions += all.len();
                tx.add_jurisdictions(&all).await?;
            }
            Part::Organizations(all) => self.organizations(all).await?,
            Part::Offices(all) => tx.add_cio_offices(&all).await?,
            Part::Participations(all) => {
                self.restored.records += all.len();
                for one in &all {
                    tx.add_participation(one, None).await?;
                }
                self.remember(all);
            }
            Part::Statements(all) => {
                self.restored.records += all.len();
                for one in &all {
                    tx.add_statement_of_no(one).await?;
                }
            }
            Part::Offering(offered, editions) => self.offering(*offered, editions).await?,
            Part::Adoptions(all) => self.adoptions(all).await?,
            Part::Origins(all) => self.origins(all).await?,
        }
        Ok(())
    }

    async fn organizations(&mut self, all: Vec<MergedBody>) -> Result<(), Error> {
        self.restored.organizations += all.len();
        self.bodies
            .extend(all.iter().map(|one| one.body.id.clone()));
        let (bodies, into): (Vec<_>, Vec<_>) = all
            .into_iter()
            .map(|one| {
                let merged = one.merged_into.map(|into| (one.body.id.clone(), into));
                (one.body, merged)
            })
            .unzip();
        self.tx.add_organizations(&bodies).await?;
        for (body, into) in into.into_iter().flatten() {
            self.tx.mark_merged(&body, &into, self.at).await?;
        }
        Ok(())
    }

    /// Keeps what the rules of offerings are judged with.
    fn remember(&mut self, more: Vec<Participation>) {
        let known = std::mem::take(&mut self.records);
        self.records = Records::new(known.all().cloned().chain(more));
    }

    async fn offering(&mut self, one: Offered, editions: Vec<Stated>) -> Result<(), Error> {
        let current = editions
            .iter()
            .find(|edition| edition.number == one.edition);
        let current = current.ok_or(Error::NotFound)?;
        for edition in &editions {
            self.check(&one, edition)?;
        }
        let (set, fingerprint) = rule_set_of(&current.content, &self.records);
        let rule_set = self.tx.number_rule_set(&set, &fingerprint).await?;
        let named = Content {
            slug: one.slug.clone(),
            provider: one.provider.clone(),
            ..current.content.clone()
        };
        let id = self
            .tx
            .add_offering(&named, rule_set, &one.aliases, one.changed_at)
            .await?;
        let mut newest = None;
        self.restored.offerings += 1;
        for edition in editions {
            self.restored.editions += 1;
            let first = self.first_published.unwrap_or(edition.published_at);
            self.first_published = Some(first.min(edition.published_at));
            self.documents(id, &edition.content).await?;
            let is_current = edition.number == one.edition;
            let row = Edition {
                id: 0,
                offering: id,
                number: edition.number,
                content: edition.content,
                published_at: edition.published_at,
                alone: edition.alone,
            };
            let row = self.tx.restore_edition(&row).await?;
            if is_current {
                newest = Some(row);
            }
        }
        for step in life(one.status)? {
            let before = self.tx.offering(&one.slug).await?.ok_or(Error::NotFound)?;
            let status = lifecycle::next(before.status, &step)?;
            self.tx
                .move_offering(&before, status, newest, rule_set, one.changed_at)
                .await?;
        }
        let deed = Deed {
            action: "restore",
            subject: one.slug.as_str(),
            reason: REASON,
            body: Some(&one.provider),
        };
        self.tx.audit(self.at, self.actor, &deed).await?;
        self.tx.announce(Topic::Offering, Some(id), self.at).await?;
        self.offerings.insert(one.slug, id);
        Ok(())
    }

    /// Everything that an edition refers to must be there.
    fn check(&self, one: &Offered, edition: &Stated) -> Result<(), Error> {
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            let place = format!("editions.csv, edition {} of {}", edition.number, one.slug);
            faults.push(FieldFault {
                field: field.to_owned(),
                message: format!("{place}: {message}"),
            });
        };
        let content = &edition.content;
        for slug in std::iter::once(&one.slug).chain(&one.aliases) {
            if !interlocal_catalog::id::is_slug(slug.as_str()) {
                fault("slug", format!("“{slug}” is no slug"));
            }
        }
        if self.vocabulary.get(&content.category).is_none() {
            fault(
                "category",
                format!("“{}” is not in the vocabulary", content.category),
            );
        }
        for body in [&one.provider, &content.provider] {
            if !self.bodies.contains(body) {
                fault("provider", format!("“{body}” is not in organizations.csv"));
            }
        }
        match faults.is_empty() {
            true => Ok(()),
            false => Err(Error::Invalid(faults)),
        }
    }

    /// Keeps the numbers of documents, whose bytes lie elsewhere.
    async fn documents(&self, offering: i32, content: &Content) -> Result<(), Error> {
        for document in &content.details.documents {
            if let DocumentPlace::Kept {
                id,
                name,
                media,
                size,
                sha256,
                on,
            } = &document.place
            {
                let new = NewDocument {
                    offering,
                    sha256,
                    name,
                    media,
                    size: *size,
                    by: None,
                };
                let at = on.and_time(NaiveTime::MIN).and_utc();
                self.tx.restore_document(*id, &new, at).await?;
            }
        }
        Ok(())
    }

    async fn adoptions(&mut self, all: Vec<Adopted>) -> Result<(), Error> {
        self.restored.records += all.len();
        let mut known = Vec::with_capacity(all.len());
        for one in all {
            let Some(offering) = self.offerings.get(&one.offering) else {
                let why = format!("adoptions.csv: “{}” is not in offerings.csv", one.offering);
                return Err(Error::field("offering", why));
            };
            known.push(Adoption {
                jurisdiction: one.jurisdiction,
                offering: *offering,
                since: one.since,
                size: one.size,
                source: one.source,
                checked_on: one.checked_on,
            });
        }
        Ok(self.tx.add_adoptions(&known).await?)
    }
}

/// How a new offering comes to where one stood.
fn life(status: Status) -> Result<Vec<Transition>, Error> {
    match status {
        Status::Published => Ok(vec![Transition::Publish]),
        Status::Expired => Ok(vec![Transition::Publish, Transition::Expire]),
        other => {
            let why = format!(
                "offerings.csv: “{}” is no status of a package",
                other.word()
            );
            Err(Error::field("status", why))
        }
    }
}
