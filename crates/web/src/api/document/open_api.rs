//! The calls as an OpenAPI 3.1 document, at `/api/openapi.json`.

use super::{
    call::{Body, Call, FileForm, Needs, Param},
    calls,
    problem::Problem,
};
use crate::{App, form::sent::file::ALONE};
use axum::{Json, extract::State};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};
use std::{collections::BTreeMap, sync::LazyLock};

/// What goes before the name of a schema of what is sent.
const SENT: &str = "New";

static DOCUMENT: LazyLock<Value> = LazyLock::new(whole);

/// The document.
pub async fn show(State(app): State<App>) -> Json<Value> {
    let mut document = DOCUMENT.clone();
    document["servers"] = json!([{"url": app.portal.public_url().origin()}]);
    Json(document)
}

fn generator(serialize: bool) -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    match serialize {
        true => settings.for_serialize(),
        false => settings.for_deserialize(),
    }
    .into_generator()
}

fn whole() -> Value {
    let (mut out, mut sent) = (generator(true), generator(false));
    let problem = Problem::json_schema(&mut out);
    let mut paths: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for call in calls() {
        let operation = operation(&call, &mut out, &mut sent);
        paths
            .entry(call.path)
            .or_default()
            .insert(call.verb.to_owned(), operation);
    }
    let mut schemas = out.take_definitions(true);
    for (name, schema) in sent.take_definitions(true) {
        schemas.insert(format!("{SENT}{name}"), renamed(schema));
    }
    schemas.insert("Problem".to_owned(), json!(problem));
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "Interlocal",
            "version": "1",
            "summary": "What one government shares with another, and who may use it.",
            "description": "A parameter that a call does not know is left aside; one that it \
                            knows and that cannot be as it is, a field of JSON that it does not \
                            know or that is missing, are refused with every fault at once.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "tags": super::call::Group::ALL
            .map(|group| json!({"name": group.label()})),
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A token of your account, made at /account/tokens.",
                },
            },
        },
    })
}

fn operation(call: &Call, out: &mut SchemaGenerator, sent: &mut SchemaGenerator) -> Value {
    let mut operation = json!({
        "operationId": call.name,
        "summary": call.title,
        "tags": [call.group.label()],
        "responses": responses(call, out),
    });
    if !call.says.is_empty() {
        operation["description"] = json!(call.says);
    }
    if !call.params.is_empty() {
        operation["parameters"] = call.params.iter().map(parameter).collect();
    }
    if let Some(body) = call.body {
        let content = match body {
            Body::Json(make, example) => {
                let schema = renamed(json!(make(sent)));
                let example: Value = serde_json::from_str(example).unwrap_or_default();
                json!({"application/json": {"schema": schema, "example": example}})
            }
            Body::File(form) => with_file(&form),
        };
        operation["requestBody"] = json!({"required": true, "content": content});
    }
    operation["security"] = match call.needs {
        Needs::Nothing => json!([{}, {"token": []}]),
        Needs::Reading | Needs::Writing | Needs::Importing => json!([{"token": []}]),
    };
    operation
}

/// A form with a file, and where they may be sent so, its bytes alone.
fn with_file(form: &FileForm) -> Value {
    let file = json!({"type": "string", "format": "binary"});
    let mut fields = Map::new();
    let mut required = Vec::new();
    for (name, says, needed, _) in form.fields {
        let field = json!({"type": "string", "maxLength": 500, "description": says});
        fields.insert((*name).to_owned(), field);
        if *needed {
            required.push(*name);
        }
    }
    fields.insert("file".to_owned(), file.clone());
    if form.needed {
        required.push("file");
    }
    let schema = json!({"type": "object", "properties": fields, "required": required});
    let mut content = json!({"multipart/form-data": {"schema": schema}});
    if form.bare {
        for kind in ALONE {
            content[kind] = json!({"schema": file});
        }
    }
    content
}

fn parameter(param: &Param) -> Value {
    let schema = match param.several {
        true => json!({"type": "array", "items": param.schema}),
        false => param.schema.clone(),
    };
    let mut written = json!({
        "name": param.name,
        "in": param.place,
        "description": param.says,
        "required": param.required,
        "schema": schema,
    });
    if let Some(example) = param.example {
        let number = example.parse::<u32>().map(|number| json!(number));
        let is_number = param.schema["type"] == "integer";
        written["example"] = match (param.several, number) {
            (true, _) => json!([example]),
            (false, Ok(number)) if is_number => number,
            (false, _) => json!(example),
        };
    }
    written
}

fn responses(call: &Call, out: &mut SchemaGenerator) -> Value {
    let text = || json!({"schema": {"type": "string"}});
    let told = |says: &str| {
        let mut header = text();
        header["description"] = json!(says);
        header
    };
    let mut headers = json!({
        "RateLimit": told("What is left, as in draft-ietf-httpapi-ratelimit-headers"),
        "RateLimit-Policy": told("How many requests in how many seconds"),
    });
    if call.verb == "get" {
        headers["ETag"] = told("The tag of what came back");
    }
    let mut success = json!({"description": call.title, "headers": headers});
    if let Some(make) = call.answer {
        success["content"] = json!({"application/json": {"schema": make(out)}});
    }
    if call.status == 201 {
        success["headers"]["Location"] = told("Where it stands");
    }
    let mut all = Map::new();
    all.insert(call.status.to_string(), success);
    for (status, says) in &call.others {
        let mut other = json!({"description": says});
        if *status >= 400 {
            let schema = json!({"$ref": "#/components/schemas/Problem"});
            other["content"] = json!({"application/problem+json": {"schema": schema}});
        }
        if *status == 429 || *status == 503 {
            other["headers"] = json!({"Retry-After": told("Seconds to wait")});
        }
        if *status == 301 {
            other["headers"] = json!({"Location": told("Where it stands")});
        }
        all.insert(status.to_string(), other);
    }
    Value::Object(all)
}

/// The same with every reference leading to what is sent.
fn renamed(schema: Value) -> Value {
    match schema {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| match (name.as_str(), value) {
                ("$ref", Value::String(to)) => {
                    let to = to.replace(
                        "#/components/schemas/",
                        &format!("#/components/schemas/{SENT}"),
                    );
                    (name, Value::String(to))
                }
                (_, value) => (name, renamed(value)),
            })
            .collect(),
        Value::Array(items) => items.into_iter().map(renamed).collect(),
        other => other,
    }
}
