"""The scope of a number: whose, when, in which state it is, as far as its words say so.

A clause is read word by word. Words that are known leave a number what it is, or make it a part, or
say that it is of something else; the rest is not understood, and what is not understood is no
statement of the tables' number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from generator.checks.text.lexicon import PATTERNS, WORDS, Kind
from generator.checks.text.patterns import compiled
from generator.form.pattern import Pattern
from generator.form.vocabulary import Form

_SIGNS = Pattern(r"[、“”‘’\"'《》<>—\-·/\[\]【】…\s\d，。；：（）,.]")
_ENDS_OF_NAMES = "局委办厅街道镇乡区市县"
_SHORTEST = 4  # characters of a label that are no chance
_BEYOND: frozenset[Kind] = frozenset({"other time", "other organ", "not done", "late"})
_WITHIN: frozenset[Kind] = frozenset({"part of the year", "part of the organ", "in time", "manner"})


class Scope(NamedTuple):
    """What the words around a number say of its scope."""

    kinds: frozenset[Kind]
    unknown: str = ""
    """The words that are not understood."""

    @property
    def beyond(self) -> frozenset[Kind]:
        """By what it is of something else than what the organ did in the year."""
        return self.kinds & _BEYOND

    @property
    def part(self) -> bool:
        """Whether it is of a part of that."""
        return bool(self.kinds & _WITHIN)


@dataclass(frozen=True)
class Reader:
    """Reads clauses with the words of the language, of a form and of an organ."""

    form: Form
    organ: str

    def scope(self, words: str, masks: Iterable[str] = (), *, labels: bool = False) -> Scope:
        """Return the scope that some words give; what `masks` find in them is understood.

        `labels` says that words of the form's rows are no more than the names of these rows.
        """
        known = (words, tuple(masks), labels)
        if known not in self._scopes:
            self._scopes[known] = self._read(words, known[1], labels=labels)
        return self._scopes[known]

    @cached_property
    def _scopes(self) -> dict[tuple[str, tuple[str, ...], bool], Scope]:
        """What was read before: the clauses before a number are those before the next one too."""
        return {}

    def _read(self, words: str, masks: tuple[str, ...], *, labels: bool) -> Scope:
        masked = {
            at
            for mask in masks
            for found in compiled(mask).finditer(words)
            for at in range(*found.span())
        }
        kinds: set[Kind] = set()
        unknown: list[str] = []
        at = 0
        while at < len(words):
            kind, length = self._word(words, at, labels=labels)
            if at in masked:
                length = 1
            elif length:
                kinds.add(kind)
            elif not _SIGNS.match(words[at]):
                unknown.append(words[at])
            at += length or 1
        return Scope(frozenset(kinds), "".join(unknown))

    def is_one(self, kind: Kind, words: str) -> bool:
        """Tell whether some words are one word of a kind."""
        return self._word(words, 0, labels=False) == (kind, len(words))

    def _word(self, words: str, at: int, *, labels: bool) -> tuple[Kind, int]:
        """Return the kind and the length of the longest word at a place."""
        kind, length = self._of_form_or_organ(words, at, labels=labels)
        dictionary, longest = _dictionary()
        for size in range(min(longest, len(words) - at), length - 1, -1):
            known = dictionary.get(words[at : at + size])
            if known:
                kind, length = known, size
                break
        for other, signs, pattern in PATTERNS:
            if any(sign in words for sign in signs):
                match = compiled(pattern).match(words, at)
                if match and match.end() - at >= max(length, 1):
                    kind, length = other, match.end() - at
        return kind, length

    def _of_form_or_organ(self, words: str, at: int, *, labels: bool) -> tuple[Kind, int]:
        longest = min(self._longest, len(words) - at)
        sizes = range(longest, 0, -1)
        length = next((size for size in sizes if words[at : at + size] in self._understood), 0)
        longer = max(length + 1, _SHORTEST)
        while labels and at + longer <= len(words) and words[at : at + longer] in self._labels:
            length, longer = longer, longer + 1
        name = _length_of_name(words, at, self.organ)
        return ("the organ", name) if name > length else ("plain", length)

    @cached_property
    def _understood(self) -> frozenset[str]:
        return frozenset(self.form.wordings.understood.split())

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._understood), default=0)

    @cached_property
    def _labels(self) -> str:
        """The labels of the form's rows, of which any run is understood."""
        return "\n".join({label for spec in self.form.figures.values() for label in spec.row.label})


def _length_of_name(words: str, at: int, organ: str) -> int:
    """Return how many characters are the organ's name, the end of it, or short for it: 市科委."""
    length, found = 0, -1
    for end in range(at, min(at + len(organ), len(words))):
        found = organ.find(words[end], found + 1)
        if found < 0:
            break
        if end > at and (organ.endswith(words[end]) or words[end] in _ENDS_OF_NAMES):
            length = end + 1 - at
    return length


@cache
def _dictionary() -> tuple[dict[str, Kind], int]:
    """Return the kind of each word, and the length of the longest."""
    words = {word: kind for kind, listed in reversed(WORDS) for word in listed.split()}
    return words, max(map(len, words))
