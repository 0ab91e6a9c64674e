//! A state's own name, logo and color.

use super::asking::{RUNTIME, Site, page};
use interlocal_testkit::small_world;
use interlocal_web::look::Look;

#[test]
fn every_page_shows_the_name_the_logo_and_the_color_of_the_state() {
    let logo = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
    let look = Look::new("Arden Shares", Some(logo.clone()), Some("#14532d")).unwrap();
    let site = Site::with_look(RUNTIME.block_on(small_world()), look);
    for path in ["/", "/about", "/search?q=edr"] {
        let html = site.page(path);
        assert!(html.contains("– Arden Shares</title>"), "{path}");
        assert!(
            !html.contains("il-rings"),
            "{path}: the logo stands for the rings"
        );
    }
    let missing = site.get("/no-such-page").text();
    assert!(missing.contains("Arden Shares"), "an error page too");
    let html = site.page("/");
    let address = |end: &str| {
        let end_at = html.find(&format!("{end}\"")).unwrap() + end.len();
        let start = html[..end_at].rfind('"').unwrap() + 1;
        html[start..end_at].to_owned()
    };
    let image = site.get(&address("/images/brand.svg"));
    assert_eq!(image.bytes, logo);
    assert_eq!(image.header(http::header::CONTENT_TYPE), "image/svg+xml");
    let styles = site.get(&address("/brand.css")).text();
    assert!(styles.contains("--il-primary:#14532d"), "{styles}");
    assert!(
        !page("/").contains("brand."),
        "the portal's own look has neither"
    );
}
