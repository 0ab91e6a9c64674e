use super::{HEADING_WORDS, Mapping, Use, read, supplier_key, vehicles};
use crate::{contracts::ContractList, day::Day, table::Table};

const TRAPS: &[u8] = include_bytes!("../../samples/contracts/traps.csv");

fn taken(bytes: &[u8]) -> (Table, Mapping, ContractList) {
    let table = Table::read("list.csv", bytes, &HEADING_WORDS).unwrap();
    let mapping = Mapping::guess(&table);
    let list = read(&table, &mapping);
    (table, mapping, list)
}

#[test]
fn a_list_with_every_trap_is_read_whole() {
    let (table, mapping, list) = taken(TRAPS);
    assert_eq!(mapping.of("CONTRACT"), Use::Number);
    assert_eq!(mapping.of("Parent"), Use::Parent);
    assert_eq!(mapping.of("company"), Use::Supplier);
    assert_eq!(mapping.of("Network Software"), Use::Category);
    assert_eq!(mapping.of("Manufacturers"), Use::Manufacturers);
    assert_eq!(mapping.of("CONTROLLER"), Use::Kept);
    assert_eq!(mapping.of("column J"), Use::Kept);
    let mut out: Vec<String> = table.notes.clone();
    for line in &list.lines {
        let ends = match &line.ends {
            Day::On(day) => day.to_string(),
            other => format!("{other:?}"),
        };
        out.push(format!(
            "{}: {} | {ends} | +{} -{} | {} | {:?}",
            line.line,
            line.key,
            line.categories.join("+"),
            line.not_categories.join("+"),
            line.manufacturers.join("+"),
            [&line.stated[..], &line.kept[..]].concat(),
        ));
    }
    out.extend(list.findings.iter().map(ToString::to_string));
    out.extend(list.notes.iter().skip(table.notes.len()).cloned());
    for alike in &list.alike {
        out.push(alike.spellings.join(" = "));
    }
    insta::assert_snapshot!(out.join("\n"));
    assert_eq!(table.rows.len(), list.lines.len() + 1, "one row is refused");
}

#[test]
fn lines_of_one_number_are_one_contract_with_several_suppliers() {
    let text = "contract,company,service,expiration\n\
        7,Boro Tools,Tools,6/30/26\n7,\"BORO TOOLS, INC.\",Tools,6/30/27\n7,Boro Tools,Hammers,\n\
        8,Arden Paint,Paint,12/31/9999\n,Dell Marsh,Fences,6/30/26\n";
    let (_, mapping, list) = taken(text.as_bytes());
    let told: Vec<String> = vehicles(&list.lines, &mapping)
        .iter()
        .map(|vehicle| {
            let (number, title, ends) = (&vehicle.number, &vehicle.title, vehicle.ends_on);
            let suppliers = vehicle.suppliers.join(" + ");
            format!("{number} {title}: {suppliers} {ends:?} {:?}", vehicle.lines)
        })
        .collect();
    assert_eq!(
        told,
        [
            "7 Tools: Boro Tools + BORO TOOLS, INC. Some(2027-06-30) [0, 1, 2]",
            "8 Paint: Arden Paint None [3]",
            " Fences: Dell Marsh Some(2026-06-30) [4]",
        ]
    );
    let keys: Vec<&str> = list.lines.iter().map(|line| line.key.as_str()).collect();
    assert_eq!(keys[2], "7 |  | boro tools #2");
}

#[test]
fn a_list_without_numbers_is_one_contract() {
    let text = "Company,Paint,Expiration\nArden Paint,Yes,6/30/26\nBoro Tools,No,6/30/27\n";
    let (_, mut mapping, list) = taken(text.as_bytes());
    assert_eq!(vehicles(&list.lines, &mapping).len(), 1);
    mapping.number = "COOP-8".into();
    let found = vehicles(&list.lines, &mapping);
    assert_eq!(found[0].number, "COOP-8");
    assert_eq!(found[0].suppliers, ["Arden Paint", "Boro Tools"]);
}

#[test]
fn a_mapping_is_kept_and_says_what_a_later_file_lacks() {
    let (_, mapping, _) = taken(b"contract,company,expiration\n1,A,6/30/26\n");
    let kept = serde_json::to_string(&mapping).unwrap();
    let mapping: Mapping = serde_json::from_str(&kept).unwrap();
    let later = Table::read("x", b"company,contract,buyer\nA,1,B\n", &[]).unwrap();
    let (missing, new) = mapping.differs(&later);
    assert_eq!(
        (missing, new),
        (vec!["expiration".into()], vec!["buyer".into()])
    );
    let list = read(&later, &mapping);
    assert_eq!(list.lines[0].number, "1");
    assert_eq!(list.lines[0].kept, [("buyer".to_owned(), "B".to_owned())]);
}

#[test]
fn a_mapping_that_uses_two_columns_for_one_thing_says_so() {
    let mut mapping = Mapping::default();
    assert!(
        mapping
            .fault()
            .unwrap()
            .contains("no column is the supplier")
    );
    mapping.set("Vendor", Use::Supplier);
    assert_eq!(mapping.fault(), None);
    mapping.set("Company", Use::Supplier);
    assert_eq!(
        mapping.fault().unwrap(),
        "“company” and “vendor” both are “Supplier”; choose one"
    );
}

#[test]
fn a_supplier_is_known_by_its_name_without_case_commas_and_periods() {
    assert_eq!(supplier_key(" Crafco,  Inc."), "crafco inc");
}
