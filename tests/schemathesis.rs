//! schemathesis reads the OpenAPI document of a portal and asks what it makes of it, with
//! and without sense: nothing may be a fault of the portal, have a status that is not
//! documented, or look otherwise than its schema says.
//!
//! It is a Python program. Where `cargo xtask test` found no Python, this says so and is
//! left out; that every answer is as its document says is tested without it in
//! `routes::api_document`.

use crate::routes::asking::{RUNTIME, Site};
use interlocal_catalog::policy::Role;
use interlocal_portal::{Outside, tokens::make::Wanted};
use interlocal_testkit::{clock, people::somebody, world::whole_world};
use interlocal_web::{limits::PerMinute, look::Look};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The body of the examples in the document.
const BODY: &str = "center-for-internet-security";
/// What is asked of every answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance,unsupported_method";

/// The program, where it was installed.
fn program() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemathesis/.venv/bin");
    let program = folder.join("schemathesis");
    program.is_file().then_some(program)
}

/// Serves until the process ends; gives its address and a token that may write.
fn serve() -> (String, String) {
    let listener = RUNTIME
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let outside = Outside {
        public_url: address.parse().unwrap(),
        ..Outside::default()
    };
    let site = Site::of(RUNTIME.block_on(whole_world(clock(), outside)));
    let portal = site.world.portal.clone();
    let token = RUNTIME.block_on(async {
        let roles = [(BODY, Role::Administrator)];
        let ada = somebody(&portal, "ada@center.example", &roles).await;
        let signed_in = portal.who(&ada.secret).await.unwrap().unwrap();
        let wanted = Wanted {
            name: "schemathesis".to_owned(),
            scopes: interlocal_catalog::policy::Scope::ALL.into(),
            days: 1,
        };
        portal.make_token(&signed_in, &wanted).await.unwrap()
    });
    let unlimited = PerMinute {
        address: 0,
        token: 0,
    };
    let router = interlocal_web::router_limited(portal, Look::default(), unlimited);
    RUNTIME.spawn(interlocal_web::serve(
        listener,
        router,
        std::future::pending(),
    ));
    std::mem::forget(site);
    (address, token)
}

#[test]
fn schemathesis_finds_no_fault_of_the_portal_and_nothing_undocumented() {
    let Some(program) = program() else {
        println!("skipped: schemathesis is not installed, because there is no Python here");
        return;
    };
    let (address, token) = serve();
    for (who, header) in [
        ("anybody", None),
        ("a program", Some(format!("Authorization: Bearer {token}"))),
    ] {
        let mut command = Command::new(&program);
        command
            .arg("run")
            .arg(format!("{address}/api/openapi.json"))
            .args(["--url", &address, "--checks", CHECKS, "--seed", "1"])
            .args(["--phases", "examples,coverage,fuzzing"])
            .args(["--max-examples", "15", "--no-shrink", "--warnings", "off"])
            .args(["--suppress-health-check", "all"]);
        command.args(header.iter().flat_map(|header| ["-H", header]));
        let done = command
            .current_dir(std::env::temp_dir())
            .env("NO_COLOR", "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stdout);
        assert!(
            done.status.success(),
            "asked as {who}: {said}\n{}",
            String::from_utf8_lossy(&done.stderr)
        );
    }
}
