import unicodedata

from generator.formats.pdf.reading.unified import UNKNOWN, unified
from tests.few import each


@each(
    "named, meant",
    [
        ("⺠", "民"),
        ("⼀", "一"),
        ("⻅", "见"),
        ("⻓", "长"),
        ("⼾", "户"),
        ("⾦", "金"),
        ("⻔", "门"),
    ],
)
def test_a_radical_is_the_character_that_looks_the_same(named: str, meant: str) -> None:
    assert unified(named) == meant


def test_every_radical_becomes_a_character() -> None:
    radicals = [chr(code) for code in (*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6))]
    left = [one for one in radicals if unicodedata.name(one, "") and unified(one) == one]
    # Unicode says of these, and of nothing in use, that no character is the same.
    assert len(left) == 15
    assert not set(left) & set("⺠⻅⻓⻔⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺟⺩⻋⻉⻆⻄⻘")


@each("private", ["\ue000", "\x07", "\ud800", "\uffff"])
def test_what_means_nothing_outside_its_font_is_not_known(private: str) -> None:
    assert unified(private) == UNKNOWN


def test_signs_that_nobody_sees_are_none_and_all_spaces_are_one() -> None:
    assert [unified(sign) for sign in "\u200b\ufeff\xad\xa0\u2003\t"] == ["", "", "", " ", " ", " "]


def test_what_looks_like_nothing_else_stays() -> None:
    text = "（一）①％“”…—·Ω"
    assert "".join(map(unified, text)) == text
