"""JSON that could mislead or exhaust a program."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formats.report_json.parse import parse
from generator.model.finding import Refusal


def test_numbers_are_exact() -> None:
    assert parse(b"[1, -0.1, 59237.2449, 1e2]", "a.json") == [
        1,
        Decimal("-0.1"),
        Decimal("59237.2449"),
        100,
    ]


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse(b'\xef\xbb\xbf{"a": 1}', "a.json") == {"a": 1}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.json 是空文件"),
        (b" \n ", "a.json 是空文件"),
        (b"{", "第 1 行第 2 个字起看不懂"),
        (b'{"a": 1,\n "b": }', "第 2 行第 7 个字起看不懂"),
        (b"{'a': 1}", "不是合法的 JSON"),
        (b"PK\x03\x04", "不是合法的 JSON"),
        (b"[NaN]", "里有 NaN"),
        (b"[-Infinity]", "里有 -Infinity"),
        (b'{"a": 1, "a": 2}', "“a”写了两遍"),
        (b'[{"b": {"\\u0061": 1, "a": 1}}]', "“a”写了两遍"),
        (b'{"a": "\\ud800"}', "不完整的字符"),
        (b'{"\\udfff": 1}', "不完整的字符"),
        ('{"a": "字"}'.encode("utf-16"), "不是 UTF-8 编码"),
        ('{"a": "字"}'.encode("gb18030"), "不是 UTF-8 编码"),
        (b"[" * 1_000_000, "层数太多"),
        (b'{"a":' * 100_000, "层数太多"),
        (b"9" * 5_000, "大得离谱的数字 9999"),
        (b"1e99999999999999999999", "大得离谱的数字 1e99"),
        (b" " * (4 * 1024**2) + b"1", "超过 4 MB"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse(data, "a.json")
    assert said in str(refusal.value)
    assert str(refusal.value).startswith("a.json ")
    assert "\n" not in str(refusal.value)


def test_what_is_quoted_is_short_and_can_be_shown() -> None:
    key = "a\u202e" + "长" * 1_000
    twice = json.dumps({key: 1}, ensure_ascii=False)[:-1] + ", " + json.dumps({key: 2})[1:]
    with pytest.raises(Refusal, match=r"a？长+……”写了两遍"):
        parse(twice.encode(), "a.json")


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_get_through_but_json(data: bytes) -> None:
    try:
        parse(data, "a.json")
    except Refusal:
        return
    json.loads(data.decode("utf-8-sig"))
