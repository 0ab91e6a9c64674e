//! Who can use it: ways in, one after the other, and who is explicitly out.

use super::{
    Ground,
    audience::{fill_rule, read_rule, rule_items},
    lines, listed, pair, places, text,
};
use crate::form::{Faults, Fields};
use interlocal_catalog::{editing::Typed, offering::Content};
use interlocal_pages::components::form_items::FormItem;

/// Ways in of a listing at most.
const MOST: usize = 12;

pub(super) fn items(typed: &Fields, ground: &Ground<'_>) -> Vec<FormItem> {
    let mut items = Vec::new();
    let more = usize::from(typed.on("more"));
    for index in 0..(rows(typed) + more).clamp(1, MOST) {
        items.push(FormItem::Heading(format!("Way in {}", index + 1)));
        items.extend(rule_items(index, typed, ground));
    }
    let places = "One a line: a key such as county-17031, or a name with its state.";
    items.extend([
        super::boxes(
            "more",
            "Another way in",
            &Fields::default(),
            &[("yes", "Ask for one more way in when I save")],
        ),
        FormItem::Heading("Who is explicitly out".to_owned()),
        lines(
            "out-within",
            "Places with everything in them",
            places,
            typed,
        ),
        lines("out-bodies", "Governments by themselves", places, typed),
        super::line(
            "named_groups",
            "Groups that are no kind of government",
            "Libraries, nonprofits …, with commas between them.",
            typed,
        ),
        super::line("area_words", "The area in words", "", typed),
    ]);
    items
}

fn rows(typed: &Fields) -> usize {
    (0..MOST)
        .rfind(|index| !text(typed, &format!("r{index}-area")).is_empty())
        .map_or(0, |last| last + 1)
}

pub(super) fn fill(content: &Content, ground: &Ground<'_>) -> Typed {
    let out = &content.not_available;
    let mut typed = vec![
        pair("out-within", places::written(&out.within, ground)),
        pair("out-bodies", places::written(&out.bodies, ground)),
        pair("named_groups", content.named_groups.join(", ")),
        pair("area_words", &content.area_words),
    ];
    for (index, rule) in content.rules.iter().enumerate() {
        typed.extend(fill_rule(index, rule, &content.slug, ground));
    }
    typed
}

pub(super) fn read(
    fields: &Fields,
    ground: &Ground<'_>,
    content: &mut Content,
    faults: &mut Faults,
) {
    content.rules = (0..rows(fields))
        .filter(|index| !fields.on(&format!("r{index}-remove")))
        .filter_map(|index| read_rule(index, fields, &content.slug, ground, faults))
        .collect();
    for (index, rule) in content.rules.iter_mut().enumerate() {
        rule.id = format!("r{}", index + 1);
    }
    let mut named = |name: &str| places::places(text(fields, name), name, ground, faults);
    content.not_available.within = named("out-within");
    content.not_available.bodies = named("out-bodies");
    content.named_groups = listed(text(fields, "named_groups"));
    content.area_words = text(fields, "area_words").to_owned();
}
