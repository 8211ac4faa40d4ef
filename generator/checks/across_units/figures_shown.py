"""How messages across units speak of a figure."""

from decimal import Decimal

from generator.form.chinese import number
from generator.form.vocabulary import Form


def shown(form: Form, figure: str, value: Decimal) -> str:
    """Return a figure with its label, its value and what it counts: “收案” 12 件."""
    spec = form.figures[figure]
    return f"“{spec.label}” {number(value)} {spec.column.unit}"
