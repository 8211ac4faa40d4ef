"""What paragraphs look like."""

from collections.abc import Iterator

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.looks.lettering import WHITE, shade
from generator.formats.docx.reading.looks.measures import TWIPS, direction, number, word
from generator.formats.docx.reading.looks.styles import Properties, is_off, is_on
from generator.manuscript.looks import IN_LETTERS, INDENT, Look, Value

_SWITCHES = {
    "pageBreakBefore": "分页",
    "keepNext": "与下段同页",
    "keepLines": "段中不分页",
    "bidi": "文字方向",
}
_USUALLY_ON = {"snapToGrid": "对齐网格", "widowControl": "孤行控制", "kinsoku": "避头尾"}
_FRAME = ("w", "h", "x", "y")
_AROUND = ("wrap", "hAnchor", "vAnchor", "xAlign", "yAlign")
_ALIGNED = {"start": "", "left": "", "end": "right"}
_SPACED = {"before": "beforeLines", "after": "afterLines"}
_RULES = {"exact": 1.0, "atLeast": 2.0}
_LINE = 12.0  # points; a hundred hundredths of a line, where the page has no grid
_HUNDREDTHS = 100.0
_NO_STOPS = ("clear", "num")
_BODY = "9"  # level of what is no heading


def paragraph_look(properties: Properties, size: float) -> Look:
    """Return the look of a paragraph whose letters have such a size, in points."""
    aligned = word(properties.get(W + "jc"))
    found: dict[str, Value] = {
        "对齐方式": _ALIGNED.get(aligned, aligned),
        INDENT: _indents(properties.get(W + "ind"), size),
        "段前段后间距": _around(properties.get(W + "spacing")),
        "行距": _lines(properties.get(W + "spacing")),
        "大纲级别": word(properties.get(W + "outlineLvl"), usual=_BODY),
    }
    if any(counted := _in_letters(properties.get(W + "ind"))):
        found[IN_LETTERS] = counted
    found |= {name: tag for tag, name in _SWITCHES.items() if is_on(properties.get(W + tag))}
    found |= {name: tag for tag, name in _USUALLY_ON.items() if is_off(properties.get(W + tag))}
    if turned := direction(properties.get(W + "textDirection")):
        found["文字方向"] = turned
    if stops := tuple(_stops(properties.get(W + "tabs"))):
        found["制表位"] = "/".join(stops)
    if (behind := shade(properties.get(W + "shd"))) != WHITE:
        found["段落底纹"] = behind
    borders = properties.get(W + "pBdr")
    if lines := [] if borders is None else [side for side in map(border, borders) if side]:
        found["段落边框"] = "/".join(lines)
    return found | _frame(properties.get(W + "framePr"))


def _frame(element: etree._Element | None) -> dict[str, Value]:
    """Return what a frame is like that holds a paragraph, or only its first letter."""
    if element is None:
        return {}
    if capital := word(element, "dropCap", usual="none"):
        return {"首字下沉": capital}
    sizes = (f"{number(element, name, TWIPS) or 0.0:.0f}" for name in _FRAME)
    return {"图文框": " ".join((*sizes, *(word(element, name) for name in _AROUND)))}


def _stops(element: etree._Element | None) -> Iterator[str]:
    """Yield the stops of tabulators: where, how aligned, what fills the way to it."""
    for stop in () if element is None else element.iterchildren(W + "tab"):
        aligned = word(stop)
        if aligned not in _NO_STOPS:
            leads = word(stop, "leader", usual="none")
            at = number(stop, "pos", TWIPS) or 0.0
            yield f"{at:.0f} {_ALIGNED.get(aligned, aligned)} {leads}"


def border(element: etree._Element | None) -> str:
    """Return a line of a border: its kind, width in eighths of a point, and colour."""
    kind = word(element, usual="none")
    if element is None or kind in ("", "nil"):
        return ""
    colour = word(element, "color", usual="auto").upper() or "000000"
    return f"{kind} {word(element, 'sz')} {colour}"


def _indents(element: etree._Element | None, size: float) -> tuple[float, ...]:
    """Return left, right and first line. What is counted in characters is not said otherwise.

    Beside it stands a length that each program reckons in its own way: bold letters are wider.
    """
    left = _indent(element, "left", size) or _indent(element, "start", size)
    right = _indent(element, "right", size) or _indent(element, "end", size)
    hanging = _indent(element, "hanging", size)
    return left, right, _indent(element, "firstLine", size) - hanging


def _in_letters(element: etree._Element | None) -> tuple[float, ...]:
    names = ("left", "start", "right", "end", "firstLine", "hanging")
    return tuple(number(element, f"{name}Chars", _HUNDREDTHS) or 0.0 for name in names)


def _indent(element: etree._Element | None, name: str, size: float) -> float:
    characters = number(element, f"{name}Chars", _HUNDREDTHS) or 0.0
    return characters * size or number(element, name, TWIPS) or 0.0


def _around(element: etree._Element | None) -> tuple[float, ...]:
    found = []
    for name, in_lines in _SPACED.items():
        length = number(element, name, TWIPS)
        lines = number(element, in_lines, _HUNDREDTHS)
        found.append(length if length is not None else (lines or 0.0) * _LINE)
    return tuple(found)


def _lines(element: etree._Element | None) -> tuple[float, ...]:
    rule = _RULES.get(word(element, "lineRule"), 0.0)
    return rule, number(element, "line", TWIPS) or _LINE
