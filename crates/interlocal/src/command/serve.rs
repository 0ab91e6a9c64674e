//! `interlocal serve`: open, fill, follow, serve, and stop without losing anything.

use crate::{config::Config, data_directory::data_directory, outside::outside, starter, telemetry};
use anyhow::Context;
use clap::Args;
use interlocal_catalog::policy::Actor;
use interlocal_portal::{
    Options, Portal,
    clock::{Clock, FixedClock, SystemClock},
};
use interlocal_store::Store;
use interlocal_web::limits::PerMinute;
use std::{
    net::SocketAddr,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio_util::sync::CancellationToken;

/// How long work that cannot be left off may go on after everything else has ended.
const STRAGGLERS: Duration = Duration::from_secs(2);

/// Where and with what to serve; everything else stands in the configuration.
#[derive(Args, Default)]
pub struct Serve {
    /// The data directory.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Address and port to serve on.
    #[arg(long, value_name = "ADDR")]
    listen: Option<SocketAddr>,
    /// Do not fill an empty portal with the starter directory.
    #[arg(long)]
    empty: bool,
    /// A configuration file above the defaults.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Serve {
    pub fn run(self) -> anyhow::Result<()> {
        let mut config = Config::read(self.config.as_deref())?;
        if let Some(data) = self.data {
            config.data.directory = data;
        }
        if let Some(listen) = self.listen {
            config.server.listen = listen;
        }
        config.starter.load &= !self.empty;
        telemetry::start(&config.log);
        let runtime = tokio::runtime::Runtime::new()?;
        let served = runtime.block_on(serve(config));
        // A name that is being looked up must not hold up the end.
        runtime.shutdown_timeout(STRAGGLERS);
        served
    }
}

async fn serve(config: Config) -> anyhow::Result<()> {
    let begun = Instant::now();
    let look = config.look.read()?;
    let data = &config.data.directory;
    data_directory(data)?;
    let listener = tokio::net::TcpListener::bind(config.server.listen)
        .await
        .with_context(|| format!("server.listen: cannot serve on {}", config.server.listen))?;
    let files = starter::Source::new(config.starter.directory.as_deref());
    let vocabulary = Arc::new(interlocal_exchange::starter::vocabulary(&|name| {
        files.text(name)
    })?);
    println!(
        "Opening the database and the search index in {} …",
        data.display()
    );
    let store = Store::open(&config.database_url())
        .await
        .context("database.url")?;
    let portal = Portal::open(Options {
        store: store.clone(),
        index_directory: Some(data.join("index")),
        vocabulary,
        clock: clock(&config),
        outside: outside(&config, config.public_url(listener.local_addr()?)?)?,
    })
    .await?;
    if config.starter.load && portal.is_empty().await? {
        fill(&portal, &files).await?;
    }
    if config.starter.load && !portal.has_consider_rules().await? {
        let rules = interlocal_exchange::starter::consider_rules(&|name| files.text(name))?;
        portal.load_consider_rules(&Actor::Portal, &rules).await?;
    }
    let stop = CancellationToken::new();
    let follower = tokio::spawn(Arc::clone(&portal).follow(stop.clone().cancelled_owned()));
    let worker = tokio::spawn(Arc::clone(&portal).work(stop.clone().cancelled_owned()));
    let address = listener.local_addr()?;
    let counts = portal.counts(&Actor::Anonymous);
    println!(
        "Interlocal serves {} offerings to {} governments on http://{address} (started in {:.1} s)",
        counts.offerings,
        counts.jurisdictions,
        begun.elapsed().as_secs_f32(),
    );
    let per_minute = PerMinute {
        address: config.api.per_minute_by_address,
        token: config.api.per_minute_by_token,
    };
    let router = interlocal_web::router_limited(Arc::clone(&portal), look, per_minute);
    let stopping = stop.clone();
    axum_serve(listener, router, stopping).await?;
    stop.cancel();
    follower.await?;
    worker.await?;
    store.close().await?;
    tracing::info!("stopped");
    Ok(())
}

async fn axum_serve(
    listener: tokio::net::TcpListener,
    router: interlocal_web::Router,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let asked = async move {
        asked_to_stop().await;
        tracing::info!("stopping: open requests are answered first");
        stop.cancel();
    };
    interlocal_web::serve(listener, router, asked)
        .await
        .context("serving ended")
}

async fn fill(portal: &Portal, files: &starter::Source) -> anyhow::Result<()> {
    println!("Reading the starter directory …");
    let starter = interlocal_exchange::starter::read(&|name| files.text(name))?;
    let say = |part: &str| println!("Loading the starter directory: {part} …");
    portal.load_starter(&Actor::Portal, &starter, &say).await?;
    Ok(())
}

fn clock(config: &Config) -> Arc<dyn Clock> {
    match config.portal.today {
        Some(day) => Arc::new(FixedClock::noon(day)),
        None => Arc::new(SystemClock),
    }
}

/// Completes when the terminal or the system asks the process to stop.
async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => {
                tokio::select! {
                    _ = interrupted => {}
                    _ = terminated.recv() => {}
                }
            }
            Err(error) => {
                tracing::warn!(%error, "only an interrupt stops this process");
                let _ = interrupted.await;
            }
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupted.await;
    }
}
