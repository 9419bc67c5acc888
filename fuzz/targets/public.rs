#![no_main]
#![allow(missing_docs)]

libfuzzer_sys::fuzz_target!(|map: jmap_fuzz::Made<true>| {
    jmap_fuzz::public(&map);
});
