//! A row of the matrix.

use super::actors::Ground;

/// A verb of a route, a request of it, and what it answers to whom.
pub struct Row {
    /// `get` or `post`.
    pub verb: &'static str,
    /// As the route table writes it.
    pub route: &'static str,
    /// An address of it; `{draft}` stands for a word that `prepare` gives.
    pub path: &'static str,
    /// The fields of the form that is sent; values may hold such words too.
    pub fields: &'static [(&'static str, &'static str)],
    /// The status for each of [`super::Who::ALL`], in that order.
    pub answers: [u16; 7],
    /// Done before every single request, so that each actor finds the same.
    pub prepare: Prepare,
}

/// Makes what a request acts on; gives words for its address and fields.
pub type Prepare = fn(&Ground) -> Vec<(&'static str, String)>;

/// A page or list that is open to anybody.
pub const fn open(route: &'static str, path: &'static str) -> Row {
    get(route, path, [200; 7])
}

/// A page that is for some.
pub const fn get(route: &'static str, path: &'static str, answers: [u16; 7]) -> Row {
    Row {
        verb: "get",
        route,
        path,
        fields: &[],
        answers,
        prepare: nothing,
    }
}

/// A form that is sent.
pub const fn post(
    route: &'static str,
    path: &'static str,
    fields: &'static [(&'static str, &'static str)],
    answers: [u16; 7],
) -> Row {
    Row {
        verb: "post",
        route,
        path,
        fields,
        answers,
        prepare: nothing,
    }
}

impl Row {
    /// The same row, with something made before every request.
    pub const fn after(self, prepare: Prepare) -> Row {
        Row { prepare, ..self }
    }
}

fn nothing(_: &Ground) -> Vec<(&'static str, String)> {
    Vec::new()
}
