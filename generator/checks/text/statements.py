"""Statements of figures in the text: which number, of what, in which sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.text.naming import subject_of
from generator.checks.text.patterns import compiled
from generator.checks.text.qualifiers import POPULATION, REPRESENTING, WHOLE
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import NEAR, Sentence, words_before
from generator.form.wordings import Subject, Wordings

_ENUMERATION = re.compile(r"其中|包括|分别|含")


@dataclass(frozen=True)
class Statement:
    """A number that is said of something the form counts."""

    sentence: Sentence
    quantity: Quantity
    subject: Subject
    enumerated: bool
    """Whether it is an item of an enumeration, such as 其中……."""
    qualified: bool
    """Whether it is said of a part of all: 代表市政府, 备案, 通过网站."""


def statements_of(sentence: Sentence, wordings: Wordings) -> Iterator[Statement]:
    """Yield what a sentence states about figures of the form."""
    for quantity in sentence.quantities:
        subject = subject_of(sentence, quantity, wordings)
        if subject is None or quantity.about:
            continue
        enumerated = _enumerated(sentence, quantity)
        qualified = _qualified(sentence, quantity, subject, wordings)
        yield Statement(sentence, quantity, subject, enumerated, qualified)


def _enumerated(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a sign of an enumeration stands before a number, in its clause."""
    before = words_before(sentence, quantity.start)
    signs = list(_ENUMERATION.finditer(before))
    if not signs:
        return False
    opened = before.rfind("（")
    closed = before.rfind("）")
    return not (opened < signs[-1].start() < closed) or signs[0].start() < opened


def _qualified(
    sentence: Sentence, quantity: Quantity, subject: Subject, wordings: Wordings
) -> bool:
    words = quantity.before
    earlier = words_before(sentence, quantity.start)
    documents = wordings.documents if subject.dimension == "document" else None
    population = words if documents else earlier
    if POPULATION.search(population) or REPRESENTING.search(sentence.text):
        return True
    if documents and compiled(documents.stocktaking).search(earlier):
        return True
    if compiled(wordings.channels).search(words) and not WHOLE.search(words):
        return True
    return "共" not in words and _between_channels(sentence, quantity, wordings)


def _between_channels(sentence: Sentence, quantity: Quantity, wordings: Wordings) -> bool:
    """Tell whether a number is one channel's: the 62 of 受理线上65件，办结62件，受理线下9件."""
    later = sentence.text[quantity.end : quantity.end + NEAR]
    taken_through = compiled(wordings.taken_through)
    return bool(
        taken_through.search(words_before(sentence, quantity.start)) and taken_through.search(later)
    )
