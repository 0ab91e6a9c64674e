//! `interlocal user …`: who may sign in, from the machine that the portal runs on.

use crate::{config::Config, data_directory::data_directory, outside::outside, starter};
use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use interlocal_catalog::policy::{Actor, Role};
use interlocal_portal::{
    Address, Options, Portal,
    accounts::invite::{INVITATION_DAYS, Place},
    clock::SystemClock,
};
use interlocal_store::Store;
use std::{net::SocketAddr, path::PathBuf, sync::Arc};

/// Looks after accounts.
#[derive(Args)]
pub struct User {
    /// The data directory.
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<PathBuf>,
    /// A configuration file above the defaults.
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Print a link that is good once: whoever opens it chooses a name and a password.
    Invite {
        /// Whose address it is.
        email: Address,
        /// steward, or in a body: member, editor, approver, administrator.
        #[arg(long)]
        role: String,
        /// The slug of the body.
        #[arg(long, value_name = "SLUG")]
        body: Option<String>,
        /// Where the portal serves, as `serve --listen` was told; else as configured.
        #[arg(long, value_name = "ADDRESS")]
        listen: Option<SocketAddr>,
    },
    /// List every account.
    List,
    /// Take an account out of use and end its sessions.
    Disable {
        /// Its address.
        email: Address,
    },
    /// Let an account in again.
    Enable {
        /// Its address.
        email: Address,
    },
    /// Look after sessions.
    Sessions {
        #[command(subcommand)]
        what: Sessions,
    },
}

#[derive(Subcommand)]
enum Sessions {
    /// End every session of an account.
    End {
        /// Its address.
        email: Address,
    },
}

impl User {
    pub fn run(self) -> anyhow::Result<()> {
        let mut config = Config::read(self.config.as_deref())?;
        if let Some(data) = self.data {
            config.data.directory = data;
        }
        if let What::Invite {
            listen: Some(listen),
            ..
        } = &self.what
        {
            config.server.listen = *listen;
        }
        let runtime = tokio::runtime::Runtime::new()?;
        runtime.block_on(async {
            let portal = open(&config).await?;
            let done = self.what.done(&portal).await;
            portal.store().clone().close().await?;
            done
        })
    }
}

impl What {
    async fn done(self, portal: &Portal) -> anyhow::Result<()> {
        let known = |email: &Address| format!("no account has the address {email}");
        match self {
            What::Invite {
                email, role, body, ..
            } => {
                let place = place(&role, body)?;
                let secret = portal
                    .invite(&Actor::Portal, &email, &place)
                    .await
                    .context("the body is not known")?;
                println!("{}", portal.invitation_url(&secret));
                eprintln!(
                    "The link is good once, for {INVITATION_DAYS} days. Give it to {email} alone. It leads \
                     to {}: where the portal serves elsewhere, say --listen or set server.public_url.",
                    portal.public_url()
                );
            }
            What::List => list(portal).await?,
            What::Disable { email } => portal
                .set_disabled(&Actor::Portal, email.as_str(), true)
                .await
                .with_context(|| known(&email))?,
            What::Enable { email } => portal
                .set_disabled(&Actor::Portal, email.as_str(), false)
                .await
                .with_context(|| known(&email))?,
            What::Sessions {
                what: Sessions::End { email },
            } => portal
                .end_sessions_of(&Actor::Portal, email.as_str())
                .await
                .with_context(|| known(&email))?,
        }
        Ok(())
    }
}

fn place(role: &str, body: Option<String>) -> anyhow::Result<Place> {
    match (role, Role::of(role), body) {
        ("steward", _, None) => Ok(Place::Steward),
        ("steward", _, Some(_)) => bail!("--body: a steward belongs to no body"),
        (_, Some(role), Some(body)) => Ok(Place::InBody(body.as_str().into(), role)),
        (_, Some(_), None) => bail!("--body: name the body"),
        (_, None, _) => {
            bail!("--role: “{role}” is none of steward, member, editor, approver, administrator")
        }
    }
}

async fn list(portal: &Portal) -> anyhow::Result<()> {
    for account in portal.store().accounts().await? {
        let roles = portal.store().roles_of(account.id).await?;
        let mut words: Vec<String> = roles
            .iter()
            .map(|(body, role)| format!("{} of {body}", role.word()))
            .collect();
        if account.is_steward {
            words.insert(0, "steward".to_owned());
        }
        if account.totp_confirmed_at.is_some() {
            words.push("second factor".to_owned());
        }
        if account.disabled_at.is_some() {
            words.push("out of use".to_owned());
        }
        println!("{}\t{}\t{}", account.email, account.name, words.join(", "));
    }
    Ok(())
}

/// The portal beside a running one: its index is in memory.
async fn open(config: &Config) -> anyhow::Result<Arc<Portal>> {
    let data = &config.data.directory;
    data_directory(data)?;
    let files = starter::Source::new(config.starter.directory.as_deref());
    let vocabulary = interlocal_exchange::starter::vocabulary(&|name| files.text(name))?;
    let public_url = config.public_url(config.server.listen)?;
    let options = Options {
        store: Store::open(&config.database_url())
            .await
            .context("database.url")?,
        index_directory: None,
        vocabulary: Arc::new(vocabulary),
        clock: Arc::new(SystemClock),
        outside: outside(config, public_url)?,
    };
    Ok(Portal::open(options).await?)
}
