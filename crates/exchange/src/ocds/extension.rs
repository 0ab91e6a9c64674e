//! The portal's own extension of OCDS: who may use a contract, as rules.

/// The files of the extension by name, as the portal serves them.
pub const EXTENSION: [(&str, &str); 3] = [
    (
        "extension.json",
        include_str!("interlocal-access/extension.json"),
    ),
    (
        "release-schema.json",
        include_str!("interlocal-access/release-schema.json"),
    ),
    ("README.md", include_str!("interlocal-access/README.md")),
];

/// Where its description lies, below the address of the portal.
pub const EXTENSION_PATH: &str = "/extensions/interlocal-access/extension.json";
