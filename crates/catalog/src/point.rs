//! Points on the earth and the distance between them.

use crate::float::float;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Mean radius of the earth in statute miles, as the worked cases use it.
pub const EARTH_RADIUS_MILES: f64 = 3958.8;

/// Latitude and longitude in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Point {
    /// Degrees north.
    #[serde(deserialize_with = "float")]
    pub lat: f64,
    /// Degrees east.
    #[serde(deserialize_with = "float")]
    pub lon: f64,
}

impl Point {
    /// Great-circle distance (haversine) in statute miles on a sphere of `radius_miles`.
    pub fn miles_to(self, other: Point, radius_miles: f64) -> f64 {
        let (a, b) = (self.lat.to_radians(), other.lat.to_radians());
        let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
        let h = half(other.lat - self.lat) + a.cos() * b.cos() * half(other.lon - self.lon);
        2.0 * radius_miles * h.sqrt().min(1.0).asin()
    }
}
