"""The reader of cells against openpyxl, and where it knows better."""

import warnings
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.formula import ArrayFormula

from generator.files.zip_archive import WORKBOOK, open_archive, package
from generator.form.labels import Spot
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.formats.xlsx.sheet import CellError, Sheet
from generator.model.finding import Refusal
from generator.model.typed_input.number import understand
from tests.opened import saved
from tests.paths import WORKBOOK as PUBLISHED
from tests.samples import workbook

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(data: bytes) -> list[Sheet]:
    return read_sheets(workbook_parts(data, "x.xlsx"), "x.xlsx")


def by_openpyxl(data: bytes) -> list[dict[Spot, tuple[object, str]]]:
    """Return every filled cell of every sheet: value or formula, and number format."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of dates that there are not
        opened = load_workbook(BytesIO(data))
    return [
        {
            (cell.row, cell.column): (getattr(cell.value, "text", cell.value), cell.number_format)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        for sheet in opened.worksheets
    ]


def ours(sheet: Sheet) -> dict[Spot, tuple[object, str]]:
    return {
        spot: (value, sheet.formats.get(spot, ""))
        for spot, value in {**sheet.values, **sheet.formulas}.items()
    }


def same(data: bytes) -> None:
    theirs = by_openpyxl(data)
    assert any(theirs)
    for sheet, cells in zip(read(data), theirs, strict=True):
        plain = {
            spot: (value, "" if shown in ("General", "@") else shown)
            for spot, (value, shown) in cells.items()
            if value != ""
        }
        assert ours(sheet) == plain
        kinds = {spot: type(value) for spot, (value, _) in ours(sheet).items()}
        assert {spot: kind for spot, kind in kinds.items() if kind is not CellError} == {
            spot: type(value) for spot, (value, _) in plain.items() if kinds[spot] is not CellError
        }


@cache
def _empty() -> Mapping[str, bytes]:
    return open_archive(saved(Workbook()), "x.xlsx", WORKBOOK)


def one_sheet(cells: str, **parts: bytes) -> Sheet:
    """Return the first sheet of a workbook whose cells are given as XML."""
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    changed: Mapping[str, bytes] = {**_empty(), SHEET: xml.encode(), **parts}
    return read(package(changed))[0]


@pytest.mark.parametrize("data", [PUBLISHED.read_bytes, workbook], ids=["published", "sample"])
def test_a_workbook_of_ours_is_read_as_openpyxl_reads_it(data: Callable[[], bytes]) -> None:
    same(data())


CELLS = st.one_of(
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(datetime(1900, 3, 1), datetime(2099, 1, 1)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0)
    ),
    st.dates(date(1900, 3, 1), date(2099, 1, 1)),
    st.times().map(lambda moment: moment.replace(microsecond=0)),
    st.integers(1, 10**6).map(lambda seconds: timedelta(seconds=seconds)),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(
        lambda text: "_x" not in text
    ),
    st.sampled_from(["=SUM(A1:A3)", '=IF(A1>1,"是","否")', "#REF!", "  前后有空格  ", "一\n二"]),
)
FORMATS = st.sampled_from(
    ["General", "@", "0", "0.0%", "#,##0.00", "yyyy-mm-dd", '[红色]0"件"', "[h]:mm", '0"年"', "d"]
)


@given(st.lists(st.tuples(CELLS, FORMATS, st.booleans()), min_size=1, max_size=30))
def test_whatever_openpyxl_writes_is_read_as_openpyxl_reads_it(
    cells: list[tuple[object, str, bool]],
) -> None:
    opened = Workbook()
    sheet = opened.worksheets[0]
    for row, (value, shown, own) in enumerate(cells, 2):
        cell = sheet.cell(row, 1 + row % 5)
        cell.value = value  # type: ignore[assignment]  # whatever hypothesis thinks of
        if own:
            cell.number_format = shown
    sheet["A1"] = "有"
    same(saved(opened))


def test_runs_arrays_and_what_formulas_showed() -> None:
    opened = Workbook()
    sheet = opened.worksheets[0]
    sheet["A1"] = CellRichText("一", TextBlock(InlineFont(b=True), "二"), "三")
    sheet["A2"] = ArrayFormula("A2:A3", "=SUM(B1:B2*C1:C2)")
    same(saved(opened))
    found = one_sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A9</f></c></row>')
    assert found.formulas == {(1, 1): "=1+1", (1, 2): "=A9"}
    assert found.results == {(1, 1): 2}


def test_formulas_that_are_shared_are_written_out() -> None:
    found = one_sheet(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">SUM(B1:C1)</f></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/></c></row>'
    )
    assert found.formulas == {(1, 1): "=SUM(B1:C1)", (2, 1): "=SUM(B2:C2)"}


def test_how_a_word_is_pronounced_is_no_part_of_the_text() -> None:
    found = one_sheet(
        '<row r="1"><c t="inlineStr"><is><r><t>年</t></r><rPh sb="0" eb="1"><t>nian</t></rPh>'
        "<r><t>报</t></r></is></c></row>"
    )
    assert found.values == {(1, 1): "年报"}


@pytest.mark.parametrize(
    ("words", "line", "read"),
    [
        ("2", "superscript", "平方米²"),
        ("10", "subscript", "平方米₁₀"),
        ("2", "baseline", "平方米2"),
        ("注1", "superscript", "平方米注1"),
    ],
)
def test_digits_off_the_line_are_read_as_they_are_seen(words: str, line: str, read: str) -> None:
    look = f'<rPr><vertAlign val="{line}"/></rPr>'
    found = one_sheet(
        f'<row><c t="inlineStr"><is><r><t>平方米</t></r><r>{look}<t>{words}</t></r></is></c></row>'
    )
    assert found.values == {(1, 1): read}


def test_a_number_with_the_mark_of_a_note_is_no_other_number() -> None:
    mark = '<rPr><vertAlign val="superscript"/></rPr>'
    found = one_sheet(
        f'<row><c t="inlineStr"><is><r><t>3</t></r><r>{mark}<t>1</t></r></is></c></row>'
    )
    assert understand(found.values[1, 1]).problem.startswith("数字后面还有“¹”")


def test_rows_and_cells_without_names_follow_those_before_them() -> None:
    found = one_sheet(
        "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'/><c><v>3</v></c></row>"
    )
    assert found.values == {(1, 1): 1, (1, 2): 2, (5, 4): 3}


def test_dates_in_the_formats_that_chinese_excel_has_built_in_are_dates() -> None:
    formats = '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>'
    styles = f'<styleSheet xmlns="{MAIN}">{formats}</styleSheet>'.encode()
    cells = '<row><c s="1"><v>45322</v></c><c><v>45322</v></c></row>'
    found = one_sheet(cells, **{STYLES: styles})
    assert found.values == {(1, 1): datetime(2024, 1, 31), (1, 2): 45322}  # noqa: DTZ001
    assert found.text((1, 1)) == "2024年1月31日"


@pytest.mark.parametrize(
    ("serial", "shown", "means"),
    [
        (1, "yyyy-mm-dd", datetime(1900, 1, 1)),  # noqa: DTZ001
        (61, "yyyy-mm-dd", datetime(1900, 3, 1)),  # noqa: DTZ001
        (0.5, "h:mm", time(12)),
        (1.5, "[h]:mm", timedelta(hours=36)),
        (10**9, "yyyy-mm-dd", "#VALUE!"),
    ],
)
def test_what_a_number_means_that_is_shown_as_a_date(
    serial: float, shown: str, means: object
) -> None:
    opened = Workbook()
    cell = opened.worksheets[0]["A1"]
    cell.value, cell.number_format = serial, shown
    assert read(saved(opened))[0].values == {(1, 1): means}


def test_what_excel_writes_for_control_characters_and_for_itself() -> None:
    found = one_sheet('<row><c t="str"><v>a_x0007_b_x005F_x0041_</v></c></row>')
    assert found.values == {(1, 1): "a\x07b_x0041_"}


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        '<row r="1"><c r="1A"><v>1</v></c></row>',
        '<row r="1"><c t="d"><v>gestern</v></c></row>',
        '<row r="1"><c><v>NaN</v></c></row>',
    ],
)
def test_what_is_damaged_is_refused(cells: str) -> None:
    with pytest.raises(Refusal, match=r"x\.xlsx 的内容已损坏，读不了"):
        one_sheet(cells)
