//! Parts that look the same on every page.

pub mod answer;
pub mod chips;
pub mod confidence;
pub mod definitions;
pub mod desk_head;
pub mod error_summary;
pub mod facets;
pub mod form;
pub mod highlight;
pub mod icon;
pub mod listed_notice;
pub mod mark;
pub mod offering_row;
pub mod pager;
pub mod picker;
pub mod references;
pub mod verdict;
