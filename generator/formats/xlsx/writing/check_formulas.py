"""The formulas of live checks: ✓, or words that say what does not tie.

The program trusts none of them and works everything out itself.
"""

from collections.abc import Sequence

from generator.form.chinese import counted, listed
from generator.form.labels import Spot
from generator.form.rules import Severity
from generator.form.vocabulary import Form, Term, Tie
from generator.formats.xlsx.cell_names import address, area
from generator.formats.xlsx.layout import TableSheet, span
from generator.formats.xlsx.writing.style import ASKS, BAD, GOOD
from generator.model.quotients import PERCENT


def live_checks(ties: Sequence[Tie], layout: TableSheet, form: Form) -> dict[Tie, str]:
    """Return the formula that checks each of some ties within a table.

    Where its rule only asks people to look, it does not turn red.
    """
    brought = frozenset(form.brought_forward)
    found: dict[Tie, str] = {}
    for tie in ties:
        then = _holds(layout, tie, _mark(tie, form), f'"{GOOD}"')
        names = [term.figure for term in (tie.left if tie.is_sum else tie.terms)]
        found[tie] = _check(layout, names, then, brought, notes=False)
    return found


def check_of_a_row(
    ties: Sequence[Tie], names: Sequence[str], layout: TableSheet, form: Form
) -> str:
    """Return the formula that checks several ties within a row: it speaks of the first that fails.

    It says of which columns it speaks.
    """
    then = f'"{GOOD}"'
    for tie in reversed(ties):
        then = _holds(layout, tie, f"{_mark(tie, form)} {_of_columns(layout, tie)}", then)
    return _check(layout, names, then, frozenset(form.brought_forward), notes=False)


def filled_in(layout: TableSheet, names: list[str], form: Form) -> str:
    """Return the formula that says whether all of some figures are there and are numbers."""
    return _check(layout, names, f'"{GOOD}"', frozenset(form.brought_forward), notes=True)


def _mark(tie: Tie, form: Form) -> str:
    asks = {rule.id for rule in form.rules if rule.severity != Severity.ERROR}
    return ASKS if tie.rule in asks else BAD


def _of_columns(layout: TableSheet, tie: Tie) -> str:
    columns = {spec.name: spec.column.label[-1] for spec in layout.table.figures}
    told = tie.right if tie.relation == "=" else (*tie.left, *tie.right)
    return listed(columns[term.figure] for term in told).replace('"', '""')


def _holds(layout: TableSheet, tie: Tie, wrong: str, good: str) -> str:
    """Return what is `good` where a tie holds, and words that begin with `wrong` where not."""
    if tie.divided_by:
        return _quotient(layout, tie, wrong, good)
    if tie.relation != "=":
        return _at_most(layout, tie, wrong, good)
    return _sums(layout, tie, wrong, good)


def _sums(layout: TableSheet, tie: Tie, wrong: str, good: str) -> str:
    left, right = _sum(layout, tie.left), _sum(layout, tie.right)
    terms = f"前{counted(len(tie.left), '项')}比后{counted(len(tie.right), '项')}"
    more = f'IF({left}>{right},"多 ","少 ")&ABS({left}-{right})'
    says = f'"{wrong} 应为 "&{left}' if len(tie.right) == 1 else f'"{wrong} {terms}"&{more}'
    return f"IF({left}={right},{good},{says})"


def _at_most(layout: TableSheet, tie: Tie, wrong: str, good: str) -> str:
    left, right = _sum(layout, tie.left), _sum(layout, tie.right)
    if tie.relation == "both":
        alike = f"({left}=0)+0=({right}=0)+0"
        return f'IF({alike},{good},"{wrong} 一边是 0，另一边不是")'
    words = "前者多" if tie.relation == "<=" else "前者少"
    return f'IF({left}{tie.relation}{right},{good},"{wrong} {words} "&ABS({left}-{right}))'


def _quotient(layout: TableSheet, tie: Tie, wrong: str, good: str) -> str:
    """Compare to half of the last digit that was typed; nothing of nothing may be 0 or all."""
    left, divisor = _sum(layout, tie.left), _sum(layout, tie.divided_by)
    result = tie.right[0].figure
    unit = next(spec.column.unit for spec in layout.table.figures if spec.name == result)
    typed, due = address(layout.figures[result]), f"{left}/{divisor}"
    due += "*100" if unit in PERCENT else ""
    decimals = f'MAX(0,LEN({typed})-FIND(".",{typed}&"."))'
    up, down = (f"ROUND({due}{less},{decimals})={typed}" for less in ("", f"-{_A_HAIR}"))
    nothing = f"AND({left}=0,OR({typed}=0,{typed}=100))"
    says = f'IF({divisor}=0,"{wrong} 除数是 0","{wrong} 应为 "&ROUND({due},MAX(2,{decimals})))'
    return f"IF(IF({divisor}=0,{nothing},OR({up},{down})),{good},{says})"


_A_HAIR = "0.000000001"
"""So little is taken away that only what lies just between two numbers is rounded otherwise."""


def _check(
    layout: TableSheet, names: Sequence[str], then: str, brought: frozenset[str], *, notes: bool
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
