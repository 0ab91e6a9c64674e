//! The look of a state: a name, a logo and a primary color over the portal's own.

use crate::assets;
use interlocal_pages::brand::{Brand, Tones};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

/// Bytes beyond which a logo is refused.
const LARGEST_LOGO: usize = 256 * 1024;
const STYLES: &str = "brand.css";

/// The look of the portal.
#[derive(Clone, Debug, Default)]
pub struct Look {
    brand: Arc<Brand>,
    logo: Option<Vec<u8>>,
    styles: Option<String>,
    version: Option<String>,
}

impl Look {
    /// A look from a name, a logo (SVG or PNG) and a primary color (`#07648d`);
    /// what is absent stays the portal's own. Says which of them cannot be, and why.
    pub fn new(
        name: &str,
        logo: Option<Vec<u8>>,
        primary: Option<&str>,
    ) -> Result<Self, (&'static str, String)> {
        let mut brand = Brand::default();
        if !name.trim().is_empty() {
            name.trim().clone_into(&mut brand.name);
        }
        if let Some(bytes) = &logo {
            let file = logo_file(bytes).map_err(|fault| ("logo", fault))?;
            brand.logo = Some(file.to_owned());
        }
        let styles = primary
            .map(|color| Tones::of(color).map(|tones| tones.css()))
            .transpose()
            .map_err(|fault| ("primary_color", fault))?;
        brand.styles = styles.as_ref().map(|_| STYLES.to_owned());
        let mut hasher = DefaultHasher::new();
        (assets::version(), &logo, &styles).hash(&mut hasher);
        Ok(Self {
            brand: Arc::new(brand),
            logo,
            styles,
            version: Some(format!("{:016x}", hasher.finish())),
        })
    }

    /// As every page shows it.
    pub fn brand(&self) -> Arc<Brand> {
        Arc::clone(&self.brand)
    }

    /// The version of all files together.
    pub fn version(&self) -> &str {
        self.version.as_deref().unwrap_or(assets::version())
    }

    /// A file of this look: its bytes and media type.
    pub fn file(&self, path: &str) -> Option<(Vec<u8>, &'static str)> {
        if path == STYLES {
            let styles = self.styles.as_ref()?;
            return Some((styles.clone().into_bytes(), "text/css; charset=utf-8"));
        }
        let named = self.brand.logo.as_deref().is_some_and(|file| file == path);
        let bytes = self.logo.as_ref().filter(|_| named)?;
        let kind = if path.ends_with(".png") {
            "image/png"
        } else {
            "image/svg+xml"
        };
        Some((bytes.clone(), kind))
    }
}

/// The address of a logo after what it is.
fn logo_file(bytes: &[u8]) -> Result<&'static str, String> {
    if bytes.len() > LARGEST_LOGO {
        return Err(format!("is larger than {} kB", LARGEST_LOGO / 1024));
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok("images/brand.png");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains("<svg") => Ok("images/brand.svg"),
        _ => Err("is neither SVG nor PNG".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::Look;

    #[test]
    fn a_state_has_its_name_its_logo_and_its_color() {
        let own = Look::default();
        let logo = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
        let look = Look::new("Arden Shares", Some(logo.clone()), Some("#14532d")).unwrap();
        assert_eq!(look.brand().name, "Arden Shares");
        assert_eq!(look.file("images/brand.svg"), Some((logo, "image/svg+xml")));
        let (css, _) = look.file("brand.css").unwrap();
        assert!(String::from_utf8(css).unwrap().contains("#14532d"));
        assert_ne!(look.version(), own.version());
        assert_eq!(own.file("brand.css"), None);
        assert_eq!(own.brand().name, "Interlocal");
    }

    #[test]
    fn what_cannot_be_is_named() {
        let refused = |logo: Option<&[u8]>, color| {
            Look::new("", logo.map(<[u8]>::to_vec), color)
                .unwrap_err()
                .0
        };
        assert_eq!(refused(Some(b"GIF89a"), None), "logo");
        assert_eq!(refused(Some(&[0; 300_000]), None), "logo");
        assert_eq!(refused(None, Some("#ffff00")), "primary_color");
    }
}
