//! Lists that leave the portal: as a table, as a feed, as a calendar, as addresses.

mod addresses;
mod answers;
mod dates;
mod desk;
mod feed;
mod feed_of_partners;
mod feed_of_state;
mod feed_of_statements;
mod feeds;
mod governments;
mod lines;
mod names;
mod offerings;
mod partners;
mod questions;
mod statements;
mod steward;
mod table;
mod vocabulary;
mod weighing;

pub use addresses::Addresses;
pub use dates::Dates;
pub use feed::Entries;
pub use interlocal_exchange::{
    atom::{FeedPage, atom},
    sitemap::escaped,
};
pub use offerings::OfferingList;
pub use table::ListTable;

impl crate::Portal {
    /// Where to report a weakness of this portal, as its operator said.
    pub fn security_contact(&self) -> Option<&str> {
        self.outside.security_contact.as_deref()
    }
}
