"""The pictures and charts in the text of a document, each where it stands."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.ooxml import related_parts
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.reading.things import DRAWN, chart_part_of, drawn_thing
from generator.manuscript.manuscript import Drawn
from generator.model.exhibits import Chart

_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMUS = 12_700  # a point
_WHOLE = re.compile(r"\d{1,12}", re.ASCII)


def drawn_of(
    parts: Mapping[str, bytes], root: etree._Element, blocks: Mapping[etree._Element, int]
) -> Iterator[Drawn]:
    """Yield what is drawn in the text; `blocks` has the number of what each element begins."""
    if next(root.iter(*DRAWN), None) is None:
        return  # as in most
    targets = related_parts(parts, DOCUMENT)
    begun = 0
    for element in root.iter(W + "p", W + "tbl", *DRAWN):
        if element in blocks:
            begun = blocks[element] + 1
        elif element.tag in DRAWN and (thing := drawn_thing(parts, targets, element)):
            part = chart_part_of(targets, element)
            chart = None if part is None else _chart(parts, part)
            yield Drawn(thing, begun, size_of(element), chart)


def _chart(parts: Mapping[str, bytes], part: str) -> Chart | None:
    from generator.formats.docx.exhibits.chart_reading import read_chart  # few have any

    return read_chart(parts, part)


def size_of(element: etree._Element) -> tuple[float, float]:
    """Return width and height of something drawn in points; 0 where the file says none."""
    extent = next(element.iter(_EXTENT), None)
    sides = ("", "") if extent is None else (extent.get("cx", ""), extent.get("cy", ""))
    width, height = (int(one) / _EMUS if _WHOLE.fullmatch(one) else 0.0 for one in sides)
    return width, height
