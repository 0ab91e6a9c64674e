//! Writing: a new listing, each save of a step, a draft that is given up.

use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{
    CategoryId, NaiveDate, OfferingId, OrganizationId,
    access::{AccessRule, Area, Audience, AudienceWord, NotStated, OtherKinds, Steps, WholeArea},
    editing::{Part, Unread},
    id::is_slug,
    jurisdiction::Kind,
    offering::{Content, CostModel, NotAvailable, OfferingKind, Source, Status, Term},
    policy::{Actor, Role},
};
use interlocal_store::{Deed, Draft, OfferingRow, Question, Tx};
use std::collections::BTreeSet;

/// How a new listing begins.
pub struct NewListing {
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: OfferingKind,
    /// Its category.
    pub category: CategoryId,
    /// The question of the body that its publication answers.
    pub question: Option<i32>,
}

/// A save of a draft.
pub struct Save {
    /// The version that was opened.
    pub version: i32,
    /// Which step was saved.
    pub part: Part,
    /// What could be read.
    pub content: Content,
    /// What could not.
    pub unread: Unread,
    /// The day on which it is to be published.
    pub publish_on: Option<NaiveDate>,
}

/// What became of a save.
#[derive(Debug)]
pub enum Saved {
    /// It is kept.
    Kept,
    /// Somebody else was faster: what stands now.
    Conflict(Box<Draft>),
}

/// Days after which a new listing is stale.
const REVIEW_DAYS: i64 = interlocal_catalog::eligibility::DEFAULT_REVIEW_DAYS;

impl Portal {
    /// Begins a listing of a body; gives its slug, which is made of the title.
    pub async fn new_listing(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        new: NewListing,
    ) -> Result<OfferingId, Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        let question = match new.question {
            Some(id) => Some(self.question_to_answer(actor, body, id).await?),
            None => None,
        };
        let tx = self.store.begin().await?;
        let slug = self.unused_slug(&tx, &new.title).await?;
        let mut content = blank(slug.clone(), body, new, self.today());
        if let Some(question) = &question {
            content.rules = vec![open_to(question.key.kind)];
        }
        self.check(&content)?;
        let snapshot = self.whole();
        let records = &snapshot.register.records;
        let row = self.offering_or_new(&tx, &content, &[], records).await?;
        let at = self.clock.now();
        let by = actor.person().map(|person| person.id);
        tx.begin_draft(row.id, &content, by, at).await?;
        if let Some(question) = &question {
            tx.answer_by_listing(row.id, question.id).await?;
        }
        self.write_down(&tx, actor, body, &slug, "draft", "")
            .await?;
        tx.commit().await?;
        Ok(slug)
    }

    /// A question of a body that a new listing is to answer.
    pub async fn question_to_answer(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: i32,
    ) -> Result<Question, Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        let question = self.store.question_of(body, id).await?;
        question.ok_or(Error::NotFound)
    }

    /// Saves a step of a draft; the first save of a published listing begins a
    /// draft beside it, and the published edition stays up.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        save: Save,
    ) -> Result<Saved, Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        let tx = self.store.begin().await?;
        let saved = self.save_draft_in(&tx, actor, (body, slug), save).await?;
        if matches!(saved, Saved::Kept) {
            tx.commit().await?;
        }
        Ok(saved)
    }

    /// The same inside a transaction, which is committed where it is kept.
    pub(crate) async fn save_draft_in(
        &self,
        tx: &Tx,
        actor: &Actor,
        (body, slug): (&OrganizationId, &OfferingId),
        save: Save,
    ) -> Result<Saved, Error> {
        let at = self.clock.now();
        let by = actor.person().map(|person| person.id);
        let row = self.listing_of(tx, body, slug).await?;
        let before = match tx.draft(row.id).await? {
            Some(draft) => draft,
            None if save.version == 0 => {
                self.beginnable(&row)?;
                tx.begin_draft(row.id, &save.content, by, at).await?;
                let begun = tx.draft(row.id).await?.ok_or(Error::NotFound)?;
                Draft {
                    version: begun.version,
                    ..begun
                }
            }
            None => {
                return Err(Error::Conflict(
                    "This draft was published or given up since you opened it. Open the listing \
                     again to go on from what stands now."
                        .to_owned(),
                ));
            }
        };
        if before.stage.status != Status::Draft {
            return Err(Error::Conflict(
                "This draft is with a reviewer. Take it back from review to go on writing."
                    .to_owned(),
            ));
        }
        if before.version != save.version.max(1) {
            return Ok(Saved::Conflict(Box::new(before)));
        }
        let mut content = save.content;
        content.slug = row.slug.clone();
        content.provider = body.clone();
        content.states = states_of(&content.rules, &self.whole());
        let first = self.vocabulary.first_of(&content.category);
        let mut unread = save.unread;
        if first != self.vocabulary.first_of(&before.content.category) {
            unread.remove(&Part::Facts);
        }
        let facts = std::mem::take(&mut content.details.facts);
        content.details.facts = facts.only_of(first.as_str());
        let draft = Draft {
            content,
            unread,
            publish_on: save.publish_on,
            edited_by: by,
            ..before
        };
        tx.write_draft(&draft, at).await?;
        let reason = save.part.label();
        self.write_down(tx, actor, body, slug, "edit", reason)
            .await?;
        Ok(Saved::Kept)
    }

    /// Gives a draft up; a listing that was never published goes with it.
    pub async fn discard_draft(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        version: i32,
    ) -> Result<(), Error> {
        self.enter_desk(actor, body, Role::Editor)?;
        let tx = self.store.begin().await?;
        let (row, draft) = self.draft_of(&tx, body, slug, version).await?;
        if draft.stage.status != Status::Draft {
            return Err(Error::Conflict("This draft is with a reviewer.".to_owned()));
        }
        tx.remove_draft(row.id).await?;
        if row.edition.is_none() {
            if tx.is_adopted(row.id).await? {
                return Err(Error::Conflict(
                    "Governments are on record as users of this listing, so it cannot be thrown \
                     away. Take those adoptions away first, or publish the listing and withdraw it."
                        .to_owned(),
                ));
            }
            tx.remove_unpublished(row.id).await?;
        }
        self.write_down(&tx, actor, body, slug, "discard", "")
            .await?;
        Ok(tx.commit().await?)
    }

    /// Writes down what was done to a listing.
    pub(crate) async fn write_down(
        &self,
        tx: &Tx,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
        action: &str,
        reason: &str,
    ) -> Result<(), Error> {
        let deed = Deed {
            action,
            subject: slug.as_str(),
            reason,
            body: Some(body),
        };
        Ok(tx.audit(self.clock.now(), actor, &deed).await?)
    }

    fn beginnable(&self, row: &OfferingRow) -> Result<(), Error> {
        match row.status {
            Status::Withdrawn => Err(Error::Conflict(
                "This listing was withdrawn and does not come back. Write a new one.".to_owned(),
            )),
            _ => Ok(()),
        }
    }

    async fn unused_slug(&self, tx: &Tx, title: &str) -> Result<OfferingId, Error> {
        let base = slug_of(title);
        if !is_slug(&base) {
            return Err(Error::field(
                "title",
                "give the listing a title with letters",
            ));
        }
        for number in 1..1_000 {
            let slug = match number {
                1 => OfferingId::new(base.clone()),
                more => OfferingId::new(format!("{base}-{more}")),
            };
            let taken = tx.offering(&slug).await?.is_some()
                || self.store.offering_by_alias(&slug).await?.is_some();
            if !taken {
                return Ok(slug);
            }
        }
        Err(Error::field(
            "title",
            "too many listings have this title; add what tells it apart",
        ))
    }
}

/// A listing of which only title, kind and category are known.
fn blank(slug: OfferingId, body: &OrganizationId, new: NewListing, today: NaiveDate) -> Content {
    Content {
        slug,
        title: new.title,
        kind: new.kind,
        category: new.category,
        provider: body.clone(),
        partners: Vec::new(),
        summary: String::new(),
        how_to_join: String::new(),
        agreement: String::new(),
        cost_model: CostModel::NotStated,
        url: String::new(),
        states: Vec::new(),
        area_words: String::new(),
        frameworks: Vec::new(),
        named_groups: Vec::new(),
        known_users: String::new(),
        state_contract_of: None,
        suppliers: Vec::new(),
        term: Term::default(),
        source: Source::Unsourced,
        source_words: String::new(),
        source_confidence: String::new(),
        checked_on: today,
        review_days: REVIEW_DAYS,
        not_available: NotAvailable::default(),
        rules: Vec::new(),
        visibility: Default::default(),
        restricted_fields: Vec::new(),
        details: Default::default(),
    }
}

/// The way in of a kind of government of which nothing else is known yet.
fn open_to(kind: Kind) -> AccessRule {
    AccessRule {
        id: "r1".to_owned(),
        basis: None,
        area: Area::Whole(WholeArea::NotStated),
        kinds: Audience::Named(vec![AudienceWord::of(kind)]),
        not_kinds: Vec::new(),
        other_kinds: OtherKinds::default(),
        above: None,
        steps: Steps::NotStated(NotStated::NotStated),
        supplier_consent: None,
        limits: Vec::new(),
    }
}

/// Lower-case letters, digits and single hyphens, 80 bytes at most.
fn slug_of(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.to_lowercase().chars() {
        if slug.len() >= 80 {
            break;
        }
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Postal codes of the states that the rules cover, or `ALL`.
fn states_of(rules: &[AccessRule], snapshot: &Snapshot) -> Vec<String> {
    let mut states = BTreeSet::new();
    for rule in rules {
        match &rule.area {
            Area::Whole(WholeArea::Everywhere | WholeArea::AllStates) => {
                return vec!["ALL".to_owned()];
            }
            Area::Whole(WholeArea::NotStated) => {}
            Area::Places(places) => {
                let named = places.within.iter().chain(&places.bodies);
                let known = named.filter_map(|place| snapshot.directory.jurisdiction(place));
                states.extend(known.map(|row| row.state.clone()));
            }
        }
    }
    states.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::slug_of;

    #[test]
    fn a_slug_is_made_of_letters_and_digits_alone() {
        assert_eq!(
            slug_of("24/7 Monitoring – für alle!"),
            "24-7-monitoring-f-r-alle"
        );
        assert_eq!(slug_of("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug_of("<script>"), "script");
        assert_eq!(slug_of("–"), "");
        assert_eq!(slug_of(&"ab ".repeat(60)).len(), 80);
    }
}
