//! Listings on their way through a desk.

use crate::offerings::{offering, open_within};
use interlocal_catalog::{
    OfferingId, OrganizationId,
    editing::Part,
    offering::{Content, OfferingKind},
    policy::Actor,
};
use interlocal_portal::{
    Portal,
    desk::{
        drafts::{NewListing, Save, Saved},
        publishing::Approval,
    },
};

/// A draft at the version at which it stands.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// The body.
    pub body: OrganizationId,
    /// Its slug.
    pub slug: OfferingId,
    /// The version that the next form must name.
    pub version: i32,
}

/// A complete draft for everybody within a place.
pub async fn drafted(
    portal: &Portal,
    editor: &Actor,
    body: &str,
    (title, place): (&str, &str),
) -> Drafted {
    let body = OrganizationId::new(body);
    let new = NewListing {
        title: title.to_owned(),
        kind: OfferingKind::Service,
        category: "cybersecurity".into(),
        question: None,
    };
    let slug = portal.new_listing(editor, &body, new).await.unwrap();
    let content = Content {
        title: title.to_owned(),
        rules: vec![open_within(place)],
        ..offering(slug.as_str(), body.as_str())
    };
    let draft = Drafted {
        body,
        slug,
        version: 1,
    };
    saved(portal, editor, &draft, content).await
}

/// The draft with these words saved.
pub async fn saved(portal: &Portal, editor: &Actor, draft: &Drafted, content: Content) -> Drafted {
    let save = Save {
        version: draft.version,
        part: Part::What,
        content,
        unread: Default::default(),
        publish_on: None,
    };
    let kept = portal
        .save_draft(editor, &draft.body, &draft.slug, save)
        .await
        .unwrap();
    assert!(matches!(kept, Saved::Kept), "{kept:?}");
    Drafted {
        version: draft.version.max(1) + 1,
        ..draft.clone()
    }
}

/// The draft handed in.
pub async fn submitted(portal: &Portal, editor: &Actor, draft: &Drafted) -> Drafted {
    portal
        .submit_draft(editor, &draft.body, &draft.slug, draft.version)
        .await
        .unwrap();
    Drafted {
        version: draft.version + 1,
        ..draft.clone()
    }
}

/// The draft approved at once.
pub async fn approved(portal: &Portal, approver: &Actor, draft: &Drafted) {
    let approval = Approval {
        version: draft.version,
        message: String::new(),
        publish_on: None,
    };
    portal
        .approve_draft(approver, &draft.body, &draft.slug, approval)
        .await
        .unwrap();
}
