//! What came of asking after a link, in words.

use interlocal_catalog::web_link::{LinkAnswer, LinkCheck};
use interlocal_pages::words::written;

/// The rest of a sentence that begins with the link.
pub fn link_words(check: Option<&LinkCheck>) -> String {
    let Some(check) = check else {
        return "has not been checked yet.".to_owned();
    };
    let on = written(check.asked_at.date_naive());
    let status = check.status.map(|status| status.to_string());
    let status = status.unwrap_or_default();
    match check.answer {
        LinkAnswer::Answers => format!("answered on {on}."),
        LinkAnswer::NoSuchPage => format!("answered {status} (no such page) on {on}."),
        LinkAnswer::Circles => format!("led from one redirect to the next without an end on {on}."),
        LinkAnswer::Unclear => {
            format!("could not be checked on {on}: its server answered {status}.")
        }
        LinkAnswer::NotAsked => format!("could not be checked on {on}: {}.", check.why),
        LinkAnswer::Silence => match check.silent_since {
            Some(since) if check.is_broken() => {
                format!(
                    "has not answered since {}, most recently on {on}.",
                    written(since)
                )
            }
            _ => format!("could not be checked on {on}: nobody answered."),
        },
    }
}
