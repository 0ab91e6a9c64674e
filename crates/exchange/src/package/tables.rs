//! The tables of a package.

pub use super::edition_tables::{ADDENDA, DOCUMENTS, FEES, LINES, PRICES, RULES};
use super::table::{Column, EXACTLY, Kind, Kind::*, Reference, Table};

pub(super) const fn col(name: &'static str, kind: Kind, about: &'static str) -> Column {
    Column { name, kind, about }
}

const EXACT: Column = col(
    EXACTLY,
    Object,
    "The whole row, where the other columns cannot say it; it goes before them.",
);
pub(super) const OFFERING: Column = col("offering", Text, "The slug of the offering.");
const PLACE_KEY: &str = "Kind and Census GEOID of the government, as in county-17031.";

/// Every table, in the order in which they are written and read.
pub const TABLES: [&Table; 15] = [
    &JURISDICTIONS,
    &ORGANIZATIONS,
    &CIO_OFFICES,
    &PARTICIPATIONS,
    &STATEMENTS,
    &OFFERINGS,
    &EDITIONS,
    &RULES,
    &PRICES,
    &FEES,
    &ADDENDA,
    &LINES,
    &DOCUMENTS,
    &ADOPTIONS,
    &ORIGINS,
];

/// Governments.
pub const JURISDICTIONS: Table = Table {
    name: "jurisdictions",
    about: "Governments with a place: states, counties, municipalities, townships, school districts.",
    key: &["key"],
    refers: &[],
    columns: &[
        col("key", Text, PLACE_KEY),
        col("name", Text, "The Census name with its legal suffix."),
        col("state", Text, "The postal code of the state."),
        col("parent", Word, "The government that it lies in directly."),
        col("population", Integer, "People, where known."),
        col("population_year", Integer, "The year of the population."),
        col("latitude", Number, "Of its internal point, in degrees."),
        col("longitude", Number, "Of its internal point, in degrees."),
        col(
            "government",
            Truth,
            "False for a county without a county government.",
        ),
        col(
            "one_government_with",
            Word,
            "The other row of the same government.",
        ),
        col(
            "status_note",
            Word,
            "Why it is no government, or one with another.",
        ),
        EXACT,
    ],
};

/// Bodies.
pub const ORGANIZATIONS: Table = Table {
    name: "organizations",
    about: "Public bodies that offer or seek, and bodies that were merged into another one.",
    key: &["id"],
    refers: &[],
    columns: &[
        col("id", Text, "The slug."),
        col("name", Text, "The full name."),
        col("aliases", List, "Other spellings and abbreviations."),
        col("kind", Text, "What kind of body it is."),
        col("level", Text, "state, regional or local."),
        col(
            "state_cio",
            Truth,
            "Whether it is the CIO office of its jurisdiction.",
        ),
        col("of", Word, "The government that it belongs to."),
        col(
            "serves",
            List,
            "Places that it serves with everything in them.",
        ),
        col("website", Word, "Its own website."),
        col(
            "merged_into",
            Word,
            "The body that it was merged into; its slug leads there.",
        ),
        EXACT,
    ],
};

/// State CIO offices.
pub const CIO_OFFICES: Table = Table {
    name: "cio_offices",
    about: "What is known of the central IT office of each state and territory.",
    key: &["jurisdiction"],
    refers: &[],
    columns: &[
        col("jurisdiction", Text, PLACE_KEY),
        col("organization", Text, "The slug of the office."),
        col("serves_local_government", Text, "yes, no or unknown."),
        col(
            "local_contract_access",
            Text,
            "Whether local governments may buy from state contracts.",
        ),
        col("portal_name", Text, "The name of the contract portal."),
        col("portal_url", Text, "Its address."),
        col(
            "purchasing_office",
            Word,
            "The slug of the central purchasing office.",
        ),
        col("note", Text, "What else the source says."),
        col("source", Text, "Where it was read."),
        col("source_confidence", Text, "How sure the source is."),
        col("checked_on", Day, "When it was checked."),
        EXACT,
    ],
};

/// Participations.
pub const PARTICIPATIONS: Table = Table {
    name: "participations",
    about: "Dated facts: a government takes part in an offering or program, for itself or for others.",
    key: &["id"],
    refers: &[],
    columns: &[
        col("id", Text, "The name of the record."),
        col("who", Text, PLACE_KEY),
        col("in", Text, "The offering or program."),
        col("scope", Any, "For whom it counts."),
        col("done", List, "Steps that the record shows as done."),
        col("from", Day, "First day; empty is no bound."),
        col("until", Day, "Last day; empty is no bound."),
        col("source", Word, "Where it was read."),
        col("checked_on", Day, "When it was checked."),
        EXACT,
    ],
};

/// Statements of no.
pub const STATEMENTS: Table = Table {
    name: "statements",
    about: "Dated answers of a body that it does not offer a category to kinds of government.",
    key: &["id"],
    refers: &[],
    columns: &[
        col("id", Text, "The name of the record."),
        col("by", Text, "The slug of the body."),
        col("category", Text, "The slug of the category."),
        col("kinds", List, "Kinds of government that it speaks of."),
        col("said_on", Day, "When it was said."),
        EXACT,
    ],
};

/// Offerings.
pub const OFFERINGS: Table = Table {
    name: "offerings",
    about: "What bodies let other governments use or buy: one row for each that is published.",
    key: &["slug"],
    refers: &[Reference {
        fields: &["provider"],
        table: "organizations",
        to: &["id"],
    }],
    columns: &[
        col(
            "slug",
            Text,
            "The slug; its page is /offerings/ and the slug.",
        ),
        col(
            "status",
            Text,
            "published, or expired where its term has ended.",
        ),
        col(
            "provider",
            Text,
            "The slug of the body that publishes it now.",
        ),
        col("edition", Integer, "The number of the current edition."),
        col("aliases", List, "Other slugs that lead to it."),
        col("changed_at", Moment, "When it last changed."),
        EXACT,
    ],
};

/// Editions.
pub const EDITIONS: Table = Table {
    name: "editions",
    about: "Frozen, numbered editions of offerings, the oldest first.",
    key: &["offering", "number"],
    refers: &[Reference {
        fields: &["offering"],
        table: "offerings",
        to: &["slug"],
    }],
    columns: &[
        OFFERING,
        col("number", Integer, "The number of the edition."),
        col("published_at", Moment, "When it was published."),
        col(
            "alone",
            Truth,
            "Whether one person alone wrote and published it.",
        ),
        col("title", Text, "The title."),
        col("kind", Text, "contract, service, exchange or funding."),
        col(
            "category",
            Text,
            "The slug of the most exact category that is known.",
        ),
        col("provider", Text, "The slug of the body that published it."),
        col("partners", List, "Slugs of bodies beside the provider."),
        col("summary", Text, "What it is."),
        col("how_to_join", Text, "How one joins or buys."),
        col("agreement", Text, "What kind of agreement it takes."),
        col("cost_model", Text, "How it is paid for."),
        col("url", Text, "Its own page."),
        col(
            "states",
            List,
            "Postal codes of the states that it covers, or ALL.",
        ),
        col("area_words", Text, "The area in the source's words."),
        col("frameworks", List, "Frameworks and regimes that it names."),
        col(
            "named_groups",
            List,
            "Eligible groups that are no kind of government.",
        ),
        col("known_users", Text, "Known users in the source's words."),
        col(
            "state_contract_of",
            Word,
            "The state whose contracts it opens.",
        ),
        col("suppliers", List, "Private contractors."),
        col("starts_on", Day, "First day in force."),
        col("ends_on", Day, "Last day in force."),
        col(
            "source",
            Text,
            "Who vouches: publishing_body, public_source or unsourced.",
        ),
        col("source_words", Text, "Where it was read."),
        col(
            "source_confidence",
            Text,
            "How sure the source is of the key fact.",
        ),
        col("checked_on", Day, "When it was checked."),
        col("review_days", Integer, "Days after which it is stale."),
        col(
            "not_available_within",
            List,
            "Places that are out with everything in them.",
        ),
        col(
            "not_available_bodies",
            List,
            "Governments that are out by themselves.",
        ),
        col("contact", Word, "A role address to write to."),
        col(
            "review_by",
            Day,
            "The day by which its body looks at it again.",
        ),
        col(
            "contract",
            Object,
            "Facts of a contract vehicle: number, lead, how competed, award, renewals.",
        ),
        col("facts", Object, "Typed facts of its category."),
        EXACT,
    ],
};

/// Adoptions.
pub const ADOPTIONS: Table = Table {
    name: "adoptions",
    about: "Governments on record as users of an offering.",
    key: &["jurisdiction", "offering"],
    refers: &[Reference {
        fields: &["offering"],
        table: "offerings",
        to: &["slug"],
    }],
    columns: &[
        col("jurisdiction", Text, PLACE_KEY),
        OFFERING,
        col("since", Day, "Since when."),
        col("size", Word, "At what size."),
        col("source", Text, "Where it was read."),
        col("checked_on", Day, "When it was checked."),
        EXACT,
    ],
};

/// Origins.
pub const ORIGINS: Table = Table {
    name: "origins",
    about: "What a file of the field said of an offering that was taken from it, without persons: what the standard of the file has and editions have no place for.",
    key: &["offering", "kind"],
    refers: &[Reference {
        fields: &["offering"],
        table: "offerings",
        to: &["slug"],
    }],
    columns: &[
        OFFERING,
        col("kind", Text, "The standard of the file: ocds or hsds."),
        col("content", Object, "The entry of the file."),
    ],
};
