//! The documents of the API: every route stands in them, and every answer is as they say.

use super::asking::{Answer, RUNTIME, STARTER, Site, cookie, json, page, words};
use http::Method;
use interlocal_catalog::policy::{Actor, Role};
use interlocal_portal::{
    desk::ask::{Ask, Voice},
    webhooks::Step,
};
use interlocal_testkit::{
    desk::{drafted, submitted},
    imports::{checked, proposed},
    people::{Somebody, somebody},
    small_world,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const ROUTES: &str = concat!(
    include_str!("../../crates/web/src/routes.rs"),
    include_str!("../../crates/web/src/routes/api.rs"),
    include_str!("../../crates/web/src/routes/api/desk.rs"),
    include_str!("../../crates/web/src/routes/api/steward.rs")
);
const BODY: &str = "il-department-of-innovation-and-technology";

pub fn document() -> Value {
    json("/api/openapi.json")
}

/// Path and verb of every call of the document.
fn documented(document: &Value) -> BTreeSet<(String, String)> {
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, verbs)| {
            let verbs = verbs.as_object().unwrap().keys();
            verbs.map(|verb| (path.clone(), verb.clone()))
        })
        .collect()
}

#[test]
fn every_route_of_the_api_is_documented_and_nothing_else_is() {
    let routed: BTreeSet<(String, String)> = ROUTES
        .split(".route(")
        .skip(1)
        .flat_map(|rest| {
            let (path, rest) = rest.split_once('"').unwrap().1.split_once('"').unwrap();
            let handlers = rest.split("\n        .").next().unwrap();
            let verbs = ["get", "post", "put", "delete", "patch"].into_iter();
            let named = verbs.filter(move |verb| handlers.contains(&format!("{verb}(")));
            named.map(|verb| (path.to_owned(), verb.to_owned()))
        })
        .filter(|(path, _)| path.starts_with("/api/v1"))
        .collect();
    assert!(routed.len() > 40, "{routed:?}");
    assert_eq!(documented(&document()), routed);
}

#[test]
fn the_document_is_well_formed_and_its_references_lead_somewhere() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let names: Vec<&Value> = document["paths"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|verbs| verbs.as_object().unwrap().values())
        .map(|operation| &operation["operationId"])
        .collect();
    let distinct: BTreeSet<&str> = names.iter().map(|name| name.as_str().unwrap()).collect();
    assert_eq!(
        distinct.len(),
        names.len(),
        "each call has a name of its own"
    );
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1) {
        let (pointer, _) = reference.split_once('"').unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas {
        jsonschema::meta::validate(schema).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

#[test]
fn people_read_the_same_with_a_request_that_can_be_copied() {
    let html = page("/api");
    let said = words(&html);
    let document = document();
    for (path, verb) in documented(&document) {
        let operation = &document["paths"][&path][&verb];
        let title = operation["summary"].as_str().unwrap();
        assert!(said.contains(title), "{title}");
        let name = operation["operationId"].as_str().unwrap();
        assert!(html.contains(&format!("id=\"{name}\"")), "{name}");
        assert!(said.contains(&format!("{} {path}", verb.to_uppercase())));
    }
    let requests = said.matches("curl ").count();
    assert_eq!(requests, documented(&document).len());
}

/// What each answer of a call says that is not as its document says.
pub fn faults(document: &Value, (path, verb): (&str, &str), answer: &Answer) -> Vec<String> {
    let status = answer.status.as_u16().to_string();
    let responses = &document["paths"][path][verb]["responses"];
    let Some(response) = responses.get(&status) else {
        return vec![format!("{status} is not documented: {}", answer.text())];
    };
    let Some(content) = response.get("content").and_then(Value::as_object) else {
        return match answer.bytes.is_empty() {
            true => Vec::new(),
            false => vec![format!("{status} has a body")],
        };
    };
    let kind = answer.headers["content-type"].to_str().unwrap();
    let Some(content) = content.get(kind) else {
        return vec![format!("{status} comes as {kind}")];
    };
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "allOf": [content["schema"]],
        "components": document["components"],
    });
    let validator = jsonschema::validator_for(&schema).unwrap();
    let body = answer.json();
    validator
        .iter_errors(&body)
        .map(|fault| format!("{status}, {}: {fault}", fault.instance_path()))
        .take(5)
        .collect()
}

/// The addresses of a call: those of its examples, and others that lead elsewhere.
fn addresses(path: &str) -> Vec<String> {
    let filled = |slug: &str| path.replace("{slug}", slug);
    match path {
        "/api/v1/offerings" => [
            "",
            "?q=endpoint+detection&for=county-17031",
            "?usable=yes&for=county-17031&limit=50",
            "?limit=100&expired=1&sort=ends",
            "?limit=x",
            "?sort=size&kind=thing",
        ]
        .map(|query| format!("{path}{query}"))
        .to_vec(),
        "/api/v1/jurisdictions" => ["?q=springfield", "?q=cook+county&limit=3", "?limit=0"]
            .map(|query| format!("{path}{query}"))
            .to_vec(),
        "/api/v1/compare" => [
            "?o=buyboard&o=omnia-partners&for=county-17031&endpoints=350",
            "",
            "?o=nobody-has-it",
            "?o=buyboard&endpoints=many",
        ]
        .map(|query| format!("{path}{query}"))
        .to_vec(),
        "/api/v1/matches" => [
            "?for=county-17031&category=gis",
            "?for=township-3901783150&category=endpoint-detection&intent=join",
            "",
        ]
        .map(|query| format!("{path}{query}"))
        .to_vec(),
        "/api/v1/questions" => [
            "?category=offsite-backup&for=county-17031",
            "?category=offsite-backup",
            "?category=nothing&for=county-17031",
        ]
        .map(|query| format!("{path}{query}"))
        .to_vec(),
        "/api/v1/suggest" => vec![format!("{path}?q=endp"), format!("{path}?for=x")],
        "/api/v1/offerings/{slug}/changes" => {
            vec![
                format!("{}?from=1&to=1", filled("buyboard")),
                filled("none"),
            ]
        }
        _ if path.starts_with("/api/v1/offerings/{slug}") => vec![
            filled("buyboard"),
            format!("{}?for=county-17031", filled("omnia-partners")),
            filled("nobody-has-it"),
            filled("%FF"),
        ],
        "/api/v1/categories/{slug}" => {
            vec![
                filled("cybersecurity"),
                format!("{}?for=state-39", filled("gis")),
                filled("x"),
            ]
        }
        "/api/v1/organizations/{slug}" => [
            "center-for-internet-security",
            "il-department-of-innovation-and-technology",
            "nobody",
        ]
        .map(filled)
        .to_vec(),
        "/api/v1/steward/bodies/{slug}" => vec![filled("nobody")],
        "/api/v1/templates/{slug}" => {
            vec![filled("interlocal-agreement"), filled("x")]
        }
        _ if path.contains("{key}") => ["county-17031", "state-39", "nothing", "county-99999"]
            .map(|key| path.replace("{key}", key))
            .to_vec(),
        _ if path.contains("{postal}") => ["il", "xx"]
            .map(|postal| path.replace("{postal}", postal))
            .to_vec(),
        _ => vec![path.replace("{secret}", "none").replace("{id}", "1")],
    }
}

#[test]
fn every_answer_to_a_reading_call_is_as_its_document_says() {
    let document = document();
    let mut wrong = Vec::new();
    let (mut asked, mut fine) = (0, 0);
    for (path, _) in documented(&document)
        .iter()
        .filter(|(path, verb)| verb == "get" && !path.contains("/desk"))
    {
        for address in addresses(path) {
            assert!(!address.contains('{'), "{address}");
            let answer = STARTER.get(&address);
            asked += 1;
            fine += u32::from(answer.status.is_success());
            wrong.extend(
                faults(&document, (path, "get"), &answer)
                    .into_iter()
                    .map(|fault| format!("{address}: {fault}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(asked > 40 && fine > 25, "{asked} asked, {fine} fine");
}

/// A portal on which every list of a desk has something in it.
fn busy() -> (Site, Somebody, Vec<(&'static str, String)>) {
    let site = Site::of(RUNTIME.block_on(small_world()));
    let portal = site.world.portal.clone();
    let ada = RUNTIME.block_on(somebody(
        &portal,
        "ada@doit.example",
        &[(BODY, Role::Administrator)],
    ));
    let words = RUNTIME.block_on(async {
        let body = BODY.into();
        let draft = drafted(&portal, &ada.actor, BODY, ("In review", "state-17")).await;
        let draft = submitted(&portal, &ada.actor, &draft).await;
        drafted(&portal, &ada.actor, BODY, ("A draft", "state-17")).await;
        let ask = Ask {
            organization: Some(BODY.into()),
            category: "offsite-backup".into(),
            place: "county-17031".into(),
            offering: None,
        };
        let voice = Voice {
            message: "We have two sites.",
            ..Voice::default()
        };
        portal.ask(&Actor::Anonymous, &ask, voice).await.unwrap();
        let inbox = portal.read_questions(&ada.actor, &body).await.unwrap();
        let question = inbox.questions[0].0.id;
        let kinds = [interlocal_catalog::access::AudienceWord::Township];
        let gis = "gis".into();
        portal
            .say_no(&ada.actor, &body, &gis, &kinds)
            .await
            .unwrap();
        let list = "Contract,Vendor\nC-1,Boro Tools\n";
        let import = checked(&portal, &ada.actor, BODY, list).await;
        proposed(&portal, &ada.actor, BODY, ["Boro Cloud", "Boro Vault"]).await;
        let events = ["offering.published".to_owned()];
        let wanted = ("https://hooks.example.org/", events.as_slice());
        let added = portal.add_webhook(&ada.actor, Some(&body), wanted);
        let webhook = added.await.unwrap().id;
        let step = (webhook, Step::Test);
        let tried = portal.change_webhook(&ada.actor, Some(&body), step);
        tried.await.unwrap();
        vec![
            ("{slug}", draft.slug.to_string()),
            ("{question}", question.to_string()),
            ("{import}", import.to_string()),
            ("{webhook}", webhook.to_string()),
        ]
    });
    let published = site
        .get_as(&ada, &format!("/api/v1/offerings?provider={BODY}"))
        .json();
    if let Some(slug) = published["items"][0]["slug"].as_str() {
        let path = format!("/api/v1/offerings/{slug}/reports");
        let body = br#"{"message": "It ended."}"#.to_vec();
        let headers = [("content-type", "application/json".to_owned())];
        let answer = site.send_with(Method::POST, &path, body, &headers);
        assert_eq!(answer.status.as_u16(), 204, "{}", answer.text());
    }
    (site, ada, words)
}

#[test]
fn every_answer_of_a_desk_is_as_its_document_says() {
    let document = document();
    let (site, ada, words) = busy();
    let reports = site
        .get_as(&ada, &format!("/api/v1/desk/{BODY}/reports"))
        .json();
    let report = reports["items"][0]["id"].as_i64().map(|id| id.to_string());
    let mut wrong = Vec::new();
    let mut fine = 0;
    for (path, _) in documented(&document)
        .iter()
        .filter(|(path, verb)| verb == "get" && path.contains("/desk"))
    {
        let id = match path.as_str() {
            path if path.contains("/reports/") => report.clone().unwrap_or_else(|| "1".to_owned()),
            path if path.contains("/imports/") => words[2].1.clone(),
            path if path.contains("/webhooks/") => words[3].1.clone(),
            _ => words[1].1.clone(),
        };
        let address = path
            .replace("{body}", BODY)
            .replace("{slug}", &words[0].1)
            .replace("{id}", &id);
        let nobody = address.replace(BODY, "nobody-at-all");
        for (address, who) in [
            (format!("{address}?for=county-17031"), Some(&ada)),
            (address.clone(), None),
            (nobody, Some(&ada)),
        ] {
            let answer = match who {
                Some(ada) => site.ask(Method::GET, &address, &[("cookie", &cookie(ada))]),
                None => site.get(&address),
            };
            fine += u32::from(answer.status.is_success());
            wrong.extend(
                faults(&document, (path, "get"), &answer)
                    .into_iter()
                    .map(|fault| format!("{address}: {fault}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(fine >= 25, "{fine} answers");
}
