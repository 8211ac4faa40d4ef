"""Single cells are changed; nothing else in the file is."""

import re
import zipfile
from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from generator.files.delivery import AlreadyThere
from generator.form.disclosure.edition_2021 import FORM
from generator.form.labels import Spot
from generator.formats.xlsx.cell_names import address
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.formats.xlsx.findings.seal import compared, prepare, sealed
from generator.formats.xlsx.layout import ENTRY_SHEET, GUIDE_SHEET, NARRATIVE_SHEET
from generator.formats.xlsx.reading.cells import read_sheets, sheet_files
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.reading.workbook import read_content
from generator.model.finding import Refusal
from generator.model.report import Figure
from tests import samples
from tests.few import few
from tests.formats.xlsx.formulas import shown, what_is_cached
from tests.formats.xlsx.sheets import MAIN, PART, SHEET, inside, member, workbook, worksheet
from tests.libreoffice import convert, needs_libreoffice
from tests.opened import opened, saved, to_look_at
from tests.paths import WORKBOOK as INPUT

REQUESTS = "三、申请办理"
TEXT_CELL, YEAR_CELL, FROM_CELL = (4, 4), (6, 2), (7, 2)
EDITS: dict[tuple[str, Spot], CellValue] = {
    (REQUESTS, (7, 4)): 1000,
    (REQUESTS, (10, 5)): 3,
    (REQUESTS, (8, 4)): None,
    (ENTRY_SHEET, FROM_CELL): date(2023, 2, 1),
    (NARRATIVE_SHEET, TEXT_CELL): '=HYPERLINK("x")，改过 <的> & 文字\n',
}


def edit(sheet: str, edits: Mapping[str, CellValue]) -> str:
    """Return what becomes of a hand-written sheet."""
    opened = Workbook().create_sheet()
    spots = {(SHEET, (opened[cell].row, opened[cell].column)): edits[cell] for cell in edits}
    return inside(edit_cells(workbook(worksheet(sheet)), "x.xlsx", spots))


def said(text: str) -> str:
    return f'<is><t xml:space="preserve">{text}</t></is>'


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


def only_these_changed(before: bytes, after: bytes) -> None:
    files = sheet_files(workbook_parts(before, ""))
    old, new = zipfile.ZipFile(BytesIO(before)), zipfile.ZipFile(BytesIO(after))
    kept = ("filename", "date_time", "compress_type", "external_attr", "extra", "comment")
    assert [[getattr(member, what) for what in kept] for member in new.infolist()] == [
        [getattr(member, what) for what in kept] for member in old.infolist()
    ]
    changed = [part for part in old.namelist() if old.read(part) != new.read(part)]
    assert {files[sheet] for sheet, _ in EDITS} <= set(changed)
    assert set(changed) <= {files[sheet] for sheet in (GUIDE_SHEET, *(one for one, _ in EDITS))}
    for part in changed:
        first, second = old.read(part), new.read(part)
        sheet = next(name for name, other in files.items() if other == part)
        cells = [address(spot) for name, spot in EDITS if name == sheet]
        assert without(first, cells) == without(second, cells), sheet
    edited = {(sheet, address(spot)) for sheet, spot in EDITS}
    was, now = cells_of(before), cells_of(after)
    assert was.keys() == now.keys()
    assert {cell for cell in was if was[cell] != now[cell]} == edited
    for cell in edited:
        assert was[cell][2:] == now[cell][2:]  # styles are their numbers: their part is the same
    assert rules_of(before) == rules_of(after)


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


@pytest.mark.long
def test_only_the_cells_concerned_change() -> None:
    before = INPUT.read_bytes()
    after = edit_cells(before, INPUT.name, EDITS, {(NARRATIVE_SHEET, 4): 99})
    only_these_changed(before, after)
    reads_as_edited(after)


def test_only_the_cells_concerned_change_beside_comments_links_and_foreign_sheets() -> None:
    book = opened(INPUT.read_bytes())
    book[NARRATIVE_SHEET]["D4"].comment = Comment("看过", "某人")
    book[ENTRY_SHEET]["B10"].hyperlink = "https://www.example.gov.cn/"
    book.create_sheet("草稿")["Z9"] = "=正文!D4"
    before = saved(book)
    after = edit_cells(before, INPUT.name, EDITS, {(NARRATIVE_SHEET, 4): 99})
    only_these_changed(before, after)
    reads_as_edited(after)


@needs_libreoffice
def test_only_the_cells_concerned_change_in_what_libreoffice_saved(tmp_path: Path) -> None:
    before = convert(INPUT, "xlsx", tmp_path).read_bytes()
    after = edit_cells(before, INPUT.name, EDITS, {(NARRATIVE_SHEET, 4): 99})
    only_these_changed(before, after)
    reads_as_edited(after)
    results = load_workbook(BytesIO(after), data_only=True)[REQUESTS]
    for row in range(7, 32):
        found = [results.cell(row, column).value for column in range(4, 10)]
        assert results.cell(row, 10).value == total_of(found), row


@pytest.mark.long
def test_every_check_and_the_overview_say_what_holds_now() -> None:
    layout = samples.sheet_of("本年新收自然人")
    spot = layout.figures["本年新收自然人"]
    before = samples.workbook()
    assert what_is_cached(before) == shown(before)
    after = edit_cells(before, "本年.xlsx", {(layout.name, spot): 99_999})
    assert what_is_cached(after) == shown(after)
    changed = {
        sheet: {cell for cell, said in cells.items() if said != what_is_cached(before)[sheet][cell]}
        for sheet, cells in what_is_cached(after).items()
    }
    assert len(changed[layout.name]) > 2  # totals and checks
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


@pytest.mark.parametrize(
    ("figure", "number"),
    few(
        product(["本年新收自然人", "行政事业性收费"], [0, Decimal("59237.2449"), 12, 10**14]),
        4,
    ),
)
def test_numbers_are_read_as_they_were_given(number: int | Decimal, figure: str) -> None:
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


TEXTS = st.text(st.characters(), max_size=30)


@given(TEXTS)
@example('=HYPERLINK("x")')
@example("_x0041_ 和 _x005F_x0041_")
@example("响铃\x07 ]]> 半个\ud800 \ufffe")
@example(" 前后有空格 \t")
@example("一行\r\n两行\r三行\n")
@example("𠮷😀<&>\"'")
def test_any_text_comes_back(text: str) -> None:
    edited = edit_cells(workbook(worksheet("<sheetData/>")), "", {(SHEET, (3, 2)): text})
    sheet = read_sheets(workbook_parts(edited, ""), "")[0]
    assert sheet.values == ({(3, 2): text} if text else {})


ROWS = [
    ("an empty sheet", "<sheetData/>", {"B2": 5},
     '<sheetData><row r="2"><c r="B2" t="n"><v>5</v></c></row></sheetData>'),
    ("an empty sheet with an end tag", "<sheetData></sheetData>", {"A1": "x"},
     f'<sheetData><row r="1"><c r="A1" t="inlineStr">{said("x")}</c></row></sheetData>'),
    ("a cell without an end tag", '<sheetData><row r="7"><c r="D7" s="3"/></row></sheetData>',
     {"D7": "x"},
     f'<sheetData><row r="7"><c r="D7" s="3" t="inlineStr">{said("x")}</c></row></sheetData>'),
    ("a row without an end tag", '<sheetData><row r="7" ht="9" /></sheetData>', {"D7": 1, "B7": 2},
     '<sheetData><row r="7" ht="9" ><c r="B7" t="n"><v>2</v></c><c r="D7" t="n"><v>1</v></c></row>'
     "</sheetData>"),
    ("an empty cell with an end tag",
     '<sheetData><row r="1"><c r="A1" t="n"></c></row></sheetData>', {"A1": 7},
     '<sheetData><row r="1"><c r="A1" t="n"><v>7</v></c></row></sheetData>'),
    ("a shared string",
     '<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData>',
     {"A1": "x"},
     f'<sheetData><row r="1"><c r="A1" s="1" t="inlineStr">{said("x")}</c></row></sheetData>'),
    ("a text that becomes a number",
     "<sheetData><row r='1'><c t='inlineStr' s='4' r='A1'><is><t>五</t></is></c></row></sheetData>",
     {"A1": Decimal("59237.2449")},
     """<sheetData><row r='1'><c t="n" s='4' r='A1'><v>59237.2449</v></c></row></sheetData>"""),
    ("a cell that is emptied",
     '<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row></sheetData>', {"A1": None},
     '<sheetData><row r="1"><c r="A1" s="1" t="n"></c></row></sheetData>'),
    ("a cell that is emptied of no text", '<sheetData><row r="1"><c r="A1"/></row></sheetData>',
     {"A1": ""}, '<sheetData><row r="1"><c r="A1"/></row></sheetData>'),
    ("a missing cell that is to be empty", '<sheetData><row r="1"/></sheetData>',
     {"A1": None, "C5": ""}, '<sheetData><row r="1"/></sheetData>'),
    ("neither rows nor cells are named",
     "<sheetData><row><c><v>1</v></c></row><row/><row><c/><c/></row></sheetData>",
     {"A1": 4, "B3": 5, "C3": 6, "A4": 7},
     '<sheetData><row><c><v>4</v></c></row><row/><row><c/><c><v>5</v></c><c r="C3" t="n"><v>6</v>'
     '</c></row><row r="4"><c r="A4" t="n"><v>7</v></c></row></sheetData>'),
    ("only some are named",
     '<sheetData><row r="3"><c r="C3"/><c/></row><row><c/></row></sheetData>',
     {"D3": 1, "A4": 2, "A3": 3},
     '<sheetData><row r="3"><c r="A3" t="n"><v>3</v></c><c r="C3"/><c><v>1</v></c></row>'
     "<row><c><v>2</v></c></row></sheetData>"),
    ("missing cells and rows on all sides",
     '<sheetData>\n <row r="3">\n  <c r="C3"><v>1</v></c>\n  <c r="E3"/>\n </row>\n</sheetData>',
     {"D3": 4, "A3": 3, "B3": 2, "F3": 6, "A2": 1, "A9": 9, "A5": 5},
     '<sheetData>\n <row r="2"><c r="A2" t="n"><v>1</v></c></row><row r="3">\n  '
     '<c r="A3" t="n"><v>3</v></c><c r="B3" t="n"><v>2</v></c><c r="C3"><v>1</v></c>\n  '
     '<c r="D3" t="n"><v>4</v></c><c r="E3"/>\n <c r="F3" t="n"><v>6</v></c></row>\n'
     '<row r="5"><c r="A5" t="n"><v>5</v></c></row><row r="9"><c r="A9" t="n"><v>9</v></c></row>'
     "</sheetData>"),
    ("columns of two letters stand after those of one",
     '<sheetData><row r="1"><c r="Z1"/><c r="AB1"/></row></sheetData>',
     {"AA1": 1},
     '<sheetData><row r="1"><c r="Z1"/><c r="AA1" t="n"><v>1</v></c><c r="AB1"/></row>'
     "</sheetData>"),
    ("the style of the row, then of the column",
     '<cols><col max="2" min="2" width="9" style="5"/></cols><sheetData>'
     '<row r="1" s="4" customFormat="true"/><row r="2" s="4"/></sheetData>',
     {"A1": 1, "B1": 1, "B2": 1, "C2": 1, "B3": 1},
     '<cols><col max="2" min="2" width="9" style="5"/></cols><sheetData>'
     '<row r="1" s="4" customFormat="true"><c r="A1" s="4" t="n"><v>1</v></c>'
     '<c r="B1" s="4" t="n"><v>1</v></c></row><row r="2" s="4"><c r="B2" s="5" t="n"><v>1</v></c>'
     '<c r="C2" t="n"><v>1</v></c></row><row r="3"><c r="B3" s="5" t="n"><v>1</v></c></row>'
     "</sheetData>"),
    ("comments, CDATA, instructions and > in attributes",
     '<!-- <row r="1"><c r="A1"/> --><sheetData><?x <c r="A1"?><row r="1" title="a>b"><!-- <c> -->'
     '<c r="A1" t="str" u=\'"/>\'><v><![CDATA[</c>]]></v></c ><c r="B1"/></row\n></sheetData>',
     {"A1": 1, "C1": 2},
     '<!-- <row r="1"><c r="A1"/> --><sheetData><?x <c r="A1"?><row r="1" title="a>b"><!-- <c> -->'
     '<c r="A1" t="n" u=\'"/>\'><v>1</v></c ><c r="B1"/><c r="C1" t="n"><v>2</v></c></row\n>'
     "</sheetData>"),
    ("references in attributes and spaces around =",
     '<sheetData><row  r = "&#49;"><c\n\tr\n=\n"&#x41;1"\n/></row></sheetData>', {"A1": 1},
     '<sheetData><row  r = "&#49;"><c\n\tr\n=\n"&#x41;1"\n><v>1</v></c></row></sheetData>'),
    ("a picture in the cell",
     '<sheetData><row r="1"><c r="A1" t="e" vm="1" s="2"><v>#VALUE!</v></c>'
     "</row></sheetData>", {"A1": "x"},
     f'<sheetData><row r="1"><c r="A1" t="inlineStr" s="2">{said("x")}</c></row></sheetData>'),
    ("the first cell of a merge",
     '<sheetData><row r="1"><c r="A1"/><c r="B1"/></row></sheetData>'
     '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', {"A1": 1},
     '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row></sheetData>'
     '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "edits", "after"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS]
)
def test_however_a_sheet_is_written(before: str, edits: dict[str, CellValue], after: str) -> None:
    assert edit(before, edits) == after
    opened = load_workbook(BytesIO(workbook(worksheet(after))))[SHEET]
    for cell, value in edits.items():
        found = opened[cell].value
        assert found == (float(value) if isinstance(value, int | Decimal) else value or None)


def test_prefixes_and_what_other_programs_add_stay() -> None:
    before = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<x:worksheet xmlns:x="{MAIN}" xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006" mc:Ignorable="x14ac o" xmlns:x14ac="urn:ac" xmlns:o="urn:o" '
        'xmlns="urn:other"><sheetData><row r="1"><c r="A1"/></row></sheetData><x:sheetData>'
        '<x:row r="1" x14ac:dyDescent="0.25" o:r="8"><x:c o:t="b" r="A1"/><o:c r="B1"/><c r="B1"/>'
        '</x:row><y:row xmlns:y="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="2"/>'
        "</x:sheetData><x:extLst><x:ext><o:sheetData/></x:ext></x:extLst></x:worksheet>"
    ).encode()
    edits: dict[tuple[str, Spot], CellValue] = {
        (SHEET, (1, 1)): "甲",
        (SHEET, (1, 3)): 3,
        (SHEET, (2, 1)): 4,
        (SHEET, (3, 1)): 5,
    }
    after = member(edit_cells(workbook(before), "", edits))
    text = '<x:is><x:t xml:space="preserve">&#30002;</x:t></x:is>'
    expected = before
    for old, new in (
        ('<x:c o:t="b" r="A1"/>', f'<x:c o:t="b" r="A1" t="inlineStr">{text}</x:c>'),
        ("</x:row>", '<x:c r="C1" t="n"><x:v>3</x:v></x:c></x:row>'),
        (' r="2"/>', ' r="2"><y:c r="A2" t="n"><y:v>4</y:v></y:c></y:row>'),
        (
            "</x:sheetData>",
            '<x:row r="3"><x:c r="A3" t="n"><x:v>5</x:v></x:c></x:row></x:sheetData>',
        ),
    ):
        assert expected.count(old.encode()) == 1
        expected = expected.replace(old.encode(), new.encode())
    assert after == expected


@pytest.mark.parametrize(
    "start", [b"\xef\xbb\xbf", b"<?xml version='1.0' encoding='us-ascii'?>\n", "<!--中-->".encode()]
)
def test_the_encoding_makes_no_difference(start: bytes) -> None:
    sheet = worksheet('<sheetData><row r="1"><c r="A1"/></row></sheetData>')
    edited = edit_cells(workbook(start + sheet), "", {(SHEET, (1, 1)): "中𠮷"})
    assert member(edited).startswith(start + b"<worksheet")
    assert load_workbook(BytesIO(edited))[SHEET]["A1"].value == "中𠮷"


def test_the_archive_stays_as_it_was_dressed() -> None:
    content = BytesIO()
    usual = zipfile.ZipFile(BytesIO(workbook(worksheet("<sheetData/>"))))
    with zipfile.ZipFile(content, "w") as made:
        made.comment = b"a comment"
        made.writestr(zipfile.ZipInfo("xl/media/", (2001, 2, 3, 4, 5, 6)), b"")
        for number, part in enumerate(usual.namelist()):
            info = zipfile.ZipInfo(part, (2001, 2, 3, 4, 5, 2 * number))
            info.compress_type = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)[number % 2]
            info.external_attr, info.comment = 0o600 << 16, "说明".encode()
            info.extra = b"\xfe\xca\x00\x00"
            made.writestr(info, usual.read(part))
    before = zipfile.ZipFile(content)
    after = zipfile.ZipFile(BytesIO(edit_cells(content.getvalue(), "", {(SHEET, (1, 1)): 1})))
    assert after.comment == before.comment
    for old, new in zip(before.infolist(), after.infolist(), strict=True):
        for what in ("filename", "date_time", "compress_type", "external_attr", "extra", "comment"):
            assert getattr(new, what) == getattr(old, what)
        assert (after.read(new) == before.read(old)) == (old.filename != PART)


def test_nothing_to_change_changes_nothing() -> None:
    before = INPUT.read_bytes()
    after = edit_cells(before, INPUT.name, {})
    for part in zipfile.ZipFile(BytesIO(before)).namelist():
        assert member(after, part) == member(before, part)


def test_only_rows_with_a_height_of_their_own_are_made_higher() -> None:
    sheet = (
        '<sheetData><row r="1" ht="15" customHeight="1"/><row r="2" ht="15"/>'
        '<row customHeight="true" r="3"/><row r="4" ht="15" customHeight="0"/></sheetData>'
    )
    heights = {(SHEET, row): 40.5 for row in range(1, 6)}
    assert inside(edit_cells(workbook(worksheet(sheet)), "", {}, heights)) == (
        '<sheetData><row r="1" ht="40.5" customHeight="1"/><row r="2" ht="15"/>'
        '<row customHeight="true" r="3" ht="40.5"/><row r="4" ht="15" customHeight="0"/>'
        "</sheetData>"
    )


def test_a_row_is_filled_and_made_higher_at_once() -> None:
    sheet = '<sheetData><row r="1" ht="15" customHeight="1"/></sheetData>'
    edited = edit_cells(workbook(worksheet(sheet)), "", {(SHEET, (1, 1)): 1}, {(SHEET, 1): 409})
    assert inside(edited) == (
        '<sheetData><row r="1" ht="409" customHeight="1"><c r="A1" t="n"><v>1</v></c></row>'
        "</sheetData>"
    )


DAY = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("cell", "properties", "value", "after"),
    [
        ('<c r="A1" s="1"><v>1</v></c>', "", DAY, '<c r="A1" s="1"><v>45322</v></c>'),
        ('<c r="A1" s="2" t="d"/>', "", DAY, '<c r="A1" s="2" t="n"><v>45322</v></c>'),
        ('<c r="A1" s="1"/>', 'date1904="true"', DAY, '<c r="A1" s="1"><v>43860</v></c>'),
        ('<c r="A1" s="1"/>', "", datetime(2024, 1, 31, 9), '<c r="A1" s="1"><v>45322</v></c>'),  # noqa: DTZ001
        ('<c r="A1" s="1"/>', "", date(1900, 3, 1), '<c r="A1" s="1"><v>61</v></c>'),
        ('<c t="n" r="A1" s="1"/>', "", date(1900, 2, 28), "1900&#24180;2&#26376;28&#26085;"),
        ('<c t="s" r="A1" s="3"/>', "", DAY, "2024&#24180;1&#26376;31&#26085;"),
        ('<c t="n" r="A1"><v>1</v></c>', "", DAY, "2024&#24180;1&#26376;31&#26085;"),
    ],
)  # fmt: skip
def test_a_date_never_shows_as_a_bare_number(
    cell: str, properties: str, value: date, after: str
) -> None:
    sheet = worksheet(f'<sheetData><row r="1">{cell}</row></sheetData>')
    edited = edit_cells(workbook(sheet, properties), "", {(SHEET, (1, 1)): value})
    if not after.startswith("<c"):
        style = re.search(' s="."', cell)
        after = f'<c t="inlineStr" r="A1"{style[0] if style else ""}>{said(after)}</c>'
    assert inside(edited) == f'<sheetData><row r="1">{after}</row></sheetData>'


def test_a_seal_stays_as_it_is_and_tells_of_the_change() -> None:
    book = Workbook()
    book.worksheets[0].title = SHEET
    prepare(book)
    before = sealed(saved(book))
    assert compared(before, before) == AlreadyThere.SAME
    after = edit_cells(before, "x.xlsx", {(SHEET, (1, 1)): 1})
    assert member(after, "docProps/custom.xml") == member(before, "docProps/custom.xml")
    assert compared(before, after) == AlreadyThere.EDITED


COVERED = (
    '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="C1"><f/>'
    '</c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><f t="dataTable" '
    'ref="A3:B3" r1="C9"/><v>1</v></c></row></sheetData>'
    '<mergeCells><mergeCell ref="D4:E5"/></mergeCells>'
)


@pytest.mark.parametrize("cell", ["A1", "A2", "C1", "A3", "B3", "E4", "D5", "E5"])
@pytest.mark.parametrize("value", [1, None, "x"])
def test_what_is_no_cell_to_fill_is_a_programming_error(cell: str, value: CellValue) -> None:
    with pytest.raises(ValueError, match=f"{cell} holds a formula, or a merge or an array covers"):
        edit(COVERED, {cell: value})


@pytest.mark.parametrize("number", ["NaN", "Infinity"])
def test_what_is_no_number_is_a_programming_error(number: str) -> None:
    with pytest.raises(ValueError, match="no cell can hold"):
        edit("<sheetData/>", {"A1": Decimal(number)})


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(Refusal, match="表 A1 的文字有 32768 字，超过了"):
        edit("<sheetData/>", {"A1": "长" * 32_768})


def test_a_sheet_that_is_not_there_is_refused() -> None:
    data = workbook(worksheet("<sheetData/>"))
    with pytest.raises(Refusal, match=r"x\.xlsx 里没有『没有』这张工作表"):
        edit_cells(data, "x.xlsx", {("没有", (1, 1)): 1})
    with pytest.raises(Refusal, match=r"x\.xlsx 里没有『没有』这张工作表"):
        edit_cells(data, "x.xlsx", {}, {("没有", 1): 9})


@pytest.mark.parametrize(
    "sheet",
    [
        "<drawing/>",
        '<sheetData><row r="x"/></sheetData>',
        '<sheetData><row r="1"><c r="A"/></row></sheetData>',
        '<sheetData><row r="1"><c r="$A$1"/></row></sheetData>',
        '<sheetData><row r="1"><c r="A1"><f t="array"/></c></row></sheetData>',
        '<sheetData/><cols><col min="x" style="1"/></cols>',
    ],
)
def test_a_sheet_that_nobody_could_write_to_is_refused(sheet: str) -> None:
    with pytest.raises(Refusal, match=r"x\.xlsx 的『表』内部格式不正常，没有改动"):
        edit(sheet, {"A1": 1})


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (b"", "内部格式不正常"),
        (b"<worksheet>", "内容已损坏"),
        (b"<!DOCTYPE worksheet [<!ENTITY a 'b'>]><worksheet/>", "不安全的声明"),
        (b"<chartsheet/>", "内部格式不正常"),
    ],
)
def test_what_is_not_safe_or_no_sheet_is_refused(sheet: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        edit_cells(workbook(sheet), "x.xlsx", {(SHEET, (1, 1)): 1})
