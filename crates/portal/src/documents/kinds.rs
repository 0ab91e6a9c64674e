//! What a file is, read from its bytes.

use super::zip::{Inside, look_inside};

/// The largest file that is taken, in bytes.
pub const LARGEST: usize = 10_000_000;

/// Kinds of files that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Portable Document Format.
    Pdf,
    /// Words.
    Docx,
    /// A spreadsheet.
    Xlsx,
    /// A table as text.
    Csv,
    /// Text.
    Text,
    /// A picture.
    Png,
    /// A picture.
    Jpeg,
}

const TAKEN: &str = "PDF, DOCX, XLSX, CSV, TXT, PNG and JPEG are taken";

/// Tags of markup that a browser would run or draw.
const MARKUP: [&str; 8] = [
    "!doctype", "html", "svg", "script", "?xml", "body", "iframe", "head",
];

impl Kind {
    /// The kind of a file; the name tells a table from other text and nothing else.
    pub fn of(bytes: &[u8], name: &str) -> Result<Kind, String> {
        match bytes {
            [] => Err("the file is empty".to_owned()),
            _ if bytes.len() > LARGEST => Err("the file is larger than 10 MB; choose a smaller one, or name where it stands on the web".to_owned()),
            [b'%', b'P', b'D', b'F', b'-', ..] => Ok(Kind::Pdf),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Ok(Kind::Png),
            [0xff, 0xd8, 0xff, ..] => Ok(Kind::Jpeg),
            [b'P', b'K', 3, 4, ..] => match look_inside(bytes)? {
                Inside::Words => Ok(Kind::Docx),
                Inside::Sheets => Ok(Kind::Xlsx),
            },
            _ => text(bytes, name),
        }
    }

    /// Its media type.
    pub fn media(self) -> &'static str {
        match self {
            Kind::Pdf => "application/pdf",
            Kind::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Kind::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Kind::Csv => "text/csv; charset=utf-8",
            Kind::Text => "text/plain; charset=utf-8",
            Kind::Png => "image/png",
            Kind::Jpeg => "image/jpeg",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Kind::Pdf => "pdf",
            Kind::Docx => "docx",
            Kind::Xlsx => "xlsx",
            Kind::Csv => "csv",
            Kind::Text => "txt",
            Kind::Png => "png",
            Kind::Jpeg => "jpg",
        }
    }

    /// The name to save it under: letters, digits and hyphens, and the ending that
    /// fits what it is.
    pub fn name(self, sent: &str) -> String {
        let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
        let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
        let mut name = String::new();
        for letter in stem.chars().take(80) {
            if letter.is_ascii_alphanumeric() || letter == '_' {
                name.push(letter);
            } else if !name.ends_with('-') {
                name.push('-');
            }
        }
        let name = match name.trim_matches('-') {
            "" => "document",
            name => name,
        };
        format!("{name}.{}", self.ending())
    }
}

fn text(bytes: &[u8], name: &str) -> Result<Kind, String> {
    let refused = || format!("the file is none of the kinds that are taken: {TAKEN}");
    let text = std::str::from_utf8(bytes).map_err(|_| refused())?;
    let odd = |c: char| c.is_control() && !['\n', '\r', '\t', '\u{c}'].contains(&c);
    if text.chars().any(odd) {
        return Err(refused());
    }
    let lower = text.to_ascii_lowercase();
    let opens = |rest: &str| MARKUP.iter().any(|tag| rest.starts_with(tag));
    if lower.split('<').skip(1).any(opens) {
        return Err(format!("the file holds markup; {TAKEN}"));
    }
    Ok(if name.to_ascii_lowercase().ends_with(".csv") {
        Kind::Csv
    } else {
        Kind::Text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], name: &str, expect: Option<Kind>) {
        assert_eq!(Kind::of(bytes, name).ok(), expect, "{name}");
    }

    #[test]
    fn a_file_is_what_its_bytes_say_whatever_it_is_called() {
        check(b"%PDF-1.7 ...", "evil.html", Some(Kind::Pdf));
        check(b"\x89PNG\r\n\x1a\n....", "a.pdf", Some(Kind::Png));
        check(b"\xff\xd8\xff\xe0", "a", Some(Kind::Jpeg));
        check(b"a,b\n1,2\n", "A.CSV", Some(Kind::Csv));
        check(b"plain words", "a.docx", Some(Kind::Text));
        check(b"<HTML><SCRIPT>alert(1)</SCRIPT>", "a.pdf", None);
        check(b"words first <SVG onload=x>", "a.txt", None);
        check(b"MZ\x90\x00\x03\x00", "a.txt", None);
        check(b"", "a.pdf", None);
        check(&vec![b'a'; LARGEST + 1], "a.txt", None);
    }

    #[test]
    fn a_name_is_no_path_and_has_the_ending_of_what_it_is() {
        for (sent, kept) in [
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\x\\Rate card 2026.exe", "Rate-card-2026.pdf"),
            ("\"; filename=evil.html", "filename-evil.pdf"),
            ("..", "document.pdf"),
            ("", "document.pdf"),
        ] {
            assert_eq!(Kind::Pdf.name(sent), kept);
        }
    }
}
