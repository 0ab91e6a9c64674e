//! Every address through the router as a value, as HTTP sees it.

mod aliases;
pub mod asking;
mod bad_input;
mod claiming;
mod desk_editor;
mod desk_lists;
pub mod desk_review;
pub mod desk_uploads;
mod hidden;
mod json_jurisdictions;
mod json_matches;
mod json_offerings;
mod look;
mod members;
mod offering_pages;
mod pages;
mod papers;
mod picking;
mod remembering;
mod restricted;
mod search_facets;
mod search_order;
mod search_page;
mod speaking;
mod stewarding;
mod suggesting;
mod transport;
