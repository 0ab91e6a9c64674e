//! Reported problems: anybody may say what is wrong with an offering; the desk of its
//! provider looks after it.

use super::allowed::allow;
use crate::{Error, Portal, Snapshot, accounts::throttle::SPEAK_FROM, shelf::Shelved};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    organization::Organization,
    policy::{self, Action, Actor},
    question::{LONGEST_ANSWER, LONGEST_MESSAGE},
};
use interlocal_mail::Address;
use interlocal_store::{Deed, Report};
use std::sync::Arc;

use super::ask::{Voice, short_enough};

/// The reports of a body, as its desk sees them.
pub struct Reports {
    /// The body.
    pub body: Organization,
    /// Open ones first.
    pub reports: Vec<Reported>,
}

/// One report of a body.
pub struct OneReport {
    /// The body.
    pub body: Organization,
    /// The report.
    pub reported: Reported,
    /// Whether the reader may look after it.
    pub may_edit: bool,
}

/// A report with names. The address of who reported stays with the portal.
pub struct Reported {
    /// The report.
    pub report: Report,
    /// The offering, as far as it is still published.
    pub offering: Option<Arc<Shelved>>,
    /// What the offering is called, published or not.
    pub title: String,
    /// Who looks after it.
    pub owner: Option<String>,
}

impl Portal {
    /// The offering that somebody would report on.
    pub fn read_reportable(&self, actor: &Actor, slug: &OfferingId) -> Result<Arc<Shelved>, Error> {
        let snapshot = self.view(actor);
        let found = snapshot.shelf.by_slug(slug).ok_or(Error::NotFound)?;
        Ok(Arc::clone(found))
    }

    /// Tells the provider of an offering what is wrong with it.
    pub async fn report(
        &self,
        actor: &Actor,
        slug: &OfferingId,
        voice: Voice<'_>,
    ) -> Result<(), Error> {
        if !policy::may(actor, Action::Speak) {
            return Err(Error::Denied);
        }
        let offering = self.read_reportable(actor, slug)?;
        let message = voice.message.trim();
        if message.is_empty() {
            return Err(Error::field("message", "Say what is wrong"));
        }
        short_enough("message", message, LONGEST_MESSAGE)?;
        self.throttle(&[(SPEAK_FROM, voice.from)]).await?;
        let known = self.store.reports_of(&offering.provider).await?;
        let is_same = |report: &Report| {
            report.offering == offering.id
                && report.closed_at.is_none()
                && report.message == message
        };
        if known.iter().any(is_same) {
            return Ok(());
        }
        let email = voice.email.map_or("", Address::as_str);
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let id = tx
            .add_report(offering.id, &offering.provider, (message, email), now)
            .await?;
        let subject = id.to_string();
        let deed = Deed {
            action: "report",
            subject: &subject,
            reason: offering.slug.as_str(),
            body: Some(&offering.provider),
        };
        tx.audit(now, actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// The reports of a body.
    pub async fn read_reports(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Reports, Error> {
        let snapshot = self.view(actor);
        let organization = self.at_desk(&snapshot, actor, body)?.clone();
        let mut reports = Vec::new();
        for report in self.store.reports_of(body).await? {
            reports.push(self.reported(&snapshot, report).await?);
        }
        Ok(Reports {
            body: organization,
            reports,
        })
    }

    /// One report of a body.
    pub async fn read_report(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: i32,
    ) -> Result<OneReport, Error> {
        let snapshot = self.view(actor);
        let organization = self.at_desk(&snapshot, actor, body)?.clone();
        let report = self.store.report(id).await?;
        let report = report.filter(|report| report.organization == *body);
        let report = report.ok_or(Error::NotFound)?;
        Ok(OneReport {
            body: organization,
            reported: self.reported(&snapshot, report).await?,
            may_edit: allow(actor, Action::Edit(body)).is_ok(),
        })
    }

    async fn reported(&self, snapshot: &Snapshot, report: Report) -> Result<Reported, Error> {
        let owner = match report.owner {
            Some(owner) => self.store.account(owner).await?,
            None => None,
        };
        let offering = snapshot.shelf.get(report.offering).cloned();
        let title = match &offering {
            Some(found) => found.title.clone(),
            None => self.store.title_of(report.offering).await?,
        };
        Ok(Reported {
            offering,
            title,
            owner: owner.map(|account| account.email),
            report,
        })
    }

    /// Takes it upon oneself to look after a report.
    pub async fn own_report(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: i32,
    ) -> Result<(), Error> {
        self.report_of(actor, body, id).await?;
        let Some(person) = actor.person() else {
            return Err(Error::SignInFirst);
        };
        let tx = self.store.begin().await?;
        if !tx.own_report(id, person.id).await? {
            return Err(Error::Conflict("The report is closed.".to_owned()));
        }
        let subject = id.to_string();
        let deed = Deed {
            action: "own_report",
            subject: &subject,
            body: Some(body),
            ..Deed::default()
        };
        tx.audit(self.clock.now(), actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// Closes a report with an answer, and tells who reported it.
    pub async fn close_report(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: i32,
        answer: &str,
    ) -> Result<(), Error> {
        let report = self.report_of(actor, body, id).await?;
        let answer = answer.trim();
        if answer.is_empty() {
            return Err(Error::field("answer", "Say what came of it"));
        }
        short_enough("answer", answer, LONGEST_ANSWER)?;
        let now = self.clock.now();
        let owner = match (report.owner, actor.person()) {
            (None, Some(person)) => Some(person.id),
            _ => None,
        };
        let tx = self.store.begin().await?;
        if !tx.close_report(id, owner, answer, now).await? {
            return Err(Error::Conflict("The report is closed already.".to_owned()));
        }
        let subject = id.to_string();
        let deed = Deed {
            action: "close_report",
            subject: &subject,
            reason: answer,
            body: Some(body),
        };
        tx.audit(now, actor, &deed).await?;
        if let Ok(address) = report.email.parse::<Address>() {
            let body_name = self.body_name(body);
            let words = format!(
                "You reported a problem with a listing of {body_name}. It answered:\n\n{answer}\n"
            );
            self.queue_mail(&tx, &address, "Your report was answered", &words)
                .await?;
        }
        Ok(tx.commit().await?)
    }

    async fn report_of(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: i32,
    ) -> Result<Report, Error> {
        allow(actor, Action::Edit(body))?;
        let report = self.store.report(id).await?;
        report
            .filter(|report| report.organization == *body)
            .ok_or(Error::NotFound)
    }
}
