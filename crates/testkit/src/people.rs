//! People who have signed in.

use interlocal_catalog::policy::{Actor, Role};
use interlocal_portal::{
    Portal,
    accounts::{secret::Secret, sessions::Entrance},
};
use interlocal_store::NewAccount;

/// Somebody with a session.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// The row of the account.
    pub id: i32,
    /// The secret of the session, as its cookie shows it.
    pub secret: Secret,
    /// What every form of the session carries.
    pub form_token: String,
    /// As the policy knows them.
    pub actor: Actor,
}

/// Makes an account with roles in bodies and signs it in.
pub async fn somebody(portal: &Portal, email: &str, roles: &[(&str, Role)]) -> Somebody {
    made(portal, email, roles, false).await
}

/// Makes a portal steward and signs it in.
pub async fn steward(portal: &Portal, email: &str) -> Somebody {
    made(portal, email, &[], true).await
}

async fn made(portal: &Portal, email: &str, roles: &[(&str, Role)], is_steward: bool) -> Somebody {
    let now = crate::now();
    let tx = portal.store().begin().await.unwrap();
    let account = NewAccount {
        email,
        confirmed_at: Some(now),
        is_steward,
        ..NewAccount::default()
    };
    let id = tx.add_account(&account, now).await.unwrap();
    for (body, role) in roles {
        tx.set_role(id, &(*body).into(), *role, now).await.unwrap();
    }
    tx.commit().await.unwrap();
    let secret = portal.session_of(id, &Entrance::default()).await.unwrap();
    let signed_in = portal.who(&secret).await.unwrap().unwrap();
    Somebody {
        id,
        secret,
        form_token: signed_in.form_token.clone(),
        actor: signed_in.actor(),
    }
}
