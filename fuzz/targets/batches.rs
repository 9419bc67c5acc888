#![no_main]
#![allow(missing_docs)]

libfuzzer_sys::fuzz_target!(|made: jmap_fuzz::Batches| jmap_fuzz::batches(&made));
