//! The least that a compiler of maps could do: reads a file and writes 60 KB. `whole` compares jmap with it.

use std::io::Write;

fn main() -> std::io::Result<()> {
    let mut paths = std::env::args_os().skip(1);
    let input = paths
        .next()
        .map(std::fs::read)
        .transpose()?
        .unwrap_or_default();
    let bytes: Vec<u8> = input.into_iter().cycle().take(60_000).collect();
    match paths.next() {
        Some(path) => std::fs::write(path, bytes),
        None => std::io::stdout().write_all(&bytes),
    }
}
