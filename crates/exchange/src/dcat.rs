//! DCAT-US 1.1 (Project Open Data): what a portal has to download, as `/data.json`.

use serde_json::{Value, json};

/// What the data set is called.
pub const TITLE: &str = "Shared IT services and contracts that governments can use";
/// What it holds.
pub const ABOUT: &str = "What public bodies let state and local governments use or buy: \
    offerings with their editions, prices and documents, who may use each of them, \
    who takes part, who uses what, and what is not offered.";
/// Words to find it by.
pub const KEYWORDS: &[&str] = &[
    "cooperative purchasing",
    "government contracts",
    "interlocal agreements",
    "shared services",
];

/// What a catalog says.
#[derive(Clone, Debug)]
pub struct Catalog<'a> {
    /// The address of the portal, without a slash at its end.
    pub base: &'a str,
    /// Who publishes.
    pub publisher: &'a str,
    /// The day on which the files were written.
    pub modified: Option<String>,
    /// The files.
    pub distributions: Vec<Distribution<'a>>,
}

/// A file.
#[derive(Clone, Debug)]
pub struct Distribution<'a> {
    /// What it is.
    pub title: &'a str,
    /// What it holds.
    pub description: &'a str,
    /// Where it lies.
    pub url: String,
    /// Its media type.
    pub media: &'a str,
    /// The address of the standard that it follows.
    pub conforms_to: &'a str,
}

/// The catalog: one data set in several forms, and the interface to it.
pub fn catalog(of: &Catalog<'_>) -> Value {
    let at = |path: &str| format!("{}{path}", of.base);
    let files = of.distributions.iter().map(|file| {
        json!({
            "@type": "dcat:Distribution",
            "title": file.title,
            "description": file.description,
            "downloadURL": file.url,
            "mediaType": file.media,
            "conformsTo": file.conforms_to,
        })
    });
    let directory = json!({
        "@type": "dcat:Distribution",
        "title": "Service directory for programs",
        "description": "Services, organizations and categories page by page, as HSDS 3.0.",
        "accessURL": at("/hsds/"),
        "mediaType": "application/json",
        "format": "API",
        "conformsTo": "https://docs.openreferral.org/en/v3.0.0/",
    });
    let mut dataset = json!({
        "@type": "dcat:Dataset",
        "identifier": at("/data"),
        "title": TITLE,
        "description": ABOUT,
        "keyword": KEYWORDS,
        "publisher": {"@type": "org:Organization", "name": of.publisher},
        "contactPoint": {"@type": "vcard:Contact", "fn": of.publisher},
        "accessLevel": "public",
        "landingPage": at("/data"),
        "language": ["en-US"],
        "spatial": "United States",
        "accrualPeriodicity": "R/P1D",
        "distribution": files.chain([directory]).collect::<Vec<Value>>(),
    });
    if let Some(day) = &of.modified {
        dataset["modified"] = json!(day);
    }
    json!({
        "@context": "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld",
        "@id": at("/data.json"),
        "@type": "dcat:Catalog",
        "conformsTo": "https://project-open-data.cio.gov/v1.1/schema",
        "describedBy": "https://project-open-data.cio.gov/v1.1/schema/catalog.json",
        "dataset": [dataset],
    })
}
