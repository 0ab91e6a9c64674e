//! As little HTTP as the test needs: one request a connection.

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// What came back: the status, and the text after the head.
pub struct Answer {
    pub status: u16,
    pub text: String,
}

/// Asks a server; none when it does not answer to the end.
pub async fn ask(address: &str, head: &str, body: &str) -> Option<Answer> {
    let host = address.strip_prefix("http://")?;
    let mut stream = TcpStream::connect(host).await.ok()?;
    let request = format!(
        "{head}\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.ok()?;
    let whole = String::from_utf8(bytes).ok()?;
    let (head, text) = whole.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer {
        status,
        text: text.to_owned(),
    })
}
