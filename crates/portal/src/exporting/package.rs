//! The catalog as a data package.

use super::{
    Exporting, PAGE, disk, packed,
    public::{Public, Shown},
    sources::sources_of,
    whole::{Stream, WholeFile},
};
use crate::Error;
use interlocal_catalog::OfferingId;
use interlocal_exchange::{
    hsds, ocds,
    package::{About, Adopted, MergedBody, Offered, Origin, Stated, Tables, finish},
};
use interlocal_store::Edition;
use serde_json::Value;
use std::{collections::HashMap, path::Path};

/// What is told of an entry of a file.
type Told = fn(&Value) -> Value;

/// The standards of files that offerings are taken from.
const ORIGINS: [(&str, Told); 2] = [("ocds", ocds::told), ("hsds", hsds::told)];

/// Writes the catalog into a file, as everybody sees it.
pub async fn export_package(from: &Exporting<'_>, place: &Path) -> Result<(), Error> {
    let (whole, file) = WholeFile::at(place).map_err(disk)?;
    let mut streams = whole.streams().map_err(disk)?;
    let mut tables = Tables::begin(&mut streams).map_err(disk)?;
    let public = Public::of(from.store).await?;
    ground(from, &mut tables).await?;
    records(from, &public, &mut tables).await?;
    let told = offerings(from, &public, &mut tables).await?;
    adoptions(from, &told, &mut tables).await?;
    let about = About {
        title: format!("{}: the public catalog", from.publisher),
        homepage: from.public_url.of("/"),
        created: from.written_at(),
    };
    packed(whole, move || finish(tables, &about, file)).await
}

/// Governments, bodies and offices.
async fn ground(from: &Exporting<'_>, tables: &mut Tables<Stream>) -> Result<(), Error> {
    let mut after = String::new();
    loop {
        let page = from.store.jurisdictions_after(&after, 10 * PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.key.to_string();
        for one in &page {
            tables.jurisdiction(one).map_err(disk)?;
        }
    }
    let mut after = String::new();
    loop {
        let page = from.store.bodies_after(&after, PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        after = last.id.to_string();
        for (body, merged_into) in page {
            tables
                .organization(&MergedBody { body, merged_into })
                .map_err(disk)?;
        }
    }
    let mut offices = from.store.cio_offices().await?;
    offices.sort_by(|one, other| one.jurisdiction.cmp(&other.jurisdiction));
    for one in &offices {
        tables.office(one).map_err(disk)?;
    }
    Ok(())
}

/// Participations and statements of no.
async fn records(
    from: &Exporting<'_>,
    public: &Public<'_>,
    tables: &mut Tables<Stream>,
) -> Result<(), Error> {
    let mut after = String::new();
    loop {
        let page = from.store.participations_after(&after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        for one in page.iter().filter(|one| public.tells_of(&one.program)) {
            tables.participation(one).map_err(disk)?;
        }
    }
    let mut after = String::new();
    loop {
        let page = from.store.statements_after(&after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        for one in &page {
            tables.statement(one).map_err(disk)?;
        }
    }
    Ok(())
}

/// Offerings with their editions; gives those of whose users everybody may know.
async fn offerings(
    from: &Exporting<'_>,
    public: &Public<'_>,
    tables: &mut Tables<Stream>,
) -> Result<HashMap<i32, OfferingId>, Error> {
    let mut told = HashMap::new();
    let mut after = 0;
    while let Some((last, page)) = public.page(after).await? {
        after = last;
        let histories = public.histories(&page).await?;
        let mut origins = Vec::new();
        for (kind, told) in ORIGINS {
            origins.push((kind, told, sources_of(from.store, kind, &page).await?));
        }
        for (one, history) in page.into_iter().zip(histories) {
            if one.tells_its_users {
                told.insert(one.offering.id, one.offering.slug.clone());
            }
            let (offered, editions) = offered(one, history);
            tables.offering(&offered, &editions).map_err(disk)?;
            for (kind, told, said) in &mut origins {
                if let Some(said) = said.remove(&offered.slug) {
                    let origin = Origin {
                        offering: offered.slug.clone(),
                        kind: (*kind).to_owned(),
                        content: told(&said),
                    };
                    tables.origin(&origin).map_err(disk)?;
                }
            }
        }
    }
    Ok(told)
}

fn offered(one: Shown, history: Vec<Edition>) -> (Offered, Vec<Stated>) {
    let stated = history.into_iter().map(|edition| Stated {
        number: edition.number,
        content: edition.content,
        published_at: edition.published_at,
        alone: edition.alone,
    });
    let offered = Offered {
        slug: one.offering.slug,
        status: one.offering.status,
        provider: one.offering.provider,
        edition: one.edition.number,
        aliases: one.aliases,
        changed_at: one.offering.changed_at,
    };
    (offered, stated.collect())
}

async fn adoptions(
    from: &Exporting<'_>,
    told: &HashMap<i32, OfferingId>,
    tables: &mut Tables<Stream>,
) -> Result<(), Error> {
    let mut after = 0;
    loop {
        let page = from.store.adoptions_after(after, PAGE).await?;
        let Some((last, _)) = page.last() else {
            return Ok(());
        };
        after = *last;
        for (_, one) in page {
            let Some(offering) = told.get(&one.offering) else {
                continue;
            };
            let adopted = Adopted {
                jurisdiction: one.jurisdiction,
                offering: offering.clone(),
                since: one.since,
                size: one.size,
                source: one.source,
                checked_on: one.checked_on,
            };
            tables.adoption(&adopted).map_err(disk)?;
        }
    }
}
