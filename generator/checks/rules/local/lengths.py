"""篇幅: how long the text of a part may be, or has to be.

Characters are counted as people count them: punctuation is counted, spaces are not. What is
counted is the text as printed, with its own headings and their numbers; the headings of the form
and its tables are the same for everybody, and not counted.
"""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.local.place_of_text import (
    lines_of,
    not_known,
    place_among,
    told,
    wholly_known,
)
from generator.model.finding import Finding
from generator.model.typed_input.local_rules import Requirement

_NOT_SEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")


def length(text: str) -> int:
    """Return how many characters people count in a text."""
    return sum(unicodedata.category(character) not in _NOT_SEEN for character in text)


def not_too_long(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Find a text that is longer than the place wants it; also one of which more may come."""
    found, most = _length_of(case, requirement), requirement.asked.length
    if found > most:
        message = f"“{requirement.scope}”应不超过 {most} 字，现有 {found} 字，多 {found - most} 字"
        yield _told(case, requirement, message, "请压缩文字", found)


def not_too_short(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Find a text that is shorter than the place wants it."""
    found, least = _length_of(case, requirement), requirement.asked.length
    if found >= least:
        return
    if not wholly_known(case, requirement):
        yield not_known(case, requirement)
        return
    message = f"“{requirement.scope}”应不少于 {least} 字，现有 {found} 字，少 {least - found} 字"
    yield _told(case, requirement, message, "请把情况写具体", found)


def _length_of(case: Case, requirement: Requirement) -> int:
    lines = lines_of(case, requirement)
    return sum(length(piece) for line in lines for piece in (line.number, line.heading, line.text))


def _told(case: Case, requirement: Requirement, message: str, advice: str, found: int) -> Finding:
    return told(
        requirement,
        place_among(lines_of(case, requirement), case),
        message,
        advice,
        expected=Decimal(requirement.asked.length),
        found=Decimal(found),
    )
