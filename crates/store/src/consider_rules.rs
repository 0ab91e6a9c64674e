//! What memos of a state's governments should consider.

use crate::{Error, Store, Tx, directory::from_word, entity::consider_rule};
use interlocal_catalog::{PlaceId, memo::ConsiderRule};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};

impl Tx {
    /// Keeps an entry; gives its row.
    pub async fn add_consider_rule(&self, rule: &ConsiderRule) -> Result<i32, Error> {
        let row = consider_rule::ActiveModel {
            state: Set(rule.state.to_string()),
            kind: Set(rule.kind.word().to_owned()),
            name: Set(rule.name.clone()),
            url: Set(rule.url.clone()),
            words: Set(rule.words.clone()),
            source: Set(rule.source.clone()),
            checked_on: Set(rule.checked_on),
            ..Default::default()
        };
        Ok(consider_rule::Entity::insert(row)
            .exec(&self.inner)
            .await?
            .last_insert_id)
    }

    /// Takes an entry away; gives what it said.
    pub async fn remove_consider_rule(&self, id: i32) -> Result<Option<ConsiderRule>, Error> {
        let row = consider_rule::Entity::find_by_id(id)
            .one(&self.inner)
            .await?;
        consider_rule::Entity::delete_by_id(id)
            .exec(&self.inner)
            .await?;
        row.map(rule_of).transpose()
    }
}

impl Store {
    /// The entries of a state, or every one; by state and row.
    pub async fn consider_rules(
        &self,
        state: Option<&PlaceId>,
    ) -> Result<Vec<ConsiderRule>, Error> {
        let mut query = consider_rule::Entity::find();
        if let Some(state) = state {
            query = query.filter(consider_rule::Column::State.eq(state.as_str()));
        }
        let rows = query
            .order_by_asc(consider_rule::Column::State)
            .order_by_asc(consider_rule::Column::Id)
            .all(&self.reader)
            .await?;
        rows.into_iter().map(rule_of).collect()
    }
}

fn rule_of(row: consider_rule::Model) -> Result<ConsiderRule, Error> {
    Ok(ConsiderRule {
        kind: from_word("consider rule", &row.id.to_string(), &row.kind)?,
        id: row.id,
        state: PlaceId::new(row.state),
        name: row.name,
        url: row.url,
        words: row.words,
        source: row.source,
        checked_on: row.checked_on,
    })
}
