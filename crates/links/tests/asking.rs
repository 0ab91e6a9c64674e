//! Asking after links of a real server on this machine.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use interlocal_links::{Asking, Found, Names};
use std::{
    collections::HashMap,
    net::{IpAddr, SocketAddr},
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// A server of few words that notes what it is asked.
struct Server {
    at: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let notes = Arc::clone(&asked);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, Arc::clone(&notes)));
            }
        });
        Self { at, asked }
    }

    fn link(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

async fn answer(mut stream: TcpStream, asked: Arc<Mutex<Vec<String>>>) {
    let mut head = Vec::new();
    let mut bytes = [0; 1024];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut bytes).await {
            Ok(0) | Err(_) => return,
            Ok(count) => head.extend_from_slice(&bytes[..count]),
        }
    }
    let head = String::from_utf8(head).unwrap();
    let mut words = head.split(' ');
    let (method, path) = (words.next().unwrap(), words.next().unwrap());
    asked.lock().unwrap().push(format!("{method} {path}"));
    let said = match (method, path) {
        (_, "/here") => "200 OK\r\n",
        (_, "/gone") => "404 Not Found\r\n",
        (_, "/moved") => "302 Found\r\nlocation: here\r\n",
        (_, "/circle") => "302 Found\r\nlocation: /circle\r\n",
        (_, "/inside") => "302 Found\r\nlocation: http://169.254.169.254/latest/meta-data\r\n",
        (_, "/to-name") => "302 Found\r\nlocation: http://inside.example/\r\n",
        (_, "/to-file") => "302 Found\r\nlocation: file:///etc/passwd\r\n",
        (_, "/no-place") => "302 Found\r\n",
        ("HEAD", "/no-heads") => "405 Method Not Allowed\r\n",
        ("HEAD", "/hung-head") | (_, "/hangs") => return std::future::pending().await,
        (_, "/endless") => {
            let start = b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n";
            stream.write_all(start).await.unwrap();
            while stream.write_all(&[b'x'; 65_536]).await.is_ok() {}
            return;
        }
        _ => "200 OK\r\n",
    };
    let answer = format!("HTTP/1.1 {said}content-length: 0\r\nconnection: close\r\n\r\n");
    stream.write_all(answer.as_bytes()).await.unwrap();
}

/// Names as a table, which tells each time the next line of a name.
#[derive(Default)]
struct Table(Mutex<HashMap<String, Vec<Vec<IpAddr>>>>);

impl Table {
    fn of(lines: &[(&str, &[&str])]) -> Arc<Self> {
        let table = Self::default();
        for (name, addresses) in lines {
            let addresses = addresses.iter().map(|text| text.parse().unwrap()).collect();
            let mut kept = table.0.lock().unwrap();
            kept.entry((*name).to_owned()).or_default().push(addresses);
        }
        Arc::new(table)
    }
}

impl Names for Table {
    fn look_up<'a>(
        &'a self,
        name: &'a str,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<Vec<IpAddr>, String>> + Send + 'a>> {
        let mut kept = self.0.lock().unwrap();
        let found = match kept.get_mut(name) {
            Some(lines) if lines.len() > 1 => Ok(lines.remove(0)),
            Some(lines) => Ok(lines[0].clone()),
            None => Err("no such name".to_owned()),
        };
        Box::pin(async move { found })
    }
}

/// Asks this machine alone beside the public net.
fn asking() -> Asking {
    Asking::new("tests", vec!["127.0.0.1".parse().unwrap()])
}

fn not_asked(found: &Found) -> bool {
    matches!(found, Found::NotAsked(_))
}

#[tokio::test]
async fn a_link_is_asked_by_its_head_and_its_answer_told() {
    let server = Server::start().await;
    assert_eq!(
        asking().ask(&server.link("/here")).await,
        Found::Status(200)
    );
    assert_eq!(server.asked(), ["HEAD /here"]);
    assert_eq!(
        asking().ask(&server.link("/gone")).await,
        Found::Status(404)
    );
    assert_eq!(server.asked(), ["HEAD /gone", "GET /gone"]);
    assert_eq!(
        asking().ask(&server.link("/moved")).await,
        Found::Status(200)
    );
    assert_eq!(server.asked(), ["HEAD /moved", "HEAD /here"]);
    let nowhere = asking().ask(&server.link("/no-place")).await;
    assert_eq!(nowhere, Found::Status(302));
}

#[tokio::test]
async fn a_server_that_gives_no_heads_is_asked_for_the_page_whose_body_is_not_read() {
    let server = Server::start().await;
    let found = asking().ask(&server.link("/no-heads")).await;
    assert_eq!(found, Found::Status(200));
    assert_eq!(server.asked(), ["HEAD /no-heads", "GET /no-heads"]);
    let patient = asking().with_patience(Duration::from_millis(300));
    let found = patient.ask(&server.link("/hung-head")).await;
    assert_eq!(found, Found::Status(200));
    assert_eq!(
        asking().ask(&server.link("/endless")).await,
        Found::Status(200)
    );
}

#[tokio::test]
async fn redirects_without_an_end_and_silence_are_told_apart() {
    let server = Server::start().await;
    assert_eq!(asking().ask(&server.link("/circle")).await, Found::Circles);
    assert_eq!(server.asked().len(), 9);
    let hasty = asking().with_patience(Duration::from_millis(50));
    let found = hasty.ask(&server.link("/hangs")).await;
    assert!(matches!(found, Found::Silence(_)), "{found:?}");
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = closed.local_addr().unwrap();
    drop(closed);
    let found = asking().ask(&format!("http://{at}/")).await;
    assert!(matches!(found, Found::Silence(_)), "{found:?}");
    let unknown = asking().with_names(Table::of(&[]));
    let found = unknown.ask("http://nobody.example/").await;
    assert!(matches!(found, Found::Silence(_)), "{found:?}");
}

#[tokio::test]
async fn nothing_leads_into_a_network_that_is_not_public() {
    let server = Server::start().await;
    let closed = Asking::new("tests", Vec::new());
    for host in [
        "127.0.0.1",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "2130706433",
        "0x7f.1",
        "0",
    ] {
        let link = format!("http://{host}:{}/here", server.at.port());
        let found = closed.ask(&link).await;
        assert!(not_asked(&found), "{link}: {found:?}");
    }
    let port = server.at.port();
    let named = Table::of(&[("inside.example", &["127.0.0.1", "10.0.0.1"])]);
    let by_name = closed.clone().with_names(named);
    let found = by_name.ask(&format!("http://inside.example:{port}/")).await;
    assert!(not_asked(&found), "{found:?}");
    assert!(server.asked().is_empty(), "nobody was asked");
    let open = asking().with_names(Table::of(&[("inside.example", &["10.0.0.1"])]));
    for path in ["/inside", "/to-name", "/to-file"] {
        let found = open.ask(&server.link(path)).await;
        assert!(not_asked(&found), "{path}: {found:?}");
        assert_eq!(server.asked(), [format!("HEAD {path}")]);
    }
    for link in [
        "ftp://ftp.example/",
        "mailto:a@b.example",
        "http://a:b@c.example/",
        "no link",
    ] {
        assert!(not_asked(&open.ask(link).await), "{link}");
    }
}

#[tokio::test]
async fn a_name_that_means_another_machine_a_moment_later_gains_nothing() {
    let server = Server::start().await;
    let port = server.at.port();
    // The first look says what may be asked, every later one what may not.
    let names = Table::of(&[
        ("turning.example", &["127.0.0.1", "10.0.0.1"]),
        ("turning.example", &["10.0.0.1"]),
    ]);
    let found = asking()
        .with_names(names)
        .ask(&format!("http://turning.example:{port}/no-heads"))
        .await;
    assert_eq!(found, Found::Status(200), "the machine that was looked at");
    assert_eq!(server.asked(), ["HEAD /no-heads", "GET /no-heads"]);
}
