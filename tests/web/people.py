"""People in front of their own programs, while the page is open beside them."""

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl

from generator.formats.xlsx.editing.cell_edits import edit_cells
from tests.libreoffice import convert
from tests.paths import ROOT
from tests.reviewing.body import lines_of
from tests.reviewing.extras import add_comment
from tests.reviewing.ooxml import Package
from tests.reviewing.reviewer import unedited
from tests.reviewing.runs import Pen, replace

ORGAN = "临江市住房和城乡建设局"


class Office:
    """An office with one report, of 2024."""

    def __init__(self, folder: Path, elsewhere: Path) -> None:
        self.workbook, self.document = folder / "2024.xlsx", folder / "2024.docx"
        self._elsewhere = elsewhere / "LibreOffice"
        self._elsewhere.mkdir()

    def save(self, cells: dict[tuple[str, str], Any], *, filled: bool = False) -> None:
        """Fill in cells of the workbook, and save it in LibreOffice."""
        book = openpyxl.load_workbook(self.workbook)
        if filled:
            _fill(book)
        for (sheet, cell), value in cells.items():
            book[sheet][cell] = value
        self._resaved(self.workbook, book.save, "xlsx")

    def cell_with(self, words: str) -> tuple[tuple[str, str], str]:
        """Return the cell of the narrative that has some words, and its text."""
        sheet = openpyxl.load_workbook(self.workbook)["正文"]
        cells = (cell for row in sheet.iter_rows() for cell in row)
        found = next(one for one in cells if words in str(one.value or ""))
        return ("正文", found.coordinate), str(found.value)

    def review(self, was: str, now: str) -> None:
        """Change words of the document as 修订, write a 批注, and save it in LibreOffice."""
        package = Package.open(add_comment(unedited(self.document.read_bytes()), Random(3)).data)
        line = next(one for one in lines_of(package) if was in one.text)
        pen = Pen(package, Random(3), tracked=True, author="李科长", date="2025-01-15T09:30:00Z")
        begin = line.text.index(was)
        replace(line.paragraph, begin, begin + len(was), now, pen)
        content = package.save()
        self._resaved(self.document, lambda path: path.write_bytes(content), "docx")

    def pdf(self) -> bytes:
        """Return a report that another office has published."""
        return convert(ROOT / "outputs" / "2023.docx", "pdf", self._elsewhere).read_bytes()

    def _resaved(self, path: Path, save: Any, kind: str) -> None:
        given = self._elsewhere / "saved"
        given.mkdir(exist_ok=True)
        save(given / path.name)
        convert(given / path.name, kind, self._elsewhere).replace(path)


def _fill(book: Any) -> None:
    """Put what an office reported for 2023 into a new workbook, as that of 2024."""
    known = openpyxl.load_workbook(ROOT / "inputs" / "2023.xlsx")
    for name in ("基本信息", "二、主动公开", "三、申请办理", "四、复议诉讼", "正文", "指标"):
        for row in known[name].iter_rows(min_row=4 if name != "三、申请办理" else 5):
            for cell in row:
                into = book[name][cell.coordinate]
                is_formula = any(str(one.value).startswith("=") for one in (cell, into))
                if type(into).__name__ == "MergedCell" or is_formula:
                    continue
                if cell.value is not None or name == "正文":
                    into.value = _a_year_later(cell.value)


def _a_year_later(value: Any) -> Any:
    if hasattr(value, "year"):
        return date(2024, value.month, value.day)
    if isinstance(value, str):
        return value.replace("2023", "2024").replace("上海市长宁区人力资源和社会保障局", ORGAN)
    return 2024 if value == 2023 else value


def hand_in(units: Path, number: int, *, wrong: bool) -> None:
    """Hand in the workbook of a unit, with a total that is wrong or right."""
    content = (ROOT / "inputs" / "2023.xlsx").read_bytes()
    cells = {("基本信息", (4, 2)): f"临江{number}局", ("三、申请办理", (7, 4)): 9 if wrong else 5}
    (units / f"{number}.xlsx").write_bytes(edit_cells(content, "2023.xlsx", dict(cells)))
