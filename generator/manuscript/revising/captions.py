"""The captions of a document, and what stands beside each: a picture, a chart, a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match, align
from generator.manuscript.laid_out import At, LaidOut
from generator.manuscript.manuscript import Line
from generator.manuscript.review.document_edits import numbers_of
from generator.manuscript.review.generated_lines import GeneratedLine
from generator.model.captions import captioned, shown_by
from generator.model.report import Paragraph, Report


@dataclass(frozen=True)
class Caption:
    """A caption of a generated document."""

    row: Paragraph
    """Of the report."""
    at: At | None
    """Where that stands which it is the caption of; None where that was missing."""
    text: str

    @property
    def key(self) -> str:
        """By which it is known again whatever number it has by now."""
        words = " ".join(self.row.heading.split()) or shown_by(self.row).name
        return f"{self.row.kind}：{words}"


class Captions(NamedTuple):
    """The captions of the generated and of the fresh document, by their lines."""

    old: Mapping[int, Caption]
    new: Mapping[int, Caption]


def captions_of(
    laid: LaidOut, lines: Sequence[GeneratedLine], report: Report, form: Form
) -> dict[int, Caption]:
    """Return the captions of a document that was generated from a report, by their lines."""
    if not any(paragraph.kind for paragraph in report.paragraphs):
        return {}
    shown = {id(paragraph) for paragraph, _ in captioned(report, form)}
    blocks = numbers_of(laid.manuscript, Line)
    found: dict[int, Caption] = {}
    for number, line in enumerate(lines):
        row = None if line.row is None else report.paragraphs[line.row]
        if row is not None and id(row) in shown:
            found[number] = Caption(row, laid.beside(blocks[number], row.kind), line.text.strip())
    return found


def align_with_captions(
    old: Sequence[str], new: Sequence[str], captions: Captions
) -> Iterator[Match]:
    """Yield what became of lines; captions become captions of the same kind, or nothing."""
    keys = [
        [known[at].key if at in known else line for at, line in enumerate(lines)]
        for lines, known in ((old, captions.old), (new, captions.new))
    ]
    for match in align(*keys):
        before = {captions.old[at].row.kind for at in match.before if at in captions.old}
        after = {captions.new[at].row.kind for at in match.after if at in captions.new}
        single = len(match.before) <= 1 and len(match.after) <= 1
        one_kind = before == after or not match.before or not match.after
        if not (before or after) or (single and one_kind):
            yield match
        else:
            yield from (Match((at,), ()) for at in match.before)
            yield from (Match((), (at,)) for at in match.after)
