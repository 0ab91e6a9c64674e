//! A portal that works by itself, as the binary runs it, with one invitation of
//! its first steward: everything else is done in browsers.

use crate::{accounts::provider::Trusting, routes::asking::RUNTIME};
use interlocal_catalog::policy::Actor;
use interlocal_portal::{Outside, PostOffice, accounts::invite::Place};
use interlocal_testkit::{clock, world::whole_world};
use std::{future::pending, sync::Arc};

/// Runs `test` with the address of the portal and what its variables name.
pub fn beside_office(test: impl FnOnce(&str, &[(&str, &str)])) {
    let Trusting {
        listener,
        address,
        issuer,
        outside,
        _running,
    } = Trusting::start();
    let letters = tempfile::tempdir().unwrap();
    let from = "Interlocal <portal@portal.example>";
    let outside = Outside {
        post_office: PostOffice::folder(letters.path().to_owned(), from).unwrap(),
        ..outside
    };
    let world = RUNTIME.block_on(whole_world(clock(), outside));
    let portal = &world.portal;
    let steward = "ada@cityofexample.gov".parse().unwrap();
    let invited = portal.invite(&Actor::Portal, &steward, &Place::Steward);
    let invitation = portal.invitation_url(&RUNTIME.block_on(invited).unwrap());
    let tasks = [
        RUNTIME.spawn(Arc::clone(portal).follow(pending())),
        RUNTIME.spawn(Arc::clone(portal).work(pending())),
        RUNTIME.spawn({
            let router = interlocal_web::router(portal.clone());
            async move {
                interlocal_web::serve(listener, router, pending())
                    .await
                    .unwrap();
            }
        }),
    ];
    let variables = [
        ("INTERLOCAL_PROVIDER", issuer.as_str()),
        ("INTERLOCAL_INVITATION", invitation.as_str()),
        ("INTERLOCAL_LETTERS", letters.path().to_str().unwrap()),
    ];
    test(&address, &variables);
    for task in tasks {
        task.abort();
    }
}
