//! `/desk/{body}/webhooks` and `/steward/webhooks`, with what stands under them.

pub mod body;
pub mod portal;
mod shown;

use super::{
    after::{see, shown},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Fields, posted::Posted},
};
use axum::response::Response;
use interlocal_catalog::OrganizationId;
use interlocal_pages::pages::WebhookSecretPage;
use interlocal_portal::{Error, webhooks::Step};

/// Whose they are: those of a body, or of the portal.
#[derive(Clone, Copy)]
struct Owner<'a>(Option<&'a OrganizationId>);

impl Owner<'_> {
    fn path(self) -> String {
        match self.0 {
            Some(body) => format!("/desk/{body}/webhooks"),
            None => "/steward/webhooks".to_owned(),
        }
    }

    async fn list(self, visit: &Visit) -> Result<Response, Failure> {
        let page = shown::list(visit, self.0, &Fields::default(), Vec::new()).await?;
        Ok(visit.answer(&page))
    }

    /// Tells an address from now on, and shows its secret this once.
    async fn add(self, posted: &Posted) -> Result<Response, Failure> {
        let Posted { visit, fields } = posted;
        let address = fields.last("address").unwrap_or_default();
        let events = fields.all("events");
        let added = visit
            .app
            .portal
            .add_webhook(&visit.acting()?, self.0, (address, &events))
            .await;
        match added {
            Err(Error::Invalid(faults)) => {
                let page = shown::list(visit, self.0, fields, shown(faults)).await?;
                Ok(visit.refused(&page))
            }
            Err(other) => Err(other.into()),
            Ok(added) => Ok(visit.answer(&WebhookSecretPage {
                shell: visit.shell(None),
                owner: shown::owner(visit, self.0),
                id: added.id,
                address: address.trim().to_owned(),
                secret: added.secret,
            })),
        }
    }

    async fn one(self, visit: &Visit, id: i32) -> Result<Response, Failure> {
        let page = shown::one(visit, self.0, id).await?;
        Ok(visit.answer(&page))
    }

    async fn change(self, posted: &Posted, id: i32) -> Result<Response, Failure> {
        let Posted { visit, fields } = posted;
        let (step, done) = step(fields)?;
        visit
            .app
            .portal
            .change_webhook(&visit.acting()?, self.0, (id, step))
            .await?;
        let to = match step {
            Step::Remove => self.path(),
            _ => format!("{}/{id}", self.path()),
        };
        Ok(see(&to, done))
    }
}

/// What is to be done, and the word of what was done.
fn step(fields: &Fields) -> Result<(Step, &'static str), Failure> {
    let number = |text: &str| text.parse::<i32>().ok();
    match fields.last("do").unwrap_or_default() {
        "test" => Ok((Step::Test, "on-its-way")),
        "again" => {
            let delivery = fields.last("delivery").and_then(number);
            let delivery = delivery.ok_or(Failure::NotFound)?;
            Ok((Step::Again(delivery), "on-its-way"))
        }
        "stop" => Ok((Step::Stop, "saved")),
        "go-on" => Ok((Step::GoOn, "saved")),
        "remove" => Ok((Step::Remove, "taken-back")),
        other => {
            let words = format!("“{other}” is nothing that can be done here");
            Err(Error::field("do", words).into())
        }
    }
}
