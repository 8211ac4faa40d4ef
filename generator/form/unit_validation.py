"""Figures that are added or compared although they are in units of different kinds."""

from collections.abc import Collection, Iterator

from generator.form.mistakes import Mistake, Steps
from generator.form.vocabulary import Form, Tie

_KINDS = {"％": "％", "%": "％", "元": "元", "万元": "万元", "亿元": "亿元"}
_MONEY = {"元", "万元", "亿元"}
_COUNTED = "件数、人数等"
_SOME_COLUMNS = "* 只代表一部分列的，给这些列的 name 加同样的字尾，如 *数"


def mistakes_in_units(form: Form) -> Iterator[Mistake]:
    """Find ties, sums and wordings that mix percentages, money and what is counted, or words."""
    yield from _words(form)
    for at, tie in enumerate(form.ties):
        for names in _alike(tie):
            if mixed := _mixed(form, names):
                said = f"“{tie.title}”{mixed}，不能相加、相比；{_SOME_COLUMNS}"
                yield Mistake(("ties", at), said)
    for at, total in enumerate(form.sums):
        if mixed := _mixed(form, total.figures):
            yield Mistake(("sums", at), f"合计“{total.name}”{mixed}，不能相加")
    figures_of = {total.name: total.figures for total in form.sums}
    for at, subject in enumerate(form.wordings.amounts):
        names = [name for names in subject.interpretations for name in names]
        figures = [figure for name in names for figure in figures_of.get(name, (name,))]
        kinds = [_kind(form, figure) for figure in figures if figure in form.figures]
        if any(kind not in _MONEY for kind in kinds):
            said = f"amounts 里是金额，“{subject.name}”的数单位不是元、万元；请写在 subjects 里"
            yield Mistake(("wordings", "amounts", at), said)


def _words(form: Form) -> Iterator[Mistake]:
    """Find ties and sums of what is no number."""
    used: list[tuple[Steps, str]] = [
        (("ties", at), term.figure) for at, tie in enumerate(form.ties) for term in tie.terms
    ]
    used += [(("sums", at), one) for at, total in enumerate(form.sums) for one in total.figures]
    for steps, figure in used:
        if figure in form.figures and figure not in form.numbers:
            yield Mistake(steps, f"“{figure}”填的不是数字，不能相加、相比")


def _alike(tie: Tie) -> list[list[str]]:
    """Return the figures of a tie that have to be in one unit, those together that are."""
    if tie.relation == "both":
        return []
    together = (tie.left, tie.divided_by) if tie.divided_by else (tie.terms,)
    return [[term.figure for term in terms] for terms in together]


def _kind(form: Form, figure: str) -> str:
    return _KINDS.get(form.figures[figure].column.unit, _COUNTED)


def _mixed(form: Form, names: Collection[str]) -> str:
    """Say which figures are in units of different kinds; nothing where all are in one."""
    of_kind: dict[str, str] = {}
    for name in names:
        if name in form.figures:
            of_kind.setdefault(_kind(form, name), name)
    if len(of_kind) <= 1:
        return ""
    (kind, name), (other_kind, other), *_ = of_kind.items()
    return f"里“{name}”是{kind}，“{other}”是{other_kind}"
