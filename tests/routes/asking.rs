//! Asking the router: one portal on the starter directory for all tests that
//! only read, and what comes back as values.

use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use interlocal_testkit::{World, people::Somebody, world};
use interlocal_web::{Router, look::Look};
use serde_json::Value;
use std::sync::LazyLock;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// One runtime for all tests of a process: the portal they share lives on it.
pub static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// The portal of the tests that only read.
pub static STARTER: LazyLock<Site> = LazyLock::new(|| Site::of(RUNTIME.block_on(world())));

/// A portal with its router.
pub struct Site {
    pub world: World,
    router: Router,
}

impl Site {
    pub fn of(world: World) -> Self {
        let router = interlocal_web::router(world.portal.clone());
        Self { world, router }
    }

    pub fn with_look(world: World, look: Look) -> Self {
        let router = interlocal_web::router_with(world.portal.clone(), look);
        Self { world, router }
    }

    /// A portal with a router of one's own.
    pub fn with_router(world: World, router: Router) -> Self {
        Self { world, router }
    }

    /// Asks with a method and headers.
    pub fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request
            .body(String::new())
            .unwrap_or_else(|e| panic!("{path}: {e}"));
        self.answer(path, request)
    }

    fn answer(&self, path: &str, request: Request<String>) -> Answer {
        self.answer_of(path, request)
    }

    fn answer_of<B>(&self, path: &str, request: Request<B>) -> Answer
    where
        B: Into<interlocal_web::Body>,
    {
        let request = request.map(Into::into);
        RUNTIME.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let bytes = body.collect().await.unwrap().to_bytes().to_vec();
            let path = path.to_owned();
            Answer {
                path,
                status: parts.status,
                headers: parts.headers,
                bytes,
            }
        })
    }

    /// The origin of the portal's own pages.
    pub fn origin(&self) -> String {
        self.world.portal.public_url().origin().to_owned()
    }

    /// Asks as somebody who has signed in.
    pub fn get_as(&self, who: &Somebody, path: &str) -> Answer {
        self.ask(Method::GET, path, &[("cookie", &cookie(who))])
    }

    /// Sends a form as somebody who has signed in, as their browser would.
    pub fn post_as(&self, who: &Somebody, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("form_token", who.form_token.as_str())];
        all.extend(fields);
        let headers = [("cookie", cookie(who)), ("origin", self.origin())];
        self.send(path, &all, &headers)
    }

    /// Sends a form with headers of one's own.
    pub fn send(&self, path: &str, fields: &[(&str, &str)], headers: &[(&str, String)]) -> Answer {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("content-type", "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
            .collect();
        self.answer(path, request.body(pairs.join("&")).unwrap())
    }

    /// Sends bytes with headers of one's own.
    pub fn send_bytes(&self, path: &str, bytes: Vec<u8>, headers: &[(&str, String)]) -> Answer {
        let mut request = Request::builder().method(Method::POST).uri(path);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        self.answer_of(path, request.body(bytes).unwrap())
    }

    /// The same with a method of one's own.
    pub fn send_with(
        &self,
        method: Method,
        path: &str,
        bytes: Vec<u8>,
        headers: &[(&str, String)],
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        self.answer_of(path, request.body(bytes).unwrap())
    }

    /// Asks for a page or a list, whatever comes back.
    pub fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, &[])
    }

    /// A page that must be there.
    pub fn page(&self, path: &str) -> String {
        let answer = self.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(
            answer.header(header::CONTENT_TYPE),
            "text/html; charset=utf-8",
            "{path}"
        );
        answer.text()
    }

    /// JSON that must be there.
    pub fn json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        assert_eq!(
            answer.header(header::CONTENT_TYPE),
            "application/json",
            "{path}"
        );
        answer.json()
    }
}

/// The cookie that a browser of somebody sends.
pub fn cookie(who: &Somebody) -> String {
    format!("interlocal_session={}", who.secret.expose())
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header; empty when it is not there.
    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|e| panic!("{}: {e}", self.path))
    }

    /// The fields that a 400 of the API names.
    pub fn faulty_fields(&self) -> Vec<String> {
        let errors = self.json()["errors"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        errors.iter().map(|error| text(&error["field"])).collect()
    }
}

/// Asks the shared portal.
pub fn get(path: &str) -> Answer {
    STARTER.get(path)
}

/// A page of the shared portal that must be there.
pub fn page(path: &str) -> String {
    STARTER.page(path)
}

/// JSON of the shared portal that must be there.
pub fn json(path: &str) -> Value {
    STARTER.json(path)
}

/// A JSON string as text.
pub fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value} is no text"))
        .to_owned()
}

/// The field of every item of a list.
pub fn each(list: &Value, field: &str) -> Vec<String> {
    list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| text(&item[field]))
        .collect()
}

/// What a page says, without its markup; runs of white space are one space.
pub fn words(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' => {
                inside = false;
                out.push(' ');
            }
            _ if inside => {}
            _ => out.push(letter),
        }
    }
    let out = out
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    out.replace("&quot;", "\"")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The addresses of every link of a page, in order.
pub fn links(html: &str) -> Vec<String> {
    html.split("<a ")
        .skip(1)
        .filter_map(|rest| {
            rest.split('>')
                .next()?
                .split("href=\"")
                .nth(1)?
                .split('"')
                .next()
        })
        .map(|address| address.replace("&amp;", "&"))
        .collect()
}

/// The one link of a page with these words; panics where there is none.
pub fn link(html: &str, with_words: &str) -> String {
    html.split("<a ")
        .skip(1)
        .filter_map(|rest| rest.split_once("</a>").map(|(link, _)| link))
        .find(|link| words(&format!("<{link}")).contains(with_words))
        .and_then(|link| link.split("href=\"").nth(1)?.split('"').next())
        .unwrap_or_else(|| panic!("no link says “{with_words}”: {}", words(html)))
        .replace("&amp;", "&")
}

/// A value as it stands in an address.
pub fn escaped(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                char::from(byte).to_string()
            }
            other => format!("%{other:02X}"),
        })
        .collect()
}
