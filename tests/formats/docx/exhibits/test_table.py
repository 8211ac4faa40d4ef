"""A further table looks as those of the form do, and its head is printed on every page."""

from collections.abc import Sequence

from lxml import etree

from generator.formats.docx.exhibits.table import table_of
from generator.formats.docx.exhibits.text_block import TextBlock
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.formats.docx.reading.tables import grid_of
from generator.model.exhibits import FurtherTable, TableCell
from tests.exhibits import ROWS, table
from tests.formats.docx.short_template import parts

BLOCK = TextBlock(8844, 12000)
MERGED = FurtherTable(
    "合并",
    (
        TableCell(0, 0, "单位", rows=2),
        TableCell(0, 1, "收到", columns=2),
        TableCell(1, 1, "网上"),
        TableCell(1, 2, "当面"),
        TableCell(2, 0, "甲镇"),
        TableCell(2, 1, "3"),
        TableCell(2, 2, "4"),
    ),
    3,
    3,
    header_rows=2,
)


def official() -> etree._Element:
    found = parse(parts()[DOCUMENT], DOCUMENT, "").find(f".//{W}tbl")
    assert found is not None
    return found


def made(given: FurtherTable, look: etree._Element | None = None) -> etree._Element:
    return table_of(given, BLOCK, look, "各镇的申请")


def values(root: etree._Element, tag: str, name: str) -> Sequence[str | None]:
    return [one.get(W + name) for one in root.iter(W + tag)]


def test_every_cell_says_what_it_says_in_the_workbook() -> None:
    cells = grid_of(made(table()))
    assert [[cells[row, column] for column in range(3)] for row in range(4)] == [*map(list, ROWS)]


def test_merged_cells_are_merged() -> None:
    cells = grid_of(made(MERGED))
    assert cells == {
        (0, 0): "单位",
        (0, 1): "收到",
        (1, 1): "网上",
        (1, 2): "当面",
        (2, 0): "甲镇",
        (2, 1): "3",
        (2, 2): "4",
    }


def test_it_is_as_wide_as_the_text_and_wider_where_more_is_said() -> None:
    widths = [int(str(one)) for one in values(made(table()), "gridCol", "w")]
    assert sum(widths) == BLOCK.width
    assert widths[0] > widths[1] == widths[2]


def test_its_head_is_printed_on_every_page_and_no_row_is_cut() -> None:
    root = made(MERGED)
    assert len(list(root.iter(f"{W}tblHeader"))) == 2
    assert len(list(root.iter(f"{W}cantSplit"))) == 3


def borders(root: etree._Element) -> list[tuple[str, dict[str, str]]]:
    return [
        (one.tag, {str(name): str(value) for name, value in one.attrib.items()})
        for all_ in root.iter(f"{W}tblBorders")
        for one in all_
    ]


def test_it_looks_as_the_forms_own_do() -> None:
    like, root = official(), made(table(), official())
    assert borders(root) == borders(like)
    assert set(values(root, "pStyle", "val")) <= set(values(like, "pStyle", "val"))


def test_without_a_table_of_the_form_it_has_lines() -> None:
    assert len(list(made(table()).iter(f"{W}insideH"))) == 1


def test_it_says_what_it_is_to_those_who_cannot_see_it() -> None:
    assert values(made(table(), official()), "tblDescription", "val") == ["各镇的申请"]


def test_a_line_break_in_a_cell_begins_a_new_line() -> None:
    root = made(table(("单位", "数"), ("甲镇\n（含乙村）", "1")))
    assert grid_of(root)[1, 0] == "甲镇\n（含乙村）"


def test_a_long_text_begins_at_the_left() -> None:
    root = made(table(("单位", "说明"), ("甲镇", "这一格里写了很长很长的一段说明文字。")))
    assert "left" in values(root, "jc", "val")


def kept(root: etree._Element) -> list[bool]:
    return [next(row.iter(f"{W}keepNext"), None) is not None for row in root.iter(f"{W}tr")]


def test_no_row_of_a_long_table_stands_alone_on_a_page() -> None:
    rows = [(f"镇{number}", "1") for number in range(8)]
    assert kept(made(table(("单位", "数"), *rows), official())) == [
        *(True, True),
        *[False] * 5,
        *(True, False),
    ]


def test_a_short_table_is_not_parted() -> None:
    assert kept(made(table(), official())) == [True, True, True, False]
