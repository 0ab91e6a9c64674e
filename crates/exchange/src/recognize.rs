//! What a file holds, by its bytes alone.

use crate::package;
use std::io::Cursor;

/// What a file of the field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A contract list of a purchasing office, as CSV or XLSX.
    Contracts,
    /// Releases or records of the Open Contracting Data Standard.
    Ocds,
    /// A directory of the Human Services Data Specification.
    Hsds,
    /// The FedRAMP marketplace.
    Fedramp,
    /// The registry of .gov domains.
    Dotgov,
    /// A Gazetteer file of the Census Bureau.
    Jurisdictions,
}

impl FileKind {
    /// Kinds that a body takes in, in the order of forms.
    pub const OF_BODIES: [Self; 4] = [Self::Contracts, Self::Ocds, Self::Hsds, Self::Fedramp];

    /// Kinds that concern every body.
    pub const OF_STEWARDS: [Self; 3] = [Self::Fedramp, Self::Dotgov, Self::Jurisdictions];

    const ALL: [Self; 6] = [
        Self::Contracts,
        Self::Ocds,
        Self::Hsds,
        Self::Fedramp,
        Self::Dotgov,
        Self::Jurisdictions,
    ];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contracts => "contracts",
            Self::Ocds => "ocds",
            Self::Hsds => "hsds",
            Self::Fedramp => "fedramp",
            Self::Dotgov => "dotgov",
            Self::Jurisdictions => "jurisdictions",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Contracts => "Contract list (CSV or XLSX)",
            Self::Ocds => "OCDS releases or records (JSON)",
            Self::Hsds => "HSDS services (JSON, or a ZIP of CSV files)",
            Self::Fedramp => "FedRAMP marketplace (JSON)",
            Self::Dotgov => "Registry of .gov domains (CSV)",
            Self::Jurisdictions => "Census Gazetteer of governments (text)",
        }
    }

    /// The kind that a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What the bytes seem to hold: JSON that names an ocid, a release or a record is
    /// OCDS, JSON with products of cloud providers is FedRAMP’s, other JSON is HSDS, an
    /// archive with a table of services is HSDS, and everything else is a table, of .gov
    /// domains or of governments where its headings say so.
    pub fn recognize(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK") {
            return match holds_services(bytes) {
                true => Self::Hsds,
                false => Self::Contracts,
            };
        }
        let beginning: Vec<u8> = bytes
            .iter()
            .take(LOOKED_AT)
            .copied()
            .filter(|byte| *byte != 0)
            .collect();
        let text = String::from_utf8_lossy(&beginning);
        let text = text.trim_start_matches(|c: char| !c.is_ascii() || c.is_whitespace());
        let names = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if !text.starts_with(['{', '[']) {
            let head = text.lines().next().unwrap_or_default().to_lowercase();
            return match () {
                () if head.starts_with("domain name") => Self::Dotgov,
                () if head.starts_with("usps") && head.contains("geoid") => Self::Jurisdictions,
                () => Self::Contracts,
            };
        }
        if names(&["\"ocid\"", "\"releases\"", "\"records\""]) {
            Self::Ocds
        } else if names(&["\"Products\"", "\"Providers\"", "\"csp\""]) {
            Self::Fedramp
        } else {
            Self::Hsds
        }
    }
}

/// Whether an archive has a table of services or organizations.
fn holds_services(bytes: &[u8]) -> bool {
    let names = package::names(Cursor::new(bytes)).unwrap_or_default();
    names.iter().any(|name| {
        let name = name.rsplit('/').next().unwrap_or(name);
        SERVICES
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known))
    })
}

/// Tables by which a package of services is known.
const SERVICES: [&str; 4] = [
    "service.csv",
    "services.csv",
    "organization.csv",
    "organizations.csv",
];
/// Bytes of a file in which its kind shows.
const LOOKED_AT: usize = 200_000;

#[cfg(test)]
mod tests {
    use super::FileKind;

    fn check(bytes: &[u8], expect: FileKind) {
        assert_eq!(FileKind::recognize(bytes), expect);
    }

    #[test]
    fn a_file_is_known_by_how_it_begins() {
        check(b"contract,company\n1,Boro", FileKind::Contracts);
        check(b"PK\x03\x04\x14\x00", FileKind::Contracts);
        check(b"Domain name,Domain type\n", FileKind::Dotgov);
        check(b"USPS\tGEOID\tANSICODE\n", FileKind::Jurisdictions);
        check(b"{\"data\":{\"Products\":[]}}", FileKind::Fedramp);
        check(b"", FileKind::Contracts);
        check(
            b"\xef\xbb\xbf\n{\"uri\":\"x\",\"releases\":[]}",
            FileKind::Ocds,
        );
        check(b"{\"ocid\":\"ocds-1\",\"id\":\"1\"}", FileKind::Ocds);
        check(
            b"{\"id\":\"1\",\"name\":\"Boro\",\"services\":[]}",
            FileKind::Hsds,
        );
        let utf16: Vec<u8> = "\u{feff}{\"ocid\":\"1\"}"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&utf16, FileKind::Ocds);
    }
}
