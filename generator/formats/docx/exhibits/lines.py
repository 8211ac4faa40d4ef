"""How the paragraphs look in which something is shown, and those of captions."""

from lxml import etree

from generator.formats.docx.package.ooxml import element
from generator.formats.docx.package.part_names import W

_CAPTION_SIZE = "24"
"""Half points: 小四, as notes under tables have it."""
_CAPTION_LINE = "400"
_AROUND = "120"
"""Twentieths of a point between what is shown and the text."""


def drawing_line(line: etree._Element, *, own: bool) -> None:
    """Make a paragraph one that holds a drawing: a fixed line height would cut it off.

    `own` says that the template has made the paragraph for it.
    """
    for run in line.findall(f"{W}r"):
        line.remove(run)
    spacing = element("spacing", before=_AROUND, after="0", line="240", lineRule="auto")
    _set(line, element("keepNext"), spacing, own=own)


def caption_line(line: etree._Element, *, above: bool, own: bool) -> None:
    """Make a paragraph a caption, which stays with what it is `above`."""
    if own:
        _set(line, *([element("keepNext")] if above else []), own=True)
        return
    before, after = (_AROUND, "0") if above else ("0", _AROUND)
    spacing = element("spacing", before=before, after=after, line=_CAPTION_LINE, lineRule="exact")
    _set(line, *([element("keepNext")] if above else []), spacing, own=False)
    for run in line.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        if look is None:
            look = element("rPr")
            run.insert(0, look)
        for size in ("sz", "szCs"):
            for there in look.findall(W + size):
                look.remove(there)
            look.append(element(size, val=_CAPTION_SIZE))


def _set(line: etree._Element, *wanted: etree._Element, own: bool) -> None:
    """Give a paragraph some properties; centre it where the template did not make it."""
    look = line.find(f"{W}pPr")
    if look is None:
        look = element("pPr")
        line.insert(0, look)
    style = look.find(f"{W}pStyle")
    centred = (
        []
        if own
        else [element("ind", firstLineChars="0", firstLine="0"), element("jc", val="center")]
    )
    kept = [style] if style is not None else []
    if own:
        names = {one.tag for one in wanted}
        kept = [one for one in look if one.tag not in names]
    look[:] = sorted([*kept, *wanted, *centred], key=_order)


_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
    *("cnfStyle", "rPr", "sectPr", "pPrChange"),
)
"""The properties of a paragraph in the order of their schema."""


def _order(one: etree._Element) -> int:
    name = one.tag.removeprefix(W)
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
