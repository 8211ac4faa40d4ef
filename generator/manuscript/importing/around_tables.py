"""What the form prints above and under its tables: captions and notes, which are no text of people.

A caption is known by its words whatever organ and year it names, a note by its words; one that is
worded otherwise is told, for the form's own is printed in its place.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class AroundTables(NamedTuple):
    """Which lines are printed around tables, by their places."""

    captions: frozenset[int] = frozenset()
    notes: frozenset[int] = frozenset()
    like_notes: frozenset[int] = frozenset()
    """Those that are worded otherwise than a note of the form."""


def printed_around_tables(lines: Sequence[str], form: Form) -> AroundTables:
    """Return the lines that are captions and notes of the form, and those that are like notes."""
    if not any(table.caption or table.notes for table in form.tables):
        return AroundTables()
    of_form, notes_of_form = _captions(form), _notes(form)
    captions, notes, alike = set[int](), set[int](), set[int]()
    for at, line in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        key = label_key(line)
        words = _NUMBERED.sub("", key)
        if of_form.fullmatch(key):
            captions.add(at)
        elif words in notes_of_form:
            notes.add(at)
        elif len(words) >= _SHORTEST and any(
            likeness(words, note) >= _ALIKE for note in notes_of_form
        ):
            alike.add(at)
    return AroundTables(frozenset(captions), frozenset(notes), frozenset(alike))


def _captions(form: Form) -> re.Pattern[str]:
    return re.compile("|".join(_caption_patterns(form)) or r"(?!)")


def _caption_patterns(form: Form) -> Iterator[str]:
    for table in form.tables:
        if table.caption:
            words = of_any_organ_and_year(table.caption)
            yield re.sub(r"^表(?:[一二三四五六七八九十]+|\d+)", lambda _: _NUMBER_OF_TABLE, words)


def _notes(form: Form) -> frozenset[str]:
    notes = (note for table in form.tables for note in table.notes)
    return frozenset(_NUMBERED.sub("", label_key(note)) for note in notes) - {""}
