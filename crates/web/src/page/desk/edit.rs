//! `/desk/{body}/new` and `/desk/{body}/offerings/{slug}/edit/{step}`

use super::{super::visit::Visit, faults, reach_sentence, to, version, with_status};
use crate::{
    error::Failure,
    form::{
        Fields,
        desk::{self, Beside, Ground},
        posted::Posted,
    },
};
use axum::{
    Json,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    changes::changes,
    editing::Part,
    offering::{Content, Status},
    organization::Organization,
    policy::Role,
};
use interlocal_pages::pages::{ConflictPage, EditorPage, NewListingPage, UploadForm};
use interlocal_portal::{
    Error, FieldFault,
    desk::{
        DeskListing,
        drafts::{Save, Saved},
        reach::Reach,
    },
};
use serde_json::json;

fn organization(visit: &Visit, body: &OrganizationId) -> Result<Organization, Failure> {
    visit
        .snapshot
        .directory
        .organization(body)
        .cloned()
        .ok_or(Failure::NotFound)
}

fn ground<'a>(visit: &'a Visit, body: &'a Organization) -> Ground<'a> {
    Ground {
        portal: &visit.app.portal,
        snapshot: &visit.snapshot,
        body,
    }
}

/// The first questions of a new listing.
pub async fn begin(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let id = OrganizationId::new(body);
    let portal = &visit.app.portal;
    portal.desk_door(&visit.actor(), &id, Role::Editor)?;
    let asked = match desk::question(&visit.fields) {
        Some(question) => Some(
            portal
                .question_to_answer(&visit.actor(), &id, question)
                .await?,
        ),
        None => None,
    };
    let typed = asked.map(|question| {
        let (category, kinds) = (&question.key.category, question.key.kind.plural());
        let title = format!("{} for {kinds}", visit.category(category).name);
        vec![
            ("question".to_owned(), question.id.to_string()),
            ("title".to_owned(), title),
            ("category".to_owned(), category.to_string()),
        ]
    });
    let typed = Fields::of_pairs(typed.unwrap_or_default());
    Ok(first_page(&visit, &id, &typed, &[]))
}

/// Begins a new listing.
pub async fn create(Path(body): Path<String>, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let id = OrganizationId::new(body);
    let portal = &visit.app.portal;
    portal.desk_door(&visit.actor(), &id, Role::Editor)?;
    let body = organization(&visit, &id)?;
    let new = match desk::new_listing(&fields, &ground(&visit, &body)) {
        Ok(new) => new,
        Err(wrong) => {
            let page = first_page(&visit, &id, &fields, &wrong);
            return Ok(with_status(StatusCode::BAD_REQUEST, page));
        }
    };
    match portal.new_listing(&visit.actor(), &id, new).await {
        Ok(slug) => Ok(to(&format!("/desk/{id}/offerings/{slug}/edit/what"))),
        Err(Error::Invalid(wrong)) => {
            let page = first_page(&visit, &id, &fields, &wrong);
            Ok(with_status(StatusCode::BAD_REQUEST, page))
        }
        Err(other) => Err(other.into()),
    }
}

fn first_page(
    visit: &Visit,
    id: &OrganizationId,
    fields: &Fields,
    wrong: &[FieldFault],
) -> Response {
    let items = match organization(visit, id) {
        Ok(body) => desk::new_items(fields, &ground(visit, &body)),
        Err(_) => Vec::new(),
    };
    visit.answer(&NewListingPage {
        shell: visit.shell(None),
        body: visit.body(id),
        items,
        answers: desk::question(fields).is_some(),
        faults: faults(wrong),
    })
}

/// Which step of which listing an address names.
type StepPath = Path<(String, String, String)>;

fn step(path: &(String, String, String)) -> Result<(OrganizationId, OfferingId, Part), Failure> {
    let part = Part::of(&path.2).ok_or(Failure::NotFound)?;
    Ok((
        OrganizationId::new(path.0.clone()),
        OfferingId::new(path.1.clone()),
        part,
    ))
}

/// A step of the editor. What could not be read stands in it as it was typed.
pub async fn show(Path(path): StepPath, visit: Visit) -> Result<Response, Failure> {
    let (id, slug, part) = step(&path)?;
    let portal = &visit.app.portal;
    portal.desk_door(&visit.actor(), &id, Role::Editor)?;
    let listing = portal.desk_listing(&visit.actor(), &id, &slug).await?;
    writable(&listing)?;
    let body = organization(&visit, &id)?;
    let ground = ground(&visit, &body);
    let content = &listing.draft.content;
    let mut beside = Beside {
        publish_on: listing.draft.publish_on,
    };
    let (typed, wrong) = match listing.draft.unread.get(&part) {
        Some(kept) => {
            let typed = Fields::of_pairs(kept.clone());
            let into = (&mut content.clone(), &mut beside);
            let wrong = desk::read(part, &typed, &ground, into);
            (typed, wrong)
        }
        None => {
            let typed = Fields::of_pairs(desk::fill(part, content, &beside, &ground));
            (typed, Vec::new())
        }
    };
    let open = OpenStep {
        listing: &listing,
        part,
        typed: &typed,
        wrong: &wrong,
        conflict: None,
    };
    Ok(visit.answer(&page(&visit, &ground, open).await?))
}

/// Saves a step: what could be read becomes part of the draft, what could not is
/// kept as it was typed.
pub async fn save(Path(path): StepPath, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (id, slug, part) = step(&path)?;
    let portal = &visit.app.portal;
    let actor = visit.actor();
    portal.desk_door(&actor, &id, Role::Editor)?;
    let version = version(&fields)?;
    let mut listing = portal.desk_listing(&actor, &id, &slug).await?;
    writable(&listing)?;
    let body = organization(&visit, &id)?;
    let ground = ground(&visit, &body);
    let mut content = listing.draft.content.clone();
    let mut beside = Beside {
        publish_on: listing.draft.publish_on,
    };
    let wrong = desk::read(part, &fields, &ground, (&mut content, &mut beside));
    let mut unread = listing.draft.unread.clone();
    let sent = content.clone();
    if wrong.is_empty() {
        unread.remove(&part);
    } else {
        unread.insert(part, kept(&fields));
        content = listing.draft.content.clone();
        beside.publish_on = listing.draft.publish_on;
    }
    let save = Save {
        version,
        part,
        content,
        unread,
        publish_on: beside.publish_on,
    };
    let saved = portal.save_draft(&actor, &id, &slug, save).await?;
    let mut conflict = None;
    if let Saved::Conflict(theirs) = saved {
        let rows = changes(&theirs.content, &sent);
        let rows = visit.change_rows(&rows, (Some(&theirs.content), &sent));
        let unread = theirs.unread.get(&part).cloned().unwrap_or_default();
        let unread = unread.into_iter().filter(|(_, value)| !value.is_empty());
        conflict = Some(ConflictPage {
            rows,
            unread: unread.collect(),
        });
        listing.draft = *theirs;
    } else if wrong.is_empty() {
        let here = format!("/desk/{id}/offerings/{slug}");
        let next = if fields.on("stay") || fields.on("more") {
            format!("{here}/edit/{}{}", part.word(), more(&fields))
        } else {
            part.next()
                .map_or(here.clone(), |next| format!("{here}/edit/{}", next.word()))
        };
        return Ok(to(&next));
    } else {
        listing = portal.desk_listing(&actor, &id, &slug).await?;
    }
    let status = if conflict.is_some() {
        StatusCode::CONFLICT
    } else {
        StatusCode::BAD_REQUEST
    };
    let open = OpenStep {
        listing: &listing,
        part,
        typed: &fields,
        wrong: &wrong,
        conflict,
    };
    let page = page(&visit, &ground, open).await?;
    Ok(with_status(status, visit.answer(&page)))
}

/// Whether one more way in is asked for on the page that follows.
fn more(fields: &Fields) -> &'static str {
    if fields.on("more") { "?more=yes" } else { "" }
}

/// What is kept of a form that could not be read.
fn kept(fields: &Fields) -> Vec<(String, String)> {
    fields
        .pairs()
        .iter()
        .filter(|(name, _)| !["form_token", "version", "stay"].contains(&name.as_str()))
        .cloned()
        .collect()
}

/// Only a draft that is with nobody else is written.
fn writable(listing: &DeskListing) -> Result<(), Failure> {
    let closed = match (listing.draft.stage.status, listing.offering.status) {
        (_, Status::Withdrawn) => "This listing was withdrawn and does not come back.",
        (Status::InReview, _) => {
            "This draft is with a reviewer. Take it back from review to go on writing."
        }
        _ => return Ok(()),
    };
    Err(Failure::Conflict(closed.to_owned()))
}

/// A step with what stands in it.
struct OpenStep<'a> {
    listing: &'a DeskListing,
    part: Part,
    typed: &'a Fields,
    wrong: &'a [FieldFault],
    conflict: Option<ConflictPage>,
}

async fn page(
    visit: &Visit,
    ground: &Ground<'_>,
    open: OpenStep<'_>,
) -> Result<EditorPage, Failure> {
    let content: &Content = &open.listing.draft.content;
    let reach = match open.part {
        Part::Who if content.rules.is_empty() => {
            Some("It reaches no government yet: say below who can use it.".to_owned())
        }
        Part::Who => Some(reach_sentence(&visit.app.portal.reach(content).await?)),
        _ => None,
    };
    let mut typed = open.typed.clone();
    if visit.fields.on("more") {
        typed.push("more", "yes");
    }
    Ok(EditorPage {
        shell: visit.shell(None),
        listing: visit.listing_head(open.listing),
        part: open.part,
        items: desk::items(open.part, &typed, content, ground),
        faults: faults(open.wrong),
        reach,
        conflict: open.conflict,
        upload: (open.part == Part::Documents).then(|| UploadForm {
            title: typed.last("file_title").unwrap_or_default().to_owned(),
            held_by: typed.last("file_held_by").unwrap_or_default().to_owned(),
            proves: typed.all("file_proves"),
        }),
    })
}

/// The documents step with what is wrong with a file.
pub async fn documents_page(
    visit: &Visit,
    (id, slug): (&OrganizationId, &OfferingId),
    sent: &Fields,
    wrong: &[FieldFault],
) -> Result<Response, Failure> {
    let portal = &visit.app.portal;
    let listing = portal.desk_listing(&visit.actor(), id, slug).await?;
    let body = organization(visit, id)?;
    let ground = ground(visit, &body);
    let content = &listing.draft.content;
    let mut typed = desk::fill(Part::Documents, content, &Beside::default(), &ground);
    typed.extend(sent.pairs().iter().cloned());
    let open = OpenStep {
        listing: &listing,
        part: Part::Documents,
        typed: &Fields::of_pairs(typed),
        wrong,
        conflict: None,
    };
    let page = page(visit, &ground, open).await?;
    Ok(with_status(StatusCode::BAD_REQUEST, visit.answer(&page)))
}

/// Whom the draft reaches, as JSON, for the script that keeps the count fresh.
pub async fn reach(Path(path): Path<(String, String)>, visit: Visit) -> Result<Response, Failure> {
    let (id, slug) = super::named(&path);
    let portal = &visit.app.portal;
    let reach = portal.draft_reach(&visit.actor(), &id, &slug).await?;
    Ok(counted(&reach))
}

/// Whom the audience that is being typed reaches; nothing is saved.
pub async fn reach_typed(
    Path(path): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let (id, slug) = super::named(&path);
    let portal = &visit.app.portal;
    portal.desk_door(&visit.actor(), &id, Role::Editor)?;
    let listing = portal.desk_listing(&visit.actor(), &id, &slug).await?;
    let body = organization(&visit, &id)?;
    let mut content = listing.draft.content;
    let into = (&mut content, &mut Beside::default());
    desk::read(Part::Who, &fields, &ground(&visit, &body), into);
    Ok(counted(&portal.reach(&content).await?))
}

fn counted(reach: &Reach) -> Response {
    let kinds: serde_json::Map<String, serde_json::Value> = reach
        .kinds
        .iter()
        .map(|(kind, count)| {
            let counts = json!({
                "yes": count.yes, "after_steps": count.after_steps, "unknown": count.unknown,
            });
            (kind.word().to_owned(), counts)
        })
        .collect();
    Json(json!({
        "sentence": reach_sentence(reach),
        "yes": reach.all.yes,
        "after_steps": reach.all.after_steps,
        "unknown": reach.all.unknown,
        "no": reach.no,
        "kinds": kinds,
    }))
    .into_response()
}
