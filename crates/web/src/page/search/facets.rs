//! The left rail and the chips of active filters.

use super::super::visit::Visit;
use crate::form::search::{FACETS, SearchForm};
use interlocal_catalog::{CategoryId, OrganizationId, offering::CostModel};
use interlocal_pages::{
    components::{
        chips::Chip,
        facets::{Facet, FacetOption},
    },
    words::capitalized,
};
use interlocal_portal::search::{EVERY_STATE, FacetCount, SearchAnswer};

const COSTS: [CostModel; 6] = [
    CostModel::Free,
    CostModel::FeeForService,
    CostModel::MemberFee,
    CostModel::ContractPricing,
    CostModel::Grant,
    CostModel::NotStated,
];

/// The facets with their counts.
pub fn rail(visit: &Visit, form: &SearchForm, answer: &SearchAnswer) -> Vec<Facet> {
    let facets = &answer.results.facets;
    FACETS
        .iter()
        .map(|(name, title)| {
            let counts: Vec<FacetCount> = match *name {
                "usable" => usable(form, answer),
                "category" => categories(visit, &facets.category),
                "kind" => facets.kind.clone(),
                "level" => facets.level.clone(),
                "state" => states(visit, &facets.state),
                "cost_model" => facets.cost_model.clone(),
                _ => facets.agreement.clone(),
            };
            let options: Vec<FacetOption> = counts
                .into_iter()
                .map(|count| FacetOption {
                    label: label(visit, name, &count.value),
                    checked: count.selected,
                    count: count.count,
                    value: count.value,
                })
                .collect();
            Facet {
                name: (*name).to_owned(),
                title: (*title).to_owned(),
                options,
            }
        })
        .filter(|facet| {
            let chosen = facet.options.iter().any(|option| option.checked);
            facet.name == "usable" || facet.options.len() > 1 || chosen
        })
        .collect()
}

/// “Usable by us”, once a government is chosen.
fn usable(form: &SearchForm, answer: &SearchAnswer) -> Vec<FacetCount> {
    answer
        .results
        .facets
        .usable
        .map(|counts| FacetCount {
            value: "yes".to_owned(),
            count: counts.usable,
            selected: form.search.filters.usable,
        })
        .into_iter()
        .collect()
}

/// First-level categories, and those under a picked one, in the order of the vocabulary.
fn categories(visit: &Visit, counts: &[FacetCount]) -> Vec<FacetCount> {
    let vocabulary = visit.app.portal.vocabulary();
    let picked: Vec<&str> = counts
        .iter()
        .filter(|count| count.selected)
        .map(|count| count.value.as_str())
        .collect();
    let is_open = |slug: &CategoryId| {
        picked
            .iter()
            .any(|picked| vocabulary.first_of(&CategoryId::new(*picked)) == slug)
    };
    vocabulary
        .all()
        .iter()
        .filter(|category| category.parent.as_ref().is_none_or(is_open))
        .filter_map(|category| {
            counts
                .iter()
                .find(|count| count.value == category.slug.as_str())
                .cloned()
        })
        .collect()
}

/// Every state first, then by name.
fn states(visit: &Visit, counts: &[FacetCount]) -> Vec<FacetCount> {
    let mut counts = counts.to_vec();
    counts.sort_by_key(|count| {
        let everywhere = count.value == EVERY_STATE;
        (
            !everywhere,
            visit.snapshot.directory.state_name(&count.value).to_owned(),
        )
    });
    counts
}

/// The words of a facet value.
pub fn label(visit: &Visit, facet: &str, value: &str) -> String {
    match facet {
        "usable" => "Yes, now or after steps".to_owned(),
        "category" => {
            let slug = CategoryId::new(value);
            let vocabulary = visit.app.portal.vocabulary();
            let child = vocabulary
                .get(&slug)
                .is_some_and(|category| category.parent.is_some());
            let name = vocabulary.name(&slug);
            if child {
                format!("– {name}")
            } else {
                name.to_owned()
            }
        }
        "state" if value == EVERY_STATE => "Nationwide only".to_owned(),
        "state" => visit.snapshot.directory.state_name(value).to_owned(),
        "cost_model" => COSTS
            .iter()
            .find(|cost| cost.word() == value)
            .map_or(value, |cost| cost.label())
            .to_owned(),
        "agreement" if value == "none" => "Nothing to sign".to_owned(),
        "provider" => {
            let id = OrganizationId::new(value);
            visit.snapshot.directory.organization_name(&id).to_owned()
        }
        _ => capitalized(&value.replace('_', " ")),
    }
}

/// Active filters, each with the way to take it off.
pub fn chips(visit: &Visit) -> Vec<Chip> {
    let titles = FACETS.iter().copied().chain([("provider", "Provider")]);
    let mut chips: Vec<Chip> = titles
        .flat_map(|(name, title)| {
            visit
                .fields
                .all(name)
                .into_iter()
                .map(move |value| (name, title, value))
        })
        .map(|(name, title, value)| Chip {
            label: format!(
                "{title}: {}",
                label(visit, name, &value).trim_start_matches("– ")
            ),
            remove_href: format!("/search?{}", visit.fields.without_value(name, &value)),
        })
        .collect();
    if let Some(days) = visit
        .fields
        .last("ends_within")
        .filter(|days| !days.is_empty())
    {
        chips.push(Chip {
            label: format!("Ends within {days} days"),
            remove_href: format!(
                "/search?{}",
                visit.fields.with(&["ends_within", "page"], &[])
            ),
        });
    }
    chips
}
