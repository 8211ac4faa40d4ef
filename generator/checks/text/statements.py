"""Statements of figures in the text: which number, of what, in which sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.text.naming import subject_of
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import NEAR, Sentence, segment
from generator.form.disclosure import wordings as say
from generator.form.disclosure.wordings import Subject

_LIST = re.compile(r"其中|包括|分别|含")


@dataclass(frozen=True)
class Statement:
    """A number that is said of something the form counts."""

    sentence: Sentence
    quantity: Quantity
    subject: Subject
    listed: bool
    """Whether it is an item of a list, such as 其中……."""
    qualified: bool
    """Whether it is said of a part of all: 代表市政府, 备案, 通过网站."""


def statements_of(sentence: Sentence) -> Iterator[Statement]:
    """Yield what a sentence states about figures of the form."""
    for quantity in sentence.quantities:
        subject = subject_of(sentence, quantity)
        if subject is None or quantity.about:
            continue
        listed = _listed(sentence, quantity)
        yield Statement(
            sentence, quantity, subject, listed, _qualified(sentence, quantity, subject)
        )


def _listed(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a mark of a list stands before a number, in its part of the sentence."""
    before = segment(sentence, quantity.start)
    marks = list(_LIST.finditer(before))
    if not marks:
        return False
    opened = before.rfind("（")
    closed = before.rfind("）")
    return not (opened < marks[-1].start() < closed) or marks[0].start() < opened


def _qualified(sentence: Sentence, quantity: Quantity, subject: Subject) -> bool:
    words = quantity.before
    earlier = segment(sentence, quantity.start)
    of_documents = subject.dimension == "rule"
    population = words if of_documents else earlier
    if say.POPULATION.search(population) or say.REPRESENTING.search(sentence.text):
        return True
    if of_documents and "清理" in earlier:  # a stock of documents, some of them other organs'
        return True
    if say.CHANNEL.search(words) and not say.WHOLE.search(words):
        return True
    return "共" not in words and _between_channels(sentence, quantity)


def _between_channels(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a number is one channel's: the 62 of 受理线上65件，办结62件，受理线下9件."""
    later = sentence.text[quantity.end : quantity.end + NEAR]
    return bool(
        say.TAKEN_THROUGH.search(segment(sentence, quantity.start))
        and say.TAKEN_THROUGH.search(later)
    )
