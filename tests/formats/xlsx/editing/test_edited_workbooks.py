"""In a whole workbook, whoever saved it, only the cells that are edited change."""

import re
import zipfile
from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.datavalidation import DataValidation

from generator.files.delivery import AlreadyThere
from generator.files.zip_archive import WORKBOOK, unpacked
from generator.form.labels import Spot
from generator.form.vocabulary import Form
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.formats.xlsx.findings.seal import compared, prepare, sealed
from generator.formats.xlsx.layout import ENTRY_SHEET, GUIDE_SHEET, NARRATIVE_SHEET, table_sheets
from generator.formats.xlsx.reading.cells import sheet_files
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.report import Figure
from tests import samples
from tests.few import few
from tests.form.small import SMALL
from tests.form.small_report import small_report
from tests.formats.xlsx.formulas import shown, what_is_cached
from tests.formats.xlsx.sheets import member
from tests.forms import FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.opened import opened, saved, to_look_at
from tests.paths import WORKBOOK as INPUT

REQUESTS = "三、申请办理"
TEXT_CELL, FROM_CELL = (4, 4), (7, 2)
EDITS: dict[tuple[str, Spot], CellValue] = {
    (REQUESTS, (7, 4)): 1000,
    (REQUESTS, (10, 5)): 3,
    (REQUESTS, (8, 4)): None,
    (ENTRY_SHEET, FROM_CELL): date(2023, 2, 1),
    (NARRATIVE_SHEET, TEXT_CELL): '=HYPERLINK("x")，改过 <的> & 文字\n',
}


def edited(before: bytes) -> bytes:
    return edit_cells(before, INPUT.name, EDITS, {(NARRATIVE_SHEET, 4): 99})


def without(sheet: bytes, cells: Collection[str]) -> bytes:
    """Return a sheet without some cells, marks of formulas, and what formulas show."""
    for cell in cells:
        sheet, count = re.subn(rb'(?s)<c r="%s"(?:[^>]*/>|.*?</c>)' % cell.encode(), b"", sheet)
        assert count == 1
    sheet = re.sub(rb'(<row r="4"[^>]*) ht="[^"]*"', rb"\1", sheet)
    sheet = sheet.replace(b' ca="1"', b"")
    shown = rb'(<c [^>]*?)(?: t="(?:str|n)")?( ?/?><f[^>]*>[^<]*</f>)(?:<v ?/>|<v>[^<]*</v>)?'
    return re.sub(shown, rb"\1\2", sheet)


def cells_of(data: bytes) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Return value, style and comment of every cell."""
    return {
        (sheet.title, cell.coordinate): (
            *(cell.value, cell.data_type, cell.style_id),
            *(cell.number_format, cell.comment and cell.comment.text, cell.hyperlink),
        )
        for sheet in to_look_at(data).worksheets
        for row in sheet.iter_rows()
        for cell in row
    }


def rules_of(data: bytes) -> dict[str, object]:
    """Return what else a sheet holds."""
    return {
        sheet.title: (
            sorted(map(str, sheet.merged_cells.ranges)),
            [(str(rule.sqref), rule.formula1) for rule in sheet.data_validations.dataValidation],
            [
                (str(area.sqref), [rule.formula for rule in area.rules])
                for area in sheet.conditional_formatting
            ],
            {column: width.width for column, width in sheet.column_dimensions.items()},
            (sheet.freeze_panes, sheet.print_area, sheet.print_title_rows, sheet.dimensions),
        )
        for sheet in to_look_at(data).worksheets
    }


def only_these_changed_in_the_file(before: bytes, after: bytes) -> None:
    files = sheet_files(workbook_parts(before, ""))
    old, new = zipfile.ZipFile(BytesIO(before)), zipfile.ZipFile(BytesIO(after))
    kept = ("filename", "date_time", "compress_type", "external_attr", "extra", "comment")
    assert [[getattr(member, what) for what in kept] for member in new.infolist()] == [
        [getattr(member, what) for what in kept] for member in old.infolist()
    ]
    changed = [part for part in old.namelist() if old.read(part) != new.read(part)]
    of_edits = {files[sheet] for sheet, _ in EDITS}
    assert of_edits <= set(changed) <= {*of_edits, files.get(GUIDE_SHEET)}
    for part in changed:
        first, second = old.read(part), new.read(part)
        sheet = next(name for name, other in files.items() if other == part)
        cells = [address(spot) for name, spot in EDITS if name == sheet]
        assert without(first, cells) == without(second, cells), sheet


def only_these_changed_for_openpyxl(before: bytes, after: bytes) -> None:
    edited = {(sheet, address(spot)) for sheet, spot in EDITS}
    was, now = cells_of(before), cells_of(after)
    assert was.keys() == now.keys()
    assert {cell for cell in was if was[cell] != now[cell]} == edited
    for cell in edited:
        assert was[cell][2:] == now[cell][2:]  # styles are their numbers: their part is the same
    assert rules_of(before) == rules_of(after)


def only_these_changed(before: bytes, after: bytes) -> None:
    only_these_changed_in_the_file(before, after)
    only_these_changed_for_openpyxl(before, after)


def total_of(found: list[Any]) -> int:
    numbers: list[int] = [value for value in found if value is not None]
    return sum(numbers)


def reads_as_edited(data: bytes) -> None:
    read, findings = read_content(data, "2023.xlsx", FORM)
    assert not [finding for finding in findings if finding.holds_back]
    assert read.figures["本年新收自然人"].value == Decimal(1000)
    assert read.figures["予以公开商业企业"].value is not None
    assert read.entries["统计期限起"].value == date(2023, 2, 1)
    assert read.paragraphs[0].text == str(EDITS[NARRATIVE_SHEET, TEXT_CELL])


def with_something_of_every_kind() -> bytes:
    """Return a small workbook that has what staff add beside what the edits change."""
    book = Workbook()
    book.remove(book.worksheets[0])
    requests, entries, text = map(book.create_sheet, (REQUESTS, ENTRY_SHEET, NARRATIVE_SHEET))
    for cell, value in (("A1", "标题"), ("D7", 5), ("D8", 6), ("E10", 7), ("J7", "=SUM(D7:I7)")):
        requests[cell] = value
    requests.merge_cells("A1:J1")
    requests.conditional_formatting.add("D7:J9", Rule(type="expression", formula=["D7<0"]))
    requests.freeze_panes, requests.print_area, requests.print_title_rows = "D7", "A1:J10", "1:6"
    entries["B7"], entries["B10"] = date(2023, 1, 1), "网址"
    entries["B10"].hyperlink = "https://www.example.gov.cn/"
    entries.column_dimensions["B"].width = 40
    text["D4"], text.row_dimensions[4].height = "原来的文字", 30
    text["D4"].comment = Comment("看过", "某人")
    levels = DataValidation("list", formula1='"正文,（一）"')
    levels.add("B4:B9")
    text.add_data_validation(levels)
    book.create_sheet("草稿")["Z9"] = "=正文!D4"
    return saved(book)


def test_only_the_cells_concerned_change() -> None:
    before = with_something_of_every_kind()
    only_these_changed(before, edited(before))


def test_a_published_report_s_workbook_reads_as_it_was_edited() -> None:
    before = INPUT.read_bytes()
    after = edited(before)
    only_these_changed_in_the_file(before, after)
    reads_as_edited(after)


@pytest.mark.long
def test_comments_links_and_foreign_sheets_stay_in_such_a_workbook() -> None:
    book = opened(INPUT.read_bytes())
    book[NARRATIVE_SHEET]["D4"].comment = Comment("看过", "某人")
    book[ENTRY_SHEET]["B10"].hyperlink = "https://www.example.gov.cn/"
    book.create_sheet("草稿")["Z9"] = "=正文!D4"
    before = saved(book)
    only_these_changed(before, edited(before))


@needs_libreoffice
def test_only_the_cells_concerned_change_in_what_libreoffice_saved(tmp_path: Path) -> None:
    before = convert(INPUT, "xlsx", tmp_path).read_bytes()
    after = edited(before)
    only_these_changed(before, after)
    reads_as_edited(after)
    results = load_workbook(BytesIO(after), data_only=True)[REQUESTS]
    for row in range(7, 32):
        found = [results.cell(row, column).value for column in range(4, 10)]
        assert results.cell(row, 10).value == total_of(found), row


def of_small_form() -> bytes:
    return workbook_of(small_report(), SMALL)


@pytest.mark.parametrize(
    ("written", "form", "figures", "totals_and_checks"),
    [
        (of_small_form, SMALL, ("收案个人", "收案单位"), 2),
        pytest.param(samples.workbook, FORM, ("本年新收自然人",), 3, marks=pytest.mark.long),
    ],
    ids=["small", "whole"],
)
def test_every_check_and_the_overview_say_what_holds_now(
    written: Callable[[], bytes], form: Form, figures: tuple[str, ...], totals_and_checks: int
) -> None:
    layout = next(layout for layout in table_sheets(form) if figures[0] in layout.figures)
    spots = [(layout.name, layout.figures[figure]) for figure in figures]
    before = written()
    assert what_is_cached(before) == shown(before)
    after = edit_cells(before, "本年.xlsx", dict.fromkeys(spots, 99_999))
    assert what_is_cached(after) == shown(after)
    changed = {
        sheet: {cell for cell, said in cells.items() if said != what_is_cached(before)[sheet][cell]}
        for sheet, cells in what_is_cached(after).items()
    }
    assert len(changed[layout.name]) >= totals_and_checks
    assert len(changed[GUIDE_SHEET]) == 1


@needs_libreoffice
@pytest.mark.parametrize("saved_before", [False, True])
def test_libreoffice_shows_new_values_and_totals(tmp_path: Path, *, saved_before: bool) -> None:
    source = convert(INPUT, "xlsx", tmp_path) if saved_before else INPUT
    (tmp_path / "again").mkdir()
    edited = tmp_path / "edited.xlsx"
    edited.write_bytes(edit_cells(source.read_bytes(), source.name, EDITS))
    shown = load_workbook(convert(edited, "xlsx", tmp_path / "again"), data_only=True)
    sheet = shown[REQUESTS]
    assert sheet["D7"].value == 1000
    assert sheet["D8"].value is None
    for row in range(7, 32):
        found = [sheet.cell(row, column).value for column in range(4, 10)]
        assert sheet.cell(row, 10).value == total_of(found), row
    assert shown[NARRATIVE_SHEET]["D4"].value == EDITS[NARRATIVE_SHEET, TEXT_CELL]
    assert shown[ENTRY_SHEET]["B7"].value == datetime(2023, 2, 1)  # noqa: DTZ001 - cells know none


FIGURES, NUMBERS = ("本年新收自然人", "行政事业性收费"), (Decimal("59237.2449"), 0, 12, 10**14)


@pytest.mark.parametrize(("figure", "number"), few(product(FIGURES, NUMBERS), 2))
def test_numbers_are_read_as_they_were_given(figure: str, number: int | Decimal) -> None:
    layout = samples.sheet_of(figure)
    edits: dict[tuple[str, Spot], CellValue] = {(layout.name, layout.figures[figure]): number}
    read, _ = samples.read(edit_cells(samples.workbook(), samples.FILE, edits))
    expected = {**samples.report().figures, figure: Figure(Decimal(number))}
    for total, parts in FORM.totals.items():
        if figure in parts:
            parts_now = [expected[part].value or Decimal(0) for part in parts]
            expected[total] = Figure(sum(parts_now, Decimal(0)))
    changed = [name for name in expected if read.figures[name] != expected[name]]
    assert read.figures[figure] == Figure(Decimal(number))
    assert set(changed) <= {name for name in FORM.totals if "总计" in name}


def test_nothing_to_change_changes_nothing() -> None:
    before = INPUT.read_bytes()
    after = edit_cells(before, INPUT.name, {})
    for part in zipfile.ZipFile(BytesIO(before)).namelist():
        assert member(after, part) == member(before, part)


def test_a_seal_stays_as_it_is_and_tells_of_the_change() -> None:
    book = opened(with_something_of_every_kind())
    prepare(book)
    before = sealed(unpacked(saved(book), "", WORKBOOK))
    assert compared(before, before) == AlreadyThere.SAME
    after = edited(before)
    assert member(after, "docProps/custom.xml") == member(before, "docProps/custom.xml")
    assert compared(before, after) == AlreadyThere.EDITED
