"""An office: a folder with a workbook and its document, and what staff and reviewers do there."""

import shutil
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from openpyxl.utils.cell import coordinate_to_tuple

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.docx.reading.body import read_body
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.manuscript.manuscript import Manuscript
from generator.pipeline.sources import read_report
from tests import paths

Cells = dict[tuple[str, tuple[int, int]], CellValue]


def put_published(folder: Path) -> Path:
    """Put the published report into a folder: inputs/2023.xlsx and outputs/2023.docx."""
    for file in (paths.WORKBOOK, paths.DOCUMENT):
        (folder / file.parent.name).mkdir()
        shutil.copy(file, folder / file.parent.name)
    return folder


def document_of(office: Path) -> Path:
    return office / "outputs" / "2023.docx"


def document_in(office: Path) -> bytes:
    return document_of(office).read_bytes()


def workbook_of(office: Path) -> Path:
    return office / "inputs" / "2023.xlsx"


def staff_edit(office: Path, cells: Mapping[tuple[str, tuple[int, int]], CellValue]) -> None:
    path = workbook_of(office)
    path.write_bytes(edit_cells(path.read_bytes(), path.name, dict(cells)))


def rows_of(office: Path) -> dict[int, str]:
    """Return the texts of the narrative by the row of its sheet."""
    report = read_report(workbook_of(office)).report
    return {coordinate_to_tuple(row.place.spot)[0]: row.text for row in report.paragraphs}


def row_with(office: Path, words: str) -> tuple[int, str]:
    """Return the row of the narrative that holds some words, and its text."""
    return next((row, text) for row, text in rows_of(office).items() if words in text)


def reviewer_edits(office: Path, was: str, now: str) -> None:
    """Put other words in the place of some that stand within one run of the document."""
    document_of(office).write_bytes(replaced(document_in(office), was, now))


def replaced(data: bytes, was: str, now: str, count: int = 1) -> bytes:
    """Return a document with some words of its XML replaced."""
    text = open_archive(data, "", DOCUMENT)[DOCUMENT].decode()
    assert was in text
    return rezipped(data, {DOCUMENT: text.replace(was, now, count).encode()})


def rezipped(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(content, "w") as new:
        for member in old.namelist():
            new.writestr(member, changed.get(member, old.read(member)))
    return content.getvalue()


def lines_of(data: bytes) -> list[str]:
    return [line.text.strip() for line in _read(data).lines]


def tables_of(data: bytes) -> list[list[str]]:
    return [list(grid.cells.values()) for grid in _read(data).grids]


def _read(data: bytes) -> Manuscript:
    return read_body(open_archive(data, "", DOCUMENT), "").manuscript
