"""The fields in a part, as Word joins their codes and what they come to from runs."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from generator.formats.docx.package.part_names import W

_SIMPLE, _MARK, _TEXT = W + "fldSimple", W + "fldChar", W + "t"
_PIECES = (W + "instrText", W + "delInstrText")
_DRAWN = tuple(W + kind for kind in ("drawing", "pict", "sym", "object"))
_WORD = re.compile(r"\s*(=|[^\W\d_]+)")
_TOKENS = re.compile(r'"([^"]*)"|(\S+)')
_WITH_VALUE = (r"\l", r"\o", r"\t")
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class Field(NamedTuple):
    """A field, without what fields inside its code come to."""

    code: str
    misplaced: str
    """Text of the document that stands where the code is: Word takes it for code."""
    result: str
    """What is shown, with a sign for each picture."""


class _Open:
    """A field that has begun."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self.misplaced: list[str] = []
        self.result: list[str] | None = None

    def closed(self) -> Field:
        return Field("".join(self.code), "".join(self.misplaced), "".join(self.result or ()))


def fields(root: etree._Element) -> Iterator[Field]:
    """Yield every field, inner ones first."""
    opened: list[_Open] = []
    for element in root.iter(_SIMPLE, _MARK, _TEXT, *_PIECES, *_DRAWN):
        if element.tag == _SIMPLE:
            yield Field(element.get(W + "instr", ""), "", shown_in(element))
        elif element.tag == _MARK:
            kind = element.get(W + "fldCharType")
            if kind == "begin":
                opened.append(_Open())
            elif opened and kind == "separate" and opened[-1].result is None:
                opened[-1].result = []
            elif opened and kind != "separate":
                yield opened.pop().closed()
        elif element.tag not in _PIECES:
            _show(opened, _text(element), is_text=element.tag == _TEXT)
        elif opened and opened[-1].result is None:
            opened[-1].code.append(element.text or "")
        else:
            yield Field(element.text or "", "", _PICTURE)
    yield from (one.closed() for one in opened if one.code or one.misplaced)


def codes(root: etree._Element) -> Iterator[str]:
    """Yield the code of every field."""
    return (field.code for field in fields(root))


def shown_in(holder: etree._Element) -> str:
    """Return the text in an element, with a sign for each picture."""
    return "".join(map(_text, holder.iter(_TEXT, *_DRAWN)))


def word_of(code: str) -> str:
    """Return the word that says what a field does, in capitals; empty where there is none."""
    found = _WORD.match(code)
    return found[1].upper() if found else ""


def link_of(code: str) -> str:
    """Return what a HYPERLINK field leads to, # for this document; empty where it is not said."""
    words = iter(quoted or bare for quoted, bare in _TOKENS.findall(code.strip()))
    next(words, "")
    within = ""
    for word in words:
        if word in _WITH_VALUE:
            within = "#" if word == r"\l" else within
            next(words, "")
        elif not word.startswith("\\"):
            return str(word)
    return within


def _show(opened: list[_Open], shown: str, *, is_text: bool) -> None:
    """Add what is shown to the result of each field that it stands in, or to a code."""
    for one in reversed(opened):
        if one.result is None:
            if one is opened[-1] and is_text:
                one.code.append(shown)
                one.misplaced.append(shown)
            return
        one.result.append(shown)


def _text(element: etree._Element) -> str:
    return (element.text or "") if element.tag == _TEXT else _PICTURE
