"""A unit far from the others of its kind: beyond all of them, or with its figures in another row.

Counts of offices differ a hundredfold by nature, so that only what stands alone is told, and
nothing that was so last year.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median

from generator.checks.across_units.handed_in import HandedIn, UnitFiled
from generator.checks.across_units.numbers import Numbers
from generator.checks.across_units.own_figures import OwnFigures
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.form.vocabulary import Form
from generator.model.collection.collection import AcrossFinding
from generator.model.finding import Finding

_ENOUGH = 10
"""Units of a kind with a figure, so that what is usual is known."""
_BEYOND_SECOND, _BEYOND_MEDIAN, _SMALLEST = 30, 200, 1000
"""How many times the second largest, and the median of those that are not 0."""
_NEARLY_ALL = 0.9
"""How many of a kind have what a unit lacks, where its row is taken to be another's."""
_AS_LAST_YEAR = 5


def far_from_kind(handed_in: HandedIn, rule: Rule) -> Iterator[AcrossFinding]:
    """Find what stands alone among units of one 类别."""
    own = OwnFigures(handed_in.form)
    kinds: dict[str, list[UnitFiled]] = {}
    for unit in handed_in.units:
        if unit.unit.kind:
            kinds.setdefault(unit.unit.kind, []).append(unit)
    for units in kinds.values():
        if len(units) > _ENOUGH:
            for name in own.names:
                yield from _beyond_all(handed_in.form, rule, units, name)
            yield from _in_another_row(handed_in.form, rule, units, own)


def _beyond_all(
    form: Form, rule: Rule, units: Sequence[UnitFiled], name: str
) -> Iterator[AcrossFinding]:
    """Find a figure that is many times the second largest of its kind."""
    having = [(value, unit) for unit in units if (value := unit.numbers.get(name))]
    if len(having) <= _ENOUGH:
        return
    (most, unit), (second, _) = sorted(having, key=lambda one: -one[0])[:2]
    middle = Decimal(median(value for value, _ in having))
    least = max(_BEYOND_SECOND * second, _BEYOND_MEDIAN * middle, Decimal(_SMALLEST))
    if most < least or _was_so(unit.last_year, name, most):
        return
    spec = form.figures[name]
    unit_of_money = "" if spec.whole else f"，这里的单位是{spec.column.unit}"
    yield AcrossFinding(
        (unit.name,),
        Finding(
            rule.id,
            rule.severity,
            unit.place(name),
            f"“{unit.name}”的{spec.label}是 {number(most)} {spec.column.unit}，"
            f"同类（{unit.unit.kind}）有这项数的 {len(having)} 个单位里，"
            f"第二大的是 {number(second)}，"
            f"中位数是 {number(middle)}",
            f"请单位核对有没有多打一位、填错单位{unit_of_money}；属实的不必改",
            expected=middle,
            found=most,
            about=f"“{unit.name}”{name}远超同类",
        ),
    )


def _was_so(last_year: Numbers | None, name: str, value: Decimal) -> bool:
    before = (last_year or {}).get(name)
    return bool(before) and before is not None and value <= before * _AS_LAST_YEAR


def _in_another_row(
    form: Form, rule: Rule, units: Sequence[UnitFiled], own: OwnFigures
) -> Iterator[AcrossFinding]:
    """Find a unit that alone has a figure, and lacks one beside it that nearly all others have."""
    having = {name: [unit for unit in units if unit.numbers.get(name)] for name in own.names}
    for name, alone in having.items():
        if len(alone) != 1:
            continue
        (unit,) = alone
        if (unit.last_year or {}).get(name):
            continue
        lacked = next(
            (
                other
                for other in _beside(form, name)
                if other in having
                and unit not in having[other]
                and len(having[other]) >= _NEARLY_ALL * (len(units) - 1)
            ),
            None,
        )
        if lacked is None:
            continue
        label, other_label = form.figures[name].label, form.figures[lacked].label
        found = unit.numbers[name]
        yield AcrossFinding(
            (unit.name,),
            Finding(
                rule.id,
                rule.severity,
                unit.place(name),
                f"“{unit.name}”的{label}是 {number(found)}，同类（{unit.unit.kind}）的都是 0；"
                f"它的{other_label}是 0，同类的 {len(units) - 1} 个单位里有 "
                f"{len(having[lacked])} 个不是 0，像是填错了行或列",
                "请单位核对这两格；属实的不必改",
                found=found,
                about=f"“{unit.name}”{name}与{lacked}",
            ),
        )


def _beside(form: Form, name: str) -> Iterator[str]:
    """Yield the figures in the cells beside one, in its row and in its column."""
    for table in form.tables:
        rows = [(row, block.columns) for block in table.blocks for row in block.rows]
        for at, (row, columns) in enumerate(rows):
            for across, column in enumerate(columns):
                if row.name + column.name != name:
                    continue
                for next_row, next_columns in (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2]):
                    if len(next_columns) == len(columns):
                        yield next_row.name + next_columns[across].name
                for beside in (*columns[max(0, across - 1) : across], *columns[across + 1 :][:1]):
                    yield row.name + beside.name
