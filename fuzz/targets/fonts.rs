#![no_main]
#![allow(missing_docs)]

libfuzzer_sys::fuzz_target!(|font: jmap_fuzz::MadeFont| {
    // What panics in the library that cuts fonts down is caught, and must not end the run; what is not caught still does.
    std::panic::set_hook(Box::new(|_| {}));
    jmap_fuzz::fonts(&font);
});
