//! Ids of the directory: UUIDs of version 5, made of stable keys, so that the same
//! thing has the same id in every export and on every portal that took it over.

use sha1::{Digest, Sha1};

/// The namespace of the portal's keys; any UUID, the same for good.
const NAMESPACE: [u8; 16] = [
    0xbf, 0xad, 0xba, 0x8b, 0x3d, 0xae, 0x46, 0xaa, 0x96, 0xa4, 0xe9, 0x3e, 0x20, 0xa8, 0x78, 0x50,
];

/// The id of a thing: what kind of thing it is, and the key that names it for good.
pub fn id(kind: &str, key: &str) -> String {
    let mut hasher = Sha1::new();
    hasher.update(NAMESPACE);
    hasher.update(format!("{kind}/{key}"));
    let mut bytes = [0_u8; 16];
    for (to, from) in bytes.iter_mut().zip(hasher.finalize()) {
        *to = from;
    }
    let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
    *version = (*version & 0x0f) | 0x50;
    *variant = (*variant & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut out = String::with_capacity(36);
    for (at, digit) in hex.chars().enumerate() {
        if [8, 12, 16, 20].contains(&at) {
            out.push('-');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn an_id_is_a_uuid_of_version_5_and_the_same_for_good() {
        // uuid5(UUID("bfadba8b-3dae-46aa-96a4-e93e20a87850"), "service/buyboard")
        assert_eq!(
            id("service", "buyboard"),
            "891eedb2-28f4-5c58-a1d2-71d7becd5a63"
        );
        assert_ne!(id("service", "buyboard"), id("organization", "buyboard"));
    }
}
