//! Signing in and out, and the account of who has.

pub mod address;
pub mod links;
pub mod overview;
pub mod provider;
pub mod second_factor;
pub mod sign_in;
pub mod tokens;

use super::{refused::see_other, visit::Visit};
use crate::error::Failure;
use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use interlocal_pages::pages::ProviderChoice;
use interlocal_portal::accounts::secret::Secret;

/// A way inside the portal to go on, else the home page: never another site.
fn inside(next: Option<&str>) -> &str {
    match next {
        Some(next)
            if next.starts_with('/')
                && !next.starts_with("//")
                && next
                    .bytes()
                    .all(|byte| byte.is_ascii_graphic() && byte != b'\\') =>
        {
            next
        }
        _ => "/",
    }
}

/// Goes on with a session that has just begun: to where the second factor is shown,
/// where the session lacks it, and then to the page.
async fn go_in(visit: &Visit, secret: &Secret, to: &str) -> Result<Response, Failure> {
    let begun = visit.app.portal.who(secret).await?;
    if begun
        .as_ref()
        .is_some_and(|signed_in| signed_in.lacking.is_some())
    {
        let first = format!("/sign-in/code?next={}", interlocal_pages::escape(to));
        return Ok(enter(visit, secret, &first));
    }
    let response = enter(visit, secret, to);
    match begun {
        Some(signed_in) if !visit.kept.is_empty() => {
            // What the browser kept is theirs from here. A full list is no reason not
            // to let them in, and leaves it where it is.
            match visit.app.portal.star(&signed_in.actor(), &visit.kept).await {
                Ok(()) => {
                    let cookie = crate::shortlisted::keeping(visit.app.portal.public_url(), &[]);
                    Ok(with_cookie(response, cookie))
                }
                Err(interlocal_portal::Error::Conflict(_)) => Ok(response),
                Err(other) => Err(other.into()),
            }
        }
        _ => Ok(response),
    }
}

/// Goes on to a page with a session that has just begun.
fn enter(visit: &Visit, secret: &Secret, to: &str) -> Response {
    let cookie = crate::signed_in::begin(visit.app.portal.public_url(), secret);
    with_cookie(see_other(to), cookie)
}

fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

fn providers(visit: &Visit) -> Vec<ProviderChoice> {
    let providers = visit.app.portal.providers().into_iter();
    providers
        .map(|(name, label)| ProviderChoice { name, label })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn the_way_on_never_leads_to_another_site() {
        assert_eq!(inside(Some("/desk/arden?x=1")), "/desk/arden?x=1");
        for next in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "evil",
            "",
            "/a\r\nset-cookie: x=1",
        ] {
            assert_eq!(inside(Some(next)), "/", "{next:?}");
        }
    }
}
