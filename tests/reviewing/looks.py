"""Edits that leave every word as it is: lettering, paragraphs, tables, pages.

Each changes a package and returns what people call it, or "" where there is no room. As in all of
the simulated reviewer nothing of generator/ is used.
"""

from collections.abc import Callable, Mapping
from functools import cache
from random import Random
from types import MappingProxyType

from lxml.etree import _Element as Element

from tests.reviewing.body import tables_of
from tests.reviewing.ooxml import Package, new, w
from tests.reviewing.runs import between, text_of

Make = Callable[[Package, Random], str]

_LETTERS = {
    "字号": ("sz", "40"),
    "加粗": ("b", "1"),
    "倾斜": ("i", "1"),
    "下划线": ("u", "single"),
    "删除线": ("strike", "1"),
    "字体颜色": ("color", "FF0000"),
    "突出显示": ("highlight", "yellow"),
    "字符间距": ("spacing", "40"),
    "上标下标": ("vertAlign", "superscript"),
    "着重号": ("em", "dot"),
}
_AFTER_ALL = ("rPr", "sectPr", "pPrChange")


def _letters(name: str) -> Make:
    tag, value = _LETTERS[name]

    def make(package: Package, rng: Random) -> str:
        paragraph = rng.choice(_paragraphs(package))
        text = text_of(paragraph)
        length = rng.randint(2, min(12, len(text)))
        start = rng.randint(0, len(text) - length)
        chosen = text[start : start + length]
        if not any("\u4e00" <= letter <= "\u9fff" for letter in chosen):
            return ""
        runs = between(paragraph, start, start + length)
        if tag == "b" and any(one.find(f"{w('rPr')}/{w('rStyle')}") is not None for one in runs):
            return ""  # a heading is bold already
        for one in runs:
            _put(_properties(one, "rPr"), new(tag, val=value))
        return name

    return make


def _font(package: Package, rng: Random) -> str:
    paragraph = rng.choice(_paragraphs(package))
    for one in between(paragraph, 0, len(text_of(paragraph))):
        _put(_properties(one, "rPr"), new("rFonts", ascii="隶书", hAnsi="隶书", eastAsia="隶书"))
    return "字体"


def _paragraph(name: str, tag: str, **attributes: str) -> Make:
    def make(package: Package, rng: Random) -> str:
        paragraph = rng.choice(_paragraphs(package)[1:])  # the title is centred already
        _put(_properties(paragraph, "pPr"), new(tag, **attributes))
        return name

    return make


def _page(name: str, tag: str, **attributes: str) -> Make:
    def make(package: Package, _rng: Random) -> str:
        section = package.body.find(w("sectPr"))
        assert section is not None
        found = section.find(w(tag))
        assert found is not None
        for key, value in attributes.items():
            found.set(w(key), value)
        return name

    return make


def _page_break(package: Package, rng: Random) -> str:
    paragraph = rng.choice(_paragraphs(package)[1:])
    paragraph.addprevious(new("p", new("r", new("br", type="page"))))
    return "分页"


def _blank_line(package: Package, rng: Random) -> str:
    rng.choice(_paragraphs(package)[1:]).addprevious(new("p"))
    return "空行"


def _shading(package: Package, rng: Random) -> str:
    cell = _cell(package, rng)
    _put(_properties(cell, "tcPr"), new("shd", val="clear", color="auto", fill="FFC000"))
    return "单元格底纹"


def _widths(package: Package, rng: Random) -> str:
    table = rng.choice(tables_of(package))
    first, second = list(table.iter(w("gridCol")))[:2]
    moved = 200
    for column, by in ((first, moved), (second, -moved)):
        column.set(w("w"), str(int(column.get(w("w")) or 0) + by))
    for row in table.iterchildren(w("tr")):
        cells = list(row.iterchildren(w("tc")))[:2]
        spans = [one.find(f"{w('tcPr')}/{w('gridSpan')}") for one in cells]
        if spans and spans[0] is None:
            _widen(cells[0], moved)
            if len(spans) > 1 and spans[1] is None:
                _widen(cells[1], -moved)
    return "列宽"


def _height(package: Package, rng: Random) -> str:
    row = rng.choice(list(rng.choice(tables_of(package)).iterchildren(w("tr"))))
    _put(_properties(row, "trPr"), new("trHeight", val="1500", hRule="exact"))
    return "行高"


def _no_border(package: Package, rng: Random) -> str:
    borders = rng.choice(tables_of(package)).find(f"{w('tblPr')}/{w('tblBorders')}")
    if borders is None:
        return ""
    for side in borders:
        side.set(w("val"), "nil")
    return "边框"


def _moved(package: Package, rng: Random) -> str:
    table = rng.choice(tables_of(package))
    others = [
        one
        for one in _paragraphs(package)
        if one not in (table.getprevious(), table.getnext()) and not text_of(one).isspace()
    ]
    rng.choice(others[:-1]).addnext(table)
    return "表格移到了这里"


def _style(package: Package, _rng: Random) -> str:
    styles = package.tree("word/styles.xml")
    for size in styles.iterfind(f"{w('style')}[@{w('styleId')}='公文正文']/{w('rPr')}/{w('sz')}"):
        size.set(w("val"), "28")
        package.put("word/styles.xml", styles)
        return "字号"
    return ""


LOOKS: Mapping[str, Make] = MappingProxyType(
    {
        **{name: _letters(name) for name in _LETTERS},
        "字体": _font,
        "对齐方式": _paragraph("对齐方式", "jc", val="right"),
        "缩进": _paragraph("缩进", "ind", left="1200", right="600"),
        "行距": _paragraph("行距", "spacing", line="720", lineRule="exact"),
        "段前段后间距": _paragraph("段前段后间距", "spacing", before="400", after="400"),
        "段落底纹": _paragraph("段落底纹", "shd", val="clear", color="auto", fill="DDEEFF"),
        "页边距": _page("页边距", "pgMar", left="2835"),
        "纸张大小": _page("纸张大小", "pgSz", w="16838", h="11906", orient="landscape"),
        "分页": _page_break,
        "空行": _blank_line,
        "单元格底纹": _shading,
        "列宽": _widths,
        "行高": _height,
        "边框": _no_border,
        "表格移动": _moved,
        "样式的字号": _style,
    }
)
"""Edits by what they change; the name that is told is what each returns."""


@cache
def relooked(name: str, seed: int, data: bytes) -> tuple[str, bytes]:
    """Return what people call a change of looks, and the document in which it was made."""
    rng = Random(f"{name}{seed}")
    while True:
        package = Package.open(data)
        if what := LOOKS[name](package, rng):
            return what, package.save()


def _paragraphs(package: Package) -> list[Element]:
    return [one for one in package.body.iterchildren(w("p")) if len(text_of(one)) > 1]


def _cell(package: Package, rng: Random) -> Element:
    cells = [one for one in package.body.iter(w("tc")) if text_of(one)]
    return rng.choice(cells)


def _widen(cell: Element, by: int) -> None:
    width = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if width is not None:
        width.set(w("w"), str(int(width.get(w("w")) or 0) + by))


def _properties(element: Element, name: str) -> Element:
    found = element.find(w(name))
    if found is None:
        found = new(name)
        element.insert(0, found)
    return found


def _put(properties: Element, made: Element) -> None:
    """Put a property in the place of the same one, or before those that come after all."""
    for old in properties.findall(made.tag):
        for key, value in old.attrib.items():
            if key not in made.attrib:
                made.set(key, value)
        properties.remove(old)
    last = [one for one in properties if one.tag in map(w, _AFTER_ALL)]
    if made.tag == w("rStyle") or not last:
        properties.append(made)
    else:
        last[0].addprevious(made)
