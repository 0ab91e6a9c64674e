//! JSON that was sent, measured against the form that the documents of the API tell:
//! every fault of it at once, each at its place.

use super::plain::{NO_FIELD, below, named, one_of};
use interlocal_catalog::NaiveDate;
use interlocal_portal::FieldFault;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value};

/// What is not as the form of a type wants it.
pub(super) fn faults<T: JsonSchema>(sent: &Value) -> Vec<FieldFault> {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let root = settings.into_generator().into_root_schema_for::<T>();
    let form = Form {
        root: root.as_value(),
    };
    form.faults(form.root, sent, "")
}

struct Form<'a> {
    root: &'a Value,
}

fn fault(place: &str, message: String) -> Vec<FieldFault> {
    vec![FieldFault {
        field: place.to_owned(),
        message,
    }]
}

impl<'a> Form<'a> {
    /// What a reference leads to.
    fn at_its_place(&self, schema: &'a Value) -> &'a Value {
        let to = schema.get("$ref").and_then(Value::as_str);
        let to = to.and_then(|to| self.root.pointer(to.trim_start_matches('#')));
        to.map_or(schema, |to| self.at_its_place(to))
    }

    fn branches(&self, schema: &'a Value) -> Vec<&'a Value> {
        let either = schema.get("oneOf").or_else(|| schema.get("anyOf"));
        let listed = either.and_then(Value::as_array).into_iter().flatten();
        listed.map(|branch| self.at_its_place(branch)).collect()
    }

    /// The words that a field takes, where it takes nothing else.
    fn words(&self, schema: &'a Value) -> Option<Vec<String>> {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        if let Some(word) = schema.get("const") {
            return Some(vec![text(word)?]);
        }
        if let Some(known) = schema.get("enum").and_then(Value::as_array) {
            return known
                .iter()
                .filter(|word| !word.is_null())
                .map(text)
                .collect();
        }
        let branches = self.branches(schema);
        let stated = branches.into_iter().filter(|branch| !is_null(branch));
        let words: Option<Vec<Vec<String>>> = stated.map(|branch| self.words(branch)).collect();
        words
            .map(|words| words.concat())
            .filter(|words| !words.is_empty())
    }

    /// What a field takes, in a sentence.
    fn wanted(&self, schema: &'a Value) -> String {
        let schema = self.at_its_place(schema);
        if let Some(words) = self.words(schema) {
            return one_of(&words);
        }
        let branches = self.branches(schema);
        if !branches.is_empty() {
            let stated = branches.into_iter().filter(|branch| !is_null(branch));
            let mut each: Vec<String> = stated.map(|branch| self.wanted(branch)).collect();
            each.dedup();
            return each.join(", or ");
        }
        match types(schema).into_iter().find(|kind| *kind != "null") {
            Some("string") if schema["format"] == "date" => "a date such as 2027-06-30",
            Some("string") => "text",
            Some("integer") => "a whole number",
            Some("number") => "a number",
            Some("boolean") => "true or false",
            Some("array") => "a list",
            Some("object") => "an object",
            _ => "a value",
        }
        .to_owned()
    }

    fn faults(&self, schema: &'a Value, sent: &Value, place: &str) -> Vec<FieldFault> {
        let schema = self.at_its_place(schema);
        if let Some(words) = self.words(schema) {
            let fits = match sent {
                Value::String(word) => words.contains(word),
                Value::Null => self.takes_null(schema),
                _ => false,
            };
            return match fits {
                true => Vec::new(),
                false => fault(
                    place,
                    format!("{} cannot be; send {}", named(sent), one_of(&words)),
                ),
            };
        }
        let branches = self.branches(schema);
        if !branches.is_empty() {
            return self.of_branches(&branches, sent, place);
        }
        let kinds = types(schema);
        if !kinds.is_empty() && !kinds.iter().any(|kind| is_of(sent, kind)) {
            let wanted = self.wanted(schema);
            return fault(place, format!("is {}; send {wanted}", named(sent)));
        }
        match sent {
            Value::Object(fields) => self.of_object(schema, fields, place),
            Value::Array(items) => self.of_list(schema, items, place),
            Value::String(text) => of_text(schema, text, place),
            Value::Number(number) => of_number(schema, number.as_f64(), place),
            Value::Null | Value::Bool(_) => Vec::new(),
        }
    }

    fn takes_null(&self, schema: &'a Value) -> bool {
        types(schema).contains(&"null") || self.branches(schema).iter().any(|one| is_null(one))
    }

    fn of_object(
        &self,
        schema: &'a Value,
        fields: &Map<String, Value>,
        place: &str,
    ) -> Vec<FieldFault> {
        let mut faults = Vec::new();
        let known = schema.get("properties").and_then(Value::as_object);
        let required = schema.get("required").and_then(Value::as_array);
        for name in required.into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                let wanted = known.and_then(|known| known.get(name));
                let wanted = wanted.map(|schema| format!("; send {}", self.wanted(schema)));
                let message = format!("is missing{}", wanted.unwrap_or_default());
                faults.extend(fault(&below(place, name), message));
            }
        }
        let others = schema.get("additionalProperties");
        for (name, value) in fields {
            let place = below(place, name);
            match (known.and_then(|known| known.get(name)), others) {
                (Some(schema), _) => faults.extend(self.faults(schema, value, &place)),
                (None, Some(schema @ Value::Object(_))) => {
                    faults.extend(self.faults(schema, value, &place));
                }
                (None, Some(Value::Bool(true))) => {}
                (None, None) if known.is_none() => {}
                (None, _) => faults.extend(fault(&place, NO_FIELD.to_owned())),
            }
        }
        faults
    }

    fn of_list(&self, schema: &'a Value, items: &[Value], place: &str) -> Vec<FieldFault> {
        if size(schema, "minItems").is_some_and(|least| items.len() < least) {
            return fault(place, "is empty; name at least one".to_owned());
        }
        let Some(each) = schema.get("items") else {
            return Vec::new();
        };
        let each_of = items.iter().enumerate();
        each_of
            .flat_map(|(index, item)| self.faults(each, item, &format!("{place}/{index}")))
            .collect()
    }

    /// One of several forms: the one that a word in it names, or that is of its kind.
    fn of_branches(&self, branches: &[&'a Value], sent: &Value, place: &str) -> Vec<FieldFault> {
        let fits = |branch: &&&'a Value| self.faults(branch, sent, place).is_empty();
        if branches.iter().any(|branch| fits(&branch)) {
            return Vec::new();
        }
        let stated: Vec<&'a Value> = branches
            .iter()
            .copied()
            .filter(|one| !is_null(one))
            .collect();
        if let Some(fault) = self.of_tagged(&stated, sent, place) {
            return fault;
        }
        let alike = |branch: &&&'a Value| self.may_be(branch, sent);
        if let Some(branch) = stated.iter().find(alike) {
            return self.faults(branch, sent, place);
        }
        let mut wanted: Vec<String> = stated.iter().map(|branch| self.wanted(branch)).collect();
        wanted.dedup();
        let wanted = wanted.join(", or ");
        fault(place, format!("is {}; send {wanted}", named(sent)))
    }

    /// Whether a form takes values of this kind at all.
    fn may_be(&self, schema: &'a Value, sent: &Value) -> bool {
        match self.words(schema) {
            Some(_) => sent.is_string(),
            None => types(schema).iter().any(|kind| is_of(sent, kind)),
        }
    }

    /// Objects of which a word says what they are.
    fn of_tagged(
        &self,
        branches: &[&'a Value],
        sent: &Value,
        place: &str,
    ) -> Option<Vec<FieldFault>> {
        let fields = sent.as_object()?;
        let word = |branch: &'a Value, tag: &str| {
            let word = branch.get("properties")?.get(tag)?.get("const")?;
            word.as_str().map(str::to_owned)
        };
        let first = branches.first()?.get("properties")?.as_object()?;
        let mut names = first.keys();
        let tag = names.find(|tag| branches.iter().all(|one| word(one, tag).is_some()))?;
        let words: Vec<String> = branches.iter().filter_map(|one| word(one, tag)).collect();
        let at = below(place, tag);
        let Some(said) = fields.get(tag) else {
            return Some(fault(&at, format!("is missing; send {}", one_of(&words))));
        };
        let chosen = words.iter().position(|word| said.as_str() == Some(word));
        match chosen.and_then(|chosen| branches.get(chosen)) {
            Some(branch) => Some(self.faults(branch, sent, place)),
            None => Some(fault(
                &at,
                format!("{} cannot be; send {}", named(said), one_of(&words)),
            )),
        }
    }
}

fn types(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(kind)) => vec![kind],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn is_null(schema: &Value) -> bool {
    types(schema) == ["null"]
}

fn is_of(sent: &Value, kind: &str) -> bool {
    match kind {
        "null" => sent.is_null(),
        "boolean" => sent.is_boolean(),
        "integer" => sent.is_i64() || sent.is_u64(),
        "number" => sent.is_number(),
        "string" => sent.is_string(),
        "array" => sent.is_array(),
        "object" => sent.is_object(),
        _ => true,
    }
}

fn size(schema: &Value, name: &str) -> Option<usize> {
    usize::try_from(schema.get(name)?.as_u64()?).ok()
}

fn of_text(schema: &Value, text: &str, place: &str) -> Vec<FieldFault> {
    let length = text.chars().count();
    if schema["format"] == "date" && text.parse::<NaiveDate>().is_err() {
        return fault(
            place,
            format!("{} is no date; write 2027-06-30", named(&text.into())),
        );
    }
    if size(schema, "minLength").is_some_and(|least| length < least) {
        return fault(place, "is empty".to_owned());
    }
    match size(schema, "maxLength") {
        Some(most) if length > most => fault(place, format!("is too long; {most} letters at most")),
        _ => Vec::new(),
    }
}

fn of_number(schema: &Value, number: Option<f64>, place: &str) -> Vec<FieldFault> {
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
    let Some(number) = number else {
        return Vec::new();
    };
    match (bound("minimum"), bound("maximum")) {
        (Some(least), _) if number < least => {
            fault(place, format!("is too small; {least} at least"))
        }
        (_, Some(most)) if number > most => fault(place, format!("is too large; {most} at most")),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::faults;
    use interlocal_catalog::access::AccessRule;
    use serde_json::{Value, json};

    fn found(rule: &Value) -> Vec<String> {
        let found = faults::<AccessRule>(rule).into_iter();
        found
            .map(|fault| format!("{}: {}", fault.field, fault.message))
            .collect()
    }

    #[test]
    fn what_fits_has_no_fault() {
        let rule = json!({
            "id": "state",
            "area": {"within": ["state-17"]},
            "kinds": "not_stated",
            "above": null,
            "steps": [{"kind": "agreement", "in": "x", "fee": null}],
            "limits": [{"kind": "population", "min": 5}],
        });
        assert_eq!(found(&rule), Vec::<String>::new());
    }

    #[test]
    fn every_fault_is_said_with_its_place_and_what_may_stand_there() {
        let rule = json!({
            "id": 4,
            "area": "nowhere",
            "kinds": ["county", "parish"],
            "above": {"any_of": ["state"], "in": "x"},
            "steps": {"kind": "agreement"},
            "limits": [
                {"kind": "population", "min": -5},
                {"kind": "height"},
                {"any_of": []},
            ],
            "fees": [],
        });
        let kinds = "local_government, state_government, state, territory, county, municipality, \
                     township, school_district, special_district, tribal, state_agency";
        let limits = "one of population, distance, sector, regime";
        assert_eq!(
            found(&rule),
            [
                "/above/list: is missing; send one of complete, partial".to_owned(),
                "/area: “nowhere” cannot be; send one of everywhere, all_states, not_stated"
                    .to_owned(),
                "/fees: is no field of this call".to_owned(),
                "/id: is the number 4; send text".to_owned(),
                format!("/kinds/1: “parish” cannot be; send one of {kinds}"),
                "/limits/0/min: is too small; 0 at least".to_owned(),
                format!("/limits/1/kind: “height” cannot be; send {limits}"),
                format!("/limits/2/kind: is missing; send {limits}"),
                "/steps: is an object; send a list, or “not_stated”".to_owned(),
            ]
        );
        assert_eq!(
            found(&json!({"id": "a", "kinds": []})),
            [
                "/area: is missing; send one of everywhere, all_states, not_stated, or an object",
                "/steps: is missing; send a list, or “not_stated”",
            ]
        );
        assert_eq!(found(&json!("rule")), [": is “rule”; send an object"]);
    }
}
