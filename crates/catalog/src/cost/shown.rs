//! How a figure is shown: rounded to the cent, at the very end.

use crate::price::{Currency, money};
use rust_decimal::{Decimal, RoundingStrategy};

/// How shown figures are rounded, in a sentence.
pub const ROUNDING: &str = "Sums are made of exact amounts; a figure is rounded to the cent only \
                            where it is shown, half a cent up.";

/// The amount to the cent, half a cent away from zero.
pub fn rounded(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// `$56,160`, `$12.50`.
pub fn shown(amount: Decimal, currency: Currency) -> String {
    let amount = rounded(amount);
    if amount.is_sign_negative() && !amount.is_zero() {
        format!("−{}", money(-amount, currency))
    } else {
        money(amount.abs(), currency)
    }
}
