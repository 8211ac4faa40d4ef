"""A chart keeps its data where they are what it shows, and else goes out without."""

from io import BytesIO

import openpyxl
import pytest

from generator.formats.docx.exhibits.chart_part import chart_parts
from generator.formats.docx.publishing.bare_charts import bare_charts
from tests.exhibits import chart

TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override'
    b' PartName="/word/charts/chart1.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.drawingml.chart+xml"/></Types>'
)
CHART, BOOK = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx"


def of(workbook: bytes | None = None) -> dict[str, bytes]:
    parts = chart_parts(chart(), 1).parts
    own = {} if workbook is None else {BOOK: workbook}
    return bare_charts({"[Content_Types].xml": TYPES, **parts, **own}, "")


def changed(cell: str = "A1", sheet: str = "", value: str | int = "底稿") -> bytes:
    book = openpyxl.load_workbook(BytesIO(chart_parts(chart(), 1).workbook))
    page = book.create_sheet(sheet) if sheet else book.worksheets[0]
    page[cell] = value
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_our_own_chart_can_still_be_edited() -> None:
    left = of()
    assert BOOK in left
    assert b"externalData" in left[CHART]


def test_the_workbook_says_nothing_of_who_saved_it() -> None:
    left = openpyxl.load_workbook(BytesIO(of(changed(value="自然人"))[BOOK]))
    assert left.properties.creator in (None, "openpyxl")
    assert left.properties.modified is None or left.properties.lastModifiedBy is None


@pytest.mark.parametrize(
    ("cell", "sheet", "value"),
    [
        ("F9", "", "底稿"),
        ("F9", "", 987654),
        ("F9", "", "=SUM(B2:B4)*7"),
        ("A1", "Sheet2", "自然人"),
    ],
)
def test_a_workbook_that_says_more_does_not_go_out(cell: str, sheet: str, value: str | int) -> None:
    left = of(changed(cell, sheet, value))
    assert BOOK not in left
    assert b"externalData" not in left[CHART]
    assert b"<c:v>5</c:v>" in left[CHART]


def test_what_is_no_workbook_does_not_go_out() -> None:
    assert BOOK not in of(b"no workbook")
