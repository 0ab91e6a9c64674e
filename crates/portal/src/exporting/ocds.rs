//! Contract vehicles as an OCDS record package.

use super::{
    Exporting, disk,
    public::{Public, Shown},
    sources::sources_of,
    whole::WholeFile,
};
use crate::Error;
use interlocal_catalog::offering::OfferingKind;
use interlocal_exchange::ocds::{EXTENSION_PATH, Vehicle, extensions_used};
use serde_json::json;
use std::{collections::BTreeSet, io::Write, path::Path};

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
        let mut sources = sources_of(from.store, "ocds", &page).await?;
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
