//! The `jmap` command.
fn main() {}
