"""What is in a document beside text and tables: pictures, text boxes, charts, notes, links."""

import hashlib
import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import parse, related, related_parts
from generator.formats.docx.package.part_names import DOCUMENT, OFFICE, W
from generator.formats.docx.text import FALLBACK, visible_text
from generator.manuscript.manuscript import Thing

PICTURE, CHART, SHAPE, OBJECT = "图片", "图表", "图形", "嵌入对象"

_BOX = W + "txbxContent"
DRAWN, _OBJECT = (W + "drawing", W + "pict"), W + "object"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_CHARTS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_VML = "{urn:schemas-microsoft-com:vml}"
_R = f"{{{OFFICE}/relationships}}"
_NOTES = {"footnote": "脚注", "endnote": "尾注"}
_MARGINS = re.compile(r"word/(?:header|footer)\d*\.xml")
_OF_A_PROGRAM = frozenset(
    {"HYPERLINK", "PAGEREF", "SEQ", "FORMTEXT", "ADDIN", "TOC", "EQ", "SYMBOL", ""}
)
"""Fields that are told otherwise, or that programs make text of when they save."""


def things_of(parts: Mapping[str, bytes], root: etree._Element, name: str) -> tuple[Thing, ...]:
    """Return the things of a document, `root` with its tracked changes accepted.

    What headers and footers have is told once, on however many kinds of pages it is. Raise
    Refusal where a part is broken.
    """
    found = [*_boxes(root), *_drawn(parts, DOCUMENT, root), *_notes(parts, root, name)]
    margins = [part for part in sorted(parts) if _MARGINS.fullmatch(part)]
    in_margins = (_drawn(parts, part, parse(parts[part], part, name)) for part in margins)
    return *found, *dict.fromkeys(
        Thing(f"页眉页脚里的{thing.what}", thing.says, thing.substance)
        for things in in_margins
        for thing in things
    )


def links_of(parts: Mapping[str, bytes], root: etree._Element) -> tuple[Thing, ...]:
    """Return the links and the fields in the text of a document.

    An address that is a link to itself is none: programs make it so while one types.
    """
    targets = related_parts(parts, DOCUMENT)
    found = []
    for link in root.iter(W + "hyperlink"):
        address = targets.get(link.get(_R + "id", ""), "")
        if address and _plain(address) != _plain(visible_text(link)):
            found.append(Thing("链接", address))
    codes = [field.get(W + "instr", "") for field in root.iter(W + "fldSimple")]
    for code in [*codes, *_codes(root)]:
        kind = (code.split() or [""])[0].upper()
        if kind not in _OF_A_PROGRAM:
            found.append(Thing("域", kind))
    return tuple(found)


def picture_of(
    parts: Mapping[str, bytes], targets: Mapping[str, str], element: etree._Element
) -> str:
    """Return what tells the picture from others that something drawn shows; empty for none.

    `targets` are the parts that ids of relationships mean.
    """
    pictures = list(_pictures(element)) if _is_shown(element) else []
    if not pictures:
        return ""
    return "/".join(_digest(parts.get(targets.get(one, ""), b"")) for one in pictures)


def _boxes(root: etree._Element) -> Iterator[Thing]:
    for box in root.iter(_BOX):
        text = "／".join(visible_text(paragraph) for paragraph in box.iter(W + "p"))
        if _is_shown(box) and text.strip("／ "):
            yield Thing("文本框", text)


def _drawn(parts: Mapping[str, bytes], source: str, root: etree._Element) -> Iterator[Thing]:
    targets = related_parts(parts, source)
    for element in root.iter(*DRAWN, _OBJECT):
        if element.tag != _OBJECT:
            if thing := drawn_thing(parts, targets, element):
                yield thing
        elif _is_shown(element) and next(element.iterancestors(_OBJECT), None) is None:
            yield Thing(OBJECT)


def drawn_thing(
    parts: Mapping[str, bytes], targets: Mapping[str, str], element: etree._Element
) -> Thing | None:
    """Return what something drawn is; None for a text box, and for what belongs to an object."""
    if not _is_shown(element) or next(element.iterancestors(_OBJECT), None) is not None:
        return None
    if part := chart_part_of(targets, element):
        return Thing(CHART, "", _figures(parts, part))
    if next(_pictures(element), None):
        return Thing(PICTURE, "", picture_of(parts, targets, element))
    return None if any(_boxes(element)) else Thing(SHAPE)


def chart_part_of(targets: Mapping[str, str], element: etree._Element) -> str | None:
    """Return the part of the chart that something drawn shows; None where it shows none."""
    chart = next(element.iter(_CHARTS + "chart"), None)
    return None if chart is None else targets.get(chart.get(_R + "id", ""), "?")


def _pictures(element: etree._Element) -> Iterator[str]:
    """Yield the ids of the pictures that something drawn shows."""
    for picture in element.iter(f"{{{_MAIN}}}blip", _VML + "imagedata"):
        named = [picture.get(_R + name, "") for name in ("embed", "link", "id")]
        if any(named) and _is_shown(picture):
            yield "".join(named)


def _figures(parts: Mapping[str, bytes], part: str) -> str:
    """Return what a chart shows: programs write the rest of it anew when they save."""
    if part not in parts:
        return ""
    root = parse(parts[part], part, "")
    values = [
        value.text or ""
        for series in root.iter(_CHARTS + "val", _CHARTS + "yVal")
        for value in series.iter(_CHARTS + "v")
    ]
    return _digest("\n".join(values).encode())


def _notes(parts: Mapping[str, bytes], root: etree._Element, name: str) -> Iterator[Thing]:
    for tag, what in _NOTES.items():
        references = [one.get(W + "id", "") for one in root.iter(f"{W}{tag}Reference")]
        if not references:
            continue
        part = related(parts, f"{tag}s")
        notes = parse(parts[part], part, name) if part in parts else ()
        texts = {
            note.get(W + "id", ""): "／".join(map(visible_text, note.iter(W + "p"))).strip()
            for note in notes
        }
        yield from (Thing(what, texts.get(reference, "")) for reference in references)


def _codes(root: etree._Element) -> Iterator[str]:
    """Yield what the fields of a document say, which may stand in several runs."""
    said: list[str] = []
    for element in root.iter(W + "fldChar", W + "instrText"):
        if element.tag == W + "instrText":
            said.append(element.text or "")
        elif said:
            yield "".join(said)
            said = []


def _is_shown(element: etree._Element) -> bool:
    return next(element.iterancestors(FALLBACK), None) is None


def _plain(address: str) -> str:
    return re.sub(r"^(?:https?://|mailto:)|/$|\s", "", address.strip().casefold())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest() if content else ""
