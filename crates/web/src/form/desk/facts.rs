//! Typed facts, where the category has them.

use super::{Ground, boxes, line, listed, number, pair, radios, select, text};
use crate::form::{Faults, Fields};
use interlocal_catalog::{
    Decimal,
    editing::Typed,
    facts::{
        Backup, Broadband, Construction, Coverage, CsfFunction, Cybersecurity, Segment, Technology,
    },
    offering::Content,
};
use interlocal_pages::components::form_items::FormItem;

macro_rules! options {
    ($kind:ident) => {{
        let mut options = vec![("", "Not stated")];
        options.extend($kind::ALL.iter().map(|item| (item.word(), item.label())));
        options
    }};
}

/// Yes, no, not stated.
const YES_OR_NO: [(&str, &str); 3] = [("", "Not stated"), ("yes", "Yes"), ("no", "No")];

pub(super) fn items(typed: &Fields, content: &Content, ground: &Ground<'_>) -> Vec<FormItem> {
    let group = |name: &str| FormItem::Hidden {
        name: "group".to_owned(),
        value: name.to_owned(),
    };
    match ground
        .portal
        .vocabulary()
        .first_of(&content.category)
        .as_str()
    {
        "cybersecurity" => [vec![group("cybersecurity")], cybersecurity(typed)].concat(),
        "broadband" => [vec![group("broadband")], broadband(typed)].concat(),
        "backup-recovery" => [vec![group("backup")], backup(typed)].concat(),
        _ => vec![FormItem::Note(
            "This category has no facts of its own. Go on to the next step.".to_owned(),
        )],
    }
}

fn cybersecurity(typed: &Fields) -> Vec<FormItem> {
    let functions: Vec<(&str, &str)> = CsfFunction::ALL
        .iter()
        .map(|f| (f.word(), f.label()))
        .collect();
    let watches = "Endpoints, network, mail …, with commas between them.";
    vec![
        boxes("functions", "Functions of the NIST CSF", typed, &functions),
        select("coverage", "Coverage hours", typed, &options!(Coverage)),
        line("response_minutes", "Response time in minutes", "", typed),
        line("watches", "What it watches", watches, typed),
        line("data_residency", "Where data stays", "", typed),
    ]
}

fn broadband(typed: &Fields) -> Vec<FormItem> {
    vec![
        select("technology", "Technology", typed, &options!(Technology)),
        line("down_mbps", "Greatest speed down, in Mbps", "", typed),
        line("up_mbps", "Greatest speed up, in Mbps", "", typed),
        radios("symmetric", "Symmetric", typed, &YES_OR_NO),
        select("segment", "Part of the way", typed, &options!(Segment)),
        line(
            "availability_percent",
            "Service level: percent of the time it is promised to be up",
            "99.95",
            typed,
        ),
        select(
            "construction",
            "Construction cost",
            typed,
            &options!(Construction),
        ),
    ]
}

fn backup(typed: &Fields) -> Vec<FormItem> {
    vec![
        line("rpo_minutes", "Recovery point (RPO) in minutes", "", typed),
        line("rto_minutes", "Recovery time (RTO) in minutes", "", typed),
        line(
            "retention_days",
            "Days for which copies are kept",
            "",
            typed,
        ),
        radios("immutable", "Copies cannot be changed", typed, &YES_OR_NO),
        line("encryption", "Encryption", "", typed),
        line("site_region", "Region of the second site", "", typed),
        line("site_miles", "Miles to the second site", "", typed),
        line("restore_tests_a_year", "Restore tests a year", "", typed),
    ]
}

pub(super) fn fill(content: &Content) -> Typed {
    let facts = &content.details.facts;
    let mut typed = Typed::new();
    let count = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    if let Some(f) = &facts.cybersecurity {
        typed.extend(f.functions.iter().map(|f| pair("functions", f.word())));
        typed.extend([
            pair("coverage", f.coverage.map_or("", Coverage::word)),
            pair("response_minutes", count(f.response_minutes)),
            pair("watches", f.watches.join(", ")),
            pair("data_residency", &f.data_residency),
        ]);
    }
    if let Some(f) = &facts.broadband {
        let percent = f.availability_percent.map(|p| p.to_string());
        typed.extend([
            pair("technology", f.technology.map_or("", Technology::word)),
            pair("down_mbps", count(f.down_mbps)),
            pair("up_mbps", count(f.up_mbps)),
            pair("symmetric", yes_or_no(f.symmetric)),
            pair("segment", f.segment.map_or("", Segment::word)),
            pair("availability_percent", percent.unwrap_or_default()),
            pair(
                "construction",
                f.construction.map_or("", Construction::word),
            ),
        ]);
    }
    if let Some(f) = &facts.backup {
        typed.extend([
            pair("rpo_minutes", count(f.rpo_minutes)),
            pair("rto_minutes", count(f.rto_minutes)),
            pair("retention_days", count(f.retention_days)),
            pair("immutable", yes_or_no(f.immutable)),
            pair("encryption", &f.encryption),
            pair("site_region", &f.site_region),
            pair("site_miles", count(f.site_miles)),
            pair("restore_tests_a_year", count(f.restore_tests_a_year)),
        ]);
    }
    typed
}

pub(super) fn read(fields: &Fields, content: &mut Content, faults: &mut Faults) {
    let facts = &mut content.details.facts;
    match text(fields, "group") {
        "cybersecurity" => {
            let read = Cybersecurity {
                functions: fields
                    .all("functions")
                    .iter()
                    .filter_map(|word| CsfFunction::of(word))
                    .collect(),
                coverage: Coverage::of(text(fields, "coverage")),
                response_minutes: number(fields, "response_minutes", faults),
                watches: listed(text(fields, "watches")),
                data_residency: text(fields, "data_residency").to_owned(),
            };
            facts.cybersecurity = (read != Cybersecurity::default()).then_some(read);
        }
        "broadband" => {
            let read = Broadband {
                technology: Technology::of(text(fields, "technology")),
                down_mbps: number(fields, "down_mbps", faults),
                up_mbps: number(fields, "up_mbps", faults),
                symmetric: flag(text(fields, "symmetric")),
                segment: Segment::of(text(fields, "segment")),
                availability_percent: percent(fields, "availability_percent", faults),
                construction: Construction::of(text(fields, "construction")),
            };
            facts.broadband = (read != Broadband::default()).then_some(read);
        }
        "backup" => {
            let read = Backup {
                rpo_minutes: number(fields, "rpo_minutes", faults),
                rto_minutes: number(fields, "rto_minutes", faults),
                retention_days: number(fields, "retention_days", faults),
                immutable: flag(text(fields, "immutable")),
                encryption: text(fields, "encryption").to_owned(),
                site_region: text(fields, "site_region").to_owned(),
                site_miles: number(fields, "site_miles", faults),
                restore_tests_a_year: number(fields, "restore_tests_a_year", faults),
            };
            facts.backup = (read != Backup::default()).then_some(read);
        }
        _ => {}
    }
}

/// A percentage from 0 to 100; none where the field is empty.
pub(super) fn percent(fields: &Fields, name: &str, faults: &mut Faults) -> Option<Decimal> {
    let text = text(fields, name).trim_end_matches('%').trim();
    if text.is_empty() {
        return None;
    }
    let read = text.parse::<Decimal>().ok();
    let read = read.filter(|p| !p.is_sign_negative() && *p <= Decimal::ONE_HUNDRED);
    if read.is_none() {
        faults.add(name, format!("“{text}” is no percentage from 0 to 100"));
    }
    read
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn yes_or_no(flag: Option<bool>) -> &'static str {
    match flag {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    }
}
