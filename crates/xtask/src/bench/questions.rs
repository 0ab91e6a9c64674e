//! What is asked of the portal, and with which words and governments.

use super::catalog::Probes;

/// Governments that ask again and again; every other asks for the first time.
const REGULARS: usize = 60;
/// From here on are governments that have not asked before.
const STRANGERS: usize = 500;

/// A kind of request.
pub struct Question<'a> {
    /// Its name in the table.
    pub name: &'static str,
    /// Whether each request comes from a government that has not asked before.
    pub first_time: bool,
    /// Requests that are not counted.
    pub warm_up: usize,
    path: Box<dyn Fn(usize) -> String + Sync + 'a>,
}

impl Question<'_> {
    /// The path of the request with this number.
    pub fn path(&self, number: usize) -> String {
        (self.path)(number)
    }
}

/// Every kind of request.
pub fn all(probes: &Probes) -> Vec<Question<'_>> {
    let words = |number| escape(any(&probes.words, number));
    let regular = |number: usize| any(&probes.governments, number % REGULARS);
    let stranger = |set: usize, number: usize| {
        any(&probes.governments, STRANGERS + set * super::ALONE + number)
    };
    let category = |number| any(&probes.categories, number);
    let offering = |number| any(&probes.offerings, number);
    vec![
        ask("home page", |_| "/".to_owned()),
        ask("search page: two words, a government", move |n| {
            format!("/search?q={}&for={}", words(n), regular(n))
        }),
        first("search page: the same, the government's first", move |n| {
            format!("/search?q={}&for={}", words(n), stranger(0, n))
        }),
        ask(
            "search page: two words, a government, two facets picked",
            move |n| {
                format!(
                    "/search?q={}&for={}&usable=yes&kind=contract",
                    words(n),
                    regular(n)
                )
            },
        ),
        ask("search page: two words, no government", move |n| {
            format!("/search?q={}", words(n))
        }),
        ask("search page: no words, a government", move |n| {
            format!("/search?for={}", regular(n))
        }),
        ask(
            "search page: no words, a category, a government",
            move |n| format!("/search?for={}&category={}", regular(n), category(n)),
        ),
        ask("search in JSON: two words, a government", move |n| {
            format!("/api/v1/offerings?q={}&for={}", words(n), regular(n))
        }),
        ask("governments while typing", move |n| {
            format!(
                "/api/v1/jurisdictions?q={}",
                escape(typed(&probes.names, n))
            )
        }),
        ask("suggestions while typing", move |n| {
            format!("/api/v1/suggest?q={}", escape(typed(&probes.words, n)))
        }),
        ask("answer sheet", move |n| {
            format!("/jurisdictions/{}", regular(n))
        }),
        first("answer sheet, the government's first", move |n| {
            format!("/jurisdictions/{}", stranger(1, n))
        }),
        ask("match", move |n| {
            format!("/match?for={}&category={}", regular(n), category(n))
        }),
        first("match, the government's first", move |n| {
            format!("/match?for={}&category={}", stranger(2, n), category(n))
        }),
        ask("offering page, a government", move |n| {
            format!("/offerings/{}?for={}", offering(n), regular(n))
        }),
        ask("compare page: four editions, a government", move |n| {
            let [a, b, c, d] = [0, 1, 2, 3].map(|next| offering(n + next));
            format!(
                "/compare?o={a}&o={b}&o={c}&o={d}&for={}&endpoints=1200&users=900",
                regular(n)
            )
        }),
        ask("category page, a government", move |n| {
            format!("/categories/{}?for={}", category(n), regular(n))
        }),
        ask("health", |_| "/healthz".to_owned()),
    ]
}

fn ask<'a>(name: &'static str, path: impl Fn(usize) -> String + Sync + 'a) -> Question<'a> {
    Question {
        name,
        first_time: false,
        warm_up: 120,
        path: Box::new(path),
    }
}

fn first<'a>(name: &'static str, path: impl Fn(usize) -> String + Sync + 'a) -> Question<'a> {
    Question {
        first_time: true,
        ..ask(name, path)
    }
}

fn any(of: &[String], number: usize) -> &str {
    of.get(number % of.len().max(1)).map_or("", String::as_str)
}

/// What stands in the field as a name is typed letter by letter, from the second on.
fn typed(names: &[String], number: usize) -> &str {
    let mut number = number;
    for name in names.iter().cycle() {
        let length = name.chars().count().max(2);
        if number < length - 1 {
            let end = name
                .char_indices()
                .nth(number + 2)
                .map_or(name.len(), |(at, _)| at);
            return name.get(..end).unwrap_or(name);
        }
        number -= length - 1;
    }
    ""
}

/// A text as a value in an address.
fn escape(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes()
        .map(|byte| match byte {
            b' ' => "+".to_owned(),
            byte if plain(byte) => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{escape, typed};

    #[test]
    fn a_name_is_typed_letter_by_letter_and_then_the_next() {
        let names = ["cook".to_owned(), "doña".to_owned()];
        let fields: Vec<&str> = (0..7).map(|number| typed(&names, number)).collect();
        assert_eq!(fields, ["co", "coo", "cook", "do", "doñ", "doña", "co"]);
    }

    #[test]
    fn a_value_in_an_address_is_escaped() {
        assert_eq!(escape("o'brien & doña"), "o%27brien+%26+do%C3%B1a");
    }
}
