//! Offerings and bodies as an HSDS package of CSV files.

use super::{
    Exporting, PAGE, disk, packed,
    public::Public,
    sources::sources_of,
    whole::{Stream, WholeFile},
};
use crate::Error;
use interlocal_catalog::PlaceId;
use interlocal_exchange::{
    hsds::{
        Kept, Rows,
        tables::{TABLES, category_rows, descriptor, organization_row},
        write::{Listed, Names},
    },
    package::{Row, Table, Tables, archive},
};
use std::path::Path;

/// Writes every offering that everybody may see into a file, page by page.
pub async fn export_hsds(from: &Exporting<'_>, place: &Path) -> Result<(), Error> {
    let (whole, file) = WholeFile::at(place).map_err(disk)?;
    let mut streams = whole.streams().map_err(disk)?;
    let written = TABLES.map(|(_, table)| table);
    let mut tables = Tables::of(&written, &mut streams).map_err(disk)?;
    let name = |place: &PlaceId| from.directory.full_name(place);
    let names = Names {
        base: from.public_url.origin(),
        place: &name,
        vocabulary: from.vocabulary,
    };
    put(&mut tables, category_rows(&names))?;
    let mut after = String::new();
    loop {
        let page = from.store.bodies_after(&after, PAGE).await?;
        let Some((last, _)) = page.last() else { break };
        after = last.id.to_string();
        let standing = page.iter().filter(|(_, merged)| merged.is_none());
        for (body, _) in standing {
            put(&mut tables, [organization_row(body, &names)])?;
        }
    }
    let public = Public::of(from.store).await?;
    let mut rows = Rows::default();
    let mut after = 0;
    while let Some((last, page)) = public.page(after).await? {
        after = last;
        let sources = sources_of(from.store, "hsds", &page).await?;
        for one in &page {
            let Some(provider) = from.directory.organization(&one.offering.provider) else {
                continue;
            };
            let slug = &one.offering.slug;
            let source = sources.get(slug);
            let kept = source.map(|source| Kept::of(source, slug, provider));
            let listed = Listed {
                slug,
                content: &one.edition.content,
                provider,
                status: one.offering.status,
                changed_at: one.offering.changed_at,
                kept: kept.as_ref(),
            };
            put(&mut tables, rows.of(&listed, &names))?;
        }
    }
    let home = from.public_url.of("/");
    let described = descriptor(from.publisher, &home, &tables.written());
    packed(whole, move || archive(tables, &described, file)).await
}

fn put(
    tables: &mut Tables<Stream>,
    rows: impl IntoIterator<Item = (&'static Table, Row)>,
) -> Result<(), Error> {
    for (table, row) in rows {
        tables.put(table, &row).map_err(disk)?;
    }
    Ok(())
}
