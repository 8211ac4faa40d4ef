"""What pages look like: paper, margins, columns, and which headers and footers they have."""

from collections.abc import Iterator, Mapping

from lxml import etree

from generator.formats.docx.package.part_names import OFFICE, W
from generator.formats.docx.reading.looks.measures import TWIPS, direction, number, word
from generator.formats.docx.reading.looks.paragraphs import border
from generator.formats.docx.reading.looks.styles import is_on
from generator.manuscript.looks import Look, Value

R = f"{{{OFFICE}/relationships}}"
_EDGES = ("top", "bottom", "left", "right", "gutter")
_KINDS = {"default": "", "even": "偶数页", "first": "首页"}
_GRIDS = {"lines": 1.0, "linesAndChars": 2.0, "snapToChars": 3.0}
_CHARACTER = 4096.0  # so many a point
_MARGINS = {"headerReference": "页眉", "footerReference": "页脚"}


def section_look(section: etree._Element) -> Look:
    """Return the look of the pages of a section."""
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    columns, numbers = section.find(W + "cols"), section.find(W + "pgNumType")
    found: dict[str, Value] = {
        "纸张大小": tuple(number(size, name, TWIPS) or 0.0 for name in ("w", "h")),
        "页边距": tuple(number(margins, name, TWIPS) or 0.0 for name in _EDGES),
        "页眉页脚的位置": tuple(
            number(margins, name, TWIPS) or 0.0 for name in ("header", "footer")
        ),
        "分栏": (number(columns, "num") or 1.0,),
        "起始页码": word(numbers, "start"),
        "页码格式": word(numbers, "fmt", usual="decimal"),
        "文字方向": direction(section.find(W + "textDirection")),
        "页面垂直对齐": word(section.find(W + "vAlign"), usual="top"),
        "行号": word(section.find(W + "lnNumType"), "countBy", usual="0"),
    }
    if is_on(section.find(W + "titlePg")):
        found["首页不同"] = "titlePg"
    if grid := _grid(section.find(W + "docGrid")):
        found["文档网格"] = grid
    lines = section.find(W + "pgBorders")
    if lines is not None and (sides := [side for side in map(border, lines) if side]):
        found["页面边框"] = "/".join(sides)
    return found


def _grid(element: etree._Element | None) -> tuple[float, ...]:
    """Return the lines and letters of a page that its text is set to; nothing where it is free.

    A pitch without a kind, which programs write on saving, sets no text to anything.
    """
    kind = word(element, "type", usual="default")
    if kind not in _GRIDS:
        return ()
    pitch = number(element, "linePitch", TWIPS) or 0.0
    return _GRIDS[kind], pitch, number(element, "charSpace", _CHARACTER) or 0.0


def margin_parts(
    section: etree._Element, targets: Mapping[str, str], settings: etree._Element | None
) -> Iterator[tuple[str, str]]:
    """Yield the headers and footers that are shown, by name: (偶数页页眉, the part).

    Those of a first page or of even pages are shown only where that is switched on.
    """
    even = settings is not None and is_on(settings.find(W + "evenAndOddHeaders"))
    shown = {"default": True, "even": even, "first": is_on(section.find(W + "titlePg"))}
    for tag, name in _MARGINS.items():
        for reference in section.iterchildren(W + tag):
            kind = reference.get(W + "type", "default")
            part = targets.get(reference.get(R + "id", ""), "")
            if shown.get(kind) and part:
                yield f"{_KINDS[kind]}{name}", part
