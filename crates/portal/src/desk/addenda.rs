//! A participating addendum that an edition names is a participation: the state takes
//! part in the offering. Both are written in one transaction.

use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{
    OrganizationId, ProgramId,
    access::{AudienceWord, NotStated},
    offering::Content,
    participation::{OwnWord, Participation, Scope, ScopeWord},
};
use interlocal_store::{Topic, Tx};

/// How the names of such records begin.
fn prefix(content: &Content) -> String {
    format!("addendum-{}-", content.slug)
}

/// The participations that the addenda of a content are.
pub(super) fn participations_of(content: &Content, snapshot: &Snapshot) -> Vec<Participation> {
    let prefix = prefix(content);
    let addenda = content.details.addenda.iter().enumerate();
    addenda
        .filter_map(|(place, addendum)| {
            let state = snapshot.directory.state(&addendum.state)?;
            let own = ScopeWord::Own(OwnWord::Own);
            let locals = ScopeWord::Kinds(AudienceWord::LocalGovernment);
            let source = match addendum.url.trim() {
                "" => content.source_words.trim(),
                url => url,
            };
            Some(Participation {
                id: format!("{prefix}{}-{}", addendum.state.to_lowercase(), place + 1),
                who: state.key.place(),
                program: ProgramId::new(content.slug.as_str()),
                scope: match addendum.for_locals {
                    Some(true) => Scope::Words(vec![own, locals]),
                    Some(false) => Scope::Words(vec![own]),
                    None => Scope::NotStated(NotStated::NotStated),
                },
                done: Vec::new(),
                from: addendum.from,
                until: addendum.until,
                source: Some(source.to_owned()).filter(|source| !source.is_empty()),
                checked_on: Some(content.checked_on),
            })
        })
        .collect()
}

impl Portal {
    /// Puts the participations of a new edition in the place of those of the one before.
    pub(super) async fn record_addenda(
        &self,
        tx: &Tx,
        (content, body): (&Content, &OrganizationId),
        records: &[Participation],
    ) -> Result<(), Error> {
        let prefix = prefix(content);
        let snapshot = self.whole();
        let known = snapshot.register.records.all();
        let before: Vec<&Participation> = known
            .filter(|record| record.id.starts_with(&prefix))
            .filter(|record| record.program.as_str() == content.slug.as_str())
            .collect();
        if before.is_empty() && records.is_empty() {
            return Ok(());
        }
        for record in before {
            tx.remove_participation(&record.id, body).await?;
        }
        for record in records {
            tx.add_participation(record, Some(body)).await?;
        }
        Ok(tx.announce(Topic::Records, None, self.clock.now()).await?)
    }
}
