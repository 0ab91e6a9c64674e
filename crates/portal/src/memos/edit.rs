//! Writing a memo: its words, its options, and taking a draft away.

use super::{CHANGED, Entered};
use crate::{Error, FieldFault, Portal};
use interlocal_catalog::{
    OfferingId,
    cost::Quantity,
    memo::{Choice, Considered, MemoDraft, draft::MOST_OPTIONS},
    policy::Actor,
};
use interlocal_store::Deed;
use std::collections::{BTreeMap, BTreeSet};

/// Letters that a title may have.
const LONGEST_TITLE: usize = 200;
/// Letters that any other text may have.
const LONGEST: usize = 8_000;
/// Years that costs may be counted for.
const MOST_YEARS: u32 = interlocal_catalog::cost::MOST_YEARS as u32;

/// What a memo is to say, as typed.
#[derive(Clone, Debug)]
pub struct MemoWords {
    /// The version of the draft that was opened.
    pub version: i32,
    /// What it decides.
    pub title: String,
    /// What is needed.
    pub need: String,
    /// For how many years costs are counted.
    pub years: u32,
    /// How many of each unit.
    pub quantities: BTreeMap<String, Quantity>,
    /// What is said of each option.
    pub options: Vec<OptionWords>,
    /// How each entry of the state was considered, by row.
    pub considered: Vec<(i32, String)>,
}

/// What is said of an option, as typed.
#[derive(Clone, Debug)]
pub struct OptionWords {
    /// Its slug.
    pub slug: OfferingId,
    /// What became of it.
    pub choice: Choice,
    /// Why.
    pub why: String,
    /// What its price rests on.
    pub price_basis: String,
    /// Lines of the price list that would be bought, by their place from 0.
    pub lines: BTreeSet<usize>,
}

/// What is done with an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionChange {
    /// It is added, at the edition that stands now.
    Add,
    /// It is taken away.
    Remove,
    /// The edition that stands now is relied on from here.
    Renew,
}

impl Portal {
    /// Keeps what a memo says.
    pub async fn write_memo(&self, actor: &Actor, id: i32, words: MemoWords) -> Result<(), Error> {
        let Entered { row, body } = self.enter_draft(actor, id).await?;
        let mut draft = row.draft;
        let faults = faults_of(&words);
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        draft.title = words.title.trim().to_owned();
        draft.need = words.need.trim().to_owned();
        draft.years = words.years;
        draft.quantities = words.quantities;
        for option in &mut draft.options {
            let typed = words.options.iter().find(|typed| typed.slug == option.slug);
            if let Some(typed) = typed {
                option.choice = typed.choice;
                option.why = typed.why.trim().to_owned();
                option.price_basis = typed.price_basis.trim().to_owned();
                option.lines = typed.lines.clone();
            }
        }
        draft.considered = words
            .considered
            .into_iter()
            .filter(|(_, answer)| !answer.trim().is_empty())
            .map(|(rule, answer)| Considered {
                rule,
                answer: answer.trim().to_owned(),
            })
            .collect();
        let deed = Deed {
            action: "write_memo",
            subject: &id.to_string(),
            reason: &draft.title,
            body: Some(&body.id),
        };
        self.save_memo(actor, (id, words.version), &draft, &deed)
            .await
    }

    /// Adds an option, takes one away, or relies on its present edition.
    pub async fn change_option(
        &self,
        actor: &Actor,
        (id, version): (i32, i32),
        slug: &OfferingId,
        change: OptionChange,
    ) -> Result<(), Error> {
        let Entered { row, body } = self.enter_draft(actor, id).await?;
        let mut draft = row.draft;
        let snapshot = self.view(actor);
        let found = snapshot.shelf.by_slug(slug);
        let held = draft.options.iter().position(|option| {
            option.slug == *slug || found.is_some_and(|f| f.id == option.offering)
        });
        match (change, held) {
            (OptionChange::Add, Some(_)) => {
                return Err(Error::field("slug", "The memo holds this option already"));
            }
            (OptionChange::Add, None) if draft.options.len() >= MOST_OPTIONS => {
                let message = format!("A memo holds {MOST_OPTIONS} options at most");
                return Err(Error::field("slug", message));
            }
            (OptionChange::Add, None) => {
                let found = found.ok_or_else(|| {
                    Error::field(
                        "slug",
                        "No offering has these words in its title; write others, or its address",
                    )
                })?;
                draft.options.push(self.option_of(found).await?);
            }
            (OptionChange::Remove, Some(at)) => {
                draft.options.remove(at);
            }
            (OptionChange::Renew, Some(at)) => {
                let now = self.option_of(found.ok_or(Error::NotFound)?).await?;
                if let Some(option) = draft.options.get_mut(at) {
                    option.edition = now.edition;
                    option.number = now.number;
                }
            }
            (OptionChange::Remove | OptionChange::Renew, None) => return Err(Error::NotFound),
        }
        let deed = Deed {
            action: match change {
                OptionChange::Add => "add_memo_option",
                OptionChange::Remove => "remove_memo_option",
                OptionChange::Renew => "renew_memo_option",
            },
            subject: &id.to_string(),
            reason: slug.as_str(),
            body: Some(&body.id),
        };
        self.save_memo(actor, (id, version), &draft, &deed).await
    }

    /// Takes a draft away for good.
    pub async fn discard_memo(&self, actor: &Actor, id: i32, version: i32) -> Result<(), Error> {
        let Entered { row, body } = self.enter_draft(actor, id).await?;
        if row.version != version {
            return Err(Error::Conflict(CHANGED.to_owned()));
        }
        let tx = self.store.begin().await?;
        tx.discard_memo(id).await?;
        let deed = Deed {
            action: "discard_memo",
            subject: &id.to_string(),
            reason: &row.draft.title,
            body: Some(&body.id),
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    async fn save_memo(
        &self,
        actor: &Actor,
        (id, version): (i32, i32),
        draft: &MemoDraft,
        deed: &Deed<'_>,
    ) -> Result<(), Error> {
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        if !tx.save_memo(id, version, draft, at).await? {
            return Err(Error::Conflict(CHANGED.to_owned()));
        }
        tx.audit(at, actor, deed).await?;
        Ok(tx.commit().await?)
    }
}

fn faults_of(words: &MemoWords) -> Vec<FieldFault> {
    let mut faults = Vec::new();
    let mut longest = |field: String, text: &str, longest: usize| {
        if text.chars().count() > longest {
            faults.push(FieldFault {
                field,
                message: format!("Say it in {longest} letters or fewer"),
            });
        }
    };
    longest("title".to_owned(), &words.title, LONGEST_TITLE);
    longest("need".to_owned(), &words.need, LONGEST);
    for option in &words.options {
        let slug = &option.slug;
        longest(format!("why-{slug}"), &option.why, LONGEST);
        longest(format!("price-{slug}"), &option.price_basis, LONGEST);
    }
    for (rule, answer) in &words.considered {
        longest(format!("rule-{rule}"), answer, LONGEST);
    }
    if words.title.trim().is_empty() {
        faults.push(FieldFault {
            field: "title".to_owned(),
            message: "Say what the memo decides".to_owned(),
        });
    }
    if !(1..=MOST_YEARS).contains(&words.years) {
        faults.push(FieldFault {
            field: "years".to_owned(),
            message: format!("Name a number of years from 1 to {MOST_YEARS}"),
        });
    }
    faults
}
