"""What is typed into the cells of a worksheet: changes of its XML, as programs would save them."""

from random import Random

from lxml import etree

from tests.fuzzing.texts import area, fit_for_xml, number, planted, text_in_xml
from tests.fuzzing.trees import in_tree
from tests.fuzzing.zip_bytes import Change

_Root = etree._Element
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL, _TYPES = f"{_MAIN}c", ("n", "s", "str", "inlineStr", "b", "e", "d", "x", "")
_FORMULAS = (
    *("1+1", "SUM(A1:XFD1048576)", 'HYPERLINK("http://a.example","甲")', "D5", "NOW()", "1/0"),
    *("'[1]甲'!A1", "cmd|'/C calc'!A0", "INDIRECT(A1)", "甲" * 9_000, "_xlfn.X(", "", " "),
)
_LONG = 20


def _cells(root: _Root, rng: Random) -> list[_Root]:
    """Return some cells: any, filled ones, or those with a long text."""
    cells = list(root.iter(_CELL)) or [root]
    match rng.randrange(3):
        case 0:
            chosen = [cell for cell in cells if len(_words(cell)) > _LONG]
        case 1:
            chosen = [cell for cell in cells if len(cell)]
        case _:
            chosen = cells
    return rng.choices(chosen or cells, k=rng.choice((1, 1, 2, 5)))


def _words(cell: _Root) -> str:
    return "".join(map(str, cell.itertext()))


def _emptied(cell: _Root) -> None:
    for child in list(cell):
        cell.remove(child)
    if "t" in cell.attrib:
        del cell.attrib["t"]


def _say(cell: _Root, said: str) -> None:
    _emptied(cell)
    cell.set("t", "inlineStr")
    words = etree.SubElement(etree.SubElement(cell, f"{_MAIN}is"), f"{_MAIN}t")
    words.text = said
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


@in_tree
def reworded(root: _Root, rng: Random) -> None:
    """Have paragraphs say a little more: what an office would write."""
    found = [one for one in root.iter(f"{_MAIN}t") if (one.text or "").endswith("。")]
    for words in rng.sample(found, min(len(found), 3)):
        more = rng.choice(("，并作了补充", "（另有说明）", "，效果明显"))
        words.text = f"{(words.text or '')[:-1]}{more}。"


@in_tree
def typed_text(root: _Root, rng: Random) -> None:
    """Type texts, in place of what is there or behind it."""
    for cell in _cells(root, rng):
        said = text_in_xml(rng)
        _say(cell, said if rng.random() < 0.7 else _words(cell) + said)


@in_tree
def planted_texts(root: _Root, rng: Random) -> None:
    """Type, in place of many texts, what could be taken for a formula or a link."""
    for cell in root.iter(_CELL):
        if len(_words(cell)) > _LONG and rng.random() < 0.3:
            _say(cell, fit_for_xml(planted(rng)))


@in_tree
def typed_rich_text(root: _Root, rng: Random) -> None:
    """Type a text whose words look different."""
    for cell in _cells(root, rng):
        _say(cell, "")
        holder = cell[0]
        for _ in range(rng.choice((1, 3, 200))):
            words = etree.SubElement(etree.SubElement(holder, f"{_MAIN}r"), f"{_MAIN}t")
            words.text = text_in_xml(rng)[:100]
        etree.SubElement(holder, f"{_MAIN}rPh", sb="0", eb="9").text = "拼音"


@in_tree
def typed_number(root: _Root, rng: Random) -> None:
    """Type a number that is none, is huge, or is a date."""
    for cell in _cells(root, rng):
        _emptied(cell)
        etree.SubElement(cell, f"{_MAIN}v").text = number(rng)
        if rng.random() < 0.3:
            cell.set("s", str(rng.randrange(90)))


@in_tree
def typed_formula(root: _Root, rng: Random) -> None:
    """Type a formula: a plain one, a shared one, one of an array or a data table."""
    for cell in _cells(root, rng):
        _emptied(cell)
        formula = etree.SubElement(cell, f"{_MAIN}f")
        formula.text = rng.choice(_FORMULAS)
        kind = rng.choice(("", "", "shared", "array", "dataTable", "x"))
        if kind:
            formula.set("t", kind)
            formula.set("si", rng.choice(("0", "1", "-1", "x")))
        if rng.random() < 0.6 and kind:
            formula.set("ref", area(rng))
        if rng.random() < 0.7:
            etree.SubElement(cell, f"{_MAIN}v").text = number(rng)
            cell.set("t", rng.choice(_TYPES))


@in_tree
def wrong_type(root: _Root, rng: Random) -> None:
    """Say of a cell that it holds something else than it does."""
    for cell in _cells(root, rng):
        cell.set("t", rng.choice(_TYPES))


@in_tree
def wrong_place(root: _Root, rng: Random) -> None:
    """Say of cells and rows that they are elsewhere."""
    rows = list(root.iter(f"{_MAIN}row")) or [root]
    for cell in _cells(root, rng):
        if rng.random() < 0.7:
            cell.set("r", area(rng))
        else:
            rng.choice(rows).set("r", rng.choice((number(rng), "1048576", "1048577", "3")))


@in_tree
def wrong_style(root: _Root, rng: Random) -> None:
    """Give a cell, a row or a column a style that there is not."""
    for cell in _cells(root, rng):
        holder = rng.choice((cell, cell.getparent()))
        (cell if holder is None else holder).set("s", number(rng))


@in_tree
def merged(root: _Root, rng: Random) -> None:
    """Merge cells: over others, over each other, over the whole sheet."""
    holder = root.find(f"{_MAIN}mergeCells")
    if holder is None:
        holder = etree.SubElement(root, f"{_MAIN}mergeCells")
    for _ in range(rng.choice((1, 2, 30))):
        top, left = rng.randint(1, 30), rng.randint(0, 9)
        bottom, right = top + rng.randint(0, 5), min(left + rng.randint(0, 3), 25)
        usual = f"{chr(65 + left)}{top}:{chr(65 + right)}{bottom}"
        etree.SubElement(holder, f"{_MAIN}mergeCell", ref=rng.choice((usual, usual, area(rng))))


@in_tree
def linked(root: _Root, rng: Random) -> None:
    """Put links, rules or filters of strange extent on a sheet."""
    kind, name = rng.choice(
        (
            ("hyperlinks/hyperlink", "ref"),
            ("dataValidations/dataValidation", "sqref"),
            ("conditionalFormatting/cfRule", "sqref"),
            ("autoFilter/filterColumn", "ref"),
        )
    )
    outer, inner = kind.split("/")
    holder = etree.SubElement(root, _MAIN + outer)
    one = etree.SubElement(holder, _MAIN + inner, location="A1", type="list", priority="1")
    for element in (holder, one):
        element.set(name, area(rng))


CHANGES: tuple[Change, ...] = (
    *(typed_text, typed_text, typed_text, typed_rich_text, typed_number, typed_number),
    *(typed_formula, wrong_type, wrong_place, wrong_style, merged, linked),
)
