//! `interlocal mcp` beside a portal, spoken to line by line as an assistant does.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use interlocal_catalog::{
    access::{NotStated, Steps},
    offering::Content,
    policy::{Actor, Visibility},
};
use interlocal_portal::publish::Publication;
use interlocal_testkit::{
    World,
    offerings::{offering, open_within},
    small_world, today,
};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Lines, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

/// How long it may take until something published is found.
const LONGEST: Duration = Duration::from_secs(30);
const BODY: &str = "il-department-of-innovation-and-technology";

/// The real binary, and both ends of its line.
struct Line {
    child: Child,
    says: Option<ChildStdin>,
    hears: Lines<BufReader<ChildStdout>>,
    asked: u64,
}

impl Line {
    /// Opens the line and shakes hands.
    fn to(world: &World, folder: &std::path::Path) -> (Self, Value) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_interlocal"))
            .args(["mcp", "--data"])
            .arg(folder)
            .env("INTERLOCAL__DATABASE__URL", world.database_url())
            .env("INTERLOCAL__PORTAL__TODAY", today().to_string())
            .env("INTERLOCAL__SERVER__PUBLIC_URL", "https://portal.example")
            .env("INTERLOCAL__LOG__FILTER", "debug")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = Self {
            says: child.stdin.take(),
            hears: BufReader::new(child.stdout.take().unwrap()).lines(),
            child,
            asked: 0,
        };
        let hello = line.ask(
            "initialize",
            json!({
                "protocolVersion": "2025-06-18",
                "capabilities": {},
                "clientInfo": {"name": "a test", "version": "1"},
            }),
        );
        line.say(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
        (line, hello["result"].clone())
    }

    fn say(&mut self, message: &Value) {
        writeln!(self.says.as_mut().unwrap(), "{message}").unwrap();
    }

    /// The answer to a request; every line that comes is of the protocol.
    fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.say(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let heard = self.hears.next().expect("it hung up").unwrap();
            let heard: Value = serde_json::from_str(&heard).expect("a line of the protocol");
            assert_eq!(heard["jsonrpc"], "2.0");
            if heard["id"] == id {
                return heard;
            }
        }
    }

    fn call(&mut self, tool: &str, arguments: Value) -> Value {
        let asked = json!({"name": tool, "arguments": arguments});
        self.ask("tools/call", asked)["result"].clone()
    }

    /// What a tool tells.
    fn told(&mut self, tool: &str, arguments: Value) -> Value {
        let result = self.call(tool, arguments);
        assert_eq!(result["isError"], false, "{result}");
        let text = result["content"][0]["text"].as_str().unwrap();
        let told: Value = serde_json::from_str(text).unwrap();
        assert_eq!(told, result["structuredContent"], "both say the same");
        told
    }

    /// The fields that a tool finds fault with, and what it says would fit.
    fn refused(&mut self, tool: &str, arguments: Value) -> (Vec<String>, Vec<String>) {
        let result = self.call(tool, arguments);
        assert_eq!(result["isError"], true, "{result}");
        let list = |name: &str, key: &str| {
            let items = result["structuredContent"][name].as_array().cloned();
            let items = items.unwrap_or_default();
            let words = items
                .iter()
                .map(|item| item[key].as_str().unwrap().to_owned());
            words.collect::<Vec<String>>()
        };
        (list("faults", "field"), list("choices", "write"))
    }

    fn hang_up(mut self) {
        drop(self.says.take());
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status:?}");
        assert!(self.hears.next().is_none(), "it says nothing more");
    }
}

fn content(slug: &str) -> Content {
    Content {
        rules: vec![open_within("state-17")],
        ..offering(slug, BODY)
    }
}

async fn publish(world: &World, content: &Content) {
    let publication = Publication {
        content,
        aliases: &[],
        reason: "a new service",
    };
    world
        .portal
        .publish(&Actor::Portal, publication)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assistant_hears_what_the_pages_say_with_sources_and_learns_of_what_is_published() {
    let world = small_world().await;
    let mut silent = content("quokka-silence");
    for rule in &mut silent.rules {
        rule.steps = Steps::NotStated(NotStated::NotStated);
    }
    publish(&world, &silent).await;
    publish(&world, &content("quokka-watch")).await;
    let hidden = Content {
        visibility: Visibility::VerifiedGovernments,
        ..content("quokka-hidden")
    };
    publish(&world, &hidden).await;
    let folder = tempfile::tempdir().unwrap();
    let (mut line, hello) = Line::to(&world, folder.path());
    assert_eq!(hello["serverInfo"]["name"], "interlocal");
    assert!(hello["capabilities"]["tools"].is_object(), "{hello}");

    let tools = line.ask("tools/list", json!({}))["result"]["tools"].clone();
    let tools = tools.as_array().unwrap();
    let mut names: Vec<&str> = tools.iter().map(|t| t["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    let all = [
        "answer_sheet",
        "compare",
        "match",
        "search_offerings",
        "verdict",
    ];
    assert_eq!(names, all);
    for tool in tools {
        for schema in ["inputSchema", "outputSchema"] {
            assert_eq!(tool[schema]["type"], "object", "{tool}");
            assert!(tool[schema]["properties"].is_object(), "{tool}");
        }
        assert_eq!(tool["annotations"]["readOnlyHint"], true);
    }

    // A verdict rests on rules, steps, a source, its date and an address.
    let told = line.told(
        "verdict",
        json!({"government": "Cook County, Illinois", "offering": "quokka-watch"}),
    );
    assert_eq!(told["government"]["key"], "county-17031");
    let watch = &told["offering"];
    assert_eq!(watch["verdict"]["outcome"], "yes");
    assert_eq!(
        watch["source"]["words"],
        content("quokka-watch").source_words
    );
    assert_eq!(watch["source"]["checked_on"], today().to_string());
    assert_eq!(watch["source"]["confidence"], "listed");
    let address = "https://portal.example/offerings/quokka-watch?for=county-17031";
    assert_eq!(watch["url"], address);
    assert_eq!(told["chain"].as_array().unwrap().len(), 6);
    let area = &told["rules"][0]["lines"][0];
    assert_eq!(area["about"], "Area");
    assert_eq!(area["sentences"][0], "Illinois and the governments inside.");

    // What nobody has recorded is no yes, and elsewhere it is a no.
    let asked = json!({"government": "county-17031", "offering": "quokka silence"});
    let told = line.told("verdict", asked);
    let verdict = &told["offering"]["verdict"];
    assert_eq!(verdict["outcome"], "unknown");
    assert_eq!(verdict["words"], "Not recorded – ask");
    assert!(verdict["because"].as_str().unwrap().contains("not stated"));
    let asked = json!({"government": "county-39049", "offering": "quokka-watch"});
    let told = line.told("verdict", asked);
    assert_eq!(told["offering"]["verdict"]["outcome"], "no");

    // Searching: on behalf of a government, and nothing that is not for everybody.
    let asked = json!({"words": "quokka", "government": "county-17031"});
    let told = line.told("search_offerings", asked);
    assert_eq!(told["total"], 2, "{told}");
    assert_eq!(told["offerings"][0]["slug"], "quokka-watch", "usable first");
    assert_eq!(
        told["url"],
        "https://portal.example/search?q=quokka&for=county-17031"
    );
    let asked = json!({"government": "county-17031", "offering": "quokka-hidden"});
    let (hidden, _) = line.refused("verdict", asked);
    let asked = json!({"government": "county-17031", "offering": "nobody-has-this"});
    let (missing, _) = line.refused("verdict", asked);
    assert_eq!(
        (hidden, missing),
        (vec!["offering".to_owned()], vec!["offering".to_owned()])
    );

    // Namesakes are listed by key, and a key decides.
    let (fields, keys) = line.refused("answer_sheet", json!({"government": "Washington County"}));
    assert_eq!(fields, ["government"]);
    assert!(keys.len() > 5, "{keys:?}");
    let told = line.told("answer_sheet", json!({"government": keys[0]}));
    assert_eq!(told["government"]["key"], keys[0].as_str());

    // An answer sheet: every category of the first level, or one with its own.
    let told = line.told("answer_sheet", json!({"government": "county-17031"}));
    let answers = told["answers"].as_array().unwrap();
    assert!(answers.len() > 10);
    let known = [
        "yes_confirmed",
        "after_steps",
        "listed",
        "no",
        "not_recorded",
    ];
    for answer in answers {
        assert!(known.contains(&answer["answer"].as_str().unwrap()));
        for offering in answer["offerings"].as_array().unwrap() {
            let source = &offering["source"];
            let silent = source["words"].as_str().unwrap().is_empty();
            assert_eq!(silent, source["confidence"] == "unsourced", "{offering}");
            assert!(source["checked_on"].is_string());
        }
        let silent = answer["answer"] == "not_recorded";
        assert!(!silent || answer["ask"]["name"].is_string(), "{answer}");
    }
    let asked = json!({"government": "county-17031", "category": "Cybersecurity"});
    let told = line.told("answer_sheet", asked);
    let first = &told["answers"][0]["category"];
    assert_eq!(first["slug"], "cybersecurity");

    // Partners, with the office of the state and reasons.
    let asked =
        json!({"government": "county-17031", "category": "cybersecurity", "regimes": ["cjis"]});
    let told = line.told("match", asked);
    assert!(told["state_office"]["text"].is_string());
    assert!(!told["partners"].as_array().unwrap().is_empty());
    let first = &told["partners"][0];
    assert!(!first["why"].as_array().unwrap().is_empty(), "{first}");
    let page = first["url"].as_str().unwrap();
    assert!(page.starts_with("https://portal.example/"), "{page}");

    // Side by side, at a size.
    let both = json!(["quokka-watch", "quokka-silence"]);
    let quantities = json!({"users": 1200, "tb": 2.5});
    let asked = json!({"offerings": both, "government": "county-17031", "quantities": quantities});
    let told = line.told("compare", asked);
    let outcome = |place: usize| told["offerings"][place]["offering"]["verdict"]["outcome"].clone();
    assert_eq!((outcome(0), outcome(1)), (json!("yes"), json!("unknown")));
    assert_eq!(told["offerings"][0]["cost"]["standing"], "not_published");
    let address = told["url"].as_str().unwrap();
    assert!(address.contains("users=1200"), "{address}");
    assert!(address.contains("tb=2.5"), "{address}");

    // Every fault names its field.
    for (tool, arguments, field) in [
        (
            "verdict",
            json!({"government": "Nowhere, Oz", "offering": "a"}),
            "government",
        ),
        (
            "search_offerings",
            json!({"category": "sorcery"}),
            "category",
        ),
        ("search_offerings", json!({"state": "ZZ"}), "state"),
        ("search_offerings", json!({"limit": 51}), "limit"),
        (
            "search_offerings",
            json!({"usable_only": true}),
            "government",
        ),
        (
            "match",
            json!({"government": "county-17031", "category": "cybersecurity", "intent": "sell"}),
            "intent",
        ),
        (
            "match",
            json!({"government": "county-17031", "category": "cybersecurity", "regimes": ["none"]}),
            "regimes",
        ),
        (
            "compare",
            json!({"offerings": ["quokka-watch"]}),
            "offerings",
        ),
        (
            "compare",
            json!({"offerings": ["quokka-watch", "quokka-hidden"]}),
            "offerings: quokka-hidden",
        ),
        ("compare", json!({"offerings": both, "years": 11}), "years"),
        (
            "compare",
            json!({"offerings": both, "quantities": {"users": -1}}),
            "quantities.users",
        ),
    ] {
        let (fields, _) = line.refused(tool, arguments.clone());
        assert_eq!(fields, [field], "{tool} {arguments}");
    }
    let tools = line.ask("tools/list", json!({}));
    let told = tools["result"]["tools"].as_array().unwrap();
    let told = |tool: &str, field: &str| {
        let tool = told.iter().find(|one| one["name"] == tool).unwrap();
        tool["inputSchema"]["properties"][field].clone()
    };
    let years = told("compare", "years");
    assert_eq!(
        (&years["minimum"], &years["maximum"]),
        (&json!(1), &json!(10))
    );
    let limit = told("search_offerings", "limit");
    assert_eq!(
        (&limit["minimum"], &limit["maximum"]),
        (&json!(1), &json!(50))
    );
    let offerings = told("compare", "offerings");
    assert_eq!(
        (&offerings["minItems"], &offerings["maxItems"]),
        (&json!(2), &json!(4))
    );
    let asked = json!({"name": "verdict", "arguments": {"offering": "quokka-watch"}});
    let fault = line.ask("tools/call", asked);
    assert!(fault.to_string().contains("`government`"), "{fault}");

    // What the portal publishes meanwhile is found without a new start.
    publish(&world, &content("quokka-later")).await;
    let asked = json!({"words": "quokka later", "government": "county-17031"});
    let began = Instant::now();
    while line.told("search_offerings", asked.clone())["offerings"][0]["slug"] != "quokka-later" {
        assert!(began.elapsed() < LONGEST, "the later one is not found");
    }
    line.hang_up();
}

#[test]
fn a_line_that_is_closed_without_a_word_ends_well_and_a_portal_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mcp = |more: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_interlocal"))
            .args(more)
            .arg("--data")
            .arg(folder.path())
            .stdin(Stdio::null())
            .output()
            .unwrap()
    };
    let none = mcp(&["mcp"]);
    assert_eq!(none.status.code(), Some(2));
    let fault = String::from_utf8(none.stderr).unwrap();
    assert!(fault.contains("there is no portal in"), "{fault}");
    assert!(none.stdout.is_empty());
    mcp(&["user", "invite", "ada@arden.example", "--role", "steward"]);
    let silent = mcp(&["mcp"]);
    assert!(silent.status.success(), "{silent:?}");
    assert!(silent.stdout.is_empty());
}
