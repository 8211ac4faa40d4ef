"""Are there several reports in one document? Which of them is meant, nobody but a person knows."""

from collections.abc import Sequence

from generator.form.vocabulary import Form
from generator.manuscript.importing.outline import outline_of
from generator.manuscript.importing.title import Title, titles_in
from generator.manuscript.manuscript import Manuscript

_FEWEST = 3  # headings of the first level below a title that begins a report


def reports_in(manuscript: Manuscript, editions: Sequence[Form]) -> list[str]:
    """Return the titles of the reports that a document holds; at most one where it is as usual.

    A title is one of a report where headings of the form follow it, and it names another year or
    organ than those before. So a cover, a contents page and links to other reports are none.
    """
    lines = [line.text for line in manuscript.lines]
    titles = titles_in(lines, editions[0])
    if not titles:
        return []
    if len(titles) > 1:
        contents = outline_of(lines, editions).contents
        lines = ["" if at in contents else line for at, line in enumerate(lines)]
    found: list[Title] = []
    ends = [*(title.first for title in titles[1:]), len(lines)]
    for title, end in zip(titles, ends, strict=True):
        below = outline_of(lines[title.last + 1 : end], editions)
        known = any(_may_be_same(title, other) for other in found)
        if len(below.headings) >= _FEWEST and not known:
            found.append(title)
    return [title.text for title in found]


def _may_be_same(title: Title, other: Title) -> bool:
    """Tell whether titles may be of one report: neither year nor organ says otherwise."""
    same_year = title.year == other.year or None in (title.year, other.year)
    return same_year and (title.organ == other.organ or "" in (title.organ, other.organ))
