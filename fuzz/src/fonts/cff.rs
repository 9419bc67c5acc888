//! Subroutines that call subroutines (Adobe's technical notes 5176 and 5177).

use super::sfnt::Sfnt;

const CALL_LOCAL: u8 = 10;
const RETURN: u8 = 11;
const END: u8 = 14;
const CALL_GLOBAL: u8 = 29;
/// `100 100 rmoveto`, `9 0 rlineto`.
const MOVE: [u8; 3] = [239, 239, 21];
const LINE: [u8; 3] = [148, 139, 5];

/// One letter, drawn by the last subroutine; each has so many calls of the one before, the first one a line.
pub fn font(levels: u16, each: u16, global: bool) -> Sfnt {
    let call = if global { CALL_GLOBAL } else { CALL_LOCAL };
    // Numbers of subroutines begin at -107, and a small number is written as itself and 139.
    let called = |number: u16| [number as u8 + 32, call];
    let mut subroutines = vec![[&LINE[..], &[RETURN]].concat()];
    for below in 0..levels.min(200) {
        let mut calls = called(below).repeat(each.into());
        calls.push(RETURN);
        subroutines.push(calls);
    }
    let last = called(subroutines.len() as u16 - 1);
    let letter = [&MOVE[..], &last, &[END]].concat();
    let (globals, locals) = match global {
        true => (subroutines, Vec::new()),
        false => (Vec::new(), subroutines),
    };
    let mut font = Sfnt::new(*b"OTTO", 2);
    font.add(b"CFF ", table(&[vec![END], letter], &globals, &locals));
    font
}

fn table(charstrings: &[Vec<u8>], globals: &[Vec<u8>], locals: &[Vec<u8>]) -> Vec<u8> {
    let header = [1, 0, 4, 4];
    let (names, strings) = (index(&[b"Made".to_vec()]), index(&[]));
    let globals = index(globals);
    // Numbers of five bytes, so that the dictionaries are as long whatever stands in them.
    let top = |charstrings: usize, private: usize| {
        let length = number(0).len() + 1;
        [
            number(charstrings),
            vec![17],
            number(length),
            number(private),
            vec![18],
        ]
        .concat()
    };
    let front =
        header.len() + names.len() + index(&[top(0, 0)]).len() + strings.len() + globals.len();
    let charstrings = index(charstrings);
    let private = [number(number(0).len() + 1), vec![19]].concat();
    let top = index(&[top(front, front + charstrings.len())]);
    [
        header.to_vec(),
        names,
        top,
        strings,
        globals,
        charstrings,
        private,
        index(locals),
    ]
    .concat()
}

fn number(value: usize) -> Vec<u8> {
    [&[29], &(value as u32).to_be_bytes()[..]].concat()
}

fn index(items: &[Vec<u8>]) -> Vec<u8> {
    let mut index = (items.len() as u16).to_be_bytes().to_vec();
    if items.is_empty() {
        return index;
    }
    index.push(4);
    let mut end = 1u32;
    index.extend(end.to_be_bytes());
    for item in items {
        end += item.len() as u32;
        index.extend(end.to_be_bytes());
    }
    index.extend(items.concat());
    index
}
