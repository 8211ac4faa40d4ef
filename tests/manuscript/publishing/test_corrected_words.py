"""Which words are other than they were published."""

from collections.abc import Sequence

from generator.manuscript.publishing.corrected_words import corrected_words
from generator.model.correction import Correction
from generator.model.publication import Block, Heading, Manner, Paragraph, Piece
from tests.formats.html.pages import of


def text(words: str, manner: Manner = Manner.BODY) -> Paragraph:
    return Paragraph((Piece(words),), manner)


def told(was: Sequence[Block], now: Sequence[Block]) -> list[Correction]:
    return list(corrected_words(of(*was), of(*now)))


FIRST, SECOND = Heading(2, "一、总体情况"), Heading(2, "二、其他")
LONG = "全年主动公开公文38件，比上年多2件。"


def test_a_line_is_told_in_its_section() -> None:
    was: list[Block] = [FIRST, text(LONG)]
    now: list[Block] = [FIRST, text(LONG.replace("38", "39"))]
    assert told(was, now) == [Correction("一、总体情况", LONG, LONG.replace("38", "39"))]


def test_what_moved_is_told() -> None:
    between = [text(f"这里是第{at}段别的话，不一样。") for at in "一二三"]
    was: list[Block] = [FIRST, text(LONG), *between, SECOND]
    now: list[Block] = [FIRST, *between, SECOND, text(LONG)]
    assert told(was, now) == [Correction("二、其他（移动了位置）", LONG, LONG)]


def test_day_and_signature_are_told_by_what_they_are() -> None:
    sides: list[list[Block]] = [
        [SECOND, text("某某局", Manner.SIGNATURE), text(day, Manner.ISSUED)]
        for day in ("2024年1月20日", "2024年1月25日")
    ]
    assert told(*sides) == [Correction("成文日期", "2024年1月20日", "2024年1月25日")]


def test_the_title_is_told() -> None:
    was, now = of(title=("某某局", "2024年报告")), of(title=("某某委", "2024年报告"))
    assert list(corrected_words(was, now)) == [
        Correction("标题", "某某局2024年报告", "某某委2024年报告")
    ]
