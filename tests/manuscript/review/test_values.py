from dataclasses import replace
from decimal import Decimal

import pytest

from generator.manuscript.review.generated_lines import Role, Segment
from generator.manuscript.review.line_segments import plain
from generator.manuscript.review.values import Contradiction, Values, values_of
from generator.model.narrative import Piece
from generator.model.report import Entry, Indicator
from tests import samples
from tests.forms import FORM

SAMPLE = samples.report()


def values(tables: dict[str, str] | None = None, *lines: tuple[str, str]) -> Values:
    """Return what a document says whose lines each cite one name and show some text."""
    parts = [[plain(Role.TEXT, "共"), cited(name, text)] for name, text in lines]
    return values_of(SAMPLE, tables or {}, parts, FORM)


def cited(name: str, text: str) -> Segment:
    return Segment(Role.TEXT, Piece(text, f"【{name}】", name))


def test_a_document_that_says_what_was_printed_says_nothing_new() -> None:
    said = {name: figure.printed for name, figure in SAMPLE.figures.items()}
    found = values(said, ("机关名称", "某某市某某局"), ("本年新收", said["本年新收"]))
    assert (found.report, found.unreadable, found.contradictions) == (SAMPLE, {}, [])


def test_a_figure_is_taken_from_its_cell_with_what_stands_behind_it() -> None:
    figures = values({"规章制发": " 22（其中修订16件） ", "规章废止": "1,250"}).report.figures
    assert figures["规章制发"].value == 22
    assert figures["规章制发"].note == "（其中修订16件）"
    assert figures["规章废止"].value == 1_250
    assert figures["规章制发"].place == SAMPLE.figures["规章制发"].place


@pytest.mark.parametrize("text", ["", " ", "—", "/", "若干", "3件"])
def test_a_cell_without_a_number_is_said_to_be_unreadable(text: str) -> None:
    found = values({"规章制发": text})
    assert found.unreadable == {"规章制发": text.strip()}
    assert found.report == SAMPLE


def test_a_citation_as_before_goes_with_a_changed_table() -> None:
    found = values({"规章制发": "9"}, ("规章制发", SAMPLE.figures["规章制发"].printed))
    assert found.contradictions == []
    assert found.report.figures["规章制发"].value == 9


def test_a_note_put_in_the_table_changes_no_sentence_that_cites_the_figure() -> None:
    number = SAMPLE.figures["规章制发"].printed
    found = values({"规章制发": f"{number}（其中修订1件）"}, ("规章制发", number))
    assert found.report.figures["规章制发"].note == "（其中修订1件）"
    assert (found.contradictions, found.outdated) == ([], [])


def test_a_citation_changed_like_the_table_is_no_contradiction() -> None:
    assert values({"规章制发": "9"}, ("规章制发", "9")).contradictions == []


@pytest.mark.parametrize("tables", [{}, {"规章制发": "9"}])
def test_a_figure_that_the_text_has_otherwise_contradicts_the_table(
    tables: dict[str, str],
) -> None:
    found = values(tables, ("规章废止", "2"), ("规章制发", "8"))
    due = tables.get("规章制发", SAMPLE.figures["规章制发"].printed)
    assert found.contradictions == [Contradiction(1, "规章制发", "8", due)]
    assert found.report.figures["规章废止"] == SAMPLE.figures["规章废止"]


def test_a_sum_that_the_form_does_not_print_cannot_be_taken_from_text() -> None:
    name = FORM.sums[0].name
    (one,) = values({}, (name, "1")).contradictions
    assert (one.name, one.there) == (name, "1")


def test_an_indicator_is_taken_from_the_text() -> None:
    found = values({}, ("备案公文", "40"))
    assert (found.report.indicators["备案公文"].value, found.contradictions) == (Decimal(40), [])
    assert found.report.indicators["备案公文"].printed == "40"
    assert found.report.indicators["备案公文"].unit == "件"


def test_an_indicator_changed_everywhere_alike_is_taken() -> None:
    found = values({}, ("备案公文", "40"), ("备案公文", "40"))
    assert found.report.indicators["备案公文"].value == Decimal(40)


@pytest.mark.parametrize("other", ["38", "41"])
def test_an_indicator_that_the_text_has_in_two_ways_is_not_taken(other: str) -> None:
    found = values({}, ("备案公文", "40"), ("备案公文", other))
    assert found.report == SAMPLE
    wrong = {("备案公文", "40"), ("备案公文", other)} - {("备案公文", "38")}
    assert {(one.name, one.there) for one in found.contradictions} == wrong


def test_an_indicator_in_words_is_not_taken() -> None:
    found = values({}, ("备案公文", "四十"))
    assert found.contradictions == [Contradiction(0, "备案公文", "四十", "38")]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("机关名称", "某某市某某委员会", "某某市某某委员会"),
        ("年度", "2023", 2023),
        ("电话", "010-87654321", "010-87654321"),
    ],
)
def test_a_line_of_the_entries_is_taken_from_the_text(
    name: str, text: str, value: str | int
) -> None:
    found = values({}, (name, text))
    assert found.report.entries[name] == Entry(value)
    assert found.contradictions == []


def test_a_date_is_taken_as_it_is_printed() -> None:
    found = values({}, ("统计期限止", "2024年11月30日"))
    assert found.report.entries["统计期限止"].printed == "2024年11月30日"


@pytest.mark.parametrize(
    ("name", "text"), [("年度", "去年"), ("统计期限起", "2024年13月1日"), ("年度", "2024年")]
)
def test_an_entry_that_would_be_printed_otherwise_is_not_taken(name: str, text: str) -> None:
    found = values({}, (name, text))
    assert found.report == SAMPLE
    assert [(one.name, one.there) for one in found.contradictions] == [(name, text)]


def test_a_rate_is_taken_as_a_rate_and_never_as_a_number() -> None:
    rate = replace(SAMPLE, indicators={"办结率": Indicator(Decimal("0.985"), "98.5%")})
    found = values_of(rate, {}, [[cited("办结率", "99%")]], FORM)
    assert found.report.indicators["办结率"] == Indicator(Decimal("0.99"), "99%")
    for text in ("99", "1.2%%"):
        found = values_of(rate, {}, [[cited("办结率", text)]], FORM)
        assert (found.report, [one.there for one in found.contradictions]) == (rate, [text])
    assert values({}, ("备案公文", "40%")).report == SAMPLE


def test_no_number_is_taken_from_where_it_is_not_clear_what_is_left() -> None:
    found = values_of(SAMPLE, {"规章制发": "13"}, [], FORM, doubtful=["规章制发"])
    assert found.unreadable == {"规章制发": "13"}
    assert found.report.figures == SAMPLE.figures
    name = next(iter(SAMPLE.indicators))
    lines = [[cited(name, "13")]]
    assert values_of(SAMPLE, {}, lines, FORM).report.indicators[name].printed == "13"
    doubtful = values_of(SAMPLE, {}, lines, FORM, doubtful=[0])
    assert doubtful.report.indicators == SAMPLE.indicators
    assert [one.there for one in doubtful.contradictions] == ["13"]
