"""Writes the live check cells of a table sheet: ✓, or words that say what does not tie.

They help while typing. The program trusts none of them and works everything out itself.
"""

from openpyxl.worksheet.worksheet import Worksheet

from generator.form.labels import Spot
from generator.form.vocabulary import Form, Term, Tie
from generator.formats.xlsx.cell_names import address, area
from generator.formats.xlsx.layout import TableSheet, span
from generator.formats.xlsx.writing import style
from generator.formats.xlsx.writing.style import BAD, GOOD

_HEIGHT = 42  # three lines: the columns are narrow


def write_checks(sheet: Worksheet, layout: TableSheet, form: Form) -> list[str]:
    """Write a check beside every row and under the grid; return the areas they cover."""
    ties = [
        tie for tie in form.ties if not tie.across_years and tie.right[0].figure in layout.figures
    ]
    brought = frozenset(form.brought_forward)
    beside = {_row(layout, tie): tie for tie in ties if _lies_in_a_row(layout, tie)}
    if len({row for row, _ in layout.figures.values()}) == 1:
        beside = {}  # in a table of one row the sums stand side by side: their checks go under them
    rows: dict[int, list[str]] = {}
    for name, (row, _) in layout.figures.items():
        rows.setdefault(row, []).append(name)
    for row, names in rows.items():
        if row in beside:
            formula = _tie(layout, beside[row], brought)
        else:
            formula = _check(layout, names, f'"{GOOD}"', brought, notes=True)
        sheet.cell(row, layout.check_column, formula)
    areas = [area((min(rows), layout.check_column), (layout.last_row, layout.check_column))]
    for offset, clause in enumerate(dict.fromkeys(tie.clause for tie in ties), 1):
        under = [tie for tie in ties if tie.clause == clause and tie not in beside.values()]
        if under:
            areas.append(_row_of_checks(sheet, layout, under, layout.last_row + offset, brought))
    for checks in areas:
        style.dress(sheet, checks, font=style.LABEL)
        style.colour_checks(sheet, checks, checks.split(":")[0])
    return areas


def _row_of_checks(
    sheet: Worksheet, layout: TableSheet, ties: list[Tie], row: int, brought: frozenset[str]
) -> str:
    """Write one line of checks, each under the figures that it adds up."""
    if layout.first_column > 1:
        label = area((row, 1), (row, layout.first_column - 1))
        sheet.cell(row, 1, "勾稽：" + ties[0].clause.split("：")[-1])
        style.dress(sheet, label, font=style.QUIET, fill=style.LABEL_FILL, alignment=style.LEFT)
        sheet.merge_cells(label)
    for tie in ties:
        columns = [layout.figures[term.figure][1] for term in tie.left + tie.right]
        sheet.cell(row, min(columns), _tie(layout, tie, brought))
        if min(columns) < max(columns):
            sheet.merge_cells(area((row, min(columns)), (row, max(columns))))
    sheet.row_dimensions[row].height = _HEIGHT
    return area((row, layout.first_column), (row, layout.check_column - 1))


def _row(layout: TableSheet, tie: Tie) -> int:
    return layout.figures[tie.right[0].figure][0]


def _lies_in_a_row(layout: TableSheet, tie: Tie) -> bool:
    return len({layout.figures[term.figure][0] for term in tie.left + tie.right}) == 1


def _tie(layout: TableSheet, tie: Tie, brought: frozenset[str]) -> str:
    left, right = _sum(layout, tie.left), _sum(layout, tie.right)
    more = f'IF({left}>{right},"多 ","少 ")&ABS({left}-{right})'
    says = f'"{BAD} 应为 "&{left}' if len(tie.right) == 1 else f'"{BAD} 前两项比后两项"&{more}'
    names = [term.figure for term in tie.left]
    return _check(layout, names, f'IF({left}={right},"{GOOD}",{says})', brought, notes=False)


def _check(
    layout: TableSheet, names: list[str], then: str, brought: frozenset[str], *, notes: bool
) -> str:
    """Say first of all what is missing or no number, then what does not tie.

    Nothing is said while the whole table is blank, but for what is `brought` forward from last
    year. SUM and COUNT pass over text, so that a text number does not become an error unseen;
    `notes` allows a number with a note in brackets.
    """
    cells = [layout.figures[name] for name in names]
    shown = "+".join(f"(LEN({address(cell)})>0)" for cell in cells)
    started = [address(layout.figures[name]) for name in names if name not in brought]
    given = [layout.figures[name] for name in layout.figures if name in brought]
    filled = f"COUNT({span(layout.figures, layout.figures)})"
    filled += f"-COUNT({area(min(given), max(given))})" if given else ""
    begun = "+".join(f"(LEN({cell})>0)" for cell in started) or filled
    words = f"({shown})-COUNT({_listed(cells)})"
    if notes:
        bracket = "+".join(
            f'OR(ISNUMBER(SEARCH("?（",{address(cell)})),ISNUMBER(SEARCH("?(",{address(cell)})))'
            for cell in cells
        )
        words = f"{words}-({bracket})"
    negative = "+".join(f"(N({address(cell)})<0)" for cell in cells)
    checks = (
        (f"{begun}=0", f'IF({filled}=0,"","{BAD} 还没有填")'),
        (f"{words}>0", f'"{BAD} 有 "&({words})&" 格不是数字"'),
        (f"{shown}<{len(cells)}", f'"{BAD} 还有 "&({len(cells)}-({shown}))&" 格没填"'),
        (f"{negative}>0", f'"{BAD} 有负数"'),
    )
    for condition, says in reversed(checks):
        then = f"IF({condition},{says},{then})"
    return f'=IFERROR({then},"{BAD} 有出错的公式")'


def _listed(cells: list[Spot]) -> str:
    return ",".join(map(address, cells))


def _sum(layout: TableSheet, terms: tuple[Term, ...]) -> str:
    names = [term.figure for term in terms]
    spots = layout.figures
    adjacent = len(names) == (
        (spots[names[-1]][0] - spots[names[0]][0] + 1)
        * (spots[names[-1]][1] - spots[names[0]][1] + 1)
    )
    if adjacent:
        return f"SUM({span(names, spots)})"
    return f"SUM({_listed([spots[name] for name in names])})"
