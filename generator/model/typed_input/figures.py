"""Figures of a table as they were filled in, and what is to be said about that.

Remarks are gathered, one for many figures: a table of blanks is one line, not two hundred.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.form.chinese import listed, numeral
from generator.form.vocabulary import FigureSpec, Form, Table
from generator.model.finding import Finding, held_back, notice
from generator.model.report import Figure, Place
from generator.model.typed_input.cells import asked_for, filled, understand_cell
from generator.model.typed_input.number import TypedNumber

_MOST_NAMED = 6

Where = Callable[[Sequence[str]], Place]
"""Names of figures → the place where they all stand."""


def figures_of(
    table: Table, given: Mapping[str, object], where: Where
) -> tuple[dict[str, Figure], list[Finding]]:
    """Return those figures of a table that were given, None for a blank, and what is wrong."""
    figures: dict[str, Figure] = {}
    typed: dict[str, TypedNumber] = {}
    findings: list[Finding] = []
    for spec in table.figures:
        if spec.name in given:
            raw = given[spec.name]
            typed[spec.name] = understand_cell(raw, spec.column)
            figures[spec.name], problem = figure_of(
                table, spec, typed[spec.name], "" if raw is None else str(raw), where([spec.name])
            )
            findings += [problem] if problem else []
    return figures, [*findings, *remarks(table, figures, typed, where)]


def figure_of(
    table: Table, spec: FigureSpec, typed: TypedNumber, text: str, place: Place
) -> tuple[Figure, Finding | None]:
    """Return a figure as it was understood, and what is wrong with it."""
    figure = filled(typed, spec.column, text, place)
    if typed.problem:
        asked = asked_for(spec.column)
        message = f"{spec.label}应填{asked}，填的是“{text}”，{typed.problem}"
        usual = "请只填数字；没有就填 0" if spec.is_number else f"请填{asked}"
        advice = typed.advice or usual
        return figure, held_back(table.not_a_number, place, message, advice)
    value = typed.value
    if value is None or (value >= 0 and (not spec.whole or value == value.to_integral_value())):
        return figure, None
    seen = f"（{typed.remark}）" if typed.remark else ""
    message = f"{spec.label}应为不小于 0 的{'整数' if spec.whole else '数'}，填的是 {text}{seen}"
    return figure, held_back(table.not_a_count, place, message, "请改正")


def remarks(
    table: Table, figures: Mapping[str, Figure], typed: Mapping[str, TypedNumber], where: Where
) -> Iterator[Finding]:
    """Yield remarks on blanks, on — and / for nothing, on numbers written or shown otherwise."""
    nothing = [name for name, cell in typed.items() if cell.nothing]
    empty = [name for name, figure in figures.items() if figure.is_blank]
    blank = [name for name in empty if name not in nothing]
    tidied = [name for name, cell in typed.items() if cell.tidied and not cell.problem]
    seen = [name for name, cell in typed.items() if cell.remark and not cell.problem]
    if seen:
        shown = listed(f"“{figures[name].typed}”{typed[name].remark}" for name in seen)
        message = f"{len(seen)} 格显示的和存的不一样：{shown}，按显示的印出"
        advice = "没有错就不必管；不然请把单元格格式改成“常规”，看数对不对"
        yield notice(table.not_a_number, where(seen), message, advice, about=_about(shown, seen))
    unsaid = [name for name in blank if figures[name].words]
    blank = [name for name in blank if name not in unsaid]
    if unsaid:
        message, advice = f"{len(unsaid)} 格空白，空着印出", "漏填的请补上"
        yield notice(table.blank, where(unsaid), message, advice, about=_about("空着", unsaid))
    if blank:
        message, advice = f"{len(blank)} 格空白，按 0 印出", "没有就填 0；漏填的请补上"
        yield notice(table.blank, where(blank), message, advice, about=_about("空白", blank))
    if nothing:
        shown = listed(dict.fromkeys(f"“{figures[name].typed}”" for name in nothing))
        message = f"{len(nothing)} 格填的是{shown}，按 0 印出"
        about = _about(shown, nothing)
        yield notice(table.blank, where(nothing), message, "没有就填 0", about=about)
    if tidied:
        read = listed(f"“{figures[name].typed}”读作 {figures[name].printed}" for name in tidied)
        message = f"{len(tidied)} 格是文字形式的数字，{_readings(tidied, figures)}"
        advice = "结果无误就不必改，最好改成普通数字（工作簿里的校验公式只算普通数字）"
        about = _about(read, tidied)
        yield notice(table.not_a_number, where(tidied), message, advice, about=about)


def _readings(tidied: Sequence[str], figures: Mapping[str, Figure]) -> str:
    """Say as what numbers were read that are text, each once; of many the first few."""
    read = Counter((figures[name].typed, figures[name].printed) for name in tidied)
    said = [
        f"“{typed}”读作 {printed}" + (f"（{count} 格）" if count > 1 and len(read) > 1 else "")
        for (typed, printed), count in read.items()
    ]
    more = "等" if len(said) > _MOST_NAMED else ""
    return listed(said[:_MOST_NAMED]) + more


def _about(what: str, figures: Sequence[str]) -> str:
    """Name the figures themselves: their cells may move."""
    return f"{what}：{listed(figures)}"


def named(figures: Sequence[str]) -> str:
    """Name figures that stand in no cells; of many the first few."""
    shown = listed(f"“{name}”" for name in figures[:_MOST_NAMED])
    return f"{shown}等 {len(figures)} 个" if len(figures) > _MOST_NAMED else shown


def place_in(table: Table, form: Form, file: str) -> Where:
    """Return the places of a table's figures where they stand in no cells: 表三, by name."""
    called = f"表{numeral(form.number_of(table))}"

    def where(figures: Sequence[str]) -> Place:
        return Place(file, called, named(figures))

    return where
