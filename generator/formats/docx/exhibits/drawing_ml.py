"""Elements of DrawingML: how charts, their colours and their lettering are written."""

from lxml import etree

from generator.formats.docx.package.part_names import OFFICE

CHART_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NAMESPACES = {
    "c": CHART_SPACE,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": f"{OFFICE}/relationships",
}
C, A, R = (f"{{{address}}}" for address in _NAMESPACES.values())

_FACE, _GB2312 = "宋体", "-122"  # 134, as a signed byte
_INK = "262626"


def c(tag: str, *children: etree._Element, **attributes: object) -> etree._Element:
    """Return an element of a chart."""
    return _element(C + tag, children, attributes)


def a(tag: str, *children: etree._Element, **attributes: object) -> etree._Element:
    """Return an element of what is drawn and lettered in it."""
    return _element(A + tag, children, attributes)


def text(tag: str, says: str) -> etree._Element:
    """Return an element of a chart that says something."""
    element = c(tag)
    element.text = says
    return element


def fill(colour: str) -> etree._Element:
    """Return a filling of one colour, of its own: documents without a theme have no others."""
    return a("solidFill", a("srgbClr", val=colour))


def line(colour: str, points: float, dash: str = "solid") -> etree._Element:
    """Return a line so thick."""
    thick = round(points * 12700)  # English Metric Units
    return a("ln", fill(colour), a("prstDash", val=dash), a("round"), w=thick, cap="rnd")


def no_line() -> etree._Element:
    """Return a line that is not drawn."""
    return a("ln", a("noFill"))


def lettering(points: float, *, degrees: int | None = None) -> etree._Element:
    """Return how words are lettered; `degrees` turns them, clockwise."""
    turned = {} if degrees is None else {"rot": degrees * 60000, "vert": "horz"}
    paragraph = a("p", a("pPr", _look("defRPr", points)), a("endParaRPr", lang="zh-CN"))
    return c("txPr", a("bodyPr", **turned), a("lstStyle"), paragraph)


def run(says: str, points: float, *, bold: bool = False) -> etree._Element:
    """Return words that have a look of their own."""
    words = a("t")
    words.text = says
    look = _look("rPr", points, bold=bold)
    look.set("lang", "zh-CN")
    return a("r", look, words)


def _look(tag: str, points: float, *, bold: bool = False) -> etree._Element:
    faces = [a(script, typeface=_FACE, charset=_GB2312) for script in ("latin", "ea")]
    return a(tag, fill(_INK), *faces, sz=round(points * 100), b=int(bold))


def _element(
    tag: str, children: tuple[etree._Element, ...], attributes: dict[str, object]
) -> etree._Element:
    element = etree.Element(
        tag, {name: str(value) for name, value in attributes.items()}, nsmap=_NAMESPACES
    )
    element.extend(children)
    return element
