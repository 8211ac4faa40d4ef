"""A PDF as a screen reader has it: pdfminer's objects and characters, in the order of its tags."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import pdfplumber
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1


class Element(NamedTuple):
    """A tag with all that is said in it."""

    tag: str
    text: str
    attributes: dict[str, Any]
    inside: tuple["Element", ...]

    def all(self) -> Iterator["Element"]:
        """Yield it and all below it."""
        yield self
        for one in self.inside:
            yield from one.all()


def opened(content: bytes) -> PDFDocument:
    return PDFDocument(PDFParser(BytesIO(content)))


def catalog(content: bytes) -> dict[str, Any]:
    return {key: resolve1(value) for key, value in opened(content).catalog.items()}


def tree(content: bytes) -> Element:
    """Return the document as its tags have it."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        texts: dict[tuple[int, int], str] = {}
        for page in pdf.pages:
            for char in page.chars:
                if char["mcid"] is not None:
                    key = (page.page_obj.pageid, char["mcid"])
                    texts[key] = texts.get(key, "") + char["text"]
    root = catalog(content)["StructTreeRoot"]
    return _element(resolve1(resolve1(root["K"])[0]), texts)


def _element(found: dict[str, Any], texts: dict[tuple[int, int], str]) -> Element:
    text, inside = "", []
    page = found["Pg"].objid if "Pg" in found else 0
    children = resolve1(found.get("K", []))
    for child in children if isinstance(children, list) else [children]:
        kid = resolve1(child)
        if isinstance(kid, int):
            text += texts.get((page, kid), "")
        elif isinstance(kid, dict) and "MCID" in kid:
            text += texts.get((kid["Pg"].objid if "Pg" in kid else page, kid["MCID"]), "")
        elif isinstance(kid, dict) and "S" in kid:
            inside.append(_element(kid, texts))
            text += inside[-1].text
    attributes = {key: value for key, value in found.items() if key in {"Alt", "ID"}}
    given = resolve1(found.get("A", []))
    for one in given if isinstance(given, list) else [given]:
        attributes.update(resolve1(one))
    spoken = "" if "Alt" in attributes else text
    return Element(found["S"].name, spoken, attributes, tuple(inside))


def lines(content: bytes) -> list[list[str]]:
    """Return the lines of each page, from top to bottom."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return [
            [line["text"] for line in page.extract_text_lines(return_chars=False)]
            for page in pdf.pages
        ]
