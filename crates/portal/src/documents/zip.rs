//! Looking into a zipped document without unpacking it: its list of contents alone
//! says what it is and how large it would become.

/// What a zipped document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// Words.
    Words,
    /// A spreadsheet.
    Sheets,
}

/// Entries beyond which nobody needs to look.
const MOST_ENTRIES: usize = 2_000;
/// Bytes that it may become at most.
const MOST_UNPACKED: u64 = 200_000_000;
/// How many times larger than packed it may become.
const MOST_TIMES: u64 = 200;

const END_SIGN: [u8; 4] = [b'P', b'K', 5, 6];
const ENTRY_SIGN: [u8; 4] = [b'P', b'K', 1, 2];
const END_SIZE: usize = 22;
const ENTRY_SIZE: usize = 46;

/// What a zip file holds, or why it is refused.
pub fn look_inside(bytes: &[u8]) -> Result<Inside, String> {
    let broken = || "the file is damaged: its list of contents cannot be read".to_owned();
    let end = end_of(bytes).ok_or_else(broken)?;
    let count = usize::from(short(bytes, end + 10).ok_or_else(broken)?);
    let from = long(bytes, end + 16).ok_or_else(broken)? as usize;
    if count > MOST_ENTRIES {
        return Err("the file holds too many parts".to_owned());
    }
    let (mut at, mut unpacked) = (from, 0_u64);
    let (mut words, mut sheets, mut types) = (false, false, false);
    for _ in 0..count {
        if bytes.get(at..at + 4) != Some(&ENTRY_SIGN[..]) {
            return Err(broken());
        }
        let size = long(bytes, at + 24).ok_or_else(broken)?;
        // All ones stand for a size written elsewhere, which no document needs.
        if size == u32::MAX {
            return Err("the file would become too large".to_owned());
        }
        unpacked += u64::from(size);
        let length = |offset| {
            short(bytes, at + offset)
                .map(usize::from)
                .ok_or_else(broken)
        };
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        let name = bytes
            .get(at + ENTRY_SIZE..at + ENTRY_SIZE + name)
            .ok_or_else(broken)?;
        match name {
            b"[Content_Types].xml" => types = true,
            b"word/document.xml" => words = true,
            b"xl/workbook.xml" => sheets = true,
            _ if name.ends_with(b"vbaProject.bin") => {
                return Err("the file holds macros; save it without".to_owned());
            }
            _ => {}
        }
        at += ENTRY_SIZE + name.len() + extra + comment;
    }
    if unpacked > MOST_UNPACKED || unpacked / MOST_TIMES > bytes.len() as u64 {
        return Err("the file would become too large".to_owned());
    }
    match (types, words, sheets) {
        (true, true, false) => Ok(Inside::Words),
        (true, false, true) => Ok(Inside::Sheets),
        _ => Err("zipped files are taken as DOCX and XLSX alone".to_owned()),
    }
}

/// Where the end of the list stands.
fn end_of(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_SIZE)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last)
        .rev()
        .find(|at| bytes.get(*at..at + 4) == Some(&END_SIGN[..]))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_le_bytes(two.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A zip file with these parts, whose sizes are only said.
    fn zip(parts: &[(&str, u32)]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        bytes.resize(2_000, 0);
        let from = bytes.len() as u32;
        for (name, size) in parts {
            let mut entry = vec![0; ENTRY_SIZE];
            entry[..4].copy_from_slice(&ENTRY_SIGN);
            entry[24..28].copy_from_slice(&size.to_le_bytes());
            entry[28..30].copy_from_slice(&(name.len() as u16).to_le_bytes());
            bytes.extend(entry);
            bytes.extend(name.as_bytes());
        }
        let mut end = vec![0; END_SIZE];
        end[..4].copy_from_slice(&END_SIGN);
        end[10..12].copy_from_slice(&(parts.len() as u16).to_le_bytes());
        end[16..20].copy_from_slice(&from.to_le_bytes());
        bytes.extend(end);
        bytes
    }

    fn check(parts: &[(&str, u32)], expect: Result<Inside, &str>) {
        let found = look_inside(&zip(parts));
        match expect {
            Ok(inside) => assert_eq!(found, Ok(inside)),
            Err(words) => assert!(
                found.as_ref().is_err_and(|e| e.contains(words)),
                "{found:?}"
            ),
        }
    }

    const TYPES: (&str, u32) = ("[Content_Types].xml", 500);

    #[test]
    fn a_zip_is_taken_as_a_document_alone_and_only_of_a_bearable_size() {
        check(&[TYPES, ("word/document.xml", 9_000)], Ok(Inside::Words));
        check(&[TYPES, ("xl/workbook.xml", 9_000)], Ok(Inside::Sheets));
        check(&[("evil.exe", 9_000)], Err("alone"));
        check(
            &[TYPES, ("word/document.xml", 4_000_000_000)],
            Err("too large"),
        );
        check(&[TYPES, ("word/document.xml", u32::MAX)], Err("too large"));
        check(
            &[TYPES, ("word/document.xml", 9), ("word/vbaProject.bin", 9)],
            Err("macros"),
        );
        let many = vec![TYPES; 3_000];
        check(&many, Err("too many"));
    }

    #[test]
    fn any_prefix_of_a_zip_is_refused_and_never_a_panic() {
        let whole = zip(&[TYPES, ("word/document.xml", 9_000)]);
        for length in 0..whole.len() {
            assert!(look_inside(&whole[..length]).is_err());
        }
        let mut odd = whole.clone();
        let end = odd.len() - END_SIZE;
        odd[end + 16..end + 20].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(look_inside(&odd).is_err());
    }
}
