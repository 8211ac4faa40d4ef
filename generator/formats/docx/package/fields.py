"""The codes of the fields in a part, as Word joins them from runs."""

import re
from collections.abc import Iterator

from lxml import etree

from generator.formats.docx.package.part_names import W

_SIMPLE, _MARK = W + "fldSimple", W + "fldChar"
_PIECES = (W + "instrText", W + "delInstrText")
_WORD = re.compile(r"\s*(=|[^\W\d_]+)")
_TOKENS = re.compile(r'"([^"]*)"|(\S+)')
_WITH_VALUE = (r"\l", r"\o", r"\t")


def codes(root: etree._Element) -> Iterator[str]:
    """Yield the code of every field, without what fields inside it come to."""
    open_fields: list[list[str] | None] = []
    """Pieces of each code that has begun; None once its result has."""
    for element in root.iter(_SIMPLE, _MARK, *_PIECES):
        if element.tag == _SIMPLE:
            yield element.get(W + "instr", "")
        elif element.tag in _PIECES:
            pieces = open_fields[-1] if open_fields else None
            if pieces is None:
                yield element.text or ""
            else:
                pieces.append(element.text or "")
        elif element.get(W + "fldCharType") == "begin":
            open_fields.append([])
        elif open_fields:
            pieces = open_fields.pop()
            if pieces is not None:
                yield "".join(pieces)
            if element.get(W + "fldCharType") == "separate":
                open_fields.append(None)
    yield from ("".join(pieces) for pieces in open_fields if pieces)


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
