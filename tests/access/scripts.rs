//! A script in every text field of every form there is: the forms are read from the pages
//! themselves, so that the newest field is tried too.

use super::{
    actors::{BODY, Ground, Who, fill},
    row::Row,
    rows,
};
use crate::routes::asking::{Answer, RUNTIME};
use http::header;
use interlocal_testkit::people::Somebody;
use std::collections::BTreeSet;

const SCRIPT: &str = "\"'><script>alert(7)</script><img src=x onerror=alert(7)>{{7*7}}";
const ADDRESS: &str = "javascript:alert(7)//https://a.example";

/// A form of a page.
#[derive(Debug)]
struct Form {
    action: String,
    fields: Vec<Field>,
}

/// A field as the page fills it in.
#[derive(Clone, Debug)]
struct Field {
    name: String,
    value: String,
    /// Whether a person writes into it.
    written: bool,
    /// Whether it is sent as it stands.
    sent: bool,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let (value, _) = rest.split_once('"')?;
    let plain = [
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    Some(
        plain
            .iter()
            .fold(value.to_owned(), |text, (from, to)| text.replace(from, to)),
    )
}

/// The forms of a page that are sent.
fn forms(html: &str) -> Vec<Form> {
    let whole = html.split("<form ").skip(1);
    whole
        .filter_map(|rest| {
            let (head, rest) = rest.split_once('>')?;
            let head = format!(" {head}");
            let (inside, _) = rest.split_once("</form>")?;
            let sent = attribute(&head, "method").as_deref() == Some("post");
            let files = head.contains("multipart/form-data");
            let action = attribute(&head, "action").filter(|_| sent && !files)?;
            Some(Form {
                action,
                fields: fields(inside),
            })
        })
        .collect()
}

fn fields(html: &str) -> Vec<Field> {
    let mut found = Vec::new();
    let mut radios = BTreeSet::new();
    for part in html.split('<').skip(1) {
        let Some((tag, after)) = part.split_once('>') else {
            continue;
        };
        let Some(name) = attribute(tag, "name") else {
            continue;
        };
        let value = attribute(tag, "value").unwrap_or_default();
        let kind = attribute(tag, "type").unwrap_or_default();
        let checked = tag.contains(" checked");
        let (value, written, sent) = match (tag.split(' ').next().unwrap(), kind.as_str()) {
            ("input", "checkbox") => (value, false, checked),
            ("input", "radio") => {
                let first = radios.insert(name.clone());
                (value, false, first || checked)
            }
            ("input", "hidden") => (value, false, true),
            ("input", _) => (value, true, true),
            ("textarea", _) => (after.trim().to_owned(), true, true),
            ("select", _) => (chosen(html, &name), false, true),
            _ => continue,
        };
        found.push(Field {
            name,
            value,
            written,
            sent,
        });
    }
    found
}

/// What a list sends: what is selected, else the first that says something.
fn chosen(html: &str, name: &str) -> String {
    let list = html
        .split("<select ")
        .find(|list| list.contains(&format!("name=\"{name}\"")));
    let list = list
        .and_then(|list| list.split("</select>").next())
        .unwrap_or_default();
    let options: Vec<&str> = list.split("<option").skip(1).collect();
    let value = |option: &&str| attribute(option, "value").unwrap_or_default();
    let selected = options.iter().find(|option| option.contains(" selected"));
    let first = options.iter().find(|option| !value(option).is_empty());
    let selected = selected.filter(|option| !value(option).is_empty());
    selected.or(first).map(value).unwrap_or_default()
}

fn safe(answer: &Answer, what: &str) {
    assert!(
        !answer.status.is_server_error(),
        "{what}: {}",
        answer.status
    );
    if !answer.header(header::CONTENT_TYPE).starts_with("text/html") {
        return;
    }
    let html = answer.text();
    for raw in [
        "<script>alert(7)",
        "<img src=x",
        "href=\"javascript:",
        "src=\"javascript:",
    ] {
        assert!(!html.contains(raw), "{what} shows {raw} as it was sent");
    }
}

/// The fields that the matrix knows to be right for a form.
fn known(action: &str) -> &'static [(&'static str, &'static str)] {
    let path = action.split('?').next().unwrap_or_default();
    let fits = |row: &&Row| {
        let (route, path): (Vec<&str>, Vec<&str>) =
            (row.route.split('/').collect(), path.split('/').collect());
        route.len() == path.len()
            && route
                .iter()
                .zip(&path)
                .all(|(part, real)| part.starts_with('{') || part == real)
    };
    let row = rows().filter(|row| row.verb == "post").find(fits);
    row.map_or(&[], |row| row.fields)
}

/// Opens the page of a row anew, with somebody new.
fn opened(ground: &Ground, row: &Row) -> Option<(Somebody, Answer)> {
    let who = match row.answers {
        [_, _, _, _, _, 200, _] => Who::Administrator,
        [_, _, _, _, _, _, 200] => Who::Steward,
        _ => return None,
    };
    let person = ground.person(who)?;
    let path = fill(row.path, &(row.prepare)(ground));
    let answer = ground.site.get_as(&person, &path);
    answer
        .header(header::CONTENT_TYPE)
        .starts_with("text/html")
        .then_some((person, answer))
}

/// Sends a form of the page with one field saying something else.
fn send(ground: &Ground, person: &Somebody, form: &Form, field: Option<&str>, text: &str) {
    let right = known(&form.action);
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for one in form.fields.iter().filter(|one| one.name != "form_token") {
        let name = one.name.as_str();
        let filled = right
            .iter()
            .find(|(known, value)| *known == name && !value.contains('{'));
        match field {
            Some(other) if other == name => fields.push((name, text)),
            None if !one.written => fields.push((name, text)),
            _ => match filled {
                Some((_, value)) => fields.push((name, value)),
                None if one.sent => fields.push((name, &one.value)),
                None => {}
            },
        }
    }
    let answer = ground.site.post_as(person, &form.action, &fields);
    safe(&answer, &format!("{} with {field:?}", form.action));
}

#[test]
fn a_script_in_any_field_of_any_form_is_never_more_than_text() {
    let ground = Ground::new();
    let mut tried = BTreeSet::new();
    for row in rows().filter(|row| row.verb == "get") {
        let Some((_, page)) = opened(&ground, row) else {
            continue;
        };
        for (place, form) in forms(&page.text()).iter().enumerate() {
            let written: Vec<&Field> = form.fields.iter().filter(|field| field.written).collect();
            let every = written
                .iter()
                .map(|field| Some(field.name.clone()))
                .chain([None]);
            for field in every {
                // A form stands on many pages, and its fields in many rows.
                let known = known(&form.action).as_ptr() as usize;
                let kind: String = form
                    .action
                    .split('/')
                    .take(3)
                    .chain(form.action.split('/').skip(4))
                    .collect();
                if !tried.insert((kind, known, field.clone())) {
                    continue;
                }
                for text in [SCRIPT, ADDRESS] {
                    let (person, page) = opened(&ground, row).unwrap();
                    let forms = forms(&page.text());
                    let Some(form) = forms.get(place) else {
                        continue;
                    };
                    send(&ground, &person, form, field.as_deref(), text);
                }
            }
        }
    }
    assert!(tried.len() > 100, "the pages have forms: {}", tried.len());
    look_everywhere(&ground);
}

/// Every page afterwards, and every page of every listing of the body.
fn look_everywhere(ground: &Ground) {
    let steward = ground.person(Who::Steward).unwrap();
    for row in rows().filter(|row| row.verb == "get") {
        let path = fill(row.path, &(row.prepare)(ground));
        safe(&ground.site.get(&path), &path);
        safe(&ground.site.get_as(&steward, &path), &path);
    }
    let store = ground.site.world.portal.store();
    let listings = RUNTIME.block_on(store.desk(&BODY.into())).unwrap();
    assert!(
        listings.len() > 20,
        "there are listings: {}",
        listings.len()
    );
    for listing in listings {
        let slug = listing.offering.slug;
        let ends = ["", "/preview?for=county-17031", "/review", "/withdraw"];
        let steps = ["what", "who", "cost", "join", "facts", "documents", "dates"];
        let steps = steps.iter().map(|step| format!("/edit/{step}"));
        for end in ends.into_iter().map(str::to_owned).chain(steps) {
            let path = format!("/desk/{BODY}/offerings/{slug}{end}");
            safe(&ground.site.get_as(&steward, &path), &path);
        }
        let path = format!("/offerings/{slug}");
        safe(&ground.site.get(&path), &path);
    }
    let said = "%22%27%3E%3Cscript%3Ealert(7)%3C/script%3E%3Cimg%20src=x%20onerror=alert(7)%3E";
    for path in [
        "/search?q=",
        "/jurisdictions?q=",
        "/ask?category=",
        "/match?category=",
        "/join?q=",
        "/steward/people?q=",
        "/steward/bodies?q=",
        "/steward/audit?actor=",
        "/steward/audit?action=",
    ] {
        let path = format!("{path}{said}");
        safe(&ground.site.get(&path), &path);
        safe(&ground.site.get_as(&steward, &path), &path);
    }
}
