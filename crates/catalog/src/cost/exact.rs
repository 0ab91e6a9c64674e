//! Decimals that are exact or not there: what does not fit into the digits of a
//! decimal is never rounded to fit.

use super::Missing;
use rust_decimal::Decimal;

/// The product, with every digit.
pub(super) fn times(a: Decimal, b: Decimal) -> Result<Decimal, Missing> {
    if a.is_zero() || b.is_zero() {
        return Ok(Decimal::ZERO);
    }
    let (a, b) = (a.normalize(), b.normalize());
    let product = a.checked_mul(b).ok_or(Missing::TooManyDigits)?;
    kept(product, a.scale() + b.scale())
}

/// The sum, with every digit.
pub(super) fn plus(a: Decimal, b: Decimal) -> Result<Decimal, Missing> {
    let (a, b) = (a.normalize(), b.normalize());
    let sum = a.checked_add(b).ok_or(Missing::TooManyDigits)?;
    kept(sum, a.scale().max(b.scale()))
}

/// The difference, with every digit.
pub(super) fn minus(a: Decimal, b: Decimal) -> Result<Decimal, Missing> {
    plus(a, -b)
}

/// So many percent of a sum.
pub(super) fn percent_of(percent: Decimal, sum: Decimal) -> Result<Decimal, Missing> {
    times(times(percent, sum)?, Decimal::new(1, 2))
}

/// A result is exact when it has as many decimal places as its parts ask for.
fn kept(result: Decimal, places: u32) -> Result<Decimal, Missing> {
    if result.scale() < places {
        return Err(Missing::TooManyDigits);
    }
    Ok(result.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_refused_and_never_rounded() {
        let small: Decimal = "0.000000000000000000000000001".parse().unwrap();
        let third: Decimal = "0.3333333333333333333333333333".parse().unwrap();
        assert_eq!(times(small, third), Err(Missing::TooManyDigits));
        assert_eq!(
            times(Decimal::MAX, Decimal::TWO),
            Err(Missing::TooManyDigits)
        );
        assert_eq!(
            plus(Decimal::MAX, Decimal::ONE),
            Err(Missing::TooManyDigits)
        );
        assert_eq!(
            plus(Decimal::MAX, Decimal::new(1, 1)),
            Err(Missing::TooManyDigits)
        );
        assert_eq!(
            times("4.250".parse().unwrap(), "0.10".parse().unwrap()),
            Ok("0.425".parse().unwrap())
        );
    }
}
