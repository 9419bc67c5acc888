#!/usr/bin/env python3
"""Makes the small font that an example map in another script carries beside it.

    python3 fonts/subset-for-map.py FONT.woff2 WEIGHT OUT.ttf MAP.yaml [MORE.yaml...]

Keeps the characters of the files given (the map and, from templates/words/, the drawing's own words in its language)
that Inter lacks, spaces and punctuation, and the basic letters of the scripts found, so that a map can be edited without
making its font anew. FONT must have TrueType outlines. Needs fonttools 4.68.0 and brotli 1.2.1. The fonts in maps/fonts/
were made with make-map-fonts.sh.
"""

import os
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

os.environ["SOURCE_DATE_EPOCH"] = "1731715200"

# A script is kept as soon as one of its characters is used: its range, and what is always kept of it.
BASICS = [
    ((0x0E01, 0x0E5B), [(0x0E01, 0x0E3A), (0x0E3F, 0x0E5B)]),
    ((0x0600, 0x06FF), [(0x060C, 0x060C), (0x061B, 0x061B), (0x061F, 0x061F), (0x0621, 0x063A), (0x0640, 0x0655),
                        (0x0660, 0x066C), (0x0670, 0x0670), (0x067E, 0x067E), (0x0686, 0x0686), (0x06A9, 0x06A9),
                        (0x06AF, 0x06AF), (0x06CC, 0x06CC), (0x06F0, 0x06F9)]),
    ((0x3040, 0x30FF), [(0x3001, 0x3011), (0x301C, 0x301C), (0x3041, 0x3096), (0x309D, 0x309E), (0x30A1, 0x30FE),
                        (0xFF01, 0xFF01), (0xFF08, 0xFF09), (0xFF0C, 0xFF0F), (0xFF1A, 0xFF1B), (0xFF1F, 0xFF1F)]),
]
PUNCTUATION = " !\"'()*+,-./:;?[]\u00a0\u00ab\u00b7\u00bb\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2026"


def wanted(texts):
    inter = TTFont(Path(__file__).resolve().parent / "Inter-Regular.ttf").getBestCmap()
    used = {ord(c) for text in texts for c in text} - set(inter)
    for (first, last), basics in BASICS:
        if any(first <= c <= last for c in used):
            used |= {c for low, high in basics for c in range(low, high + 1)}
    return used | {ord(c) for c in PUNCTUATION}


def main():
    source, weight, out, *files = sys.argv[1:]
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    # The files of Google Fonts are instances of variable fonts and some are named after the thinnest one.
    family = font["name"].getBestFamilyName().removesuffix(" Thin")
    font["name"].setName(family, 1, 3, 1, 0x409)
    style = "Bold" if weight == "700" else "Regular"
    font["name"].setName(style, 2, 3, 1, 0x409)
    font["name"].setName(f"{family} {style}", 4, 3, 1, 0x409)
    # Some viewers load no font that has no PostScript name.
    font["name"].setName(f"{family.replace(' ', '')}-{style}", 6, 3, 1, 0x409)
    font["OS/2"].usWeightClass = int(weight)
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["STAT", "BASE", "gasp", "vhea", "vmtx", "VORG"]
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "liga", "rlig", "init", "medi", "fina", "isol",
                               "nukt", "akhn", "rphf", "rkrf", "blwf", "half", "vatu", "cjct", "pres", "abvs", "blws", "psts", "haln", "abvm", "blwm", "dist"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted(Path(file).read_text(encoding="utf-8") for file in files))
    subsetter.subset(font)
    font.save(out)


main()
