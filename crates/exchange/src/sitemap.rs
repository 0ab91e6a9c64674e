//! Sitemaps: a page of addresses, and the index of such pages.

use chrono::NaiveDate;

/// Addresses of a page at most, as the protocol allows.
pub const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// A page of addresses, with the day of the last change where it is known.
pub fn urls<'a>(of: impl IntoIterator<Item = (&'a str, Option<NaiveDate>)>) -> String {
    document("urlset", "url", of)
}

/// The index of such pages.
pub fn index<'a>(of: impl IntoIterator<Item = (&'a str, Option<NaiveDate>)>) -> String {
    document("sitemapindex", "sitemap", of)
}

fn document<'a>(
    whole: &str,
    part: &str,
    of: impl IntoIterator<Item = (&'a str, Option<NaiveDate>)>,
) -> String {
    let mut out =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{whole} xmlns=\"{NAMESPACE}\">\n");
    for (address, changed) in of {
        out.push_str(&format!("<{part}><loc>{}</loc>", escaped(address)));
        if let Some(day) = changed {
            out.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        out.push_str(&format!("</{part}>\n"));
    }
    out.push_str(&format!("</{whole}>\n"));
    out
}

/// Text as XML writes it.
pub fn escaped(text: &str) -> String {
    crate::atom::clean(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::urls;
    use chrono::NaiveDate;

    #[test]
    fn an_address_is_written_as_xml_wants_it() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22);
        let xml = urls([("https://arden.example/a?b=1&c=2", day)]);
        assert!(xml.contains("<loc>https://arden.example/a?b=1&amp;c=2</loc>"));
        assert!(xml.contains("<lastmod>2026-11-22</lastmod>"));
    }
}
