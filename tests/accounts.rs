//! Accounts as people meet them: links, passwords, cookies, second factors,
//! providers, mail.

mod addresses;
pub mod browser;
mod cookies;
mod domains;
mod forgery;
mod links;
mod mail;
mod passwords;
mod programs;
pub mod provider;
mod second_factor;
mod throttling;
