"""By what a report is known on a page: its title, the official headings, the official tables."""

from collections.abc import Sequence

from generator.form.labels import Spot
from generator.form.vocabulary import Form
from generator.manuscript.importing.outline import exact_headings
from generator.manuscript.importing.plain_labels import bare, labels_of
from generator.manuscript.importing.tables import is_like_one
from generator.manuscript.importing.title import titles_in

_LONGEST = 300  # characters of what may be a heading with its text behind it, or a title

Forms = Sequence[Sequence[Form]]
"""The forms that a page may be a report of, each with its editions, the one in force first."""


class Landmarks:
    """Knows the forms that a page may be a report of."""

    def __init__(self, forms: Forms) -> None:
        """Take each form with its editions."""
        self._forms = forms

    def headings(self, lines: Sequence[str]) -> dict[int, int]:
        """Return the lines that are official headings, each with its section."""
        short = [line[:_LONGEST] for line in lines]
        found: dict[int, int] = {}
        for editions in self._forms:
            for at, heading in exact_headings(short, editions).items():
                found.setdefault(at, heading.section)
        return found

    def titles(self, lines: Sequence[str]) -> list[range]:
        """Return the lines of each title of a report."""
        short = [line if len(line) <= _LONGEST else "" for line in lines]
        forms = [editions[0] for editions in self._forms]
        found = {(one.first, one.last + 1) for form in forms for one in titles_in(short, form)}
        return [range(*one) for one in sorted(found)]

    @property
    def fewest_headings(self) -> int:
        """So many official headings a report has at least."""
        return max(2, min(len(editions[0].sections) for editions in self._forms) // 2)

    def is_official(self, cells: dict[Spot, str]) -> bool:
        """Tell whether cells are those of a table of a form, wherever it stands."""
        return any(is_like_one(cells, editions) for editions in self._forms)

    def is_label(self, text: str) -> bool:
        """Tell whether a text is a label of a table of a form."""
        tables = (table for editions in self._forms for form in editions for table in form.tables)
        return any(bare(text) in labels_of(table) for table in tables)
