//! What depends on who runs the tests, and on what the system lets them do. What it does not let them is skipped, and said.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::case::{shell, start};

/// A user and group without rights; they need not have names.
const NOBODY: u32 = 65534;

/// Runs a command of the system, and says whether it worked.
fn works(command: &str, args: &[&str]) -> bool {
    let done = Command::new(command).args(args).output();
    let done = done.is_ok_and(|output| output.status.success());
    if !done {
        println!("not tested: {command} {args:?} does not work here");
    }
    done
}

/// Something that is done to a file for as long as this lives.
struct Undone(&'static str, Vec<String>);

impl Drop for Undone {
    fn drop(&mut self) {
        let args: Vec<&str> = self.1.iter().map(String::as_str).collect();
        works(self.0, &args);
    }
}

/// A folder with an old drawing in it, beside the files of the cases.
fn with_old(name: &str) -> (TempDir, PathBuf) {
    let folder = start();
    let place = folder.path().join(name);
    fs::create_dir(&place).expect("a folder can be made");
    fs::write(place.join("map.svg"), "old").expect("a file can be written");
    (folder, place)
}

/// Runs jmap, which must say why it writes nothing, and must leave nothing beside the old drawing.
fn refused(folder: &Path, place: &Path, command: &str, said: &str) {
    let output = shell(folder, command).output().expect("the shell runs");
    assert_eq!(output.status.code(), Some(2), "{command}");
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        format!("error: {said}\n"),
        "{command}"
    );
    let map = fs::read(place.join("map.svg")).expect("the old drawing is there");
    assert_eq!(map, b"old", "{command}");
    let there = fs::read_dir(place).expect("the folder is there").count();
    assert_eq!(there, 1, "{command} leaves something");
}

#[test]
fn a_full_disk_keeps_what_it_has() {
    let (folder, place) = with_old("small");
    let path = place.to_string_lossy().into_owned();
    if !works("mount", &["-t", "tmpfs", "-o", "size=16k", "tmpfs", &path]) {
        return;
    }
    let _undone = Undone("umount", vec![path]);
    fs::write(place.join("map.svg"), "old").expect("so much fits");
    for (output, name) in [("small/map.svg", "map.svg"), ("small/new.svg", "new.svg")] {
        let said = format!("cannot write `small/{name}`: the disk is full");
        let command = format!("jmap render good.yaml -o {output}");
        refused(folder.path(), &place, &command, &said);
    }
}

#[test]
fn a_disk_that_can_only_be_read_keeps_what_it_has() {
    let (folder, place) = with_old("there");
    let path = place.to_string_lossy().into_owned();
    if !works("mount", &["--bind", &path, &path]) {
        return;
    }
    let _undone = Undone("umount", vec![path.clone()]);
    assert!(works("mount", &["-o", "remount,ro,bind", &path]));
    for (output, said) in [
        ("there/map.svg", "write `there/map.svg`"),
        ("there/new.svg", "write `there/new.svg`"),
        ("there/new/", "make the folder `there/new/`"),
        ("map.svg --depfile there/map.d", "write `there/map.d`"),
    ] {
        let said = format!("cannot {said}: read-only file system");
        let command = format!("jmap render good.yaml -o {output}");
        refused(folder.path(), &place, &command, &said);
    }
}

/// A folder in which no file can be made, and a file that cannot be written: by a flag that binds the superuser as well, and by
/// the permissions of those that run the tests otherwise.
#[test]
fn what_may_not_be_written_stays() {
    let (folder, place) = with_old("locked");
    let (path, map) = (place.to_string_lossy(), place.join("map.svg"));
    let locked = |name: &str| {
        format!(
            "cannot write `locked/{name}`: no new file may be made in `locked`, and jmap replaces a file only by a whole new one"
        )
    };
    let lock = |mode| fs::set_permissions(&place, Permissions::from_mode(mode));
    lock(0o555).expect("permissions can be set");
    let probe = place.join("probe");
    let _undone = if fs::write(&probe, "").is_ok() {
        fs::remove_file(&probe).expect("it was made");
        if !works("chattr", &["+i", &path]) {
            return;
        }
        Undone("chattr", vec!["-i".to_owned(), path.into_owned()])
    } else {
        Undone("chmod", vec!["755".to_owned(), path.into_owned()])
    };
    for name in ["map.svg", "new.svg"] {
        let command = format!("jmap render good.yaml -o locked/{name}");
        refused(folder.path(), &place, &command, &locked(name));
    }
    drop(_undone);

    fs::set_permissions(&map, Permissions::from_mode(0o444)).expect("permissions can be set");
    let map = map.to_string_lossy().into_owned();
    let _undone = match fs::OpenOptions::new().write(true).open(&map) {
        Ok(_) if !works("chattr", &["+i", &map]) => return,
        Ok(_) => Some(Undone("chattr", vec!["-i".to_owned(), map])),
        Err(_) => None,
    };
    let said = "cannot write `locked/map.svg`: permission denied";
    refused(
        folder.path(),
        &place,
        "jmap render good.yaml -o locked/map.svg",
        said,
    );
}

#[test]
fn what_may_not_be_read_is_told() {
    let (folder, place) = with_old("there");
    fs::write(folder.path().join("small.png"), "").expect("a file can be written");
    for name in ["good.yaml", "small.png"] {
        let file = folder.path().join(name);
        fs::set_permissions(file, Permissions::from_mode(0o000)).expect("permissions can be set");
    }
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("a mode");
    let is_root = fs::read(folder.path().join("good.yaml")).is_ok();
    let as_nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups"];
    let mut who = String::new();
    if is_root {
        let jmap = env!("CARGO_BIN_EXE_jmap");
        if !works("setpriv", &[&as_nobody[..], &[jmap, "--version"]].concat()) {
            return;
        }
        who = format!("setpriv {} ", as_nobody.join(" "));
    }
    let said = "cannot read `good.yaml`: permission denied";
    let command = format!("{who}jmap render good.yaml -o there/map.svg");
    refused(folder.path(), &place, &command, said);
    let map = fs::read_to_string(folder.path().join("small.yaml")).expect("a map");
    let map = map.replace("Ana}", "{name: Ana, image: small.png}}");
    fs::write(folder.path().join("small.yaml"), map).expect("a file can be written");
    let command = format!("{who}jmap check small.yaml");
    let output = shell(folder.path(), &command).output().expect("a shell");
    let found = String::from_utf8_lossy(&output.stdout);
    assert!(
        found.contains("`small.png` cannot be read") && found.contains("permission denied"),
        "{found}"
    );
}

#[test]
fn a_file_keeps_its_owner_and_its_permissions() {
    let (folder, place) = with_old("there");
    let map = place.join("map.svg");
    if chown(&map, Some(NOBODY), Some(NOBODY)).is_err() {
        println!("not tested: whoever runs this may not give files away");
        return;
    }
    fs::set_permissions(&map, Permissions::from_mode(0o640)).expect("permissions can be set");
    let draw = |command: &str| {
        let output = shell(folder.path(), command).output().expect("a shell");
        assert!(output.status.success(), "{output:?}");
        let data = fs::metadata(&map).expect("the drawing");
        assert!(data.len() > 1000, "it is a new one");
        (data.uid(), data.gid(), data.mode() & 0o7777)
    };
    let drawn = draw("jmap render good.yaml -o there/map.svg");
    assert_eq!(drawn, (NOBODY, NOBODY, 0o640));

    // Whoever may not give files away has it, and the group that it gets instead may do no more than everybody.
    fs::write(&map, "old").expect("a file can be written");
    fs::set_permissions(&map, Permissions::from_mode(0o664)).expect("permissions can be set");
    chown(&map, Some(0), Some(0)).expect("it can be given back");
    fs::set_permissions(&map, Permissions::from_mode(0o662)).expect("permissions can be set");
    for open in [folder.path(), &place] {
        fs::set_permissions(open, Permissions::from_mode(0o777)).expect("a mode");
    }
    let who = "setpriv --reuid 65534 --regid 65534 --clear-groups";
    if works("setpriv", &["--reuid", "65534", "--clear-groups", "true"]) {
        let drawn = draw(&format!("{who} jmap render good.yaml -o there/map.svg"));
        assert_eq!(drawn, (NOBODY, NOBODY, 0o622));
    }
}

#[test]
fn upper_and_lower_case_are_the_same_where_the_disk_says_so() {
    let folder = start();
    let at = |path: &str| folder.path().join(path);
    fs::create_dir(at("disk")).expect("a folder can be made");
    let (disk, image) = (
        at("disk").display().to_string(),
        at("image").display().to_string(),
    );
    let file = fs::File::create(&image).expect("a file can be made");
    file.set_len(16 << 20).expect("a file can grow");
    let mounted = works("mkntfs", &["-F", "-Q", &image])
        && works("lowntfs-3g", &["-o", "ignore_case", &image, &disk]);
    if !mounted {
        return;
    }
    let _undone = Undone("umount", vec![disk]);
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/bicycle-repair/1-noise.png");
    let picture = fs::read(picture).expect("a picture");
    let map = fs::read_to_string(at("small.yaml")).expect("a map");
    fs::write(at("disk/desk.yaml"), &map).expect("a map");
    fs::write(at("disk/Desk.png"), &picture).expect("a picture");
    let shown = map.replace("{name: Asks", "{image: DESK.PNG, name: Asks");
    assert_ne!(map, shown);
    fs::write(at("disk/join.yaml"), shown).expect("a map");
    fs::create_dir(at("disk/sub")).expect("a folder can be made");
    fs::write(at("Desk.yaml"), &map).expect("a map");
    for (command, said) in [
        // A picture that is there, and one that is not there yet.
        (
            "jmap render disk -o disk -f png",
            "is what the drawing of `disk/join.yaml` is made from",
        ),
        (
            "rm disk/desk.PNG; jmap render disk -o disk -f png",
            "is what the drawing of `disk/join.yaml` is made from",
        ),
        (
            "jmap render disk/desk.yaml Desk.yaml -o disk/sub",
            "are one file here, where upper and lower case are the same",
        ),
        (
            "jmap render disk/desk.yaml Desk.yaml -o disk/new/",
            "are one file here, where upper and lower case are the same",
        ),
        (
            "jmap render Desk.yaml -o disk/a.svg --depfile disk/A.SVG",
            "would replace a file that is in use",
        ),
    ] {
        let output = shell(folder.path(), command)
            .output()
            .expect("the shell runs");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{command}: {stderr}");
        assert!(stderr.contains(said), "{command}: {stderr}");
        let drawings = fs::read_dir(at("disk/sub")).expect("a folder").count();
        assert!(
            drawings == 0 && !at("disk/new").exists() && !at("disk/a.svg").exists(),
            "{command}"
        );
    }
}
