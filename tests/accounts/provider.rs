//! A portal beside a real OpenID provider, both on this machine.

use super::programs::Running;
use crate::routes::asking::RUNTIME;
use interlocal_catalog::policy::Role;
use interlocal_portal::{Outside, Provider, ProviderSettings};
use interlocal_testkit::{clock, people::somebody, world::tiny_world};
use std::sync::Arc;

/// Runs `test` with the addresses of a portal and of the provider it trusts.
pub fn beside_provider(test: impl FnOnce(&str, &str)) {
    let Trusting {
        listener,
        address,
        issuer,
        outside,
        _running,
    } = Trusting::start();
    let world = RUNTIME.block_on(async {
        let world = tiny_world(clock(), outside).await;
        let bo = somebody(
            &world.portal,
            "bo@it.example-state.gov",
            &[("ri-division-of-purchases", Role::Editor)],
        );
        let bo = bo.await;
        let bo = world.portal.who(&bo.secret).await.unwrap().unwrap();
        world.portal.rename(&bo, "Bo of the office").await.unwrap();
        world.portal.do_due_work().await.unwrap();
        world
    });
    let router = interlocal_web::router(world.portal.clone());
    let served = RUNTIME.spawn(interlocal_web::serve(
        listener,
        router,
        std::future::pending(),
    ));
    test(&address, &issuer);
    served.abort();
}

/// A provider that runs until this is dropped, and what a portal needs to trust it.
pub struct Trusting {
    pub listener: tokio::net::TcpListener,
    pub address: String,
    pub issuer: String,
    pub outside: Outside,
    pub _running: Running,
}

impl Trusting {
    pub fn start() -> Self {
        let listener = RUNTIME
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let back_to = format!("{address}/auth/local/callback");
        let (running, issuer) = Running::start("provider.js", &[&back_to, &format!("{address}/")]);
        let provider = Provider::new(ProviderSettings {
            name: "local".into(),
            label: "Local provider".into(),
            issuer: issuer.clone(),
            client_id: "interlocal".into(),
            client_secret: "a secret of these tests alone".into(),
        });
        let outside = Outside {
            public_url: address.parse().unwrap(),
            providers: vec![Arc::new(provider.unwrap())],
            ..Default::default()
        };
        Self {
            listener,
            address,
            issuer,
            outside,
            _running: running,
        }
    }
}
