//! Addresses inside the portal, escaped for their place in a URL.

use std::fmt::Write;

/// Escapes a value for a query string.
pub fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(byte.into());
            }
            b' ' => out.push('+'),
            other => {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out
}

/// The page of a jurisdiction.
pub fn jurisdiction(key: &str) -> String {
    format!("/jurisdictions/{}", escape(key))
}

/// The page of an offering, with the chosen jurisdiction.
pub fn offering(slug: &str, chosen: Option<&str>) -> String {
    with_for(&format!("/offerings/{}", escape(slug)), chosen)
}

/// The lines of a contract.
pub fn lines(slug: &str) -> String {
    format!("/offerings/{}/lines", escape(slug))
}

/// The page of a body.
pub fn organization(slug: &str) -> String {
    format!("/organizations/{}", escape(slug))
}

/// The page of a category, with the chosen jurisdiction.
pub fn category(slug: &str, chosen: Option<&str>) -> String {
    with_for(&format!("/categories/{}", escape(slug)), chosen)
}

/// The page of a state by its postal code.
pub fn state(postal: &str) -> String {
    format!("/states/{}", escape(&postal.to_ascii_lowercase()))
}

/// A search, with the chosen jurisdiction.
pub fn search(query: &str, chosen: Option<&str>) -> String {
    with_for(&format!("/search?q={}", escape(query)), chosen)
}

/// The partner form for a category, with the chosen jurisdiction.
pub fn partners(category: Option<&str>, chosen: Option<&str>) -> String {
    let path = match category {
        Some(category) => format!("/match?category={}", escape(category)),
        None => "/match".to_owned(),
    };
    with_for(&path, chosen)
}

/// The question to a body; none asks the CIO office of the state.
pub fn ask(
    organization: Option<&str>,
    category: Option<&str>,
    chosen: Option<&str>,
    offering: Option<&str>,
) -> String {
    let parts: Vec<String> = [
        ("organization", organization),
        ("category", category),
        ("offering", offering),
        ("for", chosen),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some(format!("{name}={}", escape(value?))))
    .collect();
    if parts.is_empty() {
        return "/ask".to_owned();
    }
    format!("/ask?{}", parts.join("&"))
}

/// The comparison of what lies in the tray.
pub(crate) fn compare(shell: &crate::Shell) -> String {
    let names: Vec<String> = shell
        .tray
        .iter()
        .map(|item| format!("o={}", escape(&item.name)))
        .collect();
    with_for(&format!("/compare?{}", names.join("&")), shell.key())
}

/// The picker, which comes back to `path` afterwards.
pub fn picker(path: &str) -> String {
    format!("/jurisdictions?next={}", escape(path))
}

/// `path` with its `for` set to the key, whatever it was before.
pub fn with_for(path: &str, key: Option<&str>) -> String {
    let (rest, fragment) = path
        .split_once('#')
        .map_or((path, None), |(a, b)| (a, Some(b)));
    let (base, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut parts: Vec<String> = query
        .split('&')
        .filter(|part| !part.is_empty() && *part != "for" && !part.starts_with("for="))
        .map(str::to_owned)
        .collect();
    if let Some(key) = key {
        parts.push(format!("for={}", escape(key)));
    }
    let mut out = base.to_owned();
    if !parts.is_empty() {
        out.push('?');
        out.push_str(&parts.join("&"));
    }
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

/// Whether the path stays inside the portal: one leading slash, no other host.
pub fn is_inside(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.chars().any(char::is_control)
}

/// An outside address, only when it is plain http or https.
pub fn outside(address: &str) -> Option<&str> {
    let address = address.trim();
    let safe = address.starts_with("https://") || address.starts_with("http://");
    (safe && !address.contains(char::is_whitespace)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_jurisdiction_replaces_an_earlier_one() {
        assert_eq!(
            with_for("/search?q=a+b&for=county-17031&page=2#r", Some("state-17")),
            "/search?q=a+b&page=2&for=state-17#r"
        );
        assert_eq!(with_for("/search?for=county-17031", None), "/search");
    }

    #[test]
    fn words_are_escaped_in_a_search_address() {
        assert_eq!(search("a&b=ü \"", None), "/search?q=a%26b%3D%C3%BC+%22");
    }

    #[test]
    fn an_address_with_another_scheme_or_host_is_refused() {
        assert_eq!(outside("javascript:alert(1)"), None);
        assert_eq!(
            outside(" https://arden.example/x "),
            Some("https://arden.example/x")
        );
        assert!(!is_inside("//evil.example/"));
        assert!(!is_inside("/\\evil.example/"));
        assert!(is_inside("/search?q=x"));
    }
}
