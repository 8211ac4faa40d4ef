"""The lines of a document as rows of the narrative, with the levels that their numbers say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Line
from generator.manuscript.review.line_segments import added
from generator.manuscript.review.rows import EditedRow, edited_rows
from generator.manuscript.review.typed_numbers import typed_number
from generator.model.narrative import runs_in
from generator.model.report import BODY, SECOND_LEVEL, Paragraph, Report

_NOTHING = Report({}, {}, {}, ())
_BEFORE_LINE, _LINE = 0, 1


def paragraphs_of(
    lines: Sequence[Line],
    parts: Sequence[str],
    rests: Mapping[int, str],
    form: Form,
    shown: Sequence[tuple[int, Paragraph]] = (),
) -> tuple[list[Paragraph], list[Line]]:
    """Return the narrative, and the lines whose typed number is not the one that is due.

    `parts` is the part of every line; `rests` holds, by line, what goes on behind a heading of
    the first level in its own line; `shown` are rows that show something, each with how many lines
    stand before it. Numbers that are not due stay in the text as they stand.
    """
    own = [
        replace(line, text=rests[at], lead=0) if at in rests else _unindented(line)
        for at, line in enumerate(lines)
    ]
    rows = edited_rows(
        own,
        [added(line) for line in own],
        parts,
        (),
        [Match((), (at,)) for at in range(len(own))],
        report=_NOTHING,
        form=form,
    )
    odd = [
        lines[row.lines[0]]
        for row in rows
        if row.level == BODY and typed_number(own[row.lines[0]].text)[0] != BODY
    ]
    order = [part.name for part in form.parts]
    placed = [
        *((order.index(row.part), before, _BEFORE_LINE, row) for before, row in shown),
        *((order.index(row.part), row.lines[0], _LINE, _paragraph(row, own)) for row in rows),
    ]
    placed.sort(key=lambda one: one[:3])
    return list(_joined([row for *_, row in placed])), odd


def _unindented(line: Line) -> Line:
    """Return a line without the spaces that make it stand in: the template indents by itself."""
    text = line.text.strip()
    return replace(line, text=text, lead=max(0, line.lead - line.text.find(text[:1])))


def _paragraph(row: EditedRow, lines: Sequence[Line]) -> Paragraph:
    place = lines[row.lines[0]].place
    heading = row.heading.strip()
    if row.level != BODY and runs_in(row.level, heading.rstrip("。")) and row.text:
        heading = heading.removesuffix("。")  # which the program prints
    return Paragraph(row.part, row.level, heading, row.text, place, place)


def _joined(rows: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Put a heading that stands alone and the text below it in one row, as workbooks have it."""
    waiting: Paragraph | None = None
    for row in rows:
        goes_on = row.level == BODY and waiting is not None and row.part == waiting.part
        goes_on = goes_on and not row.kind
        if waiting and goes_on:
            yield replace(waiting, text=row.text, place=row.place)
            waiting = None
            continue
        if waiting:
            yield waiting
        alone = bool(row.heading) and not row.text and not runs_in(row.level, row.heading)
        waiting = row if alone and row.level == SECOND_LEVEL else None
        if waiting is None:
            yield row
    if waiting:
        yield waiting
