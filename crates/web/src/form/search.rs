//! The search form: words, facets, order and page.

use super::{Faults, Fields, cursor::Window};
use crate::{App, chosen::Choice, error::Failure};
use interlocal_catalog::{
    CategoryId,
    access::StepKind,
    offering::{CostModel, OfferingKind},
    organization::Level,
};
use interlocal_portal::search::{EVERY_STATE, Filters, Search, Sort};

/// Results on a page, and what an API client may ask for at most.
pub const PAGE_SIZE: usize = 20;
const LARGEST_PAGE: usize = 100;
const LAST_PAGE: usize = 5_000;

/// Facet fields with their titles, in the order of the rail.
pub const FACETS: [(&str, &str); 7] = [
    ("usable", "Usable by us"),
    ("category", "Category"),
    ("kind", "Kind of offering"),
    ("level", "Provider level"),
    ("state", "State"),
    ("cost_model", "Cost model"),
    ("agreement", "To join or buy"),
];

/// Words of the facet “agreement”: kinds of step, none, not stated.
pub const AGREEMENTS: [&str; 7] = [
    StepKind::Agreement.word(),
    StepKind::Registration.word(),
    StepKind::Resolution.word(),
    StepKind::Membership.word(),
    StepKind::Certificate.word(),
    "none",
    "not_stated",
];

const COSTS: [CostModel; 6] = [
    CostModel::Free,
    CostModel::FeeForService,
    CostModel::MemberFee,
    CostModel::ContractPricing,
    CostModel::Grant,
    CostModel::NotStated,
];

/// Every order, with its word and its name on pages.
pub const SORTS: [(Sort, &str, &str); 4] = [
    (Sort::BestFit, "best", "Best fit"),
    (Sort::EndsSoonest, "ends", "Ends soonest"),
    (Sort::Newest, "newest", "Newest"),
    (Sort::Name, "name", "Name"),
];

/// A search as asked, and where in the list it stands.
pub struct SearchForm {
    /// What is asked of the portal.
    pub search: Search,
    /// The page, from 1.
    pub page: usize,
}

/// The same for a program, which goes on by cursor.
pub fn read_for_api(
    app: &App,
    fields: &Fields,
    choice: &Choice,
    path: &str,
) -> Result<(SearchForm, Window), Failure> {
    let mut faults = Faults::default();
    let mut window = Window::read(fields, path, (PAGE_SIZE, LARGEST_PAGE), &mut faults);
    let form = match (read(app, fields, choice), faults.end()) {
        (Ok(form), Ok(())) => form,
        (Err(Failure::Invalid(mut all)), other) => {
            if let Err(Failure::Invalid(more)) = other {
                let new = more.into_iter().filter(|fault| !all.contains(fault));
                let new: Vec<_> = new.collect();
                all.extend(new);
            }
            return Err(Failure::Invalid(all));
        }
        (Err(failure), _) | (_, Err(failure)) => return Err(failure),
    };
    let SearchForm { mut search, page } = form;
    match window.offset {
        0 => window.offset = search.offset,
        offset => search.offset = offset,
    }
    Ok((SearchForm { search, page }, window))
}

/// Reads the form; every fault at once.
pub fn read(app: &App, fields: &Fields, choice: &Choice) -> Result<SearchForm, Failure> {
    let mut faults = Faults::default();
    let page = faults.number(fields, "page", 1..=LAST_PAGE, 1);
    let limit = faults.number(fields, "limit", 1..=LARGEST_PAGE, PAGE_SIZE);
    let ends_within = faults.number(fields, "ends_within", 0..=36_500, usize::MAX);
    let filters = Filters {
        category: categories(app, fields, &mut faults),
        kind: faults.words(fields, "kind", &OfferingKind::ALL.map(OfferingKind::word)),
        level: faults.words(fields, "level", &Level::ALL.map(Level::word)),
        state: states(app, fields, &mut faults),
        cost_model: faults.words(fields, "cost_model", &COSTS.map(CostModel::word)),
        agreement: faults.words(fields, "agreement", &AGREEMENTS),
        provider: fields.all("provider"),
        usable: !faults.words(fields, "usable", &["yes"]).is_empty(),
    };
    let sort = match fields.last("sort").filter(|word| !word.is_empty()) {
        None => Sort::BestFit,
        Some(word) => SORTS
            .iter()
            .find(|(_, known, _)| *known == word)
            .map_or_else(
                || {
                    faults.add(
                        "sort",
                        format!("“{word}” is none of best, ends, newest, name"),
                    );
                    Sort::BestFit
                },
                |(sort, _, _)| *sort,
            ),
    };
    faults.end()?;
    Ok(SearchForm {
        page,
        search: Search {
            words: fields.last("q").unwrap_or_default().to_owned(),
            filters,
            chosen: choice.place.clone(),
            include_expired: fields.on("expired"),
            count_other_terms: false,
            ends_within: u32::try_from(ends_within).ok(),
            sort,
            offset: (page - 1) * limit,
            limit,
        },
    })
}

fn categories(app: &App, fields: &Fields, faults: &mut Faults) -> Vec<String> {
    let values = fields.all("category");
    for value in &values {
        if app
            .portal
            .vocabulary()
            .get(&CategoryId::new(value.as_str()))
            .is_none()
        {
            faults.add(
                "category",
                format!("“{value}” is no category; see /categories"),
            );
        }
    }
    values
}

fn states(app: &App, fields: &Fields, faults: &mut Faults) -> Vec<String> {
    let snapshot = app.portal.snapshot();
    fields
        .all("state")
        .into_iter()
        .map(|value| {
            let postal = value.to_uppercase();
            if postal != EVERY_STATE && snapshot.directory.state(&postal).is_none() {
                faults.add(
                    "state",
                    format!("“{value}” is no postal code of a state, such as OH"),
                );
            }
            postal
        })
        .collect()
}
