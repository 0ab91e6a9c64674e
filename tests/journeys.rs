//! Journeys in the trade's words, through the links and forms of the pages.

mod browsing;
mod clerk_without_a_script;
mod county_it_manager;
mod developer_of_a_county;
mod procurement_officer;
mod publishing_body;
mod shared_link;
mod state_cio_office;
