//! Events on their way to a real server of this machine, whose signature is reckoned
//! again without the code that made it.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::TimeDelta;
use interlocal_catalog::{
    OfferingId, OrganizationId,
    offering::Content,
    policy::{Actor, Role, Visibility},
    webhook::EventKind,
};
use interlocal_portal::{
    Address, Error, Options, Outside, Portal,
    desk::{
        ask::{Ask, Voice},
        questions::Answer,
        withdraw::TakingBack,
    },
    publish::Publication,
    webhooks::{Delivery, Step, WebhookCare},
};
use interlocal_testkit::{
    Database, MovableClock,
    offerings::{offering, open_within},
    on_both,
    people::{somebody, steward},
    places::body,
    starter::of_states,
    world::vocabulary,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const BODY: &str = "ri-consortium";
const OTHER: &str = "ri-other";

/// A request as it came.
#[derive(Clone, Debug)]
struct Heard {
    path: String,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Heard {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The signature, reckoned with nothing but a hash.
    fn is_signed_with(&self, secret: &str) -> bool {
        let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap());
        let mut block = key.unwrap();
        assert!(block.len() <= 64);
        block.resize(64, 0);
        let padded = |with: u8| block.iter().map(|byte| byte ^ with).collect::<Vec<u8>>();
        let text = format!(
            "{}.{}.{}",
            self.headers["webhook-id"], self.headers["webhook-timestamp"], self.body
        );
        let inner = Sha256::digest([padded(0x36), text.into_bytes()].concat());
        let outer = Sha256::digest([padded(0x5c), inner.to_vec()].concat());
        self.headers["webhook-signature"] == format!("v1,{}", STANDARD.encode(outer))
    }
}

/// A server that notes what it is told, and answers as a test says.
struct Server {
    at: SocketAddr,
    heard: Arc<Mutex<Vec<Heard>>>,
    status: Arc<Mutex<u16>>,
}

impl Server {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let heard: Arc<Mutex<Vec<Heard>>> = Arc::default();
        let status = Arc::new(Mutex::new(200));
        let (notes, says) = (Arc::clone(&heard), Arc::clone(&status));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let status = *says.lock().unwrap();
                tokio::spawn(answer(stream, status, Arc::clone(&notes)));
            }
        });
        Self { at, heard, status }
    }

    fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    fn says(&self, status: u16) {
        *self.status.lock().unwrap() = status;
    }

    /// What it heard since the last time, by address.
    fn heard(&self) -> Vec<Heard> {
        let mut heard = std::mem::take(&mut *self.heard.lock().unwrap());
        heard.sort_by(|a, b| a.path.cmp(&b.path));
        heard
    }

    /// Addresses and types of it.
    fn types(&self) -> Vec<(String, String)> {
        let heard = self.heard().into_iter();
        let kind = |one: &Heard| one.json()["type"].as_str().unwrap().to_owned();
        heard.map(|one| (one.path.clone(), kind(&one))).collect()
    }
}

async fn answer(mut stream: TcpStream, status: u16, notes: Arc<Mutex<Vec<Heard>>>) {
    let mut read = Vec::new();
    let mut bytes = [0; 4_096];
    let heard = loop {
        match stream.read(&mut bytes).await {
            Ok(0) | Err(_) => return,
            Ok(count) => read.extend_from_slice(&bytes[..count]),
        }
        if let Some(heard) = whole(&String::from_utf8_lossy(&read)) {
            break heard;
        }
    };
    notes.lock().unwrap().push(heard);
    let text = "I say so. ".repeat(1_000);
    let head = format!(
        "HTTP/1.1 {status} X\r\nlocation: /elsewhere\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        text.len()
    );
    let _ = stream.write_all((head + &text).as_bytes()).await;
}

fn whole(text: &str) -> Option<Heard> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.split("\r\n");
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let headers: BTreeMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length: usize = headers.get("content-length")?.parse().ok()?;
    (body.len() >= length).then(|| Heard {
        path,
        headers,
        body: body.to_owned(),
    })
}

async fn portal(database: &Database, clock: Arc<MovableClock>, allowed: bool) -> Arc<Portal> {
    let mut starter = of_states(&["RI"]);
    for slug in [BODY, OTHER] {
        starter.organizations.push(body(slug, "state-44"));
    }
    starter.offerings.clear();
    let options = Options {
        store: database.open().await,
        index_directory: None,
        vocabulary: vocabulary(),
        clock,
        outside: Outside {
            webhooks: WebhookCare::new("tests", allowed).unwrap(),
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

fn content(slug: &str, provider: &str) -> Content {
    Content {
        rules: vec![open_within("state-44")],
        ..offering(slug, provider)
    }
}

async fn publish(portal: &Portal, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "",
    };
    portal.publish(&Actor::Portal, publication).await.unwrap();
}

fn every_event() -> Vec<String> {
    EventKind::ALL.map(|kind| kind.word().to_owned()).to_vec()
}

/// Two addresses: one of the body, one of the portal; with their rows and secrets.
struct Told {
    own: (i32, String),
    public: (i32, String),
    administrator: Actor,
    steward: Actor,
}

async fn told(portal: &Portal, server: &Server) -> Told {
    let own = OrganizationId::new(BODY);
    let roles = [(BODY, Role::Administrator)];
    let administrator = somebody(portal, "ada@ri.example", &roles).await.actor;
    let steward = steward(portal, "stew@ri.example").await.actor;
    let events = every_event();
    let add = async |actor: &Actor, body: Option<&OrganizationId>, path: &str| {
        let added = portal
            .add_webhook(actor, body, (&server.address(path), &events))
            .await
            .unwrap();
        (added.id, added.secret)
    };
    Told {
        own: add(&administrator, Some(&own), "/own").await,
        public: add(&steward, None, "/public").await,
        administrator,
        steward,
    }
}

impl Told {
    async fn of_public(&self, portal: &Portal) -> Vec<Delivery> {
        let read = portal.read_webhook(&self.steward, None, (self.public.0, (0, 100)));
        read.await.unwrap().deliveries
    }
}

#[tokio::test]
async fn whoever_wants_to_hear_is_told_once_of_everything_that_happens_and_can_check_who_says_it() {
    on_both(async |database| {
        let server = Server::start().await;
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, Arc::clone(&clock), true).await;
        let told = told(&portal, &server).await;
        publish(&portal, &content("watch", BODY)).await;
        assert_eq!(portal.send_due_events().await.unwrap(), 2);
        assert_eq!(portal.send_due_events().await.unwrap(), 0, "once");
        let heard = server.heard();
        let [own, public] = heard.as_slice() else {
            panic!("{heard:?}");
        };
        assert!(own.is_signed_with(&told.own.1));
        assert!(public.is_signed_with(&told.public.1));
        assert!(!public.is_signed_with(&told.own.1), "each has its own");
        assert_eq!(own.headers["webhook-id"], public.headers["webhook-id"]);
        assert_eq!(own.headers["content-type"], "application/json");
        let event = own.json();
        assert_eq!(event["id"], own.headers["webhook-id"].as_str());
        assert_eq!(event["type"], "offering.published");
        assert_eq!(event["timestamp"], "2026-11-22T12:00:00Z");
        let address = "http://127.0.0.1:8080/offerings/watch";
        let data = json!({
            "slug": "watch", "title": "watch", "provider": BODY, "edition": 1,
            "category": "cybersecurity", "url": address,
        });
        assert_eq!(event["data"], data);

        // Each kind in its turn; another body's events are not told to this one.
        publish(&portal, &content("watch", BODY)).await;
        publish(&portal, &content("elsewhere", OTHER)).await;
        let pair = |path: &str, kind: &str| (path.to_owned(), kind.to_owned());
        portal.send_due_events().await.unwrap();
        let mut types = server.types();
        types.sort();
        let expected = [
            pair("/own", "offering.changed"),
            pair("/public", "offering.changed"),
            pair("/public", "offering.published"),
        ];
        assert_eq!(types, expected);
        let ask = Ask {
            organization: Some(BODY.into()),
            category: "gis".into(),
            place: "state-44".into(),
            offering: None,
        };
        let email: Address = "secret@asker.example".parse().unwrap();
        let voice = Voice {
            email: Some(&email),
            message: "between us",
            from: "203.0.113.9",
        };
        portal.ask(&Actor::Anonymous, &ask, voice).await.unwrap();
        portal.send_due_events().await.unwrap();
        let heard = server.heard();
        assert_eq!(heard.len(), 2);
        for one in &heard {
            assert_eq!(one.json()["type"], "question.asked");
            assert_eq!(one.json()["data"]["category"], "gis");
            for private in ["asker.example", "between us", "203.0.113.9"] {
                assert!(!one.body.contains(private), "{}", one.body);
            }
        }
        let question = heard[0].json()["data"]["question"].as_i64().unwrap();
        let (actor, own) = (&told.administrator, OrganizationId::new(BODY));
        portal
            .answer_question(actor, &own, i32::try_from(question).unwrap(), &Answer::No)
            .await
            .unwrap();
        let back = TakingBack {
            reason: "It is over.".to_owned(),
            successor: Some("elsewhere".into()),
        };
        portal
            .withdraw(actor, &own, &OfferingId::new("watch"), back)
            .await
            .unwrap();
        portal.send_due_events().await.unwrap();
        let heard = server.heard();
        let of = |kind: &str| -> Vec<Value> {
            let all = heard.iter().map(Heard::json);
            all.filter(|event| event["type"] == kind).collect()
        };
        let answered = of("question.answered");
        assert_eq!(answered.len(), 2, "{heard:?}");
        assert_eq!(answered[0]["data"]["answer"], "no");
        let retired = of("offering.retired");
        assert_eq!(retired.len(), 2, "{heard:?}");
        let data = &retired[0]["data"];
        assert_eq!(data["reason"], "It is over.");
        assert_eq!(data["successor"]["slug"], "elsewhere");

        // A test event, and one that is sent again under its own identifier.
        let first = told.of_public(&portal).await.pop().unwrap();
        for step in [Step::Test, Step::Again(first.id)] {
            portal
                .change_webhook(&told.steward, None, (told.public.0, step))
                .await
                .unwrap();
        }
        portal.send_due_events().await.unwrap();
        let mut heard = server.heard();
        heard.sort_by_key(|one| one.json()["type"] == "test");
        assert_eq!(heard.len(), 2);
        assert_eq!(heard[0].headers["webhook-id"], first.event);
        assert_eq!(heard[1].json()["type"], "test");
        assert!(heard[1].is_signed_with(&told.public.1));
    })
    .await;
}

#[tokio::test]
async fn what_is_for_verified_governments_is_told_its_own_body_alone() {
    on_both(async |database| {
        let server = Server::start().await;
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, clock, true).await;
        let told = told(&portal, &server).await;
        let hidden = Content {
            visibility: Visibility::VerifiedGovernments,
            ..content("hidden", BODY)
        };
        publish(&portal, &hidden).await;
        publish(&portal, &hidden).await;
        publish(&portal, &content("watch", BODY)).await;
        let own = OrganizationId::new(BODY);
        let withdraw = async |slug: &str, successor: Option<&str>| {
            let back = TakingBack {
                reason: "It is over.".to_owned(),
                successor: successor.map(OfferingId::new),
            };
            portal
                .withdraw(&told.administrator, &own, &OfferingId::new(slug), back)
                .await
                .unwrap();
        };
        withdraw("watch", Some("hidden")).await;
        withdraw("hidden", None).await;
        portal.send_due_events().await.unwrap();
        let heard = server.heard();
        let public: Vec<&Heard> = heard.iter().filter(|one| one.path == "/public").collect();
        assert_eq!(public.len(), 2, "published and retired: {public:?}");
        assert!(public.iter().all(|one| !one.body.contains("hidden")));
        let own = heard.iter().filter(|one| one.path == "/own");
        assert_eq!(own.count(), 5);
        // What becomes public is new to everybody.
        publish(&portal, &content("opened", BODY)).await;
        server.heard();
        let opened = Content {
            visibility: Visibility::VerifiedGovernments,
            ..content("closed", BODY)
        };
        publish(&portal, &opened).await;
        portal.send_due_events().await.unwrap();
        server.heard();
        publish(&portal, &content("closed", BODY)).await;
        portal.send_due_events().await.unwrap();
        let types = server.types();
        let expected = ("/public".to_owned(), "offering.published".to_owned());
        assert!(types.contains(&expected), "{types:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_not_taken_is_tried_again_later_and_an_address_that_takes_nothing_is_stopped() {
    on_both(async |database| {
        let server = Server::start().await;
        let clock = Arc::new(MovableClock::noon());
        let portal = portal(&database, Arc::clone(&clock), true).await;
        let told = told(&portal, &server).await;
        portal
            .change_webhook(
                &told.administrator,
                Some(&BODY.into()),
                (told.own.0, Step::Remove),
            )
            .await
            .unwrap();
        let read = async || {
            portal
                .read_webhook(&told.steward, None, (told.public.0, (0, 100)))
                .await
        };
        server.says(500);
        publish(&portal, &content("watch", BODY)).await;
        assert_eq!(portal.send_due_events().await.unwrap(), 1);
        assert_eq!(portal.send_due_events().await.unwrap(), 0, "not at once");
        let one = read().await.unwrap();
        let line = &one.deliveries[0];
        assert_eq!((line.status, line.attempts), (Some(500), 1));
        assert_eq!(line.fault, "it answered 500");
        assert!(line.said.starts_with("I say so."), "{}", line.said);
        assert!(line.said.len() <= 500);
        assert!(one.webhook.failing_since.is_some());
        // A redirect is no answer and is not followed.
        server.says(302);
        clock.wait(TimeDelta::minutes(1));
        assert_eq!(portal.send_due_events().await.unwrap(), 1);
        server.says(200);
        clock.wait(TimeDelta::minutes(3));
        assert_eq!(portal.send_due_events().await.unwrap(), 0, "four minutes");
        clock.wait(TimeDelta::minutes(1));
        assert_eq!(portal.send_due_events().await.unwrap(), 1);
        let heard = server.heard();
        assert_eq!(heard.len(), 3);
        assert!(heard.iter().all(|one| one.path == "/public"), "{heard:?}");
        let ids: Vec<&String> = heard.iter().map(|one| &one.headers["webhook-id"]).collect();
        assert!(ids.windows(2).all(|two| two[0] == two[1]), "the same event");
        let one = read().await.unwrap();
        assert!(one.deliveries[0].delivered_at.is_some());
        assert_eq!(one.webhook.failing_since, None);

        // A day without an answer: given up and stopped, and nothing more is queued.
        server.says(503);
        publish(&portal, &content("watch", BODY)).await;
        let mut tries = portal.send_due_events().await.unwrap();
        for minutes in [1, 4, 16, 64, 256, 1_024] {
            clock.wait(TimeDelta::minutes(minutes));
            tries += portal.send_due_events().await.unwrap();
        }
        assert_eq!(tries, 7);
        let one = read().await.unwrap();
        assert!(one.deliveries[0].given_up_at.is_some());
        let (_, why) = one.webhook.stopped.unwrap();
        assert!(why.contains("nothing was taken for 22 hours"), "{why}");
        publish(&portal, &content("watch", BODY)).await;
        assert_eq!(read().await.unwrap().deliveries.len(), 2);
        // Somebody lets it go on.
        server.says(204);
        let again = one.deliveries[0].id;
        for step in [Step::GoOn, Step::Again(again)] {
            portal
                .change_webhook(&told.steward, None, (told.public.0, step))
                .await
                .unwrap();
        }
        assert_eq!(portal.send_due_events().await.unwrap(), 1);
        let one = read().await.unwrap();
        assert!(one.deliveries[0].delivered_at.is_some());
        assert_eq!(one.webhook.stopped, None);
        // Who is no longer there is stopped at once.
        server.says(410);
        publish(&portal, &content("watch", BODY)).await;
        portal.send_due_events().await.unwrap();
        let one = read().await.unwrap();
        let (_, why) = one.webhook.stopped.unwrap();
        assert!(why.contains("410"), "{why}");
    })
    .await;
}

#[tokio::test]
async fn networks_that_are_not_public_are_refused_when_typed_and_when_a_name_leads_there() {
    let database = Database::sqlite();
    let server = Server::start().await;
    let portal = portal(&database, Arc::new(MovableClock::noon()), false).await;
    let steward = steward(&portal, "stew@ri.example").await.actor;
    let events = every_event();
    let add = async |address: &str| portal.add_webhook(&steward, None, (address, &events)).await;
    for refused in [
        server.address("/").as_str(),
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.1.2.3/",
        "https://169.254.169.254/latest",
        "https://[::ffff:127.0.0.1]/",
        "http://hooks.example.org/",
        "https://name:word@hooks.example.org/",
        "ftp://hooks.example.org/",
        "hooks",
        "",
    ] {
        match add(refused).await {
            Err(Error::Invalid(faults)) => assert_eq!(faults[0].field, "address", "{refused}"),
            other => panic!("{refused}: {:?}", other.map(|added| added.id)),
        }
    }
    // A name may lead anywhere: it is looked at when it is called.
    let address = format!("https://localhost:{}/", server.at.port());
    let id = add(&address).await.unwrap().id;
    publish(&portal, &content("watch", BODY)).await;
    assert_eq!(portal.send_due_events().await.unwrap(), 1);
    assert!(server.heard().is_empty(), "nothing arrived");
    let one = portal
        .read_webhook(&steward, None, (id, (0, 100)))
        .await
        .unwrap();
    let line = &one.deliveries[0];
    assert_eq!(line.fault, "it leads to a network that is not public");
    assert!(line.given_up_at.is_some() && line.status.is_none());
    assert!(one.webhook.stopped.is_some());
    assert!(!format!("{:?}", one.webhook).contains(&one.webhook.secret));
    database.remove().await;
}
