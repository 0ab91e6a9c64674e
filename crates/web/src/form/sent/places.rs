//! Where what the editor asks stands in the JSON of a draft.

use interlocal_portal::FieldFault;

/// The faults of what was sent, and beside them those that asking finds in the rest:
/// a field that could not be read is told of once.
pub fn beside(sent: Vec<FieldFault>, asked: Vec<FieldFault>) -> Vec<FieldFault> {
    let field = |place: &str| place.split('/').nth(1).map(str::to_owned);
    let mut all = sent;
    let unread: Vec<_> = all.iter().map(|fault| field(&fault.field)).collect();
    for fault in asked {
        let is_told = all.iter().any(|known| known.field == fault.field);
        if !is_told && !unread.contains(&field(&fault.field)) {
            all.push(fault);
        }
    }
    all
}

/// The pointer of a question of the editor: `r1-s0-fee` is `/rules/1/steps/0/fee`.
pub fn place(question: &str) -> String {
    if let Some((question, line)) = question.split_once('/') {
        return format!("{}/{line}", place(question));
    }
    match question.split_once('-').and_then(|(row, rest)| {
        let (letter, index) = row.split_at_checked(1)?;
        let index: usize = index.parse().ok()?;
        in_row(letter, index, rest)
    }) {
        Some(place) => place,
        None => format!("/{}", of_listing(question)),
    }
}

fn in_row(letter: &str, index: usize, question: &str) -> Option<String> {
    let (list, inner) = match letter {
        "r" => ("rules", of_rule(question)),
        "p" => ("details/prices", of_price(question).to_owned()),
        "f" => ("details/fees", question.to_owned()),
        "a" => ("details/addenda", question.to_owned()),
        "d" if question == "url" => ("details/documents", "place/url".to_owned()),
        "d" => ("details/documents", question.to_owned()),
        _ => return None,
    };
    Some(format!("/{list}/{index}/{inner}"))
}

fn of_rule(question: &str) -> String {
    let step = question
        .strip_prefix('s')
        .and_then(|rest| rest.split_once('-'));
    if let Some((number, rest)) = step
        && number.parse::<usize>().is_ok()
    {
        return format!("steps/{number}/{rest}");
    }
    match question {
        "within" | "bodies" | "words" => format!("area/{question}"),
        "above-in" => "above/in".to_owned(),
        "pop_min" | "pop_max" | "miles" | "points" => "limits".to_owned(),
        other => other.to_owned(),
    }
}

fn of_price(question: &str) -> &str {
    match question {
        "tiers" => "price/tiers",
        "off" => "price/percent",
        other => other,
    }
}

fn of_listing(question: &str) -> String {
    match question {
        "url" => "website".to_owned(),
        "restricted" => "restricted_fields".to_owned(),
        "source_words" => "source".to_owned(),
        "starts_on" | "ends_on" => format!("term/{question}"),
        "review_by" | "contact" => format!("details/{question}"),
        "number" | "lead" | "competed" | "award" | "renewals" | "codes" => {
            format!("details/contract/{question}")
        }
        "out-within" => "not_available/within".to_owned(),
        "out-bodies" => "not_available/bodies".to_owned(),
        "response_minutes" => format!("details/facts/cybersecurity/{question}"),
        "down_mbps" | "up_mbps" | "availability_percent" => {
            format!("details/facts/broadband/{question}")
        }
        "rpo_minutes"
        | "rto_minutes"
        | "retention_days"
        | "site_miles"
        | "restore_tests_a_year" => format!("details/facts/backup/{question}"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{beside, place};
    use interlocal_portal::FieldFault;

    #[test]
    fn a_question_is_named_as_the_json_of_a_draft_names_it() {
        for (question, pointer) in [
            ("url", "/website"),
            ("ends_on", "/term/ends_on"),
            ("source_words", "/source"),
            ("title", "/title"),
            ("contact", "/details/contact"),
            ("codes", "/details/contract/codes"),
            ("out-within", "/not_available/within"),
            ("r1-within", "/rules/1/area/within"),
            ("r0-within/2", "/rules/0/area/within/2"),
            ("out-bodies/0", "/not_available/bodies/0"),
            ("r0-s2-fee", "/rules/0/steps/2/fee"),
            ("r0-supplier", "/rules/0/supplier"),
            ("p3-tiers", "/details/prices/3/price/tiers"),
            ("f0-amount", "/details/fees/0/amount"),
            ("a0-until", "/details/addenda/0/until"),
            ("d2-url", "/details/documents/2/place/url"),
            (
                "availability_percent",
                "/details/facts/broadband/availability_percent",
            ),
        ] {
            assert_eq!(place(question), pointer);
        }
    }

    #[test]
    fn a_field_that_could_not_be_read_is_told_of_once() {
        let fault = |field: &str| FieldFault {
            field: field.to_owned(),
            message: String::new(),
        };
        let sent = vec![fault("/rules/0/kinds"), fault("/kind")];
        let asked = vec![fault("/rules/0/area"), fault("/website"), fault("/website")];
        let all = beside(sent, asked);
        let places: Vec<&str> = all.iter().map(|fault| &*fault.field).collect();
        assert_eq!(places, ["/rules/0/kinds", "/kind", "/website"]);
    }
}
