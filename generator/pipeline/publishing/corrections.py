"""What changed between a report as it was published and as it is published again."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.manuscript.alignment import align
from generator.model.narrative import printed
from generator.model.report import Report

_BLANK = "空白"


class Correction(NamedTuple):
    """One thing that a notice of correction says."""

    where: str
    """The table and the label of a figure, or the section of a text."""
    was: str
    """Empty where it is new."""
    now: str
    """Empty where it is gone."""


def corrections(before: Report, after: Report, form: Form) -> list[Correction]:
    """Return the figures, then the words, that are others than those that were published."""
    return [*_figures(before, after, form), *_words(before, after, form)]


def _figures(before: Report, after: Report, form: Form) -> Iterator[Correction]:
    for table in form.tables:
        for spec in table.figures:
            was, now = (
                one.figures[spec.name].printed if spec.name in one.figures else _BLANK
                for one in (before, after)
            )
            if was != now:
                yield Correction(f"{table.title}“{spec.label}”", was, now)


def _words(before: Report, after: Report, form: Form) -> Iterator[Correction]:
    labels = {part.name: part.label for part in form.parts}
    old, new = (printed(one, form)[0] for one in (before, after))
    texts = [
        [f"{line.number}{line.heading}{line.text}".strip() for line in side] for side in (old, new)
    ]
    for match in align(*texts):
        was, now = (
            "\n".join(side[at] for at in numbers)
            for side, numbers in zip(texts, (match.before, match.after), strict=True)
        )
        if was != now:
            line = new[match.after[0]] if match.after else old[match.before[0]]
            yield Correction(labels[line.source.part], was, now)
