//! PDF: vectors, real text with the fonts' subsets and what each glyph stands for, a tree of tags, bookmarks. Owner of
//! `krilla`.
//!
//! krilla panics where content is tagged within tagged content, or where a tag that was handed out is not in the tree:
//! `page` draws what lies in a figure or an ornament without tags of its own, and `tags` keeps every leaf.

mod bookmarks;
mod document;
mod element;
mod faces;
mod links;
mod metadata;
mod origin;
mod page;
mod path;
mod pictures;
mod refusal;
mod shape;
mod speech;
mod standard;
mod table;
mod tags;
mod text;
mod viewer;

pub use document::write;
pub use origin::read as origin;
pub use standard::{STANDARDS, Standards};
