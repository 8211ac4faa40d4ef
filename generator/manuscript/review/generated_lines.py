"""The lines of a document as it was generated, each with the row of the report it came from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from generator.form.labels import label_key
from generator.form.organ_and_year import printed_headings
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.manuscript.manuscript import Line
from generator.model.narrative import Piece, PrintedParagraph, as_typed, citable, pieces, printed
from generator.model.printed_lines import PrintedLine, laid_out, printable
from generator.model.report import Report

SIGNATURE = "signature"
"""Role of the entry that is printed below the text."""
_LONGEST_TITLE = 3  # lines


class Role(Enum):
    """What a piece of a line is."""

    NUMBER = "number"
    HEADING = "heading"
    STOP = "stop"
    """The 。 that the program sets after a heading."""
    TEXT = "text"


@dataclass(frozen=True)
class Segment:
    """A piece of a printed line: what is shown, what was typed for it, what it cites."""

    role: Role
    piece: Piece


@dataclass(frozen=True)
class GeneratedLine:
    """A line as the program printed it."""

    text: str
    segments: tuple[Segment, ...]
    row: int | None = None
    """Number of the paragraph of the report; None where the form or the template has it."""
    leads: bool = False
    """Whether it is the first line of its row."""
    section: int = 0
    """For a heading of the first level, which."""
    title: bool = False
    kind: str = ""
    """图 or 表, of the caption of what a row shows."""


def generated_lines(lines: Sequence[Line], report: Report, form: Form) -> list[GeneratedLine]:
    """Tell of every line of a document that was generated from a report where it came from."""
    names = citable(report, form)
    due = list(_printed_lines(report, form, names))
    title = _title_lines(lines, report, form)
    headings = _headings(report, form)
    found: list[GeneratedLine] = []
    for at, line in enumerate(lines):
        if due and line.text.strip() == due[0].text.strip():
            found.append(due.pop(0))
        elif at in title:
            found.append(
                GeneratedLine(
                    line.text, tuple(_naming_organ_and_year(line.text, names)), title=True
                )
            )
        else:
            section = headings.get(label_key(line.text), 0)
            if section and form.sections[section - 1].before_heading:
                said = tuple(_naming_organ_and_year(line.text, names))
            else:
                said = (_fixed(line.text, report, form),)
            found.append(GeneratedLine(line.text, said, section=section))
    return found


def _headings(report: Report, form: Form) -> dict[str, int]:
    """Return the sections by the label_key of their headings."""
    organ, year = (report.entries.get(name) for name in (ORGAN, YEAR))
    headings = printed_headings(form, organ.printed if organ else "", year.printed if year else "")
    return {label_key(heading): number for number, heading in enumerate(headings, 1)}


def closing_of(lines: Sequence[GeneratedLine]) -> range:
    """Return which lines the template prints below all text: who signs, and when."""
    text = [at for at, one in enumerate(lines) if one.row is not None or one.section or one.title]
    return range(text[-1] + 1 if text else 0, len(lines))


def _fixed(text: str, report: Report, form: Form) -> Segment:
    """Return a line of the template, which may be one of 基本信息 and nothing else.

    Where an organ signs with its full name, such a line is the signature.
    """
    said = [name for name, entry in report.entries.items() if entry.printed == text.strip()]
    signs = [one.name for one in form.entries if one.name in said and one.role == SIGNATURE]
    said = signs or said
    if len(said) == 1:
        return Segment(Role.TEXT, Piece(text.strip(), f"【{said[0]}】", said[0]))
    return Segment(Role.TEXT, Piece(text, as_typed(text)))


def _printed_lines(report: Report, form: Form, names: Mapping[str, str]) -> Iterator[GeneratedLine]:
    lines, _ = printed(report, form)
    order = [
        row
        for part in form.parts
        for row, paragraph in enumerate(report.paragraphs)
        if paragraph.part == part.name
    ]
    for row, line in zip(order, lines, strict=True):
        yield from _row(row, line, names)


def _row(row: int, line: PrintedParagraph, names: Mapping[str, str]) -> Iterator[GeneratedLine]:
    source = line.source
    heading, text = printable(line.heading), printable(line.text)
    laid = laid_out(source.level, line.number, heading, text)
    typed = [
        own
        for one in printable(source.text).split("\n")
        if (own := pieces(one, names)) and _shown(own).strip()
    ]
    shown = [one.text for one in laid if not one.stands_alone and one.text]
    if [_shown(own) for own in typed] != shown:
        typed = [[Piece(one, as_typed(one))] for one in shown]
    for nth, one in enumerate(laid):
        if not one.whole.strip():
            continue
        segments = list(_before_text(one, printable(source.heading), names))
        if one.text:
            segments += [Segment(Role.TEXT, piece) for piece in typed.pop(0)]
        yield GeneratedLine(one.whole, tuple(segments), row, leads=nth == 0, kind=source.kind)


def _before_text(one: PrintedLine, typed: str, names: Mapping[str, str]) -> Iterator[Segment]:
    if one.number:
        yield Segment(Role.NUMBER, Piece(one.number, ""))
    if not one.heading:
        return
    own = pieces(" ".join(typed.split("\n")), names)
    if _shown(own) == one.heading:
        yield from (Segment(Role.HEADING, piece) for piece in own)
    elif one.heading == f"{_shown(own)}。":
        yield from (Segment(Role.HEADING, piece) for piece in own)
        yield Segment(Role.STOP, Piece("。", ""))
    else:
        yield Segment(Role.HEADING, Piece(one.heading, as_typed(one.heading)))


def _title_lines(lines: Sequence[Line], report: Report, form: Form) -> range:
    """Return which lines are the title."""
    organ, year = (report.entries.get(name) for name in (ORGAN, YEAR))
    if not organ or not year:
        return range(0)
    title = label_key(organ.printed + form.title.format(year=year.printed))
    for start in range(len(lines)):
        for end in range(start + 1, min(start + _LONGEST_TITLE, len(lines)) + 1):
            if label_key("".join(line.text for line in lines[start:end])) == title:
                return range(start, end)
    return range(0)


def _naming_organ_and_year(text: str, names: Mapping[str, str]) -> Iterator[Segment]:
    """Yield the segments of a line of the title, or of a heading that cites them as it does."""
    for name in (ORGAN, YEAR):
        before, found, text = text.partition(names[name])
        if not found:
            text = before
            continue
        if before:
            yield Segment(Role.TEXT, Piece(before, as_typed(before)))
        yield Segment(Role.TEXT, Piece(found, f"【{name}】", name))
    if text:
        yield Segment(Role.TEXT, Piece(text, as_typed(text)))


def _shown(own: Sequence[Piece]) -> str:
    return "".join(piece.shown for piece in own)
