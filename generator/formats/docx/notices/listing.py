"""The list of a notice: a heading and a table for each part, in the styles of the template."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lxml import etree

from generator.form.chinese import heading_number
from generator.formats.docx.notices.tags import BAND, CELL, HEADER, HEADING, REMARK
from generator.formats.docx.notices.values import one_line
from generator.formats.docx.package.ooxml import element
from generator.formats.docx.package.part_names import W
from generator.model.collection.notice import URGENCY, Notice, NoticeItem, NoticePart
from generator.model.reading_order import Standing

Styles = Mapping[str, str]
"""Ids of the styles in which the list is set, by their names."""

_TO_DO = ("序号", "位置", "问题", "怎么办")
_DONE = ("序号", "位置", "上次指出的问题")
_SHARES = {_TO_DO: (8, 26, 40, 26), _DONE: (8, 26, 66)}
"""Hundredths of the width."""
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGINS = {"top": "40", "left": "85", "bottom": "40", "right": "85"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def listing(notice: Notice, styles: Styles, width: int) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables; `width` is that of the text, in twentieths of a point."""
    number = 0
    for order, part in enumerate(notice.parts, 1):
        several = heading_number(1, order) if len(notice.parts) > 1 else ""
        yield _paragraph(f"{several}{part.heading}", styles[HEADING])
        last = order == len(notice.parts)
        yield _table(part, styles, width, before=number, stays=last)
        number += len(part.items)
    if notice.beyond:
        yield _paragraph(notice.beyond, styles[REMARK], stays=True)


def _table(
    part: NoticePart, styles: Styles, width: int, *, before: int, stays: bool
) -> etree._Element:
    """Return the table of a part; its numbers go on after those `before`.

    Where it `stays`, its last row goes along with what follows: a signature on a page of its own is
    no signature (GB/T 9704).
    """
    columns = _TO_DO if any(item.advice for item in part.items) else _DONE
    edges = [round(width * share / 100) for share in _running(_SHARES[columns])]
    widths = [after - start for start, after in pairwise(edges)]
    made = element("tbl")
    made.append(_properties(width, part.heading))
    grid = etree.SubElement(made, f"{W}tblGrid")
    grid.extend(element("gridCol", w=str(one)) for one in widths)
    made.append(_row(columns, widths, styles[HEADER], head=True, stays=True))
    asked: Standing | None = None
    for number, item in enumerate(part.items, before + 1):
        if columns == _TO_DO and item.standing != asked:
            asked = item.standing
            made.append(_band(URGENCY[asked], widths, styles[BAND]))
        goes_along = stays and item is part.items[-1]
        cells = _cells(number, item, columns)
        made.append(_row(cells, widths, styles[CELL], stays=goes_along))
    return made


def _running(shares: Sequence[int]) -> Iterator[int]:
    """Yield the sums from the left: where columns begin and end."""
    yield 0
    for at in range(1, len(shares) + 1):
        yield sum(shares[:at])


def _cells(number: int, item: NoticeItem, columns: Sequence[str]) -> tuple[str, ...]:
    return (str(number), item.where, item.problem, item.advice)[: len(columns)]


def _properties(width: int, heading: str) -> etree._Element:
    made = element("tblPr")
    borders, margins = element("tblBorders"), element("tblCellMar")
    borders.extend(
        element(side, val="single", sz="4", space="0", color="auto") for side in _BORDERS
    )
    margins.extend(element(side, w=size, type="dxa") for side, size in _MARGINS.items())
    made.extend(
        [
            element("tblW", w=str(width), type="dxa"),
            element("tblInd", w="0", type="dxa"),
            borders,
            element("tblLayout", type="fixed"),
            margins,
            element("tblDescription", val=one_line(heading)),
        ]
    )
    return made


def _row(
    texts: Sequence[str],
    widths: Sequence[int],
    style: str,
    *,
    head: bool = False,
    stays: bool = False,
) -> etree._Element:
    made = element("tr")
    about = etree.SubElement(made, f"{W}trPr")
    about.append(element("cantSplit"))
    if head:
        about.append(element("tblHeader"))
    for at, (text, width) in enumerate(zip(texts, widths, strict=True)):
        cell = etree.SubElement(made, f"{W}tc")
        of_cell = etree.SubElement(cell, f"{W}tcPr")
        of_cell.append(element("tcW", w=str(width), type="dxa"))
        if head or at == 0:
            of_cell.append(element("vAlign", val="center"))
        cell.append(_paragraph(text, style, stays=stays, centred=at == 0))
    return made


def _band(text: str, widths: Sequence[int], style: str) -> etree._Element:
    """Return a row over the whole width, which no page ends with."""
    made = element("tr")
    etree.SubElement(made, f"{W}trPr").append(element("cantSplit"))
    cell = etree.SubElement(made, f"{W}tc")
    about = etree.SubElement(cell, f"{W}tcPr")
    about.extend(
        [
            element("tcW", w=str(sum(widths)), type="dxa"),
            element("gridSpan", val=str(len(widths))),
            element("shd", val="clear", color="auto", fill="EDEDED"),
        ]
    )
    cell.append(_paragraph(text, style, stays=True))
    return made


def _paragraph(
    text: str, style: str, *, stays: bool = False, centred: bool = False
) -> etree._Element:
    made = element("p")
    about = etree.SubElement(made, f"{W}pPr")
    about.append(element("pStyle", val=style))
    if stays:
        about.append(element("keepNext"))
    if centred:
        about.append(element("jc", val="center"))
    words = etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t")
    words.text = one_line(text)
    words.set(_SPACE, "preserve")
    return made
