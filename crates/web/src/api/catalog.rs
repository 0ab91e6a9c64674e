//! What the home page, a category, a state and a body show: `/api/v1`,
//! `/api/v1/categories`, `/api/v1/states/{postal}`, `/api/v1/organizations/{slug}`.

use super::{
    document::call::{Call, Group},
    shape::{self, BodyRef, CategoryRef, Item, List, PlaceRef},
};
use crate::{
    App, chosen::Choice, error::Failure, form::Fields, page::visit::Visit, signed_in::Caller,
};
use axum::{
    Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    CategoryId, NaiveDate, OrganizationId,
    answer::{AnswerWord, StatementOfNo},
    category::{Category, ExplainedWord},
    jurisdiction::Kind,
    organization::{BodyKind, CioOffice, Level},
};
use interlocal_portal::{Judged, Snapshot, organization::OrganizationAnswer};
use schemars::JsonSchema;
use serde::Serialize;

/// The calls of this file.
pub fn calls() -> Vec<Call> {
    vec![
        Call::get("/api/v1", "readPortal")
            .told(
                Group::Directory,
                "What the portal holds, and where it is described",
                "",
            )
            .gives::<Overview>(),
        Call::get("/api/v1/categories", "listCategories")
            .told(Group::Directory, "Every category, with counts", "")
            .gives::<List<CountedCategory>>(),
        Call::get("/api/v1/categories/{slug}", "readCategory")
            .told(
                Group::Directory,
                "One category: what it means, its words, its offerings",
                "At most 200 offerings stand here; the list of offerings goes on.",
            )
            .for_government()
            .gives::<WholeCategory>(),
        Call::get("/api/v1/states/{postal}", "readState")
            .told(
                Group::Directory,
                "A state: its answers by kind of local government, its CIO office, its offerings",
                "At most 200 offerings stand here; the list of offerings goes on.",
            )
            .for_government()
            .gives::<WholeState>(),
        Call::get("/api/v1/organizations/{slug}", "readOrganization")
            .told(
                Group::Directory,
                "A body: its listings, its statements of no, the questions it was asked",
                "At most 200 offerings stand here; the list of offerings goes on.",
            )
            .for_government()
            .gives::<WholeOrganization>()
            .or_moved(),
    ]
}

/// What the portal holds.
#[derive(Serialize, JsonSchema)]
pub struct Overview {
    /// The day on which the portal believes to be.
    today: NaiveDate,
    /// Published offerings that have not ended.
    offering_count: u64,
    /// Of them confirmed by their own body.
    confirmed_count: u64,
    /// Bodies.
    organization_count: u64,
    /// Governments.
    jurisdiction_count: u64,
    /// The description of the API for programs.
    open_api: &'static str,
    /// The same for people.
    documentation: &'static str,
}

/// What the portal holds.
pub async fn root(State(app): State<App>, caller: Caller) -> Json<Overview> {
    let counts = app.portal.counts(&caller.actor());
    Json(Overview {
        today: app.portal.today(),
        offering_count: counts.offerings,
        confirmed_count: counts.confirmed,
        organization_count: counts.organizations,
        jurisdiction_count: counts.jurisdictions,
        open_api: "/api/openapi.json",
        documentation: "/api",
    })
}

/// A category with its count.
#[derive(Serialize, JsonSchema)]
pub struct CountedCategory {
    #[serde(flatten)]
    category: CategoryRef,
    /// What belongs to it.
    meaning: String,
    /// Published offerings of it and what stands under it.
    offering_count: u64,
}

/// Every category, those of the second level after their parent.
pub async fn categories(State(app): State<App>, caller: Caller) -> Json<List<CountedCategory>> {
    let all = app.portal.vocabulary().all().iter();
    Json(List::whole(
        all.map(|category| counted(&app, &caller, category))
            .collect(),
    ))
}

fn counted(app: &App, caller: &Caller, category: &Category) -> CountedCategory {
    CountedCategory {
        category: shape::category(app, &category.slug),
        meaning: category.meaning.clone(),
        offering_count: app.portal.category_count(&caller.actor(), &category.slug),
    }
}

/// One category.
#[derive(Serialize, JsonSchema)]
pub struct WholeCategory {
    #[serde(flatten)]
    category: CountedCategory,
    /// Words of the trade explained.
    words: Vec<ExplainedWord>,
    /// Other words for it.
    synonyms: Vec<String>,
    /// What stands under it.
    children: Vec<CountedCategory>,
    /// How many offerings there are.
    offering_total: usize,
    /// The first of them, by title.
    offerings: Vec<Item>,
    /// Who said that it does not offer it.
    statements_of_no: Vec<StatementOfNo>,
}

/// One category with its offerings.
pub async fn category(
    Path(slug): Path<String>,
    mut visit: Visit,
) -> Result<Json<WholeCategory>, Failure> {
    visit.forget_cookies()?;
    let slug = CategoryId::new(slug);
    let app = &visit.app;
    let (offerings, offering_total) = app
        .portal
        .read_category(&visit.actor(), &slug, visit.place())
        .await?;
    let vocabulary = app.portal.vocabulary();
    let category = vocabulary.get(&slug).ok_or(Failure::NotFound)?;
    Ok(Json(WholeCategory {
        category: counted(app, &visit.caller, category),
        words: category.words.clone(),
        synonyms: category.synonyms.clone(),
        children: vocabulary
            .children(&slug)
            .map(|child| counted(app, &visit.caller, child))
            .collect(),
        offering_total,
        offerings: items(app, &visit.snapshot, &offerings),
        statements_of_no: visit.statements_about(&slug),
    }))
}

fn items(app: &App, snapshot: &Snapshot, judged: &[Judged]) -> Vec<Item> {
    let all = judged.iter();
    all.map(|judged| shape::item(app, snapshot, judged))
        .collect()
}

/// A state.
#[derive(Serialize, JsonSchema)]
pub struct WholeState {
    /// Its postal code.
    postal: String,
    #[serde(flatten)]
    place: PlaceRef,
    /// Its CIO office; null where the directory has none.
    cio_office: Option<OfficeShown>,
    /// Kinds of local government that it has, the columns of the answers.
    kinds: Vec<Kind>,
    /// The answer for each kind, by category.
    answers: Vec<StateAnswers>,
    /// How many offerings name it.
    offering_total: usize,
    /// The first of them, by title.
    offerings: Vec<Item>,
}

/// The answers of a state for a category.
#[derive(Serialize, JsonSchema)]
pub struct StateAnswers {
    /// The category.
    category: CategoryRef,
    /// One answer a kind.
    answers: Vec<AnswerWord>,
}

/// What is known of the CIO office of a state.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "CioOffice")]
pub struct OfficeShown {
    #[serde(flatten)]
    body: BodyRef,
    /// Whether it serves local governments: `yes`, `no`, `unknown`.
    serves_local_government: String,
    /// Whether they may buy from state contracts: `yes`, `partial`, `unknown`.
    local_contract_access: String,
    /// The name of the contract portal; empty when not known.
    portal_name: String,
    /// Its address; empty when not known.
    portal_url: String,
    /// The central purchasing office.
    purchasing_office: Option<BodyRef>,
    /// What else the source says.
    note: String,
    /// Where it was read; empty when nothing is recorded.
    source: String,
    /// When it was checked.
    checked_on: NaiveDate,
}

fn office(snapshot: &Snapshot, office: &CioOffice) -> OfficeShown {
    let buys = office.purchasing_office.as_ref();
    OfficeShown {
        body: shape::body(snapshot, &office.organization),
        serves_local_government: office.serves_local_government.clone(),
        local_contract_access: office.local_contract_access.clone(),
        portal_name: office.portal_name.clone(),
        portal_url: office.portal_url.clone(),
        purchasing_office: buys.map(|id| shape::body(snapshot, id)),
        note: office.note.clone(),
        source: office.source.clone(),
        checked_on: office.checked_on,
    }
}

/// A state: its answers, its office, its offerings.
pub async fn state(
    State(app): State<App>,
    Path(postal): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Result<Json<WholeState>, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let actor = caller.actor();
    let snapshot = app.portal.view(&actor);
    let upper = postal.to_uppercase();
    let directory = &snapshot.directory;
    let state = directory.state(&upper).ok_or(Failure::NotFound)?;
    let place = state.key.place();
    let sheet = app.portal.state_sheet(&actor, &upper)?;
    let (offerings, offering_total) = app
        .portal
        .read_state_offerings(&actor, &upper, choice.place.as_ref())
        .await?;
    let answers = sheet
        .rows
        .into_iter()
        .map(|(category, answers)| StateAnswers {
            category: shape::category(&app, &category),
            answers,
        });
    Ok(Json(WholeState {
        postal: upper.clone(),
        place: shape::place(&snapshot, &place),
        cio_office: directory
            .cio_office(&place)
            .map(|known| office(&snapshot, known)),
        kinds: sheet.kinds,
        answers: answers.collect(),
        offering_total,
        offerings: items(&app, &snapshot, &offerings),
    }))
}

/// A body.
#[derive(Serialize, JsonSchema)]
pub struct WholeOrganization {
    /// Its slug.
    slug: OrganizationId,
    /// Its name.
    name: String,
    /// Other spellings and abbreviations.
    aliases: Vec<String>,
    /// What kind of body it is.
    kind: BodyKind,
    /// Its level.
    level: Level,
    /// Whether it is the CIO office of its state.
    state_cio: bool,
    /// The government it belongs to.
    of: Option<PlaceRef>,
    /// Places it serves.
    serves: Vec<PlaceRef>,
    /// Its own website.
    website: Option<String>,
    /// What it offers, by title.
    offerings: Vec<Item>,
    /// Where it stands beside another provider.
    partner_in: Vec<Item>,
    /// What it does not offer, and to whom.
    statements_of_no: Vec<StatementOfNo>,
    /// What it was asked and has not answered.
    open_questions: Vec<OpenQuestion>,
}

/// A question that nothing answers yet.
#[derive(Serialize, JsonSchema)]
pub struct OpenQuestion {
    /// About which category.
    category: CategoryRef,
    /// For which kind of government.
    kind: Kind,
    /// How many asked it.
    asker_count: u64,
}

/// A body with its listings.
pub async fn organization(
    State(app): State<App>,
    Path(slug): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Result<Response, Failure> {
    let choice = Choice::in_address(&app, &fields)?;
    let actor = caller.actor();
    let slug = OrganizationId::new(slug);
    let snapshot = app.portal.view(&actor);
    let stands = snapshot.directory.canonical(&slug);
    if *stands != slug {
        let query = match fields.raw() {
            "" => String::new(),
            raw => format!("?{raw}"),
        };
        let to = format!("/api/v1/organizations/{stands}{query}");
        return Ok((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response());
    }
    let answer = app
        .portal
        .read_organization(&actor, &slug, choice.place.as_ref())
        .await?;
    let questions = app.portal.open_questions(&actor, &slug).await?;
    let open = questions.iter().map(|question| OpenQuestion {
        category: shape::category(&app, &question.key.category),
        kind: question.key.kind,
        asker_count: question.asker_count,
    });
    Ok(Json(whole_organization(&app, answer, open.collect())).into_response())
}

fn whole_organization(
    app: &App,
    answer: OrganizationAnswer,
    open_questions: Vec<OpenQuestion>,
) -> WholeOrganization {
    let snapshot = &answer.snapshot;
    let body = answer.organization;
    WholeOrganization {
        of: body.of.as_ref().map(|place| shape::place(snapshot, place)),
        serves: body
            .serves
            .iter()
            .map(|place| shape::place(snapshot, place))
            .collect(),
        offerings: items(app, snapshot, &answer.offerings),
        partner_in: items(app, snapshot, &answer.partner_in),
        slug: body.id,
        name: body.name,
        aliases: body.aliases,
        kind: body.kind,
        level: body.level,
        state_cio: body.state_cio,
        website: body.website,
        statements_of_no: answer.statements,
        open_questions,
    }
}
