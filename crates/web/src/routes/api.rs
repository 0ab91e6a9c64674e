//! The calls of the API.

use super::{PATIENCE, patience};
use crate::{
    App,
    api::{
        self,
        around::{again::again, counted::counted, tagged::tagged},
        desk as at_desk,
        document::open_api,
    },
    form::sent::LARGEST_CALL,
};
use axum::{
    Router, middleware,
    routing::{delete, get, post, put},
};
use tower_http::limit::RequestBodyLimitLayer;

/// Every call, with what goes around it.
pub fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/api/openapi.json", get(open_api::show))
        .route("/api/v1", get(api::catalog::root))
        .route("/api/v1/offerings", get(api::offerings::list))
        .route("/api/v1/offerings/{slug}", get(api::offerings::show))
        .route("/api/v1/offerings/{slug}/changes", get(api::changes::show))
        .route(
            "/api/v1/offerings/{slug}/checklist",
            get(api::checklist::show),
        )
        .route(
            "/api/v1/offerings/{slug}/reports",
            post(api::speaking::report),
        )
        .route("/api/v1/jurisdictions", get(api::jurisdictions::list))
        .route("/api/v1/jurisdictions/{key}", get(api::jurisdictions::show))
        .route(
            "/api/v1/jurisdictions/{key}/answers",
            get(api::answers::show),
        )
        .route("/api/v1/compare", get(api::compare::show))
        .route("/api/v1/matches", get(api::matches::show))
        .route("/api/v1/suggest", get(api::suggest::show))
        .route("/api/v1/shortlist", get(api::weighing::shortlist))
        .route("/api/v1/workspaces/{id}", get(api::weighing::workspace))
        .route(
            "/api/v1/workspaces/shared/{secret}",
            get(api::weighing::shared),
        )
        .route("/api/v1/memos", get(api::memos::list))
        .route("/api/v1/memos/{id}", get(api::memos::show))
        .route("/api/v1/memos/shared/{secret}", get(api::memos::shared))
        .route("/api/v1/categories", get(api::catalog::categories))
        .route("/api/v1/categories/{slug}", get(api::catalog::category))
        .route("/api/v1/states/{postal}", get(api::catalog::state))
        .route(
            "/api/v1/organizations/{slug}",
            get(api::catalog::organization),
        )
        .route("/api/v1/templates", get(api::templates::list))
        .route("/api/v1/templates/{slug}", get(api::templates::show))
        .route(
            "/api/v1/questions",
            get(api::speaking::show).post(api::speaking::ask),
        )
        .route("/api/v1/account", get(api::account::show))
        .route("/api/v1/desk", get(at_desk::home::index))
        .route("/api/v1/desk/{body}", get(at_desk::home::show))
        .route("/api/v1/desk/{body}/offerings", post(at_desk::draft::begin))
        .route(
            "/api/v1/desk/{body}/offerings/{slug}",
            get(at_desk::draft::show),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/draft",
            put(at_desk::draft::save).delete(at_desk::draft::discard),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/submit",
            post(at_desk::decide::submit),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/take-back",
            post(at_desk::decide::take_back),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/review",
            get(at_desk::review::show),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/reach",
            get(at_desk::review::reach),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/preview",
            get(at_desk::review::preview),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/approve",
            post(at_desk::decide::approve),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/ask-for-changes",
            post(at_desk::decide::ask_for_changes),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/reject",
            post(at_desk::decide::reject),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/withdraw",
            post(at_desk::withdraw::withdraw),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/retirement",
            put(at_desk::withdraw::retire),
        )
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/confirm",
            post(at_desk::waiting::confirm),
        )
        .route("/api/v1/desk/{body}/listed", get(at_desk::waiting::listed))
        .route("/api/v1/desk/{body}/stale", get(at_desk::waiting::stale))
        .route(
            "/api/v1/desk/{body}/statements",
            get(at_desk::statements::list).post(at_desk::statements::say),
        )
        .route(
            "/api/v1/desk/{body}/statements/{id}",
            delete(at_desk::statements::take_back),
        )
        .route("/api/v1/desk/{body}/questions", get(at_desk::inbox::list))
        .route(
            "/api/v1/desk/{body}/questions/{id}",
            get(at_desk::inbox::show),
        )
        .route(
            "/api/v1/desk/{body}/questions/{id}/answer",
            post(at_desk::inbox::answer),
        )
        .route("/api/v1/desk/{body}/reports", get(at_desk::reports::list))
        .route(
            "/api/v1/desk/{body}/reports/{id}",
            get(at_desk::reports::show),
        )
        .route(
            "/api/v1/desk/{body}/reports/{id}/own",
            post(at_desk::reports::own),
        )
        .route(
            "/api/v1/desk/{body}/reports/{id}/answer",
            post(at_desk::reports::answer),
        )
        .route(
            "/api/v1/desk/{body}/participations",
            get(at_desk::recorded::list).post(at_desk::recorded::record),
        )
        .route(
            "/api/v1/desk/{body}/participations/{id}",
            delete(at_desk::recorded::remove),
        )
        .route(
            "/api/v1/desk/{body}/adoptions",
            post(at_desk::recorded::adopt).delete(at_desk::recorded::abandon),
        )
        .layer(middleware::from_fn(tagged))
        .layer(middleware::from_fn_with_state(app.clone(), again))
        .layer(middleware::from_fn_with_state(app.clone(), counted))
        .layer(RequestBodyLimitLayer::new(LARGEST_CALL))
        .layer(patience(PATIENCE))
}
