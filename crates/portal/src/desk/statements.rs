//! Saying no: a body states what it does not offer to whom, and takes it back.

use super::allowed::allow;
use crate::{Error, FieldFault, Portal, Snapshot, accounts::secret::Secret};
use interlocal_catalog::{
    CategoryId, OrganizationId,
    access::AudienceWord,
    answer::{STATEMENT_VALID_DAYS, StatementOfNo},
    jurisdiction::Kind,
    organization::Organization,
    policy::{Action, Actor},
    question::{QuestionKey, Reply},
};
use interlocal_store::{Deed, Topic, Tx};

/// The statements of a body, as its desk sees them.
pub struct BodyStatements {
    /// The body.
    pub body: Organization,
    /// Its statements, the latest first.
    pub statements: Vec<StatementOfNo>,
    /// Whether the reader may say and take back.
    pub may_edit: bool,
}

impl Portal {
    /// The statements of a body.
    pub fn read_statements(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<BodyStatements, Error> {
        let snapshot = self.view(actor);
        let organization = self.at_desk(&snapshot, actor, body)?.clone();
        let all = &snapshot.register.statements;
        let mut statements: Vec<StatementOfNo> = all
            .iter()
            .filter(|said| said.by == *body)
            .cloned()
            .collect();
        statements.sort_by(|a, b| b.said_on.cmp(&a.said_on).then_with(|| a.id.cmp(&b.id)));
        Ok(BodyStatements {
            body: organization,
            statements,
            may_edit: allow(actor, Action::Edit(body)).is_ok(),
        })
    }

    /// Says in the name of a body that it does not offer a category to kinds of
    /// government, from today. Who asked about just that is answered.
    pub async fn say_no(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        category: &CategoryId,
        kinds: &[AudienceWord],
    ) -> Result<(), Error> {
        allow(actor, Action::Edit(body))?;
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: &str| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message: message.to_owned(),
            });
        };
        if self.vocabulary.get(category).is_none() {
            fault("category", "Choose a category");
        }
        if kinds.is_empty() {
            fault("kinds", "Choose at least one kind of government");
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        self.no_contradicts(&self.whole(), (body, category, kinds), "category")?;
        let tx = self.store.begin().await?;
        self.say_no_in(&tx, actor, (body, category, kinds)).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    /// A body does not say no to what it has confirmed that it offers.
    pub(super) fn no_contradicts(
        &self,
        snapshot: &Snapshot,
        (body, category, kinds): (&OrganizationId, &CategoryId, &[AudienceWord]),
        field: &str,
    ) -> Result<(), Error> {
        let named = Kind::ALL
            .into_iter()
            .filter(|kind| kinds.iter().any(|word| word.names(*kind)));
        for kind in named {
            let key = QuestionKey {
                organization: body.clone(),
                category: category.clone(),
                kind,
            };
            if let Some(found) = self.confirmed_yes(snapshot, &key) {
                return Err(Error::field(
                    field,
                    format!(
                        "Your own listing “{}” says that {} may use it. Change it or withdraw it first",
                        found.title,
                        kind.plural()
                    ),
                ));
            }
        }
        Ok(())
    }

    pub(super) async fn say_no_in(
        &self,
        tx: &Tx,
        actor: &Actor,
        (body, category, kinds): (&OrganizationId, &CategoryId, &[AudienceWord]),
    ) -> Result<String, Error> {
        let snapshot = self.whole();
        if snapshot.directory.organization(body).is_none() {
            return Err(Error::NotFound);
        }
        let (now, today) = (self.clock.now(), self.clock.today());
        let is_same = |said: &&StatementOfNo| {
            said.by == *body && said.category == *category && said.kinds == kinds
        };
        let stand = tx.statements_of(body).await?;
        for said in stand.iter().filter(is_same) {
            tx.take_back_statement(&said.id, body, today).await?;
        }
        let drawn = Secret::draw()?;
        let statement = StatementOfNo {
            id: format!("no-{}", drawn.expose().get(..24).unwrap_or_default()),
            by: body.clone(),
            category: category.clone(),
            kinds: kinds.to_vec(),
            said_on: today,
        };
        tx.add_statement_of_no(&statement).await?;
        let deed = Deed {
            action: "say_no",
            subject: &statement.id,
            reason: category.as_str(),
            body: Some(body),
        };
        tx.audit(now, actor, &deed).await?;
        tx.announce(Topic::Records, None, now).await?;
        for question in self.store.questions_of(body).await? {
            let answered = question
                .key
                .is_answered_by(&statement, today, STATEMENT_VALID_DAYS);
            if answered {
                let reply = Reply::StatementOfNo(statement.id.clone());
                self.reply_in(tx, actor, (question.id, &question.key), &reply)
                    .await?;
            }
        }
        Ok(statement.id)
    }

    /// Takes back what a body said; questions that it answered are open again.
    pub async fn take_back_statement(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: &str,
    ) -> Result<(), Error> {
        allow(actor, Action::Edit(body))?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        if !tx.take_back_statement(id, body, self.clock.today()).await? {
            return Err(Error::NotFound);
        }
        for question in self.store.questions_of(body).await? {
            let by_it = Reply::StatementOfNo(id.to_owned());
            if question.reply.is_some_and(|(reply, _)| reply == by_it) {
                tx.reply(question.id, None, now).await?;
            }
        }
        let deed = Deed {
            action: "take_back_no",
            subject: id,
            body: Some(body),
            ..Deed::default()
        };
        tx.audit(now, actor, &deed).await?;
        tx.announce(Topic::Records, None, now).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }
}
