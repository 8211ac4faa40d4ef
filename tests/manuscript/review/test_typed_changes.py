from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.manuscript.review.generated_lines import Role, Segment
from generator.manuscript.review.typed_changes import retyped
from generator.manuscript.word_changes import word_changes
from generator.model.narrative import Piece, as_typed

SHOWN = ("13", "1,250", "59.5", "2024", "某局", "2024年1月1日")
WORDS = st.text("新收件，。【", min_size=1, max_size=6)
OTHER_WORDS = st.text("共办结：", min_size=1, max_size=6)


def plain(text: str, role: Role = Role.TEXT) -> Segment:
    return Segment(role, Piece(text, as_typed(text)))


def cited(shown: str, name: str = "某数") -> Segment:
    return Segment(Role.TEXT, Piece(shown, f"【{name}】", name))


@st.composite
def lines(draw: st.DrawFn) -> list[Segment]:
    """Return a line with words before and after every citation."""
    found = [plain(draw(WORDS))]
    for shown in draw(st.lists(st.sampled_from(SHOWN), max_size=3, unique=True)):
        found += [cited(shown, f"名{shown}"), plain(draw(WORDS))]
    return found


def shown(segments: Sequence[Segment]) -> str:
    return "".join(segment.piece.shown for segment in segments)


def typed(segments: Sequence[Segment]) -> str:
    return "".join(segment.piece.typed for segment in segments)


def citations(segments: Sequence[Segment]) -> list[Segment]:
    return [segment for segment in segments if segment.piece.name]


def untouched(segments: Sequence[Segment], after: str) -> list[Segment]:
    """Return the citations none of whose characters was changed."""
    changes, found, start = word_changes(shown(segments), after), [], 0
    for segment in segments:
        end = start + len(segment.piece.shown)
        if segment.piece.name and not any(
            (one.start < end and start < one.end) or start < one.start < end for one in changes
        ):
            found.append(segment)
        start = end
    return found


@given(lines(), st.text("新收件，。【】1234年某局\n", min_size=1, max_size=20))
def test_what_is_shown_is_always_the_new_text(segments: list[Segment], after: str) -> None:
    found = retyped(segments, after)
    assert shown(found) == after
    assert all(segment.piece.shown for segment in found)
    for segment in found:
        assert segment.piece.name or segment.piece.typed == as_typed(segment.piece.shown)


@given(lines())
def test_a_line_that_was_left_alone_stays_as_it_was(segments: list[Segment]) -> None:
    assert retyped(segments, shown(segments)) == segments


@given(lines(), OTHER_WORDS, st.data())
def test_words_around_citations_change_and_the_citations_still_cite(
    segments: list[Segment], words: str, data: st.DataObject
) -> None:
    at = 2 * data.draw(st.integers(0, len(segments) // 2))
    now = [*segments[:at], plain(words), *segments[at + 1 :]]
    assert citations(retyped(segments, shown(now))) == citations(segments)


@given(lines(), OTHER_WORDS | st.just(""), st.data())
def test_a_citation_that_nobody_touched_still_cites(
    segments: list[Segment], words: str, data: st.DataObject
) -> None:
    before = shown(segments)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, min(start + 4, len(before))))
    after = before[:start] + words + before[end:]
    assume(after)
    found = citations(retyped(segments, after))
    assert [segment for segment in found if segment in untouched(segments, after)] == untouched(
        segments, after
    )


@given(lines(), st.sampled_from(["7", "1,300", "4.5"]), st.data())
def test_a_cited_number_that_became_another_shows_it(
    segments: list[Segment], number: str, data: st.DataObject
) -> None:
    places = [
        at
        for at, segment in enumerate(segments)
        if segment.piece.name and len(segment.piece.shown) < 6
    ]
    if not places:
        return
    at = data.draw(st.sampled_from(places))
    now = [*segments[:at], cited(number, segments[at].piece.name), *segments[at + 1 :]]
    assert citations(retyped(segments, shown(now))) == citations(now)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("共新收13件。", "共新收【某数】件。"),
        ("新收申请13件。", "新收申请【某数】件。"),
        ("新收13宗。", "新收【某数】宗。"),
        ("新收约13件。", "新收约【某数】件。"),
        ("本年收到13件申请，已全部办结。", "本年收到【某数】件申请，已全部办结。"),
        ("新收件。", "新收件。"),
        ("新收十三件。", "新收【某数】件。"),
        ("新收1.3万件。", "新收1.3万件。"),
        ("新收【13】件。", "新收【【【某数】】件。"),
    ],
)
def test_a_line_as_it_is_typed_after_it_was_changed(after: str, expected: str) -> None:
    assert typed(retyped([plain("新收"), cited("13"), plain("件。")], after)) == expected


def test_a_number_and_the_words_beside_it_change_at_once() -> None:
    found = retyped([plain("新收"), cited("13"), plain("件。")], "共收到250宗。")
    assert typed(found) == "共收到【某数】宗。"
    assert [segment.piece.shown for segment in citations(found)] == ["250"]


def test_a_number_that_is_struck_cites_nothing_any_more() -> None:
    segments = [plain("新收"), cited("13"), plain("件，办结12件。")]
    assert typed(retyped(segments, "办结12件。")) == "办结12件。"


def test_words_over_the_border_of_a_citation_make_it_plain() -> None:
    segments = [plain("由"), cited("某局"), plain("编制。")]
    assert typed(retyped(segments, "由某办制作。")) == "由某办制作。"


def test_words_put_behind_the_number_of_a_heading_are_not_part_of_it() -> None:
    number = Segment(Role.NUMBER, Piece("1.", ""))
    heading = plain("平台", Role.HEADING)
    assert retyped([number, heading], "1.大平台") == [number, plain("大平台", Role.HEADING)]


def test_what_is_put_before_a_line_belongs_to_its_first_piece() -> None:
    heading = plain("平台", Role.HEADING)
    assert retyped([heading, plain("。")], "大平台。") == [
        plain("大平台", Role.HEADING),
        plain("。"),
    ]


def test_a_line_of_nothing_but_citations_takes_words_in() -> None:
    segments = [cited("13", "甲"), cited("某局", "乙")]
    assert typed(retyped(segments, "共13件某局的")) == "共【甲】件【乙】的"


def test_words_put_into_the_midst_of_a_citation_are_of_it() -> None:
    """Else the organ would be said to be 局."""
    segments = [plain("由"), cited("某某市局", "机关名称"), plain("编制。")]
    (one,) = citations(retyped(segments, "由某某市教育局编制。"))
    assert one.piece.shown == "某某市教育局"
