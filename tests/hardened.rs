//! How the program is linked: what a mistake in a library that reads a stranger's bytes would find.
#![cfg(all(
    target_os = "linux",
    target_pointer_width = "64",
    target_endian = "little"
))]

use std::fs;

/// Kinds of files and parts of them (the ELF specification, version 1.2, and its GNU extensions).
const ET_DYN: u64 = 3;
const PT_LOAD: u64 = 1;
const PT_DYNAMIC: u64 = 2;
const PT_INTERP: u64 = 3;
const PT_GNU_STACK: u64 = 0x6474_E551;
const PT_GNU_RELRO: u64 = 0x6474_E552;
const DT_FLAGS: u64 = 30;
const DT_FLAGS_1: u64 = 0x6FFF_FFFB;
const DF_BIND_NOW: u64 = 8;
const DF_1_NOW: u64 = 1;
const DF_1_PIE: u64 = 0x0800_0000;
/// What may be done with a part in memory.
const EXECUTE: u64 = 1;
const WRITE: u64 = 2;

struct Elf(Vec<u8>);

impl Elf {
    fn number(&self, at: u64, bytes: usize) -> u64 {
        let at = at as usize;
        let field = &self.0[at..at + bytes];
        field
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// The parts: kind, rights, place in the file, length.
    fn parts(&self) -> Vec<(u64, u64, u64, u64)> {
        let (table, size, count) = (self.number(32, 8), self.number(54, 2), self.number(56, 2));
        let part = |at: u64| {
            (
                self.number(at, 4),
                self.number(at + 4, 4),
                self.number(at + 8, 8),
                self.number(at + 32, 8),
            )
        };
        (0..count).map(|at| part(table + at * size)).collect()
    }

    /// A value of the table for the loader.
    fn dynamic(&self, key: u64) -> u64 {
        let parts = self.parts();
        let (_, _, place, length) = parts
            .iter()
            .find(|part| part.0 == PT_DYNAMIC)
            .expect("a table for the loader");
        let mut entries = (*place..place + length).step_by(16);
        entries
            .find(|at| self.number(*at, 8) == key)
            .map_or(0, |at| self.number(at + 8, 8))
    }
}

#[test]
fn the_program_is_hardened() {
    let elf = Elf(fs::read(env!("CARGO_BIN_EXE_jmap")).expect("the program"));
    assert_eq!(&elf.0[..6], b"\x7fELF\x02\x01");
    let parts = elf.parts();
    let has = |kind: u64| parts.iter().any(|part| part.0 == kind);
    // Its code stands where chance puts it.
    assert_eq!(elf.number(16, 2), ET_DYN, "not position-independent");
    assert!(
        elf.dynamic(DT_FLAGS_1) & DF_1_PIE != 0,
        "not position-independent"
    );
    // Nothing is executed that can be written.
    let stack = parts
        .iter()
        .find(|part| part.0 == PT_GNU_STACK)
        .expect("says what the stack may");
    assert_eq!(stack.1 & EXECUTE, 0, "an executable stack");
    for (_, rights, ..) in parts.iter().filter(|part| part.0 == PT_LOAD) {
        assert_ne!(
            rights & (WRITE | EXECUTE),
            WRITE | EXECUTE,
            "written and executed"
        );
    }
    assert!(has(PT_GNU_RELRO), "tables of addresses can be written");
    if !has(PT_INTERP) {
        eprintln!(
            "Linked without a loader: nothing is bound later, so how that is done was not looked at."
        );
        return;
    }
    let now = elf.dynamic(DT_FLAGS) & DF_BIND_NOW != 0 || elf.dynamic(DT_FLAGS_1) & DF_1_NOW != 0;
    assert!(
        now,
        "functions of libraries are bound later, through a table that can be written"
    );
}
