//! What a file holds, by its bytes alone.

/// What a file of the field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A contract list of a purchasing office, as CSV or XLSX.
    Contracts,
    /// Releases or records of the Open Contracting Data Standard.
    Ocds,
    /// A directory of the Human Services Data Specification.
    Hsds,
}

impl FileKind {
    /// Every kind, in the order of forms.
    pub const ALL: [Self; 3] = [Self::Contracts, Self::Ocds, Self::Hsds];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Contracts => "contracts",
            Self::Ocds => "ocds",
            Self::Hsds => "hsds",
        }
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Contracts => "Contract list (CSV or XLSX)",
            Self::Ocds => "OCDS releases or records (JSON)",
            Self::Hsds => "HSDS services (JSON)",
        }
    }

    /// The kind that a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What the bytes seem to hold: JSON that names an ocid, a release or a record is
    /// OCDS, other JSON is HSDS, and everything else is a table.
    pub fn recognize(bytes: &[u8]) -> Self {
        let beginning: Vec<u8> = bytes
            .iter()
            .take(LOOKED_AT)
            .copied()
            .filter(|byte| *byte != 0)
            .collect();
        let text = String::from_utf8_lossy(&beginning);
        let text = text.trim_start_matches(|c: char| !c.is_ascii() || c.is_whitespace());
        if !text.starts_with(['{', '[']) {
            return Self::Contracts;
        }
        let names = ["\"ocid\"", "\"releases\"", "\"records\""];
        if names.iter().any(|name| text.contains(name)) {
            Self::Ocds
        } else {
            Self::Hsds
        }
    }
}

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
