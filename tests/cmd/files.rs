//! What depends on who runs the tests.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use crate::case::{shell, start};

#[test]
fn what_may_not_be_written_stays() {
    let folder = start();
    let locked = folder.path().join("locked");
    fs::create_dir(&locked).expect("a folder can be made");
    fs::write(locked.join("map.svg"), "old").expect("a file can be written");
    fs::set_permissions(&locked, Permissions::from_mode(0o555)).expect("permissions can be set");
    if fs::write(locked.join("probe"), "").is_ok() {
        println!("not tested: whoever runs this may write everywhere");
        return;
    }
    let output = shell(folder.path(), "jmap render good.yaml -o locked/map.svg")
        .output()
        .expect("the shell runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        output.stderr,
        b"error: cannot write `locked/map.svg`: permission denied\n"
    );
    assert_eq!(
        fs::read(locked.join("map.svg")).expect("the file is there"),
        b"old"
    );
    fs::set_permissions(&locked, Permissions::from_mode(0o755)).expect("permissions can be set");
}

#[test]
fn a_file_that_may_not_be_written_is_not_replaced() {
    let folder = start();
    let map = folder.path().join("map.svg");
    fs::write(&map, "old").expect("a file can be written");
    fs::set_permissions(&map, Permissions::from_mode(0o444)).expect("permissions can be set");
    if fs::OpenOptions::new().write(true).open(&map).is_ok() {
        println!("not tested: whoever runs this may write everywhere");
        return;
    }
    let output = shell(folder.path(), "jmap render good.yaml -o map.svg")
        .output()
        .expect("the shell runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read(&map).expect("the file is there"), b"old");
}
