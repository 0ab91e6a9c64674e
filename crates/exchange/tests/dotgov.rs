//! Which government a .gov domain suggests, and where it suggests none.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use interlocal_catalog::jurisdiction::{Jurisdiction, JurisdictionKey};
use interlocal_exchange::dotgov::{Governments, Suggestion, read};

fn row(key: &str, name: &str, parent: Option<&str>) -> Jurisdiction {
    let key: JurisdictionKey = key.parse().unwrap();
    Jurisdiction {
        key,
        name: name.to_owned(),
        state: "PA".to_owned(),
        parent: parent.map(|key| key.parse().unwrap()),
        population: None,
        population_year: None,
        point: None,
        government: true,
        one_government_with: None,
        status_note: None,
    }
}

fn governments() -> Vec<Jurisdiction> {
    let (bucks, delaware) = (Some("county-42017"), Some("county-42045"));
    let mut rows = vec![
        row("state-42", "Pennsylvania", None),
        row("county-42017", "Bucks County", Some("state-42")),
        row("county-42045", "Delaware County", Some("state-42")),
        row("county-42101", "Philadelphia County", Some("state-42")),
        row("county-42999", "Nowhere County", Some("state-42")),
        row(
            "municipality-4260000",
            "Philadelphia city",
            Some("county-42101"),
        ),
        row("municipality-4221200", "Doylestown borough", bucks),
        row("township-4201719784", "Doylestown township", bucks),
        row("township-4201773016", "Springfield township", bucks),
        row("township-4204573032", "Springfield township", delaware),
        row("municipality-4267528", "St. Marys city", None),
        row(
            "school-district-4207710",
            "Bucks Valley School District",
            bucks,
        ),
    ];
    rows[3].government = false;
    rows[3].one_government_with = Some("municipality-4260000".parse().unwrap());
    rows[4].government = false;
    rows
}

fn check(kind: &str, organization: &str, expect: Result<&str, &str>) {
    let file = format!(
        "Domain name,Domain type,Organization name,Suborganization name,City,State,Security contact email\r\n\
         arden.gov,{kind},\"{organization}\",(blank),Arden,PA,(blank)\r\n"
    );
    let list = read("x.csv", file.as_bytes()).unwrap();
    assert_eq!(list.refused, []);
    let rows = governments();
    match (Governments::new(&rows).suggested(&list.rows[0].1), expect) {
        (Suggestion::Government(place), Ok(key)) => {
            assert_eq!(place.as_str(), key, "{kind}: {organization}");
        }
        (Suggestion::Doubtful(why) | Suggestion::Outside(why), Err(part)) => {
            assert!(why.contains(part), "{kind}: {organization}: {why}");
        }
        (found, _) => panic!("{kind}: {organization}: {found:?}"),
    }
}

#[test]
fn a_name_that_one_government_bears_suggests_it() {
    check("County", "Bucks County", Ok("county-42017"));
    check("County", "COUNTY OF BUCKS", Ok("county-42017"));
    check("County - Election", "Bucks County PA", Ok("county-42017"));
    check("City", "Borough of Doylestown", Ok("municipality-4221200"));
    check("City", "Doylestown Township", Ok("township-4201719784"));
    check("City", "City of Saint Mary's", Ok("municipality-4267528"));
    check("City", "City of Philadelphia", Ok("municipality-4260000"));
    check(
        "City",
        "Springfield Township, Delaware County",
        Ok("township-4204573032"),
    );
    check(
        "State or territory",
        "Commonwealth of Pennsylvania",
        Ok("state-42"),
    );
    check(
        "School district",
        "Bucks Valley School District",
        Ok("school-district-4207710"),
    );
}

#[test]
fn a_county_that_is_one_government_with_its_city_suggests_the_city() {
    check("County", "Philadelphia County", Ok("municipality-4260000"));
    check("County", "Nowhere County", Err("no government of its own"));
}

#[test]
fn what_cannot_be_told_suggests_none_and_says_why() {
    check("City", "Springfield Township", Err("2 governments"));
    check("City", "Doylestown", Err("2 governments"));
    check("City", "Town of Doylestown", Err("no city, town"));
    check("City", "36th District Court", Err("no city, town"));
    check("County", "Bucks County Clerk", Err("no county"));
    check("County", "Bucks County Water Authority", Err("no county"));
    check(
        "State or territory",
        "Pennsylvania Department of State",
        Err("agency"),
    );
    check(
        "Special district",
        "Bucks Water District",
        Err("no special district"),
    );
    check("Federal - Executive", "Access Board", Err("federal"));
    check(
        "Interstate",
        "Delaware River Basin Commission",
        Err("several states"),
    );
}
