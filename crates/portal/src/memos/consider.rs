//! What memos of a state's governments should consider; stewards look after it.

use crate::{Error, FieldFault, Portal, gate};
use interlocal_catalog::{memo::ConsiderRule, policy::Actor};
use interlocal_store::{Deed, Tx};

/// The setting that says when the entries of the starter directory were loaded.
const LOADED: &str = "consider_rules_loaded_on";
/// Letters that a text of an entry may have.
const LONGEST: usize = 1_000;

impl Portal {
    /// Every entry, by state.
    pub async fn read_consider_rules(&self, actor: &Actor) -> Result<Vec<ConsiderRule>, Error> {
        gate::oversee(actor)?;
        Ok(self.store.consider_rules(None).await?)
    }

    /// Adds an entry.
    pub async fn add_consider_rule(&self, actor: &Actor, rule: ConsiderRule) -> Result<(), Error> {
        gate::steward(actor)?;
        let snapshot = self.whole();
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: String| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message,
            });
        };
        let state = snapshot.directory.jurisdiction(&rule.state);
        if !state.is_some_and(|row| row.key.kind().is_state()) {
            fault("state", "Choose a state or territory".to_owned());
        }
        if rule.name.trim().is_empty() {
            fault("name", "Say what is to be considered".to_owned());
        }
        if rule.source.trim().is_empty() {
            fault("source", "Say where this can be read".to_owned());
        }
        let texts = [
            ("name", &rule.name),
            ("url", &rule.url),
            ("words", &rule.words),
            ("source", &rule.source),
        ];
        for (field, text) in texts {
            if text.chars().count() > LONGEST {
                fault(field, format!("Say it in {LONGEST} letters or fewer"));
            }
        }
        if rule.checked_on > self.clock.today() {
            fault("checked_on", "The day lies ahead".to_owned());
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        let tx = self.store.begin().await?;
        tx.add_consider_rule(&rule).await?;
        let deed = Deed {
            action: "add_consider_rule",
            subject: rule.state.as_str(),
            reason: &rule.name,
            body: None,
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// Takes an entry away; memos that are frozen keep what it said.
    pub async fn remove_consider_rule(&self, actor: &Actor, id: i32) -> Result<(), Error> {
        gate::steward(actor)?;
        let tx = self.store.begin().await?;
        let gone = tx.remove_consider_rule(id).await?.ok_or(Error::NotFound)?;
        let deed = Deed {
            action: "remove_consider_rule",
            subject: gone.state.as_str(),
            reason: &gone.name,
            body: None,
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// Whether the entries of the starter directory were ever loaded.
    pub async fn has_consider_rules(&self) -> Result<bool, Error> {
        Ok(self.store.setting(LOADED).await?.is_some())
    }

    /// Loads the entries of the starter directory into a portal that was begun
    /// before there were any; once.
    pub async fn load_consider_rules(
        &self,
        actor: &Actor,
        rules: &[ConsiderRule],
    ) -> Result<(), Error> {
        gate::steward(actor)?;
        let tx = self.store.begin().await?;
        if tx.setting(LOADED).await?.is_none() {
            let snapshot = self.whole();
            let known =
                |rule: &&ConsiderRule| snapshot.directory.jurisdiction(&rule.state).is_some();
            let rules: Vec<ConsiderRule> = rules.iter().filter(known).cloned().collect();
            self.consider_rules_in(&tx, &rules).await?;
            let deed = Deed {
                action: "load_consider_rules",
                subject: "starter",
                ..Deed::default()
            };
            tx.audit(self.clock.now(), actor, &deed).await?;
        }
        Ok(tx.commit().await?)
    }

    /// The same inside the transaction that loads the whole starter directory.
    pub(crate) async fn consider_rules_in(
        &self,
        tx: &Tx,
        rules: &[ConsiderRule],
    ) -> Result<(), Error> {
        for rule in rules {
            tx.add_consider_rule(rule).await?;
        }
        Ok(tx.set(LOADED, &self.clock.today().to_string()).await?)
    }
}
