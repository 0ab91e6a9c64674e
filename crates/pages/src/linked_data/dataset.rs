//! The open data as a `Dataset` with its files.

use super::{Thing, whole};
use crate::pages::DataPage;
use serde_json::{Value, json};

impl DataPage {
    /// The catalog to download.
    pub(crate) fn linked(&self) -> Value {
        let shell = &self.shell;
        let files = self.files.iter().filter(|file| file.bytes.is_some());
        let files = files.map(|file| {
            let size = file.bytes.map(|bytes| format!("{bytes} bytes"));
            Thing::of("DataDownload")
                .says("name", file.title)
                .says("description", file.about)
                .says("contentUrl", whole(shell, &format!("/data/{}", file.name)))
                .says("encodingFormat", file.media)
                .says("contentSize", size)
                .value()
        });
        Thing::of("Dataset")
            .says("@id", whole(shell, "/data#dataset"))
            .says("name", self.title)
            .says("description", self.about)
            .says("url", whole(shell, "/data"))
            .says("keywords", self.keywords.to_vec())
            .says("isAccessibleForFree", true)
            .says(
                "creator",
                json!({"@type": "Organization", "name": shell.brand.name, "url": whole(shell, "/")}),
            )
            .says("dateModified", self.written_on.map(|day| day.to_string()))
            .says(
                "spatialCoverage",
                json!({"@type": "Country", "name": "United States"}),
            )
            .says("distribution", files.collect::<Vec<_>>())
            .value()
    }
}
