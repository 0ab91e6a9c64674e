//! `/desk/{body}/statements`

use super::{
    refused::{outcome, see_other},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Fields, posted::Posted},
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{
    CategoryId, OrganizationId,
    access::AudienceWord,
    answer::{STATEMENT_VALID_DAYS, StatementOfNo},
};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{Statement, StatementRow, StatementsPage},
    words::and,
};

/// What a body does not offer to whom.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    visit.signed_in()?;
    let page = page(
        &visit,
        &OrganizationId::new(body),
        &Fields::default(),
        Vec::new(),
    )?;
    Ok(visit.answer(&page))
}

/// Says no.
pub async fn say(
    Path(body): Path<String>,
    Posted { visit, fields }: Posted,
) -> Result<Response, Failure> {
    let id = OrganizationId::new(body.as_str());
    let category = CategoryId::new(fields.last("category").unwrap_or_default());
    let kinds = chosen_kinds(&fields);
    let portal = &visit.app.portal;
    let said = portal.say_no(&visit.actor(), &id, &category, &kinds).await;
    match outcome(said)? {
        Ok(()) => Ok(see_other(&format!("/desk/{body}/statements"))),
        Err(faults) => Ok(visit.refuse(&page(&visit, &id, &fields, faults)?)),
    }
}

/// Takes a statement back.
pub async fn take_back(
    Path((body, id)): Path<(String, String)>,
    Posted { visit, .. }: Posted,
) -> Result<Response, Failure> {
    let organization = OrganizationId::new(body.as_str());
    let portal = &visit.app.portal;
    portal
        .take_back_statement(&visit.actor(), &organization, &id)
        .await?;
    Ok(see_other(&format!("/desk/{body}/statements")))
}

fn chosen_kinds(fields: &Fields) -> Vec<AudienceWord> {
    let typed = fields.all("kinds");
    AudienceWord::NAMED
        .into_iter()
        .filter(|kind| typed.iter().any(|word| word == kind.word()))
        .collect()
}

fn page(
    visit: &Visit,
    body: &OrganizationId,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<StatementsPage, Failure> {
    let found = visit.app.portal.read_statements(&visit.actor(), body)?;
    let chosen = chosen_kinds(typed);
    let path = format!("/desk/{body}/statements");
    Ok(StatementsPage {
        shell: visit.shell_of_table(&path, found.statements.len()),
        body: visit.body(&found.body.id),
        statements: found
            .statements
            .iter()
            .map(|said| Statement {
                id: said.id.clone(),
                row: visit.statement(said),
                until: said.said_on + chrono::TimeDelta::days(STATEMENT_VALID_DAYS),
            })
            .collect(),
        categories: visit.every_category(),
        kinds: AudienceWord::NAMED
            .into_iter()
            .map(|kind| {
                let (word, plural) = (kind.word().to_owned(), kind.plural().to_owned());
                (word, plural, chosen.contains(&kind))
            })
            .collect(),
        category: typed.last("category").unwrap_or_default().to_owned(),
        may_edit: found.may_edit,
        faults,
    })
}

impl Visit {
    /// A statement as pages show it.
    pub fn statement(&self, said: &StatementOfNo) -> StatementRow {
        let kinds: Vec<&str> = said.kinds.iter().map(|kind| kind.plural()).collect();
        StatementRow {
            category: self.category(&said.category),
            kinds: and(&kinds),
            said_on: said.said_on,
            too_old: (self.app.portal.today() - said.said_on).num_days() > STATEMENT_VALID_DAYS,
        }
    }
}
