//! Styles, scripts, fonts and images, embedded in the binary.
//!
//! Their addresses carry the version of their content, `/assets/{version}/{path}`,
//! so a browser may keep them for good ([`CACHE_CONTROL`]); the version in a
//! request is not compared, an old page still finds today's files.

use rust_embed::RustEmbed;
use std::{borrow::Cow, fmt::Write};

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/static/"]
struct Static;

/// What every embedded file is answered with.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// One embedded file.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its content.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub content_type: &'static str,
    /// Entity tag from its content, quoted.
    pub etag: String,
}

/// The embedded file at a path such as `interlocal.css` or `images/favicon.svg`.
pub fn find(path: &str) -> Option<Asset> {
    let file = Static::get(path)?;
    let mut etag = String::with_capacity(34);
    etag.push('"');
    for byte in file.metadata.sha256_hash().iter().take(16) {
        write!(etag, "{byte:02x}").ok()?;
    }
    etag.push('"');
    Some(Asset {
        bytes: file.data,
        content_type: content_type(path),
        etag,
    })
}

/// The version of all files together; changes when any of them changes.
pub fn version() -> &'static str {
    env!("INTERLOCAL_ASSET_VERSION")
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(path: &str) -> String {
        let asset = find(path).unwrap_or_else(|| panic!("{path} is not embedded"));
        String::from_utf8(asset.bytes.into_owned()).unwrap()
    }

    #[test]
    fn every_file_that_the_styles_name_is_embedded() {
        let css = text("interlocal.css");
        let named: Vec<&str> = css
            .split("url(")
            .skip(1)
            .filter_map(|rest| rest.split_once(')'))
            .map(|(name, _)| name.trim_matches('"'))
            .collect();
        assert!(
            named.iter().any(|name| name.ends_with(".woff2")),
            "{named:?}"
        );
        for name in named {
            assert!(find(name).is_some(), "{name}");
        }
    }

    #[test]
    fn every_module_that_a_script_imports_is_embedded() {
        let entry = text("scripts/interlocal.js");
        let imported: Vec<&str> = entry
            .split("from \"./")
            .skip(1)
            .filter_map(|rest| rest.split_once('"'))
            .map(|(name, _)| name)
            .collect();
        assert!(!imported.is_empty());
        for name in imported {
            assert!(find(&format!("scripts/{name}")).is_some(), "{name}");
        }
    }

    #[test]
    fn no_style_or_script_names_another_host() {
        for path in Static::iter().filter(|path| path.ends_with(".css") || path.ends_with(".js")) {
            let text = text(&path);
            assert!(
                !text.contains("url(http") && !text.contains("url(//"),
                "{path}"
            );
            assert!(
                !text.contains("from \"http") && !text.contains("@import"),
                "{path}"
            );
        }
    }

    #[test]
    fn a_file_has_its_type_and_a_quoted_tag() {
        let css = find("interlocal.css").unwrap();
        assert_eq!(css.content_type, "text/css; charset=utf-8");
        assert!(
            css.etag.starts_with('"') && css.etag.len() == 34,
            "{}",
            css.etag
        );
        assert!(find("../Cargo.toml").is_none());
        assert_eq!(version().len(), 16);
    }
}
