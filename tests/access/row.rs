//! A row of the matrix.

use super::actors::Ground;

/// A verb of a route, a request of it, and what it answers to whom.
pub struct Row {
    /// `get`, `post`, `put` or `delete`.
    pub verb: &'static str,
    /// As the route table writes it.
    pub route: &'static str,
    /// An address of it; `{draft}` stands for a word that `prepare` gives.
    pub path: &'static str,
    /// The fields of the form that is sent; values may hold such words too.
    pub fields: &'static [(&'static str, &'static str)],
    /// JSON that is sent in place of a form; it may hold such words too, and so may the
    /// tag that it is made for.
    pub sent: Option<Json>,
    /// The status for each of [`super::Who::ALL`], in that order.
    pub answers: [u16; 7],
    /// Done before every single request, so that each actor finds the same.
    pub prepare: Prepare,
}

/// JSON for a call of the API: what is sent, and the tag that it is made for.
#[derive(Clone, Copy)]
pub struct Json {
    pub body: &'static str,
    pub made_for: &'static str,
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
        sent: None,
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
        sent: None,
        answers,
        prepare: nothing,
    }
}

/// A call of the API that sends JSON; nothing where `body` is empty.
pub const fn call(
    verb: &'static str,
    route: &'static str,
    path: &'static str,
    body: &'static str,
    answers: [u16; 7],
) -> Row {
    Row {
        verb,
        route,
        path,
        fields: &[],
        sent: Some(Json { body, made_for: "" }),
        answers,
        prepare: nothing,
    }
}

impl Row {
    /// The same call, made for a version of a draft.
    pub const fn made_for(self, made_for: &'static str) -> Row {
        let body = match self.sent {
            Some(sent) => sent.body,
            None => "",
        };
        Row {
            sent: Some(Json { body, made_for }),
            ..self
        }
    }

    /// The same row, with something made before every request.
    pub const fn after(self, prepare: Prepare) -> Row {
        Row { prepare, ..self }
    }
}

fn nothing(_: &Ground) -> Vec<(&'static str, String)> {
    Vec::new()
}
