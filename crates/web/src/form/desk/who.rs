//! Who can use it: ways in, one after the other, and who is explicitly out.

use super::{
    Ground,
    audience::{fill_rule, read_rule, rule_items},
    few_lines, fold, group, listed, pair, places, text,
};
use crate::{
    form::{Faults, Fields},
    page::named::with_names_of,
};
use interlocal_catalog::{editing::Typed, offering::Content};
use interlocal_pages::{components::form_items::FormItem, words::rule_in_sentences};

/// Ways in of a listing at most.
const MOST: usize = 12;

pub(super) fn items(typed: &Fields, content: &Content, ground: &Ground<'_>) -> Vec<FormItem> {
    let mut items = Vec::new();
    let more = usize::from(typed.on("more"));
    for index in 0..(rows(typed) + more).clamp(1, MOST) {
        let mut questions = Vec::new();
        questions.extend(in_sentences(index, content, ground).map(FormItem::Note));
        questions.extend(rule_items(index, typed, ground));
        items.push(group(format!("Way in {}", index + 1), questions));
    }
    let places = "One a line: a key such as county-17031, or a name with its state.";
    items.extend([
        super::boxes(
            "more",
            "Another way in",
            &Fields::default(),
            &[("yes", "Ask for one more way in when I save")],
        ),
        fold(
            "Who is explicitly out",
            typed,
            &["out-within", "out-bodies"],
            vec![
                few_lines(
                    "out-within",
                    "Places with everything in them",
                    places,
                    typed,
                ),
                few_lines("out-bodies", "Governments by themselves", places, typed),
            ],
        ),
        fold(
            "Groups and areas that have no name of their own here",
            typed,
            &["named_groups", "area_words"],
            vec![
                super::line(
                    "named_groups",
                    "Groups that are no kind of government",
                    "Libraries, nonprofits …, with commas between them.",
                    typed,
                ),
                super::line("area_words", "The area in words", "", typed),
            ],
        ),
    ]);
    items
}

/// A way in as it is saved, in the words of the public page.
fn in_sentences(index: usize, content: &Content, ground: &Ground<'_>) -> Option<String> {
    let rule = content.rules.get(index)?;
    let said = with_names_of(ground.snapshot, Some(content), |names| {
        rule_in_sentences(rule, names)
    });
    let lines: Vec<String> = said
        .lines
        .iter()
        .map(|line| format!("{}: {}", line.label, line.sentences.join(" ")))
        .collect();
    Some(format!("Saved so far – {}", lines.join(" ")))
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
