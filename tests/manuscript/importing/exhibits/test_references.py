"""见图1 becomes a reference where it is clear what it means."""

import pytest

from generator.manuscript.importing.exhibits.captions import Caption
from generator.manuscript.importing.exhibits.references import citing, references
from generator.model.report import Paragraph


def row(kind: str, caption: str, shows: str) -> Paragraph:
    return Paragraph("第一部分", 0, caption, shows, kind=kind)


ROWS = [
    row("图", "现场", "现场.png"),
    row("图", "", "图1.png"),
    row("表", "各镇", "【表格：各镇】"),
]
CAPTIONS = [Caption("图", "1", "现场"), Caption("图", "二", ""), Caption("表", "2-1", "各镇")]
KNOWN = references(ROWS, CAPTIONS)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("见图1。", "见【图：现场】。"),
        ("（见 图 1、图二）", "（见 【图：现场】、【图：图1.png】）"),
        ("如表2-1所示", "如【表：各镇】所示"),
        ("见图12。", "见图12。"),
        ("见图1.5。", "见图1.5。"),
        ("地图1张", "地图1张"),
        ("从图1年", "从图1年"),
        ("见图9。", "见图9。"),
    ],
)
def test_numbers_of_captions_are_cited_by_name(text: str, typed: str) -> None:
    assert citing(Paragraph("第一部分", 0, "", text), KNOWN).text == typed


def test_what_two_are_called_is_not_clear() -> None:
    twice = [row("图", "现场", "a.png"), row("图", "现场", "b.png")]
    assert references(twice, [Caption("图", "1", "现场"), Caption("图", "2", "现场")]) == {}
    numbers = [row("图", "甲", "a.png"), row("图", "乙", "b.png")]
    assert references(numbers, [Caption("图", "1", "甲"), Caption("图", "1", "乙")]) == {}


def test_a_caption_with_brackets_cannot_be_cited() -> None:
    assert references([row("图", "【【甲】", "a.png")], [Caption("图", "1", "【甲】")]) == {}
