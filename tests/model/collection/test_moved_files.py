"""A file that is renamed or moved keeps what people wrote beside it."""

from generator.model.collection.answers import Answers
from generator.model.collection.moved_files import followed
from tests.model.collection.units import filing

ANSWERED = Answers(
    whose={"不明.xlsx": "甲局"}, chosen={"不明.xlsx": True}, digests={"不明.xlsx": "one"}
)


def test_an_answer_goes_along_with_a_file_that_lies_elsewhere_now() -> None:
    now = followed(ANSWERED, [filing("甲局/年报.xlsx", digest="one"), filing("别的.xlsx")])
    assert (now.whose["甲局/年报.xlsx"], now.chosen["甲局/年报.xlsx"]) == ("甲局", True)
    assert "别的.xlsx" not in now.whose


def test_what_is_written_beside_the_path_goes_first() -> None:
    answers = Answers(
        whose={"旧.xlsx": "甲局", "新.xlsx": "乙局"}, digests={"旧.xlsx": "one", "新.xlsx": "two"}
    )
    assert followed(answers, [filing("新.xlsx", digest="one")]).whose["新.xlsx"] == "乙局"


def test_a_copy_beside_the_file_has_no_answer_of_its_own() -> None:
    files = [filing("不明.xlsx", digest="one"), filing("副本.xlsx", digest="one")]
    assert followed(ANSWERED, files) == ANSWERED


def test_a_file_in_whose_place_another_lies_now_keeps_its_answer() -> None:
    files = [filing("不明.xlsx", digest="two"), filing("不明（旧）.xlsx", digest="one")]
    assert followed(ANSWERED, files).whose == {"不明.xlsx": "甲局", "不明（旧）.xlsx": "甲局"}


def test_of_different_answers_to_the_same_content_none_is_taken() -> None:
    answers = Answers(
        whose={"一.xlsx": "甲局", "二.xlsx": "乙局"}, digests={"一.xlsx": "one", "二.xlsx": "one"}
    )
    assert "三.xlsx" not in followed(answers, [filing("三.xlsx", digest="one")]).whose


def test_what_has_no_content_is_like_nothing_else() -> None:
    answers = Answers(whose={"坏.xlsx": "甲局"}, digests={"坏.xlsx": ""})
    assert "坏2.xlsx" not in followed(answers, [filing("坏2.xlsx", digest="")]).whose
