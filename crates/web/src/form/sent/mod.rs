//! What programs send: who sends it, that no other site made a browser do so, and its
//! JSON, read whole.

pub mod desk;
pub mod draft;
pub mod file;
pub mod import;
pub mod memo;
pub mod people;
pub mod speaking;
pub mod steward;
pub mod weighing;

use super::{origin::Origin, posted::comes_from_here};
use crate::{App, error::Failure, signed_in::Caller};
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, header, request::Parts},
};
use interlocal_catalog::policy::{Actor, Scope};
use interlocal_portal::FieldFault;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// Bytes of what a program sends.
pub const LARGEST_CALL: usize = 1_000_000;

/// The header that carries the form token of a session.
pub const TOKEN_HEADER: &str = "x-form-token";

/// Who sends something. A browser shows with its form token that a page of this portal
/// made it do so; whoever shows a token of the API needs none.
pub struct Sender {
    /// Who.
    pub caller: Caller,
    /// From where.
    pub origin: Origin,
    /// The tag of what the request was made for.
    made_for: Option<String>,
}

impl Sender {
    /// As the policy knows them; for what anybody may say.
    pub fn speaking(&self) -> Actor {
        self.caller.actor()
    }

    /// As the policy knows them; for what is done in the name of somebody.
    pub fn acting(&self) -> Result<Actor, Failure> {
        self.with(Scope::Publish, "a token with the scope “publish”")
    }

    /// As the policy knows them; for files that are taken in.
    pub fn importing(&self) -> Result<Actor, Failure> {
        self.with(Scope::Import, "a token with the scope “import”")
    }

    fn with(&self, scope: Scope, who: &'static str) -> Result<Actor, Failure> {
        match self.caller {
            Caller(_, Some(ref holder)) => match holder.may(scope) {
                true => Ok(holder.actor()),
                false => Err(Failure::RoleMissing(who)),
            },
            Caller(Some(ref signed_in), None) => {
                signed_in.complete()?;
                Ok(signed_in.actor())
            }
            Caller(None, None) => Err(Failure::SignInFirst),
        }
    }

    /// The version of a draft that the request was made for, which it must name.
    pub fn version(&self) -> Result<i32, Failure> {
        let Some(tag) = &self.made_for else {
            return Err(Failure::NoVersion);
        };
        tag.trim()
            .trim_start_matches("\"v")
            .trim_end_matches('"')
            .split('-')
            .next()
            .and_then(|number| number.parse().ok())
            .ok_or(Failure::Changed)
    }
}

/// The tag of a version of a draft.
pub fn tag(version: i32) -> String {
    format!("\"v{version}\"")
}

/// The same, of something that may look otherwise at the same version.
pub fn tag_of(version: i32, shown: &[u8]) -> String {
    let hash = Sha256::digest(shown);
    let hash: String = hash
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("\"v{version}-{hash}\"")
}

impl FromRequestParts<App> for Sender {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let caller = Caller::from_request_parts(parts, app).await?;
        if let Caller(Some(signed_in), None) = &caller {
            comes_from_here(app, &parts.headers)?;
            if text(&parts.headers, TOKEN_HEADER) != Some(&*signed_in.form_token) {
                return Err(Failure::Forged);
            }
        } else if caller.1.is_none() {
            comes_from_here(app, &parts.headers)?;
        }
        Ok(Self {
            caller,
            origin: Origin::of(app, parts),
            made_for: text(&parts.headers, header::IF_MATCH.as_str()).map(str::to_owned),
        })
    }
}

pub(super) fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// JSON that was sent, with its sender.
pub struct Sent<T> {
    /// Who.
    pub sender: Sender,
    /// What, as text: it is read when it is known that its sender may send it.
    bytes: Bytes,
    is_json: bool,
    shape: std::marker::PhantomData<fn() -> T>,
}

impl<T> FromRequest<App> for Sent<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let (mut parts, body) = request.into_parts();
        let sender = Sender::from_request_parts(&mut parts, app).await?;
        let kind = text(&parts.headers, header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        let is_json = kind.eq_ignore_ascii_case("application/json");
        let request = Request::from_parts(parts, body);
        let bytes = Bytes::from_request(request, app)
            .await
            .map_err(|_| Failure::TooLarge(LARGEST_CALL))?;
        Ok(Self {
            sender,
            bytes,
            is_json,
            shape: std::marker::PhantomData,
        })
    }
}

impl<T: DeserializeOwned> Sent<T> {
    /// What was sent; each fault with the place at which it stands.
    pub fn read(&self) -> Result<T, Failure> {
        if !self.is_json {
            return Err(Failure::NoJson);
        }
        read(&self.bytes)
    }
}

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    if bytes.trim_ascii_start().first() == Some(&b'[') {
        return Err(Failure::Invalid(vec![FieldFault {
            field: String::new(),
            message: "is a list; send an object with the fields by name".to_owned(),
        }]));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let mut unknown = Vec::new();
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let value: Result<T, _> = serde_ignored::deserialize(tracked, |path| {
        unknown.push(FieldFault {
            field: format!("/{}", path.to_string().replace('.', "/")),
            message: "is no field of this call".to_owned(),
        });
    });
    let value =
        value.map_err(|error| Failure::Invalid(vec![placed(pointer(&track.path()), &error)]))?;
    json.end().map_err(|error| {
        Failure::Invalid(vec![FieldFault {
            field: String::new(),
            message: said(&error),
        }])
    })?;
    if unknown.is_empty() {
        Ok(value)
    } else {
        Err(Failure::Invalid(unknown))
    }
}

/// A place in JSON as a pointer: `/rules/0/kinds`.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

/// The fault at its place; a field that is missing is named as if it stood there.
fn placed(within: String, error: &serde_json::Error) -> FieldFault {
    let message = said(error);
    let missing = message.strip_prefix("missing field `");
    match missing.and_then(|rest| rest.strip_suffix('`')) {
        Some(name) => FieldFault {
            field: format!("{within}/{name}"),
            message: "is missing".to_owned(),
        },
        None => FieldFault {
            field: within,
            message,
        },
    }
}

/// The fault without the line, which nobody who sends JSON from a program knows.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let end = text.find(" at line ").unwrap_or(text.len());
    text.get(..end).unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{read, tag};
    use crate::error::Failure;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[serde(default)]
        inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    struct Inner {
        #[allow(dead_code)]
        size: u32,
    }

    fn faults(json: &str) -> Vec<(String, String)> {
        match read::<Outer>(json.as_bytes()) {
            Err(Failure::Invalid(faults)) => faults
                .into_iter()
                .map(|fault| (fault.field, fault.message))
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_fault_is_named_with_its_place() {
        let found = faults(r#"{"inner": [{"size": 1}, {"size": "big"}]}"#);
        assert_eq!(found[0].0, "/inner/1/size");
        assert!(found[0].1.contains("expected u32"), "{found:?}");
        assert!(!found[0].1.contains("line"), "{found:?}");
        assert_eq!(faults(r#"{"outer": 1}"#)[0].0, "/outer");
        assert_eq!(
            faults(r#"{"inner": [{"size": 1, "weight": 2}]}"#)[0].0,
            "/inner/0/weight"
        );
        let missing = faults(r#"{"inner": [{"size": 1}, {}]}"#);
        assert_eq!(missing[0], ("/inner/1/size".into(), "is missing".into()));
        assert!(faults("[[]]")[0].1.contains("send an object"));
        assert_eq!(faults("{} {}")[0].1, "trailing characters");
        assert!(
            read::<Outer>(br#"{"inner": [{"size": 1}]}"#)
                .unwrap()
                .inner
                .len()
                == 1
        );
    }

    #[test]
    fn a_version_has_a_strong_tag() {
        assert_eq!(tag(3), "\"v3\"");
    }
}
