"""What changed between a report as it was published and as it is published again."""

from collections.abc import Iterator

from generator.form.labels import label_key
from generator.form.organ_and_year import heading_key
from generator.form.vocabulary import Form
from generator.manuscript.publishing.corrected_figures import corrected_figures
from generator.manuscript.publishing.corrected_tables import corrected_tables
from generator.manuscript.publishing.corrected_words import Words, corrected_words, differing
from generator.model.correction import Correction
from generator.model.narrative import printed
from generator.model.publication import Publication, PublishedTable
from generator.model.report import Figure, Report
from generator.pipeline.publishing.published_before import Outcome

_BLANK = "空白"


def corrections(before: Outcome, after: Outcome, form: Form) -> list[Correction]:
    """Return what is other than it was published: figures, words, tables, pictures and charts.

    The document tells all of it but blank cells, which it prints as 0; the data tell those, and
    where the document was not published, the figures and words alone.
    """
    found = list(_figures(before.report, after.report, form))
    was, now = before.publication, after.publication
    if was is None or now is None:
        return [*found, *_words(before.report, after.report, form)]
    known = before.report is not None and after.report is not None
    tables = [_tables(one, form, known=known) for one in (was, now)]
    return [
        *found,
        *corrected_words(was, now),
        *corrected_tables(*tables),
        *corrected_figures(was, now),
    ]


def _tables(publication: Publication, form: Form, *, known: bool) -> list[PublishedTable]:
    """Return its tables; of the form's own only the words, where the figures are known."""
    names = {label_key(heading) for heading in form.headings}
    found = [one for one in publication.blocks if isinstance(one, PublishedTable)]
    return [
        one._replace(cells=tuple(cell for cell in one.cells if cell.scope))
        if known and not one.caption and heading_key(one.name, form) in names
        else one
        for one in found
    ]


def _figures(before: Report | None, after: Report | None, form: Form) -> Iterator[Correction]:
    if before is None or after is None:
        return
    for heading, section in zip(form.headings, form.sections, strict=True):
        for table in section.tables:
            where = heading if len(section.tables) == 1 else f"{heading}（{table.title}）"
            for spec in table.figures:
                was, now = (_said(one.figures.get(spec.name)) for one in (before, after))
                if was != now:
                    yield Correction(f"{where}“{spec.label}”", was, now)


def _said(figure: Figure | None) -> str:
    """Return a figure as it was published; a blank is none that is 0."""
    return _BLANK if figure is None or figure.is_blank else figure.printed


def _words(before: Report | None, after: Report | None, form: Form) -> Iterator[Correction]:
    """Yield what changed in the words of two reports as data."""
    if before is None or after is None:
        return
    labels = {part.name: part.label for part in form.parts}
    sides = [
        [
            Words(labels[line.source.part], f"{line.number}{line.heading}{line.text}".strip())
            for line in printed(one, form)[0]
        ]
        for one in (before, after)
    ]
    yield from differing(*sides)
