//! Links of listings are asked after by themselves, on a real server of this machine.

use chrono::TimeDelta;
use interlocal_catalog::{
    OfferingId, OrganizationId,
    details::{Details, Document, DocumentPlace, ParticipatingAddendum},
    offering::Content,
    policy::{Actor, Role},
    web_link::LinkAnswer,
};
use interlocal_portal::{
    Asking, Options, Outside, Portal, desk::review::Finding, links::LinkCare, publish::Publication,
};
use interlocal_testkit::{
    Database, MovableClock,
    desk::{drafted, saved, submitted},
    offerings::{offering, open_within},
    on_both,
    people::somebody,
    places::body,
    starter::of_states,
    world::vocabulary,
};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

const BODY: &str = "ri-consortium";

/// A server whose pages a test makes and takes away; others are missing.
struct Server {
    at: SocketAddr,
    pages: Arc<Mutex<BTreeMap<String, u16>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let pages: Arc<Mutex<BTreeMap<String, u16>>> = Arc::default();
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let (known, notes) = (Arc::clone(&pages), Arc::clone(&asked));
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut head = [0; 4_096];
                let count = stream.read(&mut head).await.unwrap();
                let head = String::from_utf8_lossy(&head[..count]).into_owned();
                let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
                let status = known.lock().unwrap().get(&path).copied().unwrap_or(404);
                if head.starts_with("HEAD") {
                    notes.lock().unwrap().push(path);
                }
                let end = "content-length: 0\r\nconnection: close\r\n\r\n";
                let answer = format!("HTTP/1.1 {status} X\r\n{end}");
                let _ = stream.write_all(answer.as_bytes()).await;
            }
        });
        Self { at, pages, asked }
    }

    fn link(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    fn says(&self, path: &str, status: u16) {
        self.pages.lock().unwrap().insert(path.to_owned(), status);
    }

    fn asked(&self) -> Vec<String> {
        let mut asked = std::mem::take(&mut *self.asked.lock().unwrap());
        asked.sort();
        asked
    }
}

async fn portal(database: &Database, clock: Arc<MovableClock>, networks: &[&str]) -> Arc<Portal> {
    let mut starter = of_states(&["RI"]);
    starter.organizations.push(body(BODY, "state-44"));
    starter.offerings.clear();
    let networks = networks.iter().map(|text| text.parse().unwrap()).collect();
    let asking = Asking::new("tests", networks).with_patience(Duration::from_secs(5));
    let options = Options {
        store: database.open().await,
        index_directory: None,
        vocabulary: vocabulary(),
        clock,
        outside: Outside {
            links: Some(LinkCare {
                asking,
                every_days: 7,
            }),
            ..Default::default()
        },
    };
    let portal = Portal::open(options).await.unwrap();
    portal
        .load_starter(&Actor::Portal, &starter, &|_| {})
        .await
        .unwrap();
    portal
}

/// Asks until nothing is due: a server is asked after one link at a time.
async fn ask(portal: &Portal) {
    while portal.check_due_links().await.unwrap() > 0 {}
}

fn linked(slug: &str, server: &Server) -> Content {
    Content {
        url: server.link("/own"),
        source_words: format!("Read at {}.", server.link("/source")),
        how_to_join: format!("1. Fill in {}", server.link("/form")),
        rules: vec![open_within("state-44")],
        details: Details {
            addenda: vec![ParticipatingAddendum {
                state: "RI".into(),
                url: server.link("/addendum"),
                ..Default::default()
            }],
            documents: vec![Document {
                title: "Terms".into(),
                held_by: "Its lead".into(),
                proves: Vec::new(),
                place: DocumentPlace::Link {
                    url: server.link("/terms"),
                },
            }],
            ..Default::default()
        },
        ..offering(slug, BODY)
    }
}

async fn published(portal: &Portal, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "",
    };
    portal.publish(&Actor::Portal, publication).await.unwrap();
}

async fn broken(portal: &Portal, actor: &Actor) -> Vec<String> {
    let found = portal
        .read_broken_links(actor, &OrganizationId::new(BODY))
        .await
        .unwrap();
    let path = |link: &str| link.rsplit_once('/').unwrap().1.to_owned();
    found.iter().map(|one| path(&one.link.link)).collect()
}

#[tokio::test]
async fn every_link_of_a_listing_is_asked_after_once_in_seven_days_and_the_broken_ones_daily() {
    on_both(async |database| {
        let server = Server::start().await;
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, Arc::clone(&clock), &["127.0.0.1"]).await;
        let member = somebody(&portal, "ada@ri.example", &[(BODY, Role::Member)]).await;
        for page in ["/own", "/source", "/form", "/addendum"] {
            server.says(page, 200);
        }
        published(&portal, &linked("linked", &server)).await;
        ask(&portal).await;
        let every = ["/addendum", "/form", "/own", "/source", "/terms"];
        assert_eq!(server.asked(), every);
        assert_eq!(broken(&portal, &member.actor).await, ["terms"]);
        ask(&portal).await;
        assert!(server.asked().is_empty(), "nothing is due");
        clock.wait(TimeDelta::days(1));
        server.says("/terms", 200);
        ask(&portal).await;
        assert_eq!(server.asked(), ["/terms"], "what is broken may be mended");
        assert!(broken(&portal, &member.actor).await.is_empty());
        clock.wait(TimeDelta::days(6));
        ask(&portal).await;
        assert_eq!(server.asked(), ["/addendum", "/form", "/own", "/source"]);
        portal.store().clone().close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn of_two_nodes_one_asks() {
    on_both(async |database| {
        let server = Server::start().await;
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, clock, &["127.0.0.1"]).await;
        published(&portal, &linked("linked", &server)).await;
        let (first, second) = tokio::join!(portal.check_due_links(), portal.check_due_links());
        assert_eq!((first.unwrap(), second.unwrap()), (1, 1));
        let asked = server.asked();
        assert_eq!(asked.len(), 2);
        assert_ne!(asked[0], asked[1]);
        portal.store().clone().close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_bad_day_of_a_server_or_of_this_machine_breaks_no_link() {
    on_both(async |database| {
        let (server, other) = (Server::start().await, Server::start().await);
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, Arc::clone(&clock), &["127.0.0.1"]).await;
        let member = somebody(&portal, "ada@ri.example", &[(BODY, Role::Member)]).await;
        other.says("/here", 200);
        let mut content = Content {
            url: server.link("/own"),
            source_words: String::new(),
            ..offering("linked", BODY)
        };
        published(&portal, &content).await;
        server.says("/own", 403);
        ask(&portal).await;
        assert!(
            broken(&portal, &member.actor).await.is_empty(),
            "it asks who is there"
        );
        // A port at which nobody listens: as if this machine had no network at all.
        let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let nobody = closed.local_addr().unwrap();
        drop(closed);
        content.url = format!("http://{nobody}/own");
        published(&portal, &content).await;
        for _ in 0..5 {
            ask(&portal).await;
            clock.wait(TimeDelta::days(1));
        }
        assert!(
            broken(&portal, &member.actor).await.is_empty(),
            "nobody else answers"
        );
        content.source_words = other.link("/here");
        published(&portal, &content).await;
        for day in 1..=3 {
            assert!(broken(&portal, &member.actor).await.is_empty(), "day {day}");
            ask(&portal).await;
            clock.wait(TimeDelta::days(1));
        }
        assert_eq!(
            broken(&portal, &member.actor).await,
            ["own"],
            "others answer"
        );
        portal.store().clone().close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_reviewer_sees_what_the_links_of_a_draft_answered() {
    on_both(async |database| {
        let server = Server::start().await;
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, clock, &["127.0.0.1"]).await;
        let editor = somebody(&portal, "ada@ri.example", &[(BODY, Role::Editor)]).await;
        let draft = drafted(&portal, &editor.actor, BODY, ("Linked", "state-44")).await;
        let mut content = linked(draft.slug.as_str(), &server);
        content.source_words = "http://10.0.0.1/inside".into();
        for page in ["/own", "/form", "/addendum"] {
            server.says(page, 200);
        }
        let draft = saved(&portal, &editor.actor, &draft, content).await;
        ask(&portal).await;
        assert!(
            server.asked().is_empty(),
            "a draft that nobody handed in is its own"
        );
        submitted(&portal, &editor.actor, &draft).await;
        let doubts = async || {
            let body = OrganizationId::new(BODY);
            let review = portal
                .read_review(&editor.actor, &body, &draft.slug)
                .await
                .unwrap();
            let links = review
                .findings
                .into_iter()
                .filter_map(|finding| match finding {
                    Finding::Link(known) => {
                        Some((known.link, known.check.map(|check| check.answer)))
                    }
                    _ => None,
                });
            links.collect::<Vec<_>>()
        };
        assert_eq!(doubts().await.len(), 5, "nothing was asked after yet");
        ask(&portal).await;
        let expect = [
            (server.link("/terms"), Some(LinkAnswer::NoSuchPage)),
            (
                "http://10.0.0.1/inside".to_owned(),
                Some(LinkAnswer::NotAsked),
            ),
        ];
        assert_eq!(doubts().await, expect);
        portal.store().clone().close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_links_of_a_draft_in_review_go_before_all_that_wait() {
    on_both(async |database| {
        let server = Server::start().await;
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, clock, &["127.0.0.1"]).await;
        let editor = somebody(&portal, "ada@ri.example", &[(BODY, Role::Editor)]).await;
        published(&portal, &linked("linked", &server)).await;
        assert_eq!(portal.check_due_links().await.unwrap(), 1);
        server.asked();
        let draft = drafted(&portal, &editor.actor, BODY, ("Linked", "state-44")).await;
        let content = Content {
            url: server.link("/zebra"),
            ..linked(draft.slug.as_str(), &server)
        };
        let draft = saved(&portal, &editor.actor, &draft, content).await;
        submitted(&portal, &editor.actor, &draft).await;
        assert_eq!(portal.check_due_links().await.unwrap(), 1);
        assert_eq!(server.asked(), ["/zebra"]);
        portal.store().clone().close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn links_of_what_is_gone_are_left_alone_and_another_body_learns_nothing() {
    on_both(async |database| {
        let server = Server::start().await;
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, clock, &["127.0.0.1"]).await;
        let content = Content {
            url: server.link("/own"),
            source_words: String::new(),
            ..offering("linked", BODY)
        };
        published(&portal, &content).await;
        ask(&portal).await;
        assert_eq!(portal.store().watched_links().await.unwrap().len(), 1);
        let stranger = somebody(&portal, "eve@ri.example", &[]).await;
        let body = OrganizationId::new(BODY);
        let read = portal.read_broken_links(&stranger.actor, &body).await;
        assert!(read.is_err());
        let approver = somebody(&portal, "ben@ri.example", &[(BODY, Role::Approver)]).await;
        let back = interlocal_portal::desk::withdraw::TakingBack {
            reason: "over".into(),
            successor: None,
        };
        let slug = OfferingId::new("linked");
        portal
            .withdraw(&approver.actor, &body, &slug, back)
            .await
            .unwrap();
        ask(&portal).await;
        assert!(portal.store().watched_links().await.unwrap().is_empty());
        portal.store().clone().close().await.unwrap();
    })
    .await;
}
