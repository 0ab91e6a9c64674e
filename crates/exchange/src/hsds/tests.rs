use super::{Directory, read};
use serde_json::json;

const SERVICES: &[u8] = include_bytes!("../../samples/hsds/services.csv");
const ORGANIZATIONS: &[u8] = include_bytes!("../../samples/hsds/organizations.csv");
const AREAS: &[u8] = include_bytes!("../../samples/hsds/service_areas.csv");

fn json_file(value: &serde_json::Value) -> Directory {
    read(&[("x.json", value.to_string().as_bytes())]).unwrap()
}

fn told(found: &Directory) -> Vec<String> {
    let services = found.services.iter().map(|one| {
        let (id, name, body, status) = (&one.id, &one.name, &one.organization, &one.status);
        format!("{id} {name} by {body} {status} in {:?}", one.areas)
    });
    let findings = found.findings.iter().map(ToString::to_string);
    services.chain(findings).collect()
}

#[test]
fn the_files_of_a_package_are_put_together_and_links_that_lead_nowhere_are_named() {
    let files = [
        ("services.csv", SERVICES),
        ("organizations.csv", ORGANIZATIONS),
        ("service_areas.csv", AREAS),
    ];
    assert_eq!(
        told(&read(&files).unwrap()),
        [
            "s1 Off-site backup by City of Arden active in [\"Arden County\"]",
            "s2 Help desk by  gone in []",
            "line 3 (services/organization_id): doubtful: “o9” names a row of organizations that the package does not have; add the row or clear the field",
            "line 3 (service_areas/service_id): doubtful: “s9” names a row of services that the package does not have; add the row or clear the field",
            "line 3 (s2/status): doubtful: “gone” is no status of the specification; write active, inactive, defunct or temporarily closed",
            "line 4 (name): refused: “s3” is a service without name and was not taken; add it",
            "line 5 (id): refused: “s1” is the id of two services; the first was taken; give each service an id of its own",
        ]
    );
}

#[test]
fn json_is_read_in_each_of_its_shapes_and_keeps_what_it_does_not_know() {
    let service = json!({"id": "s1", "name": "Backup", "status": "active", "ownField": 7,
        "cost_options": [{"option": "Cities", "amount": "1,200.50", "currency": "usd"}],
        "attributes": [{"taxonomy_term": {"name": "Backup"}}]});
    let body = json!({"id": "o1", "name": "Arden", "website": "https://arden.example",
        "services": [service]});
    let page = json!({"total_items": 1, "contents": [service]});
    for value in [
        service.clone(),
        page,
        json!([service]),
        json!({"service": service}),
    ] {
        assert_eq!(json_file(&value).services.len(), 1, "{value}");
    }
    let found = json_file(&body);
    let one = &found.services[0];
    assert_eq!((one.organization.as_str(), one.terms.len()), ("Arden", 1));
    assert_eq!(one.costs[0].amount.unwrap().to_string(), "1200.50");
    assert_eq!(one.costs[0].currency, "USD");
    assert_eq!(one.whole["ownField"], 7);
}

#[test]
fn an_unknown_version_fails() {
    let fault = read(&[("x.json", b"{\"version\":\"2.0\",\"openapi_url\":\"\"}")]).unwrap_err();
    assert!(fault.message.contains("3 is read"), "{fault}");
    assert!(read(&[("x.csv", b"a,b\n1,2\n")]).is_err());
}

#[test]
fn a_finding_has_the_line_and_column_of_its_service() {
    let text = r#"{
  "contents": [
    {"id": "s1", "name": "Backup", "status": "active"},
    {
      "id": "s2", "name": "Help desk", "status": "gone"
    }, {"id": "s3", "status": "active"},
    {"id": "s4", "status": "\ud800"},
    {"id": "s1", "name": "Twin", "status": "active"}
  ]
}"#;
    let found = read(&[("x.json", text.as_bytes())]).unwrap();
    let lines: Vec<u64> = found.services.iter().map(|one| one.place.line).collect();
    assert_eq!(lines, [3, 4]);
    let said: Vec<String> = found.findings.iter().map(ToString::to_string).collect();
    let expect = [
        "line 4, column 5 (s2/status): doubtful: “gone”",
        "line 6, column 8 (name): refused: “s3”",
        "line 7, column 35 (contents/3): refused: is no JSON that can be read",
        "line 8, column 5 (id): refused: “s1”",
    ];
    assert_eq!(said.len(), expect.len(), "{said:?}");
    for (said, expect) in said.iter().zip(expect) {
        assert!(said.starts_with(expect), "{said}");
    }
    let tabular = "{\"services.csv\": [\n{\"id\": \"s1\", \"name\": \"A\", \"status\": \"active\"},\n\n{\"id\": \"s2\"}]}";
    let found = read(&[("x.json", tabular.as_bytes())]).unwrap();
    assert_eq!(
        (found.services[0].place.line, found.findings[0].line),
        (2, 4)
    );
}

#[test]
fn a_quotation_mark_left_open_in_a_table_is_named_with_its_file() {
    let services = b"id,name,status\ns1,\"Backup,active\ns2,Help desk,active\n";
    let found = read(&[("services.csv", services)]).unwrap();
    assert_eq!(found.services.len(), 2);
    let said = found.findings[0].to_string();
    assert!(
        said.starts_with("line 2, column 2 (services.csv name): doubtful: “Backup”"),
        "{said}"
    );
}
