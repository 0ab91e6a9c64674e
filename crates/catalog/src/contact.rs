//! Where one writes to an office.

/// Whether a text is something that one can write to: an address for mail, or a page
/// of the web. Empty says nothing, and is fine.
pub fn can_be_written_to(text: &str) -> bool {
    let text = text.trim();
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || "\"<>(),;".contains(c);
    if text.is_empty() {
        return true;
    }
    if text.contains(is_odd) {
        return false;
    }
    let page = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    let host = match page {
        Some(rest) => rest.split(['/', '?', '#']).next(),
        None => text
            .split_once('@')
            .filter(|(name, host)| !name.is_empty() && !host.contains('@'))
            .map(|(_, host)| host),
    };
    host.is_some_and(|host| host.contains('.') && !host.starts_with('.') && !host.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::can_be_written_to;

    #[test]
    fn an_address_or_a_page_and_nothing_else() {
        for (text, expect) in [
            ("", true),
            ("it-services@doit.arden.example", true),
            ("https://doit.arden.example/contact", true),
            ("Ask Ada", false),
            ("555 0100", false),
            ("@arden.example", false),
            ("ada@arden", false),
            ("ada@arden.example, ben@arden.example", false),
            ("https://", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(can_be_written_to(text), expect, "{text}");
        }
    }
}
