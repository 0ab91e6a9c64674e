//! Numbers of things that are told apart by a tag. JSON keeps every number with the digits
//! with which it was written, and behind a tag only [`Number`] reads such a one.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Number;

/// Reads a number.
pub(crate) fn float<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let number = Number::deserialize(deserializer)?;
    number
        .as_f64()
        .ok_or_else(|| D::Error::custom(format!("{number} is too large")))
}

#[cfg(test)]
mod tests {
    use crate::access::Limit;

    fn check(number: &str, expect: Result<f64, ()>) {
        let text = format!(
            r#"{{"kind":"distance","from":[{{"lat":{number},"lon":-87.65}}],"max_miles":{number}}}"#
        );
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let read: [Result<Limit, _>; 3] = [
            serde_json::from_str(&text),
            serde_json::from_slice(text.as_bytes()),
            serde_json::from_value(value),
        ];
        for read in read {
            let read = read.map_err(|_| ()).map(|limit| match limit {
                Limit::Distance { from, max_miles } => (from[0].lat, from[0].lon, max_miles),
                other => panic!("{other:?}"),
            });
            assert_eq!(read, expect.map(|one| (one, -87.65, one)), "{number}");
        }
    }

    #[test]
    fn a_distance_is_read_with_a_fraction_and_without_one() {
        check("7.25", Ok(7.25));
        check("40", Ok(40.0));
        check("40.0", Ok(40.0));
        check("1.50", Ok(1.5));
        check("1e2", Ok(100.0));
        check("-0", Ok(-0.0));
        check("1e400", Err(()));
        check("\"7\"", Err(()));
    }
}
