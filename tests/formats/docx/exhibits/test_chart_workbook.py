from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl

from generator.files.zip_archive import WORKBOOK, unpacked
from generator.formats.docx.exhibits.chart_part import chart_parts
from generator.formats.docx.exhibits.chart_workbook import workbook_of
from generator.formats.docx.exhibits.drawing_ml import C
from generator.formats.docx.package.ooxml import parse
from generator.model.exhibits import ChartKind
from tests.formats.docx.exhibits.charts import LAST, THIS, chart, every_kind, series


def rows(content: bytes) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(BytesIO(content)).worksheets[0].values)


def test_its_sheet_is_the_table_that_the_chart_shows() -> None:
    shown = rows(workbook_of(chart(ChartKind.BAR, LAST, THIS)))
    assert shown[0] == ("类别", "2023年", "2024年")
    assert shown[1] == ("自然人", 51, 72)
    assert shown[6] == ("其他", None, 8)
    assert len(shown) == 7


def test_each_formula_of_a_chart_names_the_cells_that_hold_what_it_keeps() -> None:
    """So that opening the data in Word changes nothing."""
    looked_at = 0
    for shown in every_kind():
        made = chart_parts(shown, 1)
        sheet = openpyxl.load_workbook(BytesIO(made.workbook)).worksheets[0]
        root = parse(made.content, made.name, "")
        for formula in root.iter(f"{C}f"):
            holder = formula.getparent()
            assert holder is not None
            assert formula.text
            name, _, cells = formula.text.replace("$", "").partition("!")
            assert name == sheet.title
            first, _, last = cells.partition(":")
            held = [row[0].value for row in sheet[f"{first}:{last or first}"]]
            kept = {one.get("idx"): one.findtext(f"{C}v") for one in holder.iter(f"{C}pt")}
            assert len(held) == int(next(holder.iter(f"{C}ptCount")).get("val", ""))
            for at, value in enumerate(held):
                in_chart = kept.get(str(at))
                if isinstance(value, int | float):
                    assert Decimal(str(value)) == Decimal(in_chart or "")
                else:
                    assert value == in_chart
                looked_at += 1
    assert looked_at > 100


def test_what_begins_like_a_formula_stays_a_text() -> None:
    content = workbook_of(chart(categories=("=1+1", "+1", "-1", "@a", "#N/A", "{=1}")))
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert [sheet.cell(row, 1).data_type for row in range(2, 8)] == ["s"] * 6
    assert sheet["A2"].value == "=1+1"


def test_numbers_are_shown_with_the_decimals_of_the_chart() -> None:
    content = workbook_of(chart(ChartKind.LINE, series("万元", "1.5", 2), categories=("甲", "乙")))
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert [sheet.cell(row, 2).number_format for row in (2, 3)] == ["0.0", "0.0"]


def test_it_says_nothing_of_who_made_it_when() -> None:
    parts = unpacked(workbook_of(chart()), "图表.xlsx", WORKBOOK)
    properties = b"".join(content for part, content in parts.items() if "docProps" in part)
    assert b"openpyxl" not in properties.lower()
    assert b"dcterms" not in properties
