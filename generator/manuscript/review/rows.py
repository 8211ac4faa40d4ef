"""The narrative of an edited document as rows of a workbook, citations kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Line
from generator.manuscript.review.exhibits.captions import caption_words
from generator.manuscript.review.exhibits.shown import NOTHING_SHOWN, Shown
from generator.manuscript.review.gathered_lines import (
    Gathered,
    gathered_lines,
    with_captions_alone,
)
from generator.manuscript.review.generated_lines import GeneratedLine, Role, Segment
from generator.manuscript.review.heading_and_text import (
    KnownRows,
    begins_with_heading,
    headings_and_texts,
    literal,
)
from generator.manuscript.review.line_segments import cut, shown, typed
from generator.manuscript.review.typed_numbers import SHAPES, typed_number
from generator.model.narrative import HeadingCounter, run_in
from generator.model.printed_lines import laid_out
from generator.model.report import (
    BODY,
    Paragraph,
    Report,
)


@dataclass(frozen=True)
class EditedRow:
    """A row of the narrative as an edited document has it."""

    part: str
    row: int | None
    """The paragraph of the report that it was; None where it is new."""
    level: int
    heading: str
    """As it is typed, like the text: with 【…】 where it cites."""
    text: str
    lines: tuple[int, ...]
    """The lines of the document that it is; none of what is shown without a caption."""
    heading_there: str
    """Heading and text as they stand in the document."""
    text_there: str
    number: str = ""
    """The number that the program prints."""
    number_there: str = ""
    """The number that stands in the document."""
    kind: str = ""
    """图 or 表 where it shows something: its text says what, its heading is the caption."""


def edited_rows(
    lines: Sequence[Line],
    segments: Sequence[list[Segment]],
    part_names: Sequence[str],
    generated: Sequence[GeneratedLine],
    matches: Sequence[Match],
    *,
    report: Report,
    form: Form,
    exhibits: Shown = NOTHING_SHOWN,
) -> list[EditedRow]:
    """Return the rows that print as the lines of an edited document, part by part.

    `segments` are those of every line, `part_names` the part of the form of every line, `exhibits`
    what is shown beside them.
    """
    sections = {part.name: part.section for part in form.parts}
    order = [part.name for part in form.parts]
    numbered = [typed_number(line.text)[0] != BODY for line in lines]
    captions = {pair.row for pair in exhibits.pairs}
    gathered = sorted(
        with_captions_alone(
            list(gathered_lines(part_names, generated, matches, numbered=numbered)),
            exhibits,
            captions,
        ),
        key=lambda one: order.index(one.part),
    )
    of_rows: dict[int | None, list[str]] = {}
    for line in generated:
        of_rows.setdefault(line.row, []).append(line.text.strip())
    numbers = HeadingCounter()
    known = KnownRows(
        [(one.part, None if one.row is None else report.paragraphs[one.row]) for one in gathered]
    )
    rows = []
    for nth, one in enumerate(gathered):
        if one.row is not None and one.row in captions:
            due = exhibits.due.get(one.row, "")
            rows.append(_caption(one, segments, report.paragraphs[one.row], due))
            continue
        there = [lines[at].text.strip() for at in one.lines]
        own = [segments[at] for at in one.lines]
        outlined = lines[one.lines[0]].outlined
        row = _fitted(one, own, numbers, sections, at=nth, known=known, outlined=outlined)
        if one.row is not None and there == of_rows.get(one.row):
            same = report.paragraphs[one.row]
            if row.level == same.level and not exhibits.cites_what_is_gone(same):
                row = replace(row, heading=same.heading, text=same.text)
        rows.append(row)
    return rows


def _caption(
    one: Gathered, segments: Sequence[list[Segment]], source: Paragraph, due: str
) -> EditedRow:
    """Return a row that shows something, with its caption as it is now."""
    own = segments[one.lines[0]] if one.lines else []
    there = caption_words(shown(own), source.kind)
    heading = typed(cut(own, there.start)[1]).strip()
    return EditedRow(
        one.part,
        one.row,
        source.level,
        heading,
        source.text,
        tuple(one.lines),
        there.words,
        source.text,
        due,
        there.number,
        source.kind,
    )


def _number_of(segments: Sequence[Segment]) -> tuple[int, str]:
    """Return the same of a line by its segments, of which the first may be known to be a number."""
    if segments and segments[0].role == Role.NUMBER:
        number = segments[0].piece.shown
        for level, shape in SHAPES.items():
            if shape.fullmatch(number.strip()):
                return level, number.strip()
    return typed_number(shown(segments))


def _fitted(
    one: Gathered,
    segments: Sequence[list[Segment]],
    numbers: HeadingCounter,
    sections: Mapping[str, int],
    *,
    at: int,
    known: KnownRows,
    outlined: bool,
) -> EditedRow:
    """Return the row that prints as its lines do; it is number `at` of all, some of them known.

    `outlined` says whether its first line is a heading to the program it was written in.
    """
    section = sections[one.part]
    first, others = segments[0], [literal(line) for line in segments[1:]]
    level, there = _number_of(first)
    before = known.row(at) if one.led else None
    if before is None or before.level != level:
        is_due = label_key(numbers.coming(section, level)) == label_key(there) if level else False
        was_typed = before is not None and before.level == BODY
        was_typed &= typed_number(before.text if before else "") == (level, there)
        level = level if is_due and not was_typed else BODY
    number = numbers.next(section, level)
    rest = _without_number(first, there) if level else literal(first)
    new = before is None or before.level != level
    by_words = (new and outlined) or begins_with_heading(level, None if new else before, at, known)
    halves = headings_and_texts(rest, by_words=by_words, new=new) if level else [([], rest)]
    for heading, text in halves:
        shown_text = _lines([shown(text), *map(shown, others)])
        shown_heading = run_in(shown(heading), shown_text, level)
        laid = [line.whole.strip() for line in laid_out(level, number, shown_heading, shown_text)]
        if laid == [line.strip() for line in (number + shown(rest), *map(shown, others))]:
            break
    return EditedRow(
        one.part,
        one.row,
        level,
        typed(heading),
        _lines([typed(text), *map(typed, others)]),
        tuple(one.lines),
        shown(heading),
        _lines([shown(text), *map(shown, others)]),
        number,
        there if level else "",
    )


def _lines(texts: Sequence[str]) -> str:
    """Join lines; a heading that stands alone has no first line of text beside it."""
    return "\n".join(texts if texts[0] else texts[1:])


def _without_number(segments: Sequence[Segment], number: str) -> list[Segment]:
    text = shown(segments)
    blank = len(text) - len(text.lstrip())
    return cut(segments, blank + len(number))[1]
