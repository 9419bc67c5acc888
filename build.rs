//! How the program is linked.

use std::env::var;

/// On Linux the program is put at a fixed address. Else the loader writes tens of thousands of addresses into it at every
/// start, which takes half a millisecond. Stack, heap and libraries stay where chance puts them.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |key: &str, value: &str| var(key).is_ok_and(|found| found == value);
    let linux = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    if linux && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
