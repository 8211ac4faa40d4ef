"""跨年: this year's report against last year's. Without last year's, nothing is ever passed."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.checks.case import Case
from generator.form.chinese import counted, listed, number
from generator.form.rules import Rule
from generator.form.vocabulary import Column, Form, Term, Tie
from generator.model.finding import Finding, notice, unchecked, wrong
from generator.model.report import Report

_HALF = Decimal("0.5")
_SMALLEST_SWING, _SIGMAS = Decimal(10), 3
_MOST_SHOWN = 8

_YUAN_FOR_WAN = 1000  # a fee typed in 元 is 10000 times as large; last year's was another fee

_FEW_FIGURES = 5


def ties_across_years(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find the ties of a rule with last year's report that do not hold."""
    if case.previous is None:
        yield case.without_last_year(rule.id)
        return
    unknown: list[str] = []
    for tie in case.form.ties:
        if tie.rule != rule.id or not tie.across_years:
            continue
        terms = tie.left + tie.right
        past = [term.figure for term in terms if term.last_year]
        now = [term.figure for term in terms if not term.last_year]
        lacking = [name for name in past if case.previous.number(name) is None]
        unknown += lacking
        known = all(case.report.number(name) is not None for name in now)
        if not lacking and known and not _all_blank(case.report, now):
            yield from _broken(case, rule, case.previous, tie)
    if unknown:
        message = f"上年的 {case.previous.file} 里{listed(f'“{name}”' for name in unknown)}读不出数"
        yield unchecked(rule.id, case.place, message, "请改正上年的工作簿，再核对一次")


def _all_blank(report: Report, figures: Sequence[str]) -> bool:
    """Tell whether there is nothing to compare yet; a lone figure has its expected value."""
    return len(figures) > 1 and all(report.figures[name].value is None for name in figures)


def _broken(case: Case, rule: Rule, previous: Report, tie: Tie) -> Iterator[Finding]:
    """Compare the first figure on the right with what the others make it."""
    result, others = tie.right[0].figure, tie.right[1:]

    def value(term: Term) -> Decimal:
        return (previous if term.last_year else case.report).number(term.figure) or Decimal(0)

    expected = sum(map(value, tie.left), Decimal(0)) - sum(map(value, others), Decimal(0))
    found = case.report.number(result)
    if found is None or found == expected:
        return
    gap = f"{'多' if found > expected else '少'} {number(abs(found - expected))}"
    figure = case.report.figures[result]
    said = "却是空白" if figure.value is None else f"填的是 {number(found)}"
    sources = "＋".join(_source(case, previous, term) for term in tie.left)
    sources += "".join(f"－{_source(case, previous, term)}" for term in others)
    justified = f"；{rule.advice}" if rule.advice else ""
    label = case.form.figures[result].label
    yield wrong(
        rule.id,
        figure.place,
        f"{label}应为 {number(expected)}（{sources}），{said}，{gap}",
        f"请核对两年的数，改正填错的{justified}（{tie.clause}）",
        about=tie.title,
        expected=expected,
        found=found,
    )


def _source(case: Case, previous: Report, term: Term) -> str:
    report = previous if term.last_year else case.report
    figure = report.figures[term.figure]
    place = f"上年 {figure.place}" if term.last_year else figure.place.spot
    return f"{place} “{term.figure}” {figure.printed}"


def swings(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find totals that are very different from last year's, the most remarkable first."""
    if case.previous is None or not case.previous.figures:
        yield case.without_last_year(rule.id)
        return
    found = [
        swing
        for name in _totals(case.form)
        if (swing := _swing(case.report, case.previous, name)) is not None
    ]
    found.sort(key=lambda swing: swing.weight, reverse=True)
    if found:
        shown = listed(map(str, found[:_MOST_SHOWN])) + "等" * (len(found) > _MOST_SHOWN)
        yield notice(
            rule.id,
            case.place,
            f"有 {len(found)} 项与上年（{case.previous.file}）相差很大：{shown}",
            "请核对有没有填错行、填错单位；属实的不必改，可以在正文里说明原因",
            about="增减很大：" + listed(map(str, found)),
        )


class _Swing(NamedTuple):
    figure: str
    then: Decimal
    now: Decimal

    @property
    def weight(self) -> Decimal:
        """How remarkable it is: a count varies by itself by about its square root."""
        return abs(self.now - self.then) / max(self.now, self.then).sqrt()

    def __str__(self) -> str:
        return f"“{self.figure}” {number(self.then)}→{number(self.now)}"


def _swing(report: Report, previous: Report, name: str) -> _Swing | None:
    """Return a change of more than half that is more than chance; None where one is not known."""
    figures = report.figures.get(name), previous.figures.get(name)
    now, then = (figure.value if figure else None for figure in figures)
    if now is None or then is None or min(now, then) < 0 or now == then:
        return None
    change, larger = abs(now - then), max(now, then)
    if change < max(_SMALLEST_SWING, _SIGMAS * larger.sqrt()) or change <= _HALF * then:
        return None
    return _Swing(name, then, now)


def _totals(form: Form) -> Iterator[str]:
    """Yield the figures that are no part of a total in their own row, nor last year's by a tie."""
    addends = {
        one.figure
        for tie in form.ties
        for one in tie.left
        if tie.is_sum
        and len(tie.right) == 1
        and form.figures[one.figure].row == form.figures[tie.right[0].figure].row
    }
    for name in form.figures:
        if name not in addends and name not in form.brought_forward:
            yield name


def amount_in_yuan(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find an amount in 万元 that was typed in 元: a thousand times last year's, or beyond any."""
    for name, spec in case.form.figures.items():
        now = case.report.number(name)
        then = case.previous.number(name) if case.previous else None
        if spec.whole or not now:
            continue
        unit = spec.column.unit
        if then and case.previous and now >= _YUAN_FOR_WAN * then:
            was = f"上年 {case.previous.figures[name].place} 是 {number(then)} {unit}"
            too_much = f"{was}，大了 {int(now / then)} 倍"
            about = f"上年 {number(then)}"
        elif not then and (most := _most(case, spec.column)) and now > most:
            too_much = f"这样的机关一年超不过 {number(most)} {unit}"
            about = f"超过 {number(most)}"
        else:
            continue
        yield notice(
            rule.id,
            case.report.figures[name].place,
            f"{spec.label}填的是 {number(now)} {unit}，{too_much}",
            f"请核对单位：这里填{unit}，不是元",
            about=f"{spec.label}：{about}",
            found=now,
        )


def _most(case: Case, column: Column) -> int:
    """Return the most that a figure of this organ can come to, 0 where that is not known."""
    fitting = (most for words, most in column.most if re.search(words, case.organ))
    return next(fitting, 0)


def same_figures(case: Case, rule: Rule) -> Iterator[Finding]:
    """Tell where every figure is last year's."""
    if case.previous is None or not case.previous.figures:
        yield case.without_last_year(rule.id)
        return
    pairs = [(case.report.number(name), case.previous.number(name)) for name in case.form.figures]
    known = [pair for pair in pairs if None not in pair and any(pair)]
    if len(known) >= _FEW_FIGURES and all(now == then for now, then in known):
        tables = counted(len(case.form.tables), "张表")
        many = f"{tables}里不是 0 的 {len(known)} 个数"
        yield notice(
            rule.id,
            case.place,
            f"{many}，与上年（{case.previous.file}）完全相同",
            "请核对是不是照抄了上年的数",
            about=f"与上年完全相同的 {len(known)} 个数",
        )
