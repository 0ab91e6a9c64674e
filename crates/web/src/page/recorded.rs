//! `/desk/{body}/participations`

use super::{
    lists::tables_called,
    refused::{outcome, see_other, shown},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{
        Faults, Fields,
        named::{Meant, Typed},
        posted::Posted,
        recorded::{self as form, ITSELF, STEPS},
    },
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{
    OfferingId, OrganizationId, PlaceId, access::AudienceWord, participation::Participation,
    size::Size,
};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{AdoptedRow, RecordedPage, RecordedRow},
    words::period,
};

const TEXTS: [&str; 11] = [
    "who",
    "program",
    "from",
    "until",
    "source",
    "user",
    "used",
    "since",
    "size",
    "size_unit",
    "adoption_source",
];

/// What a body recorded.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    visit.signed_in()?;
    let page = page(
        &visit,
        &OrganizationId::new(body),
        &Fields::default(),
        (Vec::new(), Vec::new()),
    )
    .await?;
    Ok(visit.answer(&page))
}

/// Records a participation.
pub async fn record(
    Path(body): Path<String>,
    Posted { visit, fields }: Posted,
) -> Result<Response, Failure> {
    let id = OrganizationId::new(body.as_str());
    let mut faults = Faults::default();
    let mut meant = Vec::new();
    let new = form::participation(&visit.typed(&fields), &mut faults, &mut meant);
    let portal = &visit.app.portal;
    let failed = match faults.end() {
        Err(Failure::Invalid(faults)) => shown(faults),
        Err(other) => return Err(other),
        Ok(()) => match outcome(portal.record_for(&visit.actor(), &id, new).await)? {
            Ok(_) => return Ok(see_other(&format!("/desk/{body}/participations"))),
            Err(faults) => faults,
        },
    };
    let page = page(&visit, &id, &fields, (failed, meant)).await?;
    Ok(visit.refuse(&page))
}

/// Takes a participation away.
pub async fn remove(
    Path((body, id)): Path<(String, String)>,
    Posted { visit, .. }: Posted,
) -> Result<Response, Failure> {
    let organization = OrganizationId::new(body.as_str());
    let portal = &visit.app.portal;
    portal
        .remove_recorded(&visit.actor(), &organization, &id)
        .await?;
    Ok(see_other(&format!("/desk/{body}/participations")))
}

/// Records an adoption.
pub async fn adopt(
    Path(body): Path<String>,
    Posted { visit, fields }: Posted,
) -> Result<Response, Failure> {
    let id = OrganizationId::new(body.as_str());
    let mut faults = Faults::default();
    let mut meant = Vec::new();
    let new = form::adoption(&visit.typed(&fields), &mut faults, &mut meant);
    let portal = &visit.app.portal;
    let failed = match faults.end() {
        Err(Failure::Invalid(faults)) => shown(faults),
        Err(other) => return Err(other),
        Ok(()) => match outcome(portal.record_adoption(&visit.actor(), &id, new).await)? {
            Ok(()) => return Ok(see_other(&format!("/desk/{body}/participations"))),
            Err(faults) => faults,
        },
    };
    let page = page(&visit, &id, &fields, (failed, meant)).await?;
    Ok(visit.refuse(&page))
}

/// Takes an adoption away.
pub async fn abandon(
    Path(body): Path<String>,
    Posted { visit, fields }: Posted,
) -> Result<Response, Failure> {
    let organization = OrganizationId::new(body.as_str());
    let who = PlaceId::new(fields.last("user").unwrap_or_default());
    let offering = OfferingId::new(fields.last("used").unwrap_or_default());
    let portal = &visit.app.portal;
    portal
        .remove_adoption(&visit.actor(), &organization, &who, &offering)
        .await?;
    Ok(see_other(&format!("/desk/{body}/participations")))
}

async fn page(
    visit: &Visit,
    body: &OrganizationId,
    typed: &Fields,
    (faults, meant): (Vec<FieldFault>, Meant),
) -> Result<RecordedPage, Failure> {
    let found = visit.app.portal.read_recorded(&visit.actor(), body).await?;
    let (scope, done) = (typed.all("scope"), typed.all("done"));
    let itself = (ITSELF.to_owned(), "Itself".to_owned());
    let inside =
        |kind: &AudienceWord| !matches!(kind, AudienceWord::State | AudienceWord::Territory);
    let kinds = AudienceWord::NAMED.into_iter().filter(inside).map(|kind| {
        let words = interlocal_pages::words::capitalized(kind.plural());
        (kind.word().to_owned(), format!("{words} in it"))
    });
    let text = |name: &str| typed.last(name).unwrap_or_default().to_owned();
    let path = format!("/desk/{body}/participations");
    let mut shell = visit.shell_of_table(&path, found.participations.len());
    if !found.adoptions.is_empty() {
        let called = ("Adoptions (CSV)", "Adoptions (Excel)");
        let list = format!("/desk/{body}/adoptions");
        shell.files.extend(tables_called(called, &list, ""));
    }
    Ok(RecordedPage {
        shell,
        body: visit.body(&found.body.id),
        participations: found
            .participations
            .iter()
            .map(|record| visit.recorded(record))
            .collect(),
        adoptions: found
            .adoptions
            .iter()
            .filter_map(|adoption| {
                let offering = found.snapshot.offering(adoption.offering)?;
                Some(AdoptedRow {
                    who: visit.place_ref(&adoption.jurisdiction),
                    slug: offering.slug.to_string(),
                    title: offering.title.clone(),
                    since: adoption.since,
                    size: adoption.size.map(Size::words).unwrap_or_default(),
                })
            })
            .collect(),
        scopes: std::iter::once(itself)
            .chain(kinds)
            .map(|(word, words)| {
                let chosen = scope.contains(&word);
                (word, words, chosen)
            })
            .collect(),
        steps: STEPS
            .iter()
            .map(|(step, words)| {
                let word = step.word().to_owned();
                let chosen = done.contains(&word);
                (word, (*words).to_owned(), chosen)
            })
            .collect(),
        typed: TEXTS
            .iter()
            .map(|name| ((*name).to_owned(), text(name)))
            .collect(),
        meant,
        may_edit: found.may_edit,
        faults,
    })
}

impl Visit {
    /// A form with what its names are read against.
    pub fn typed<'a>(&'a self, fields: &'a Fields) -> Typed<'a> {
        Typed {
            fields,
            portal: &self.app.portal,
            snapshot: &self.snapshot,
        }
    }

    fn recorded(&self, record: &Participation) -> RecordedRow {
        let days = record.from.is_some() || record.until.is_some();
        RecordedRow {
            id: record.id.clone(),
            who: self.place_ref(&record.who),
            title: self.snapshot.program_name(&record.program),
            scope: super::jurisdiction::scope_in_words(&record.scope),
            days: if days {
                period(record.from, record.until)
            } else {
                String::new()
            },
        }
    }
}
