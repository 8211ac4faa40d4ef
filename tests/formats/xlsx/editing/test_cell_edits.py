"""Single cells are changed; nothing else in the file is."""

import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.form.labels import Spot
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.model.finding import Refusal
from tests.formats.xlsx.editing.edited_sheet import edit
from tests.formats.xlsx.sheets import MAIN, PART, SHEET, inside, member, workbook, worksheet


def said(text: str) -> str:
    return f'<is><t xml:space="preserve">{text}</t></is>'


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
