//! Events of the YAML library → located tree. Nothing here calls itself: depth costs no stack.

use std::collections::HashMap;
use std::rc::Rc;

use serde_yaml::granit_parser::{
    ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as Range, StructureStyle, Tag, options,
};

use super::block::{absent_value, block_list, block_scalar};
use super::frame::{Built, Cost, Frame};
use super::nearly::is_odd_space;
use super::{Limits, Node, Scalar, Value, foreign, hidden, refuse, slips};
use crate::diag::{self, Diagnostic, Findings, Span};
use crate::limits::Limit;

/// Reads a text as one YAML 1.2 document.
///
/// The findings come in the order in which they were met. There is no node after a syntax error or beyond a limit; an
/// empty text is an empty mapping. Wherever there is a node, all other findings can still be made in it.
pub fn parse(text: &str, limits: &Limits) -> (Option<Node>, Vec<Diagnostic>) {
    if let Some(finding) = limits
        .refuse_bytes(text.len())
        .or_else(|| refuse::control_character(text))
        .or_else(|| foreign::refuse(text))
    {
        return (None, vec![finding]);
    }
    let mut reader = Reader::new(text, limits);
    let options = options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: limits.count(Limit::Depth),
        block_nesting_limit: limits.count(Limit::Depth),
    };
    for event in Parser::new_from_str_with_options(text, options) {
        match event
            .map_err(|error| reader.explain(&error))
            .and_then(|(event, at)| reader.take(event, at))
        {
            Ok(true) => {}
            Ok(false) => break,
            Err(finding) => {
                // What was noticed at the same place is part of the same slip.
                reader
                    .findings
                    .retain(|other| other.span.start != finding.span.start);
                reader.findings.push(*finding);
                return (None, reader.findings.finish());
            }
        }
    }
    let empty = || Node {
        span: Span::default(),
        value: Value::Mapping(Rc::new([])),
    };
    (
        Some(reader.root.unwrap_or_else(empty)),
        reader.findings.finish(),
    )
}

/// What ends the reading: boxed, since it is rare and large.
type Fatal = Box<Diagnostic>;

struct Reader<'t> {
    text: &'t str,
    limits: &'t Limits,
    open: Vec<Frame>,
    anchors: HashMap<usize, Built>,
    /// Nodes so far, aliases followed, and bytes of their texts.
    nodes: usize,
    text_bytes: usize,
    documents: usize,
    root: Option<Node>,
    findings: Findings,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str, limits: &'t Limits) -> Reader<'t> {
        Reader {
            text,
            limits,
            open: Vec::new(),
            anchors: HashMap::new(),
            nodes: 0,
            text_bytes: 0,
            documents: 0,
            root: None,
            findings: hidden::findings(text, limits.count(Limit::Findings)),
        }
    }

    /// Takes an event; `false` if nothing after it counts.
    fn take(&mut self, event: Event<'_>, at: Range) -> Result<bool, Fatal> {
        let range = at.byte_range().unwrap_or_default();
        let span = Span::new(range.start, range.end);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.findings.push(several_documents(span));
                    return Ok(false);
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                if style == ScalarStyle::Plain {
                    self.refuse_odd_indentation(&text, &range)?;
                }
                let plain = self.plain(style, tag.as_deref(), &at, span);
                let span = self.scalar_span(range, style);
                let absent = style == ScalarStyle::Plain && span.start == span.end;
                let text: Rc<str> = match absent {
                    true => Rc::from(""),
                    false => Rc::from(hidden::cleaned(&text, span, &mut self.findings)),
                };
                let cost = Cost::scalar(text.len());
                let value = Value::Scalar(Scalar { text, plain });
                self.add(
                    anchor,
                    Built {
                        node: Node { span, value },
                        cost,
                    },
                )?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                self.check_tag(tag.as_deref(), "seq", &at, span);
                let start = match style {
                    StructureStyle::Block => block_list(self.text, range.start),
                    StructureStyle::Flow => range.start,
                };
                self.open(Frame::list(start, anchor), span)?;
            }
            Event::MappingStart(_, anchor, tag) => {
                self.check_tag(tag.as_deref(), "map", &at, span);
                self.open(Frame::mapping(range.start, anchor), span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(frame) = self.open.pop() {
                    // A block list or mapping has no closing bracket: its end event is empty.
                    let bracket = (range.start < range.end).then_some(range.end);
                    let anchor = frame.anchor;
                    let built = frame.finish(bracket, &mut self.findings);
                    self.place(anchor, built);
                }
            }
            Event::Alias(id) => self.alias(id, span)?,
            Event::UnresolvedAlias(name) => {
                self.findings.push(refuse::unknown_anchor(&name, span));
                self.add(0, null(span))?;
            }
            _ => {}
        }
        Ok(true)
    }

    /// Refuses a key behind spaces that are none: it stands at another level than it seems to.
    fn refuse_odd_indentation(
        &self,
        text: &str,
        range: &std::ops::Range<usize>,
    ) -> Result<(), Fatal> {
        let is_key = || {
            let rest = self.text.get(range.end..).unwrap_or_default();
            rest.trim_start_matches(' ').starts_with(':')
        };
        if text.starts_with(is_odd_space) && is_key() {
            let span = Span::new(range.start, range.start + slips::odd_length(text));
            return Err(Box::new(slips::odd_indentation(span)));
        }
        Ok(())
    }

    /// Counts a node that has no parts of its own to come, and places it.
    fn add(&mut self, anchor: usize, built: Built) -> Result<(), Fatal> {
        let span = built.node.span;
        self.count(built.cost, span)?;
        self.place(anchor, built);
        Ok(())
    }

    fn open(&mut self, frame: Frame, span: Span) -> Result<(), Fatal> {
        self.count(Cost::LEVEL, span)?;
        self.open.push(frame);
        Ok(())
    }

    fn count(&mut self, cost: Cost, span: Span) -> Result<(), Fatal> {
        self.nodes = self.nodes.saturating_add(cost.nodes);
        self.text_bytes = self.text_bytes.saturating_add(cost.text);
        let depth = self.open.len() + cost.height;
        let passed = [
            (Limit::Values, self.nodes),
            (Limit::AllText, self.text_bytes),
            (Limit::Depth, depth),
        ];
        match passed
            .into_iter()
            .find(|(limit, amount)| self.limits.exceeds(*limit, *amount))
        {
            Some((limit, _)) => Err(Box::new(refuse::too_much(self.limits, limit, span))),
            None => Ok(()),
        }
    }

    /// Hands a finished node to the list or mapping that it stands in.
    fn place(&mut self, anchor: usize, built: Built) {
        if anchor != 0 {
            self.anchors.insert(anchor, built.clone());
        }
        match self.open.last_mut() {
            Some(frame) => frame.add(built, &mut self.findings),
            None => self.root = Some(built.node),
        }
    }

    fn alias(&mut self, id: usize, span: Span) -> Result<(), Fatal> {
        let built = match self.anchors.get(&id) {
            Some(built) => Built {
                node: Node {
                    span,
                    value: built.node.value.clone(),
                },
                cost: built.cost,
            },
            None => {
                self.findings.push(
                    Diagnostic::new(
                        &diag::INVALID_YAML,
                        span,
                        "this alias refers to what it stands in",
                    )
                    .mark("would go on for ever"),
                );
                null(span)
            }
        };
        self.add(0, built)
    }

    /// Whether the core schema gives a scalar a type.
    fn plain(&mut self, style: ScalarStyle, tag: Option<&Tag>, at: &Range, span: Span) -> bool {
        let Some(tag) = tag else {
            return style == ScalarStyle::Plain;
        };
        match tag.core_suffix() {
            Some("int" | "float" | "bool" | "null") => true,
            Some("str") => false,
            _ if is_non_specific(tag) => false,
            _ => {
                self.foreign_tag(at, span);
                style == ScalarStyle::Plain
            }
        }
    }

    fn check_tag(&mut self, tag: Option<&Tag>, fits: &str, at: &Range, span: Span) {
        if tag.is_some_and(|tag| tag.core_suffix() != Some(fits) && !is_non_specific(tag)) {
            self.foreign_tag(at, span);
        }
    }

    fn foreign_tag(&mut self, at: &Range, node: Span) {
        let tag = at.tag_span().and_then(|span| span.byte_range());
        let span = tag.map_or(node, |range| Span::new(range.start, range.end));
        self.findings.push(refuse::foreign_tag(self.text, span));
    }

    /// Where a scalar stands, indicators and quotes included; where it would stand, if it is not written.
    fn scalar_span(&self, range: std::ops::Range<usize>, style: ScalarStyle) -> Span {
        let frame = self.open.last();
        let range = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                block_scalar(self.text, range, frame.map_or(0, Frame::end))
            }
            _ if range.is_empty() => {
                let at = frame
                    .and_then(Frame::key_end)
                    .map(|end| absent_value(self.text, end));
                let at = at.unwrap_or(range.start);
                at..at
            }
            _ => range,
        };
        Span::new(range.start, range.end)
    }

    fn explain(&self, error: &ScanError) -> Fatal {
        let at = error
            .marker()
            .byte_offset()
            .unwrap_or(self.text.len())
            .min(self.text.len());
        Box::new(match error.kind() {
            ErrorKind::RecursionLimitExceeded => {
                refuse::too_much(self.limits, Limit::Depth, Span::new(at, at))
            }
            kind => slips::explain(self.text, kind, at),
        })
    }
}

fn null(span: Span) -> Built {
    let value = Value::Scalar(Scalar {
        text: Rc::from(""),
        plain: true,
    });
    Built {
        node: Node { span, value },
        cost: Cost::scalar(0),
    }
}

/// The tag `!`: a scalar of whatever spelling is text.
fn is_non_specific(tag: &Tag) -> bool {
    tag.parts() == ("", "!")
}

fn several_documents(span: Span) -> Diagnostic {
    Diagnostic::new(
        &diag::SEVERAL_DOCUMENTS,
        span,
        "a second document starts here",
    )
    .mark("after this line nothing is read")
    .note("one file is one map")
    .help("put each map into a file of its own, or remove this line")
}
