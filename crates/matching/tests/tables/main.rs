//! Gates, factors, strip, first view and sentences, each as a table of small cases.

#![allow(clippy::expect_used)]

mod cards;
mod case;
mod factors;
mod first_view;
mod gates;
mod strip;
