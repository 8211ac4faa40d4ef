"""Conditional formats that make a cell show something else: by a number format, a line, an icon."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple
from xml.etree import ElementTree

from generator.form.labels import Spot
from generator.formats.xlsx.cell_formats import GENERAL, PLAIN_FORMATS, number_formats
from generator.formats.xlsx.cell_names import Area, bounds, spot_of
from generator.formats.xlsx.reading.printed_places import printed_places
from generator.formats.xlsx.sheet import Condition, Sheet
from generator.formats.xlsx.shown import shows_otherwise
from generator.formats.xlsx.whole_day import shows_whole_day
from generator.model.finding import Finding, held_back
from generator.model.report import Place, Report
from generator.model.typed_input.number import COUNT_UNITS

RULE = "R18"
_ADVICE = "请在“条件格式”的“管理规则”里删去它，再看数对不对"
_UNITS = COUNT_UNITS | {"年", "年度"}
_OFF = ("0", "false")
_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "equal": eq,
    "notEqual": ne,
    "greaterThan": gt,
    "greaterThanOrEqual": ge,
    "lessThan": lt,
    "lessThanOrEqual": le,
}
_PICTURED = ("{*}dataBar", "{*}iconSet")
_NO_NUMBER = '"只有图标或数据条"'
"""As if it were a number format: what icons and bars show that take the place of the number."""
_NEVER, _ALWAYS = {"FALSE", "FALSE()", "0"}, {"TRUE", "TRUE()", "1"}


class Look(NamedTuple):
    """What a conditional format changes of what a cell shows."""

    number_format: str = ""
    strike: bool = False


def looks_of(styles: bytes) -> Mapping[int, Look]:
    """Return the looks of conditional formats that change what is shown; usually there are none."""
    own = styles[max(0, styles.find(b"dxfs")) :]
    if b"numFmt" not in own and b"strike" not in own:
        return {}
    root = ElementTree.fromstring(styles)  # noqa: S314 - guarded
    formats = number_formats(root)
    found = enumerate(_look(one, formats) for one in root.iterfind("{*}dxfs/{*}dxf"))
    return {at: look for at, look in found if look != Look()}


def may_change_what_is_shown(sheet: bytes, looks: Mapping[int, Look]) -> bool:
    """Tell whether a worksheet may have such rules; later Excels write the look beside the rule."""
    return bool(looks) or b":dxf" in sheet or b'showValue="' in sheet


def conditions_of(root: ElementTree.Element, looks: Mapping[int, Look]) -> Iterator[Condition]:
    """Yield the rules of a sheet that change what cells show, also those of later Excels."""
    for holder in root.iterfind(".//{*}conditionalFormatting"):
        areas = holder.get("sqref") or holder.findtext("{*}sqref") or ""
        covered = tuple(_bounds(area) for area in areas.split())
        for rule in holder.iterfind("{*}cfRule"):
            inside = rule.find("{*}dxf")
            if _pictured(rule):
                yield Condition(
                    covered,
                    _NO_NUMBER,
                    strike=False,
                    kind="expression",
                    operator="",
                    formulas=("TRUE",),
                )
                continue
            look = looks.get(int(rule.get("dxfId", -1))) if inside is None else _look(inside, {})
            if look is not None and look != Look():
                said = [*rule.iterfind("{*}formula"), *rule.iterfind("{*}f")]
                yield Condition(
                    covered,
                    look.number_format,
                    look.strike,
                    rule.get("type", ""),
                    rule.get("operator", ""),
                    tuple((one.text or "").strip().lstrip("=") for one in said),
                )


def _pictured(rule: ElementTree.Element) -> bool:
    """Tell whether icons or bars take the place of the number."""
    shown = (one.get("showValue", "1") for kind in _PICTURED for one in rule.iterfind(kind))
    return any(one in _OFF for one in shown)


def shown_by_conditions(sheets: Sequence[Sheet], report: Report, file: str) -> Iterator[Finding]:
    """Yield the cells of a report that conditional formats show as something else."""
    places = list(printed_places(report)) if any(sheet.conditions for sheet in sheets) else []
    for sheet in sheets:
        if not sheet.conditions:
            continue
        for place in (one for one in places if one.within == sheet.name):
            said = _said(sheet, spot_of(place.spot))
            if said:
                message = f"{said}，看到的和读到的不一样"
                yield held_back(RULE, Place(file, sheet.name, place.spot), message, _ADVICE)


def _said(sheet: Sheet, spot: Spot) -> str:
    """Say what is seen in a cell instead of what it holds; empty where that is the same."""
    value = sheet.values.get(spot, sheet.results.get(spot))
    for condition in sheet.conditions:
        holds = _holds(condition, value)
        if value is None or holds is False or not any(_in(spot, one) for one in condition.areas):
            continue
        might = "会" if holds else "可能会"
        if condition.strike:
            return f"条件格式{might}把它划去"
        if _otherwise(value, condition.number_format):
            return f"条件格式{might}让它显示成别的样子（{condition.number_format}）"
    return ""


def _otherwise(value: object, number_format: str) -> bool:
    if not number_format or number_format in PLAIN_FORMATS:
        return False
    if isinstance(value, datetime):
        return not shows_whole_day(number_format)
    return bool(shows_otherwise(value, number_format, _UNITS))


def _holds(condition: Condition, value: object) -> bool | None:
    """Tell whether a rule applies to a value; None where that is not known for certain."""
    if condition.kind == "expression":
        said = "".join(condition.formulas).upper()
        return True if said in _ALWAYS else False if said in _NEVER else None
    if condition.kind != "cellIs" or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        limits = sorted(map(float, condition.formulas))
    except ValueError:
        return None
    match condition.operator, limits:
        case (("between" | "notBetween"), [least, most]):
            return (least <= value <= most) == (condition.operator == "between")
        case operator, [limit] if operator in _COMPARED:
            return _COMPARED[operator](value, limit)
    return None


def _look(dxf: ElementTree.Element, formats: Mapping[str, str]) -> Look:
    number_format, strike = dxf.find("{*}numFmt"), dxf.find("{*}font/{*}strike")
    code = ""
    if number_format is not None:
        known = formats.get(number_format.get("numFmtId", ""), GENERAL)
        code = number_format.get("formatCode", known)
    return Look(code, strike is not None and strike.get("val", "1") not in _OFF)


def _bounds(area: str) -> Area:
    """Return the corners of an area, also of whole columns, B:B, which are not told apart."""
    try:
        return bounds(area)
    except ValueError:
        return 1, 1, 2**14, 2**20


def _in(spot: Spot, area: Area) -> bool:
    left, top, right, bottom = area
    return left <= spot[1] <= right and top <= spot[0] <= bottom
