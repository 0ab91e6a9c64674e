//! Freezing a memo: everything it says, in its canonical form, under a hash.

use super::{
    CHANGED, Entered,
    read::{MemoRead, OptionRead},
    still_a_draft,
};
use crate::{Error, FieldFault, Portal, Snapshot};
use chrono::{DateTime, Utc};
use interlocal_catalog::{
    OfferingId, OrganizationId, PlaceId,
    cost::Standing,
    eligibility::Verdict,
    memo::{
        ConsiderRule, FORMAT, FrozenApproval, FrozenAttachment, FrozenEdition, FrozenLink,
        FrozenMemo, FrozenOption, FrozenRule, FrozenVerdict, MemoDraft, Named, Unfinished, cost_of,
        cost_words, sha256,
    },
    policy::Actor,
};
use interlocal_store::{Approval, Attachment, Deed, FrozenText};

/// The links of a verdict in the sentences in which pages tell them to a government.
pub type Tell<'a> = &'a (dyn Fn(&PlaceId, &Verdict) -> Vec<FrozenLink> + Sync);

impl Portal {
    /// What stands between a memo and its freezing.
    pub async fn unfinished_memo(&self, actor: &Actor, id: i32) -> Result<Vec<FieldFault>, Error> {
        let Entered { row, .. } = self.look_at_memo(actor, id).await?;
        still_a_draft(&row)?;
        let rules = self.rules_for(&row.draft).await?;
        let options = self.options_of(&row.draft).await?;
        Ok(faults(row.draft.unfinished(&rules), &options))
    }

    /// A memo as it would be frozen now.
    pub fn memo_as_it_stands(&self, read: &MemoRead, tell: Tell<'_>) -> Result<FrozenMemo, Error> {
        let snapshot = self.whole();
        let draft = &read.row.draft;
        Ok(FrozenMemo {
            format: FORMAT.to_owned(),
            portal: self.public_url().origin().to_owned(),
            number: read.row.id,
            frozen_at: moment(self.clock.now()),
            version: read.row.version,
            body: named_body(&snapshot, &read.body.id),
            government: Named {
                key: draft.government.to_string(),
                name: snapshot.directory.full_name(&draft.government),
            },
            title: draft.title.clone(),
            need: draft.need.clone(),
            years: draft.years,
            quantities: draft
                .quantities
                .iter()
                .map(|(unit, many)| (unit.clone(), many.plain()))
                .collect(),
            considered: read
                .rules
                .iter()
                .map(|rule| considered(rule, draft))
                .collect(),
            options: read
                .options
                .iter()
                .map(|option| frozen_option(&snapshot, draft, option, tell))
                .collect::<Result<_, _>>()?,
            approvals: read.approvals.iter().cloned().map(approval).collect(),
            attachments: read.attachments.iter().cloned().map(attachment).collect(),
        })
    }

    /// Freezes a memo for good; gives its hash.
    pub async fn freeze_memo(
        &self,
        actor: &Actor,
        (id, version): (i32, i32),
        tell: Tell<'_>,
    ) -> Result<String, Error> {
        self.enter_draft(actor, id).await?;
        let mut read = self.read_memo(actor, id).await?;
        let missing = read.row.draft.unfinished(&read.rules);
        if !missing.is_empty() {
            return Err(Error::Invalid(faults(missing, &read.options)));
        }
        let tx = self.store.begin().await?;
        // What was said and attached meanwhile is in it too.
        read.approvals = tx.approvals_of(id).await?;
        read.attachments = tx.attachments_of(id).await?;
        let content = self.memo_as_it_stands(&read, tell)?.text();
        let at = self.clock.now();
        let frozen = FrozenText {
            at,
            sha256: sha256(&content),
            content,
        };
        if read.row.version != version || !tx.freeze_memo(id, version, &frozen).await? {
            return Err(Error::Conflict(CHANGED.to_owned()));
        }
        let deed = Deed {
            action: "freeze_memo",
            subject: &id.to_string(),
            reason: &frozen.sha256,
            body: Some(&read.body.id),
        };
        tx.audit(at, actor, &deed).await?;
        tx.commit().await?;
        Ok(frozen.sha256)
    }
}

fn considered(rule: &ConsiderRule, draft: &MemoDraft) -> FrozenRule {
    FrozenRule {
        kind: rule.kind,
        name: rule.name.clone(),
        url: rule.url.clone(),
        words: rule.words.clone(),
        source: rule.source.clone(),
        checked_on: rule.checked_on,
        answer: draft.answer_to(rule.id).to_owned(),
    }
}

fn frozen_option(
    snapshot: &Snapshot,
    draft: &MemoDraft,
    read: &OptionRead,
    tell: Tell<'_>,
) -> Result<FrozenOption, Error> {
    let content = &read.edition.content;
    let verdict = read
        .verdict
        .as_ref()
        .ok_or_else(|| Error::field("for", "The government of this memo is no longer known"))?;
    let published_at = moment(read.edition.published_at);
    Ok(FrozenOption {
        slug: content.slug.to_string(),
        title: content.title.clone(),
        provider: named_body(snapshot, &content.provider),
        status: read.status,
        edition: FrozenEdition::of(read.edition.number, published_at, content),
        verdict: FrozenVerdict {
            outcome: verdict.outcome,
            steps_left: u32::try_from(verdict.chain.steps_left().len()).unwrap_or(u32::MAX),
            confidence: verdict.confidence,
            source: content.source_words.clone(),
            checked_on: content.checked_on,
            links: tell(&draft.government, verdict),
        },
        prices: price_words(content),
        cost: cost_in_words(snapshot, draft, read, verdict),
        price_basis: read.option.price_basis.clone(),
        choice: read.option.choice,
        why: read.option.why.clone(),
    })
}

/// What an option costs at the quantities of the memo, with the fees of the way in;
/// nothing where no price is published.
fn cost_in_words(
    snapshot: &Snapshot,
    draft: &MemoDraft,
    read: &OptionRead,
    verdict: &Verdict,
) -> Vec<String> {
    let content = &read.edition.content;
    let row = snapshot.directory.jurisdiction(&draft.government);
    let population = row.and_then(|row| row.population).map(u64::from);
    let way_in = Some(verdict.rule.as_str()).filter(|rule| !rule.is_empty());
    let cost = cost_of(draft, &read.option, content, (way_in, population));
    match cost.standing {
        Standing::NotPublished => Vec::new(),
        _ => cost_words(&cost),
    }
}

/// The price list and the fees of an edition in words.
pub fn price_words(content: &interlocal_catalog::offering::Content) -> Vec<String> {
    let details = &content.details;
    let lines = details.prices.iter().map(|line| (&line.name, line.words()));
    let fees = details.fees.iter().map(|fee| (&fee.name, fee.words()));
    lines
        .chain(fees)
        .map(|(name, words)| format!("{name}: {words}"))
        .collect()
}

fn named_body(snapshot: &Snapshot, id: &OrganizationId) -> Named {
    Named {
        key: snapshot.directory.canonical(id).to_string(),
        name: snapshot.directory.organization_name(id).to_owned(),
    }
}

fn approval(approval: Approval) -> FrozenApproval {
    FrozenApproval {
        name: approval.name,
        decision: approval.decision,
        comment: approval.comment,
        given_at: moment(approval.given_at),
        version: approval.version,
    }
}

fn attachment(attachment: Attachment) -> FrozenAttachment {
    FrozenAttachment {
        title: attachment.title,
        url: attachment.url,
        file: attachment.file,
    }
}

/// A moment as text, to the second.
fn moment(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn faults(missing: Vec<Unfinished>, options: &[OptionRead]) -> Vec<FieldFault> {
    let title = |slug: &OfferingId| {
        let option = options.iter().find(|read| read.option.slug == *slug);
        option.map_or_else(
            || slug.to_string(),
            |read| format!("“{}”", read.edition.content.title),
        )
    };
    missing
        .into_iter()
        .map(|missing| {
            let (field, message) = match missing {
                Unfinished::Title => ("title".to_owned(), "Say what the memo decides".to_owned()),
                Unfinished::Need => ("need".to_owned(), "Say what is needed".to_owned()),
                Unfinished::Options => ("slug".to_owned(), "Add an option".to_owned()),
                Unfinished::Undecided(slug) => (
                    format!("choice-{slug}"),
                    format!("Say whether {} is chosen", title(&slug)),
                ),
                Unfinished::Why(slug) => (
                    format!("why-{slug}"),
                    format!("Say why {} is chosen or not", title(&slug)),
                ),
                Unfinished::Rule(rule) => (
                    format!("rule-{rule}"),
                    "Say how what the state names was considered".to_owned(),
                ),
            };
            FieldFault { field, message }
        })
        .collect()
}
