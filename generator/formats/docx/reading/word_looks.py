"""Looks of words that are more than their characters: 拼音, two lines in one, formulas, symbols."""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.text import FALLBACK, bits, untold_symbols, visible_text
from generator.formats.docx.tracked_changes.read.view import M

_LAYOUT = W + "eastAsianLayout"
_LAYOUTS = {"combine": "双行合一", "vert": "纵横混排"}
_OFF = ("0", "false", "off")


def word_looks_of(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what Word calls each such look, and the words that have it."""
    for base in root.iter(W + "rubyBase"):
        if _once(base):
            yield "拼音指南", visible_text(base)
    yield from _layouts(root)
    for formula in root.iter(M + "oMath"):
        if _once(formula):
            yield "公式", visible_text(formula)
    for symbol in untold_symbols(root):
        yield "符号", symbol


def _layouts(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield words in two lines in one, or lying in upright text; Word gives each an id."""
    if next(root.iter(_LAYOUT), None) is None:
        return
    for (kind, _), runs in groupby(root.iter(W + "r"), key=_layout):
        text = "".join(bit.text for run in runs for bit in bits(run) if _once(run))
        if kind and text:
            yield _LAYOUTS[kind], text


def _layout(run: etree._Element) -> tuple[str, str]:
    layout = run.find(f"{W}rPr/{_LAYOUT}")
    if layout is not None:
        for kind in _LAYOUTS:
            if layout.get(W + kind, "0") not in _OFF:
                return kind, layout.get(W + "id", "")
    return "", ""


def _once(element: etree._Element) -> bool:
    return next(element.iterancestors(FALLBACK), None) is None
