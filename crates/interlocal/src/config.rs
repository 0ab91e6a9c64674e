//! The configuration, read in one place: defaults, a file, variables.

use anyhow::Context;
use chrono::NaiveDate;
use figment::{
    Figment,
    providers::{Env, Format, Toml},
};
use interlocal_portal::accounts::public_url::PublicUrl;
use interlocal_web::look::Look;
use serde::{Deserialize, Deserializer};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

const DEFAULTS: &str = include_str!("../../../config/default.toml");

/// Every setting; `config/default.toml` explains them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub server: Server,
    pub database: Database,
    pub data: Data,
    pub starter: Starter,
    pub log: Log,
    pub portal: PortalSettings,
    pub look: LookSettings,
    pub sign_in: SignIn,
    pub mail: Mail,
    pub links: Links,
    pub webhooks: Webhooks,
    pub api: Api,
}

/// `[server]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    pub listen: SocketAddr,
    #[serde(deserialize_with = "optional")]
    pub public_url: Option<PublicUrl>,
    pub behind_proxy: bool,
}

/// `[database]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    #[serde(deserialize_with = "database_url")]
    pub url: String,
}

/// `[data]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    pub directory: PathBuf,
}

/// `[starter]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Starter {
    pub load: bool,
    #[serde(deserialize_with = "optional")]
    pub directory: Option<PathBuf>,
}

/// `[log]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    #[serde(deserialize_with = "log_filter")]
    pub filter: String,
    pub format: LogFormat,
}

/// How logs are written.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    Text,
    Json,
}

/// `[portal]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PortalSettings {
    #[serde(deserialize_with = "optional")]
    pub today: Option<NaiveDate>,
    #[serde(deserialize_with = "optional")]
    pub security_contact: Option<String>,
}

/// `[look]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookSettings {
    pub name: String,
    #[serde(deserialize_with = "optional")]
    pub logo: Option<PathBuf>,
    #[serde(deserialize_with = "optional")]
    pub primary_color: Option<String>,
}

/// `[sign_in]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub second_factor_for: Vec<String>,
    pub providers: Vec<ProviderEntry>,
}

/// `[[sign_in.providers]]`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderEntry {
    pub name: String,
    pub label: String,
    pub issuer: String,
    pub client_id: String,
    pub client_secret: String,
}

/// `[mail]`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub smtp_url: String,
    pub from: String,
}

/// `[links]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Links {
    pub check: bool,
    pub every_days: u32,
    pub networks: Vec<String>,
}

/// `[webhooks]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhooks {
    pub allow_private: bool,
}

/// `[api]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Api {
    pub per_minute_by_address: u32,
    pub per_minute_by_token: u32,
}

impl std::fmt::Debug for ProviderEntry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}", self.name, self.issuer)
    }
}

impl std::fmt::Debug for Mail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "from {}", self.from)
    }
}

impl LookSettings {
    /// Who publishes the portal's files: its name.
    pub fn publisher(&self) -> &str {
        match self.name.as_str() {
            "" => "Interlocal",
            name => name,
        }
    }

    /// Reads the logo and checks the color.
    pub fn read(&self) -> anyhow::Result<Look> {
        let logo = match &self.logo {
            Some(file) => Some(
                std::fs::read(file)
                    .with_context(|| format!("look.logo: cannot read {}", file.display()))?,
            ),
            None => None,
        };
        Look::new(&self.name, logo, self.primary_color.as_deref())
            .map_err(|(key, fault)| anyhow::anyhow!("look.{key}: {fault}"))
    }
}

impl Config {
    /// Reads the defaults, a file where one is given, and the variables.
    pub fn read(file: Option<&Path>) -> anyhow::Result<Self> {
        let mut figment = Figment::from(Toml::string(DEFAULTS));
        if let Some(file) = file {
            anyhow::ensure!(file.is_file(), "--config: {} is no file", file.display());
            figment = figment.merge(Toml::file_exact(file));
        }
        figment = figment.merge(Env::prefixed("INTERLOCAL__").split("__"));
        figment.extract().context("configuration")
    }

    /// The address under which people reach the portal: the one that is set, else
    /// where it serves.
    pub fn public_url(&self, serves_on: SocketAddr) -> anyhow::Result<PublicUrl> {
        match &self.server.public_url {
            Some(url) => Ok(url.clone()),
            None => format!("http://{serves_on}")
                .parse()
                .map_err(|e| anyhow::anyhow!("server.public_url: {e}")),
        }
    }

    /// The database's address; the SQLite file of the data directory where none is set.
    pub fn database_url(&self) -> String {
        if self.database.url.is_empty() {
            format!(
                "sqlite://{}",
                self.data.directory.join("interlocal.sqlite").display()
            )
        } else {
            self.database.url.clone()
        }
    }
}

/// A value, none where the text is empty.
fn optional<'de, D: Deserializer<'de>, T: std::str::FromStr>(
    deserializer: D,
) -> Result<Option<T>, D::Error>
where
    T::Err: std::fmt::Display,
{
    let text = String::deserialize(deserializer)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|e| serde::de::Error::custom(format!("“{text}” cannot be: {e}")))
}

fn database_url<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let url = String::deserialize(deserializer)?;
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if url.is_empty() || known.iter().any(|start| url.starts_with(start)) {
        return Ok(url);
    }
    Err(serde::de::Error::custom(
        "begins neither with sqlite: nor with postgres://",
    ))
}

fn log_filter<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let filter = String::deserialize(deserializer)?;
    match filter.parse::<tracing_subscriber::EnvFilter>() {
        Ok(_) => Ok(filter),
        Err(e) => Err(serde::de::Error::custom(format!(
            "“{filter}” is no filter: {e}"
        ))),
    }
}
