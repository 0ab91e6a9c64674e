//! Mail: written into the queue by the transaction that has a reason to write,
//! sent after it, tried again at growing intervals, given up in the end.

use crate::{Error, Portal, gate};
use chrono::TimeDelta;
use interlocal_catalog::policy::Actor;
use interlocal_mail::{Address, Fault, Letter, is_plain};
use interlocal_store::{Deed, Mail, MailState, NewMail, Tx};

/// Minutes until a mail that did not leave is tried again, after each try.
const PAUSES: [i64; 7] = [1, 5, 15, 60, 180, 360, 720];
/// Minutes for which a node has a mail to itself.
const LEASE_MINUTES: i64 = 5;
/// Mails that a node takes at once.
const AT_ONCE: u64 = 20;

impl Portal {
    /// Puts a mail into the queue, as part of the transaction that has the reason.
    pub(crate) async fn queue_mail(
        &self,
        tx: &Tx,
        to: &Address,
        subject: &str,
        body: &str,
    ) -> Result<(), Error> {
        if !is_plain(subject) {
            return Err(Error::field("subject", "has more than one line"));
        }
        let new = NewMail {
            recipient: to.as_str(),
            subject,
            body,
        };
        tx.add_mail(&new, self.clock.now()).await?;
        Ok(())
    }

    /// Sends what is due, on this node.
    pub(crate) async fn send_due_mail(&self) -> Result<(), Error> {
        if !self.outside.post_office.is_open() {
            return Ok(());
        }
        let tx = self.store.begin().await?;
        let lease = TimeDelta::minutes(LEASE_MINUTES);
        let mails = tx.take_mails(self.clock.now(), lease, AT_ONCE).await?;
        tx.commit().await?;
        for mail in mails {
            let sent = self.hand_over(&mail).await;
            self.note(&mail, sent).await?;
        }
        Ok(())
    }

    async fn hand_over(&self, mail: &Mail) -> Result<String, Fault> {
        let to = mail.recipient.parse().map_err(Fault::ForGood)?;
        let letter = Letter {
            id: format!("mail-{}", mail.id),
            to,
            subject: mail.subject.clone(),
            body: mail.body.clone(),
        };
        self.outside.post_office.send(&letter).await
    }

    async fn note(&self, mail: &Mail, sent: Result<String, Fault>) -> Result<(), Error> {
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        match sent {
            Ok(to) => {
                tracing::info!(mail = mail.id, %to, "a mail was handed over");
                tx.mail_sent(mail.id, now).await?;
            }
            Err(fault) => {
                tracing::warn!(mail = mail.id, %fault, "a mail did not leave");
                let text = fault.to_string();
                match pause_after(mail.attempts, &fault) {
                    Some(pause) => tx.mail_failed(mail.id, &text, now + pause).await?,
                    None => tx.give_mail_up(mail.id, &text, now).await?,
                }
            }
        }
        Ok(tx.commit().await?)
    }

    /// How many mails stand somewhere in the queue, and a piece of them, the newest
    /// first; for stewards.
    pub async fn mails(
        &self,
        actor: &Actor,
        state: MailState,
        piece: (usize, usize),
    ) -> Result<(u64, Vec<Mail>), Error> {
        gate::oversee(actor)?;
        Ok(self.store.piece_of_mails(state, piece).await?)
    }

    /// Puts a mail that was given up back into the queue.
    pub async fn retry_mail(&self, actor: &Actor, id: i32) -> Result<(), Error> {
        gate::steward(actor)?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        if !tx.retry_mail(id, now).await? {
            return Err(Error::NotFound);
        }
        let deed = Deed {
            action: "retry_mail",
            subject: &id.to_string(),
            ..Deed::default()
        };
        tx.audit(now, actor, &deed).await?;
        Ok(tx.commit().await?)
    }
}

/// How long to wait after so many tries; none gives the mail up.
fn pause_after(attempts: i32, fault: &Fault) -> Option<TimeDelta> {
    match fault {
        Fault::ForGood(_) => None,
        Fault::ForNow(_) => {
            let tried = usize::try_from(attempts).ok()?.checked_sub(1)?;
            PAUSES.get(tried).copied().map(TimeDelta::minutes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, TimeDelta, pause_after};

    #[test]
    fn a_mail_waits_longer_each_time_and_is_given_up_in_the_end() {
        let for_now = Fault::ForNow("busy".into());
        let pauses: Vec<_> = (1..=8).map(|tries| pause_after(tries, &for_now)).collect();
        assert!(
            pauses[..7].windows(2).all(|two| two[0] < two[1]),
            "{pauses:?}"
        );
        assert_eq!((pauses[0], pauses[7]), (Some(TimeDelta::minutes(1)), None));
        assert_eq!(pause_after(1, &Fault::ForGood("no such box".into())), None);
    }
}
