//! A call is what its document tells: a parameter that stands twice or is too long is
//! refused by its name, and each fault is named as who sent it wrote it.

use crate::{
    api::document::{
        call::{Body, Param},
        calls,
    },
    error::Failure,
    form::Fields,
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
struct Told {
    params: Vec<Param>,
    /// The fields of the JSON that it takes.
    fields: BTreeSet<String>,
}

static CALLS: LazyLock<HashMap<(&str, &str), Told>> = LazyLock::new(|| {
    let told = calls().into_iter().map(|call| {
        let told = Told {
            params: call.params,
            fields: call.body.map(fields_of).unwrap_or_default(),
        };
        ((call.verb, call.path), told)
    });
    told.collect()
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
pub async fn told(request: Request, next: Next) -> Response {
    let Some(call) = call(&request) else {
        return next.run(request).await;
    };
    let query = request.uri().query().unwrap_or_default();
    let asked = Fields::read(query).and_then(|fields| call.asked(&fields));
    if let Err(failure) = asked {
        return failure.into_response();
    }
    let mut response = next.run(request).await;
    if let Some(Failure::Invalid(faults)) = response.extensions_mut().get_mut::<Failure>() {
        for fault in faults {
            fault.field = call.named(std::mem::take(&mut fault.field));
        }
    }
    response
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
    let mut calls = CALLS.iter();
    let found = calls.find(|((of, at), _)| *of == verb && *at == path);
    found.map(|(_, told)| told)
}

impl Told {
    /// Parameters of the address are as often there and as long as they may be.
    fn asked(&self, fields: &Fields) -> Result<(), Failure> {
        let in_query = self.params.iter().filter(|param| param.place == "query");
        let faults: Vec<FieldFault> = in_query
            .filter_map(|param| {
                let said = fields.every(param.name);
                let message = match () {
                    () if said.len() > 1 && !param.several => {
                        format!("stands there {} times; say it once", said.len())
                    }
                    () => too_long(&param.schema, &said)?,
                };
                Some(FieldFault {
                    field: param.name.to_owned(),
                    message,
                })
            })
            .collect();
        match faults.is_empty() {
            true => Ok(()),
            false => Err(Failure::Invalid(faults)),
        }
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

fn too_long(schema: &Value, said: &[&str]) -> Option<String> {
    let most = usize::try_from(schema["maxLength"].as_u64()?).ok()?;
    let is_longer = said.iter().any(|text| text.chars().count() > most);
    is_longer.then(|| format!("is too long; {most} letters at most"))
}

#[cfg(test)]
mod tests {
    use super::CALLS;

    #[test]
    fn a_fault_is_named_as_the_json_of_its_call_names_it() {
        let named =
            |path: &'static str, field: &str| CALLS[&("post", path)].named(field.to_owned());
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
