"""统计表: what the figures themselves give away, beside the ties."""

from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.rules.in_text.claims import says_there_was_none
from generator.form.chinese import counted, listed, number
from generator.form.rules import Rule
from generator.form.vocabulary import Tie
from generator.model.finding import Finding, held_back, notice

_TWO = 2


def nothing_filled_in(case: Case, rule: Rule) -> Iterator[Finding]:
    """Tell where no figure is filled in; printing them all as 0 would be a guess."""
    if len(case.report.figures) == len(case.form.figures) and not case.begun:
        brought = any(figure.value is not None for figure in case.report.figures.values())
        but = "，除了从上年带来的数" if brought else ""
        advice = "请填写各表；确实没有的填 0"
        yield held_back(rule.id, case.place, f"各张表里一个数字也没有填{but}", advice)


def nothing_but_zeros(case: Case, rule: Rule) -> Iterator[Finding]:
    """Tell where every figure of a table is 0, unless the text says so; people should look."""
    for table in case.form.tables:
        if table.title not in rule.looks_at:
            continue
        figures = [case.report.figures.get(spec.name) for spec in table.figures]
        values = [figure.value for figure in figures if figure is not None and figure.readable]
        filled = case.begun and any(value is not None for value in values)
        zeros = len(values) == len(table.figures) and filled and not any(values)
        totals = {spec.name for spec in table.figures if spec.name in case.form.totals}
        if zeros and not says_there_was_none(case, totals):
            message = f"{table.title}表里的数字全部是 0"
            yield notice(rule.id, case.place, message, "请核对是不是忘了填；确实都没有的，不必改")


def more_left_than_there_was(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find more left at the end of the year than there was: what the rule's words call it."""
    (all_there,) = rule.words
    for tie in _balances(case, rule):
        there, left = [term.figure for term in tie.left], tie.right[-1].figure
        most, found = case.report.total(there), case.report.number(left)
        if most is not None and found is not None and found > most:
            place = case.report.figures[left].place
            message = (
                f"{case.form.figures[left].label}是 {number(found)}，"
                f"比{all_there.name}的 {number(most)} 还多"
            )
            cells = counted(len(there) + 1, "格")
            yield held_back(rule.id, place, message, f"请核对这{cells}，改正填错的数")


def case_in_the_wrong_column(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find two columns that are off by opposite amounts while the total balances.

    What that looks like is for the rule's words to say.
    """
    (slip,) = rule.words
    *columns, total = _balances(case, rule)
    gaps = [(tie, gap) for tie in columns if (gap := _gap(case, tie))]
    if len(gaps) != _TWO or _gap(case, total) != 0 or gaps[0][1] + gaps[1][1]:
        return
    (more, surplus), (less, _) = sorted(gaps, key=lambda item: -item[1])
    names = [case.form.figures[tie.left[0].figure].column.label[-1] for tie in (more, less)]
    cells = listed(case.report.figures[tie.right[0].figure].place.spot for tie in (more, less))
    yield notice(
        rule.id,
        case.report.figures[more.right[0].figure].place,
        f"“{names[0]}”列收的比办的多 {number(surplus)}，“{names[1]}”列少 {number(surplus)}，"
        f"总计却是平的，像是{slip.name}",
        f"请先核对这两列（{cells} 所在的列），不要改总计",
        about=f"{names[0]}与{names[1]}",
    )


def _balances(case: Case, rule: Rule) -> list[Tie]:
    """Return the ties of 收支 that a rule looks at, column by column, that of the totals last."""
    return [tie for tie in case.form.ties if tie.rule in rule.looks_at]


def _gap(case: Case, tie: Tie) -> int | None:
    left, right = (
        case.report.total(term.figure for term in terms) for terms in (tie.left, tie.right)
    )
    return None if left is None or right is None else int(left - right)
