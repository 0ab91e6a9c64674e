//! Adding a body and changing what the directory says of it.

use crate::{Error, FieldFault, Portal, gate};
use interlocal_catalog::{
    OrganizationId, PlaceId,
    id::is_slug,
    organization::{BodyKind, Level, Organization},
    policy::Actor,
};
use interlocal_store::Deed;

/// Letters of a name at most.
const LONGEST_NAME: usize = 200;

/// What the directory says of a body.
#[derive(Clone, Debug)]
pub struct BodyWords {
    /// Its full name.
    pub name: String,
    /// Other spellings and abbreviations.
    pub aliases: Vec<String>,
    /// What kind of body it is.
    pub kind: BodyKind,
    /// Its level.
    pub level: Level,
    /// The jurisdiction it belongs to.
    pub of: Option<PlaceId>,
    /// Places it serves.
    pub serves: Vec<PlaceId>,
    /// Its own website.
    pub website: Option<String>,
}

impl Portal {
    /// The body with this slug, to be changed.
    pub fn read_body(&self, actor: &Actor, body: &OrganizationId) -> Result<Organization, Error> {
        gate::oversee(actor)?;
        let snapshot = self.snapshot();
        let found = snapshot.directory.organization(body);
        found
            .filter(|found| found.id == *body)
            .cloned()
            .ok_or(Error::NotFound)
    }

    /// Adds a body; its slug is made of its name where none is given.
    pub async fn add_body(
        &self,
        actor: &Actor,
        slug: &str,
        words: BodyWords,
    ) -> Result<OrganizationId, Error> {
        gate::steward(actor)?;
        let mut faults = self.faults_of(&words);
        if !slug.is_empty() && !is_slug(slug) {
            faults.push(FieldFault {
                field: "slug".to_owned(),
                message: format!("“{slug}” is no slug: small letters, digits and single hyphens"),
            });
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let id = if slug.is_empty() {
            self.free_slug(&tx, &words.name).await?
        } else if tx.is_slug_taken(slug).await? {
            let text = format!("a body has or had the slug “{slug}”");
            return Err(Error::field("slug", text));
        } else {
            OrganizationId::new(slug)
        };
        let body = organization(id, words);
        tx.add_organization(&body).await?;
        let deed = Deed {
            action: "add_body",
            subject: body.id.as_str(),
            reason: &body.name,
            body: Some(&body.id),
        };
        tx.audit(at, actor, &deed).await?;
        tx.announce_body(&body.id, at).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await?;
        Ok(body.id)
    }

    /// Changes what the directory says of a body; every node shows it.
    pub async fn change_body(
        &self,
        actor: &Actor,
        id: &OrganizationId,
        words: BodyWords,
    ) -> Result<(), Error> {
        gate::steward(actor)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        let before = tx.organization(id).await?.ok_or(Error::NotFound)?;
        let faults = self.faults_of(&words);
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let after = organization(id.clone(), words);
        if after == before {
            return Ok(());
        }
        tx.change_organization(&after).await?;
        let reason = changes(&before, &after);
        let deed = Deed {
            action: "change_body",
            subject: id.as_str(),
            reason: &reason,
            body: Some(id),
        };
        tx.audit(at, actor, &deed).await?;
        tx.announce_body(id, at).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    fn faults_of(&self, words: &BodyWords) -> Vec<FieldFault> {
        let snapshot = self.snapshot();
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        let level = match words.kind {
            BodyKind::StateCioOffice | BodyKind::StateAgency => Some(Level::State),
            BodyKind::LocalGovernment => Some(Level::Local),
            BodyKind::ResearchEducationNetwork => None,
            _ => Some(Level::Regional),
        };
        if let Some(level) = level.filter(|level| *level != words.level) {
            let text = format!("a body of this kind is of the level “{}”", level.word());
            fault("level", text);
        }
        let of = words.of.as_ref();
        let of = of.and_then(|place| snapshot.directory.jurisdiction(place));
        if words.kind == BodyKind::StateCioOffice && of.is_none_or(|row| !row.key.kind().is_state())
        {
            fault(
                "of",
                "name the state or territory whose office it is".to_owned(),
            );
        }
        if words.name.trim().is_empty() {
            fault("name", "give the body its full name".to_owned());
        }
        for (field, name) in std::iter::once(("name", &words.name))
            .chain(words.aliases.iter().map(|alias| ("aliases", alias)))
        {
            if name.chars().count() > LONGEST_NAME {
                fault(field, format!("a name may have {LONGEST_NAME} letters"));
            }
        }
        for (field, place) in words
            .of
            .iter()
            .map(|place| ("of", place))
            .chain(words.serves.iter().map(|place| ("serves", place)))
        {
            if snapshot.directory.jurisdiction(place).is_none() {
                let text =
                    format!("no government has the key “{place}”; it looks like county-17031");
                fault(field, text);
            }
        }
        if words.kind == BodyKind::StateCioOffice && words.of.is_none() {
            let text = "a state CIO office belongs to a state: give its key, such as state-17";
            fault("of", text.to_owned());
        }
        if let Some(website) = &words.website
            && !(website.starts_with("https://") || website.starts_with("http://"))
        {
            fault("website", "begins with https:// or http://".to_owned());
        }
        faults
    }
}

fn organization(id: OrganizationId, words: BodyWords) -> Organization {
    Organization {
        id,
        name: words.name.trim().to_owned(),
        aliases: words.aliases,
        kind: words.kind,
        level: words.level,
        state_cio: words.kind == BodyKind::StateCioOffice,
        of: words.of,
        serves: words.serves,
        website: words.website,
    }
}

/// What changed, for the audit log.
fn changes(before: &Organization, after: &Organization) -> String {
    let mut parts = Vec::new();
    if before.name != after.name {
        parts.push(format!("name: {} → {}", before.name, after.name));
    }
    for (field, same) in [
        ("aliases", before.aliases == after.aliases),
        ("kind", before.kind == after.kind),
        ("level", before.level == after.level),
        ("jurisdiction", before.of == after.of),
        ("area served", before.serves == after.serves),
        ("website", before.website == after.website),
    ] {
        if !same {
            parts.push(field.to_owned());
        }
    }
    parts.join("; ")
}
