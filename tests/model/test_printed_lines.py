import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.printed_lines import PrintedLine, laid_out, one_kind_of_break, printable

LEVELS = st.sampled_from([0, 2, 3, 4])
ANY = st.text(max_size=20)
BREAKS = ["\r\n", "\r", "\n", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"]


def whole(laid: list[PrintedLine]) -> list[str]:
    return [line.whole for line in laid]


def test_a_heading_of_the_second_level_stands_alone() -> None:
    assert laid_out(2, "（一）", "主动公开", "甲。\n乙。") == [
        PrintedLine("（一）", "主动公开", "", stands_alone=True),
        PrintedLine("", "", "甲。"),
        PrintedLine("", "", "乙。"),
    ]


@pytest.mark.parametrize(("level", "heading"), [(2, "主动公开。"), (3, "平台。"), (4, "平台。")])
def test_the_text_goes_on_after_a_heading_that_runs_in(level: int, heading: str) -> None:
    assert laid_out(level, "1.", heading, "甲。\n乙。") == [
        PrintedLine("1.", heading, "甲。"),
        PrintedLine("", "", "乙。"),
    ]


def test_text_without_a_heading_begins_with_its_number() -> None:
    assert whole(laid_out(3, "1.", "", "甲。\n乙。")) == ["1.甲。", "乙。"]
    assert whole(laid_out(2, "（一）", "", "甲。")) == ["（一）甲。"]


def test_a_heading_without_text_is_one_line() -> None:
    assert whole(laid_out(2, "（一）", "主动公开", "")) == ["（一）主动公开"]
    assert whole(laid_out(3, "1.", "平台建设", "")) == ["1.平台建设"]


def test_blank_lines_of_a_cell_are_not_printed() -> None:
    assert whole(laid_out(0, "", "", "\n甲。\n \n\n乙。\n")) == ["甲。", "乙。"]


@pytest.mark.parametrize("line_break", BREAKS, ids=ascii)
def test_every_kind_of_line_break_begins_a_line_but_in_a_heading(line_break: str) -> None:
    assert whole(laid_out(0, "", "", f"甲。{line_break}乙。")) == ["甲。", "乙。"]
    assert whole(laid_out(2, "（一）", f"主动{line_break}公开", "")) == ["（一）主动 公开"]
    assert one_kind_of_break(f"甲{line_break}乙") == "甲\n乙"


@given(LEVELS, ANY, ANY)
def test_nothing_is_lost_or_added_between_the_lines(level: int, heading: str, text: str) -> None:
    laid = laid_out(level, "1.", heading, text)
    assert "".join("".join(whole(laid)).split()) == "".join(f"1.{heading}{text}".split())
    assert not [line for line in laid for breaks in BREAKS if breaks in line.whole]
    assert all(line.text.strip() or line.stands_alone or line is laid[0] for line in laid)


@given(LEVELS, ANY, ANY)
def test_what_is_printed_once_is_printed_the_same_again(
    level: int, heading: str, text: str
) -> None:
    heading, text = printable(heading), printable(text)
    again = printable(heading), printable(text)
    assert laid_out(level, "", *again) == laid_out(level, "", heading, text)


def test_what_no_document_can_hold_is_left_out() -> None:
    assert printable("响\x07铃\ud800\ufffe\t𠮷\r\n") == "响铃\t𠮷\n"
