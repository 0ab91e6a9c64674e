//! For whoever runs it: alive, and ready.

use crate::App;
use axum::{Json, extract::State, http::StatusCode};
use serde_json::{Value, json};

/// The process answers.
pub async fn alive() -> &'static str {
    "ok"
}

/// The database answers and the index has caught up with the outbox.
pub async fn ready(State(app): State<App>) -> (StatusCode, Json<Value>) {
    match app.portal.is_ready().await {
        Ok(true) => (StatusCode::OK, Json(json!({"ready": true}))),
        Ok(false) => (
            StatusCode::SERVICE_UNAVAILABLE,
            Json(json!({"ready": false, "why": "the index has not caught up with the outbox"})),
        ),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                Json(json!({"ready": false, "why": "the database does not answer"})),
            )
        }
    }
}
