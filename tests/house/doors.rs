//! Text becomes a type at the door, and a status has one door.

use super::files::{code, rust_files, text};

#[test]
fn what_came_over_the_wire_is_read_in_forms_alone() {
    let files = rust_files("crates/web/src");
    assert!(
        files
            .iter()
            .any(|path| path.starts_with("crates/web/src/form/"))
    );
    for path in files
        .iter()
        .filter(|path| !path.starts_with("crates/web/src/form/"))
    {
        let code = code(path);
        for word in ["Deserialize", "extract::Query", "extract::Form"] {
            assert!(!code.contains(word), "{path} reads {word} past the forms");
        }
    }
}

#[test]
fn rows_stay_inside_the_store() {
    assert!(
        !text("crates/store/src/lib.rs")
            .unwrap()
            .contains("pub mod entity")
    );
    for path in rust_files("crates/store/src")
        .iter()
        .filter(|path| !path.contains("/entity/"))
    {
        let code = code(path);
        assert!(!code.contains("pub use entity"), "{path} shows rows");
        assert!(!code.contains("pub use crate::entity"), "{path} shows rows");
    }
}

#[test]
fn no_use_case_writes_a_status_of_its_own() {
    let mut moves = 0;
    for path in rust_files("crates/portal/src") {
        let code = code(&path);
        for call in code.split(".move_offering(").skip(1) {
            let arguments = call.split(';').next().unwrap();
            assert!(
                !arguments.contains("Status::"),
                "{path} names the status it writes"
            );
            moves += 1;
        }
    }
    assert!(moves > 0, "the portal moves offerings");
}
