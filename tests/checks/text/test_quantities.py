"""Numbers with their units in Chinese sentences."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.checks.rules import check
from generator.checks.text.quantities import plain, quantities, sentences
from tests.checks.texts import complete
from tests.samples import case


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("共收到申请34件", 34, "件"),
        ("共收到申请 34 件", 34, "件"),
        ("共收到申请３４件", 34, "件"),
        ("共答复3,278件", 3278, "件"),
        ("公开信息14万余条", 140_000, "条"),
        ("收费1.5万元", Decimal("1.5"), "万元"),
        ("收到申请十二封", 12, "封"),
        ("收到申请两百零五件", 205, "件"),
        ("收到1件次", 1, "件次"),
        ("占58.5％", Decimal("58.5"), "%"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: Decimal, unit: str) -> None:
    found = quantities(plain(text))
    assert [(item.value, item.unit) for item in found] == [
        (Decimal("1.5") if unit == "万元" else value, unit)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "第1次会议",
        "2024年1月",
        "一起推进",
        "每一件申请",
        "“办结一件申请”",
        "《3项规定》",
        "三类信息",
    ],
)
def test_what_is_no_count_is_not_read(text: str) -> None:
    assert quantities(plain(text)) == []


@pytest.mark.parametrize("text", ["9" * 28 + "件", "一" * 4301 + "件", "9" * 15 + "亿件"])
def test_no_more_is_read_than_a_table_can_hold(text: str) -> None:
    assert all(item.value < 10**15 for item in quantities(plain(f"收到申请{text}。")))


@pytest.mark.parametrize("text", ["近100件", "100余件", "100多件", "约100件", "18万余条"])
def test_an_approximate_number_is_known_as_one(text: str) -> None:
    assert quantities(plain(text))[0].about


def test_a_number_knows_the_words_around_it() -> None:
    found = quantities(plain("作其他处理（含撤回）469件，收到8份申请；2件结转下年"))
    assert [(item.before, item.after) for item in found] == [
        ("作其他处理", ""),
        ("收到", "申请"),
        ("", "结转下年"),
    ]
    assert quantities(plain("新收（58件）"))[0].before == "新收"


def test_sentences_end_with_their_marks() -> None:
    assert list(sentences("甲。乙！丙\n丁；戊")) == ["甲。", "乙！", "丙", "丁；戊"]


def test_what_never_ends_is_read_in_pieces() -> None:
    found = list(sentences("上年结转0件；" * 10_000))
    assert max(map(len, found)) <= 2_001
    assert "".join(found) == "上年结转0件；" * 10_000


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("第一部分", f"本机关处理{'数量' * 140}也5件申请。"),
        ("第一部分", f"按时办结率{'达到到' * 90}也10%。"),
        pytest.param("第一部分", f"收到{'接' * 300_000}", marks=pytest.mark.long),
        ("第一部分", f"收到{'接' * 10_000}"),
        pytest.param("第一部分", f"今年{'《' * 300_000}", marks=pytest.mark.long),
        pytest.param("第一部分", f"今年（{'号' * 300_000}", marks=pytest.mark.long),
        pytest.param("第五部分", "改进" * 200_000, marks=pytest.mark.long),
        ("第一部分", f"今年{'《' * 10_000}"),
        ("第一部分", f"今年（{'号' * 10_000}"),
        ("第五部分", "改进" * 5_000),
    ],
)
def test_what_can_be_taken_in_many_ways_is_read_in_the_end(part: str, text: str) -> None:
    assert check(case(complete(**{part: text})))


@given(some.text())
def test_any_text_can_be_read(text: str) -> None:
    for sentence in sentences(text):
        quantities(plain(sentence))
