"""Captions taken apart, and what cites them."""

from generator.manuscript.review.exhibits.captions import CaptionWords, caption_words, recited
from generator.manuscript.review.generated_lines import Role, Segment
from generator.model.narrative import Piece
from tests.few import each


@each(
    "text, words",
    [
        ("图1　培训现场", CaptionWords("图1", "培训现场", 3)),
        (" 图 12 培训现场", CaptionWords("图12", "培训现场", 6)),
        ("图1：培训现场", CaptionWords("图1", "培训现场", 3)),
        ("图1", CaptionWords("图1", "", 2)),
        ("培训现场", CaptionWords("", "培训现场", 0)),
        ("表1　培训现场", CaptionWords("", "表1　培训现场", 0)),
        ("图2023年的培训", CaptionWords("", "图2023年的培训", 0)),
    ],
)
def test_the_number_of_a_caption_is_told_from_its_words(text: str, words: CaptionWords) -> None:
    assert caption_words(text, "图") == words


def cited(name: str, shown: str) -> list[list[Segment]]:
    return [[Segment(Role.TEXT, Piece(shown, f"【{name}】", name))]]


WAS = {"图：甲": "图1", "图：乙": "图2"}


@each(
    "shown, now, typed",
    [
        ("图1", WAS, "【图：甲】"),
        ("图1", {"图：乙": "图1", "图：甲": "图2"}, "【图：甲】"),
        ("图2", WAS, "【图：乙】"),
        ("图3", WAS, "图3"),
        ("图1", {"图：乙": "图1"}, "图1"),
    ],
)
def test_text_cites_what_it_names(shown: str, now: dict[str, str], typed: str) -> None:
    ((segment,),) = recited(cited("图：甲", shown), WAS, now)
    assert segment.piece.shown == shown
    assert segment.piece.typed == typed
