//! The schemas of the standards. They are no part of the project: the tests read them
//! from the folder that `INTERLOCAL_SCHEMAS` names, or from `../shared/schemas` beside
//! the checkout or the fixtures, and say so where they are absent.

use interlocal_exchange::ocds::EXTENSION;
use jsonschema::{Retrieve, Uri, Validator};
use serde_json::{Value, json};
use std::{
    error::Error,
    path::{Path, PathBuf},
};

/// The folder of the schemas; none where there are none.
fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("INTERLOCAL_SCHEMAS").map(PathBuf::from);
    let beside = std::env::var_os("INTERLOCAL_FIXTURES")
        .map(|fixtures| PathBuf::from(fixtures).join("../schemas"));
    let found = named
        .or(beside)
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/schemas"));
    if found.is_dir() {
        return Some(found);
    }
    println!("skipped: no schemas");
    None
}

/// What a schema refers to lies beside it; the release schema is taken with the
/// portal's extension, as the standard says that extensions are.
struct Beside(PathBuf);

impl Retrieve for Beside {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn Error + Send + Sync>> {
        let path = uri.path().as_str();
        let name = path.rsplit('/').next().unwrap_or(path);
        let near = [self.0.join(name), self.0.join("..").join(name)];
        let file = near.iter().find(|file| file.is_file());
        let text = std::fs::read(file.ok_or(format!("no {name}"))?)?;
        let mut schema: Value = serde_json::from_slice(&text)?;
        if name == "release-schema.json" {
            let (_, patch) = EXTENSION.iter().find(|(file, _)| *file == name).unwrap();
            merge(&mut schema, serde_json::from_str(patch)?);
        }
        Ok(schema)
    }
}

fn merge(to: &mut Value, patch: Value) {
    match (to, patch) {
        (Value::Object(to), Value::Object(patch)) => {
            for (name, value) in patch {
                merge(to.entry(name).or_insert(json!(null)), value);
            }
        }
        (to, patch) => *to = patch,
    }
}

/// The schema in a file; none where there are no schemas.
pub fn schema(path: &str) -> Option<Validator> {
    let file = folder()?.join(path);
    let text = std::fs::read(&file).unwrap_or_else(|e| panic!("{path}: {e}"));
    let schema: Value = serde_json::from_slice(&text).unwrap();
    let beside = Beside(file.parent().unwrap().to_owned());
    let validator = jsonschema::options()
        .with_retriever(beside)
        .with_base_uri(format!("https://schemas.example/{path}"))
        .should_validate_formats(true)
        .build(&schema);
    Some(validator.unwrap_or_else(|e| panic!("{path}: {e}")))
}

/// Fails where a value is not as the schema says.
pub fn check(schema: &Validator, what: &str, value: &Value) {
    let faults: Vec<String> = schema
        .iter_errors(value)
        .take(5)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{what}:\n{}", faults.join("\n"));
}
