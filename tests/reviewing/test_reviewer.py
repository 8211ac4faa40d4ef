"""The truth that the simulated reviewer tells is true: other programs read the same."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

import pytest

from tests import paths
from tests.few import few
from tests.libreoffice import needs_libreoffice
from tests.reviewing import extras
from tests.reviewing.body import REVISIONS, figures_of, labelled, tables_of
from tests.reviewing.judges import (
    by_libreoffice,
    by_pandoc,
    by_python_docx,
    needs_pandoc,
    squeezed,
)
from tests.reviewing.numbering import automatic_number
from tests.reviewing.ooxml import Package, w
from tests.reviewing.record import Cell, Edit, Grid, Kind, Reviewed
from tests.reviewing.resaved import WAYS, convert_all, resave
from tests.reviewing.reviewer import review, unedited
from tests.reviewing.runs import text_of

SEEDS = 14  # 600 were judged when this was written, with none wrong
FEW, FEWEST = 6, 4
KINDS_COME_UP = range(24, 31)
"""As few seeds as can be of which each kind of edit comes up."""
REPORT = paths.DOCUMENT.read_bytes()
UNEDITED = unedited(REPORT)

Extra = Callable[[Reviewed, Random], Reviewed]
EXTRAS: tuple[Extra, ...] = (
    extras.add_appendix,
    extras.add_comment,
    extras.add_link,
    extras.add_picture,
    extras.add_table,
    extras.format_only,
    extras.late_row,
    extras.strip_provenance,
)


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One profile of LibreOffice for all: a new one takes two seconds."""
    return tmp_path_factory.mktemp("libreoffice") / "profile"


def chance(seed: int) -> Random:
    return Random(seed)


@cache
def edited(seed: int, *, tracked: bool | None = False, kinds: tuple[Kind, ...] = ()) -> Reviewed:
    return review(
        REPORT,
        chance(seed),
        kinds=kinds or tuple(Kind),
        tracked=tracked,
        crowded=seed % 3 == 0,
    )


def filled(tables: list[Grid]) -> list[list[str]]:
    """Return of each table the cells that are not empty."""
    return [[text for row in grid for text in row if text] for grid in tables]


def without_spaces(lines: list[str], tables: list[Grid]) -> tuple[list[str], list[list[str]]]:
    cells = [[squeezed(text) for text in table] for table in filled(tables)]
    return [squeezed(line) for line in lines], cells


def in_tables(found: Edit) -> bool:
    return found.kind == Kind.CHANGE_FIGURE


def every_edit(seeds: range, *, tracked: bool | None) -> Iterator[tuple[Reviewed, Edit]]:
    for seed in seeds:
        done = edited(seed, tracked=tracked)
        yield from ((done, one) for one in done.edits)


def test_of_an_unedited_document_everything_is_told() -> None:
    assert by_python_docx(REPORT) == (UNEDITED.lines, filled(UNEDITED.tables))
    assert len(UNEDITED.lines) == 32
    assert UNEDITED.lines[0].count("\n") == 1
    assert [(len(grid), len(grid[0])) for grid in UNEDITED.tables] == [(14, 4), (28, 10), (4, 15)]
    assert UNEDITED.tables[1][3][3:] == ["5", "0", "0", "0", "0", "0", "5"]
    assert UNEDITED.edits == ()


def test_the_same_seed_makes_the_same_bytes() -> None:
    first, again, other = (review(REPORT, chance(seed), tracked=True) for seed in (1, 1, 2))
    assert first == again
    assert first.data != other.data


@pytest.mark.parametrize("seed", few(range(SEEDS), 2))
def test_python_docx_reads_what_was_plainly_edited(seed: int) -> None:
    done = edited(seed)
    assert by_python_docx(done.data) == (done.lines, filled(done.tables))
    assert (done.rejected_lines, done.rejected_tables) == (done.lines, done.tables)
    assert (done.lines, done.tables) != (UNEDITED.lines, UNEDITED.tables)


@needs_pandoc
@pytest.mark.long  # what was plainly edited, python-docx reads in the test before this one
@pytest.mark.parametrize("seed", range(SEEDS))
def test_pandoc_accepts_and_rejects_what_was_tracked(seed: int) -> None:
    done = edited(seed, tracked=None if seed % 4 == 0 else True)
    expected = without_spaces(done.lines, done.tables)
    assert by_pandoc(done.data, "accept") == expected
    rejected = without_spaces(done.rejected_lines, done.rejected_tables)
    assert by_pandoc(done.data, "reject") == rejected
    if all(one.tracked for one in done.edits):
        assert rejected == without_spaces(UNEDITED.lines, UNEDITED.tables)


@pytest.mark.parametrize(("kind", "tracked"), few(product(Kind, (False, True)), 5))
def test_each_kind_can_be_had_alone(kind: Kind, *, tracked: bool) -> None:
    done = review(REPORT, chance(0), kinds=[kind], count=1, tracked=tracked)
    (edit,) = done.edits
    assert (edit.kind, edit.tracked, bool(edit.author)) == (kind, tracked, tracked)
    marks = next(Package.open(done.data).body.iter(*REVISIONS), None)
    assert (marks is not None) == tracked
    without = UNEDITED if tracked else done
    assert (done.rejected_lines, done.rejected_tables) == (without.lines, without.tables)


def test_every_kind_comes_up() -> None:
    assert {edit.kind for _, edit in every_edit(KINDS_COME_UP, tracked=False)} == set(Kind)


@pytest.mark.parametrize(
    ("seeds", "tracked"),
    [
        (KINDS_COME_UP, False),
        (KINDS_COME_UP[:3], None),
        pytest.param(range(SEEDS), False, marks=pytest.mark.long),
        pytest.param(range(SEEDS), None, marks=pytest.mark.long),
    ],
)
def test_every_edit_stands_where_it_says(seeds: range, *, tracked: bool | None) -> None:
    for done, edit in every_edit(seeds, tracked=tracked):
        assert edit.was != edit.now or edit.kind == Kind.MOVE_PARAGRAPH
        if edit.cell:
            row, column = edit.cell.row, edit.cell.column
            assert UNEDITED.tables[edit.cell.table][row][column] == edit.was[0]
            assert done.tables[edit.cell.table][row][column] == edit.now[0]
        else:
            assert tuple(UNEDITED.lines[place] for place in edit.before) == edit.was
            assert tuple(done.lines[place] for place in edit.after) == edit.now


@pytest.mark.parametrize("seeds", few([KINDS_COME_UP, range(SEEDS)], 1))
def test_the_edits_are_all_that_differs(seeds: range) -> None:
    for seed in seeds:
        done = edited(seed)
        was = [text for edit in done.edits if not in_tables(edit) for text in edit.was]
        now = [text for edit in done.edits if not in_tables(edit) for text in edit.now]
        expected = Counter(UNEDITED.lines)
        expected.subtract(was)
        expected.update(now)
        assert +expected == Counter(done.lines)


@pytest.mark.parametrize(
    ("seeds", "tracked"), few([(FEWEST, False), (SEEDS, False), (SEEDS, True)], 1)
)
def test_two_edits_never_touch_the_same_and_not_neighbours_unless_crowded(
    seeds: int, *, tracked: bool
) -> None:
    crowded_ones = 0
    for seed in range(seeds):
        for crowded in (False, True):
            done = review(REPORT, chance(seed), count=8, tracked=tracked, crowded=crowded)
            places = [edit.before for edit in done.edits if edit.before]
            near = [
                abs(one - other)
                for index, first in enumerate(places)
                for second in places[index + 1 :]
                for one in first
                for other in second
            ]
            assert min(near, default=9) >= (1 if crowded else 2)
            crowded_ones += min(near, default=9) == 1
            cells = [edit.cell for edit in done.edits if edit.cell]
            assert len(set(cells)) == len(cells)
    assert crowded_ones > seeds // 4


def test_a_figure_is_named_by_its_labels() -> None:
    tables = tables_of(Package.open(REPORT))
    assert sum(len(list(figures_of(table))) for table in tables) == 200

    def cell(table: int, row: int, column: int) -> Cell:
        return labelled(table, tables[table], row, column)

    deep = cell(1, 9, 4)
    assert deep.row_labels == ("三、本年度办理结果", "（三）不予公开", "3.危及“三安全一稳定”")
    assert deep.column_labels == ("申请人情况", "法人或其他组织", "商业企业")
    assert cell(0, 10, 1).column_labels == ("第二十条第（六）项", "本年处理决定数量")
    assert cell(2, 3, 8).column_labels == ("行政诉讼", "未经复议直接起诉", "尚未审结")
    assert cell(2, 3, 8).row_labels == ()


def test_a_document_with_tracked_changes_is_not_edited_again() -> None:
    with pytest.raises(ValueError, match="tracked changes already"):
        review(edited(1, tracked=True).data, chance(1))


@pytest.mark.parametrize("extra", EXTRAS, ids=lambda extra: extra.__name__)
def test_what_else_happens_leaves_the_text_of_the_report(extra: Extra) -> None:
    plain = edited(1)
    more = extra(plain, chance(1))
    assert by_python_docx(more.data) == (more.lines, filled(more.tables))
    assert more.lines == [*plain.lines, *more.appendix]
    assert more.tables[:3] == plain.tables
    assert more.data != plain.data


@needs_pandoc
@pytest.mark.long  # of what was plainly edited, python-docx reads it in the test before this one
@pytest.mark.parametrize("extra", EXTRAS, ids=lambda extra: extra.__name__)
def test_nor_does_it_change_what_was_tracked(extra: Extra) -> None:
    done = extra(edited(1, tracked=True), chance(1))
    for changes, lines, tables in (
        ("accept", done.lines, done.tables),
        ("reject", done.rejected_lines, done.rejected_tables),
    ):
        assert by_pandoc(done.data, changes) == without_spaces(lines, tables)


@pytest.mark.parametrize("seeds", [2, pytest.param(FEW, marks=pytest.mark.long)])
def test_a_comment_says_who_said_what_about_which_words(seeds: int) -> None:
    for seed in range(seeds):
        done = extras.add_comment(edited(seed, tracked=True), chance(seed))
        done = extras.add_comment(done, chance(seed + 1))
        assert len(done.comments) == 2
        for comment in done.comments:
            assert comment.author
            assert comment.words
            assert comment.text in "".join(
                "\n".join(text_of(p) for p in one.iter(w("p")))
                for one in Package.open(done.data).tree("word/comments.xml")
            )
            if comment.line is not None:
                assert comment.words in done.lines[comment.line]


def test_a_row_that_begins_late_has_lost_an_empty_cell() -> None:
    done = extras.late_row(UNEDITED, chance(3))
    late = list(Package.open(done.data).body.iter(w("gridBefore")))
    assert late
    assert unedited(done.data).tables == UNEDITED.tables


def test_stripped_of_its_provenance_a_document_names_no_lost_part() -> None:
    package = Package.open(extras.strip_provenance(UNEDITED, chance(1)).data)
    assert not [name for name in package.parts if "custom" in name.lower()]
    assert not [name for name, part in package.parts.items() if b"customXml" in part]


@pytest.mark.parametrize("seeds", [2, pytest.param(FEW, marks=pytest.mark.long)])
def test_an_automatic_number_is_no_longer_typed(seeds: int) -> None:
    for seed in range(seeds):
        done = automatic_number(UNEDITED, chance(seed))
        read, _ = by_python_docx(done.data)
        gone = [
            old.removesuffix(new) for old, new in zip(done.lines, read, strict=True) if old != new
        ]
        assert gone
        assert all(re.fullmatch(r"[一二三四五六]、|（[一二三四五]）|\d\.", label) for label in gone)


@needs_libreoffice
def test_libreoffice_prints_what_was_plainly_edited(tmp_path: Path, profile: Path) -> None:
    done = []
    for seed in range(FEW):
        one = edited(seed)
        for extra in chance(seed).choices((*EXTRAS, automatic_number, automatic_number), k=3):
            if extra is not extras.add_link:  # there may be no address left
                one = extra(one, chance(seed))
        done.append(automatic_number(one, chance(seed)))
    printed = convert_all(saved(done, tmp_path), "txt:Text", tmp_path, profile=profile)
    for one, text in zip(done, printed, strict=True):
        lines = [squeezed(part) for line in one.lines for part in line.split("\n")]
        cells = {squeezed(cell) for table in filled(one.tables) for cell in table} - set(lines)
        assert [line for line in by_libreoffice(text) if line not in cells] == lines


@needs_libreoffice
@needs_pandoc
@pytest.mark.parametrize("way", WAYS)
def test_libreoffice_opens_and_keeps_what_was_tracked(
    way: str, tmp_path: Path, profile: Path
) -> None:
    done = [edited(seed, tracked=way != "doc") for seed in range(2)]  # .doc loses a few changes
    for one, path in zip(
        done, resave(saved(done, tmp_path), way, tmp_path, profile=profile), strict=True
    ):
        expected = without_spaces(one.lines, one.tables)
        assert by_pandoc(path.read_bytes(), "accept") == expected


def saved(done: list[Reviewed], folder: Path) -> list[Path]:
    paths = [folder / f"{number}.docx" for number in range(len(done))]
    for path, one in zip(paths, done, strict=True):
        path.write_bytes(one.data)
    return paths
