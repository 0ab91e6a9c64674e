//! What is an address of the web or of mail, for formats that want one where a field
//! is one.

/// Whether a text is an address of the web that every reader of a format takes.
pub fn is_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let fine = |b: u8| b.is_ascii_graphic() && !b"\"<>\\^`{|}[]".contains(&b);
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && rest.bytes().all(fine) && percent_is_followed(rest)
    })
}

/// Whether two hexadecimal digits follow every percent sign.
fn percent_is_followed(text: &str) -> bool {
    text.split('%').skip(1).all(|rest| {
        let mut digits = rest.bytes();
        let mut hex = || digits.next().is_some_and(|b| b.is_ascii_hexdigit());
        hex() && hex()
    })
}

/// Whether a text is an address of mail.
pub fn is_email(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains("..")
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._+-".contains(&b))
    };
    text.split_once('@').is_some_and(|(name, host)| {
        plain(name) && plain(host) && host.contains('.') && !host.starts_with('-')
    })
}

#[cfg(test)]
mod tests {
    use super::{is_address, is_email};

    #[test]
    fn addresses_are_told_from_words() {
        for good in ["https://a.example", "http://a.example/x?y=%20z#q"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "a.example",
            "https://",
            "https://a b",
            "https://a.example/%2",
            "ftp://a",
            "https://é",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
        assert!(is_email("it.help@a-b.example"));
        for bad in [
            "a@b",
            "a b@c.example",
            "@c.example",
            "a@.example",
            "call 555",
            "a@b@c.example",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
