//! Parts that look the same on every page.

pub mod answer;
pub mod audit_table;
pub mod chips;
pub mod confidence;
pub mod cost;
pub mod definitions;
pub mod desk_head;
pub mod done;
pub mod error_summary;
pub mod facets;
pub mod form;
pub mod form_items;
pub mod highlight;
pub mod icon;
pub mod listed_notice;
pub mod mark;
pub mod offering_row;
pub mod pager;
pub mod picker;
pub mod references;
pub mod row_form;
pub mod size_form;
pub(crate) mod star;
pub mod steward_head;
pub mod tray;
pub mod verdict;
