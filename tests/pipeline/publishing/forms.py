"""What published files say, in order, read by lxml and pdfminer: nothing of generator/ is used.

Each is a list of what stands in it: a heading, a paragraph, a cell, a caption, a figure by its
alternative text. Blanks do not count, nor how a hyphen is written.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree, html
from lxml.etree import _Element as Node

from tests.formats.pdf.as_read_aloud import Element, tree
from tests.pandoc import PANDOC
from tests.reviewing.ooxml import Package, w

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FIGURE = "〔图〕"
_BLANK = re.compile(r"[\s\u00ad\u200b\u2060\u3000]+")
_NUMBERED = re.compile(r"(?:（[一二]）|[12]\.?)(?=(?:12件)?自动编号)")
_DASHES = str.maketrans({"\u2011": "-", "\u2010": "-"})


def plain(text: str) -> str:
    """Return a text without blanks."""
    return _BLANK.sub("", text.translate(_DASHES))


def said(pieces: Iterator[str]) -> list[str]:
    """Return what is not blank."""
    return [text for text in map(plain, pieces) if text]


def without_alternatives(texts: list[str]) -> list[str]:
    """Return texts without what is said of figures, which some documents leave unsaid."""
    return [_FIGURE if text.startswith(_FIGURE) else text for text in texts]


def in_words(texts: list[str]) -> str:
    """Return texts as one, but for the numbers of lists, which pandoc does not read."""
    return _NUMBERED.sub("", "".join(texts))


def in_docx(content: bytes) -> list[str]:
    """Return what a document says."""
    package = Package.open(content)
    numbers = _Numbers(package)
    return said(_blocks(package.body, numbers))


def _blocks(holder: Node, numbers: "_Numbers") -> Iterator[str]:
    for element in holder:
        if element.tag == w("p"):
            yield numbers.of(element) + "".join(_runs(element))
            yield from _figures(element)
        elif element.tag == w("tbl"):
            for cell in element.iter(w("tc")):
                merged = cell.find(f"{w('tcPr')}/{w('vMerge')}")
                if merged is None or merged.get(w("val"), "continue") == "restart":
                    yield "".join(_blocks(cell, numbers))
        elif element.tag in {w("sdt"), w("sdtContent"), w("customXml")}:
            yield from _blocks(element, numbers)


def _runs(paragraph: Node) -> Iterator[str]:
    like = {w("br"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-", w("cr"): "\n"}
    for element in paragraph.iter(w("t"), *like):
        if element.tag != w("t"):
            yield like[element.tag] if element.getparent().tag == w("r") else ""  # type: ignore[union-attr]
        else:
            yield element.text or ""


def _figures(paragraph: Node) -> Iterator[str]:
    for frame in paragraph.iter(f"{_WP}docPr"):
        yield f"{_FIGURE}{frame.get('descr', '')}"


class _Numbers:
    """Counts automatic numbers of one level, in digits or Chinese ones."""

    def __init__(self, package: Package) -> None:
        part = "word/numbering.xml"
        self._root = package.tree(part) if part in package.parts else etree.Element("none")
        self._counts: Counter[str] = Counter()

    def of(self, paragraph: Node) -> str:
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        key = "" if own is None else own.get(w("val"), "")
        number = next((one for one in self._root if one.get(w("numId")) == key and key), None)
        if number is None:
            return ""
        abstract = next(
            one
            for one in self._root.iter(w("abstractNum"))
            if one.get(w("abstractNumId")) == number[0].get(w("val"))
        )
        self._counts[key] += 1
        kind, text = (abstract[0].find(w(one)).get(w("val")) for one in ("numFmt", "lvlText"))  # type: ignore[union-attr]
        count = self._counts[key]
        return str(text).replace("%1", str(count) if kind == "decimal" else "一二三四五"[count - 1])


def in_html(content: bytes) -> list[str]:
    """Return what a page, or a piece of one, says."""
    return said(_nodes(html.fromstring(content.decode())))


_WHOLE = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "th", "td", "figcaption"}


def _nodes(root: Node) -> Iterator[str]:
    for element in root:
        if element.tag in _WHOLE:
            yield str(element.text_content())  # type: ignore[attr-defined]
        elif element.tag == "img":
            yield f"{_FIGURE}{element.get('alt', '')}"
        elif element.tag == "svg":
            said = element.get("aria-label") or "".join(map(str, element.itertext("title")))
            yield f"{_FIGURE}{said}"
        elif element.tag == "caption":
            unseen = [one for one in element if one.tag == "span"]
            yield "" if unseen else str(element.text_content())  # type: ignore[attr-defined]
        elif isinstance(element.tag, str) and element.tag not in {"style", "head"}:
            yield from _nodes(element)


def in_pdf(content: bytes) -> list[str]:
    """Return what a PDF says by its tags."""
    return said(_tags(tree(content)))


def _tags(element: Element) -> Iterator[str]:
    if "Alt" in element.attributes:
        yield f"{_FIGURE}{_text_string(element.attributes['Alt'])}"
    elif element.tag in {"P", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "Caption"}:
        yield element.text
    else:
        inside = sorted(element.inside, key=lambda one: one.tag == "Caption" and _shows(element))
        for one in inside:
            yield from _tags(one)


def _shows(element: Element) -> bool:
    """Tell whether a figure is a picture: its caption is the first tag, though printed below."""
    return any("Alt" in one.attributes for one in element.all())


def _text_string(value: bytes) -> str:
    return value.decode("utf-16") if value[:1] in b"\xfe\xff" else value.decode("latin-1")


def by_pandoc(file: Path) -> list[str]:
    """Return the words that pandoc reads in a .docx or a page, as one list of paragraphs."""
    ran = subprocess.run(
        [PANDOC or "pandoc", "-t", "json", str(file)], check=True, capture_output=True, timeout=180
    )
    read = json.loads(ran.stdout)
    in_page = file.suffix == ".html"  # a document's title is taken for its name, a page's is both
    title = "" if in_page else "".join(_words(read["meta"].get("title", {})))
    return said(iter([title, *_of_pandoc(read["blocks"], captions=in_page)]))


def _of_pandoc(node: Any, *, captions: bool) -> Iterator[str]:
    """Yield paragraphs; the captions of a document's tables are their alternative texts."""
    if isinstance(node, list):
        for one in node:
            yield from _of_pandoc(one, captions=captions)
    elif isinstance(node, dict) and node.get("t") in {"Para", "Plain", "Header"}:
        yield "".join(_words(node["c"]))
    elif isinstance(node, dict) and node.get("t") in {"Table", "Figure"}:
        _, caption, *rest = node["c"]
        figure = node["t"] == "Figure"
        unseen = '"Span"' in json.dumps(caption)
        first = [] if unseen or not captions else _of_pandoc(caption, captions=captions)
        rest_of = _of_pandoc(rest, captions=captions)
        yield from (*rest_of, *first) if figure else (*first, *rest_of)
    elif isinstance(node, dict):
        yield from _of_pandoc(node.get("c", []), captions=captions)


def _words(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _words(one)
    elif isinstance(node, dict):
        if node.get("t") == "Str":
            yield node["c"]
        elif node.get("t") == "Image":
            _, caption, (_, title) = node["c"]
            yield from _words(caption) if title.startswith("fig:") else ()
        else:
            yield from _words(node.get("c", []))
