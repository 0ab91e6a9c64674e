//! The address at which the API says what a page says: pages pass over fields that are
//! empty or stand twice, calls refuse them.

use super::told::Told;
use crate::form::Fields;

/// An address of the API for what a page was asked, as its call takes it.
pub fn twin(address: String) -> String {
    let Some((path, query)) = address.split_once('?') else {
        return address;
    };
    let (Some(call), Ok(fields)) = (Told::reading(path), Fields::read(query)) else {
        return address;
    };
    let pairs = fields.pairs();
    let stays = |at: usize, (name, value): &(String, String)| {
        let Some(param) = call.in_query(name) else {
            return Some(value.clone()).filter(|value| !value.is_empty());
        };
        let mut behind = pairs.iter().skip(at + 1);
        if !param.several && behind.any(|(other, _)| other == name) {
            return None;
        }
        let is_switch = param.schema["enum"] == serde_json::json!(["1"]);
        match super::held::fault(&param.schema, value) {
            None => Some(value.clone()).filter(|value| !value.is_empty()),
            Some(_) => (is_switch && fields.on(name)).then(|| "1".to_owned()),
        }
    };
    let mut out = form_urlencoded::Serializer::new(String::new());
    let mut kept = 0;
    for (at, pair) in pairs.iter().enumerate() {
        if let Some(value) = stays(at, pair) {
            out.append_pair(&pair.0, &value);
            kept += usize::from(value == pair.1);
        }
    }
    match (kept == pairs.len(), out.finish().as_str()) {
        (true, _) if !pairs.is_empty() => address,
        (_, "") => path.to_owned(),
        (_, query) => format!("{path}?{query}"),
    }
}

#[cfg(test)]
mod tests {
    use super::twin;

    #[test]
    fn what_a_page_passes_over_is_left_out_of_the_address_of_its_call() {
        let table = [
            ("/api/v1/offerings?q=a&q=b", "/api/v1/offerings?q=b"),
            (
                "/api/v1/offerings?q=&kind=service&kind=funding&expired=yes&limit=",
                "/api/v1/offerings?kind=service&kind=funding&expired=1",
            ),
            ("/api/v1/offerings?expired=2", "/api/v1/offerings"),
            ("/api/v1/offerings?q=a%20b", "/api/v1/offerings?q=a%20b"),
            (
                "/api/v1/offerings/fire-trucks/changes?from=1&from=2&to=3",
                "/api/v1/offerings/fire-trucks/changes?from=2&to=3",
            ),
            ("/api/v1/jurisdictions?", "/api/v1/jurisdictions"),
            ("/api/v1/about", "/api/v1/about"),
            ("/elsewhere?q=a&q=b", "/elsewhere?q=a&q=b"),
        ];
        for (asked, expect) in table {
            assert_eq!(twin(asked.to_owned()), expect);
        }
    }
}
