"""The organ and the year in what a form prints: {organ} and {year}, put in or told in a text."""

import re
from functools import cache

from generator.form.labels import label_key
from generator.form.vocabulary import Form

ORGAN_PLACE, YEAR_PLACE = "{organ}", "{year}"
PLACES = (ORGAN_PLACE, YEAR_PLACE)
_ORGAN, _YEAR = "\ue000", "\ue001"
"""Signs that no form has, in the place of any organ and any year."""
_NUMBER = "(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、)?"


def with_organ_and_year(words: str, organ: str, year: str) -> str:
    """Return what a form prints, with an organ and a year in their places."""
    return words.replace(ORGAN_PLACE, organ).replace(YEAR_PLACE, year)


def of_any_organ_and_year(words: str) -> str:
    """Return a pattern of the label_key of what a form prints, whatever organ and year it names.

    Offices put their short name there, or leave one out.
    """
    key = re.escape(label_key(with_organ_and_year(words, _ORGAN, _YEAR)))
    return key.replace(_ORGAN, ".{0,40}").replace(_YEAR, r"(?:20\d\d)?")


def printed_headings(form: Form, organ: str, year: str) -> tuple[str, ...]:
    """Return the headings of the sections as they are printed in an organ's report on a year."""
    return tuple(
        form.section_number(number)
        + with_organ_and_year(section.before_heading, organ, year)
        + section.heading
        for number, section in enumerate(form.sections, 1)
    )


def heading_key(text: str, form: Form) -> str:
    """Return the label_key of a heading, without the organ and the year that the form has in it."""
    key = label_key(text)
    for before, heading in form.before_headings:
        key = _whole_heading(before, heading).sub(r"\1\2", key)
    return key


@cache
def _whole_heading(before: str, heading: str) -> re.Pattern[str]:
    """Return a pattern of a whole heading: its number, then what is to go, then its words."""
    words = re.escape(label_key(heading))
    return re.compile(f"^({_NUMBER}){of_any_organ_and_year(before)}({words})$")
