//! What happens where a link stands: each row of the table in docs/safety.md, with every kind of link.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const HEADER: &str = "| a link in the place of | that stays in the folder | that leads to nothing there | that leads out |";
const MAP: &str = "title: The map\nowner: INSIDE\npersonas: {a: Ana}\nchannels: [desk]\nstages:\n- name: Visit\n  touchpoints: [{name: Asks, channel: desk, emotion: 1}]\n";

/// What a link leads to.
#[derive(Clone, Copy)]
enum Content {
    /// A map with a mistake that is quoted.
    Wrong,
    /// A map.
    Map,
    /// A PNG.
    Picture,
    /// A font with Arabic letters.
    Font,
    /// A theme.
    Theme,
    /// What the map in `maps/` becomes.
    Drawing,
    /// What stands where something is to be written.
    Old,
}

/// A row of the table: what is tried, and how.
struct Row {
    name: &'static str,
    content: Content,
    /// The link, in the folder `in`; some stand in `in/maps`.
    link: &'static str,
    /// Another file of the case.
    map: Option<(&'static str, &'static str)>,
    command: &'static [&'static str],
    /// What is printed only where the file was read; where it is empty, the status says it.
    shows: &'static str,
}

const ROWS: &[Row] = &[
    Row {
        name: "a map in a folder: `check FOLDER`",
        content: Content::Wrong,
        link: "in/link.yaml",
        map: None,
        command: &["check", "in"],
        shows: "SIDE",
    },
    Row {
        name: "… `render FOLDER`",
        content: Content::Map,
        link: "in/link.yaml",
        map: None,
        command: &["render", "in", "-o", "out"],
        shows: "",
    },
    Row {
        name: "… `paper FOLDER`",
        content: Content::Map,
        link: "in/link.yaml",
        map: None,
        command: &["paper", "in"],
        shows: "READ FROM",
    },
    Row {
        name: "… `insight FOLDER`",
        content: Content::Map,
        link: "in/link.yaml",
        map: None,
        command: &["insight", "in"],
        shows: "The map",
    },
    Row {
        name: "… `status FOLDER`",
        content: Content::Map,
        link: "in/link.yaml",
        map: None,
        command: &["status", "in"],
        shows: "SIDE",
    },
    Row {
        name: "a map that the command line names, also by a pattern: `check FOLDER/*.yaml`",
        content: Content::Wrong,
        link: "in/link.yaml",
        map: None,
        command: &["check", "in/link.yaml"],
        shows: "SIDE",
    },
    Row {
        name: "a picture that a map names",
        content: Content::Picture,
        link: "in/link.png",
        map: Some(("in/map.yaml", "image: LINK")),
        command: &["render", "in/map.yaml"],
        shows: "data:image/png",
    },
    Row {
        name: "a font that a map names",
        content: Content::Font,
        link: "in/link.ttf",
        map: Some(("in/map.yaml", "fonts: LINK")),
        command: &["render", "in/map.yaml"],
        shows: "</svg>",
    },
    Row {
        name: "a theme that a map names",
        content: Content::Theme,
        link: "in/link.yml",
        map: Some(("in/map.yaml", "theme: LINK")),
        command: &["render", "in/map.yaml"],
        shows: "</svg>",
    },
    Row {
        name: "a font in a folder of `--font`",
        content: Content::Font,
        link: "in/link.ttf",
        map: Some(("maps/arabic.yaml", "title: \u{628}")),
        command: &[
            "render",
            "maps/arabic.yaml",
            "--font",
            "in",
            "--text",
            "system",
        ],
        shows: "Noto Sans Arabic",
    },
    Row {
        name: "a drawing in the folder of `render --check`",
        content: Content::Drawing,
        link: "in/map.svg",
        map: None,
        command: &["render", "maps/map.yaml", "-o", "in/", "--check"],
        shows: "",
    },
    Row {
        name: "a drawing in a folder of `status`",
        content: Content::Drawing,
        link: "in/link.svg",
        map: None,
        command: &["status", "maps", "--outputs", "in"],
        shows: "1 current",
    },
    Row {
        name: "an output in the folder of `-o`",
        content: Content::Old,
        link: "in/map.svg",
        map: None,
        command: &["render", "maps/map.yaml", "-o", "in/"],
        shows: "",
    },
    Row {
        name: "… with `--follow-links`",
        content: Content::Old,
        link: "in/map.svg",
        map: None,
        command: &["render", "maps/map.yaml", "-o", "in/", "--follow-links"],
        shows: "",
    },
    Row {
        name: "a manual page in the folder of `man -o`",
        content: Content::Old,
        link: "in/jmap.1",
        map: None,
        command: &["man", "-o", "in"],
        shows: "",
    },
    Row {
        name: "an output that the command line names: `-o FILE`",
        content: Content::Old,
        link: "in/map.svg",
        map: None,
        command: &["render", "maps/map.yaml", "-o", "in/map.svg"],
        shows: "",
    },
    Row {
        name: "the file of `--depfile`",
        content: Content::Old,
        link: "in/map.d",
        map: None,
        command: &[
            "render",
            "maps/map.yaml",
            "-o",
            "map.svg",
            "--depfile",
            "in/map.d",
        ],
        shows: "",
    },
];

impl Content {
    fn bytes(self, inside: bool) -> Vec<u8> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let word = if inside { "INSIDE" } else { "OUTSIDE" };
        let file = |path: &str| fs::read(root.join(path)).expect(path);
        match self {
            Content::Wrong => format!("{MAP}{word}: 1\n").into_bytes(),
            Content::Map => MAP.replace("INSIDE", word).into_bytes(),
            Content::Picture => file("maps/bicycle-repair/1-noise.png"),
            Content::Font => file("maps/fonts/NotoSansArabic-Regular.ttf"),
            Content::Theme => b"extends: dark\n".to_vec(),
            Content::Drawing => {
                let folder = tempfile::tempdir().expect("a folder");
                fs::write(folder.path().join("map.yaml"), MAP).expect("a file");
                let done = jmap(folder.path(), &["render", "map.yaml", "-o", "map.svg"]);
                assert!(done.status.success(), "{}", told(&done));
                fs::read(folder.path().join("map.svg")).expect("a drawing")
            }
            Content::Old => b"old".to_vec(),
        }
    }
}

fn jmap(folder: &Path, command: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jmap"))
        .args(command)
        .current_dir(folder)
        .output()
        .expect("jmap runs")
}

fn told(done: &Output) -> String {
    [&done.stdout, &done.stderr]
        .map(|text| String::from_utf8_lossy(text).into_owned())
        .concat()
}

/// All files below a folder and their bytes, and where links lead.
fn state(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            let (path, kind) = (entry.path(), entry.file_type().expect("a kind"));
            if kind.is_dir() {
                open.push(path);
            } else if kind.is_symlink() {
                let to = fs::read_link(&path).expect("a link");
                files.insert(path, to.into_os_string().into_encoded_bytes());
            } else {
                files.insert(path.clone(), fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// How links that belong in a column lead: by what way to where. `{}` is the folder of the case.
fn ways(column: usize, row: &Row, said: &str) -> Vec<(&'static str, &'static str)> {
    let beside = row.map.is_some_and(|(map, _)| map.starts_with("in/"));
    let mut ways = match column {
        0 => vec![
            ("a link", "kept/real"),
            ("a link with detours", "./kept/../kept/real"),
            ("a chain", "second"),
            ("an absolute link", "{}/in/kept/real"),
        ],
        1 => vec![
            ("a dangling link", "kept/none"),
            ("a dangling chain", "fourth"),
        ],
        _ => vec![
            ("a link", "../out-of/real"),
            ("a chain", "third"),
            ("an absolute link", "{}/out-of/real"),
            ("a link to nothing", "../out-of/none"),
            ("a link to nothing in no folder", "../none/none"),
            ("an absolute link to nothing", "{}/out-of/none"),
            ("a link to a folder", "../out-of"),
            ("out and in again", "../in/kept/real"),
            (
                "up from a folder that is not there",
                "none/../../out-of/real",
            ),
            ("through a folder that is a link", "folder/real"),
            ("to nothing through a folder that is a link", "folder/none"),
        ],
    };
    if column == 2 && said != "refused" {
        // Who follows links out can follow those that lead to something.
        let leads_nowhere = ["none", "../out-of"];
        ways.retain(|(_, to)| {
            !leads_nowhere.iter().any(|end| to.ends_with(end)) && !to.starts_with("none/")
        });
    }
    if beside && column == 2 {
        ways.push(("no link but such a folder", "PATH folder/real"));
    }
    ways
}

/// What happened, in the table's words.
fn fate(row: &Row, folder: &Path, to: &str) -> (String, String) {
    let at = |path: &str| folder.join(path);
    for made in ["in/kept", "out-of", "maps"] {
        fs::create_dir_all(at(made)).expect("a folder");
    }
    fs::write(at("in/kept/real"), row.content.bytes(true)).expect("a file");
    fs::write(at("out-of/real"), row.content.bytes(false)).expect("a file");
    fs::write(at("maps/map.yaml"), MAP).expect("a map");
    symlink("kept/real", at("in/second")).expect("a link");
    symlink("../out-of/real", at("in/third")).expect("a link");
    symlink("kept/none", at("in/fourth")).expect("a link");
    symlink("../out-of", at("in/folder")).expect("a link");
    let mut named = row.link.rsplit('/').next().expect("a name");
    match to.strip_prefix("PATH ") {
        Some(path) => named = path,
        None => {
            let to = to.replace("{}", &folder.display().to_string());
            symlink(to, at(row.link)).expect("a link");
        }
    }
    if let Some((path, key)) = row.map {
        let key = key.replace("LINK", named);
        let map = match key.split(':').next() {
            Some("image") => MAP.replace("channel: desk,", &format!("channel: desk, {key},")),
            Some("title") => MAP.replace("title: The map", &key),
            _ => format!("{MAP}{key}\n"),
        };
        fs::write(at(path), map).expect("a map");
    }
    let before = state(folder);
    let done = jmap(folder, row.command);
    let mut told = told(&done);
    let after = state(folder);
    let changed = |path: &PathBuf| before.get(path) != after.get(path);
    if matches!(row.content, Content::Old) {
        let written = after
            .keys()
            .any(|path| changed(path) && !path.ends_with("map.svg"));
        let is_link = fs::symlink_metadata(at(row.link)).is_ok_and(|data| data.is_symlink());
        assert!(is_link, "{}: the link is gone", row.name);
        let fate = match (written, done.status.success()) {
            (true, true) => "written through",
            (false, false) if told.contains("leads out of") => "refused",
            _ => "?",
        };
        return (fate.to_owned(), told);
    }
    assert!(
        before.keys().all(|path| !changed(path)),
        "{}: {to}",
        row.name
    );
    for file in after.keys().filter(|path| changed(path)) {
        told += &String::from_utf8_lossy(&after[file]);
    }
    let refused = told.contains("leads out of");
    if refused {
        assert!(!told.contains("OUTSIDE"), "{}: {to}: {told}", row.name);
    }
    let read = match row.shows {
        "" => done.status.success(),
        shows => told.contains(shows),
    };
    let fate = match (refused, read, done.status.success()) {
        (true, ..) => "refused",
        (_, true, _) => "read",
        (.., false) => "not found",
        _ => "passed over",
    };
    (fate.to_owned(), told)
}

#[test]
fn what_happens_with_links_is_what_the_page_says() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/safety.md");
    let page = fs::read_to_string(page).expect("the page");
    let lines = page.lines().skip_while(|line| *line != HEADER).skip(2);
    let said: Vec<Vec<&str>> = lines
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert_eq!(said.len(), ROWS.len(), "as many rows as on the page");
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for (row, said) in ROWS.iter().zip(said) {
        assert_eq!(row.name, said[0]);
        for column in 0..3 {
            let mut sentence: Option<String> = None;
            for (way, to) in ways(column, row, said[column + 1]) {
                let folder = tempfile::tempdir().expect("a folder");
                let folder = fs::canonicalize(folder.path()).expect("a folder");
                fs::create_dir_all(&folder).expect("a folder");
                let (fate, told) = fate(row, &folder, to);
                tried += 1;
                if fate != said[column + 1] {
                    wrong.push(format!(
                        "{}, {way} ({to}): {fate}, not {}\n{told}",
                        row.name,
                        said[column + 1]
                    ));
                }
                // Whatever is there outside, or is not, the answer is one.
                if column == 2 && fate == "refused" && !to.starts_with("PATH") {
                    let first = sentence.get_or_insert_with(|| told.clone());
                    if *first != told {
                        wrong.push(format!(
                            "{}, {way} ({to}): another answer:\n{told}and not\n{first}",
                            row.name
                        ));
                    }
                }
                let _ = fs::remove_dir_all(&folder);
            }
        }
    }
    println!("{tried} links in {} places", ROWS.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_folder_of_outputs_itself_may_be_a_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |path: &str| folder.path().join(path);
    fs::create_dir_all(at("work")).expect("a folder");
    fs::create_dir_all(at("work/real")).expect("a folder");
    fs::create_dir_all(at("other")).expect("a folder");
    fs::write(at("work/map.yaml"), MAP).expect("a map");
    let absolute = at("other").display().to_string();
    for (name, to, real, works) in [
        ("inside", "real", "work/real", true),
        ("outside", "../other", "other", true),
        ("absolute", absolute.as_str(), "other", true),
        ("chain", "outside", "other", true),
        ("dangling", "../none", "none", false),
    ] {
        symlink(to, at("work").join(name)).expect("a link");
        let command = ["render", "map.yaml", "-o", &format!("{name}/")];
        let done = jmap(&at("work"), &command);
        assert_eq!(done.status.success(), works, "{name}: {}", told(&done));
        let drawing = at(real).join("map.svg");
        assert_eq!(drawing.is_file(), works, "{name}");
        if works {
            fs::remove_file(drawing).expect("a drawing");
        }
    }
}

#[test]
fn a_map_that_is_found_and_named_is_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |path: &str| folder.path().join(path);
    fs::create_dir_all(at("in")).expect("a folder");
    fs::write(at("map"), MAP).expect("a map");
    symlink("../map", at("in/link.yaml")).expect("a link");
    fs::write(at("in/other.yaml"), MAP).expect("a map");
    for (command, works) in [
        (["insight", "in", "in/link.yaml"], true),
        (["insight", "./in/link.yaml", "in"], true),
        (["insight", "in", "in/other.yaml"], false),
    ] {
        let done = jmap(folder.path(), &command);
        assert_eq!(done.status.success(), works, "{command:?} {}", told(&done));
        // The others go on.
        assert!(
            String::from_utf8_lossy(&done.stdout).contains("The map"),
            "{command:?}"
        );
    }
}
