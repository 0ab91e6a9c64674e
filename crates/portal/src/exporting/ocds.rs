//! Contract vehicles as an OCDS record package.

use super::{
    Exporting, disk,
    public::{Public, Shown},
    whole::WholeFile,
};
use crate::Error;
use interlocal_catalog::{OfferingId, offering::OfferingKind};
use interlocal_exchange::ocds::{EXTENSION_PATH, Vehicle, extensions_used};
use serde_json::{Value, json};
use std::{
    collections::{BTreeSet, HashMap},
    io::Write,
    path::Path,
};

/// Writes every contract vehicle that everybody may see into a file, record by record.
pub async fn export_ocds(from: &Exporting<'_>, place: &Path) -> Result<(), Error> {
    let (whole, mut file) = WholeFile::at(place).map_err(disk)?;
    let public = Public::of(from.store).await?;
    let base = from.public_url.origin();
    let uri = from.public_url.of("/data/interlocal-ocds.json");
    let head = json!({
        "uri": uri,
        "version": "1.1",
        "publishedDate": from.written_at(),
        "publisher": {"name": from.publisher, "uri": from.public_url.of("/")},
    });
    let head = head.to_string();
    let open = head.strip_suffix('}').unwrap_or(&head);
    write!(file, "{open},\n\"records\":[").map_err(disk)?;
    let mut extensions = BTreeSet::from([from.public_url.of(EXTENSION_PATH)]);
    let mut first = true;
    let mut after = 0;
    while let Some((last, page)) = public.page(after).await? {
        after = last;
        let page: Vec<Shown> = page
            .into_iter()
            .filter(|one| one.edition.content.kind == OfferingKind::Contract)
            .collect();
        let mut sources = sources(from, &page).await?;
        for one in &page {
            let Some(provider) = from.directory.organization(&one.offering.provider) else {
                continue;
            };
            let source = sources.remove(&one.offering.slug);
            let vehicle = Vehicle {
                slug: &one.offering.slug,
                content: &one.edition.content,
                edition: one.edition.number,
                published_at: one.edition.published_at,
                status: one.offering.status,
                provider,
                source: source.as_ref(),
            };
            let begin = if first { "\n" } else { ",\n" };
            first = false;
            let record = vehicle.record(base, &uri);
            extensions.extend(extensions_used(&record["compiledRelease"]));
            write!(file, "{begin}{record}").map_err(disk)?;
        }
    }
    let extensions = json!(extensions);
    write!(file, "\n],\n\"extensions\":{extensions}}}\n").map_err(disk)?;
    whole.finish(file).map_err(disk)
}

/// What the files said that these were taken from. Where something of an offering is
/// restricted, or its file came after what is published, nothing of the file is told.
pub(super) async fn sources(
    from: &Exporting<'_>,
    page: &[Shown],
) -> Result<HashMap<OfferingId, Value>, Error> {
    let whole = page.iter().filter(|one| one.is_whole);
    let published: HashMap<&OfferingId, _> = whole
        .map(|one| (&one.offering.slug, one.edition.published_at))
        .collect();
    let slugs: Vec<OfferingId> = published.keys().map(|slug| (*slug).clone()).collect();
    let found = from.store.imported_of("ocds", &slugs).await?;
    let told = found.into_iter().filter_map(|(slug, (text, taken_at))| {
        let in_time = published.get(&slug).is_some_and(|at| taken_at <= *at);
        let value = serde_json::from_str(&text).ok().filter(|_| in_time)?;
        Some((slug, value))
    });
    Ok(told.collect())
}
