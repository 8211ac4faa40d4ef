"""Text of a line is what browsers show."""

from generator.formats.html.reading.looks import Look
from generator.formats.html.reading.one_line import text_line
from generator.manuscript.manuscript import Doubt, Unseen
from tests.few import each

PLAIN, BOLD = Look(), Look(bold=True)


@each(
    "source, shown",
    [
        (" \n a \t b\r\n", "a b"),
        ("政府\n信息", "政府信息"),
        ("信息公开，\n  做好", "信息公开，做好"),
        ("从\n2023 年", "从 2023 年"),
        ("一 二", "一 二"),
        ("Open\ngovernment", "Open government"),
        ("1\u200b2\ufeff3\u00ad", "123"),
        ("\u3000\u3000首行\xa0缩进", "\u3000\u3000首行\xa0缩进"),
    ],
)
def test_spaces_and_line_ends_of_the_source(source: str, shown: str) -> None:
    assert text_line([(source, PLAIN)]).text == shown


@each(
    "pieces, lead",
    [
        ([("一、", BOLD), ("甲。", BOLD), ("乙", PLAIN)], 4),
        ([(" ", PLAIN), ("甲。", BOLD), (" ", PLAIN), ("乙", PLAIN)], 2),
        ([("甲", BOLD)], 0),
        ([("甲", PLAIN), ("乙", BOLD)], 0),
    ],
)
def test_a_bold_beginning_stands_out(pieces: list[tuple[str, Look]], lead: int) -> None:
    assert text_line(pieces).lead == lead


def test_the_number_that_word_made_is_no_text_of_the_line() -> None:
    numbers = Look(numbers=True)
    line = text_line([("（一）", numbers), ("\xa0\xa0 ", numbers), ("标题", PLAIN)])
    assert (line.number, line.text) == ("（一）", "（一）标题")


def test_a_number_of_a_list_stands_before_the_line() -> None:
    line = text_line([(" 甲。", BOLD), ("乙", PLAIN)], "1.")
    assert (line.number, line.text, line.lead) == ("1.", "1.甲。乙", 4)


def test_what_is_struck_is_no_text_and_a_number_beside_it_is_doubted() -> None:
    line = text_line([("1", PLAIN), ("9", Look(unseen=Unseen.STRUCK)), ("2", PLAIN)])
    assert line.text == "12"
    assert line.unseen == ((Unseen.STRUCK, "9"),)
    assert line.doubt == Doubt("12", "192")


def test_a_mark_of_a_note_makes_a_number_doubtful() -> None:
    line = text_line([("228", PLAIN), ("1", Look(raised=True))])
    assert line.doubt == Doubt("228", "2281", raised=True)
