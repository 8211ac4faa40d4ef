"""Measures of the file format, in points."""

import re

from lxml import etree

from generator.formats.docx.package.part_names import W

_NUMBER = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|mm|cm|in|pc|pi)?", re.ASCII)
_UNITS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
TWIPS = 20.0


def number(element: etree._Element | None, name: str, per: float = 1.0) -> float | None:
    """Return the number that an attribute says, so many `per` point; None where it says none.

    A number with a unit of its own is in points, whatever `per` says.
    """
    said = _NUMBER.fullmatch("" if element is None else element.get(W + name, ""))
    if said is None:
        return None
    return float(said[1]) * _UNITS[said[2]] if said[2] else float(said[1]) / per


def word(element: etree._Element | None, name: str = "val", *, usual: str = "") -> str:
    """Return the word that an attribute says; empty where that is the usual one."""
    said = usual if element is None else element.get(W + name, usual)
    return "" if said == usual else said


def direction(element: etree._Element | None) -> str:
    """Return which way text runs; programs save each way under one of two words."""
    return word(element, usual="lrTb").removesuffix("V").replace("lrTb", "")
