"""The pictures and the charts in the text of a document, each where it stands."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from generator.form.labels import Spot
from generator.formats.docx.exhibits.chart_reading import read_chart
from generator.formats.docx.exhibits.spoken import spoken
from generator.formats.docx.package.ooxml import related_parts
from generator.formats.docx.package.part_names import DOCUMENT, OFFICE, W
from generator.formats.docx.reading.body import Body, LineSource
from generator.formats.docx.reading.drawn import size_of
from generator.formats.docx.reading.shown.picture_look import altered_in, floats, names_of
from generator.formats.docx.reading.tables import cells_of
from generator.formats.docx.text import FALLBACK
from generator.manuscript.importing.exhibits.beside_text import Drawn, What
from generator.model.report import Place

_DRAWN, _OBJECT = (W + "drawing", W + "pict"), W + "object"
_R = f"{{{OFFICE}/relationships}}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_VML_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_BY_HAND = "要保留的，请另存成 PNG 或 JPEG，放在工作簿旁边，在『正文』加一行“图”"
_CHART_BY_HAND = "要保留的，请照原文填到『图表』里，或者另存成图片"


_UNREAD_CHART, _HIDDEN = "的种类『图表』里没有，或者读不出它的数", "是隐藏的，印出来看不到"


class _Holding(NamedTuple):
    """Where the files of pictures and charts are."""

    parts: Mapping[str, bytes]
    targets: Mapping[str, str]
    """The parts that ids of relationships mean, or addresses elsewhere."""


def drawn_in(root: etree._Element, body: Body, parts: Mapping[str, bytes]) -> Iterator[Drawn]:
    """Yield the pictures and charts of a document whose 修订 are resolved, in order.

    `root` is that of the body. What an older program would be shown instead of one is no other.
    """
    if next(root.iter(*_DRAWN), None) is None:
        return
    holding = _Holding(parts, related_parts(parts, DOCUMENT))
    ends: dict[etree._Element, int] = {}
    cells: dict[etree._Element, tuple[int, Spot]] = {}
    for at, source in enumerate(body.sources, 1):
        ends[source.paragraph if isinstance(source, LineSource) else source] = at
    tables = [source for source in body.sources if not isinstance(source, LineSource)]
    for number, table in enumerate(tables):
        cells |= {cell: (number, spot) for spot, cell in cells_of(table).items()}
    before = 0
    for element in root.iter("*"):
        before = ends.get(element, before)
        if element.tag in _DRAWN and _is_shown(element):
            inside = any(one in ends for one in element.iterancestors())
            around = (cells[one] for one in element.iterancestors() if one in cells)
            grid, cell = next(around, (-1, (0, 0)))
            place = _place(body, before, inside=inside)
            for one in _drawn(element, holding):
                yield one._replace(
                    at=before,
                    place=place,
                    floating=floats(element),
                    grid=grid,
                    cell=cell,
                    size=size_of(element),
                )


def _is_shown(element: etree._Element) -> bool:
    return next(element.iterancestors(FALLBACK, _OBJECT), None) is None


def _drawn(element: etree._Element, holding: _Holding) -> Iterator[Drawn]:
    """Yield what is drawn; nothing for a shape, which the manuscript names among its things."""
    charts = _own(element, _CHART)
    pictures = [one for one in _own(element, _BLIP, _VML_PICTURE) if _id_of(one)]
    file_name, alternative = names_of(element)
    if charts:
        chart = read_chart(holding.parts, holding.targets.get(_id_of(charts[0]), ""))
        yield Drawn(
            What.CHART,
            shows=chart,
            problem=_HIDDEN if _is_hidden(element) else "" if chart else _UNREAD_CHART,
            advice=_CHART_BY_HAND,
            alternative="" if chart and alternative == spoken(chart) else alternative,
        )
    elif pictures:
        content, problem = _content(pictures, holding)
        yield Drawn(
            What.PICTURE,
            content=content,
            problem=_HIDDEN if _is_hidden(element) else problem,
            advice=_BY_HAND,
            altered=altered_in(element),
            alternative=alternative,
            file_name=file_name,
        )


def _own(element: etree._Element, *tags: str) -> list[etree._Element]:
    """Return what something drawn shows itself, not in another one that lies in its text box."""
    return [
        one
        for one in element.iter(*tags)
        if next(one.iterancestors(*_DRAWN), None) is element
        and next(one.iterancestors(FALLBACK), None) is None
    ]


def _id_of(one: etree._Element) -> str:
    return one.get(_R + "embed", "") or one.get(_R + "id", "") or one.get(_R + "link", "")


def _content(pictures: list[etree._Element], holding: _Holding) -> tuple[bytes, str]:
    """Return the file of a picture, or why there is none to be kept."""
    if len(pictures) > 1:
        return b"", f"是 {len(pictures)} 张组合在一起的"
    target = holding.targets.get(_id_of(pictures[0]), "")
    if target in holding.parts:
        return holding.parts[target], "" if holding.parts[target] else "的文件是空的"
    if pictures[0].get(_R + "link") or "://" in target:
        return b"", "是链接到别处的，文档里没有它的文件，程序不去取"
    return b"", "在文档里找不到它的文件"


def _is_hidden(element: etree._Element) -> bool:
    run = next(element.iterancestors(W + "r"), None)
    hidden = None if run is None else run.find(f"{W}rPr/{W}vanish")
    if hidden is not None and hidden.get(W + "val", "1") not in ("0", "false", "off"):
        return True
    return any(one.get("hidden") in ("1", "true") for one in element.iterfind("*/{*}docPr"))


def _place(body: Body, at: int, *, inside: bool) -> Place:
    """Return where something stands: in a block, or behind the one before it."""
    blocks = body.manuscript.blocks
    if not at:
        return Place(body.manuscript.file, "", "开头")
    there = blocks[at - 1].place
    where = there.spot or there.within
    return Place(there.file, "", f"{where}{'里' if inside else '之后'}")
