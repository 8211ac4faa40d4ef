"""Where everything stands in the workbook: the one truth for its reader and its writer."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.form.chinese import numeral
from generator.form.grid import Cell, grid, header_rows, height, label_columns, width
from generator.form.labels import Spot
from generator.form.vocabulary import Form, Table
from generator.formats.xlsx.cell_names import area, bounds, column_letters
from generator.model.exhibits import EXHIBIT_KINDS
from generator.model.report import BODY, FOURTH_LEVEL, SECOND_LEVEL, THIRD_LEVEL, Paragraph
from generator.model.typed_input.local_rules import scopes

GUIDE_SHEET = "填写说明"
ENTRY_SHEET = "基本信息"
NARRATIVE_SHEET = "正文"
INDICATOR_SHEET = "指标"
CHART_SHEET = "图表"
NAMING_SHEET = "用词"
LOCAL_RULE_SHEET = "本地规则"
VERIFICATION_SHEET = "核对记录"
RESULT_SHEET = "核对结果"
"""First sheet of the copy in which findings are marked; no part of the workbook itself."""
SHEETS_OF_ITS_OWN = (
    *(GUIDE_SHEET, ENTRY_SHEET, NARRATIVE_SHEET, INDICATOR_SHEET, CHART_SHEET, NAMING_SHEET),
    *(LOCAL_RULE_SHEET, VERIFICATION_SHEET, RESULT_SHEET),
)
"""Besides those of the form's tables."""

ENTRY_COLUMNS = ("项目", "填写内容", "说明")
NARRATIVE_COLUMNS = ("部分", "层级", "标题", "正文")
REVISED_COLUMN = "修改情况"
"""Of the narrative, where paragraphs are taken over from last year."""
REVISED = ("已修改", "不必修改")
"""What staff choose there when a paragraph is last year's no longer, or may stay as it is."""
INDICATOR_COLUMNS = ("名称", "数值", "单位", "说明")
CHART_COLUMNS = ("图表", "类型", "标题", "单位", "年份", "项目", "数据")
NAMING_COLUMNS = ("应写作", "不写作", "说明")
LOCAL_RULE_COLUMNS = ("编号", "管什么", "哪一部分", "要求", "级别", "依据")
VERIFICATION_COLUMNS = ("编号", "核实人", "理由", "日期")
RESULT_COLUMNS = ("编号", "级别", "工作表", "单元格", "问题", "怎么办")

HEADER_ROW = 3
"""Row of the column names on a list's sheet."""
FIRST_ENTRY_ROW = HEADER_ROW + 1

MOST_ROWS, MOST_COLUMNS = 5_000, 400
"""The window in which sheets are read; what lies outside is told."""
MOST_PARAGRAPHS = MOST_ROWS - 100
"""So many the narrative holds: the others are rows to spare, and those of the header."""

LEVELS = {BODY: "正文", SECOND_LEVEL: "（一）", THIRD_LEVEL: "1.", FOURTH_LEVEL: "（1）"}
"""What staff choose as the level of a paragraph; the program counts the numbers."""
LEVELS_AND_KINDS = (*LEVELS.values(), *EXHIBIT_KINDS)
"""All that staff may choose there: a row shows a picture, a chart or a table in place of words."""

PART_COLUMN = 8
"""Column of the guide's sheet in which the parts stand, hidden, from which staff choose."""
SCOPE_COLUMN = PART_COLUMN + 1
"""That of what a rule of the place may be about."""

ROW_KEY = "行{}"
COLUMN_KEY = "列{}"
"""Hidden witnesses of rows and columns; they stand apart from the labels."""

_OWN_TOTAL = re.compile(
    r'=(?:IF\(COUNT\((?P<counted>[A-Z]+\d+:[A-Z]+\d+)\)=0,"",SUM\((?P<if_any>[^()]+)\)\)'
    r"|SUM\((?P<plain>[A-Z]+\d+:[A-Z]+\d+)\))"
)


@dataclass(frozen=True)
class TableSheet:
    """The sheet of one table: the official grid, with witnesses and live checks around it."""

    name: str
    table: Table

    title_row = 1
    hint_row = 2
    key_row = 3
    first_row = 4

    @property
    def check_column(self) -> int:
        """Column of the checks, right beside the grid."""
        return width(self.table) + 1

    @property
    def key_column(self) -> int:
        """Column of the row keys, with an empty one between."""
        return width(self.table) + 3

    @property
    def last_year_column(self) -> int:
        """First column of last year's figures, where they stand beside the grid."""
        return self.key_column + 1

    @property
    def first_column(self) -> int:
        """Column of the leftmost figures."""
        return max(label_columns(block) for block in self.table.blocks) + 1

    @property
    def first_figure_row(self) -> int:
        """Row of the uppermost figures."""
        return self.first_row + header_rows(self.table.blocks[0])

    @property
    def last_row(self) -> int:
        """Last row of the grid."""
        return self.first_row + height(self.table) - 1

    def spot(self, cell: Cell) -> Spot:
        """Return the sheet cell of a grid cell."""
        return self.first_row + cell.row, 1 + cell.column

    @cached_property
    def figures(self) -> dict[str, Spot]:
        """Return the sheet cell of every figure."""
        return {cell.figure: self.spot(cell) for cell in grid(self.table) if cell.figure}

    def adds_up(self, figures: Sequence[str]) -> bool:
        """Tell whether figures stand side by side, or one above the other, with nothing between."""
        spots = [self.figures[name] for name in figures if name in self.figures]
        if not spots or len(spots) < len(figures):
            return False
        down, across = ([spot[axis] for spot in spots] for axis in (0, 1))
        room = (max(down) - min(down) + 1) * (max(across) - min(across) + 1)
        inside = {spot for spot in self.figures.values() if _within(spot, down, across)}
        return set(spots) == inside and len(spots) <= room


def _within(spot: Spot, rows: Sequence[int], columns: Sequence[int]) -> bool:
    return min(rows) <= spot[0] <= max(rows) and min(columns) <= spot[1] <= max(columns)


def table_sheets(form: Form) -> tuple[TableSheet, ...]:
    """Return the sheets of the tables, numbered as people call them: 三、申请办理."""
    return tuple(
        TableSheet(f"{numeral(form.number_of(table))}、{table.title}", table)
        for table in form.tables
    )


def total_formula(addends: Iterable[str], spots: Mapping[str, Spot]) -> str:
    """Return the formula of a total: blank while nothing is filled in, so that blank is not 0."""
    cells = span(addends, spots)
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def level_cell(paragraph: Paragraph) -> str:
    """Return what stands in the level column of a paragraph."""
    return paragraph.kind or LEVELS[paragraph.level]


def own_total(formula: str) -> tuple[int, int, int, int] | None:
    """Return what such a formula adds up, as (first column, first row, last column, last row).

    A plain =SUM(range) is taken as well; anything else is not this program's formula: None.
    """
    found = _OWN_TOTAL.fullmatch(formula.replace(" ", "").replace("$", "").upper())
    if not found or found["counted"] != found["if_any"]:
        return None
    left, top, right, bottom = bounds(found["counted"] or found["plain"])
    return (left, top, right, bottom) if left and top and right and bottom else None


def span(figures: Iterable[str], spots: Mapping[str, Spot]) -> str:
    """Return the range that covers the figures, such as D7:I7."""
    cells = [spots[name] for name in figures]
    return area(min(cells), max(cells))


def part_list(form: Form) -> str:
    """Return the range from which the part of a paragraph is chosen."""
    return _hidden_list(PART_COLUMN, len(form.parts))


def scope_list(form: Form) -> str:
    """Return the range from which it is chosen what a rule of the place is about."""
    return _hidden_list(SCOPE_COLUMN, len(scopes(form)))


def _hidden_list(column: int, length: int) -> str:
    letter = column_letters(column)
    return f"'{GUIDE_SHEET}'!${letter}$1:${letter}${length}"
