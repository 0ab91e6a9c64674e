//! How HTTP reaches the portal: routes, forms, pages, JSON, the error edge,
//! embedded assets. Rules stand in `portal` and `catalog`, HTML in `pages`.

mod api;
mod arrival;
pub mod assets;
mod chosen;
mod edge;
mod error;
mod form;
mod health;
mod hsds;
pub mod limits;
pub mod look;
mod page;
mod routes;
mod shortlisted;
mod signed_in;
mod static_files;
mod tray;

pub use axum::{Router, body::Body};
pub use page::named::{common_steps, mark, with_names_of};
pub use routes::{router, router_limited, router_with};

use interlocal_portal::Portal;
use limits::Limits;
use look::Look;
use std::sync::Arc;

/// What every handler gets.
#[derive(Clone)]
pub(crate) struct App {
    pub portal: Arc<Portal>,
    pub look: Arc<Look>,
    pub limits: Arc<Limits>,
}

/// Serves until `stopped` completes; open requests are answered first.
pub async fn serve(
    listener: tokio::net::TcpListener,
    router: Router,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let router = router.into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, router)
        .with_graceful_shutdown(stopped)
        .await
}
