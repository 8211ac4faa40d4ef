"""Changes single cells of a workbook and leaves all the rest of the file as it is, byte by byte.

A workbook that a library reads and saves again comes out without what the library does not know.
Here the new cells are put into the XML of their sheet at the right places, and nothing else in it
is written anew.
"""

import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple

from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.cell_writer import Stored, cell_splices
from generator.formats.xlsx.editing.formula_refresher import formula_splices, result_splices
from generator.formats.xlsx.editing.repacked import repacked
from generator.formats.xlsx.editing.sheet_xml import SheetXml, read_sheet_xml
from generator.formats.xlsx.editing.xml_splice import Splice, spliced, with_attribute
from generator.formats.xlsx.formulas.results import Result, formula_results
from generator.formats.xlsx.reading.cells import read_sheets, sheet_files
from generator.formats.xlsx.reading.guard import load, workbook_parts
from generator.formats.xlsx.writing.cell_text import as_stored
from generator.formats.xlsx.writing.date_value import date_value
from generator.model.finding import Refusal

CellValue = str | int | Decimal | date | None
"""What a cell is to hold; None and "" empty it."""


def edit_cells(
    data: bytes,
    name: str,
    edits: Mapping[tuple[str, Spot], CellValue],
    heights: Mapping[tuple[str, int], float] = MappingProxyType({}),
) -> bytes:
    """Return an .xlsx with some cells changed, by (sheet name, (row, column)), counted from 1.

    The cells keep their styles. `heights`, in points by (sheet name, row), go to the rows whose
    height was set; the others grow by themselves. Formulas on the same sheets are marked to be
    computed anew, and what formulas show is put right on all sheets, as far as it is known.

    Raise Refusal for a file or a sheet that cannot be used and for a text that is too long;
    ValueError for a cell that holds a formula, is filled by one, or is hidden by a merge.
    """
    parts = workbook_parts(data, name)
    files = sheet_files(parts)
    edited: dict[str, _Edited] = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for sheet in dict.fromkeys(key[0] for key in (*edits, *heights)):
            try:
                xml = read_sheet_xml(archive.read(files[sheet]))
            except KeyError:
                raise Refusal(
                    f"{name} 里没有『{sheet}』这张工作表。请检查它是否改了名或被删去。"
                ) from None
            except ValueError:
                raise Refusal(
                    f"{name} 的『{sheet}』内部格式不正常，没有改动。"
                    "请用 Excel 或 WPS 打开，另存一份再试。"
                ) from None
            values = {spot: value for (where, spot), value in edits.items() if where == sheet}
            tall = {row: height for (where, row), height in heights.items() if where == sheet}
            stored = _stored(values, sheet, data, name)
            edited[sheet] = _Edited(xml, [*cell_splices(xml, stored), *_heights(xml, tall)])
        changed = {files[sheet]: one.content for sheet, one in edited.items()}
        if edits:
            results = formula_results(read_sheets({**parts, **changed}, name))
            of_cells = {sheet: edited[sheet] for sheet, _ in edits}
            changed |= _refreshed(parts, of_cells, results)
        return repacked(archive, changed)


class _Edited(NamedTuple):
    """A sheet and what is changed in it."""

    sheet: SheetXml
    changes: list[Splice]

    @property
    def content(self) -> bytes:
        return spliced(self.sheet.content, self.changes)


def _refreshed(
    parts: Mapping[str, bytes],
    edited: Mapping[str, _Edited],
    results: Mapping[tuple[str, Spot], Result],
) -> Iterator[tuple[str, bytes]]:
    """Yield the sheets whose formulas show something else once cells of some were edited.

    No edit touches a formula, so both are changes of the sheet as it was.
    """
    for sheet, part in sheet_files(parts).items():
        own = {spot: result for (where, spot), result in results.items() if where == sheet}
        if sheet in edited:
            xml, changes = edited[sheet]
            yield part, spliced(xml.content, [*changes, *formula_splices(xml, own)])
        elif own:
            xml = read_sheet_xml(parts[part])
            if changes := result_splices(xml, own, only_where_stale=True):
                yield part, spliced(xml.content, changes)


def _stored(
    values: Mapping[Spot, CellValue], sheet: str, data: bytes, name: str
) -> dict[Spot, Stored]:
    """Return the values as cells hold them: escaped text, numbers, None."""
    opened = load(data, name) if any(isinstance(value, date) for value in values.values()) else None
    stored: dict[Spot, Stored] = {}
    for spot, given in values.items():
        value = given
        if opened and isinstance(value, date):
            value = date_value(value, opened[sheet].cell(*spot), opened.epoch)
        if isinstance(value, int | Decimal):
            stored[spot] = Decimal(value)
        else:
            stored[spot] = as_stored(str(value or ""), f"{sheet} {address(spot)}") or None
    return stored


def _heights(sheet: SheetXml, heights: Mapping[int, float]) -> list[Splice]:
    rows = [
        (sheet.rows[number], height) for number, height in heights.items() if number in sheet.rows
    ]
    return [
        splice
        for row, height in rows
        if row.own_height
        for splice in with_attribute(sheet.content, row.element, "ht", f"{height:g}")
    ]
