//! What changed since a memo was frozen.

use super::read::MemoRead;
use crate::Portal;
use interlocal_catalog::{
    eligibility::{Judgement, Verdict, judge},
    memo::{FrozenVerdict, Since, since},
    offering::Content,
};

/// What changed of one option.
pub struct ChangedOption {
    /// Its title when the memo was frozen.
    pub title: String,
    /// Its slug now, as far as it is published.
    pub slug: Option<String>,
    /// The numbers of the edition relied on and of the one that stands now.
    pub numbers: (i32, i32),
    /// What changed.
    pub since: Vec<Since>,
    /// What was relied on.
    pub before: Content,
    /// What stands now.
    pub now: Content,
    /// The verdict then and now, where their outcomes differ.
    pub verdicts: Option<(FrozenVerdict, Verdict)>,
}

impl Portal {
    /// What changed of each option since the memo was frozen; nothing for a draft.
    pub fn changed_since(&self, memo: &MemoRead) -> Vec<ChangedOption> {
        let Some(frozen) = &memo.frozen else {
            return Vec::new();
        };
        let whole = self.whole();
        frozen
            .options
            .iter()
            .zip(&memo.options)
            .filter_map(|(then, read)| {
                let now = read.newer.as_ref().unwrap_or(&read.edition);
                let found = since(
                    (&read.edition.content, then.status),
                    (&now.content, read.status),
                );
                let asker = whole.directory.asker(&memo.row.draft.government);
                let verdict = asker.map(|asker| {
                    let at = Judgement {
                        asker: &asker,
                        records: &whole.register.records,
                        as_of: self.clock.today(),
                    };
                    let provider = whole.directory.canonical(&now.content.provider);
                    let terms = now.content.terms(read.judged_as());
                    judge(&terms, provider, at, now.content.review_days)
                });
                let verdicts = verdict
                    .filter(|verdict| verdict.outcome != then.verdict.outcome)
                    .map(|verdict| (then.verdict.clone(), verdict));
                let changed = !found.is_empty() || verdicts.is_some();
                changed.then(|| ChangedOption {
                    title: then.title.clone(),
                    slug: read.shelved.as_ref().map(|found| found.slug.to_string()),
                    numbers: (read.edition.number, now.number),
                    since: found,
                    before: read.edition.content.clone(),
                    now: now.content.clone(),
                    verdicts,
                })
            })
            .collect()
    }
}
