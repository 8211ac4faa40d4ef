"""What a stated number may legitimately be, and what the tables have of that."""

from collections.abc import Iterable
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.text.quantities import MONEY, Quantity
from generator.checks.text.statements import Statement
from generator.form.wordings import Interpretation, Subject

_USUAL = "万元"


def is_in_the_tables(case: Case, statement: Statement) -> bool:
    """Tell whether a number is what it is said to be, in one of the ways in which it may be."""
    interpretations = interpretations_of(case, statement)
    known = [case.total(names) for names in interpretations]
    unit = money_of(case, interpretations)
    return any(agrees(statement, value, unit) for value in known if value is not None)


def interpretations_of(case: Case, statement: Statement) -> tuple[Interpretation, ...]:
    """Return what a number may be where it stands; nothing where the tables do not have that."""
    subject = statement.subject
    found, column = subject.interpretations, statement.column
    if statement.of is not None:
        found, column = statement.of.interpretations, subject.column
    elif subject == other_results(case):
        found = _beside_its_rows(case, statement)
    if not column:
        return found
    of_column = (tuple(name + column for name in names) for names in found)
    return tuple(names for names in of_column if all(map(case.knows_figure, names)))


def other_results(case: Case) -> Subject | None:
    """Return the kind that is meant by 其他 beside other kinds of results."""
    requests = case.form.wordings.requests
    return requests.results.other if requests else None


def _beside_its_rows(case: Case, statement: Statement) -> tuple[Interpretation, ...]:
    """Return what 其他 may be: beside another row of its group only the row of that name."""
    beside = {
        figure
        for other in case.stated_in(statement.sentence)
        if other.subject != statement.subject
        for names in other.subject.interpretations
        for name in names
        for figure in case.figures_of(name)
    }
    apart = [
        names
        for names in statement.subject.interpretations
        if not beside & {figure for name in names for figure in case.figures_of(name)}
    ]
    return tuple(apart) or statement.subject.interpretations


def called(statement: Statement) -> str:
    """Return what messages call that of which a number is said."""
    name = statement.subject.name
    if statement.of:
        name = statement.of.name + name
    elif statement.column:
        name = f"{statement.column}的{name}"
    return f"上年的{name}" if statement.last_year else name


def money_of(case: Case, interpretations: Iterable[Interpretation]) -> str:
    """Return in what the tables have money: 万元, but where the figures meant are in 元."""
    units = (
        case.form.figures[figure].column.unit
        for names in interpretations
        for name in names
        for figure in case.figures_of(name)
        if figure in case.form.figures
    )
    return next((unit for unit in units if unit in MONEY), _USUAL)


def in_units_of_the_tables(quantity: Quantity, unit: str) -> Decimal:
    """Return a number as the tables would have it, which have money in a unit."""
    if quantity.unit not in MONEY:
        return quantity.value
    return quantity.value * Decimal(MONEY[quantity.unit]) / MONEY[unit]


def agrees(statement: Statement, value: Decimal, unit: str) -> bool:
    """Compare; money, which the tables have in a unit, to the decimals in which it is written."""
    quantity = statement.quantity
    if quantity.unit not in MONEY:
        return quantity.value == value
    half_a_digit = Decimal(MONEY[quantity.unit]) / MONEY[unit] / 2
    gap = abs(in_units_of_the_tables(quantity, unit) - value)
    return gap <= half_a_digit * Decimal(1).scaleb(-quantity.digits)
