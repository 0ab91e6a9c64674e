//! A headless Chromium, told what to do through its debugging pipe: one JSON
//! message after another, each ended by a zero byte.

use crate::process::{is_root, run};
use anyhow::{Context, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::{
    fs::File,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;

const FLAGS: [&str; 10] = [
    "--headless",
    "--remote-debugging-pipe",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
];

/// What a reader asks of the colors.
#[derive(Clone, Copy, Debug)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How a page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// The colors.
    pub scheme: Scheme,
    /// How much of the page is taken; none takes it whole.
    pub height: Option<u32>,
}

/// A picture of a page.
pub struct Picture {
    /// Its bytes.
    pub png: Vec<u8>,
    /// The width of the page's content, above the window's when it has to be scrolled.
    pub width: u32,
}

/// A browser with one tab.
pub struct Browser {
    child: Child,
    to: File,
    from: BufReader<File>,
    sent: u64,
    session: String,
    loaded: bool,
    _folder: TempDir,
}

impl Browser {
    /// Starts it with a profile of its own.
    pub fn start(program: &Path) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("interlocal-browser-")
            .tempdir()?;
        let (to, from) = (folder.path().join("to"), folder.path().join("from"));
        run(Command::new("mkfifo").args([&to, &from]))?;
        let mut command = Command::new("sh");
        command.args([
            "-c",
            r#"to="$1" from="$2"; shift 2; exec "$@" 3<"$to" 4>"$from""#,
            "sh",
        ]);
        command.args([&to, &from]).arg(program).args(FLAGS);
        if is_root() {
            command.arg("--no-sandbox");
        }
        command.arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ));
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot run Chromium")?;
        let to = File::options().write(true).open(&to)?;
        let from = BufReader::new(File::open(&from)?);
        let session = String::new();
        let mut browser = Self {
            child,
            to,
            from,
            sent: 0,
            session,
            loaded: false,
            _folder: folder,
        };
        let tab = browser.tell("Target.createTarget", json!({"url": "about:blank"}))?;
        let attach = json!({"targetId": tab["targetId"], "flatten": true});
        let attached = browser.tell("Target.attachToTarget", attach)?;
        browser.session = text(&attached, "sessionId")?;
        browser.tell("Page.enable", json!({}))?;
        Ok(browser)
    }

    /// A picture of the page at an address.
    pub fn picture(&mut self, address: &str, look: Look) -> anyhow::Result<Picture> {
        self.open(address, look)?;
        let metrics = self.tell("Page.getLayoutMetrics", json!({}))?;
        let size = |side: &str| metrics["cssContentSize"][side].as_f64().unwrap_or_default();
        let height = look.height.map_or_else(|| size("height"), f64::from);
        let clip = json!({"x": 0, "y": 0, "width": look.width, "height": height, "scale": 1});
        let wanted = json!({"format": "png", "captureBeyondViewport": true, "clip": clip});
        let taken = self.tell("Page.captureScreenshot", wanted)?;
        Ok(Picture {
            png: bytes(&taken)?,
            width: size("width").ceil() as u32,
        })
    }

    /// The page at an address as it is printed on letter paper.
    pub fn print(&mut self, address: &str) -> anyhow::Result<Vec<u8>> {
        self.open(
            address,
            Look {
                width: 1280,
                scheme: Scheme::Light,
                height: None,
            },
        )?;
        let printed = self.tell("Page.printToPDF", json!({"printBackground": false}))?;
        bytes(&printed)
    }

    /// Forgets who has signed in.
    pub fn forget(&mut self) -> anyhow::Result<()> {
        self.tell("Network.clearBrowserCookies", json!({}))?;
        Ok(())
    }

    /// Fills fields of a page in and sends the form that they stand in.
    pub fn send(&mut self, address: &str, fields: &[(&str, &str)]) -> anyhow::Result<()> {
        let wide = Look {
            width: 1280,
            scheme: Scheme::Light,
            height: None,
        };
        self.open(address, wide)?;
        let script = format!(
            "for (const [name, value] of {}) document.getElementById(name).value = value; \
             document.getElementById({}).form.requestSubmit()",
            json!(fields),
            json!(fields.first().map(|(name, _)| name)),
        );
        self.loaded = false;
        let done = self.tell("Runtime.evaluate", json!({"expression": script}))?;
        if let Some(fault) = done["exceptionDetails"]["exception"]["description"].as_str() {
            bail!("{address}: {fault}");
        }
        while !self.loaded {
            self.hear()?;
        }
        Ok(())
    }

    fn open(&mut self, address: &str, look: Look) -> anyhow::Result<()> {
        let scheme = match look.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let colors = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.tell("Emulation.setEmulatedMedia", colors)?;
        let window = json!({
            "width": look.width,
            "height": look.height.unwrap_or(900),
            "deviceScaleFactor": 1,
            "mobile": false,
        });
        self.tell("Emulation.setDeviceMetricsOverride", window)?;
        self.loaded = false;
        let gone = self.tell("Page.navigate", json!({"url": address}))?;
        if let Some(fault) = gone["errorText"]
            .as_str()
            .filter(|text| !text.contains("HTTP"))
        {
            bail!("{address}: {fault}");
        }
        while !self.loaded {
            self.hear()?;
        }
        let fonts =
            json!({"expression": "document.fonts.ready.then(() => 1)", "awaitPromise": true});
        self.tell("Runtime.evaluate", fonts)?;
        Ok(())
    }

    /// Says something and waits for the answer.
    fn tell(&mut self, method: &str, params: Value) -> anyhow::Result<Value> {
        self.sent += 1;
        let mut message = json!({"id": self.sent, "method": method, "params": params});
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.to.write_all(message.to_string().as_bytes())?;
        self.to.write_all(&[0])?;
        loop {
            let mut heard = self.hear()?;
            if heard["id"] == self.sent {
                if let Some(fault) = heard["error"]["message"].as_str() {
                    bail!("Chromium answers {method} with: {fault}");
                }
                return Ok(heard["result"].take());
            }
        }
    }

    fn hear(&mut self) -> anyhow::Result<Value> {
        let mut message = Vec::new();
        self.from.read_until(0, &mut message)?;
        if message.pop() != Some(0) {
            bail!("Chromium has ended");
        }
        let message: Value = serde_json::from_slice(&message)?;
        self.loaded |= message["method"] == "Page.loadEventFired";
        Ok(message)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn text(answer: &Value, field: &str) -> anyhow::Result<String> {
    let text = answer[field]
        .as_str()
        .with_context(|| format!("Chromium gives no {field}"))?;
    Ok(text.to_owned())
}

fn bytes(answer: &Value) -> anyhow::Result<Vec<u8>> {
    Ok(STANDARD.decode(text(answer, "data")?)?)
}
