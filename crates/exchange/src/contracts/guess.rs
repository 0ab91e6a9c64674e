//! The mapping that headings and cells suggest, for a person to correct.

use super::mapping::{Mapping, Use};
use crate::table::Table;

/// Words by which a header row of a contract list is known.
pub const HEADING_WORDS: [&str; 13] = [
    "contract",
    "supplier",
    "vendor",
    "company",
    "contractor",
    "expir",
    "service",
    "title",
    "description",
    "end date",
    "start date",
    "number",
    "categor",
];

/// Headings and what they suggest; the first that fits wins. Remarks are none of them: who
/// wrote a list may have named persons there, so somebody says that they are shown. A heading fits where it
/// is one of the words, or begins with one that ends in `*`.
const HEADINGS: [(Use, &[&str]); 12] = [
    (
        Use::Parent,
        &[
            "parent*",
            "master contract*",
            "master agreement*",
            "lead contract*",
        ],
    ),
    (
        Use::Number,
        &[
            "contract",
            "contract #",
            "contract no",
            "contract no.",
            "contract number*",
            "contract id",
            "agreement number*",
            "agreement #",
            "award number",
            "number",
        ],
    ),
    (
        Use::Supplier,
        &[
            "supplier*",
            "vendor",
            "vendor name",
            "vendors",
            "company*",
            "contractor*",
            "awarded vendor*",
            "awarded supplier*",
        ],
    ),
    (
        Use::Title,
        &[
            "service",
            "services",
            "title",
            "contract title",
            "contract name",
            "description",
            "contract description",
            "commodity",
            "product",
            "goods*",
            "item",
            "item description",
        ],
    ),
    (
        Use::Starts,
        &[
            "start*",
            "effective*",
            "begin*",
            "contract start*",
            "award date",
            "from",
        ],
    ),
    (
        Use::Ends,
        &[
            "expir*",
            "end date*",
            "end",
            "ends*",
            "contract end*",
            "contract expir*",
            "termination date",
            "current end*",
            "until",
        ],
    ),
    (
        Use::Amount,
        &[
            "amount*",
            "value",
            "contract value*",
            "contract amount*",
            "not to exceed*",
            "price",
        ],
    ),
    (Use::Manufacturers, &["manufactur*", "brands", "brand"]),
    (Use::Categories, &["category", "categories"]),
    (
        Use::Address,
        &[
            "url",
            "link",
            "website",
            "web page",
            "web address",
            "contract url",
        ],
    ),
    (Use::Currency, &["currency*"]),
    (
        Use::Stated,
        &[
            "county*",
            "type of contract",
            "contract type",
            "award type",
            "lot",
            "lot *",
            "region*",
            "zone*",
        ],
    ),
];

/// Cells that mean yes or no, in small letters.
pub(super) fn yes_or_no(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "yes" | "y" | "true" | "x" | "✓" | "✔" => Some(true),
        "no" | "n" | "false" => Some(false),
        _ => None,
    }
}

impl Mapping {
    /// What a table suggests.
    pub fn guess(table: &Table) -> Self {
        let mut mapping = Self::default();
        for (column, heading) in table.headings.iter().enumerate() {
            let name = heading.name.to_lowercase();
            let to = if !heading.named {
                Use::Kept
            } else if answers_yes_or_no(table, column) {
                Use::Category
            } else {
                suggested(&name)
            };
            let taken = !to.often() && mapping.columns.values().any(|other| *other == to);
            let to = if taken { Use::Kept } else { to };
            mapping.columns.insert(name, to);
        }
        mapping
    }
}

fn suggested(name: &str) -> Use {
    let fits = |word: &&str| match word.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == *word,
    };
    HEADINGS
        .iter()
        .find(|(_, words)| words.iter().any(&fits))
        .map_or(Use::Kept, |(to, _)| *to)
}

/// Whether three in four of the cells that are filled say yes or no.
fn answers_yes_or_no(table: &Table, column: usize) -> bool {
    let mut filled = 0;
    let mut answers = 0;
    for row in table.rows.iter().take(2_000) {
        let cell = row.cell(column);
        filled += usize::from(!cell.is_empty());
        answers += usize::from(yes_or_no(cell).is_some());
    }
    answers > 0 && answers * 4 >= filled * 3
}
