"""The list of a notice: a heading and a table for each part, in the styles of the template.

There are hundreds of notices with dozens of rows each, so it is written as text.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from markupsafe import Markup

from generator.form.chinese import heading_number
from generator.formats.docx.exhibits.placed import without_marks
from generator.formats.docx.notices.tags import BAND, CELL, HEADER, HEADING, REMARK
from generator.model.collection.notices.notice import URGENCY, Notice, NoticeItem, NoticePart
from generator.model.printed_lines import printable
from generator.model.reading_order import Standing

Styles = Mapping[str, str]
"""Ids of the styles in which the list is set, by their names."""

_TO_DO = ("序号", "位置", "问题", "怎么办")
_DONE = ("序号", "位置", "上次指出的问题")
_SHARES = {_TO_DO: (8, 26, 40, 26), _DONE: (8, 26, 66)}
"""Hundredths of the width."""
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_MIDDLE, _CENTRED = '<w:vAlign w:val="center"/>', '<w:jc w:val="center"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{size}" w:type="dxa"/>'
    for side, size in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
)


def listing(notice: Notice, styles: Styles, width: int) -> Markup:
    """Return the paragraphs and tables; `width` is that of the text, in twentieths of a point."""
    return Markup("".join(_blocks(notice, styles, width)))  # noqa: S704 - all texts are escaped


def one_line(text: str) -> str:
    """Return a text of people's as a document can hold it, on one line."""
    return without_marks(printable(text)).replace("\n", " ").replace("\t", " ")


def _blocks(notice: Notice, styles: Styles, width: int) -> Iterator[str]:
    number = 0
    for order, part in enumerate(notice.parts, 1):
        several = heading_number(1, order) if len(notice.parts) > 1 else ""
        yield _paragraph(f"{several}{part.heading}", styles[HEADING])
        last = order == len(notice.parts)
        yield _table(part, styles, width, before=number, stays=last)
        number += len(part.items)
    if notice.beyond:
        yield _paragraph(notice.beyond, styles[REMARK], stays=True)


def _table(part: NoticePart, styles: Styles, width: int, *, before: int, stays: bool) -> str:
    """Return the table of a part; its numbers go on after those `before`.

    Where it `stays`, its last row goes along with what follows: a signature on a page of its own is
    no signature (GB/T 9704).
    """
    columns = _TO_DO if any(item.advice for item in part.items) else _DONE
    edges = [round(width * share / 100) for share in _running(_SHARES[columns])]
    widths = [after - start for start, after in pairwise(edges)]
    rows = [_row(columns, widths, styles[HEADER], head=True, stays=True)]
    asked: Standing | None = None
    for number, item in enumerate(part.items, before + 1):
        if columns == _TO_DO and item.standing != asked:
            asked = item.standing
            rows.append(_band(URGENCY[asked], widths, styles[BAND]))
        goes_along = stays and item is part.items[-1]
        cells = _cells(number, item, columns)
        rows.append(_row(cells, widths, styles[CELL], stays=goes_along))
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    return (
        f"<w:tbl>{_properties(width, part.heading)}<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def _running(shares: Sequence[int]) -> Iterator[int]:
    """Yield the sums from the left: where columns begin and end."""
    yield 0
    for at in range(1, len(shares) + 1):
        yield sum(shares[:at])


def _cells(number: int, item: NoticeItem, columns: Sequence[str]) -> tuple[str, ...]:
    return (str(number), item.where, item.problem, item.advice)[: len(columns)]


def _properties(width: int, heading: str) -> str:
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar>"
        f'<w:tblDescription w:val="{escape(one_line(heading))}"/></w:tblPr>'
    )


def _row(
    texts: Sequence[str],
    widths: Sequence[int],
    style: str,
    *,
    head: bool = False,
    stays: bool = False,
) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    cells = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f"{_MIDDLE if head or at == 0 else ''}</w:tcPr>"
        f"{_paragraph(text, style, stays=stays, centred=at == 0)}</w:tc>"
        for at, (text, width) in enumerate(zip(texts, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _band(text: str, widths: Sequence[int], style: str) -> str:
    """Return a row over the whole width, which no page ends with."""
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" '
        f'w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>{_SHADE}</w:tcPr>'
        f"{_paragraph(text, style, stays=True)}</w:tc></w:tr>"
    )


def _paragraph(text: str, style: str, *, stays: bool = False, centred: bool = False) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{escape(style)}"/>'
        f"{'<w:keepNext/>' if stays else ''}{_CENTRED if centred else ''}</w:pPr>"
        f'<w:r><w:t xml:space="preserve">{escape(one_line(text), quote=False)}</w:t></w:r></w:p>'
    )
