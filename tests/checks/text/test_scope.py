"""What the words of a clause say of the scope of its number."""

import pytest

from generator.checks.text.lexicon import PATTERNS, WORDS
from generator.checks.text.scope import Reader
from tests.form.small import SMALL
from tests.forms import FORM

READER = Reader(FORM, "某某市人力资源和社会保障局")


@pytest.mark.parametrize(
    "words",
    [
        "我局全年共收到政府信息公开申请",
        "截至本年12月31日，依法依规办结",
        "本年1月1日至12月31日，市人社局受理",
        "1至12月累计收到公民、法人和其他组织提出的申请",
        "某某市人力资源和社会保障局今年以来实际收取",
    ],
)
def test_words_that_leave_a_number_what_it_is(words: str) -> None:
    scope = READER.scope(words)
    assert (scope.unknown, scope.part, scope.beyond) == ("", False, frozenset())


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("第四季度收到", "part of the year"),
        ("本年1至6月收到", "part of the year"),
        ("近三年共收到", "other time"),
        ("自2019年起累计答复", "other time"),
        ("平均每月收到", "other time"),
        ("上年收到", "last year"),
        ("局机关收到", "part of the organ"),
        ("全市系统共收到", "other organ"),
        ("各街道收到", "other organ"),
        ("代市政府答复", "other organ"),
        ("按期答复", "in time"),
        ("当场答复", "manner"),
        ("未办结", "not done"),
        ("拟制发", "not done"),
        ("逾期答复", "late"),
    ],
)
def test_words_that_say_that_a_number_is_of_less_or_of_something_else(
    words: str, kind: str
) -> None:
    assert kind in READER.scope(words).kinds


def test_what_no_list_knows_is_not_understood() -> None:
    assert READER.scope("规划科收到").unknown == "规划科"
    assert READER.scope("收到工伤认定申请").unknown == "工伤认定"


def test_what_is_counted_says_nothing_of_its_scope() -> None:
    assert READER.scope("申请人逾期不补正", [r"逾期不补正"]).beyond == frozenset()
    assert READER.scope("没有现成信息需要另行制作", labels=True).beyond == frozenset()
    assert READER.scope("没有现成信息需要另行制作").beyond == {"not done"}


def test_another_form_is_read_with_the_same_words() -> None:
    reader = Reader(SMALL, "某某市某某局")
    assert reader.scope("我局实施收案总数为", ["收案总数为"]).unknown == ""
    assert reader.scope("全系统收案总数为", ["收案总数为"]).beyond == {"other organ"}


def test_no_list_has_what_a_pattern_has_and_each_word_stands_once() -> None:
    words = [word for _, listed in WORDS for word in listed.split()]
    assert len(words) > 300
    assert len(words) == len(set(words))
    assert {kind for kind, _, _ in PATTERNS} <= {kind for kind, _ in WORDS} | {"last year"}
