"""What staff type into a cell of a table: a number, or words, a date, a choice where it asks so."""

from datetime import date, datetime
from decimal import Decimal

from generator.form.chinese import day, listed
from generator.form.vocabulary import Column
from generator.model.report import Figure, Place
from generator.model.typed_input.entries import day_of
from generator.model.typed_input.number import TypedNumber, understand


def understand_cell(raw: object, column: Column) -> TypedNumber:
    """Return what a cell's value means in a column; words that are none of a number as a note."""
    return understand(raw, column.unit) if column.kind == "number" else _words(raw, column)


def understand_printed(text: str, column: Column) -> TypedNumber:
    """Return what a cell of a document means, where the header has the unit."""
    return understand(text) if column.kind == "number" else _words(text, column)


def _words(raw: object, column: Column) -> TypedNumber:
    text = _shown(raw)
    if not text:
        return TypedNumber()
    if column.kind == "date":
        meant = day_of(raw)
        return TypedNumber(note=day(meant)) if meant else TypedNumber(problem="不是日期")
    if column.kind == "choice" and text not in column.choices:
        return TypedNumber(problem="不在可选的当中")
    return TypedNumber(note=text)


def filled(typed: TypedNumber, column: Column, text: str, place: Place) -> Figure:
    """Return a cell as it was understood; `text` is what was typed."""
    return Figure(
        typed.value,
        typed.note,
        text,
        readable=not typed.problem,
        place=place,
        words=column.kind != "number",
    )


def asked_for(column: Column) -> str:
    """Say what a column asks for: 数字, 日期, 甲或乙."""
    if column.kind == "choice":
        return f"{listed(column.choices)}当中的一项"
    return "日期" if column.kind == "date" else "数字" if column.kind == "number" else "文字"


def _shown(raw: object) -> str:
    """Return a value as one line of text."""
    if isinstance(raw, datetime | date):
        return day(raw.date() if isinstance(raw, datetime) else raw)
    if isinstance(raw, float):
        return f"{Decimal(repr(raw)).normalize():f}"
    return "" if raw is None else " ".join(str(raw).split())
