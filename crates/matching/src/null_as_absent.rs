//! In a case file a fact that is absent and one that is null mean the same.

use serde::{Deserialize, Deserializer};

/// Reads null as the default of the type.
pub(crate) fn null_as_absent<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de> + Default,
{
    Ok(Option::<T>::deserialize(deserializer)?.unwrap_or_default())
}
