"""Ties that say nothing, that nobody could check, or that go in circles."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from generator.form.mistakes import Mistake, Steps
from generator.form.rules import TIES_ACROSS_YEARS, TIES_WITHIN
from generator.form.vocabulary import Form


def mistakes_in_ties(form: Form) -> Iterator[Mistake]:
    """Find what is wrong with the ties themselves, all their figures being there."""
    for at, tie in enumerate(form.ties):
        steps: Steps = ("ties", at)
        both = {*tie.left} & {*tie.right}
        for term in sorted(both):
            yield Mistake(steps, f"“{term.figure}”在勾稽关系“{tie.title}”的两边都有")
        for side in (tie.left, tie.divided_by, tie.right):
            for term, count in Counter(side).items():
                if count > 1:
                    yield Mistake(
                        steps, f"勾稽关系“{tie.title}”的一边写了 {count} 次“{term.figure}”"
                    )
        if tie.across_years and not tie.is_sum:
            yield Mistake(steps, f"与上年比的“{tie.title}”只能是相等，不能是 {tie.relation} 或相除")
        elif tie.across_years and tie.right and tie.right[0].last_year:
            yield Mistake(steps, f"与上年比的“{tie.title}”，right 的第一个数应是本年的")
        if tie.divided_by and (tie.relation != "=" or len(tie.right) != 1):
            yield Mistake(steps, f"“{tie.title}”是相除，right 只能有一个数，relation 只能是 =")
    if len(circle := _circle(form.totals)) > 1:  # one with itself has been told
        at = next(at for at, tie in enumerate(form.ties) if tie.right[0].figure == circle[0])
        said = "、".join(f"“{name}”" for name in circle)
        yield Mistake(("ties", at), f"{said}互为合计，绕成了圈")


def added_and_divided(form: Form) -> Iterator[Mistake]:
    """Find figures that one tie has as a sum and another as a quotient."""
    quotients = {one.right[0].figure: one for one in form.ties if one.divided_by and one.right}
    for at, tie in enumerate(form.ties):
        if tie.is_sum and len(tie.left) > 1 and {one.figure for one in tie.right} & {*quotients}:
            name = tie.right[0].figure
            said = f"“{name}”在“{tie.title}”里是相加，在“{quotients[name].title}”里是相除"
            yield Mistake(("ties", at), said)


def rules_of_ties(form: Form) -> Iterator[Mistake]:
    """Find ties whose rule would not check them, and rules of ties that have none."""
    checks = {rule.id: rule.check for rule in form.rules}
    for at, tie in enumerate(form.ties):
        due = TIES_ACROSS_YEARS if tie.across_years else TIES_WITHIN
        if tie.left and tie.right and checks.get(tie.rule, due) != due:
            yield Mistake(
                ("ties", at, "rule"),
                f"规则 {tie.rule} 不核对“{tie.title}”：它的 check 应是 {due}",
            )
    tied = {tie.rule for tie in form.ties}
    for at, rule in enumerate(form.rules):
        if rule.check in (TIES_WITHIN, TIES_ACROSS_YEARS) and rule.id not in tied:
            yield Mistake(("rules", at), f"规则 {rule.id} 没有勾稽关系可以核对")


def _circle(totals: Mapping[str, Collection[str]]) -> list[str]:
    """Return totals that are summed of each other, in turn; empty where there are none."""
    sound: set[str] = set()
    for start in totals:
        way: list[str] = []
        left = [[start]]
        while left:
            if not left[-1]:
                left.pop()
                if way:
                    sound.add(way.pop())
                continue
            name = left[-1].pop()
            if name in way:
                return way[way.index(name) :]
            if name in totals and name not in sound:
                way.append(name)
                left.append([*totals[name]])
    return []
