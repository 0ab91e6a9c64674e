//! The calls as a page, at `/api`.

use super::{
    call::{Body, Call, Group, Needs, Param},
    calls,
};
use crate::page::visit::Visit;
use axum::response::Response;
use interlocal_pages::pages::{ApiAnswer, ApiCall, ApiGroup, ApiPage, ApiParam};

/// The page.
pub async fn show(visit: Visit) -> Response {
    let origin = visit.app.portal.public_url().origin().to_owned();
    let all = calls();
    let groups = Group::ALL.into_iter().map(|group| ApiGroup {
        label: group.label(),
        calls: all
            .iter()
            .filter(|call| call.group == group)
            .map(|call| shown(call, &origin))
            .collect(),
    });
    let (by_address, by_token) = visit.app.limits.per_minute();
    let page = ApiPage {
        shell: visit.shell(Some("/api/openapi.json".to_owned())),
        groups: groups.collect(),
        by_address,
        by_token,
    };
    visit.answer(&page)
}

fn shown(call: &Call, origin: &str) -> ApiCall {
    let mut answers = vec![ApiAnswer {
        status: call.status,
        says: match call.answer {
            Some(_) => "Done; what comes back stands in the OpenAPI document".to_owned(),
            None => "Done; nothing comes back".to_owned(),
        },
    }];
    answers.extend(call.others.iter().map(|(status, says)| ApiAnswer {
        status: *status,
        says: (*says).to_owned(),
    }));
    answers.sort_by_key(|answer| answer.status);
    ApiCall {
        name: call.name,
        verb: call.verb.to_uppercase(),
        path: call.path,
        title: call.title,
        says: call.says,
        needs: match call.needs {
            Needs::Nothing => "Open to anybody.",
            Needs::Reading => "Takes a token.",
            Needs::Writing => "Takes a token with the scope “publish”.",
            Needs::Importing => "Takes a token with the scope “import”.",
        },
        params: call.params.iter().map(param).chain(in_form(call)).collect(),
        answers,
        request: request(call, origin),
    }
}

fn param(param: &Param) -> ApiParam {
    let mut says = param.says.to_owned();
    if let Some(words) = param.schema["enum"].as_array() {
        let words: Vec<&str> = words.iter().filter_map(|word| word.as_str()).collect();
        says.push_str(&format!(". One of {}", words.join(", ")));
    }
    if param.several {
        says.push_str("; may stand several times");
    }
    ApiParam {
        name: param.name.to_owned(),
        place: match param.place {
            "header" => "header",
            "path" => "address",
            _ => "query",
        },
        required: param.required,
        says,
    }
}

/// The fields of a form with a file, the file last.
fn in_form(call: &Call) -> Vec<ApiParam> {
    let Some(Body::File(form)) = call.body else {
        return Vec::new();
    };
    let field = |name: &str, required: bool, says: &str| ApiParam {
        name: name.to_owned(),
        place: "form",
        required,
        says: says.to_owned(),
    };
    let fields = form.fields.iter();
    let fields = fields.map(|(name, says, required, _)| field(name, *required, says));
    let file = field("file", form.needed, "The file");
    fields.chain([file]).collect()
}

/// A request for a shell.
fn request(call: &Call, origin: &str) -> String {
    let mut lines = Vec::new();
    let method = match call.verb {
        "get" => String::new(),
        verb => format!(" -X {}", verb.to_uppercase()),
    };
    lines.push(format!("curl{method} '{origin}{}'", call.example()));
    if call.needs != Needs::Nothing {
        lines.push("-H \"Authorization: Bearer $TOKEN\"".to_owned());
    }
    for param in call.params.iter().filter(|param| param.place == "header") {
        if let Some(example) = param.example {
            lines.push(format!("-H '{}: {example}'", param.name));
        }
    }
    match call.body {
        Some(Body::Json(_, example)) => {
            lines.push("-H 'Content-Type: application/json'".to_owned());
            lines.push(format!("-d '{example}'"));
        }
        Some(Body::File(form)) => {
            for (name, _, _, example) in form.fields.iter().filter(|field| !field.3.is_empty()) {
                lines.push(format!("-F '{name}={example}'"));
            }
            lines.push(format!("-F 'file=@{}'", form.file));
        }
        None => {}
    }
    lines.join(" \\\n  ")
}
