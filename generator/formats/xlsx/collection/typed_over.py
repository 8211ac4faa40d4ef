"""What people typed where formulas of a collection stand: the next one has the formulas again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.form.chinese import number
from generator.form.labels import Spot, label_key
from generator.form.vocabulary import Form
from generator.formats.xlsx.cell_names import address, column_letters
from generator.formats.xlsx.collection.layout import (
    FIGURE_COLUMNS,
    FIGURES_SHEET,
    KEY_ROW,
    SUM_ROW,
    figure_columns,
)
from generator.formats.xlsx.layout import own_total, table_sheets
from generator.formats.xlsx.reading.lists import header
from generator.formats.xlsx.reading.locate import locate
from generator.formats.xlsx.sheet import Sheet
from generator.model.finding import Finding, notice
from generator.model.report import Place
from generator.model.typed_input.number import understand

RULE = "C17"
_TO_A_SUM = re.compile(rf"=\$?'?{FIGURES_SHEET}'?[!.]\$?[A-Z]+\$?{SUM_ROW}")

Sums = Mapping[str, Decimal | None]
"""By name of a figure, what it is now."""


def typed_over(sheets: Sequence[Sheet], sums: Sums, form: Form, file: str) -> Iterator[Finding]:
    """Yield every figure that stands in place of a formula and says something else than it."""
    for layout in table_sheets(form):
        for sheet in sheets:
            if label_key(sheet.name) == label_key(layout.name):
                for figure, spot in locate(sheet, layout.table).figures.items():
                    formula = sheet.formulas.get(spot, "")
                    if figure in form.numbers and not _is_ours(formula, figure, form):
                        yield from _instead(
                            sheet, spot, figure, sums.get(figure), form=form, file=file
                        )
    for sheet in sheets:
        if header(sheet, FIGURE_COLUMNS):
            for column in range(len(FIGURE_COLUMNS) + 1, _last(sheet) + 1):
                figure, spot = sheet.text((KEY_ROW, column)), (SUM_ROW, column)
                ours = "ROUND(SUM(" if figure in form.quotients else "SUMIF("
                if figure in form.numbers and ours not in sheet.formulas.get(spot, ""):
                    yield from _instead(sheet, spot, figure, sums.get(figure), form=form, file=file)


def _is_ours(formula: str, figure: str, form: Form) -> bool:
    """Tell whether a cell of a table still takes its figure from the units, or is a total."""
    total = figure in form.totals and own_total(formula) is not None
    return total or _TO_A_SUM.fullmatch(formula) is not None


def _last(sheet: Sheet) -> int:
    return max((column for row, column in sheet.values if row == KEY_ROW), default=0)


def _instead(
    sheet: Sheet, spot: Spot, figure: str, now: Decimal | None, *, form: Form, file: str
) -> Iterator[Finding]:
    """Say what was typed and what stands there now, unless that is the same."""
    typed = sheet.formulas.get(spot) or sheet.text(spot)
    if understand(sheet.values.get(spot, sheet.results.get(spot))).value == now:
        return
    yield notice(
        RULE,
        Place(file, sheet.name, address(spot)),
        f"“{form.figures[figure].label}”{f'填过“{typed}”' if typed else '清空过'}，"
        f"这一格是公式，现在是各单位之和 {'空白' if now is None else number(now)}",
        f"要改的，请在『{FIGURES_SHEET}』{column_letters(figure_columns(form)[figure])} 列"
        "改有关单位的数，各张表跟着变",
    )
