//! An edition with the verdict for the chosen government.

use crate::{Portal, Snapshot, shelf::Shelved};
use interlocal_catalog::{
    PlaceId,
    eligibility::{Asker, Judgement, Verdict, judge},
    offering::Status,
};
use interlocal_store::Edition;
use std::sync::Arc;

/// A published offering, its edition, and what the chosen government may do with it.
#[derive(Clone)]
pub struct Judged {
    /// The offering in short.
    pub shelved: Arc<Shelved>,
    /// Its current edition.
    pub edition: Arc<Edition>,
    /// The verdict; none when no government is chosen.
    pub verdict: Option<Verdict>,
}

impl Portal {
    /// The verdict on an edition for a government today.
    pub(crate) fn verdict(&self, snapshot: &Snapshot, edition: &Edition, asker: &Asker) -> Verdict {
        let at = Judgement {
            asker,
            records: &snapshot.register.records,
            as_of: self.clock.today(),
        };
        let content = &edition.content;
        judge(
            &content.terms(Status::Published),
            snapshot.directory.canonical(&content.provider),
            at,
            content.review_days,
        )
    }

    /// Offerings with their editions (one query at most) and verdicts, in the order given.
    pub(crate) async fn judged(
        &self,
        snapshot: &Snapshot,
        offerings: &[Arc<Shelved>],
        chosen: Option<&PlaceId>,
    ) -> Result<Vec<Judged>, crate::Error> {
        let asker = chosen.and_then(|place| snapshot.directory.asker(place));
        let wanted: Vec<i32> = offerings.iter().map(|shelved| shelved.edition).collect();
        let editions = self.editions(&wanted).await?;
        let by_id: std::collections::HashMap<i32, Arc<Edition>> = editions
            .into_iter()
            .map(|edition| (edition.id, edition))
            .collect();
        Ok(offerings
            .iter()
            .filter_map(|shelved| {
                let edition = snapshot.seen(by_id.get(&shelved.edition)?);
                let verdict = asker
                    .as_ref()
                    .map(|asker| self.verdict(snapshot, &edition, asker));
                Some(Judged {
                    shelved: Arc::clone(shelved),
                    edition,
                    verdict,
                })
            })
            .collect())
    }
}
