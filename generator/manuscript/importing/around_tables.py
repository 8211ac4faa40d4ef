"""What the form prints above and under its tables: captions and notes, which are no text of people.

A caption is known by its words whatever organ and year it names, a note by its words; one that is
worded otherwise is told, for the form's own is printed in its place.
"""

import re
from collections.abc import Iterator, Sequence

from generator.form.labels import label_key
from generator.form.organ_and_year import of_any_organ_and_year
from generator.form.vocabulary import Form
from generator.manuscript.alignment import likeness

_ALIKE = 0.75
_LONGEST = 200
_NUMBERED = re.compile(r"^(?:说明[:：]?)?(?:\d{1,2}[.、．])?")
_NUMBER_OF_TABLE = r"(?:表[一二三四五六七八九十\d]{1,3}[:：.]?)?"
_SHORTEST = 8
"""Signs of a note that another may be like without being the same by chance."""


def printed_around_tables(lines: Sequence[str], form: Form) -> tuple[set[int], set[int]]:
    """Return the lines that are captions and notes of the form, and those that are like them."""
    if not any(table.caption or table.notes for table in form.tables):
        return set(), set()
    captions, notes = _captions(form), _notes(form)
    same, alike = set[int](), set[int]()
    for at, line in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        key = label_key(line)
        words = _NUMBERED.sub("", key)
        if captions.fullmatch(key) or words in notes:
            same.add(at)
        elif len(words) >= _SHORTEST and any(likeness(words, note) >= _ALIKE for note in notes):
            alike.add(at)
    return same, alike


def _captions(form: Form) -> re.Pattern[str]:
    return re.compile("|".join(_caption_patterns(form)) or r"(?!)")


def _caption_patterns(form: Form) -> Iterator[str]:
    for table in form.tables:
        if table.caption:
            words = of_any_organ_and_year(table.caption)
            yield re.sub("^表[一二三四五六七八九十]+", lambda _: _NUMBER_OF_TABLE, words)


def _notes(form: Form) -> frozenset[str]:
    notes = (note for table in form.tables for note in table.notes)
    return frozenset(_NUMBERED.sub("", label_key(note)) for note in notes) - {""}
