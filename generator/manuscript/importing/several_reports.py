"""Are there several reports in one document? Which of them is meant, nobody but a person knows."""

from collections.abc import Sequence

from generator.form.labels import label_key
from generator.form.vocabulary import Form
from generator.manuscript.importing.outline import outline_of
from generator.manuscript.importing.title import titles_in
from generator.manuscript.manuscript import Manuscript

_FEWEST = 3  # headings of the first level below a title that begins a report


def reports_in(manuscript: Manuscript, editions: Sequence[Form]) -> list[str]:
    """Return the titles of the reports that a document holds; at most one where it is as usual.

    A title is one of a report where headings of the form follow it, and it names another year or
    organ than the one before. So a cover, a contents page and links to other reports are none.
    """
    lines = [line.text for line in manuscript.lines]
    titles = titles_in(lines, editions[0])
    if len(titles) < 2:  # noqa: PLR2004 - of one alone nothing is to be found
        return [title.text for title in titles]
    found: dict[tuple[str, int | None], str] = {}
    ends = [title.first for title in titles[1:]] + [len(lines)]
    for title, end in zip(titles, ends, strict=True):
        below = outline_of(lines[title.last + 1 : end], editions)
        if len(below.headings) >= _FEWEST:
            found.setdefault((label_key(title.organ), title.year), title.text)
    return list(found.values())
