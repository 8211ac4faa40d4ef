"""Lines of a document as headings and paragraphs."""

import pytest

from generator.manuscript.publishing.paragraphs import heading_level, manner_of, pieces_of
from generator.model.publication import Level, Manner, Piece
from tests.manuscript.publishing.said import SIGNED, line


@pytest.mark.parametrize(
    ("text", "lead", "outlined", "level"),
    [
        ("（一）主动公开", 7, False, 3),
        ("（一）主动公开", 0, False, None),
        ("（一）主动公开。全年公开38件。", 8, False, None),
        ("七、其他", 0, True, 2),
        ("1.公文", 0, True, 4),
        ("公文", 0, True, 3),
    ],
)
def test_headings_are_told_by_their_looks_and_numbers(
    text: str,
    lead: int,
    outlined: bool,  # noqa: FBT001
    level: int | None,
) -> None:
    assert heading_level(line(text, lead=lead, outlined=outlined)) == level


@pytest.mark.parametrize(
    ("text", "closing", "manner"),
    [
        ("注：单位为件。", False, Manner.NOTE),
        ("备注1：", False, Manner.NOTE),
        ("某某市某某局", True, Manner.SIGNATURE),
        ("某某市某某局", False, Manner.BODY),
        ("2024年1月20日", True, Manner.ISSUED),
    ],
)
def test_how_a_paragraph_stands(text: str, closing: bool, manner: Manner) -> None:  # noqa: FBT001
    assert manner_of(text, SIGNED, closing=closing) is manner


def test_what_leads_is_strong_and_what_is_strong_alone_leads_in_nothing() -> None:
    assert pieces_of(line("1.公文。共38件。", lead=5), ()) == (
        Piece("1.公文。", strong=True),
        Piece("共38件。"),
    )
    assert pieces_of(line("全是粗的", lead=4), ()) == (Piece("全是粗的"),)


def test_addresses_in_text_lead_there() -> None:
    found = pieces_of(line("见www.a.gov.cn/x，或 a@b.cn。"), ())
    assert [(one.text, one.link) for one in found if one.link] == [
        ("www.a.gov.cn/x", "http://www.a.gov.cn/x"),
        ("a@b.cn", "mailto:a@b.cn"),
    ]


def test_a_link_stays_whatever_its_words_are() -> None:
    own = (Piece("见"), Piece("www.a.gov.cn", link="https://www.a.gov.cn/x"))
    assert pieces_of(line("见www.a.gov.cn"), own) == own


def test_a_tab_is_a_gap_and_what_is_raised_stays_so() -> None:
    own = (Piece(" 甲\t12m"), Piece("2", level=Level.RAISED), Piece(" "))
    assert pieces_of(line(" 甲\t12m2 "), own) == (
        Piece("甲\u300012m"),
        Piece("2", level=Level.RAISED),
    )
