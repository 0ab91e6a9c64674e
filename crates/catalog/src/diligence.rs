//! Due diligence: what a procurement file has to hold for a purchase on somebody
//! else's contract, and how much of it an edition shows.

use crate::{
    details::{Document, ParticipatingAddendum},
    offering::{Content, OfferingKind},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A thing that a procurement file has to hold.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// What was asked of suppliers.
    Solicitation,
    /// Who won, and by which criteria.
    Award,
    /// Where and when the solicitation was announced.
    Advertisement,
    /// By which law or resolution the lead may buy for others.
    Authority,
    /// The state's own agreement under a master agreement.
    Addendum,
    /// What it costs.
    PriceList,
    /// Certificates of the supplier's insurance.
    Insurance,
    /// Clauses that a purchase paid from federal funds must carry.
    FederalClauses,
}

impl Proof {
    /// Every proof, in the order of a file.
    pub const ALL: [Proof; 8] = [
        Proof::Solicitation,
        Proof::Award,
        Proof::Advertisement,
        Proof::Authority,
        Proof::Addendum,
        Proof::PriceList,
        Proof::Insurance,
        Proof::FederalClauses,
    ];

    /// The word in rows and forms.
    pub fn word(self) -> &'static str {
        match self {
            Proof::Solicitation => "solicitation",
            Proof::Award => "award",
            Proof::Advertisement => "advertisement",
            Proof::Authority => "authority",
            Proof::Addendum => "addendum",
            Proof::PriceList => "price_list",
            Proof::Insurance => "insurance",
            Proof::FederalClauses => "federal_clauses",
        }
    }

    /// The proof that a word names.
    pub fn of(word: &str) -> Option<Proof> {
        Proof::ALL.into_iter().find(|proof| proof.word() == word)
    }

    /// The words on pages.
    pub fn label(self) -> &'static str {
        match self {
            Proof::Solicitation => "Solicitation",
            Proof::Award => "Award",
            Proof::Advertisement => "Advertisement",
            Proof::Authority => "Authority of the lead agency",
            Proof::Addendum => "Participating addendum",
            Proof::PriceList => "Price list",
            Proof::Insurance => "Insurance certificates",
            Proof::FederalClauses => "Federal-funds clauses (2 CFR part 200)",
        }
    }

    /// What it shows whoever audits the purchase. The federal clauses are those of
    /// 2 CFR 200.327 and appendix II to part 200.
    pub fn purpose(self) -> &'static str {
        match self {
            Proof::Solicitation => {
                "What was asked of suppliers, and that others were allowed to buy on it."
            }
            Proof::Award => "Who was chosen, when, and by which criteria.",
            Proof::Advertisement => "Where and how long suppliers could learn of it.",
            Proof::Authority => "By which law or resolution the lead buys for others.",
            Proof::Addendum => "That your state takes part, and on which terms.",
            Proof::PriceList => "That the price you pay is the price that was awarded.",
            Proof::Insurance => "That the supplier is covered for the term of your order.",
            Proof::FederalClauses => {
                "Needed where federal funds pay: the clauses of 2 CFR 200.327 and appendix II to part 200."
            }
        }
    }
}

/// Who buys, as far as the checklist needs to know.
#[derive(Clone, Copy, Debug, Default)]
pub struct Buyer<'a> {
    /// Postal code of the buyer's state; none where no government is chosen.
    pub state: Option<&'a str>,
    /// Whether federal funds pay for any of it; none where nobody said.
    pub federal_funds: Option<bool>,
}

/// Where a proof stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Documents of the entry show it.
    Shown(Vec<&'a Document>),
    /// Addenda that the entry links to show it.
    Signed(Vec<&'a ParticipatingAddendum>),
    /// The entry says it without a document.
    Stated(String),
    /// It is not asked for here, because of this.
    NotNeeded(&'static str),
    /// Nothing shows it.
    Missing,
}

impl Standing<'_> {
    /// The words on pages and in files.
    pub fn label(&self) -> &'static str {
        match self {
            Standing::Shown(_) | Standing::Signed(_) => "Shown",
            Standing::Stated(_) => "Stated, no document",
            Standing::NotNeeded(_) => "Not needed",
            Standing::Missing => "Missing",
        }
    }

    /// Whether the buyer still has to get it.
    pub fn is_open(&self) -> bool {
        matches!(self, Standing::Stated(_) | Standing::Missing)
    }
}

/// The checklist of an edition for a buyer, in the order of [`Proof::ALL`]; none where
/// the offering is no contract that others buy on.
pub fn checklist<'a>(content: &'a Content, buyer: Buyer<'_>) -> Option<Vec<(Proof, Standing<'a>)>> {
    (content.kind == OfferingKind::Contract).then(|| {
        Proof::ALL
            .into_iter()
            .map(|proof| (proof, standing(content, buyer, proof)))
            .collect()
    })
}

/// Documents of an edition that do not say what they show.
pub fn unmarked(content: &Content) -> Vec<&Document> {
    let documents = content.details.documents.iter();
    documents
        .filter(|document| document.proves.is_empty())
        .collect()
}

fn standing<'a>(content: &'a Content, buyer: Buyer<'_>, proof: Proof) -> Standing<'a> {
    let shown: Vec<&Document> = content
        .details
        .documents
        .iter()
        .filter(|document| document.proves.contains(&proof))
        .collect();
    if !shown.is_empty() {
        return Standing::Shown(shown);
    }
    match proof {
        Proof::Addendum => addendum(content, buyer),
        Proof::FederalClauses if buyer.federal_funds == Some(false) => {
            Standing::NotNeeded("You said that no federal funds pay for it.")
        }
        _ => stated(content, proof).map_or(Standing::Missing, Standing::Stated),
    }
}

/// An addendum is needed where every way in wants somebody above the buyer to take
/// part first; the buyer's own state must have signed.
fn addendum<'a>(content: &'a Content, buyer: Buyer<'_>) -> Standing<'a> {
    let (signed, named): (Vec<_>, Vec<_>) = content
        .details
        .addenda
        .iter()
        .filter(|addendum| buyer.state == Some(addendum.state.as_str()))
        .partition(|addendum| !addendum.url.is_empty());
    if !signed.is_empty() {
        return Standing::Signed(signed);
    }
    if let Some(addendum) = named.first() {
        return Standing::Stated(addendum.words());
    }
    let way_without = content.rules.iter().any(|rule| rule.above.is_none());
    if way_without && content.details.addenda.is_empty() {
        return Standing::NotNeeded("No state or county has to take part before you may buy.");
    }
    Standing::Missing
}

/// What the entry says of a proof without a document.
fn stated(content: &Content, proof: Proof) -> Option<String> {
    let details = &content.details;
    let contract = details.contract.as_ref();
    let said = |label: &str, words: &str| (!words.is_empty()).then(|| format!("{label}: {words}"));
    match proof {
        Proof::Solicitation => contract.and_then(|it| said("How competed", &it.competed)),
        Proof::Award => contract.and_then(|it| {
            let number = said("Contract number", &it.number);
            let award = it.award.map(|award| award.label().to_owned());
            let parts: Vec<String> = number.into_iter().chain(award).collect();
            (!parts.is_empty()).then(|| parts.join("; "))
        }),
        Proof::Authority => contract.and_then(|it| said("Lead", &it.lead)),
        Proof::PriceList => match details.prices.len() {
            0 => None,
            1 => Some("One price line in this entry".to_owned()),
            lines => Some(format!("{lines} price lines in this entry")),
        },
        Proof::Advertisement | Proof::Addendum | Proof::Insurance | Proof::FederalClauses => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::details::DocumentPlace;

    fn content(more: &str) -> Content {
        let base = r#"{"slug":"sensors","title":"Sensors","kind":"contract","category":"security","provider":"office","summary":"","cost_model":"contract_pricing","states":["ALL"],"source":"public_source","checked_on":"2026-01-02","review_days":180,"rules":[]}"#;
        let mut value: serde_json::Value = serde_json::from_str(base).unwrap();
        let more: serde_json::Value = serde_json::from_str(more).unwrap();
        for (key, entry) in more.as_object().unwrap() {
            value[key] = entry.clone();
        }
        serde_json::from_value(value).unwrap()
    }

    fn label(more: &str, buyer: Buyer<'_>, proof: Proof) -> &'static str {
        let content = content(more);
        let rows = checklist(&content, buyer).unwrap();
        let row = rows.iter().find(|(of, _)| *of == proof).unwrap();
        row.1.label()
    }

    const OHIO: Buyer<'static> = Buyer {
        state: Some("OH"),
        federal_funds: None,
    };

    #[test]
    fn an_entry_without_documents_misses_what_nobody_stated() {
        let open = r#"{"rules":[{"id":"1","area":"everywhere","kinds":["local_government"],"steps":"not_stated"}]}"#;
        let content = content(open);
        let rows = checklist(&content, OHIO).unwrap();
        for (proof, standing) in rows {
            match proof {
                Proof::Addendum => assert!(matches!(standing, Standing::NotNeeded(_))),
                _ => assert_eq!(standing, Standing::Missing, "{proof:?}"),
            }
        }
    }

    #[test]
    fn a_document_shows_what_it_was_marked_with_and_nothing_else() {
        let more = r#"{"details":{"documents":[{"title":"Master agreement","proves":["award","price_list"],"place":{"kind":"link","url":"https://example.org/a"}}]}}"#;
        assert_eq!(label(more, OHIO, Proof::Award), "Shown");
        assert_eq!(label(more, OHIO, Proof::PriceList), "Shown");
        assert_eq!(label(more, OHIO, Proof::Solicitation), "Missing");
        assert!(unmarked(&content(more)).is_empty());
        let silent = content(&more.replace("\"award\",\"price_list\"", ""));
        assert_eq!(unmarked(&silent).len(), 1);
    }

    #[test]
    fn an_addendum_counts_for_its_own_state_alone() {
        let more = r#"{"rules":[{"id":"1","area":"everywhere","kinds":["local_government"],"above":{"any_of":["state"],"in":"naspo","list":"complete"},"steps":"not_stated"}],"details":{"addenda":[{"state":"OH","number":"7","url":"https://example.org/oh"},{"state":"PA","number":"9","url":""}]}}"#;
        let of = |state| Buyer {
            state,
            federal_funds: None,
        };
        assert_eq!(label(more, of(Some("OH")), Proof::Addendum), "Shown");
        assert_eq!(
            label(more, of(Some("PA")), Proof::Addendum),
            "Stated, no document"
        );
        assert_eq!(label(more, of(Some("TX")), Proof::Addendum), "Missing");
        assert_eq!(label(more, of(None), Proof::Addendum), "Missing");
    }

    #[test]
    fn federal_clauses_are_needed_until_somebody_says_that_no_federal_funds_pay() {
        let asked = |federal_funds| {
            let buyer = Buyer {
                state: None,
                federal_funds,
            };
            label("{}", buyer, Proof::FederalClauses)
        };
        assert_eq!(asked(None), "Missing");
        assert_eq!(asked(Some(true)), "Missing");
        assert_eq!(asked(Some(false)), "Not needed");
    }

    #[test]
    fn what_is_no_contract_has_no_checklist() {
        let content = content(r#"{"kind":"service"}"#);
        assert!(checklist(&content, OHIO).is_none());
    }

    #[test]
    fn a_mark_that_nobody_set_is_not_written() {
        let document = Document {
            title: "Terms".into(),
            held_by: String::new(),
            proves: Vec::new(),
            place: DocumentPlace::Link {
                url: "https://example.org".into(),
            },
        };
        assert!(!serde_json::to_string(&document).unwrap().contains("proves"));
    }
}
