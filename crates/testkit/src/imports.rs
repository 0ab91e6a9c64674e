//! Lists on their way through the import desk.

use crate::{
    desk::{drafted, saved},
    offerings::{offering, open_within},
};
use interlocal_catalog::{OrganizationId, offering::Content, policy::Actor};
use interlocal_exchange::fedramp;
use interlocal_portal::{
    Portal,
    importing::{
        FileStage, ImportFile, Intake, MARKETPLACE, MarketplaceFile, Sent, import_fedramp,
    },
};

/// A contract list on the desk of a body, read as its headings suggest, whose report
/// stands; gives its number.
pub async fn checked(portal: &Portal, editor: &Actor, body: &str, text: &str) -> i32 {
    let body = OrganizationId::new(body);
    let sent = Sent {
        kind: None,
        source: String::new(),
        category: "purchasing".into(),
        name: "list.csv".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let file = portal.send_import(editor, &body, sent).await.unwrap();
    let columns = portal.import_columns(editor, &body, file.id).await.unwrap();
    portal
        .map_import(editor, &body, (file.id, &columns.mapping))
        .await
        .unwrap();
    portal.do_due_imports().await.unwrap();
    let stands = portal.import_file(editor, &body, file.id).await.unwrap();
    assert_eq!(stands.stage, FileStage::Checked, "{}", stands.fault);
    file.id
}

/// The list taken in; gives the number of the import.
pub async fn applied(portal: &Portal, editor: &Actor, body: &str, id: i32) -> i32 {
    taken(portal, editor, Intake::Desk(&OrganizationId::new(body)), id).await
}

/// One domain of the .gov registry with stewards, whose report stands.
pub async fn registry(portal: &Portal, steward: &Actor, domain: &str) -> ImportFile {
    let text = format!(
        "Domain name,Domain type,Organization name,Suborganization name,City,State\n\
         {domain},County,Cook County,,Chicago,IL\n"
    );
    let sent = Sent {
        kind: None,
        source: String::new(),
        category: "purchasing".into(),
        name: "current-full.csv".to_owned(),
        bytes: text.into_bytes(),
    };
    let file = portal
        .send_import(steward, Intake::Stewards, sent)
        .await
        .unwrap();
    portal.do_due_imports().await.unwrap();
    let stands = portal
        .import_file(steward, Intake::Stewards, file.id)
        .await
        .unwrap();
    assert_eq!(stands.stage, FileStage::Checked, "{}", stands.fault);
    stands
}

/// A file taken in; gives the number of the import.
pub async fn taken(portal: &Portal, actor: &Actor, at: Intake<'_>, id: i32) -> i32 {
    portal.apply_import(actor, at, id).await.unwrap();
    portal.do_due_imports().await.unwrap();
    let stands = portal.import_file(actor, at, id).await.unwrap();
    assert_eq!(stands.stage, FileStage::Applied, "{}", stands.fault);
    stands.batch.unwrap()
}

/// A draft that sells a product of a supplier, both of these names, and the fact that a
/// file in the layout of the FedRAMP marketplace proposes for it; gives the number of
/// the proposal. No such product exists.
pub async fn proposed(
    portal: &Portal,
    editor: &Actor,
    body: &str,
    [supplier, product]: [&str; 2],
) -> i32 {
    let draft = drafted(portal, editor, body, (product, "state-17")).await;
    let content = Content {
        title: product.to_owned(),
        suppliers: vec![supplier.to_owned()],
        rules: vec![open_within("state-17")],
        ..offering(draft.slug.as_str(), body)
    };
    saved(portal, editor, &draft, content).await;
    let file = format!(
        r#"{{"data":{{"Products":[{{"id":"FR-{product}","csp":"{supplier}","cso":"{product}",
        "status":"FedRAMP Authorized","impact_level":"Moderate","auth_date":"2024-03-01"}}]}}}}"#
    );
    let found = fedramp::read("not-real.json", file.as_bytes()).unwrap();
    let when = (portal.now(), false);
    let file = MarketplaceFile {
        found,
        name: "not-real.json",
        hash: "",
        source: MARKETPLACE,
        body: None,
    };
    import_fedramp(portal.store(), &Actor::Portal, file, when)
        .await
        .unwrap();
    let body = OrganizationId::new(body);
    let waiting = portal.proposals(editor, &body).await.unwrap();
    let own = waiting.iter().find(|(_, one)| one.product == product);
    own.unwrap().1.id
}
