//! The tables of what belongs to an edition: a row each for its rules, prices, fees,
//! addenda, lines and documents.

use super::{
    table::{Column, Kind::*, Reference, Table},
    tables::{OFFERING, col},
};

const EDITION: Column = col("edition", Integer, "The number of the edition.");
const POSITION: Column = col("position", Integer, "The place in its list, from 1.");
const OF_EDITION: &[Reference] = &[Reference {
    fields: &["offering", "edition"],
    table: "editions",
    to: &["offering", "number"],
}];

/// Access rules.
pub const RULES: Table = Table {
    name: "rules",
    about: "Who may use an edition: each row is one way in, and one that works is enough.",
    key: &["offering", "edition", "position"],
    refers: OF_EDITION,
    columns: &[
        OFFERING,
        EDITION,
        POSITION,
        col("id", Text, "The name of the rule in its edition."),
        col("basis", Word, "The text that it rests on."),
        col(
            "area",
            Any,
            "A word for a whole, or places within which and bodies for which it holds.",
        ),
        col(
            "kinds",
            Any,
            "Kinds of government that are in, or not_stated.",
        ),
        col("not_kinds", List, "Kinds that are out."),
        col(
            "other_kinds",
            Word,
            "What is said of kinds that are named nowhere.",
        ),
        col(
            "above",
            Object,
            "The body above that must take part first, and in what.",
        ),
        col(
            "steps",
            Any,
            "What the government does itself first, or not_stated.",
        ),
        col(
            "supplier_consent",
            Object,
            "Whether the supplier must agree.",
        ),
        col(
            "limits",
            List,
            "What must hold of the government: population, distance, sector, regime.",
        ),
    ],
};

/// Price lines.
pub const PRICES: Table = Table {
    name: "prices",
    about: "Price lines of an edition.",
    key: &["offering", "edition", "position"],
    refers: OF_EDITION,
    columns: &[
        OFFERING,
        EDITION,
        POSITION,
        col("name", Text, "What is priced."),
        col("unit", Text, "For one of what."),
        col("period", Text, "How often: one_time, month or year."),
        col("currency", Text, "USD or CAD."),
        col(
            "kind",
            Text,
            "tiers, or off_list for a percentage off a list price.",
        ),
        col("tiers", List, "The price of one unit from a quantity on."),
        col("reach", Word, "Which units a tier prices."),
        col("percent", Decimal, "Percent off the list price."),
        col("list", Word, "Whose list, and where it stands."),
        col("least", Decimal, "The least quantity that can be bought."),
        col("note", Word, "What else has to be known."),
    ],
};

/// Fees beside the prices.
pub const FEES: Table = Table {
    name: "fees",
    about: "Fees beside the prices of an edition.",
    key: &["offering", "edition", "position"],
    refers: OF_EDITION,
    columns: &[
        OFFERING,
        EDITION,
        POSITION,
        col("name", Text, "What it is called."),
        col("kind", Text, "fixed, percent or by_population."),
        col("amount", Decimal, "How much, of a fixed fee."),
        col("period", Word, "How often."),
        col("currency", Word, "USD or CAD."),
        col("percent", Decimal, "Percent of what is bought."),
        col(
            "included",
            Truth,
            "Whether it is already inside the prices.",
        ),
        col("bands", List, "The fee from a population on."),
    ],
};

/// Participating addenda.
pub const ADDENDA: Table = Table {
    name: "addenda",
    about: "Participating addenda that states signed, as an edition lists them.",
    key: &["offering", "edition", "position"],
    refers: OF_EDITION,
    columns: &[
        OFFERING,
        EDITION,
        POSITION,
        col("state", Text, "The postal code of the state."),
        col("number", Text, "Its number."),
        col("url", Text, "Where it can be read."),
        col(
            "for_locals",
            Truth,
            "Whether local governments of the state may buy under it.",
        ),
        col("from", Day, "First day."),
        col("until", Day, "Last day."),
    ],
};

/// Lines of contracts.
pub const LINES: Table = Table {
    name: "lines",
    about: "What is bought under the contract of an edition, line by line.",
    key: &["offering", "edition", "position"],
    refers: OF_EDITION,
    columns: &[
        OFFERING,
        EDITION,
        POSITION,
        col("number", Word, "Its own number under the contract."),
        col("title", Word, "What is bought."),
        col("supplier", Word, "Who sells it."),
        col("manufacturers", List, "Whose goods are sold."),
        col(
            "categories",
            List,
            "Categories for which the supplier is on the contract.",
        ),
        col("not_categories", List, "Categories for which it is not."),
        col("starts", Word, "First day, or words that name none."),
        col(
            "ends",
            Word,
            "Last day, no end date, or words that name none.",
        ),
        col("amount", Decimal, "What it is worth."),
        col("currency", Word, "Of the amount, by ISO 4217."),
        col("url", Word, "Its own page."),
        col("notes", List, "Remarks."),
        col("other", List, "What else the source says, by heading."),
    ],
};

/// Documents.
pub const DOCUMENTS: Table = Table {
    name: "documents",
    about: "Documents of an edition; those that the portal keeps are at /documents/ID/NAME.",
    key: &["offering", "edition", "position"],
    refers: OF_EDITION,
    columns: &[
        OFFERING,
        EDITION,
        POSITION,
        col("title", Text, "What it is."),
        col("held_by", Word, "Who holds the official copy."),
        col("proves", List, "What of a procurement file it shows."),
        col("kind", Text, "link, or kept for one that the portal keeps."),
        col("url", Word, "The address of a link."),
        col("id", Integer, "The number of a kept one."),
        col("name", Word, "The name to save it under."),
        col("media", Word, "Its media type."),
        col("size", Integer, "Bytes."),
        col("sha256", Word, "The hash of its bytes, in hex."),
        col("on", Day, "The day on which it was uploaded."),
    ],
};
