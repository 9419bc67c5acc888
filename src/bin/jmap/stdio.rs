//! Whether standard output can be written to. Owner of `ctor-lite`, and of `rustix` with `folder` and `ulimit`.

/// Refuses standard output that is closed, or open for reading alone. Rust's library hides both: it puts `/dev/null` in the
/// place of what is closed before `main` is called, and takes what cannot be written for written.
#[cfg(unix)]
pub fn writable() -> std::io::Result<()> {
    use rustix::fs::{OFlags, fcntl_getfl};
    let flags = fcntl_getfl(rustix::stdio::stdout());
    let reads = flags.is_ok_and(|flags| flags & OFlags::RWMODE == OFlags::RDONLY);
    match *CLOSED || reads {
        true => Err(std::io::Error::other("it is closed")),
        false => Ok(()),
    }
}

// Whether standard output was closed when jmap was started. It is looked at before `main`, by a call to the system that needs
// nothing of Rust's library; that is what the `unsafe` vouches for.
#[cfg(unix)]
ctor_lite::ctor! {
    unsafe static CLOSED: bool = rustix::io::fcntl_getfd(rustix::stdio::stdout()).is_err();
}

/// Nothing is known of it here.
#[cfg(not(unix))]
pub fn writable() -> std::io::Result<()> {
    Ok(())
}
