"""What a district's report says of all of it is compared with the sum, where that is certain."""

import pytest

from generator.checks.across_units.handed_in import HandedIn
from generator.checks.across_units.sums_in_text import sums_in_text
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.model.collection.collection import AcrossFinding
from generator.model.collection.unit import Unit
from generator.model.finding import Severity
from tests.checks.across_units.many_units import DISTRICT, collection, filing, standing
from tests.forms import FORM

RULE = next(rule for rule in ACROSS_UNITS_RULES if rule.id == "C16")
ZEROS = dict.fromkeys(FORM.figures, 0)
FIGURES = {
    "本年新收": 34,
    "本年新收自然人": 30,
    "上年结转": 2,
    "办理结果总计": 35,
    "结转下年": 1,
    "行政许可": 500,
    "行政规范性文件制发": 4,
}
"""Of each of two units."""


def found(*texts: str, missing: int = 0) -> list[AcrossFinding]:
    """Return what is found in a report of the district; two units have filed, some have not."""
    said = [("第一部分", "（二）依申请公开"), *(("第一部分", text) for text in texts)]
    own = filing("区政府", {}, said)._replace(organ=DISTRICT)
    units = [
        *(standing(Unit(name), filing(name, ZEROS | FIGURES)) for name in ("甲局", "乙局")),
        *(standing(Unit(f"第{at}号"), None) for at in range(missing)),
    ]
    return list(sums_in_text(HandedIn(collection(units), own=own), RULE))


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全区共收到政府信息公开申请68件。",
        "全区各级行政机关共收到政府信息公开申请68件，其中自然人申请60件。",
        "全区各部门共受理政府信息公开申请72件，答复70件，结转下年2件。",
        "区政府办公室收到政府信息公开申请5件。",
        "收到政府信息公开申请5件。",
        "全区共收到申请68件，其中区政府本级收到5件。",
        "上半年，全区共收到政府信息公开申请20件。",
        "2023年，全区共收到政府信息公开申请40件。",
        "全区共主动公开政府信息5000条。",
        "全区作出行政许可决定1000件。",
        "全区民政系统收到政府信息公开申请9件。",
    ],
)
def test_what_is_so_or_is_not_said_of_all_is_not_reported(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024年，全区共收到政府信息公开申请67件。", "收到的申请 67 件，2 个单位之和里，"),
        (
            "全区各级行政机关共收到政府信息公开申请70件。",
            "“本年新收”是 68，“本年新收”＋“上年结转”是 72",
        ),
        ("全区作出行政许可决定1200件。", "“行政许可”是 1000，多 200"),
        ("全区共制发行政规范性文件9件。", "“行政规范性文件制发”是 8，多 1"),
        ("全区共收到申请68件，答复69件。", "“办理结果总计”是 70，少 1"),
    ],
)
def test_what_is_said_of_all_and_is_not_so_is_found(text: str, said: str) -> None:
    (one,) = found(text)
    assert said in one.finding.message
    assert one.units == (DISTRICT,)
    assert one.finding.severity is Severity.ERROR
    assert one.finding.place.spot == "D6"


def test_while_units_are_missing_only_too_small_a_number_is_wrong() -> None:
    (one,) = found("全区作出行政许可决定900件。", missing=3)
    assert "2 个单位之和（共 5 个，没有报齐）里，“行政许可”是 1000，少 100" in one.finding.message
    (open_still,) = found("全区作出行政许可决定1200件。", missing=3)
    assert open_still.finding.severity is Severity.UNCHECKED
    assert "“第0号”、“第1号”、“第2号” 三个单位还没有计入" in open_still.finding.message


def test_the_report_of_the_one_who_collects_is_known_by_its_organ() -> None:
    texts = [("第一部分", "全区作出行政许可决定1200件。")]
    own = filing("区政府", ZEROS | FIGURES, texts)._replace(organ=DISTRICT)
    now = collection([standing(Unit("区政府"), own)])
    assert [one.units for one in sums_in_text(HandedIn(now), RULE)] == [(DISTRICT,)]
    other = collection([standing(Unit("区政府"), own._replace(organ="某局"))])
    assert list(sums_in_text(HandedIn(other), RULE)) == []
