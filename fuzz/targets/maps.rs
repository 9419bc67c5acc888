#![no_main]
#![allow(missing_docs)]

libfuzzer_sys::fuzz_target!(|map: jmap_fuzz::Made| jmap_fuzz::maps(&map));
