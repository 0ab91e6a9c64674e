//! What a person sees: every byte of HTML. Each page is a plain, finished struct
//! that renders itself; it knows nothing of stores, indexes, requests or clocks.

pub mod brand;
pub mod components;
pub mod href;
mod linked_data;
pub mod pages;
pub mod shell;
pub mod words;

pub use href::escape;
pub use maud::{Markup, Render};
pub use shell::{Chosen, Reader, Shell};
