"""A workbook → how its report will be printed, with every finding where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.form.organ_and_year import printed_headings
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.model.narrative import printed
from generator.model.preview import Preview, PreviewBlock, PreviewLine, PreviewPart, Stretch
from generator.model.publication import Manner
from generator.model.report import Report
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.previewing.marks import with_marks
from generator.pipeline.previewing.narrative_lines import Names, lines_of
from generator.pipeline.previewing.tables import organ_and_year, with_caption_and_notes
from generator.pipeline.read_and_check import examine
from generator.pipeline.sources import Given

_NOT_WRITTEN = "（这一部分还没有写）"


class Previewed(NamedTuple):
    """A report that was checked, and how it will be printed."""

    outcome: Outcome
    preview: Preview
    ids: tuple[str, ...]
    """Of each finding of the outcome, in order: its key, with a number where that repeats."""


def preview(
    workbook: Given, *, form: Form | None = None, previous: Given | None = None
) -> Previewed:
    """Check a report and show how it will be printed, however much of it is still missing.

    Raise Refusal where the file cannot be used.
    """
    examined = examine(workbook, form=form, previous=previous)
    held_by = [one for one in examined.findings if one.holds_back]
    outcome = examined.outcome(Status.CHECKED, held_by=held_by)
    shown = preview_of(examined.report, examined.form)
    ids = tuple(_ids([finding.key for finding in outcome.findings]))
    found = dict(zip(ids, outcome.findings, strict=True))
    return Previewed(outcome, with_marks(shown, found, examined.report.file), ids)


def preview_of(report: Report, form: Form) -> Preview:
    """Return how a report will be printed, without findings."""
    return Preview(tuple(_title(report, form)), tuple(_parts(report, form)))


def _ids(keys: list[str]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
        yield key if counts[key] == 1 else f"{key}-{counts[key]}"


def _title(report: Report, form: Form) -> Iterator[PreviewLine]:
    """Yield the organ and the title, as they are made from the entries."""
    organ, year = (report.entries.get(name) for name in (ORGAN, YEAR))
    for number, (name, entry) in enumerate(((ORGAN, organ), (YEAR, year)), 1):
        text = entry.printed if entry else f"（{name}）"
        said = text if name == ORGAN else form.title.format(year=text)
        place = entry.place if entry else None
        stretch = Stretch(said, origin=place, blank=entry is None)
        yield PreviewLine(f"title-{number}", (stretch,), place, level=1)


def _parts(report: Report, form: Form) -> Iterator[PreviewPart]:
    names = Names.of(report, form)
    lines, _ = printed(report, form)
    headings = printed_headings(form, *organ_and_year(report))
    for number in range(len(form.sections) + 1):
        parts = [part for part in form.parts if part.section == number]
        section = form.sections[number - 1] if number else None
        label = headings[number - 1] if number else parts[0].label
        own = f"part-{number}"
        blocks: list[PreviewBlock] = []
        if section is not None:
            blocks.append(PreviewLine(f"{own}-heading", (Stretch(label),), level=2))
        for at, part in enumerate(parts):
            if section is not None and part.tables_above:
                table = section.tables[part.tables_above - 1]
                blocks += with_caption_and_notes(table, f"{own}-table-{at}", label, report)
            there = [line for line in lines if line.source.part == part.name]
            blocks += lines_of(there, f"{own}-{at}", report, names)
        if section is None and not (blocks or form.opening):
            continue  # above the first heading this form says nothing
        if len(blocks) <= (section is not None):
            missing = Stretch(_NOT_WRITTEN, blank=True)
            blocks.append(PreviewLine(f"{own}-missing", (missing,), blank=True))
        yield PreviewPart(own, label, tuple(blocks))
    if closing := tuple(_closing(report, form)):
        yield PreviewPart("part-closing", "落款", closing)


def _closing(report: Report, form: Form) -> Iterator[PreviewLine]:
    manners = {"signature": Manner.SIGNATURE, "issued": Manner.ISSUED}
    for role, manner in manners.items():
        for spec in form.entries:
            entry = report.entries.get(spec.name) if spec.role == role else None
            if entry:
                said = (Stretch(entry.printed, origin=entry.place),)
                yield PreviewLine(f"closing-{role}", said, entry.place, manner=manner)
