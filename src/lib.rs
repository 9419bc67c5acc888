//! jmap compiles a YAML description of a customer journey map into a poster.
//!
//! The modules are the stages of the pipeline, in order:
//! text → located nodes → model → checked map → scene → bytes.
//! The library opens no file, reads no clock and prints nothing.

pub mod color;
pub mod diag;
pub mod geom;

pub mod source;

pub mod model;

pub mod check;

pub mod insight;

pub mod text;

pub mod theme;

pub mod scene;

pub mod layout;

pub mod emit;
