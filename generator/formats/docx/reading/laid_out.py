"""Reads where the drawings of a document stand among its lines and tables, and what they show."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from generator.form.labels import Spot
from generator.formats.docx.exhibits.chart_reading import read_chart
from generator.formats.docx.exhibits.drawing_ml import A, C, R
from generator.formats.docx.package.ooxml import related_parts
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.reading.body import Body, LineSource
from generator.formats.docx.reading.tables import cells_of
from generator.formats.docx.text import FALLBACK, visible_text
from generator.manuscript.laid_out import At, CellShape, LaidOut, Table, TableRow
from generator.model.exhibits import Chart

_PARAGRAPH, _TABLE, _ROW = W + "p", W + "tbl", W + "tr"
_DRAWN = W + "drawing", W + "pict"
_ELSEWHERE = frozenset({_TABLE, W + "txbxContent", W + "object", FALLBACK, *_DRAWN})
"""In these a drawing does not stand among the lines of the document."""
_PICTURE, _OLD_PICTURE = A + "blip", "{urn:schemas-microsoft-com:vml}imagedata"
_CHART = C + "chart"
_ONLY_KNOWN = re.compile(rb"[0-9a-f]{64}")
_OFF = ("0", "false", "off")


def laid_out(body: Body, parts: Mapping[str, bytes]) -> LaidOut:
    """Return a document that was read from the parts, with its drawings and tables."""
    targets = related_parts(parts, DOCUMENT)
    drawings = {
        at: _shown(element, parts, targets) for at, element in drawings_of(body.sources).items()
    }
    tables = {
        block: table_of(source)
        for block, source in enumerate(body.sources)
        if not isinstance(source, LineSource)
    }
    return LaidOut(body.manuscript, drawings, tables)


def drawings_of(sources: Sequence[LineSource | etree._Element]) -> dict[At, etree._Element]:
    """Return the pictures and charts among the lines of a body, by where they stand.

    What `sources` are is told by `read_body`.
    """
    blocks = {
        source.paragraph if isinstance(source, LineSource) else source: block
        for block, source in enumerate(sources)
    }
    found: dict[At, etree._Element] = {}
    last = At(-1)
    for root in {one.getroottree().getroot() for one in blocks}:
        for element in root.iter(_PARAGRAPH, _TABLE, *_DRAWN):
            if element in blocks:
                last = At(blocks[element])
            elif element.tag in _DRAWN and _shows_something(element):
                last = last._replace(drawing=last.drawing + 1)
                found[last] = element
    return found


def table_of(table: etree._Element) -> Table:
    """Return the rows of a table."""
    cells = cells_of(table)
    rows = tuple(_row(number, row, cells) for number, row in enumerate(table.iterchildren(_ROW)))
    return Table(rows, nests=next(table.iterdescendants(_TABLE), None) is not None)


def _shows_something(element: etree._Element) -> bool:
    around = {one.tag for one in element.iterancestors()}
    if around & _ELSEWHERE:
        return False
    return next(element.iter(_PICTURE, _OLD_PICTURE, _CHART), None) is not None


def _shown(
    element: etree._Element, parts: Mapping[str, bytes], targets: Mapping[str, str]
) -> str | Chart:
    for chart in element.iter(_CHART):
        part = targets.get(chart.get(R + "id", ""), "")
        return read_chart(parts, part) or _known_by(parts.get(part, b""))
    return "/".join(_known_by(parts.get(targets.get(one, ""), b"")) for one in _pictures(element))


def _pictures(element: etree._Element) -> Iterator[str]:
    for picture in element.iter(_PICTURE, _OLD_PICTURE):
        if next(picture.iterancestors(FALLBACK), None) is None:
            yield "".join(picture.get(R + name, "") for name in ("embed", "link", "id"))


def _known_by(content: bytes) -> str:
    """Return the sha256 of something; that is the content of a picture which is not kept."""
    if _ONLY_KNOWN.fullmatch(content):
        return content.decode()
    return hashlib.sha256(content).hexdigest()


def _row(number: int, row: etree._Element, cells: Mapping[Spot, etree._Element]) -> TableRow:
    shape, texts = [], {}
    column = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    for cell in row.iterchildren(W + "tc"):
        span = _number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        merged = "" if merge is None else merge.get(W + "val", "continue")
        shape.append(CellShape(column, span, merged))
        if (number, column) in cells:
            lines = [visible_text(one) for one in cells[number, column].iter(_PARAGRAPH)]
            texts[column] = "\n".join(lines).strip()
        column += span
    head = row.find(f"{W}trPr/{W}tblHeader")
    heads = head is not None and head.get(W + "val", "1") not in _OFF
    return TableRow(tuple(shape), texts, heads)


def _number(found: etree._Element | None, default: int) -> int:
    value = "" if found is None else found.get(W + "val", "")
    return int(value) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else default
