//! Looking after the whole portal: bodies, merges, people, announcements, jobs.

mod announcements;
mod bodies;
mod jobs;
mod merge_bodies;
mod merge_offerings;
mod people;
mod waiting;

pub use bodies::BodyWords;
pub use jobs::Jobs;
pub use people::PersonRow;
pub use waiting::Waiting;
