//! The way from the first page to this one, as a `BreadcrumbList`.

use super::whole;
use crate::shell::Shell;
use serde_json::{Value, json};

/// The way to a page.
pub(crate) struct Trail {
    steps: Vec<(String, String)>,
}

impl Trail {
    /// The first page.
    pub(crate) fn from_home(shell: &Shell) -> Self {
        Self {
            steps: vec![(shell.brand.name.clone(), whole(shell, "/"))],
        }
    }

    /// One step further: its name and its path.
    pub(crate) fn to(mut self, shell: &Shell, name: &str, path: &str) -> Self {
        self.steps.push((name.to_owned(), whole(shell, path)));
        self
    }

    pub(super) fn linked(&self) -> Value {
        let steps = self.steps.iter().zip(1_u32..);
        let steps = steps.map(|((name, address), place)| {
            json!({"@type": "ListItem", "position": place, "name": name, "item": address})
        });
        json!({"@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<_>>()})
    }
}
