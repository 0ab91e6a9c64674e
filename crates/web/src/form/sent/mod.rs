//! What programs send: who sends it, that no other site made a browser do so, and its
//! JSON, read whole.

pub mod desk;
pub mod draft;
pub mod file;
pub mod import;
mod measured;
pub mod memo;
pub mod people;
pub mod places;
mod plain;
pub mod speaking;
pub mod steward;
mod twice;
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
use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};
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

    /// That the request was made for this version of a draft, which it must say.
    pub fn made_for(&self, version: i32) -> Result<(), Failure> {
        let Some(tags) = &self.made_for else {
            return Err(Failure::NoVersion);
        };
        match MadeFor::read(tags).is(version) {
            true => Ok(()),
            false => Err(Failure::Changed),
        }
    }
}

/// The versions for which a request was made.
enum MadeFor {
    /// Whichever stands now.
    Any,
    /// One of these.
    Versions(Vec<i32>),
}

impl MadeFor {
    fn read(tags: &str) -> Self {
        if tags.trim() == "*" {
            return Self::Any;
        }
        let number = |tag: &str| {
            let inner = tag.trim().strip_prefix("\"v")?.strip_suffix('"')?;
            inner.split('-').next()?.parse().ok()
        };
        Self::Versions(tags.split(',').filter_map(number).collect())
    }

    fn is(&self, version: i32) -> bool {
        match self {
            Self::Any => true,
            Self::Versions(versions) => versions.contains(&version),
        }
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

impl<T: DeserializeOwned + JsonSchema> Sent<T> {
    /// What was sent; every fault at once, each with the place at which it stands.
    pub fn read(&self) -> Result<T, Failure> {
        read(self.json()?)
    }

    /// What was sent, with what stood before in the place of each field that cannot be
    /// as it is: the rest of it can be asked after, and every fault told at once.
    pub fn read_over(&self, before: &T) -> Result<(T, Vec<FieldFault>), Failure>
    where
        T: Serialize,
    {
        let bytes = self.json()?;
        match read(bytes) {
            Ok(value) => Ok((value, Vec::new())),
            Err(Failure::Invalid(faults)) => over(bytes, before, faults),
            Err(failure) => Err(failure),
        }
    }

    fn json(&self) -> Result<&[u8], Failure> {
        match self.is_json {
            true => Ok(&self.bytes),
            false => Err(Failure::NoJson),
        }
    }
}

fn read<T: DeserializeOwned + JsonSchema>(bytes: &[u8]) -> Result<T, Failure> {
    if bytes.trim_ascii_start().first() == Some(&b'[') {
        return Err(Failure::Invalid(vec![FieldFault {
            field: String::new(),
            message: "is a list; send an object with the fields by name".to_owned(),
        }]));
    }
    let doubled = twice::twice(bytes);
    if !doubled.is_empty() {
        return Err(Failure::Invalid(doubled));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let mut unknown = Vec::new();
    let mut track = serde_path_to_error::Track::new();
    let tracked = serde_path_to_error::Deserializer::new(&mut json, &mut track);
    let value: Result<T, _> = serde_ignored::deserialize(tracked, |path| {
        unknown.push(FieldFault {
            field: format!("/{}", path.to_string().replace('.', "/")),
            message: plain::NO_FIELD.to_owned(),
        });
    });
    let value = value.and_then(|value| json.end().map(|()| value));
    let value = value.map_err(|error| {
        let first = plain::placed(&pointer(&track.path()), &error);
        Failure::Invalid(with_others::<T>(bytes, first))
    })?;
    if unknown.is_empty() {
        Ok(value)
    } else {
        Err(Failure::Invalid(unknown))
    }
}

/// The fault at which reading ended, and every other one that the form of the type finds.
fn with_others<T: JsonSchema>(bytes: &[u8], first: FieldFault) -> Vec<FieldFault> {
    let Ok(value) = serde_json::from_slice(bytes) else {
        return vec![first];
    };
    let mut faults = measured::faults::<T>(&value);
    let place = &*first.field;
    if !faults
        .iter()
        .any(|fault| is_within(&fault.field, place) || is_within(place, &fault.field))
    {
        faults.insert(0, first);
    }
    faults
}

/// Whether a place is another one or lies in it.
fn is_within(place: &str, other: &str) -> bool {
    let rest = place.strip_prefix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What was sent over what stood before, with these faults and those that reading finds
/// beside them.
fn over<T>(
    bytes: &[u8],
    before: &T,
    mut faults: Vec<FieldFault>,
) -> Result<(T, Vec<FieldFault>), Failure>
where
    T: DeserializeOwned + JsonSchema + Serialize,
{
    let sent = serde_json::from_slice::<serde_json::Value>(bytes);
    let stood = serde_json::to_value(before);
    let (Ok(serde_json::Value::Object(mut sent)), Ok(serde_json::Value::Object(stood))) =
        (sent, stood)
    else {
        return Err(Failure::Invalid(faults));
    };
    let mut told = 0;
    while told < faults.len() {
        for fault in faults.iter().skip(told) {
            let name = fault.field.split('/').nth(1).unwrap_or_default();
            let name = name.replace("~1", "/").replace("~0", "~");
            match stood.get(&name) {
                Some(value) => sent.insert(name, value.clone()),
                None => sent.remove(&name),
            };
        }
        told = faults.len();
        let whole = serde_json::Value::Object(sent.clone()).to_string();
        match read::<T>(whole.as_bytes()) {
            Ok(value) => return Ok((value, faults)),
            Err(Failure::Invalid(more)) => {
                let new = more.into_iter().filter(|fault| !is_told(&faults, fault));
                let new: Vec<FieldFault> = new.collect();
                faults.extend(new);
            }
            Err(failure) => return Err(failure),
        }
    }
    Err(Failure::Invalid(faults))
}

/// Whether something is said of the field of a fault already.
fn is_told(faults: &[FieldFault], fault: &FieldFault) -> bool {
    let field = |place: &str| place.split('/').nth(1).unwrap_or_default().to_owned();
    faults
        .iter()
        .any(|known| field(&known.field) == field(&fault.field))
}

/// A place in JSON as a pointer: `/rules/0/kinds`.
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .map(|segment| match segment {
            Segment::Seq { index } => format!("/{index}"),
            Segment::Map { key } => plain::below("", key),
            Segment::Enum { variant } => format!("/{variant}"),
            Segment::Unknown => String::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{MadeFor, over, read, tag};
    use crate::error::Failure;
    use schemars::JsonSchema;
    use serde::{Deserialize, Serialize};

    #[derive(Debug, Serialize, Deserialize, JsonSchema)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[serde(default)]
        inner: Vec<Inner>,
        name: String,
    }

    #[derive(Debug, Serialize, Deserialize, JsonSchema)]
    struct Inner {
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

    fn places(json: &str) -> Vec<String> {
        faults(json).into_iter().map(|(place, _)| place).collect()
    }

    #[test]
    fn every_fault_is_named_with_its_place() {
        let found = faults(r#"{"inner": [{"size": 1}, {"size": "big"}], "name": "x"}"#);
        let big = "is “big”; send a whole number".to_owned();
        assert_eq!(found, [("/inner/1/size".to_owned(), big)]);
        let several = r#"{"inner": [{}, {"size": 1, "weight": 2}], "outer": 1}"#;
        let all = ["/name", "/inner/0/size", "/inner/1/weight", "/outer"];
        assert_eq!(places(several), all);
        let unknown = r#"{"inner": [{"size": 1, "weight": 2}], "name": "x"}"#;
        assert_eq!(places(unknown), ["/inner/0/weight"]);
        assert!(faults("[[]]")[0].1.contains("send an object"));
        let two = faults(r#"{"name": "x"} {}"#);
        assert!(
            two[0]
                .1
                .starts_with("is no JSON: something stands after its end"),
            "{two:?}"
        );
        let fine = read::<Outer>(br#"{"inner": [{"size": 1}], "name": "x"}"#).unwrap();
        assert_eq!((fine.inner[0].size, &*fine.name), (1, "x"));
    }

    #[test]
    fn what_cannot_be_leaves_what_stood_before() {
        let before = Outer {
            inner: vec![Inner { size: 7 }],
            name: "before".to_owned(),
        };
        let sent = br#"{"inner": "none", "name": "after", "other": 1}"#;
        let Err(Failure::Invalid(faults)) = read::<Outer>(sent) else {
            panic!("it is read");
        };
        let (value, faults) = over(sent, &before, faults).unwrap();
        assert_eq!((value.inner[0].size, &*value.name), (7, "after"));
        let places: Vec<&str> = faults.iter().map(|fault| &*fault.field).collect();
        assert_eq!(places, ["/inner", "/other"]);
    }

    #[test]
    fn a_version_has_a_strong_tag() {
        assert_eq!(tag(3), "\"v3\"");
    }

    #[test]
    fn a_request_names_the_versions_for_which_it_was_made() {
        let made_for = |text: &str, version: i32| MadeFor::read(text).is(version);
        assert!(made_for("\"v3\"", 3) && made_for("\"v3-09af\"", 3));
        assert!(made_for("*", 3) && made_for(" \"v1\", \"v3\"", 3));
        assert!(!made_for("\"v2\"", 3) && !made_for("W/\"v3\"", 3) && !made_for("v", 3));
    }
}
