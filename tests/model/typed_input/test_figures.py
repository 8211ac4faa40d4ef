"""Figures as they were filled in, whoever handed them over."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.report import Place
from generator.model.typed_input.figures import figures_of, named, place_in
from tests.form.small import CASES
from tests.forms import FORM

ACTIVE, REQUESTS, _ = FORM.tables


def where(names: Sequence[str]) -> Place:
    return Place("a.json", "表二", "＋".join(names))


def test_only_what_was_given_is_known() -> None:
    figures, findings = figures_of(ACTIVE, {"行政许可": 5, "本年新收": 1}, where)
    assert {name: figure.value for name, figure in figures.items()} == {"行政许可": 5}
    assert findings == []


@pytest.mark.parametrize(
    ("given", "rule", "said"),
    [
        ("五", "T2-01", "填的是“五”"),
        (2.5, "T2-02", "应为不小于 0 的整数，填的是 2.5"),
        (-1, "T2-02", "填的是 -1"),
        (True, "T2-01", "不是数字"),
        (None, "T2-06", "1 格空白，按 0 印出"),
        ("/", "T2-06", "1 格填的是“/”，按 0 印出"),
        ("１２", "T2-01", "“１２”读作 12"),
        (Decimal("1e400"), "T2-01", "位数太多"),
        (Decimal("1e-400"), "T2-01", "位数太多"),
    ],
)
def test_what_is_to_be_said_of_one_is_said_with_its_place(
    given: object, rule: str, said: str
) -> None:
    _, (finding,) = figures_of(ACTIVE, {"行政许可": given}, where)
    assert (finding.rule, finding.place) == (rule, where(["行政许可"]))
    assert said in finding.message


def test_many_blanks_are_one_remark() -> None:
    given = dict.fromkeys((spec.name for spec in ACTIVE.figures), None)
    _, (finding,) = figures_of(ACTIVE, given, where)
    assert finding.message == "10 格空白，按 0 印出"
    assert finding.place == where(list(given))


def test_figures_in_no_cells_are_named_under_their_table() -> None:
    names = [spec.name for spec in REQUESTS.figures]
    assert place_in(REQUESTS, FORM, "a.json")(names[:1]) == Place(
        "a.json", "表三", "“本年新收自然人”"
    )
    assert named(names[:2]) == "“本年新收自然人”、“本年新收商业企业”"
    assert named(names).endswith("“本年新收其他组织”等 175 个")


@pytest.mark.parametrize(("unit", "decimals"), [("宗", False), ("人", False), ("公顷", True)])
def test_only_what_may_have_decimals_has_them_whatever_the_unit(
    unit: str, *, decimals: bool
) -> None:
    (block,) = CASES.blocks
    columns = tuple(one._replace(unit=unit, decimals=decimals) for one in block.columns)
    table = replace(CASES, blocks=(block._replace(columns=columns),))
    given = dict.fromkeys((spec.name for spec in table.figures), 2.5)
    _, findings = figures_of(table, given, where)
    assert bool(findings) == (not decimals)
