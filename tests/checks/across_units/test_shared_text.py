"""Passages that few units share are found; what all offices say in the same words is not."""

from collections.abc import Sequence
from random import Random

import pytest

from generator.checks.across_units.handed_in import HandedIn
from generator.checks.across_units.shared_text import shared_text
from generator.form.across_units_rules import ACROSS_UNITS_RULES
from generator.form.vocabulary import Form
from generator.model.collection.collection import AcrossFinding
from generator.model.collection.unit import Unit
from tests.checks.across_units.many_units import collection, filing, standing
from tests.checks.across_units.narratives import Lines, narrative
from tests.form.small import SMALL
from tests.forms import FORM

RULE = next(rule for rule in ACROSS_UNITS_RULES if rule.id == "C10")
NAMES = ("甲局", "乙局", "丙街道", "丁街道", "戊镇", "己镇", "庚学校", "辛学校")
PASSAGE = (
    "三月起联络员带着低保名单逐户上门讲解，把老人听不懂的条款改成方言录音，在菜场门口循环播放两周，"
    "先后收到十七条改进意见，其中关于公示栏字号太小的意见当天就换了新版面，"
    "并请老年大学的学员试读以后才正式张贴。"
)
EDITED = PASSAGE.replace("三月", "5月").replace("十七", "二十").replace("当天就换了", "第二天换成")


def found(texts: dict[str, Lines], form: Form = FORM) -> list[AcrossFinding]:
    units = [
        standing(Unit(name), filing(name, {}, said, form=form)) for name, said in texts.items()
    ]
    return list(shared_text(HandedIn(collection(units, form=form)), RULE))


def with_passage(*names: str, text: str = PASSAGE) -> dict[str, Lines]:
    said = {name: narrative(name, Random(name), characters=900) for name in NAMES}
    for name in names:
        said[name].insert(3, ("第一部分", f"{name}说明如下。{text}"))
    return said


def test_honest_units_have_nothing_in_common() -> None:
    assert found(with_passage()) == []


def test_a_passage_that_two_units_share_is_quoted_with_both_places() -> None:
    (one,) = found(with_passage("乙局", "戊镇"))
    assert set(one.units) == {"乙局", "戊镇"}
    other = one.units[1]
    assert one.finding.place.file == f"{one.units[0]}.xlsx"
    assert f"后者在{other}.xlsx『正文』D8" in one.finding.message
    assert "占前者的" in one.finding.message
    assert one.finding.quote[:20] in f"说明如下。{PASSAGE}"


def test_a_passage_is_the_same_with_some_words_and_numbers_changed() -> None:
    said = with_passage("乙局")
    said["戊镇"].append(("第五部分", EDITED))
    (one,) = found(said)
    assert set(one.units) == {"乙局", "戊镇"}


def test_three_units_that_share_it_are_one_finding() -> None:
    (one,) = found(with_passage("甲局", "丙街道", "庚学校"))
    assert set(one.units) == {"甲局", "丙街道", "庚学校"}
    assert "与它们雷同的还有" in one.finding.message


def test_what_many_units_share_is_a_template() -> None:
    assert found(with_passage(*NAMES[:5])) == []


@pytest.mark.parametrize(
    "said",
    [
        FORM.opening,
        "本年度本机关没有收取信息处理费，也没有减免信息处理费的情况，信息处理费的收取办法另行公布。"
        * 3,
        "受理申请5件，其中予以公开3件，部分公开1件，不予公开1件，比上年减少2件，平均7天办结。" * 4,
        f"落实《{PASSAGE}》。",
        "坚持以公开为常态、不公开为例外。" * 8,
    ],
)
def test_what_every_report_says_is_not_counted(said: str) -> None:
    assert found(with_passage("乙局", "戊镇", text=said)) == []


def test_the_opening_is_not_compared() -> None:
    said = with_passage()
    for name in ("甲局", "乙局"):
        said[name].insert(0, ("开头", PASSAGE))
    assert found(said) == []


def test_a_report_of_another_form_is_compared_too() -> None:
    parts: Sequence[str] = [part.name for part in SMALL.parts]
    texts = {name: [(parts[-1], f"{name}。{PASSAGE}")] for name in ("甲局", "乙局")}
    (one,) = found(texts, SMALL)
    assert one.units == ("甲局", "乙局")


def test_what_is_found_does_not_depend_on_the_order_of_reading() -> None:
    said = with_passage("乙局", "戊镇")
    keys = {one.finding.key for one in found(said)}
    assert keys == {one.finding.key for one in found(dict(reversed(said.items())))}
