//! The calls of stewards.

use crate::{
    App,
    api::{desk::imports, hooks, logged, steward},
};
use axum::{
    Router,
    routing::{delete, get, post, put},
};

/// Every call of a steward.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/steward", get(steward::home::show))
        .route("/api/v1/steward/jobs", get(steward::home::jobs))
        .route(
            "/api/v1/steward/imports/{id}",
            get(imports::show).delete(imports::discard),
        )
        .route("/api/v1/steward/imports/{id}/report", get(imports::report))
        .route("/api/v1/steward/imports/{id}/apply", post(imports::apply))
        .route(
            "/api/v1/steward/import-batches/{id}/undo",
            post(imports::undo),
        )
        .route("/api/v1/steward/requests", get(steward::requests::list))
        .route(
            "/api/v1/steward/requests/{request}/decide",
            post(steward::requests::decide),
        )
        .route(
            "/api/v1/steward/bodies",
            get(steward::bodies::list).post(steward::bodies::add),
        )
        .route(
            "/api/v1/steward/bodies/{slug}",
            get(steward::bodies::show).put(steward::bodies::change),
        )
        .route("/api/v1/steward/merge-bodies", post(steward::merge::bodies))
        .route(
            "/api/v1/steward/merge-offerings",
            post(steward::merge::offerings),
        )
        .route("/api/v1/steward/people", get(steward::people::list))
        .route(
            "/api/v1/steward/people/{person}/account",
            put(steward::people::close),
        )
        .route("/api/v1/steward/audit", get(logged::whole))
        .route("/api/v1/steward/mail", get(steward::mail::list))
        .route(
            "/api/v1/steward/mail/{id}/retry",
            post(steward::mail::retry),
        )
        .route(
            "/api/v1/steward/webhooks",
            get(hooks::list).post(hooks::add),
        )
        .route(
            "/api/v1/steward/webhooks/{id}",
            get(hooks::show).put(hooks::pause).delete(hooks::remove),
        )
        .route("/api/v1/steward/webhooks/{id}/test", post(hooks::test))
        .route(
            "/api/v1/steward/webhooks/{id}/deliveries/{delivery}/again",
            post(hooks::again),
        )
        .route(
            "/api/v1/steward/announcements",
            get(steward::announcements::list).post(steward::announcements::add),
        )
        .route(
            "/api/v1/steward/announcements/{id}",
            delete(steward::announcements::remove),
        )
        .route(
            "/api/v1/steward/consider-rules",
            get(steward::consider::list).post(steward::consider::add),
        )
        .route(
            "/api/v1/steward/consider-rules/{id}",
            delete(steward::consider::remove),
        )
}
