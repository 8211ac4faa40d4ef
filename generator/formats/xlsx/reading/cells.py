"""Reads the cells of all worksheets, straight from their XML.

openpyxl builds an object for every cell, style and merge, and its import alone takes as long as
all the rest of a run; of what it reads only values, formulas and number formats are needed here.
The tests hold both against each other on every kind of cell.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from xml.etree import ElementTree

from generator.files.zip_archive import WORKBOOK
from generator.form.labels import Spot
from generator.formats.xlsx.cell_formats import (
    DAY_0,
    DAY_0_OF_1904,
    GENERAL,
    PLAIN_FORMATS,
    as_date,
    formats_of,
    shows_date,
)
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.cells_by_row import CellsByRow
from generator.formats.xlsx.layout import MOST_COLUMNS, MOST_ROWS
from generator.formats.xlsx.reading.conditional_formats import (
    Look,
    conditions_of,
    looks_of,
    may_change_what_is_shown,
)
from generator.formats.xlsx.reading.out_of_sight import out_of_sight_of
from generator.formats.xlsx.reading.struck_text import has_strikes, struck_and_left, struck_styles
from generator.formats.xlsx.sheet import CellError, Sheet
from generator.formats.xlsx.sheet_rows import SheetRows, covered_cells, placed_cells
from generator.model.finding import Refusal

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FORMULA, _VALUE, _INLINE = (_MAIN + tag for tag in ("f", "v", "is"))
_TEXT, _RUN = _MAIN + "t", _MAIN + "r"
_LINE = f"{_MAIN}rPr/{_MAIN}vertAlign"
_OFF_LINE = {
    "superscript": str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    "subscript": str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TRUE = {"1", "true"}
_SHEETS_KEPT = 20  # of a workbook before and after an edit


def read_sheets(parts: Mapping[str, bytes], name: str) -> list[Sheet]:
    """Read the filled cells of every worksheet, within a window, and note what lies outside.

    `parts` are those of a workbook that is safe to open. Raise Refusal where it is damaged.
    """
    with damage_refused(name):
        book = _book(
            parts[WORKBOOK], *(related(parts, kind) for kind in ("sharedStrings", "styles"))
        )
        return [
            _sheet(title, parts[part], book)
            for title, part in sheet_files(parts).items()
            if part in parts
        ]


@contextmanager
def damage_refused(name: str) -> Iterator[None]:
    """Raise Refusal, which names the file, where XML is not what a workbook holds."""
    try:
        yield
    except (ValueError, ArithmeticError, LookupError, SyntaxError) as problem:
        raise Refusal(
            f"{name} 的内容已损坏，读不了。请用 Excel 或 WPS 打开，另存一份再试。"
        ) from problem


def sheet_files(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the part of every worksheet by its name. Chart sheets are not among them."""
    targets = {
        relation.get("Id", ""): target
        for relation, target in _relations(parts)
        if relation.get("Type", "").endswith("/worksheet")
    }
    sheets = ElementTree.fromstring(parts[WORKBOOK]).iterfind(f"{_MAIN}sheets/{_MAIN}sheet")  # noqa: S314
    return {
        sheet.get("name", ""): targets[sheet.get(_RELATION, "")]
        for sheet in sheets
        if sheet.get(_RELATION, "") in targets
    }


def related(parts: Mapping[str, bytes], kind: str) -> bytes:
    """Return the part that all worksheets share, sharedStrings or styles; empty without one."""
    kinds = {one.get("Type", "").rpartition("/")[2]: to for one, to in _relations(parts)}
    return parts.get(kinds.get(kind, ""), b"")


@dataclass(frozen=True, eq=False)
class _Book:
    """What all worksheets of a workbook share."""

    strings: Sequence[str]
    formats: Sequence[str]
    """By number of cell style."""
    day_0: datetime
    struck_styles: frozenset[int]
    """Numbers of cell styles with a line through all that they show."""
    rich: Mapping[int, ElementTree.Element]
    """Texts in several formats, by number, where any of them has a line through it."""
    looks: Mapping[int, Look]
    """Looks of conditional formats, by number, that change what is shown."""
    hidden_sheets: frozenset[str] = frozenset()


@lru_cache(maxsize=3)
def _book(workbook: bytes, strings: bytes, styles: bytes) -> _Book:
    root = ElementTree.fromstring(workbook)  # noqa: S314 - guarded
    properties = root.find(f"{_MAIN}workbookPr")
    of_1904 = properties is not None and properties.get("date1904") in _TRUE
    texts = list(_strings(strings)) if strings else []
    return _Book(
        [_text(one) for one in texts],
        formats_of(styles) if styles else [],
        DAY_0_OF_1904 if of_1904 else DAY_0,
        struck_styles(styles) if styles else frozenset(),
        dict(enumerate(texts)) if strings and has_strikes(strings) else {},
        looks_of(styles) if styles else {},
        frozenset(
            sheet.get("name", "")
            for sheet in root.iterfind(f"{_MAIN}sheets/{_MAIN}sheet")
            if sheet.get("state", "visible") != "visible"
        ),
    )


def _strings(content: bytes) -> Iterator[ElementTree.Element]:
    root = ElementTree.fromstring(content)  # noqa: S314 - guarded
    return root.iterfind(f"{_MAIN}si")


def _relations(parts: Mapping[str, bytes]) -> Iterator[tuple[ElementTree.Element, str]]:
    """Yield the relations of the workbook with the parts to which they lead."""
    for relation in ElementTree.fromstring(parts.get(_RELATIONS, b"<none/>")):  # noqa: S314 - guarded
        target = relation.get("Target", "")
        yield relation, target.lstrip("/") if target.startswith("/") else f"xl/{target}"


@lru_cache(maxsize=_SHEETS_KEPT)
def _sheet(title: str, content: bytes, book: _Book) -> Sheet:
    """Read a worksheet; one that an edit of the workbook left as it was is not read again."""
    xml = SheetRows(content)
    values: MutableMapping[Spot, object] = CellsByRow() if xml.large else {}
    formulas: dict[Spot, str] = {}
    results: dict[Spot, object] = {}
    formats: dict[Spot, str] = {}
    struck: dict[Spot, str] = {}
    unseen: set[Spot] = set()
    shared: dict[str, tuple[str, Spot]] = {}
    for spot, cell in placed_cells(xml.rows()):
        style, formula = int(cell.get("s", 0)), cell.find(_FORMULA)
        number_format = book.formats[style] if style < len(book.formats) else GENERAL
        value = _value(cell, number_format, book)
        if value is None and formula is None:
            continue
        if spot[0] > MOST_ROWS or spot[1] > MOST_COLUMNS:
            unseen.add(spot)
            continue
        words, value = _standing(cell, style, value, book)
        if words:
            struck[spot] = words
        if formula is not None:
            formulas[spot] = _formula(formula, spot, shared)
        if value is not None:
            (values if formula is None else results)[spot] = value
        if number_format not in PLAIN_FORMATS:
            formats[spot] = number_format
    for spot in _taken_out(covered_cells(xml.root), values, formulas):
        unseen.add(spot)
        for each in (results, formats, struck):
            each.pop(spot, None)
    conditional = may_change_what_is_shown(content, book.looks)
    return Sheet(
        title,
        values,
        formulas,
        formats,
        tuple(sorted(unseen)),
        results,
        struck=struck,
        conditions=tuple(conditions_of(xml.root, book.looks)) if conditional else (),
        out_of_sight=out_of_sight_of(xml.root, whole=title in book.hidden_sheets),
        day_0=book.day_0,
    )


def _taken_out(
    spots: Iterable[Spot], *filled: MutableMapping[Spot, object] | MutableMapping[Spot, str]
) -> Iterator[Spot]:
    """Take what is filled out of cells that are hidden, and yield those where there was any."""
    for spot in spots:
        if any(each.pop(spot, None) is not None for each in filled):
            yield spot


def _value(cell: ElementTree.Element, number_format: str, book: _Book) -> object:
    """Return what was typed, or what a formula last showed; None where there is nothing."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(_INLINE)
        return (_text(inline) or None) if inline is not None else None
    written = cell.findtext(_VALUE)
    if written == "" and kind == "str" and cell.find(_FORMULA) is not None:
        return ""  # it was worked out, and shows nothing
    if not written or (kind != "str" and not written.strip()):
        return None
    if kind == "s":
        return book.strings[int(written)] or None
    if kind in _MEANINGS:
        return _MEANINGS[kind](written)
    return _number(written, number_format, book.day_0)


def _standing(
    cell: ElementTree.Element, style: int, value: object, book: _Book
) -> tuple[str, object]:
    """Return what of a cell has a line through it, and its value without that.

    Where all of it has, the value is as it is: people are asked.
    """
    whole = style in book.struck_styles
    text = cell.find(_INLINE)
    if text is None and cell.get("t") == "s":
        text = book.rich.get(int(cell.findtext(_VALUE) or 0))
    if text is not None and text.find(_RUN) is not None:
        struck, left = (_unescaped("".join(one)) for one in struck_and_left(text, whole=whole))
        return struck, left if struck and left.strip() else value
    return (str(value) if whole and value is not None else ""), value


def _number(written: str, number_format: str, day_0: datetime) -> object:
    number = float(written) if {".", "e", "E"}.intersection(written) else int(written)
    if not shows_date(number_format):
        return number
    shown = as_date(number, number_format, day_0)
    return CellError("#VALUE!") if shown is None else shown


def _text(element: ElementTree.Element) -> str:
    """Return a text, all runs of it, but not how it is pronounced."""
    texts = (
        child.text if child.tag == _TEXT else _run(child)
        for child in element
        if child.tag in (_TEXT, _RUN)
    )
    return _unescaped("".join(text or "" for text in texts))


def _run(run: ElementTree.Element) -> str:
    """Return the words of a run; digits off the line as ² and ₂, or 3 with a note 1 would be 31."""
    words, look = run.findtext(_TEXT) or "", run.find(_LINE)
    raised = "" if look is None else look.get("val", "")
    return words.translate(_OFF_LINE[raised]) if raised in _OFF_LINE and words.isdigit() else words


def _unescaped(text: str) -> str:
    """Return text with what XML cannot hold, which Excel writes as _x0007_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


_MEANINGS: Mapping[str, Callable[[str], object]] = {
    "str": _unescaped,
    "b": _TRUE.__contains__,
    "e": CellError,
    "d": datetime.fromisoformat,
}


def _formula(element: ElementTree.Element, spot: Spot, shared: dict[str, tuple[str, Spot]]) -> str:
    """Return a formula; of those that share one, only the first has it written out."""
    text, index = f"={element.text or ''}", element.get("si", "")
    if element.get("t") != "shared":
        return text
    if element.text or index not in shared:
        shared.setdefault(index, (text, spot))
        return text
    from openpyxl.formula.translate import Translator  # seldom needed, and long to import

    first, at = shared[index]
    translated: str = Translator(first, address(at)).translate_formula(address(spot))
    return translated
