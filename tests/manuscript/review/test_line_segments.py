from generator.manuscript.alignment import Match
from generator.manuscript.review.generated_lines import GeneratedLine, Role, Segment
from generator.manuscript.review.line_segments import added, cut, plain, segments_of, shown, typed
from generator.model.narrative import Piece
from tests.manuscript.review.edited import line

NUMBER = Segment(Role.NUMBER, Piece("1.", ""))
HEADING = plain(Role.HEADING, "平台")
STOP = Segment(Role.STOP, Piece("。", ""))
CITED = Segment(Role.TEXT, Piece("13", "【某数】", "某数"))
FIRST = (NUMBER, HEADING, STOP, plain(Role.TEXT, "新收"), CITED, plain(Role.TEXT, "件。"))
SECOND = (plain(Role.TEXT, "另收"), CITED, plain(Role.TEXT, "件。"))
GENERATED = [
    GeneratedLine(shown(segments), segments, row) for row, segments in enumerate((FIRST, SECOND))
]


def typed_lines(*texts: str, matches: list[Match]) -> list[str]:
    return [
        typed(segments)
        for segments in segments_of([line(text) for text in texts], GENERATED, matches)
    ]


def test_every_line_has_the_pieces_of_the_line_it_was() -> None:
    found = typed_lines(
        *("另收13件。", "1.平台。新收共13件。"),
        matches=[Match((1,), (0,), moved=True), Match((0,), (1,))],
    )
    assert found == ["另收【某数】件。", "平台新收共【某数】件。"]


def test_a_line_that_was_deleted_leaves_nothing() -> None:
    matches = [Match((0,), ()), Match((1,), (0,))]
    assert typed_lines("另收13件。", matches=matches) == ["另收【某数】件。"]


def test_an_added_line_is_plain_text_whose_brackets_are_typed_twice() -> None:
    matches = [Match((0,), ()), Match((1,), ()), Match((), (0,))]
    assert typed_lines("见【附件】。", matches=matches) == ["见【【附件】。"]


def test_what_stands_out_at_the_beginning_of_an_added_line_is_its_heading() -> None:
    assert added(line("平台建设。甲。", lead=5)) == [
        plain(Role.HEADING, "平台建设。"),
        plain(Role.TEXT, "甲。"),
    ]
    assert added(line("甲。")) == [plain(Role.TEXT, "甲。")]
    assert added(line("平台", lead=2)) == [plain(Role.HEADING, "平台")]


def test_a_line_that_was_split_has_its_pieces_on_both_lines() -> None:
    found = typed_lines(
        *("1.平台。新收", "13件。", "另收13件。"),
        matches=[Match((0,), (0, 1)), Match((1,), (2,))],
    )
    assert found == ["平台新收", "【某数】件。", "另收【某数】件。"]


def test_a_citation_that_was_split_is_plain() -> None:
    found = typed_lines("另收1", "3件。", matches=[Match((0,), ()), Match((1,), (0, 1))])
    assert found == ["另收1", "3件。"]


def test_of_lines_that_were_merged_only_the_first_has_number_and_heading() -> None:
    made = [GENERATED[1], GENERATED[0]]
    (segments,) = segments_of([line("另收13件。1.平台。新收13件。")], made, [Match((0, 1), (0,))])
    assert {segment.role for segment in segments} == {Role.TEXT}
    assert typed(segments) == "另收【某数】件。1.平台。新收【某数】件。"
    (segments,) = segments_of(
        [line("1.平台。新收13件。另收13件。")], GENERATED, [Match((0, 1), (0,))]
    )
    assert segments == [*FIRST, *SECOND]


def test_pieces_are_cut_in_two_and_a_citation_that_is_cut_cites_nothing() -> None:
    assert cut(FIRST, 7) == (list(FIRST[:4]), list(FIRST[4:]))
    assert cut(FIRST, 0) == ([], list(FIRST))
    first, rest = cut(SECOND, 3)
    assert (typed(first), typed(rest)) == ("另收1", "3件。")
    assert cut(SECOND, 99) == (list(SECOND), [])
