//! What the pages and the files for continuous integration say can be done: every command line that they show is one that
//! jmap takes, the Makefile draws what has changed, the action is described as it is.

mod markdown;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use markdown::{pages, parts, root};

/// Files beside the pages that show commands.
const FILES: &[&str] = &[".pre-commit-hooks.yaml", "ci/gitlab.yml"];

/// Pages that show no command lines: one is written from what `--help` says, the others tell of jmap's inside and its past.
const OTHERS: &[&str] = &["ARCHITECTURE.md", "CHANGELOG.md", "docs/cli.md"];

/// Files and folders that the pages tell of without having them.
const EXAMPLES: &[&str] = &[
    "board.svg",
    "brand.yaml",
    "canvas.pdf",
    "canvas.yaml",
    "change.svg",
    "jmap.schema.json",
    "journeys/",
    "map.pdf",
    "map.png",
    "map.svg",
    "map.yaml",
    "my-map.pdf",
    "my-map.png",
    "my-map.svg",
    "my-map.yaml",
    "nadia.svg",
    "next.yaml",
    "now.yaml",
    "out/",
    "posters/",
    "public.svg",
    "sheets.pdf",
    "stages.pdf",
    "wall.pdf",
    "wall.png",
    "wall.svg",
];

/// What ends a command in a line of the shell.
const ENDS: &[&str] = &["|", "||", "&&", ";", "<", ">", ">>", "2>"];

/// The command lines in a piece of a page: whatever follows `jmap`, up to the end of the command.
fn commands(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for line in text.lines() {
        let line = line.split(" # ").next().unwrap_or_default();
        if line.trim_start().starts_with('#') {
            continue;
        }
        for (at, name) in line.match_indices("jmap ") {
            let before = line[..at].chars().last();
            if before.is_some_and(|c| !c.is_whitespace() && !"\"'`".contains(c)) {
                continue;
            }
            let rest = &line[at + name.len()..];
            // What stands in quotation marks as a whole ends with them.
            let rest = before
                .filter(|c| !c.is_whitespace())
                .map_or(Some(rest), |quote| rest.split(quote).next());
            let words = rest
                .and_then(shlex::split)
                .unwrap_or_else(|| panic!("quotation marks in {line}"));
            found.push(
                words
                    .into_iter()
                    .take_while(|word| !ENDS.contains(&&**word))
                    .collect(),
            );
        }
    }
    found
}

/// The spans of code in the prose of a page that are command lines.
fn spans(prose: &str) -> impl Iterator<Item = &str> {
    let code = prose.split('`').skip(1).step_by(2);
    code.filter(|code| code.starts_with("jmap ") && !code.contains('\n'))
}

/// Whether a word is a path that ought to lead somewhere.
fn is_path(word: &str) -> bool {
    // `0.5in` is a length.
    let begins = word.chars().next();
    let is_length = begins.is_some_and(|c| c.is_ascii_digit());
    word.contains(['/', '.']) && !is_length && !word.contains(['$', '*', '{', '(', '<', '~', ' '])
}

/// What jmap does not take of a command line. With `--help` it reads the line and does nothing.
fn refusal(words: &[String]) -> Option<String> {
    let helps = words.first().is_some_and(|word| word == "help");
    // Behind `--` everything is a name.
    let end = words.iter().position(|word| word == "--");
    let (options, names) = words.split_at(end.unwrap_or(words.len()));
    let output = Command::new(env!("CARGO_BIN_EXE_jmap"))
        .args(options)
        .args((!helps).then_some("--help"))
        .args(names)
        .output()
        .expect("jmap runs");
    (!output.status.success()).then(|| String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The command lines that are shown, each with the file that shows it.
fn shown() -> Vec<(String, Vec<String>)> {
    let mut shown = Vec::new();
    for (name, page) in pages() {
        if OTHERS.contains(&&*name) {
            continue;
        }
        let (blocks, prose) = parts(&page);
        // What is marked as text is what jmap says.
        let code = blocks.iter().filter(|(language, _)| *language != "text");
        let code = code.map(|(_, code)| &**code).chain(spans(&prose));
        shown.extend(code.flat_map(commands).map(|words| (name.clone(), words)));
    }
    for name in FILES {
        let text = fs::read_to_string(root().join(name)).expect("a file");
        let lines = text.lines().filter(|line| !line.contains("name:"));
        let found = lines.flat_map(commands);
        shown.extend(found.map(|words| ((*name).to_owned(), words)));
    }
    for page in ["README.md", "docs/ci.md", "docs/language.md"]
        .iter()
        .chain(FILES)
    {
        let found = shown.iter().any(|(name, _)| name == page);
        assert!(found, "no command in {page}");
    }
    shown
}

#[test]
fn jmap_takes_every_command_line_that_is_shown() {
    let mut wrong = Vec::new();
    for (name, words) in shown() {
        let line = format!("{name}: jmap {}", words.join(" "));
        // In `--output=posters/` the path is what follows.
        let values = words
            .iter()
            .map(|word| word.split_once('=').map_or(&**word, |(_, value)| value));
        let lost = values.filter(|word| {
            is_path(word) && !EXAMPLES.contains(word) && !root().join(word).exists()
        });
        wrong.extend(lost.map(|word| format!("{line}\nthere is no {word}")));
        wrong.extend(refusal(&words).map(|why| format!("{line}\n{why}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_line_that_jmap_does_not_take_is_found() {
    for wrong in [
        "jmap render --nothing x.yaml",
        "jmap draw x.yaml",
        "run: \"jmap check --format poem\"",
    ] {
        let [words] = &commands(wrong)[..] else {
            panic!("{wrong}");
        };
        assert!(refusal(words).is_some(), "{wrong}");
    }
    assert_eq!(
        commands("  - run: jmap check 'a b' | less # c"),
        [["check", "a b"]]
    );
}

/// A mapping in a YAML file.
fn yaml(path: &str) -> Value {
    let text = fs::read_to_string(root().join(path)).expect(path);
    serde_yaml::from_str(&text).expect(path)
}

#[test]
fn the_action_is_described_as_it_is() {
    let action = yaml("action.yml");
    let script = fs::read_to_string(root().join("ci/action.sh")).expect("ci/action.sh");
    let page = fs::read_to_string(root().join("docs/ci.md")).expect("docs/ci.md");
    let step = &action["runs"]["steps"][0];
    let run = step["run"].as_str().expect("a step that runs something");
    assert_eq!(
        run, "\"$GITHUB_ACTION_PATH/ci/action.sh\"",
        "no input in the script's text"
    );
    let inputs = action["inputs"].as_object().expect("inputs");
    assert!(inputs.len() >= 5, "only {inputs:?}");
    for name in inputs.keys() {
        let variable = format!("JMAP_{}", name.to_uppercase());
        assert_eq!(step["env"][&variable], format!("${{{{ inputs.{name} }}}}"));
        assert!(
            script.contains(&variable),
            "ci/action.sh does not use {name}"
        );
    }
    let rows = page
        .lines()
        .skip_while(|line| *line != "| input | meaning | default |")
        .skip(2);
    let told = rows.map_while(|row| row.strip_prefix("| `")?.split('`').next());
    assert_eq!(told.collect::<Vec<_>>(), inputs.keys().collect::<Vec<_>>());
}

/// The Makefile of docs/ci.md, in a folder with two maps, one of which has a picture.
#[cfg(unix)]
#[test]
fn the_makefile_draws_what_has_changed() {
    let page = fs::read_to_string(root().join("docs/ci.md")).expect("docs/ci.md");
    let (blocks, _) = parts(&page);
    let mut makefiles = blocks.iter().filter(|(language, _)| *language == "make");
    let (Some((_, makefile)), None) = (makefiles.next(), makefiles.next()) else {
        panic!("not one Makefile in docs/ci.md");
    };
    let folder = tempfile::tempdir().expect("a folder can be made");
    let at = |path: &str| folder.path().join(path);
    let map = fs::read_to_string(root().join("tests/cmd/files/small.yaml")).expect("a map");
    let pictured = map.replace("{ana: Ana}", "{ana: {name: Ana, image: ana.png}}");
    assert_ne!(map, pictured);
    fs::create_dir(at("journeys")).expect("a folder can be made");
    fs::write(at("Makefile"), makefile).expect("a file can be written");
    fs::write(at("journeys/one.yaml"), &pictured).expect("a file can be written");
    fs::write(at("journeys/two.yaml"), &map).expect("a file can be written");
    let picture = root().join("maps/bicycle-repair/1-noise.png");
    fs::copy(&picture, at("journeys/ana.png")).expect("a file can be copied");

    assert_eq!(made(folder.path()), ["one", "two"]);
    assert!(made(folder.path()).is_empty());
    later(&at("journeys/ana.png"));
    assert_eq!(made(folder.path()), ["one"]);
    later(&at("journeys/two.yaml"));
    assert_eq!(made(folder.path()), ["two"]);
    fs::write(at("journeys/one.yaml"), &map).expect("a file can be written");
    fs::remove_file(at("journeys/ana.png")).expect("the file is there");
    later(&at("journeys/one.yaml"));
    assert_eq!(made(folder.path()), ["one"]);
}

/// What `make` draws, by the maps' names.
#[cfg(unix)]
fn made(folder: &Path) -> Vec<String> {
    let jmap = Path::new(env!("CARGO_BIN_EXE_jmap"));
    let build = jmap.parent().expect("the program is in a folder").display();
    let output = Command::new("make")
        .current_dir(folder)
        .env(
            "PATH",
            format!("{build}:{}", std::env::var("PATH").unwrap_or_default()),
        )
        .output()
        .expect("make runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let targets = said.split(" -o 'posters/").skip(1);
    let mut names: Vec<String> = targets
        .filter_map(|rest| Some(rest.split_once(".svg")?.0.to_owned()))
        .collect();
    names.sort();
    names
}

/// Makes a file younger than all that was written before.
#[cfg(unix)]
fn later(path: &Path) {
    // Clocks of file systems go in steps, some of several milliseconds.
    std::thread::sleep(std::time::Duration::from_millis(30));
    let bytes = fs::read(path).expect("a file");
    fs::write(path, bytes).expect("the file can be written");
}

/// A place for a job: a checkout in which everything tries to be run, an empty folder for tools, and stand-ins for `cargo` and `rustup` that
/// say where and how they were called. The stand-in for cargo installs this jmap.
#[cfg(unix)]
struct Job(tempfile::TempDir);

#[cfg(unix)]
impl Job {
    fn new() -> Job {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let job = Job(tempfile::tempdir().expect("a folder can be made"));
        let write = |path: &str, text: &str| {
            let path = job.at(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
            fs::write(&path, text).expect("a file can be written");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be run");
        };
        let evil = format!(
            "#!/bin/sh\necho \"$0\" >> '{}/owned'\n",
            job.0.path().display()
        );
        for path in [
            ".jmap/bin/jmap",
            ".jmap/REF/bin/jmap",
            "jmap",
            "bin/jmap",
            "cargo",
            "rustup",
            "bin/cargo",
            ".git/hooks/pre-commit",
        ] {
            write(&format!("checkout/{path}"), &evil);
        }
        write(
            "checkout/.cargo/config.toml",
            "[build]\nrustc-wrapper = \"./jmap\"\n",
        );
        write(
            "checkout/rust-toolchain.toml",
            "[toolchain]\npath = \".\"\n",
        );
        let map = fs::read_to_string(root().join("tests/cmd/files/small.yaml")).expect("a map");
        write("checkout/journeys/map.yaml", &map);
        let jmap = env!("CARGO_BIN_EXE_jmap");
        let called = format!(
            "echo \"$(basename \"$0\") in $(pwd -P): $*\" >> '{}/called'\n",
            job.0.path().display()
        );
        write("path/rustup", &format!("#!/bin/sh\n{called}"));
        write(
            "path/cargo",
            &format!(
                "#!/bin/sh\n{called}while [ $# -gt 0 ]; do [ \"$1\" = --root ] && to=$2; shift; done\nmkdir -p \"$to/bin\" && ln -s '{jmap}' \"$to/bin/jmap\"\n"
            ),
        );
        fs::create_dir_all(job.at("temp")).expect("a folder can be made");
        fs::create_dir_all(job.at("action")).expect("a folder can be made");
        symlink(job.at("checkout/.jmap"), job.at("temp/link")).expect("a link can be made");
        job
    }

    fn at(&self, path: &str) -> std::path::PathBuf {
        self.0.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_default()
    }

    /// A shell that runs a script in the checkout, with these variables.
    fn run(&self, shell: &[&str], variables: &[(&str, &str)]) -> std::process::Output {
        let path = std::env::var("PATH").unwrap_or_default();
        let path = format!("{}:{path}", self.at("path").display());
        let output = Command::new(shell[0])
            .args(&shell[1..])
            .current_dir(self.at("checkout"))
            .env("PATH", path)
            .envs(variables.iter().copied())
            .output()
            .expect("the shell runs");
        assert_eq!(
            self.read("owned"),
            "",
            "what a pull request brought was run"
        );
        output
    }

    /// Sees to it that something was built, and nothing in the checkout.
    fn was_built_outside(&self) {
        let called = self.read("called");
        assert!(called.contains("cargo in "), "nothing was built");
        let checkout = self.at("checkout").canonicalize().expect("the checkout");
        let inside = format!(" in {}", checkout.display());
        assert!(!called.contains(&inside), "{called}");
    }
}

#[cfg(unix)]
#[test]
fn the_action_runs_nothing_of_the_checkout() {
    let script = root().join("ci/action.sh");
    let act = |job: &Job, to: &str| {
        let temp = job.at("temp").display().to_string();
        let (path, said) = (format!("{temp}/path"), format!("{temp}/said"));
        let workspace = job.at("checkout").display().to_string();
        let action = job.at("action").display().to_string();
        let variables = [
            ("GITHUB_PATH", &*path),
            ("GITHUB_OUTPUT", &*said),
            ("GITHUB_WORKSPACE", &*workspace),
            ("GITHUB_ACTION_PATH", &*action),
            ("RUNNER_TEMP", &*temp),
            ("JMAP_ROOT", to),
            ("JMAP_COMMAND", "check"),
            ("JMAP_MAPS", "journeys/"),
            ("JMAP_FORMAT", "short"),
            ("JMAP_OUTPUT", ""),
            ("JMAP_DENY", ""),
            ("JMAP_ARGS", ""),
        ];
        job.run(&["bash", &script.display().to_string()], &variables)
    };
    for to in ["", "TEMP/tools", "TEMP/new folder/tools", "TEMP/../tools"] {
        let job = Job::new();
        let output = act(
            &job,
            &to.replace("TEMP", &job.at("temp").display().to_string()),
        );
        assert_eq!(
            output.status.code(),
            Some(0),
            "{to}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        job.was_built_outside();
        assert!(job.read("temp/path").trim_end().ends_with("/bin"));
    }
    for to in [
        ".jmap",
        "./.jmap",
        "WORK/.jmap",
        "WORK",
        "WORK/new/folder",
        "TEMP/link",
        "TEMP/../checkout/.jmap",
        "TEMP/a\nb",
    ] {
        let job = Job::new();
        let to = to.replace("TEMP", &job.at("temp").display().to_string());
        let to = to.replace("WORK", &job.at("checkout").display().to_string());
        let output = act(&job, &to);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{to}: {said}");
        assert!(
            said.starts_with("::error::jmap: the input \"root\" "),
            "{to}: {said}"
        );
        assert_eq!(job.read("called"), "", "{to}");
    }
}

#[cfg(unix)]
#[test]
fn gitlabs_jobs_run_nothing_of_the_checkout() {
    let jobs = yaml("ci/gitlab.yml");
    let lines = |name: &str, key: &str| -> Vec<String> {
        let lines = jobs[name][key].as_array().expect(key).iter();
        lines
            .map(|line| line.as_str().expect("a line").to_owned())
            .collect()
    };
    assert!(
        jobs[".jmap"]["cache"].is_null(),
        "a cache is unpacked into the checkout"
    );
    let run = |job: &Job, name: &str, to: &str| {
        let script = [lines(".jmap", "before_script"), lines(name, "script")]
            .concat()
            .join("\n");
        let checkout = job.at("checkout").display().to_string();
        let posters = job.at("posters/").display().to_string();
        job.run(
            &["sh", "-e", "-c", &script],
            &[
                ("CI_PROJECT_DIR", &*checkout),
                ("JMAP_ROOT", to),
                ("JMAP_SOURCE", "https://example.org/jmap"),
                ("JMAP_REF", "REF"),
                ("JMAP_MAPS", "journeys/"),
                ("JMAP_POSTERS", &*posters),
            ],
        )
    };
    for (name, status) in [(".jmap-check", 0), (".jmap-render", 0), (".jmap-fresh", 1)] {
        let job = Job::new();
        let output = run(&job, name, &job.at("tools").display().to_string());
        assert_eq!(
            output.status.code(),
            Some(status),
            "{name}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        job.was_built_outside();
    }
    for to in [
        "checkout/.jmap",
        "checkout",
        "temp/link",
        "temp/../checkout/.jmap/REF",
    ] {
        let job = Job::new();
        let output = run(&job, ".jmap-check", &job.at(to).display().to_string());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{to}: {said}");
        assert!(
            said.starts_with("JMAP_ROOT is in the project's folder"),
            "{to}: {said}"
        );
        assert_eq!(job.read("called"), "", "{to}");
    }
}

/// No recipe puts what it runs, or what a shell writes for another step, into the checkout.
#[test]
fn recipes_keep_their_tools_outside_the_checkout() {
    let page = fs::read_to_string(root().join("docs/ci.md")).expect("docs/ci.md");
    let (blocks, _) = parts(&page);
    let recipes = blocks.iter().filter(|(language, _)| *language == "yaml");
    let mut looked_at = 0;
    for (_, recipe) in recipes {
        for line in recipe.lines() {
            assert!(!line.contains(".jmap/"), "{line}");
            let outside = line.contains("runner.temp }}/") || line.contains("\"$RUNNER_TEMP/");
            if line.contains("  root:")
                || line.contains("> ")
                || (line.contains("path:") && line.contains("jmap"))
            {
                looked_at += 1;
                assert!(outside, "{line}");
            }
        }
    }
    assert!(looked_at >= 2, "{looked_at}");
}
