"""What people changed in a document, one thing at a time, as it is told to them."""

from collections.abc import Sequence

from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match
from generator.manuscript.manuscript import Manuscript
from generator.manuscript.review.changes.change import Change
from generator.manuscript.review.changes.of_lines import line_changes
from generator.manuscript.review.changes.of_other_things import other_changes
from generator.manuscript.review.changes.of_tables import table_changes
from generator.manuscript.review.edited_tables import EditedTables
from generator.manuscript.review.exhibits.shown import NOTHING_SHOWN, Shown
from generator.manuscript.review.generated_lines import GeneratedLine


def changes_of(
    generated: Sequence[GeneratedLine],
    base: Manuscript,
    edited: Manuscript,
    matches: Sequence[Match],
    *,
    tables: EditedTables,
    form: Form,
    shown: Shown = NOTHING_SHOWN,
) -> list[Change]:
    """Return every change of a document, in the order of the document."""
    return [
        *line_changes(generated, edited, matches, shown),
        *table_changes(base, edited, tables, form, shown),
        *(one.change for one in shown.differences),
        *other_changes(base, edited, shown),
    ]
