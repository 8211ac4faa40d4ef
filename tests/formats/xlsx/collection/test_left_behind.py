"""What people put into a collection that the next one does not have is named, cell by cell."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from PIL import Image as Picture

from generator.formats.xlsx.collection.attached import attached_only
from generator.formats.xlsx.collection.layout import (
    FIGURES_SHEET,
    FILES_SHEET,
    FIRST_UNIT_ROW,
    SUM_ROW,
    figure_columns,
)
from generator.formats.xlsx.collection.left_behind import left_behind
from generator.formats.xlsx.collection.rows_left import rows_left
from generator.formats.xlsx.collection.typed_over import typed_over
from generator.formats.xlsx.layout import table_sheets
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from tests.form.small import SMALL
from tests.formats.xlsx.collection.test_workbook import sheets, two, written
from tests.libreoffice import convert, needs_libreoffice

COPY = "汇总2024.修改稿.xlsx"
TABLE = table_sheets(SMALL)[0].name
SUMS = {name: Decimal(13) for name in SMALL.figures}
CELL = "B5"
"""Of the first figure, 收案个人, in the table."""


@cache
def collected() -> bytes:
    return written(two())


def edited(edit: Callable[[Workbook], object]) -> bytes:
    """Return a collection in which somebody did something."""
    book = load_workbook(BytesIO(collected()))
    edit(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def found(content: bytes) -> list[tuple[str, str]]:
    """Return where what was left behind stands, and what is said of it."""
    parts = workbook_parts(content, COPY)
    there = read_sheets(parts, COPY)
    new = collected()
    named = [
        *typed_over(there, SUMS, SMALL, COPY),
        *left_behind(there, sheets(new), SMALL, COPY),
        *rows_left(there, sheets(new), two().listed, COPY),
        *attached_only(parts, workbook_parts(new, COPY), COPY),
    ]
    assert {one.rule for one in named} <= {"C17"}
    assert all(one.place.file == COPY and one.advice for one in named)
    return [(str(one.place._replace(file="")), one.message) for one in named]


def put(sheet: str, cell: str, value: str | int | None) -> Callable[[Workbook], object]:
    def edit(book: Workbook) -> None:
        book[sheet][cell] = value

    return edit


def test_of_a_collection_that_was_only_saved_nothing_is_left_behind() -> None:
    assert found(edited(lambda _: None)) == []


@needs_libreoffice
def test_nor_of_one_that_libreoffice_saved(tmp_path: Path) -> None:
    (tmp_path / COPY).write_bytes(collected())
    (tmp_path / "存过").mkdir()
    assert found(convert(tmp_path / COPY, "xlsx", tmp_path / "存过").read_bytes()) == []


def test_a_figure_typed_where_a_formula_stands_is_told_with_what_stands_there_now() -> None:
    (one,) = found(edited(put(TABLE, CELL, 30)))
    assert one == (
        f"『{TABLE}』{CELL}",
        "“收案／个人”填过“30”，这一格是公式，现在是各单位之和 13",
    )
    (cleared,) = found(edited(put(TABLE, CELL, None)))
    assert "清空过" in cleared[1]
    (added,) = found(edited(put(TABLE, CELL, f"='{FIGURES_SHEET}'!D7+5")))
    assert "+5”" in added[1]
    assert found(edited(put(TABLE, CELL, 13))) == []


def test_so_is_one_typed_over_the_sum_of_the_units() -> None:
    column = "ABCDEFG"[figure_columns(SMALL)["收案个人"] - 1]
    ((where, said),) = found(edited(put(FIGURES_SHEET, f"{column}{SUM_ROW}", 30)))
    assert where == f"『{FIGURES_SHEET}』{column}{SUM_ROW}"
    assert "填过“30”" in said


def test_rows_of_the_narrative_with_an_unknown_part_are_named() -> None:
    def edit(book: Workbook) -> None:
        for column, text in enumerate(("第九部分", "正文", "", "附带说明。"), 1):
            book["正文"].cell(60, column, text)

    ((where, said),) = found(edited(edit))
    assert where == "『正文』A60:B60、D60"
    assert said == "这里写的“第九部分”、“正文”、“附带说明。”没有带过来"


def test_columns_and_sheets_of_people_s_own_are_named() -> None:
    def edit(book: Workbook) -> None:
        for row, text in ((5, "联系人"), (6, "王某"), (7, "李某")):
            book["单位名单"].cell(row, 11, text)
        book[FILES_SHEET]["M4"] = "已退"
        book.create_sheet("电话")["B2"] = "12345"
        book.create_sheet("空的")
        book[TABLE]["H20"] = "待核"

    assert found(edited(edit)) == [
        (f"『{TABLE}』H20", "规定的表以外写的“待核”没有带过来"),
        ("『单位名单』K5:K7", "另加的一栏“联系人”、“王某”、“李某”没有带过来"),
        (f"『{FILES_SHEET}』M4", "另加的一栏“已退”没有带过来"),
        ("『电话』B2", "这张表是另加的，写了 1 格"),
    ]


def test_comments_and_pictures_are_named() -> None:
    def edit(book: Workbook) -> None:
        book["单位名单"]["A6"].comment = Comment("请王科长\n核实", "某人")
        picture = BytesIO()
        Picture.new("RGB", (2, 2)).save(picture, "png")
        book["正文"].add_image(Image(picture), "F3")

    assert sorted(found(edited(edit))) == [
        ("『单位名单』A6", "批注“请王科长 核实”没有带过来"),
        ("『正文』", "插入的图片、图形或图表没有带过来"),
    ]


def test_a_sheet_that_was_only_renamed_is_not_left_behind() -> None:
    def edit(book: Workbook) -> None:
        book["指标"].title = "本单位指标"

    assert found(edited(edit)) == []


def test_a_unit_that_is_not_listed_and_an_answer_beside_a_file_that_is_gone_are_named() -> None:
    def edit(book: Workbook) -> None:
        for column, value in ((1, "丁局"), (3, "是"), (4, 7)):
            book[FIGURES_SHEET].cell(FIRST_UNIT_ROW + 2, column, value)
        for column, text in ((1, "走了.xlsx"), (7, "甲局")):
            book[FILES_SHEET].cell(6, column, text)

    assert found(edited(edit)) == [
        (f"『{FILES_SHEET}』A6", "“走了.xlsx”旁边填过“甲局”，这个文件现在没有了"),
        (f"『{FIGURES_SHEET}』A10", "“丁局”不在单位名单里，这一行的数没有计入"),
    ]
