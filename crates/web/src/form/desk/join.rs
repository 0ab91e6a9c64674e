//! How one joins or buys: steps, contact, contract facts, addenda, suppliers.

use super::{Ground, address, day, line, lines, pair, radios, text, what::long};
use crate::form::{Faults, Fields};
use interlocal_catalog::{
    contact::can_be_written_to,
    details::{Award, ContractVehicle, ParticipatingAddendum},
    editing::Typed,
    offering::{Content, OfferingKind},
};
use interlocal_pages::components::form_items::FormItem;

/// Addenda of a listing at most.
const MOST: usize = 60;
const LOCALS: [(&str, &str); 3] = [
    ("", "Not stated"),
    ("yes", "Yes"),
    ("no", "No, state agencies alone"),
];
const NOT_WRITTEN_TO: &str = "is no address to write to; give an e-mail address of an office, or \
                              the address of its page that begins with https://";

pub(super) fn items(typed: &Fields, content: &Content) -> Vec<FormItem> {
    let mut items = vec![
        lines(
            "how_to_join",
            "How one joins or buys",
            "One step a line, in order.",
            typed,
        ),
        line("agreement", "Kind of agreement it takes", "", typed),
        line(
            "contact",
            "Role address to write to",
            "Of an office, never of a person: it-services@…",
            typed,
        ),
        lines("known_users", "Who is known to use it", "", typed),
    ];
    if content.kind == OfferingKind::Contract {
        items.extend(contract(typed, content.details.lines.len()));
    }
    items
}

fn contract(typed: &Fields, lines_of_contract: usize) -> Vec<FormItem> {
    let mut items = vec![
        FormItem::Heading("The contract".to_owned()),
        line("number", "Contract number", "", typed),
        line("lead", "Lead: who led the procurement", "", typed),
        line("competed", "How it was competed", "", typed),
        radios(
            "award",
            "Awards",
            typed,
            &[
                ("", "Not stated"),
                ("single", "Single award"),
                ("multiple", "Multiple award"),
            ],
        ),
        line("renewals", "Renewals", "Two of one year each …", typed),
        line(
            "codes",
            "Commodity codes",
            "UNSPSC: eight digits each, with commas between them.",
            typed,
        ),
        lines("suppliers", "Suppliers", "One a line.", typed),
    ];
    if lines_of_contract > 0 {
        let keep = match lines_of_contract {
            1 => "Keep the one line".to_owned(),
            count => format!("Keep all {count}"),
        };
        items.push(radios(
            "lines",
            "Lines of the contract, from the list that was taken in",
            typed,
            &[("", &keep), ("drop", "Leave them out")],
        ));
    }
    items.extend(addenda(typed));
    items
}

fn addenda(typed: &Fields) -> Vec<FormItem> {
    let mut items = vec![FormItem::Heading("Participating addenda".to_owned())];
    for index in 0..(rows(typed) + 1).min(MOST) {
        items.push(super::group(
            format!("Addendum {}", index + 1),
            addendum(index, typed),
        ));
    }
    items
}

fn addendum(index: usize, typed: &Fields) -> Vec<FormItem> {
    let name = |field: &str| format!("a{index}-{field}");
    let hint = "Postal code; leave empty to leave the addendum out.";
    vec![
        line(&name("state"), "State", hint, typed),
        line(&name("number"), "Number", "", typed),
        radios(
            &name("locals"),
            "May local governments of the state buy under it?",
            typed,
            &LOCALS,
        ),
        line(&name("url"), "Where it can be read", "", typed),
        super::date(&name("from"), "From", "", typed),
        super::date(&name("until"), "Until", "", typed),
    ]
}

fn rows(typed: &Fields) -> usize {
    let filled = |index: &usize| {
        ["state", "number", "url", "from", "until"]
            .iter()
            .any(|field| !text(typed, &format!("a{index}-{field}")).is_empty())
    };
    (0..MOST).rfind(filled).map_or(0, |last| last + 1)
}

pub(super) fn fill(content: &Content) -> Typed {
    let mut typed = vec![
        pair("how_to_join", &content.how_to_join),
        pair("agreement", &content.agreement),
        pair("contact", &content.details.contact),
        pair("known_users", &content.known_users),
        pair("suppliers", content.suppliers.join("\n")),
    ];
    if let Some(contract) = &content.details.contract {
        typed.extend([
            pair("number", &contract.number),
            pair("lead", &contract.lead),
            pair("competed", &contract.competed),
            pair("award", contract.award.map_or("", Award::word)),
            pair("renewals", &contract.renewals),
            pair("codes", contract.codes.join(", ")),
        ]);
    }
    for (index, addendum) in content.details.addenda.iter().enumerate() {
        let day = |day: Option<chrono::NaiveDate>| day.map(|d| d.to_string()).unwrap_or_default();
        typed.extend([
            pair(format!("a{index}-state"), &addendum.state),
            pair(format!("a{index}-number"), &addendum.number),
            pair(
                format!("a{index}-locals"),
                match addendum.for_locals {
                    None => "",
                    Some(true) => "yes",
                    Some(false) => "no",
                },
            ),
            pair(format!("a{index}-url"), &addendum.url),
            pair(format!("a{index}-from"), day(addendum.from)),
            pair(format!("a{index}-until"), day(addendum.until)),
        ]);
    }
    typed
}

pub(super) fn read(
    fields: &Fields,
    ground: &Ground<'_>,
    content: &mut Content,
    faults: &mut Faults,
) {
    content.how_to_join = long(fields, "how_to_join", faults);
    content.agreement = text(fields, "agreement").to_owned();
    content.known_users = long(fields, "known_users", faults);
    content.details.contact = text(fields, "contact").to_owned();
    if !can_be_written_to(&content.details.contact) {
        faults.add("contact", NOT_WRITTEN_TO);
    }
    if content.kind != OfferingKind::Contract {
        return;
    }
    content.suppliers = text(fields, "suppliers")
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    if text(fields, "lines") == "drop" {
        content.details.lines = Vec::new();
    }
    let award = text(fields, "award");
    let contract = ContractVehicle {
        number: text(fields, "number").to_owned(),
        lead: text(fields, "lead").to_owned(),
        competed: text(fields, "competed").to_owned(),
        award: [Award::Single, Award::Multiple]
            .into_iter()
            .find(|known| known.word() == award),
        renewals: text(fields, "renewals").to_owned(),
        codes: codes(fields, faults),
    };
    content.details.contract = (contract != ContractVehicle::default()).then_some(contract);
    content.details.addenda = (0..rows(fields))
        .filter_map(|index| read_addendum(index, fields, ground, faults))
        .collect();
}

/// Codes of the UNSPSC: eight digits each.
fn codes(fields: &Fields, faults: &mut Faults) -> Vec<String> {
    let codes = super::listed(text(fields, "codes"));
    for code in &codes {
        if code.len() != 8 || !code.chars().all(|c| c.is_ascii_digit()) {
            faults.add(
                "codes",
                format!("“{code}” has not the eight digits of a UNSPSC code"),
            );
        }
    }
    codes
}

fn read_addendum(
    index: usize,
    fields: &Fields,
    ground: &Ground<'_>,
    faults: &mut Faults,
) -> Option<ParticipatingAddendum> {
    let name = |field: &str| format!("a{index}-{field}");
    let state = text(fields, &name("state")).to_uppercase();
    if state.is_empty() {
        let said = ["number", "url", "from", "until"];
        if said
            .iter()
            .any(|field| !text(fields, &name(field)).is_empty())
        {
            faults.add(
                &name("state"),
                "say which state signed it, or empty its other boxes",
            );
        }
        return None;
    }
    if ground.snapshot.directory.state(&state).is_none() {
        let message = format!("“{state}” is no postal code of a state, such as OH");
        faults.add(&name("state"), message);
    }
    let (from, until) = (
        day(fields, &name("from"), faults),
        day(fields, &name("until"), faults),
    );
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        faults.add(&name("until"), "lies before the first day");
    }
    Some(ParticipatingAddendum {
        state,
        for_locals: match text(fields, &name("locals")) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        number: text(fields, &name("number")).to_owned(),
        url: address(fields, &name("url"), faults),
        from,
        until,
    })
}
