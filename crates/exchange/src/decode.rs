//! Bytes of a file as text: UTF-8 with or without a byte-order mark, UTF-16 with
//! one, else Windows-1252.

/// Text, and what had to be supposed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What the reader should know; none where the bytes were plain UTF-8.
    pub note: Option<&'static str>,
}

/// Why bytes are no text, and where that shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoText {
    /// The line, from 1.
    pub line: u64,
    /// The letter on the line, from 1.
    pub letter: u64,
    /// Why.
    pub why: String,
}

impl NoText {
    fn whole(why: &str) -> Self {
        Self {
            line: 1,
            letter: 1,
            why: why.to_owned(),
        }
    }

    /// A letter behind this part of a text that no text has.
    fn nul(before: &str) -> Self {
        let line = before.rsplit('\n').next().unwrap_or_default();
        let letter = line.chars().count() as u64 + 1;
        Self {
            line: before.matches('\n').count() as u64 + 1,
            letter,
            why: format!(
                "has a NUL character as letter {letter} of this line: it is no text, or was damaged on its way"
            ),
        }
    }
}

/// Letters of Windows-1252 from 0x80 to 0x9f; what is not assigned is replaced.
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// Reads bytes as text; errs where they are none.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NoText> {
    let (text, note) = if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        (utf16(rest, u16::from_le_bytes)?, Some("read as UTF-16"))
    } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        (utf16(rest, u16::from_be_bytes)?, Some("read as UTF-16"))
    } else {
        let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(plain) {
            Ok(text) => (text.to_owned(), None),
            Err(_) => (
                plain.iter().map(|byte| windows(*byte)).collect(),
                Some("it is no UTF-8 and was read as Windows-1252"),
            ),
        }
    };
    if let Some((before, _)) = text.split_once('\0') {
        return Err(NoText::nul(before));
    }
    Ok(Decoded { text, note })
}

fn utf16(bytes: &[u8], of: fn([u8; 2]) -> u16) -> Result<String, NoText> {
    let units = bytes.chunks(2).map(|pair| match pair {
        [a, b] => of([*a, *b]),
        _ => 0xfffd,
    });
    char::decode_utf16(units)
        .collect::<Result<String, _>>()
        .map_err(|_| NoText::whole("begins as UTF-16 and is none"))
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS
            .get(usize::from(byte - 0x80))
            .copied()
            .unwrap_or('\u{fffd}'),
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn check(bytes: &[u8], expect: Result<(&str, bool), ()>) {
        let read = decode(bytes);
        let read = read.as_ref().map(|d| (d.text.as_str(), d.note.is_some()));
        assert_eq!(read.map_err(|_| ()), expect);
    }

    #[test]
    fn text_is_read_in_the_ways_that_files_come() {
        check("Cañon".as_bytes(), Ok(("Cañon", false)));
        check(b"\xef\xbb\xbfDomain", Ok(("Domain", false)));
        check(b"\xff\xfeA\0\xf1\0", Ok(("Añ", true)));
        check(b"\xfe\xff\0A", Ok(("A", true)));
        check(b"Ca\xf1on \x93x\x94", Ok(("Cañon “x”", true)));
        check(b"a\0b", Err(()));
        let no_text = decode(b"a,b\n1,2\n3,\xc3\xb1\0").unwrap_err();
        assert_eq!((no_text.line, no_text.letter), (3, 4), "{no_text:?}");
    }
}
