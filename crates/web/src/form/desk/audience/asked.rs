//! What is asked about one way in.

use super::{MOST_STEPS, STEPS, WORDS, state_of, word};
use crate::form::{
    Fields,
    desk::{Ground, boxes, few_lines, fold, line, radios, radios_or, select, text},
};
use interlocal_pages::{components::form_items::FormItem, words::capitalized};

const PLACES: &str = "One a line: a key such as county-17031, or a name with its state.";
const PROGRAM: &str = "The last part of the address of its page; empty for this listing itself.";

pub(in crate::form::desk) fn rule_items(
    index: usize,
    typed: &Fields,
    ground: &Ground<'_>,
) -> Vec<FormItem> {
    let name = |field: &str| format!("r{index}-{field}");
    let mut items = area(&name, typed, ground);
    items.extend(kinds(&name, typed));
    items.extend(steps(&name, typed));
    items.push(above(&name, typed));
    items.push(consent(&name, typed));
    items.push(limits(&name, typed));
    items.push(line(
        &name("basis"),
        "What this rests on",
        "A statute, a clause, a page.",
        typed,
    ));
    if index > 0 {
        items.push(boxes(
            &name("remove"),
            "Leave out",
            typed,
            &[("yes", "Leave this way in out when I save")],
        ));
    }
    items
}

fn area(name: &dyn Fn(&str) -> String, typed: &Fields, ground: &Ground<'_>) -> Vec<FormItem> {
    let state = state_of(ground);
    let own = state.map(|state| {
        let name = ground.snapshot.directory.name(&state).to_owned();
        format!("In the whole of {name}")
    });
    let mut options = Vec::new();
    if let Some(own) = &own {
        options.push(("own_state", own.as_str()));
    }
    options.extend([
        ("places", "In the places named below"),
        ("everywhere", "Everywhere: all states and territories"),
        ("all_states", "In all states, not in territories"),
        ("not_stated", "Not stated"),
    ]);
    vec![
        radios(&name("area"), "It holds", typed, &options),
        fold(
            "Name the places",
            typed,
            &[&name("within"), &name("bodies"), &name("words")],
            vec![
                few_lines(
                    &name("within"),
                    "In these places and everything that lies in them",
                    PLACES,
                    typed,
                ),
                few_lines(
                    &name("bodies"),
                    "For these governments alone",
                    PLACES,
                    typed,
                ),
                boxes(
                    &name("part"),
                    "Only a part",
                    typed,
                    &[("yes", "Only an unnamed part of these places is served")],
                ),
                line(&name("words"), "That part in words", "", typed),
            ],
        ),
    ]
}

fn kinds(name: &dyn Fn(&str) -> String, typed: &Fields) -> Vec<FormItem> {
    let words: Vec<(String, String)> = WORDS
        .into_iter()
        .map(|kind| (word(kind), capitalized(kind.plural())))
        .collect();
    let options: Vec<(&str, &str)> = words
        .iter()
        .map(|(word, label)| (word.as_str(), label.as_str()))
        .collect();
    vec![
        boxes(&name("kinds"), "For these kinds", typed, &options),
        boxes(
            &name("kinds-open"),
            "Or",
            typed,
            &[("yes", "Which kinds may use it is not stated")],
        ),
        FormItem::Fold {
            label: "Leave kinds out".to_owned(),
            open: !text(typed, &name("not_kinds")).is_empty()
                || text(typed, &name("other")) == "unknown",
            items: vec![
                boxes(&name("not_kinds"), "But not for", typed, &options),
                radios_or(
                    "out",
                    &name("other"),
                    "Kinds that are not named",
                    typed,
                    &[("out", "May not use it"), ("unknown", "Not stated")],
                ),
            ],
        },
    ]
}

fn above(name: &dyn Fn(&str) -> String, typed: &Fields) -> FormItem {
    let level = text(typed, &name("above"));
    let items = vec![
        radios_or(
            "none",
            &name("above"),
            "A body above must take part first",
            typed,
            &[
                ("none", "No"),
                ("state", "The state"),
                ("county", "The county"),
                ("either", "The state or the county"),
            ],
        ),
        line(
            &name("above-in"),
            "In what it must take part",
            PROGRAM,
            typed,
        ),
        radios_or(
            "partial",
            &name("above-list"),
            "Who takes part",
            typed,
            &[
                ("partial", "Not everybody who does is on record here"),
                ("complete", "Everybody who does is on record here"),
            ],
        ),
    ];
    FormItem::Fold {
        label: "A body above them takes part first".to_owned(),
        open: !["", "none"].contains(&level),
        items,
    }
}

fn steps(name: &dyn Fn(&str) -> String, typed: &Fields) -> Vec<FormItem> {
    let mut kinds = vec![("", "No step")];
    kinds.extend(STEPS.iter().map(|kind| (kind.word(), kind.word())));
    let mut items = vec![radios_or(
        "listed",
        &name("steps"),
        "Steps of their own first",
        typed,
        &[("listed", "These, or none"), ("not_stated", "Not stated")],
    )];
    let chosen = |number: &usize| !text(typed, &name(&format!("s{number}-kind"))).is_empty();
    let count = (0..MOST_STEPS).rfind(chosen).map_or(0, |last| last + 1);
    for number in 0..(count + 1).min(MOST_STEPS) {
        let field = |field: &str| name(&format!("s{number}-{field}"));
        let label = |words: &str| format!("{words} (step {})", number + 1);
        items.extend([
            select(&field("kind"), &label("What is done"), typed, &kinds),
            fold(
                &label("In what, and for what fee"),
                typed,
                &[&field("in"), &field("fee")],
                vec![
                    line(&field("in"), &label("In what"), PROGRAM, typed),
                    few_lines(
                        &field("fee"),
                        &label("Fee a year by population"),
                        "One band a line, from which population on it costs how many dollars: “0: 500”, “10000: 1200”.",
                        typed,
                    ),
                ],
            ),
        ]);
    }
    items
}

fn consent(name: &dyn Fn(&str) -> String, typed: &Fields) -> FormItem {
    let answer = text(typed, &name("consent"));
    let items = vec![
        radios_or(
            "none",
            &name("consent"),
            "The supplier must agree",
            typed,
            &[
                ("none", "No"),
                ("given", "Yes, and it has agreed"),
                ("declined", "Yes, and it does not agree"),
                ("not_recorded", "Yes; its answer is not on record"),
            ],
        ),
        line(&name("supplier"), "Which supplier", "", typed),
    ];
    FormItem::Fold {
        label: "A supplier must agree".to_owned(),
        open: !["", "none"].contains(&answer),
        items,
    }
}

fn limits(name: &dyn Fn(&str) -> String, typed: &Fields) -> FormItem {
    let items = vec![
        line(&name("pop_min"), "Least population", "", typed),
        line(&name("pop_max"), "Greatest population", "", typed),
        line(&name("miles"), "Greatest distance in miles", "", typed),
        few_lines(
            &name("points"),
            "From the nearest of these points",
            "One a line, latitude and longitude: 41.88, -87.63",
            typed,
        ),
        line(
            &name("sectors"),
            "Only for who works in",
            "With commas between them.",
            typed,
        ),
        line(
            &name("regimes"),
            "Only for who meets",
            "CJIS, HIPAA …, with commas between them.",
            typed,
        ),
    ];
    let names = [
        "pop_min", "pop_max", "miles", "points", "sectors", "regimes",
    ]
    .map(name);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    fold(
        "Limits: population, distance, sector, regime",
        typed,
        &names,
        items,
    )
}
