#![no_main]
#![allow(missing_docs)]

libfuzzer_sys::fuzz_target!(|made: jmap_fuzz::Folders| jmap_fuzz::folders(&made));
