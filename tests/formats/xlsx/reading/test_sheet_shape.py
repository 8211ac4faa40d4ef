"""How a worksheet is laid out, as its XML says, whoever wrote it."""

import pytest

from generator.files.zip_archive import WORKBOOK, open_archive
from generator.formats.xlsx.reading.sheet_shape import SheetShape, shape_of
from generator.model.finding import Refusal
from tests.few import each
from tests.formats.xlsx.sheets import SHEET, workbook, worksheet
from tests.samples import FILE

DATA = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'


def shape(content: str, names: str = "") -> SheetShape:
    parts = dict(open_archive(workbook(worksheet(content)), FILE, WORKBOOK))
    parts[WORKBOOK] = parts[WORKBOOK].replace(b"</workbook>", f"{names}</workbook>".encode())
    return shape_of(parts, SHEET, FILE)


def view(pane: str, top: str = "") -> str:
    return f"<sheetViews><sheetView {top}><pane {pane}/></sheetView></sheetViews>{DATA}"


def defined(text: str, sheet: int = 0) -> str:
    return (
        f'<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="{sheet}">{text}'
        "</definedName></definedNames>"
    )


@each(
    "names, last",
    [
        ("", 0),
        (defined("表!$1:$2"), 2),
        (defined("'表'!$A:$B,'表'!$1:$3"), 3),
        (defined("'甲!$1:$9'!$A:$A"), 0),
        (defined("表!#REF!"), 0),
        (defined("表!$1:$2", sheet=1), 0),
    ],
)
def test_the_rows_printed_on_every_page(names: str, last: int) -> None:
    assert shape(DATA, names).titles == last


@each(
    "content, last",
    [
        (DATA, 0),
        (view('ySplit="2" state="frozen"'), 2),
        (view('ySplit="2" state="frozen"', 'topLeftCell="A3"'), 4),
        (view('xSplit="1" state="frozen"'), 0),
        (view('ySplit="2000" state="split"'), 0),
    ],
)
def test_the_rows_that_stay_in_view(content: str, last: int) -> None:
    assert shape(content).frozen == last


@each("content", [view('ySplit="x" state="frozen"'), view('state="frozen"', 'topLeftCell="?"')])
def test_what_no_program_writes_is_refused(content: str) -> None:
    with pytest.raises(Refusal, match="内容已损坏"):
        shape(content)
