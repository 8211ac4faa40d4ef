"""Where everything stands on the sheets of a collection: for its reader and its writer."""

from collections.abc import Sequence

from generator.form.vocabulary import Form, Tie
from generator.formats.xlsx.cell_names import address, column_letters
from generator.model.quotients import DECIMALS, PERCENT

LIST_SHEET, FILES_SHEET = "单位名单", "收到的文件"
FIGURES_SHEET, PROBLEMS_SHEET = "各单位数字", "各单位问题"

COLLECTOR, YEAR_OF = "汇总单位", "汇总年度"
"""Labels above the list of units: whose report the sum is for, and of which year."""

NAME, OTHERS, KIND, NOTE = "单位名称", "别的名称", "类别", "备注"
LIST_COLUMNS = (NAME, OTHERS, KIND, NOTE)
"""What people fill in; the first is all that a list needs."""
LIST_HEADER_ROW = 5
FIRST_LISTED_ROW = LIST_HEADER_ROW + 1
STANDING_COLUMNS = ("情况", "采用的文件", "错误", "提示", "说明")
"""What a collection says beside it."""

FILE, WHOSE, CHOSEN = "文件", "对应单位", "采用"
FILE_COLUMNS = (
    *(
        FILE,
        "种类",
        "里面写的单位",
        "年度",
        "情况",
        "认出的单位",
        WHOSE,
        CHOSEN,
        "说明",
        "修改时间",
    ),
)
DIGEST = "内容指纹"
"""Hidden, right of the others: by it a file is known again when it has another name."""
YES, NO = "是", "不用"

UNIT, STATE, COUNTED = "单位", "情况", "计入"
FIGURE_COLUMNS = (UNIT, STATE, COUNTED)
"""Left of the figures."""
COUNTS, DOES_NOT = "是", "否"
_COUNTED, _OF_LISTED = "计入", "个单位，名单上共 {} 个"
STATUS_ROW, FIRST_HEADER_ROW, KEY_ROW, SUM_ROW = 2, 3, 6, 7
"""Of the figures' sheet: n of m; table, row and column labels; names of the figures; the sum."""
FIRST_UNIT_ROW = SUM_ROW + 1
FIRST_FIGURE_COLUMN = len(FIGURE_COLUMNS) + 1

RULE_KEY, PERSON, REASON = "编号", "核实人", "理由"
PROBLEM_COLUMNS = (UNIT, "性质", RULE_KEY, "位置", "问题", "怎么办", PERSON, REASON)
LISTS = ((*LIST_COLUMNS, *STANDING_COLUMNS), FILE_COLUMNS, FIGURE_COLUMNS, PROBLEM_COLUMNS)
"""The columns by which each list of a collection is known."""
TOLD_SHEET, TOLD = "告知过的", "告知记录"
TOLD_COLUMNS = (TOLD,)
"""Hidden: what each unit was told, so that the next collection knows it again."""


def figure_columns(form: Form) -> dict[str, int]:
    """Return the column of each figure by its name; words are not added up, and have none."""
    return {name: column for column, name in enumerate(form.numbers, FIRST_FIGURE_COLUMN)}


def received_column(form: Form) -> int:
    """Return the hidden column that holds what each unit's file said, to know what was changed."""
    return FIRST_FIGURE_COLUMN + len(figure_columns(form))


def sum_formula(column: int, units: int) -> str:
    """Return the sum of the counted units; blank while none of them has a number."""
    counted, figures = (_down(one, units) for one in (len(FIGURE_COLUMNS), column))
    there = f'COUNTIFS({counted},"{COUNTS}",{figures},">=0")'
    return f'=IF({there}=0,"",SUMIF({counted},"{COUNTS}",{figures}))'


def quotient_formula(tie: Tie, form: Form) -> str:
    """Return what is divided, of the sums: it cannot be added up itself."""
    columns = figure_columns(form)
    left, divisor = (
        ",".join(address((SUM_ROW, columns[term.figure])) for term in side)
        for side in (tie.left, tie.divided_by)
    )
    hundred = "*100" if form.figures[tie.right[0].figure].column.unit in PERCENT else ""
    due = f"ROUND(SUM({left})/SUM({divisor}){hundred},{DECIMALS})"
    return f'=IF(SUM({divisor})=0,"",{due})'


def status_said(counted: int, units: int) -> str:
    """Return how many of the units are in the sum, in words."""
    return f"{_COUNTED} {counted} {_OF_LISTED.format(units)}"


def status_formula(units: int, sheet: str = "") -> str:
    """Return the formula that says so; `sheet` is empty on their own."""
    return f'="{_COUNTED} "&{_counted(units, sheet)}&" {_OF_LISTED.format(units)}"'


def figure_formula(name: str, form: Form) -> str:
    """Return what a cell of the official table says: the sum of the units."""
    return f"='{FIGURES_SHEET}'!{column_letters(figure_columns(form)[name])}{SUM_ROW}"


def incomplete(status: str, units: int) -> str:
    """Return the condition that not all units are in the sum, by the cell that says how many are.

    It names no other sheet: Excel takes none in the conditions of a format.
    """
    return f'{status}<>"{status_said(units, units)}"'


def _counted(units: int, sheet: str) -> str:
    within = f"'{sheet}'!" if sheet else ""
    return f'COUNTIF({within}{_down(len(FIGURE_COLUMNS), units)},"{COUNTS}")'


def _down(column: int, units: int) -> str:
    letters = column_letters(column)
    return f"${letters}${FIRST_UNIT_ROW}:${letters}${FIRST_UNIT_ROW + max(units, 1) - 1}"


def as_received(values: Sequence[str]) -> str:
    """Return what a unit's file said, as one text."""
    return ",".join(values)
