"""Phrases are written once and put where their names stand."""

from typing import Any

from generator.form.reading.phrases import put_phrases
from generator.form.reading.typed import Reader


def put(said: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    reader = Reader()
    found = put_phrases(said, (), reader)
    return found, [one.what for one in reader.mistakes]


def test_a_phrase_is_put_in_everywhere_and_may_hold_those_before_it() -> None:
    phrases = {"end": "$", "made": ["作出{end}", "实施"]}
    found, wrong = put({"phrases": phrases, "subjects": [{"pattern": "处罚{made}{end}"}]})
    assert found == {"subjects": [{"pattern": "处罚作出$|实施$"}]}
    assert wrong == []


def test_counts_and_what_is_put_in_later_stay() -> None:
    found, wrong = put({"claims": [{"says": "没有{kinds}", "pattern": r"\d{0,8}"}]})
    assert found == {"claims": [{"says": "没有{kinds}", "pattern": r"\d{0,8}"}]}
    assert wrong == []


def test_an_unknown_phrase_is_told_with_the_nearest() -> None:
    _, wrong = put({"phrases": {"ending": "$"}, "published": "信息{endin}"})
    assert wrong == ["前面没有叫 endin 的短语；最接近的是“ending”"]


def test_a_phrase_may_have_a_chinese_name_but_none_that_could_not_be_put_in() -> None:
    found, wrong = put({"phrases": {"收尾": "$", "a1": "共"}, "published": "信息{a1}{收尾}"})
    assert found == {"published": "信息共$"}
    assert wrong == []
    assert "短语的名称“a-1”" in put({"phrases": {"a-1": "$"}})[1][0]


def test_phrases_of_phrases_do_not_grow_without_end() -> None:
    phrases = {"a": "哈" * 100}
    for one, before in zip("bcdefgh", "abcdefg", strict=True):
        phrases[one] = f"{{{before}}}" * 100
    _, wrong = put({"phrases": phrases})
    assert any("超过" in what for what in wrong)
