//! A call is what its document tells: a parameter that stands twice, or whose value is
//! none that the document allows, is refused by its name, and each fault is named as who
//! sent it wrote it.

use super::held;
use crate::{
    api::document::{
        call::{Body, Param},
        calls,
    },
    error::Failure,
    form::{Fields, sent::file::Takes},
};
use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::{IntoResponse, Response},
};
use interlocal_portal::FieldFault;
use schemars::generate::SchemaSettings;
use serde_json::Value;
use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

/// What pages call fields that have another name in JSON.
const ALSO_CALLED: [(&str, &str); 6] = [
    ("user", "who"),
    ("used", "offering"),
    ("slug", "offering"),
    ("program", "in"),
    ("o", "offerings"),
    ("url", "website"),
];

/// What is told of a call.
pub(super) struct Told {
    params: Vec<Param>,
    /// The fields of the JSON that it takes.
    fields: BTreeSet<String>,
    /// The parts of the form with a file that it takes; none where it takes no form.
    parts: Option<Takes>,
}

/// Calls by their path, then by their verb.
static CALLS: LazyLock<HashMap<&str, HashMap<&str, Told>>> = LazyLock::new(|| {
    let mut told: HashMap<&str, HashMap<&str, Told>> = HashMap::new();
    for call in calls() {
        let one = Told {
            params: call.params,
            fields: call.body.map(fields_of).unwrap_or_default(),
            parts: match call.body {
                Some(Body::File(form)) => Some(Takes::of(form.fields.iter().map(|one| one.0))),
                _ => None,
            },
        };
        told.entry(call.path).or_default().insert(call.verb, one);
    }
    told
});

fn fields_of(body: Body) -> BTreeSet<String> {
    let Body::Json(make, _) = body else {
        return BTreeSet::new();
    };
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let mut schemas = settings.into_generator();
    let schema = Value::from(make(&mut schemas));
    let name = schema["$ref"].as_str().and_then(|to| to.rsplit('/').next());
    let whole = name.and_then(|name| schemas.definitions().get(name));
    let fields = whole.unwrap_or(&schema)["properties"].as_object();
    let names = fields.into_iter().flat_map(|fields| fields.keys().cloned());
    names.collect()
}

/// Holds a request to its document, and the names of faults to what was sent.
pub async fn told(mut request: Request, next: Next) -> Response {
    let Some(call) = call(&request) else {
        return next.run(request).await;
    };
    let query = request.uri().query().unwrap_or_default();
    let wrong = match Fields::read(query) {
        Ok(fields) => call.asked(&fields),
        Err(failure) => return failure.into_response(),
    };
    if !wrong.is_empty() && !request.method().is_safe() {
        return Failure::Invalid(wrong).into_response();
    }
    if let Some(parts) = &call.parts {
        request.extensions_mut().insert(parts.clone());
    }
    let mut response = next.run(request).await;
    if let Some(Failure::Invalid(faults)) = response.extensions_mut().get_mut::<Failure>() {
        for fault in &mut *faults {
            fault.field = call.named(std::mem::take(&mut fault.field));
        }
        *faults = at_once(wrong, std::mem::take(faults));
        return response;
    }
    let status = response.status();
    match wrong.is_empty() || status.is_client_error() || status.is_server_error() {
        true => response,
        false => Failure::Invalid(wrong).into_response(),
    }
}

/// What is wrong by the document, and what else a call finds; a parameter is told of once.
fn at_once(mut wrong: Vec<FieldFault>, found: Vec<FieldFault>) -> Vec<FieldFault> {
    let by_document = wrong.len();
    for fault in found {
        let known = wrong.iter().take(by_document);
        let is_told = known.into_iter().any(|one| one.field == fault.field);
        if !is_told && !wrong.contains(&fault) {
            wrong.push(fault);
        }
    }
    wrong
}

fn call(request: &Request) -> Option<&'static Told> {
    let path = request.extensions().get::<MatchedPath>()?.as_str();
    let verb = match *request.method() {
        Method::GET | Method::HEAD => "get",
        Method::POST => "post",
        Method::PUT => "put",
        Method::DELETE => "delete",
        _ => return None,
    };
    CALLS.get(path)?.get(verb)
}

impl Told {
    /// The call that reads what stands at a path.
    pub(super) fn reading(path: &str) -> Option<&'static Self> {
        let calls = CALLS.iter();
        let at_it = calls.filter(|(at, verbs)| verbs.contains_key("get") && stands_at(at, path));
        // A word of a path is meant before a name that could be any.
        let (_, verbs) = at_it.min_by_key(|(at, _)| at.matches('{').count())?;
        verbs.get("get")
    }

    /// A parameter of the address by its name.
    pub(super) fn in_query(&self, name: &str) -> Option<&Param> {
        let mut params = self.params.iter();
        params.find(|param| param.place == "query" && param.name == name)
    }

    /// What cannot be as it is of the parameters of the address: how often they stand
    /// there, and each value.
    fn asked(&self, fields: &Fields) -> Vec<FieldFault> {
        let in_query = self.params.iter().filter(|param| param.place == "query");
        let faults = in_query.flat_map(|param| {
            let said = fields.every(param.name);
            let messages = match said.len() > 1 && !param.several {
                true => vec![format!("stands there {} times; say it once", said.len())],
                false => {
                    // Words of a list may stand in one field, with commas between them.
                    let is_list = param.several && param.schema["enum"].is_array();
                    let parts = said.iter().flat_map(|said| match is_list {
                        true => said.split(',').map(str::trim).collect(),
                        false => vec![*said],
                    });
                    let faults = parts.map(|said| held::fault(&param.schema, said));
                    faults.flatten().collect()
                }
            };
            messages.into_iter().map(|message| FieldFault {
                field: param.name.to_owned(),
                message,
            })
        });
        faults.collect()
    }

    /// A field of the JSON by its pointer; what is a parameter keeps its name.
    fn named(&self, field: String) -> String {
        let is_param = self.params.iter().any(|param| param.name == field);
        if field.is_empty() || field.starts_with('/') || is_param {
            return field;
        }
        let also = ALSO_CALLED.iter().find(|(name, _)| *name == field);
        let other = also.map(|(_, other)| *other);
        let other = other.filter(|name| self.fields.contains(*name));
        match (self.fields.contains(&field), other) {
            (true, _) => format!("/{field}"),
            (false, Some(other)) => format!("/{other}"),
            (false, None) => field,
        }
    }
}

/// Whether a path is one of those that a route means.
fn stands_at(route: &str, path: &str) -> bool {
    let (mut wanted, mut said) = (route.split('/'), path.split('/'));
    loop {
        match (wanted.next(), said.next()) {
            (None, None) => return true,
            (Some(want), Some(said)) if want == said || want.starts_with('{') => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::CALLS;

    #[test]
    fn a_fault_is_named_as_the_json_of_its_call_names_it() {
        let named = |path: &'static str, field: &str| CALLS[path]["post"].named(field.to_owned());
        let participations = "/api/v1/desk/{body}/participations";
        assert_eq!(named(participations, "program"), "/in");
        assert_eq!(named(participations, "source"), "/source");
        assert_eq!(named("/api/v1/desk/{body}/adoptions", "user"), "/who");
        assert_eq!(named("/api/v1/desk/{body}/adoptions", "used"), "/offering");
        assert_eq!(named("/api/v1/steward/bodies", "slug"), "/slug");
        assert_eq!(named("/api/v1/memos/{id}/options", "slug"), "/offering");
        assert_eq!(
            named("/api/v1/questions", "Idempotency-Key"),
            "Idempotency-Key"
        );
        assert_eq!(named("/api/v1/desk/{body}/imports", "file"), "file");
    }
}
