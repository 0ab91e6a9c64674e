//! What a page says to machines that read: JSON-LD in the words of schema.org. It
//! repeats what stands on the page and nothing else.

mod body;
mod dataset;
mod offering;
mod trail;

pub(crate) use trail::Trail;

use crate::shell::Shell;
use maud::{Markup, PreEscaped, html};
use serde_json::{Map, Value, json};

/// The things that a page is about, for its head.
pub(crate) struct LinkedData(Vec<Value>);

impl LinkedData {
    /// Where the page stands, and what it is about.
    pub(crate) fn of(trail: &Trail, things: impl IntoIterator<Item = Value>) -> Self {
        Self([trail.linked()].into_iter().chain(things).collect())
    }

    /// As the head of a page holds it: a block of data, in which no mark can end it.
    pub(crate) fn markup(&self) -> Markup {
        let graph = json!({"@context": "https://schema.org", "@graph": self.0});
        let text = graph
            .to_string()
            .replace('<', "\\u003c")
            .replace('>', "\\u003e")
            .replace('&', "\\u0026");
        html! { script type="application/ld+json" { (PreEscaped(text)) } }
    }
}

/// A thing of which only what is known is said.
struct Thing(Map<String, Value>);

impl Thing {
    fn of(kind: &str) -> Self {
        let mut says = Map::new();
        says.insert("@type".to_owned(), kind.into());
        Self(says)
    }

    /// Says a property; not where its value is empty.
    fn says(mut self, property: &str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let is_empty = match &value {
            Value::Null => true,
            Value::String(words) => words.trim().is_empty(),
            Value::Array(values) => values.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.0.insert(property.to_owned(), value);
        }
        self
    }

    fn value(self) -> Value {
        Value::Object(self.0)
    }
}

/// The whole address of a path of this portal.
fn whole(shell: &Shell, path: &str) -> String {
    format!("{}{path}", shell.origin)
}
