"""The narrative of one unit as others may have it too, each character with where it stands."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple
from zlib import crc32

from generator.checks.text.patterns import compiled
from generator.checks.text.similarity import (
    DOCUMENT,
    SENTENCE,
    SET_PHRASES,
    only_states_figures,
)
from generator.form.pattern import Pattern
from generator.form.vocabulary import Form
from generator.model.collection.filing import FiledText
from generator.model.report import Place

RUN = 12
"""Characters of a fingerprint: a shorter agreement is chance or custom."""
_ONE_IN = 4
"""Of so many runs of characters one is kept, chosen by what it says, so the same in every text."""
_NO_WORD = Pattern(r"[\W_]+")
_NUMBER = Pattern(r"\d[\d.,，]*")
_BYTES = 2  # of a character
_A_FEW_NUMBERS = 2  # in a sentence that does more than state figures
_WIDE = {ord("０") + at: ord("0") + at for at in range(10)}
_LEFT_OUT = "\n"


class ComparableText(NamedTuple):
    """What is compared of a narrative."""

    texts: Sequence[FiledText]
    joined: str
    """All of it, as it is printed, one paragraph after the other."""
    bare: str
    """Its words without signs; numbers all alike, without what every report may say."""
    offsets: Sequence[int]
    """Where each character of `bare` stands in `joined`."""

    def passage(self, start: int, end: int) -> str:
        """Return the words as they are printed that a part of `bare` was made of."""
        whole = self.joined[self.offsets[start] : self.offsets[end - 1] + 1]
        return whole.replace("\n", "")

    def place(self, start: int) -> Place:
        """Return the paragraph in which a part of `bare` begins."""
        begins = list(accumulate((len(one.text) + 1 for one in self.texts), initial=0))
        return self.texts[bisect_right(begins, self.offsets[start]) - 1].place


def comparable_text(texts: Sequence[FiledText], names: Iterable[str], form: Form) -> ComparableText:
    """Return a narrative ready to be compared; `names` are those of its organ."""
    joined = "\n".join(text.text for text in texts)
    masked = _masked(texts, names, form)
    offsets = array("I", (at for at, one in enumerate(masked) if one.isalnum()))
    return ComparableText(texts, joined, _NO_WORD.sub("", masked), offsets)


def bare_text(texts: Sequence[FiledText], names: Iterable[str], form: Form) -> str:
    """Return only the words of a narrative that are compared."""
    return _NO_WORD.sub("", _masked(texts, names, form))


def fingerprints(bare: str) -> list[tuple[int, int]]:
    """Return (fingerprint, where it begins) of some of the runs of characters, in order.

    A fingerprint has 32 bits, and does not differ between processes as a hash of Python's does.
    """
    data = bare.encode("utf-16-le", "surrogatepass")
    size = RUN * _BYTES
    return [
        (mark, at // _BYTES)
        for at in range(0, len(data) - size + 1, _BYTES)
        if not (mark := crc32(data[at : at + size])) % _ONE_IN
    ]


def official_fingerprints(form: Form) -> set[int]:
    """Return the fingerprints of what the form itself says, and of what every report may say."""
    said = [
        form.opening,
        *SET_PHRASES,
        *form.wordings.set_phrases,
        *form.headings,
        *(topic for section in form.sections for topic in section.topics),
        *("".join((*spec.row.label, *spec.column.label)) for spec in form.figures.values()),
        *(entry.hint for entry in form.entries),
    ]
    return {mark for text in said for mark, _ in fingerprints(_NO_WORD.sub("", text))}


def _masked(texts: Sequence[FiledText], names: Iterable[str], form: Form) -> str:
    """Return the paragraphs, each character in its place, without what is not compared."""
    opening = form.parts[0].name
    joined = "\n".join(
        _LEFT_OUT * len(text.text) if text.part == opening else text.text for text in texts
    ).translate(_WIDE)
    joined = "".join(
        _LEFT_OUT * len(sentence) if _is_said_by_all(sentence, form) else sentence
        for sentence in SENTENCE.findall(joined)
    )
    joined = DOCUMENT.sub(lambda found: _LEFT_OUT * len(found[0]), joined)
    for name in sorted(set(names), key=len, reverse=True):
        joined = joined.replace(name, _LEFT_OUT * len(name)) if name else joined
    return _NUMBER.sub(lambda found: "0".ljust(len(found[0]), _LEFT_OUT), joined)


def _is_said_by_all(sentence: str, form: Form) -> bool:
    """Tell whether a sentence is prescribed, of the report itself, or only states figures."""
    wordings = form.wordings
    return bool(
        compiled(wordings.set_sentences).search(sentence)
        or compiled(form.opening_words).search(sentence)
        or (len(_NUMBER.findall(sentence)) > _A_FEW_NUMBERS and only_states_figures(sentence))
    )
