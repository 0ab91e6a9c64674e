//! The calls of a desk.

use crate::{
    App,
    api::{desk as at_desk, hooks, logged},
};
use axum::{
    Router,
    routing::{delete, get, post, put},
};

/// Every call of a desk that sends no file.
pub fn routes() -> Router<App> {
    Router::new()
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
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/documents/{id}",
            delete(at_desk::documents::remove),
        )
        .route(
            "/api/v1/desk/{body}/members",
            get(at_desk::members::list).post(at_desk::members::invite),
        )
        .route(
            "/api/v1/desk/{body}/members/{person}",
            put(at_desk::members::change_role).delete(at_desk::members::remove),
        )
        .route(
            "/api/v1/desk/{body}/invitations/{invitation}",
            delete(at_desk::members::uninvite),
        )
        .route(
            "/api/v1/desk/{body}/requests/{request}/decide",
            post(at_desk::members::decide),
        )
        .route(
            "/api/v1/desk/{body}/domains",
            get(at_desk::domains::list).post(at_desk::domains::approve),
        )
        .route(
            "/api/v1/desk/{body}/domains/{domain}",
            delete(at_desk::domains::take_back),
        )
        .route("/api/v1/desk/{body}/log", get(logged::of_body))
        .route(
            "/api/v1/desk/{body}/webhooks",
            get(hooks::list).post(hooks::add),
        )
        .route(
            "/api/v1/desk/{body}/webhooks/{id}",
            get(hooks::show).put(hooks::pause).delete(hooks::remove),
        )
        .route("/api/v1/desk/{body}/webhooks/{id}/test", post(hooks::test))
        .route(
            "/api/v1/desk/{body}/webhooks/{id}/deliveries/{delivery}/again",
            post(hooks::again),
        )
        .route(
            "/api/v1/desk/{body}/proposals",
            get(at_desk::proposals::list),
        )
        .route(
            "/api/v1/desk/{body}/proposals/{id}/confirm",
            post(at_desk::proposals::confirm),
        )
        .route(
            "/api/v1/desk/{body}/proposals/{id}/dismiss",
            post(at_desk::proposals::dismiss),
        )
        .route(
            "/api/v1/desk/{body}/imports/{id}",
            get(at_desk::imports::show).delete(at_desk::imports::discard),
        )
        .route(
            "/api/v1/desk/{body}/imports/{id}/columns",
            get(at_desk::columns::show).put(at_desk::columns::save),
        )
        .route(
            "/api/v1/desk/{body}/imports/{id}/report",
            get(at_desk::imports::report),
        )
        .route(
            "/api/v1/desk/{body}/imports/{id}/apply",
            post(at_desk::imports::apply),
        )
        .route(
            "/api/v1/desk/{body}/import-batches/{id}/undo",
            post(at_desk::imports::undo),
        )
}

/// Those that may send one.
pub fn with_files() -> Router<App> {
    Router::new()
        .route(
            "/api/v1/desk/{body}/offerings/{slug}/documents",
            post(at_desk::documents::add),
        )
        .route(
            "/api/v1/desk/{body}/imports",
            get(at_desk::imports::list).post(at_desk::imports::send),
        )
        .route(
            "/api/v1/steward/imports",
            get(at_desk::imports::list).post(at_desk::imports::send),
        )
}
