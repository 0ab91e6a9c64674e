//! `/desk/{body}/log`: what was done in the name of a body.

use crate::{
    components::{
        audit_table::{AuditLine, audit_table},
        desk_head::desk_head,
        references::BodyRef,
    },
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// A body's own log.
#[derive(Clone, Debug)]
pub struct BodyLogPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// Entries, the newest first.
    pub lines: Vec<AuditLine>,
    /// Address of the older ones.
    pub older: Option<String>,
}

impl Render for BodyLogPage {
    fn render(&self) -> Markup {
        let title = format!("Log of {}", self.body.name);
        let head = Head {
            title: &title,
            description: "What was done in the name of the body, when and why.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "/log", "Log"))
                (audit_table(&self.lines, self.older.as_deref()))
            },
        )
    }
}
