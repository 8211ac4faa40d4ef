"""Whether a cell shows what it holds: what people see must be what is read and printed."""

from collections.abc import Collection
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from generator.formats.xlsx.number_format import number_as_shown, text_as_shown
from generator.model.typed_input.number import NOTHING_HERE, understand

TO_DO = "请把单元格格式改成“常规”，再填应填的数"
TO_DO_WITH_TEXT = "请把单元格格式改成“文本”，再填应填的内容"
_ENOUGH = 60  # digits for any number that is read


class Shown(NamedTuple):
    """A number in a cell with a format of its own."""

    text: str | None
    """What people see; None where that is not known for certain."""
    value: Decimal | None
    """The number that they see, rounded as the cell rounds it; None where it is another number."""


def number_shown(value: Decimal, number_format: str, units: Collection[str] = ()) -> Shown:
    """Return what a cell shows of a number; one of the units may stand behind it."""
    text = number_as_shown(value, number_format)
    if text is None:
        return Shown(None, None)
    seen = text.strip()
    if value == 0 and seen in NOTHING_HERE:
        return Shown(text, value)
    unit = next((unit for unit in sorted(units, key=len)[::-1] if seen.endswith(unit)), "")
    said_to_be = _number(seen.removesuffix(unit))
    return Shown(text, said_to_be if _rounds_to(value, said_to_be) else None)


def percent_shown(value: Decimal, text: str) -> Decimal | None:
    """Return the per cent that people see, such as 98.5; None where they see something else."""
    hundredths = _number(text.strip().removesuffix("%")) if text.strip().endswith("%") else None
    rounds = hundredths is not None and _rounds_to(value, hundredths.scaleb(-2))
    return hundredths if rounds else None


def _number(seen: str) -> Decimal | None:
    """Return the number that a text is, also 12. and .5, as some formats show it."""
    digits = seen.strip().removesuffix(".")
    typed = understand(f"0{digits}" if digits.startswith(".") else digits)
    return None if typed.note else typed.value


def _rounds_to(value: Decimal, seen: Decimal | None) -> bool:
    with localcontext(prec=_ENOUGH):
        return seen is not None and seen in (value, value.quantize(seen, ROUND_HALF_UP))


def shows_otherwise(value: object, number_format: str, units: Collection[str] = ()) -> str:
    """Say how a cell shows something else than its text or number; empty where it does not."""
    if isinstance(value, str):
        text = text_as_shown(value, number_format)
        return "" if text is not None and text.strip() == value.strip() else seen_instead(text)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return ""
    held = understand(value).value
    if held is None:
        return ""
    shown = number_shown(held, number_format, units)
    return "" if shown.value == held else seen_instead(shown.text)


def seen_instead(text: str | None) -> str:
    """Say what people see instead."""
    if text is None:
        return "但单元格格式会让它显示成别的样子"
    if not text.strip():
        return "但单元格格式把它隐藏了，什么也不显示"
    return f"但单元格格式让它显示成“{text.strip()}”"
