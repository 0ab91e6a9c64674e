//! `interlocal user …`, as it is typed.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::{
    path::Path,
    process::{Command, Output},
};

fn interlocal(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_interlocal"))
        .arg("user")
        .args(arguments)
        .arg("--data")
        .arg(data)
        .env("INTERLOCAL__SERVER__PUBLIC_URL", "https://portal.example")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn an_invitation_is_one_line_and_no_two_are_alike() {
    let data = tempfile::tempdir().unwrap();
    let invite = || {
        let output = interlocal(
            data.path(),
            &["invite", "Ada@arden.example", "--role", "steward"],
        );
        assert!(output.status.success(), "{output:?}");
        said(&output)
    };
    let (one, other) = (invite(), invite());
    let secret = one
        .strip_prefix("https://portal.example/invitations/")
        .unwrap();
    assert_eq!((secret.trim_end().len(), one.lines().count()), (64, 1));
    assert_ne!(one, other);
    let secret = secret.trim_end();
    for file in std::fs::read_dir(data.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap_or_default();
        let found = bytes
            .windows(secret.len())
            .any(|part| part == secret.as_bytes());
        assert!(!found, "the secret is kept as a hash alone");
    }
    let list = interlocal(data.path(), &["list"]);
    assert_eq!(
        said(&list),
        "",
        "there is no account before somebody opens the link"
    );
}

#[test]
fn what_cannot_be_is_said_and_ends_with_a_fault() {
    let data = tempfile::tempdir().unwrap();
    let refused = |arguments: &[&str], words: &str| {
        let output = interlocal(data.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let fault = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(fault.contains(words), "{arguments:?}: {fault}");
    };
    refused(
        &["invite", "ada", "--role", "steward"],
        "is no e-mail address",
    );
    refused(
        &["invite", "a@b.example", "--role", "king"],
        "is none of steward",
    );
    refused(
        &["invite", "a@b.example", "--role", "editor"],
        "name the body",
    );
    refused(
        &[
            "invite",
            "a@b.example",
            "--role",
            "editor",
            "--body",
            "nobody",
        ],
        "the body is not known",
    );
    refused(&["disable", "a@b.example"], "no account has the address");
    refused(
        &["sessions", "end", "a@b.example"],
        "no account has the address",
    );
}
