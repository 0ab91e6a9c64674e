//! What becomes of listings by themselves, on the day that was set.

use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId,
    offering::{Content, Status, Term},
    policy::{Actor, Role},
};
use interlocal_portal::{
    Error, Options, Portal,
    clock::Clock,
    desk::publishing::{Approval, Approved},
    offering::Located,
    publish::Publication,
};
use interlocal_testkit::{
    Database,
    desk::{drafted, submitted},
    offerings::offering,
    on_both,
    people::somebody,
    starter::of_states,
    today,
    world::vocabulary,
};
use std::sync::{Arc, Mutex};

const BODY: &str = "ri-consortium";

/// A clock that is moved by hand.
struct Moved(Mutex<NaiveDate>);

impl Clock for Moved {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        let day = *self.0.lock().unwrap();
        interlocal_portal::clock::FixedClock::noon(day).now()
    }
}

impl Moved {
    fn to(&self, days: u64) {
        *self.0.lock().unwrap() = today() + chrono::Days::new(days);
    }
}

async fn portal(database: &Database, clock: Arc<Moved>) -> Arc<Portal> {
    let mut starter = of_states(&["RI"]);
    starter
        .organizations
        .push(interlocal_testkit::places::body(BODY, "state-44"));
    let options = Options {
        store: database.open().await,
        index_directory: None,
        vocabulary: vocabulary(),
        clock,
        outside: Default::default(),
    };
    let portal = Portal::open(options).await.unwrap();
    portal
        .load_starter(&Actor::Portal, &starter, &|_| {})
        .await
        .unwrap();
    portal
}

async fn status(portal: &Portal, slug: &OfferingId) -> Status {
    portal.store().offering(slug).await.unwrap().unwrap().status
}

#[tokio::test]
async fn an_approved_draft_goes_up_on_its_day_and_once_alone() {
    on_both(async |database| {
        let clock = Arc::new(Moved(Mutex::new(today())));
        let portal = portal(&database, clock.clone()).await;
        let editor = somebody(&portal, "ada@ri.example", &[(BODY, Role::Editor)]).await;
        let approver = somebody(&portal, "ben@ri.example", &[(BODY, Role::Approver)]).await;
        let draft = drafted(&portal, &editor.actor, BODY, ("Later", "state-44")).await;
        let draft = submitted(&portal, &editor.actor, &draft).await;
        let day = today() + chrono::Days::new(3);
        let approval = Approval {
            version: draft.version,
            message: String::new(),
            publish_on: Some(day),
        };
        let body = OrganizationId::new(BODY);
        let approved = portal
            .approve_draft(&approver.actor, &body, &draft.slug, approval)
            .await
            .unwrap();
        assert_eq!(approved, Approved::Waits(day));
        portal.do_due_work().await.unwrap();
        assert_eq!(status(&portal, &draft.slug).await, Status::Draft);
        clock.to(3);
        let (first, second) = tokio::join!(portal.do_due_work(), portal.do_due_work());
        first.unwrap();
        second.unwrap();
        assert_eq!(status(&portal, &draft.slug).await, Status::Published);
        let read = portal
            .read_offering(&Actor::Anonymous, &draft.slug, None)
            .await;
        let Ok(Located::Here(answer)) = read else {
            panic!("it is found at once");
        };
        assert_eq!(answer.history.len(), 1, "it went up once");
        portal.store().clone().close().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_term_ends_a_day_of_withdrawal_comes_and_the_log_says_so() {
    on_both(async |database| {
        let clock = Arc::new(Moved(Mutex::new(today())));
        let portal = portal(&database, clock.clone()).await;
        let approver = somebody(&portal, "ben@ri.example", &[(BODY, Role::Approver)]).await;
        let slug = OfferingId::new("ending");
        let content = Content {
            term: Term {
                starts_on: None,
                ends_on: Some(today() + chrono::Days::new(1)),
            },
            ..offering("ending", BODY)
        };
        let publication = Publication {
            content: &content,
            aliases: &[],
            reason: "",
        };
        portal.publish(&Actor::Portal, publication).await.unwrap();
        let body = OrganizationId::new(BODY);
        let day = Some(today() + chrono::Days::new(5));
        portal
            .retire_on(&approver.actor, &body, &slug, day)
            .await
            .unwrap();
        clock.to(1);
        portal.do_due_work().await.unwrap();
        assert_eq!(
            status(&portal, &slug).await,
            Status::Published,
            "its last day"
        );
        clock.to(2);
        portal.do_due_work().await.unwrap();
        portal.do_due_work().await.unwrap();
        assert_eq!(status(&portal, &slug).await, Status::Expired);
        let read = portal.read_offering(&Actor::Anonymous, &slug, None).await;
        assert!(matches!(read, Ok(Located::Here(_))), "its page stays");
        clock.to(5);
        portal.do_due_work().await.unwrap();
        assert_eq!(status(&portal, &slug).await, Status::Withdrawn);
        let read = portal.read_offering(&Actor::Anonymous, &slug, None).await;
        assert!(matches!(read, Err(Error::Gone(_))));
        let done = portal.store().done_to(&body, "ending", 10).await.unwrap();
        let verbs: Vec<&str> = done.iter().map(|done| done.action.as_str()).collect();
        assert_eq!(
            verbs,
            ["withdraw", "expire", "schedule_withdrawal", "publish"]
        );
        portal.store().clone().close().await.unwrap();
    })
    .await;
}
