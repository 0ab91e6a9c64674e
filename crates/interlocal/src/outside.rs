//! What lies outside the portal, made of the configuration.

use crate::config::{Config, ProviderEntry};
use anyhow::{Context, ensure};
use interlocal_portal::{
    Asking, Network, Outside, PostOffice, Provider, ProviderSettings,
    accounts::public_url::{PublicUrl, Safety},
    documents::kept::Documents,
    exporting::ExportCare,
    links::LinkCare,
    webhooks::WebhookCare,
};
use std::{collections::BTreeSet, sync::Arc};

/// Names that mean something else in the address of a provider.
const TAKEN: [&str; 1] = ["code"];

/// Everything outside, under an address.
pub fn outside(config: &Config, public_url: PublicUrl) -> anyhow::Result<Outside> {
    let asked = config.sign_in.second_factor_for.iter();
    let asked = asked.map(|word| word.parse());
    let asked: Result<Vec<_>, String> = asked.collect();
    Ok(Outside {
        links: links(config, &public_url)?,
        webhooks: webhooks(config, &public_url)?,
        public_url,
        providers: providers(&config.sign_in.providers)?,
        second_factor_for: asked.map_err(|e| anyhow::anyhow!("sign_in.second_factor_for: {e}"))?,
        post_office: post_office(config)?,
        behind_proxy: config.server.behind_proxy,
        security_contact: security_contact(config.portal.security_contact.as_deref())?,
        exports: Some(ExportCare {
            folder: config.data.directory.join("exports"),
            publisher: config.look.publisher().to_owned(),
        }),
        documents: Documents::in_folder(config.data.directory.join("documents")),
        imports: Documents::in_folder(config.data.directory.join("imports")),
    })
}

/// Where to report a weakness, as an address.
fn security_contact(text: Option<&str>) -> anyhow::Result<Option<String>> {
    let Some(text) = text else {
        return Ok(None);
    };
    let known = ["mailto:", "https://", "tel:"];
    ensure!(
        known.iter().any(|scheme| text.starts_with(scheme)) && !text.contains(char::is_whitespace),
        "portal.security_contact: “{text}” begins with none of mailto:, https://, tel:"
    );
    Ok(Some(text.to_owned()))
}

fn providers(entries: &[ProviderEntry]) -> anyhow::Result<Vec<Arc<Provider>>> {
    let mut names = BTreeSet::new();
    entries
        .iter()
        .map(|entry| {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            let name = entry.name.as_str();
            ensure!(
                !name.is_empty() && name.chars().all(plain) && !TAKEN.contains(&name),
                "sign_in.providers: the name “{name}” is not of small letters, digits and hyphens"
            );
            ensure!(
                names.insert(name),
                "sign_in.providers: “{name}” stands twice"
            );
            let origin = entry
                .issuer
                .splitn(4, '/')
                .take(3)
                .collect::<Vec<_>>()
                .join("/");
            let origin: PublicUrl = origin
                .parse()
                .map_err(|e| anyhow::anyhow!("sign_in.providers: issuer of “{name}”: {e}"))?;
            ensure!(
                origin.safety() != Safety::Open,
                "sign_in.providers: the issuer of “{name}” is reached without https"
            );
            let settings = ProviderSettings {
                name: entry.name.clone(),
                label: entry.label.clone(),
                issuer: entry.issuer.clone(),
                client_id: entry.client_id.clone(),
                client_secret: entry.client_secret.clone(),
            };
            let provider = Provider::new(settings).context("sign_in.providers")?;
            Ok(Arc::new(provider))
        })
        .collect()
}

fn links(config: &Config, public_url: &PublicUrl) -> anyhow::Result<Option<LinkCare>> {
    let links = &config.links;
    ensure!(
        (1..=365).contains(&links.every_days),
        "links.every_days: {} is not between 1 and 365",
        links.every_days
    );
    let networks = links.networks.iter().map(|text| text.parse());
    let networks: Result<Vec<Network>, String> = networks.collect();
    let networks = networks.map_err(|e| anyhow::anyhow!("links.networks: {e}"))?;
    let agent = format!("Interlocal link check (+{})", public_url.of("/about"));
    Ok(links.check.then(|| LinkCare {
        asking: Asking::new(&agent, networks),
        every_days: links.every_days,
    }))
}

fn webhooks(config: &Config, public_url: &PublicUrl) -> anyhow::Result<WebhookCare> {
    let agent = format!("Interlocal webhooks (+{})", public_url.of("/about"));
    WebhookCare::new(&agent, config.webhooks.allow_private).map_err(anyhow::Error::msg)
}

fn post_office(config: &Config) -> anyhow::Result<PostOffice> {
    let mail = &config.mail;
    let office = if mail.smtp_url.is_empty() {
        PostOffice::folder(config.data.directory.join("mail"), &mail.from)
    } else {
        PostOffice::server(&mail.smtp_url, &mail.from)
    };
    office.map_err(|e| anyhow::anyhow!("mail: {e}"))
}
