//! Where letters go.

use crate::{Letter, is_plain};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use std::{path::PathBuf, time::Duration};

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why a letter did not leave.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Trying again may help.
    #[error("{0}")]
    ForNow(String),
    /// Trying again is of no use.
    #[error("{0}")]
    ForGood(String),
}

/// Where letters go.
#[derive(Clone, Default)]
pub enum PostOffice {
    /// Nowhere: they stay in the queue.
    #[default]
    Closed,
    /// Into files of a folder, for development.
    Folder(PathBuf, Mailbox),
    /// To a server that speaks SMTP.
    Server(AsyncSmtpTransport<Tokio1Executor>, Mailbox),
}

impl std::fmt::Debug for PostOffice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            PostOffice::Closed => "Closed",
            PostOffice::Folder(..) => "Folder",
            PostOffice::Server(..) => "Server",
        })
    }
}

impl PostOffice {
    /// Files in a folder.
    pub fn folder(folder: PathBuf, from: &str) -> Result<Self, String> {
        Ok(Self::Folder(folder, mailbox(from)?))
    }

    /// A server: `smtps://user:password@host`, `smtp://host:587?tls=required`.
    pub fn server(url: &str, from: &str) -> Result<Self, String> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|e| e.to_string())?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Self::Server(server, mailbox(from)?))
    }

    /// Whether letters leave.
    pub fn is_open(&self) -> bool {
        !matches!(self, PostOffice::Closed)
    }

    /// Hands a letter over; gives where it went, for the log.
    pub async fn send(&self, letter: &Letter) -> Result<String, Fault> {
        match self {
            PostOffice::Closed => Err(Fault::ForNow("no mail leaves this portal".to_owned())),
            PostOffice::Folder(folder, from) => {
                let bytes = message(letter, from)?.formatted();
                let for_now = |e: std::io::Error| Fault::ForNow(e.to_string());
                tokio::fs::create_dir_all(folder).await.map_err(for_now)?;
                let path = folder.join(file_name(letter));
                tokio::fs::write(&path, bytes).await.map_err(for_now)?;
                Ok(path.display().to_string())
            }
            PostOffice::Server(server, from) => {
                let message = message(letter, from)?;
                match server.send(message).await {
                    Ok(_) => Ok("the mail server".to_owned()),
                    Err(fault) if fault.is_permanent() => Err(Fault::ForGood(fault.to_string())),
                    Err(fault) => Err(Fault::ForNow(fault.to_string())),
                }
            }
        }
    }
}

fn mailbox(from: &str) -> Result<Mailbox, String> {
    from.parse()
        .map_err(|e| format!("“{from}” is no sender: {e}"))
}

fn message(letter: &Letter, from: &Mailbox) -> Result<Message, Fault> {
    let for_good = |e: String| Fault::ForGood(e);
    if !is_plain(&letter.subject) || !is_plain(&letter.id) {
        return Err(for_good("the subject has more than one line".to_owned()));
    }
    let to = letter.to.as_str().parse();
    let to = to.map_err(|e: lettre::address::AddressError| for_good(e.to_string()))?;
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, to))
        .subject(letter.subject.clone())
        .message_id(Some(format!("<{}@{}>", letter.id, from.email.domain())))
        .header(ContentType::TEXT_PLAIN)
        .body(letter.body.clone())
        .map_err(|e| for_good(e.to_string()))
}

/// The name of the file of a letter: what it is called, and to whom it goes.
fn file_name(letter: &Letter) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || "-.@".contains(c) {
            c
        } else {
            '_'
        }
    };
    let to: String = letter.to.as_str().chars().map(plain).collect();
    format!("{}-{to}.eml", letter.id)
}

#[cfg(test)]
mod tests {
    use super::{Fault, PostOffice};
    use crate::Letter;

    fn letter(subject: &str) -> Letter {
        Letter {
            id: "mail-7".into(),
            to: "ada@arden.example".parse().unwrap(),
            subject: subject.into(),
            body: "Hello\nYou are invited.".into(),
        }
    }

    #[tokio::test]
    async fn a_letter_becomes_a_file_where_there_is_no_server() {
        let folder = tempfile::tempdir().unwrap();
        let office = PostOffice::folder(
            folder.path().join("mail"),
            "Interlocal <no-reply@portal.example>",
        );
        let path = office.unwrap().send(&letter("Grüße")).await.unwrap();
        assert!(
            path.ends_with("mail/mail-7-ada@arden.example.eml"),
            "{path}"
        );
        let text = std::fs::read_to_string(path).unwrap();
        assert!(text.contains("To: ada@arden.example\r\n"), "{text}");
        assert!(
            text.contains("Message-ID: <mail-7@portal.example>\r\n"),
            "{text}"
        );
        assert!(text.contains("You are invited."), "{text}");
    }

    #[tokio::test]
    async fn no_subject_adds_a_line_to_the_head() {
        let folder = tempfile::tempdir().unwrap();
        let office = PostOffice::folder(folder.path().into(), "no-reply@portal.example").unwrap();
        let sent = office
            .send(&letter("Hello\r\nBcc: all@arden.example"))
            .await;
        assert!(matches!(sent, Err(Fault::ForGood(_))), "{sent:?}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
