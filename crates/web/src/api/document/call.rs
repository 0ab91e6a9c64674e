//! One call of the API, as its documents tell it. It stands beside its handler.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

/// Makes the schema of a type.
pub type Make = fn(&mut SchemaGenerator) -> Schema;

/// A group of calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Offerings.
    Offerings,
    /// Governments and answers.
    Governments,
    /// Bodies, categories, papers.
    Directory,
    /// Asking and reporting.
    Speaking,
    /// Weighing and deciding.
    Deciding,
    /// Listings of a desk.
    Listings,
    /// What else a desk does.
    Desk,
    /// People, domains, webhooks and the log of a body.
    People,
    /// Taking files in.
    Imports,
    /// Looking after the portal.
    Steward,
    /// The account.
    Account,
}

impl Group {
    /// Every group, in the order of the documents.
    pub const ALL: [Group; 11] = [
        Group::Offerings,
        Group::Governments,
        Group::Directory,
        Group::Speaking,
        Group::Deciding,
        Group::Listings,
        Group::Desk,
        Group::People,
        Group::Imports,
        Group::Steward,
        Group::Account,
    ];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Group::Offerings => "Offerings",
            Group::Governments => "Governments, answers and partners",
            Group::Directory => "Bodies, states, categories and papers",
            Group::Speaking => "Questions and reports",
            Group::Deciding => "Weighing and deciding",
            Group::Listings => "Listings of a desk",
            Group::Desk => "What else a desk does",
            Group::People => "People, domains and webhooks of a body",
            Group::Imports => "Taking files in",
            Group::Steward => "Looking after the portal, for stewards",
            Group::Account => "You",
        }
    }
}

/// Who may make a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Anybody.
    Nothing,
    /// Somebody of the body.
    Reading,
    /// Somebody of the body with enough of a role, and a token with the scope `publish`.
    Writing,
    /// The same with the scope `import`.
    Importing,
}

/// What is sent.
#[derive(Clone, Copy)]
pub enum Body {
    /// JSON: its schema, and an example.
    Json(Make, &'static str),
    /// A file with fields.
    File(FileForm),
}

/// A form with a file.
#[derive(Clone, Copy)]
pub struct FileForm {
    /// Its fields beside the file: name, what it means, whether it must be there, and a
    /// value that works.
    pub fields: &'static [(&'static str, &'static str, bool, &'static str)],
    /// The name of a file that is sent, for the example.
    pub file: &'static str,
    /// Whether there must be a file.
    pub needed: bool,
    /// Whether the bytes may be sent as they are, with the fields in the address.
    pub bare: bool,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: &'static str,
    /// `path`, `query` or `header`.
    pub place: &'static str,
    /// What it means.
    pub says: &'static str,
    /// Its schema.
    pub schema: Value,
    /// Whether it must be there.
    pub required: bool,
    /// A value that works.
    pub example: Option<&'static str>,
    /// Whether it may stand several times.
    pub several: bool,
}

/// One call.
pub struct Call {
    /// The method, small.
    pub verb: &'static str,
    /// The address as the route table writes it.
    pub path: &'static str,
    /// Its name in programs.
    pub name: &'static str,
    /// What it does.
    pub title: &'static str,
    /// More of it.
    pub says: &'static str,
    /// Where it stands.
    pub group: Group,
    /// Who may.
    pub needs: Needs,
    /// Parameters of the address and the head.
    pub params: Vec<Param>,
    /// What is sent.
    pub body: Option<Body>,
    /// The status of success.
    pub status: u16,
    /// What comes back; none is nothing.
    pub answer: Option<Make>,
    /// Other answers.
    pub others: Vec<(u16, &'static str)>,
}

/// The schema of a type.
pub fn make<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<T>()
}

/// Text.
pub fn words() -> Value {
    json!({"type": "string", "maxLength": 500})
}

/// Words that are looked for, as long as those of a page.
pub fn sought() -> Value {
    json!({"type": "string", "maxLength": 2_000})
}

/// A number between two.
pub fn whole(least: u32, most: u32) -> Value {
    json!({"type": "integer", "minimum": least, "maximum": most})
}

/// One of these words.
pub fn one_of(words: &[&str]) -> Value {
    json!({"type": "string", "enum": words})
}

/// A switch.
pub fn switch() -> Value {
    json!({"type": "string", "enum": ["1"]})
}

impl Call {
    fn new(verb: &'static str, path: &'static str, name: &'static str) -> Self {
        let others = vec![
            (400, "Fields that cannot be as they are, all at once"),
            (401, "Nobody who is known, or a token that does not hold"),
            (414, "The address is too long"),
            (429, "Too often; Retry-After says how long to wait"),
            (503, "Not available now"),
        ];
        let mut call = Self {
            verb,
            path,
            name,
            title: "",
            says: "",
            group: Group::Offerings,
            needs: Needs::Nothing,
            params: Vec::new(),
            body: None,
            status: 200,
            answer: None,
            others,
        };
        if path.contains('{') {
            call.others.push((404, "There is nothing at this address"));
        }
        call.params.extend(super::names::of(path));
        call
    }

    /// A call that reads.
    pub fn get(path: &'static str, name: &'static str) -> Self {
        Self::new("get", path, name)
            .header(
                "If-None-Match",
                "The ETag of what you have; 304 when it still stands",
            )
            .or(304, "What you have still stands")
    }

    /// A call that does something.
    pub fn post(path: &'static str, name: &'static str) -> Self {
        let key = "A text that you draw for this request; sent again within 24 hours, it is \
                   done once and answered alike";
        Self::new("post", path, name)
            .sized("Idempotency-Key", key, 200)
            .or(
                403,
                "Not for you, or a browser sent it without its form token",
            )
            .or(409, "Somebody was faster, or it is not the time for it")
            .or(413, "What was sent is too large")
            .or(422, "The key was used for another request")
    }

    /// A call that puts something in its place.
    pub fn put(path: &'static str, name: &'static str) -> Self {
        Self::new("put", path, name)
            .or(
                403,
                "Not for you, or a browser sent it without its form token",
            )
            .or(409, "Somebody was faster, or it is not the time for it")
            .or(413, "What was sent is too large")
    }

    /// A call that takes something away.
    pub fn delete(path: &'static str, name: &'static str) -> Self {
        Self::new("delete", path, name)
            .or(
                403,
                "Not for you, or a browser sent it without its form token",
            )
            .or(409, "Somebody was faster, or it is not the time for it")
            .gives_nothing()
    }

    /// Where it stands, and what it does.
    pub fn told(mut self, group: Group, title: &'static str, says: &'static str) -> Self {
        self.group = group;
        self.title = title;
        self.says = says;
        let says_so = self.others.iter().any(|(status, _)| *status == 404);
        match group {
            Group::Steward if !says_so => self.or(404, "You are no steward"),
            _ => self,
        }
    }

    /// It is for people of the body.
    pub fn reading(mut self) -> Self {
        self.needs = Needs::Reading;
        self.or(403, "The role does not allow this")
    }

    /// It is for people of the body who may.
    pub fn writing(mut self) -> Self {
        self.needs = Needs::Writing;
        self
    }

    /// It is for people of the body who may, and a token that takes files in.
    pub fn importing(mut self) -> Self {
        self.needs = Needs::Importing;
        self
    }

    /// A parameter of the address.
    pub fn query(mut self, name: &'static str, schema: Value, says: &'static str) -> Self {
        self.params.push(Param {
            name,
            place: "query",
            says,
            schema,
            required: false,
            example: None,
            several: false,
        });
        self
    }

    /// The last parameter must be there.
    pub fn required(mut self) -> Self {
        if let Some(param) = self.params.last_mut() {
            param.required = true;
        }
        self
    }

    /// The last parameter may stand several times.
    pub fn several(mut self) -> Self {
        if let Some(param) = self.params.last_mut() {
            param.several = true;
        }
        self
    }

    /// A value of the last parameter that works.
    pub fn like(mut self, example: &'static str) -> Self {
        if let Some(param) = self.params.last_mut() {
            param.example = Some(example);
        }
        self
    }

    /// The government in whose name it is asked.
    pub fn for_government(self) -> Self {
        self.query(
            "for",
            words(),
            "The key of a government, which gets verdicts of its own",
        )
        .like("county-17031")
    }

    /// A list in parts.
    pub fn in_parts(self, most: u32) -> Self {
        self.query("limit", whole(1, most), "How many at a time")
            .query(
                "cursor",
                words(),
                "Where the list goes on: taken from the address in “next”",
            )
    }

    /// A header.
    pub fn header(self, name: &'static str, says: &'static str) -> Self {
        self.sized(name, says, 500)
    }

    fn sized(mut self, name: &'static str, says: &'static str, most: u32) -> Self {
        self.params.push(Param {
            name,
            place: "header",
            says,
            schema: json!({"type": "string", "minLength": 1, "maxLength": most}),
            required: false,
            example: None,
            several: false,
        });
        self
    }

    /// It is made for a version of a draft.
    pub fn for_version(self) -> Self {
        self.header("If-Match", "The ETag of the draft that you read")
            .required()
            .like("\"v1\"")
            .or(412, "The draft has changed since")
            .or(428, "If-Match is missing")
    }

    /// What is sent.
    pub fn takes<T: JsonSchema>(mut self, example: &'static str) -> Self {
        self.body = Some(Body::Json(make::<T>, example));
        self.or(415, "What was sent is no JSON")
    }

    /// A file that is sent, with fields.
    pub fn takes_file(mut self, form: FileForm) -> Self {
        self.body = Some(Body::File(form));
        if form.bare {
            self = self.query(
                "name",
                words(),
                "The name of the file, where its bytes are sent as they are",
            );
            for (name, says, ..) in form.fields {
                self = self.query(name, words(), says);
            }
        }
        self.or(415, "What was sent is no form with a file")
    }

    /// What comes back.
    pub fn gives<T: JsonSchema>(mut self) -> Self {
        self.answer = Some(make::<T>);
        self
    }

    /// The same, of something that is new.
    pub fn makes<T: JsonSchema>(mut self) -> Self {
        self.status = 201;
        self.gives::<T>()
    }

    /// What comes back where a call that takes away says what is left.
    pub fn answers<T: JsonSchema>(mut self) -> Self {
        self.status = 200;
        self.gives::<T>()
    }

    /// Nothing comes back.
    pub fn gives_nothing(mut self) -> Self {
        self.status = 204;
        self
    }

    /// Another answer.
    pub fn or(mut self, status: u16, says: &'static str) -> Self {
        self.others.retain(|(known, _)| *known != status);
        self.others.push((status, says));
        self.others.sort_unstable();
        self
    }

    /// It may have been taken back.
    pub fn or_gone(self) -> Self {
        self.or(
            410,
            "It was taken back; with when, why and what replaces it",
        )
    }

    /// It may stand at another address.
    pub fn or_moved(self) -> Self {
        self.or(301, "It stands at another address for good")
    }

    /// The example request, as a path with its query.
    pub fn example(&self) -> String {
        let mut path = self.path.to_owned();
        let mut query = Vec::new();
        for param in &self.params {
            let Some(value) = param.example else {
                continue;
            };
            match param.place {
                "path" => path = path.replace(&format!("{{{}}}", param.name), value),
                "query" => query.push(format!(
                    "{}={}",
                    param.name,
                    interlocal_pages::escape(value)
                )),
                _ => {}
            }
        }
        match query.is_empty() {
            true => path,
            false => format!("{path}?{}", query.join("&")),
        }
    }
}
