"""Why a unit cannot be compared with last year's collection, and what is to be done."""

from collections.abc import Sequence

from generator.checks.across_units.handed_in import HandedIn, UnitFiled, has_reported
from generator.form.chinese import listed
from generator.form.rules import Rule
from generator.form.vocabulary import Tie
from generator.model.collection.collection import AcrossFinding
from generator.model.finding import unchecked
from generator.model.report import Place

_FIGURES = "各单位数字"


def unknown_last_year(
    handed_in: HandedIn, rule: Rule, unit: UnitFiled, ties: Sequence[Tie]
) -> AcrossFinding | None:
    """Say which figures of last year the ties lack for a unit; None where they lack none."""
    terms = [term for tie in ties for term in tie.left + tie.right if term.last_year]
    known = unit.last_year
    if known is not None and all(term.figure in known for term in terms):
        return None
    message, advice = _said(handed_in, unit)
    found = unchecked(rule.id, _place(handed_in), message, advice)
    return AcrossFinding((unit.name,), found)


def _place(handed_in: HandedIn) -> Place:
    if handed_in.previous is None:
        return handed_in.place
    listed_then = handed_in.previous.listed
    return Place(f"{listed_then.organ}{listed_then.year}年的汇总", _FIGURES)


def _said(handed_in: HandedIn, unit: UnitFiled) -> tuple[str, str]:
    before = handed_in.predecessors.get(unit.name, ())
    left_out = [one.unit.name for one in before if not has_reported(one)]
    if not before:
        return (
            f"“{unit.name}”在上年的汇总里找不到，没有与上年核对",
            "改了名称、合并来的，请在单位名单的“别的名称”里写上原来的名称，再汇总一次；"
            "新设的单位不必理会",
        )
    if left_out:
        named = listed(f"“{name}”" for name in left_out)
        whose = "" if left_out == [unit.name] else f"“{unit.name}”"
        return (
            f"{named}的数没有计入上年的汇总，{whose}没有与上年核对",
            f"请照上年公布的年度报告，把{named}的数填到上年的汇总『{_FIGURES}』里，"
            "“计入”选“是”，保存，再汇总一次",
        )
    return (
        f"上年的汇总里“{unit.name}”的数不全，没有与上年核对",
        f"请检查上年的汇总『{_FIGURES}』的列是不是改动过",
    )
