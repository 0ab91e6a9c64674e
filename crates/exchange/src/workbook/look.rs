//! How cells look.

use rust_xlsxwriter::{Format, FormatAlign};
use std::collections::BTreeMap;

/// The formats of a workbook.
pub struct Look {
    pub heading: Format,
    pub text: Format,
    /// Text that stays text when somebody edits it.
    pub quoted: Format,
    pub integer: Format,
    pub date: Format,
    pub moment: Format,
    pub link: Format,
    decimals: BTreeMap<u32, Format>,
}

impl Look {
    pub fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::Top);
        Self {
            heading: cell().set_bold().set_text_wrap(),
            text: cell().set_num_format("@"),
            quoted: cell().set_num_format("@").set_quote_prefix(),
            integer: cell().set_num_format("0"),
            date: cell().set_num_format("yyyy-mm-dd"),
            moment: cell().set_num_format("yyyy-mm-dd hh:mm:ss"),
            link: cell().set_hyperlink(),
            decimals: BTreeMap::new(),
        }
    }

    /// A number with so many decimal places.
    pub fn decimal(&mut self, places: u32) -> &Format {
        self.decimals.entry(places).or_insert_with(|| {
            let zeros = "0".repeat(places as usize);
            let point = if places == 0 { "" } else { "." };
            Format::new()
                .set_align(FormatAlign::Top)
                .set_num_format(format!("#,##0{point}{zeros}"))
        })
    }
}
