//! The calls of the API.

mod desk;
mod steward;

use super::{PATIENCE, PATIENCE_WITH_FILES, patience};
use crate::{
    App,
    api::{
        self,
        around::{
            again::{again, again_with_files},
            counted::counted,
            tagged::tagged,
            told::told,
        },
        document::open_api,
    },
    form::sent::LARGEST_CALL,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
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
        .route("/api/v1/offerings/{slug}/lines", get(api::lines::list))
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
        .route(
            "/api/v1/shortlist",
            get(api::weighing::shortlist).post(api::stars::add),
        )
        .route(
            "/api/v1/shortlist/{slug}",
            put(api::stars::note).delete(api::stars::remove),
        )
        .route("/api/v1/workspaces", post(api::workspaces::begin))
        .route(
            "/api/v1/workspaces/{id}",
            get(api::weighing::workspace).delete(api::workspaces::discard),
        )
        .route("/api/v1/workspaces/{id}/items", post(api::workspaces::add))
        .route(
            "/api/v1/workspaces/{id}/items/{item}",
            put(api::workspaces::note).delete(api::workspaces::remove),
        )
        .route(
            "/api/v1/workspaces/{id}/items/{item}/opinion",
            put(api::workspaces::say),
        )
        .route(
            "/api/v1/workspaces/{id}/link",
            post(api::workspaces::link).delete(api::workspaces::unlink),
        )
        .route(
            "/api/v1/workspaces/shared/{secret}",
            get(api::weighing::shared),
        )
        .route(
            "/api/v1/memos",
            get(api::memos::list).post(api::memo_draft::begin),
        )
        .route("/api/v1/memos/verify", post(api::memo_parts::verify))
        .route(
            "/api/v1/memos/{id}",
            get(api::memos::show)
                .put(api::memo_draft::write)
                .delete(api::memo_draft::discard),
        )
        .route(
            "/api/v1/memos/{id}/options",
            post(api::memo_draft::add_option),
        )
        .route(
            "/api/v1/memos/{id}/options/{slug}",
            delete(api::memo_draft::remove_option),
        )
        .route(
            "/api/v1/memos/{id}/options/{slug}/renew",
            post(api::memo_draft::renew_option),
        )
        .route(
            "/api/v1/memos/{id}/approvals",
            post(api::memo_draft::approve),
        )
        .route("/api/v1/memos/{id}/freeze", post(api::memo_draft::freeze))
        .route(
            "/api/v1/memos/{id}/attachments/{attachment}",
            delete(api::memo_parts::detach),
        )
        .route(
            "/api/v1/memos/{id}/link",
            post(api::memo_parts::link).delete(api::memo_parts::unlink),
        )
        .route("/api/v1/memos/{id}/adopt", post(api::memo_parts::adopt))
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
        .route("/api/v1/account/tokens", get(api::account::tokens))
        .route("/api/v1/account/sessions", get(api::account::sessions))
        .route("/api/v1/account/requests", get(api::account::requests))
        .route("/api/v1/about", get(api::portal::about))
        .route("/api/v1/data", get(api::portal::data))
        .merge(desk::routes())
        .merge(steward::routes())
        .layer(middleware::from_fn(told))
        .layer(middleware::from_fn(tagged))
        .layer(middleware::from_fn_with_state(app.clone(), again))
        .layer(middleware::from_fn_with_state(app.clone(), counted))
        .layer(RequestBodyLimitLayer::new(LARGEST_CALL))
        .layer(patience(PATIENCE))
        .merge(with_files(app))
}

/// Calls that send a file, which may be on its way for longer.
fn with_files(app: &App) -> Router<App> {
    Router::new()
        .route(
            "/api/v1/memos/{id}/attachments",
            post(api::memo_parts::attach),
        )
        .merge(desk::with_files())
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(told))
        .layer(middleware::from_fn(tagged))
        .layer(middleware::from_fn_with_state(
            app.clone(),
            again_with_files,
        ))
        .layer(middleware::from_fn_with_state(app.clone(), counted))
        .layer(patience(PATIENCE_WITH_FILES))
}
