//! Mail through a real server that refuses, delays and takes.

use super::{browser::House, programs::Running};
use crate::routes::asking::{RUNTIME, text};
use chrono::TimeDelta;
use interlocal_catalog::policy::Actor;
use interlocal_portal::{Error, Outside, PostOffice};
use interlocal_store::MailState;

const FROM: &str = "Interlocal <no-reply@portal.example>";

fn house_with(office: PostOffice) -> House {
    House::new(Outside {
        post_office: office,
        ..Default::default()
    })
}

fn work(house: &House) {
    RUNTIME.block_on(house.portal().do_due_work()).unwrap();
}

fn sign_up(house: &House, email: &str) {
    let answer = house.browser().post("/sign-up", &[("email", email)]);
    assert_eq!(answer.status, 303, "{email}: {}", answer.text());
}

fn mails(house: &House, state: MailState) -> Vec<interlocal_store::Mail> {
    RUNTIME
        .block_on(house.portal().mails(&Actor::Portal, state, (0, 100)))
        .unwrap()
        .1
}

#[test]
fn a_mail_goes_through_the_server_and_its_secret_is_forgotten() {
    let (mut server, port) = Running::start("post-office.js", &[]);
    let url = format!("smtp://127.0.0.1:{port}");
    let house = house_with(PostOffice::server(&url, FROM).unwrap());
    sign_up(&house, "slow-ada@arden.example");
    let link = house.mailed_link("slow-ada@arden.example");
    work(&house);
    let taken: serde_json::Value = serde_json::from_str(&server.line()).unwrap();
    assert_eq!(taken["to"], serde_json::json!(["slow-ada@arden.example"]));
    let plain = text(&taken["text"]).replace("=\r\n", "");
    assert!(plain.contains(&link), "{plain}");
    assert!(
        plain.contains("Subject: Confirm your address\r\n"),
        "{plain}"
    );
    assert!(
        plain.contains("From: Interlocal <no-reply@portal.example>\r\n"),
        "{plain}"
    );
    let sent = mails(&house, MailState::Sent);
    assert_eq!((sent.len(), sent[0].body.as_str()), (1, ""));
    work(&house);
    sign_up(&house, "bo@arden.example");
    work(&house);
    let next: serde_json::Value = serde_json::from_str(&server.line()).unwrap();
    assert_eq!(
        next["to"],
        serde_json::json!(["bo@arden.example"]),
        "nothing is sent twice"
    );
}

#[test]
fn a_server_that_is_busy_is_asked_again_and_given_up_in_the_end() {
    let (_server, port) = Running::start("post-office.js", &[]);
    let url = format!("smtp://127.0.0.1:{port}");
    let house = house_with(PostOffice::server(&url, FROM).unwrap());
    sign_up(&house, "busy-ada@arden.example");
    work(&house);
    work(&house);
    let waiting = mails(&house, MailState::Waiting);
    assert_eq!(
        (waiting.len(), waiting[0].attempts),
        (1, 1),
        "it waits before it is tried again"
    );
    assert!(
        waiting[0].fault.contains("try again later"),
        "{}",
        waiting[0].fault
    );
    for tries in 2..=8 {
        house.wait(TimeDelta::hours(12));
        work(&house);
        let all = [MailState::Waiting, MailState::GivenUp].map(|state| mails(&house, state));
        assert_eq!(all.concat()[0].attempts, tries);
    }
    let dead = mails(&house, MailState::GivenUp);
    assert_eq!(dead.len(), 1);
    RUNTIME
        .block_on(house.portal().retry_mail(&Actor::Portal, dead[0].id))
        .unwrap();
    assert_eq!(mails(&house, MailState::Waiting)[0].attempts, 0);
    let nobody = RUNTIME.block_on(house.portal().mails(
        &Actor::Anonymous,
        MailState::GivenUp,
        (0, 100),
    ));
    assert!(matches!(nobody, Err(Error::SignInFirst)));
}

#[test]
fn a_box_that_is_not_there_is_not_asked_again() {
    let (mut server, port) = Running::start("post-office.js", &[]);
    let url = format!("smtp://127.0.0.1:{port}");
    let house = house_with(PostOffice::server(&url, FROM).unwrap());
    sign_up(&house, "gone-ada@arden.example");
    sign_up(&house, "bo@arden.example");
    work(&house);
    let dead = mails(&house, MailState::GivenUp);
    assert_eq!((dead.len(), dead[0].attempts), (1, 1));
    assert!(dead[0].fault.contains("no such box"), "{}", dead[0].fault);
    let taken: serde_json::Value = serde_json::from_str(&server.line()).unwrap();
    assert_eq!(
        taken["to"],
        serde_json::json!(["bo@arden.example"]),
        "one refusal holds nobody up"
    );
}

#[test]
fn a_server_that_is_away_loses_nothing() {
    let (server, port) = Running::start("post-office.js", &[]);
    drop(server);
    let url = format!("smtp://127.0.0.1:{port}");
    let house = house_with(PostOffice::server(&url, FROM).unwrap());
    sign_up(&house, "ada@arden.example");
    work(&house);
    let waiting = mails(&house, MailState::Waiting);
    assert_eq!((waiting.len(), waiting[0].attempts), (1, 1));
    assert!(!waiting[0].body.is_empty());
}

#[test]
fn without_a_server_mail_lies_in_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let office = PostOffice::folder(folder.path().join("mail"), FROM).unwrap();
    let house = house_with(office);
    sign_up(&house, "ada@arden.example");
    let link = house.mailed_link("ada@arden.example");
    work(&house);
    let files: Vec<_> = std::fs::read_dir(folder.path().join("mail"))
        .unwrap()
        .collect();
    assert_eq!(files.len(), 1);
    let mail = std::fs::read_to_string(files[0].as_ref().unwrap().path()).unwrap();
    assert!(mail.replace("=\r\n", "").contains(&link), "{mail}");
}

#[test]
fn no_address_adds_a_line_or_a_recipient() {
    let house = House::new(Default::default());
    for email in [
        "ada@arden.example\r\nBcc: all@arden.example",
        "ada@arden.example\nSubject: free",
        "ada@arden.example,all@arden.example",
        "ada@arden.example\u{0}",
        "\"a b\"@arden.example\r\n",
        "<ada@arden.example> all@arden.example",
    ] {
        for page in ["/sign-up", "/reset"] {
            let answer = house.browser().post(page, &[("email", email)]);
            assert!([303, 400].contains(&answer.status.as_u16()), "{email:?}");
        }
    }
    for mail in house.mails() {
        assert!(
            !mail.recipient.contains(['\r', '\n', ',', '<', ' ']),
            "{:?}",
            mail.recipient
        );
    }
}
