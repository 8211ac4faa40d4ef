"""What of a worksheet only a table of its own needs: merges, bold cells, rows that stay in view.

It is read for the sheets that the narrative names, and for no others.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from generator.files.zip_archive import WORKBOOK
from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import Area, bounds, spot_of
from generator.formats.xlsx.reading.cells import damage_refused, related, sheet_files
from generator.formats.xlsx.sheet_rows import SheetRows, placed_cells

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFF = ("0", "false")
_PRINT_TITLES = "_xlnm.Print_Titles"
_TITLE_ROWS = re.compile(r"!\$?(\d{1,7}):\$?(\d{1,7})(?=,|$)")


class SheetShape(NamedTuple):
    """How a worksheet is laid out."""

    merges: tuple[Area, ...]
    bold: frozenset[Spot]
    """Cells all of whose text is bold."""
    titles: int
    """Last of the rows that are printed on every page (打印标题行); 0 where there are none."""
    frozen: int
    """Last of the rows that stay in view (冻结窗格); 0 where there are none."""
    shown_empty: frozenset[Spot]
    """Formulas whose result is a text without a sign in it."""


def shape_of(parts: Mapping[str, bytes], name: str, file: str) -> SheetShape:
    """Return the layout of a worksheet. Raise Refusal where the file is damaged."""
    with damage_refused(file):
        return _shape_of(parts, name)


def _shape_of(parts: Mapping[str, bytes], name: str) -> SheetShape:
    xml = SheetRows(parts[sheet_files(parts)[name]])
    bold_styles = _bold_styles(related(parts, "styles"))
    cells = list(placed_cells(xml.rows()))
    return SheetShape(
        tuple(
            bounds(merge.get("ref", ""))
            for merge in xml.root.iterfind(f"{_MAIN}mergeCells/{_MAIN}mergeCell")
        ),
        frozenset(spot for spot, cell in cells if int(cell.get("s", 0)) in bold_styles),
        _title_rows(parts[WORKBOOK], name),
        max(_frozen_rows(xml.root), default=0),
        frozenset(
            spot
            for spot, cell in cells
            if cell.get("t") == "str" and cell.find(f"{_MAIN}v") is not None
            if not cell.findtext(f"{_MAIN}v")
        ),
    )


def _bold_styles(styles: bytes) -> frozenset[int]:
    """Return the numbers of the cell styles whose font is bold."""
    if not styles:
        return frozenset()
    root = ElementTree.fromstring(styles)  # noqa: S314 - guarded
    fonts = [_is_bold(font) for font in root.iterfind(f"{_MAIN}fonts/{_MAIN}font")]
    bold = {number for number, one in enumerate(fonts) if one}
    cells = root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    return frozenset(at for at, xf in enumerate(cells) if int(xf.get("fontId", 0)) in bold)


def _is_bold(font: ElementTree.Element) -> bool:
    bold = font.find(f"{_MAIN}b")
    return bold is not None and bold.get("val", "1") not in _OFF


def _title_rows(workbook: bytes, name: str) -> int:
    root = ElementTree.fromstring(workbook)  # noqa: S314 - guarded
    sheets = [one.get("name") for one in root.iterfind(f"{_MAIN}sheets/{_MAIN}sheet")]
    for defined in root.iterfind(f"{_MAIN}definedNames/{_MAIN}definedName"):
        of_this = defined.get("localSheetId") == str(sheets.index(name))
        if of_this and defined.get("name") == _PRINT_TITLES:
            found = _TITLE_ROWS.search(defined.text or "")
            return int(found[2]) if found else 0
    return 0


def _frozen_rows(root: ElementTree.Element) -> Iterator[int]:
    for view in root.iterfind(f"{_MAIN}sheetViews/{_MAIN}sheetView"):
        pane = view.find(f"{_MAIN}pane")
        if pane is not None and pane.get("state", "").startswith("frozen"):
            first, _ = spot_of(view.get("topLeftCell", "A1"))
            yield first - 1 + int(float(pane.get("ySplit", 0)))
