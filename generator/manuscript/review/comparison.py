"""Compares a document that people worked on with what was generated."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match, align
from generator.manuscript.manuscript import Doubt, Manuscript
from generator.manuscript.review.changes.change import Change
from generator.manuscript.review.changes.changes import changes_of
from generator.manuscript.review.edited_tables import EditedTables, edited_tables
from generator.manuscript.review.exhibits.captions import recited
from generator.manuscript.review.exhibits.shown import NOTHING_SHOWN, Shown, numbered, paired
from generator.manuscript.review.exhibits.shown_pairs import without_tables
from generator.manuscript.review.generated_lines import GeneratedLine, Segment, generated_lines
from generator.manuscript.review.line_segments import plain, segments_of
from generator.manuscript.review.places import parts_of_lines
from generator.manuscript.review.rows import EditedRow, edited_rows
from generator.manuscript.review.values import Contradiction, Values, values_of
from generator.model.report import Report


@dataclass(frozen=True)
class Comparison:
    """An edited document, set against what was generated."""

    base: Report
    """The report that was generated, or what stands for it."""
    edited: Manuscript
    generated: list[GeneratedLine]
    matches: list[Match]
    tables: EditedTables
    values: Values
    rows: list[EditedRow]
    """The narrative as the workbook would hold it."""
    changes: list[Change]
    parts: list[str]
    """Which part of the form each line of the document belongs to; empty for none."""
    shown: Shown = NOTHING_SHOWN
    """What became of pictures, charts and further tables."""

    @property
    def swallowed(self) -> set[int]:
        """Rows that were merged into a line that the form or the template prints."""
        mixed = [
            [self.generated[at].row for at in match.before]
            for match in self.matches
            if any(self.generated[at].row is None for at in match.before)
        ]
        return {row for rows in mixed for row in rows if row is not None}

    @property
    def disputed(self) -> dict[int, Contradiction | Doubt]:
        """Rows, by number, whose text contradicts the document's own figures, or is not clear."""
        by_line: dict[int, Contradiction | Doubt] = {
            **{one.line: one for one in self.values.contradictions},
            **{at: line.doubt for at, line in enumerate(self.edited.lines) if line.doubt},
        }
        return {
            at: by_line[line]
            for at, row in enumerate(self.rows)
            for line in row.lines
            if line in by_line
        }


def compare(base: Report, generated: Manuscript, edited: Manuscript, form: Form) -> Comparison:
    """Compare a document with the one that was generated from a report."""
    return _compared(generated_lines(generated.lines, base, form), base, generated, edited, form)


def other_view(
    compared: Comparison, generated: Manuscript, edited: Manuscript, form: Form
) -> Comparison:
    """Compare another view of a document with what was generated, as its first one was."""
    return _compared(compared.generated, compared.base, generated, edited, form)


def _compared(
    lines: list[GeneratedLine], base: Report, generated: Manuscript, edited: Manuscript, form: Form
) -> Comparison:
    matches = align([line.text for line in lines], [line.text for line in edited.lines])
    shown, matches = paired(base, lines, generated, edited, matches, form=form)
    tables = edited_tables(
        without_tables(generated.grids, shown.generated_grids),
        without_tables(edited.grids, shown.edited_grids),
        form,
    )
    parts = parts_of_lines(edited, lines, matches, tables=tables.tables, report=base, form=form)
    shown = numbered(shown, base, edited, parts, form)
    segments = segments_of(edited.lines, lines, matches)
    segments = recited(segments, shown.cited, shown.citable) if shown.pairs else segments
    doubtful: list[str | int] = [
        *(name for name in tables.spots if _doubt(tables, edited, name)),
        *(at for at, line in enumerate(edited.lines) if line.doubt),
    ]
    values = values_of(
        base, tables.figures, segments, form, doubtful=doubtful, captions=shown.citable
    )
    segments = _without_contradictions(segments, values)
    rows = edited_rows(
        edited.lines, segments, parts, lines, matches, report=base, form=form, exhibits=shown
    )
    changes = changes_of(lines, generated, edited, matches, tables=tables, form=form, shown=shown)
    return Comparison(base, edited, lines, matches, tables, values, rows, changes, parts, shown)


def _doubt(tables: EditedTables, edited: Manuscript, figure: str) -> Doubt | None:
    at, spot = tables.spots[figure]
    return edited.grids[at].doubts.get(spot)


def _without_contradictions(lines: Sequence[list[Segment]], values: Values) -> list[list[Segment]]:
    """Let numbers that contradict the rest stand as the document has them, citing nothing."""
    wrong = {(one.line, one.name, one.there) for one in values.contradictions}
    return [
        [
            plain(segment.role, segment.piece.shown)
            if (at, segment.piece.name, segment.piece.shown) in wrong
            else segment
            for segment in segments
        ]
        for at, segments in enumerate(lines)
    ]
