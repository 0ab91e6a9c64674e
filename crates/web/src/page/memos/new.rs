//! `/memos/new`

use crate::{
    error::Failure,
    form::{Faults, Fields, named::Meant, posted::Posted, size::Size},
    page::{
        refused::{outcome, see_other, shown},
        visit::Visit,
    },
};
use axum::response::Response;
use interlocal_catalog::{OfferingId, OrganizationId, PlaceId};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{MemoBody, NewMemoPage},
};
use interlocal_portal::memos::begin::NewMemo;

/// The form.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let page = page(&visit, &visit.fields, (Vec::new(), Meant::new())).await?;
    Ok(visit.answer(&page))
}

/// Begins a memo.
pub async fn begin(posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let actor = visit.acting()?;
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    let (mut unread, mut meant) = (Faults::default(), Meant::new());
    let government = visit.typed(&fields).place("for", &mut unread, &mut meant);
    let new = NewMemo {
        body: OrganizationId::new(text("body")),
        government,
        title: text("title"),
        need: text("need"),
        options: fields.all("o").into_iter().map(OfferingId::new).collect(),
        size: Size::read(&Fields::default(), visit.size.as_deref()).asked,
    };
    match outcome(visit.app.portal.begin_memo(&actor, new).await)? {
        Ok(id) => Ok(see_other(&format!("/memos/{id}"))),
        Err(mut faults) => {
            // What the name may mean says more than that it names nothing.
            let unread = shown(unread.all());
            for fault in &mut faults {
                if let Some(more) = unread.iter().find(|known| known.field == fault.field) {
                    fault.message.clone_from(&more.message);
                }
            }
            let page = page(&visit, &fields, (faults, meant)).await?;
            Ok(visit.refuse(&page))
        }
    }
}

async fn page(
    visit: &Visit,
    typed: &Fields,
    (faults, meant): (Vec<FieldFault>, Meant),
) -> Result<NewMemoPage, Failure> {
    let own = visit.app.portal.own_memos(&visit.acting()?).await?;
    let text = |name: &str| typed.last(name).unwrap_or_default().to_owned();
    let body = text("body");
    let chosen = own.bodies.iter().find(|own| own.id.as_str() == body);
    let of = chosen
        .or(own.bodies.first())
        .and_then(|body| body.of.clone());
    let directory = &visit.snapshot.directory;
    let with_key = |place: &PlaceId| format!("{} ({place})", directory.full_name(place));
    let government = match text("for") {
        typed if typed.is_empty() => visit.place().or(of.as_ref()).map(with_key),
        typed => {
            let key = PlaceId::new(typed.as_str());
            Some(match directory.jurisdiction(&key) {
                Some(_) => with_key(&key),
                None => typed,
            })
        }
    };
    let mut options: Vec<(String, String)> = Vec::new();
    for slug in typed.all("o") {
        let title = visit.title_of(&OfferingId::new(slug.as_str()));
        if !options.iter().any(|(known, _)| *known == slug) {
            options.extend(title.map(|title| (slug, title)));
        }
    }
    Ok(NewMemoPage {
        shell: visit.shell(None),
        bodies: own
            .bodies
            .iter()
            .map(|own| MemoBody {
                slug: own.id.to_string(),
                name: own.name.clone(),
                chosen: own.id.as_str() == body,
            })
            .collect(),
        title: text("title"),
        need: text("need"),
        government: government.unwrap_or_default(),
        meant,
        options,
        faults,
    })
}

impl Visit {
    /// The title of a published offering that the reader may see.
    pub fn title_of(&self, slug: &OfferingId) -> Option<String> {
        self.snapshot
            .offering_with(slug)
            .map(|found| found.title.clone())
    }
}
