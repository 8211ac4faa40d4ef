"""Statements of figures in the text: which number, of what, in which sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks import subjects as say
from generator.checks.naming import subject_of
from generator.checks.quantities import Quantity
from generator.checks.sentences import Sentence, segment
from generator.checks.subjects import Subject

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
    before = words if subject.dimension == "rule" else segment(sentence, quantity.start)
    if say.POPULATION.search(before) or say.REPRESENTING.search(sentence.text):
        return True
    return bool(say.CHANNEL.search(words)) and not say.WHOLE.search(words)
