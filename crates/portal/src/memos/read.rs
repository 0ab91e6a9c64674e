//! Reading memos: those of one's bodies, one of them, and one through its link.

use super::Entered;
use crate::{Error, Portal, Shelved, Snapshot, gate};
use interlocal_catalog::{
    eligibility::{Judgement, Verdict, judge},
    jurisdiction::Jurisdiction,
    memo::{ConsiderRule, FrozenMemo, MemoDraft, OptionDraft},
    offering::Status,
    organization::Organization,
    policy::{Actor, Visibility},
};
use interlocal_store::{Approval, Attachment, Edition, MemoRow};
use std::sync::Arc;

/// Memos of the bodies that somebody belongs to.
pub struct OwnMemos {
    /// The memos, the last changed first.
    pub memos: Vec<MemoRow>,
    /// The bodies for which a memo can be begun.
    pub bodies: Vec<Organization>,
}

/// A memo with everything that its page shows.
pub struct MemoRead {
    /// The memo.
    pub row: MemoRow,
    /// The body whose memo it is.
    pub body: Organization,
    /// What is frozen.
    pub frozen: Option<FrozenMemo>,
    /// Its options as they stand now.
    pub options: Vec<OptionRead>,
    /// What the state's entries make one consider.
    pub rules: Vec<ConsiderRule>,
    /// Who approved or declined.
    pub approvals: Vec<Approval>,
    /// Documents and links.
    pub attachments: Vec<Attachment>,
    /// The secret of its link; told to people of the body alone.
    pub link: Option<String>,
    /// Whether it names what verified governments alone see.
    pub for_verified: bool,
    /// What the answer was made from.
    pub snapshot: Arc<Snapshot>,
}

/// An option as it stands now.
pub struct OptionRead {
    /// As it is written.
    pub option: OptionDraft,
    /// The edition that is relied on.
    pub edition: Arc<Edition>,
    /// The edition that stands now, where it is another.
    pub newer: Option<Arc<Edition>>,
    /// Where the offering stands today.
    pub status: Status,
    /// The offering in short, as far as it is published.
    pub shelved: Option<Arc<Shelved>>,
    /// What the edition that is relied on means for the government today.
    pub verdict: Option<Verdict>,
}

impl OptionRead {
    /// The status on which the verdict rests; an end by term is in the terms.
    pub(crate) fn judged_as(&self) -> Status {
        judged_as(self.status)
    }
}

fn judged_as(status: Status) -> Status {
    match status {
        Status::Expired => Status::Published,
        other => other,
    }
}

impl Portal {
    /// The memos of the bodies that somebody belongs to.
    pub async fn own_memos(&self, actor: &Actor) -> Result<OwnMemos, Error> {
        gate::person(actor)?;
        let bodies = self.bodies_of(actor);
        let snapshot = self.whole();
        let mut own: Vec<Organization> = bodies
            .iter()
            .filter_map(|body| snapshot.directory.organization(body).cloned())
            .collect();
        own.sort_by(|a, b| a.name.cmp(&b.name));
        own.dedup_by(|a, b| a.id == b.id);
        Ok(OwnMemos {
            memos: self.store.memos_of(&bodies).await?,
            bodies: own,
        })
    }

    /// A memo for people of its body.
    pub async fn read_memo(&self, actor: &Actor, id: i32) -> Result<MemoRead, Error> {
        let Entered { row, body } = self.look_at_memo(actor, id).await?;
        let link = self.store.link_of_memo(id).await?;
        self.memo_read(actor, row, body, link).await
    }

    /// A frozen memo for whoever shows the secret of its link. What verified
    /// governments alone see is not there for others, nor is a memo that names it.
    pub async fn read_shared_memo(&self, actor: &Actor, secret: &str) -> Result<MemoRead, Error> {
        let row = self.store.memo_behind(secret).await?;
        let row = row.filter(|row| row.frozen.is_some());
        let row = row.ok_or(Error::NotFound)?;
        let body = self.whole().directory.organization(&row.body).cloned();
        let body = body.ok_or(Error::NotFound)?;
        let read = self.memo_read(actor, row, body, None).await?;
        if read.for_verified && !actor.is_verified() {
            return Err(Error::NotFound);
        }
        Ok(read)
    }

    async fn memo_read(
        &self,
        actor: &Actor,
        row: MemoRow,
        body: Organization,
        link: Option<String>,
    ) -> Result<MemoRead, Error> {
        let snapshot = self.view(actor);
        let frozen = match &row.frozen {
            Some(frozen) => Some(
                serde_json::from_str(&frozen.content)
                    .map_err(|e| Error::Internal(format!("memo {}: {e}", row.id)))?,
            ),
            None => None,
        };
        let options = self.options_of(&row.draft).await?;
        let for_verified = self.names_hidden(&options);
        Ok(MemoRead {
            rules: self.rules_for(&row.draft).await?,
            approvals: self.store.approvals_of(row.id).await?,
            attachments: self.store.attachments_of(row.id).await?,
            frozen,
            options,
            body,
            link,
            for_verified,
            snapshot,
            row,
        })
    }

    /// The options of a memo as they stand now.
    pub(crate) async fn options_of(&self, draft: &MemoDraft) -> Result<Vec<OptionRead>, Error> {
        let snapshot = self.whole();
        let today = self.clock.today();
        let asker = snapshot.directory.asker(&draft.government);
        let mut out = Vec::new();
        for option in &draft.options {
            let offering = self.store.offering_by_row(option.offering).await?;
            let offering = offering.ok_or(Error::NotFound)?;
            let now = offering.edition.unwrap_or(option.edition);
            let mut editions = self.editions(&[option.edition, now]).await?.into_iter();
            let edition = editions.next().ok_or(Error::NotFound)?;
            let newer = editions.next().filter(|newer| newer.id != edition.id);
            let ends = newer.as_ref().unwrap_or(&edition).content.term.ends_on;
            let status = match offering.status {
                Status::Published if ends.is_some_and(|end| end < today) => Status::Expired,
                status => status,
            };
            let content = &edition.content;
            let verdict = asker.as_ref().map(|asker| {
                let at = Judgement {
                    asker,
                    records: &snapshot.register.records,
                    as_of: today,
                };
                let provider = snapshot.directory.canonical(&content.provider);
                judge(
                    &content.terms(judged_as(status)),
                    provider,
                    at,
                    content.review_days,
                )
            });
            out.push(OptionRead {
                option: option.clone(),
                shelved: snapshot.shelf.get(option.offering).cloned(),
                edition,
                newer,
                status,
                verdict,
            });
        }
        Ok(out)
    }

    /// The entries of the state in which the government of a memo lies.
    pub(crate) async fn rules_for(&self, draft: &MemoDraft) -> Result<Vec<ConsiderRule>, Error> {
        let snapshot = self.whole();
        let state = snapshot
            .directory
            .jurisdiction(&draft.government)
            .and_then(|row| snapshot.directory.state(&row.state))
            .map(|row: &Jurisdiction| row.key.place());
        match state {
            Some(state) => Ok(self.store.consider_rules(Some(&state)).await?),
            None => Ok(Vec::new()),
        }
    }

    /// Whether any of these offerings, as it was or as it is, is for verified
    /// governments alone, whole or in part.
    fn names_hidden(&self, options: &[OptionRead]) -> bool {
        let public = self.snapshot();
        options.iter().any(|option| {
            let editions = std::iter::once(&option.edition).chain(&option.newer);
            let mut contents = editions.map(|edition| &edition.content);
            contents.any(|content| {
                content.visibility != Visibility::Public
                    || !content.restricted_fields.is_empty()
                    || content.names(&public.hidden)
            })
        })
    }
}
