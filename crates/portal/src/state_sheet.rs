//! The answers of a state by kind of local government: what holds for any
//! government of that kind, wherever in the state it lies.

use crate::{Error, Portal};
use interlocal_catalog::{CategoryId, answer::AnswerWord, jurisdiction::Kind, policy::Actor};

/// Answers by category and kind.
pub struct StateSheet {
    /// Kinds of local government that the state has, the columns.
    pub kinds: Vec<Kind>,
    /// One row a first-level category, one answer a kind.
    pub rows: Vec<(CategoryId, Vec<AnswerWord>)>,
}

impl Portal {
    /// The answers of the state with this postal code.
    pub fn state_sheet(&self, actor: &Actor, postal: &str) -> Result<StateSheet, Error> {
        let snapshot = self.view(actor);
        let kinds = snapshot.directory.local_kinds_of(postal);
        let categories: Vec<CategoryId> = self
            .vocabulary
            .first_level()
            .map(|category| category.slug.clone())
            .collect();
        let columns = kinds
            .iter()
            .map(|kind| {
                let anyone = snapshot
                    .directory
                    .any_of_kind(postal, *kind)
                    .ok_or(Error::NotFound)?;
                self.answer_words(&snapshot, anyone, &categories)
            })
            .collect::<Result<Vec<Vec<AnswerWord>>, Error>>()?;
        let rows = categories
            .into_iter()
            .enumerate()
            .map(|(index, category)| {
                let words = columns
                    .iter()
                    .filter_map(|column| column.get(index).copied());
                (category, words.collect())
            })
            .collect();
        Ok(StateSheet { kinds, rows })
    }
}
