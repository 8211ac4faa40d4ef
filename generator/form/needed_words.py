"""The words that a text must hold before a regular expression can find anything in it.

Only plain words, sets of plain signs and groups of alternatives are understood. Whatever else
a pattern is made of is taken to find anything, so no word is asked for that may be missing.
"""

import re
from collections.abc import Iterable, Iterator

_PIECE = re.compile(
    r"""
    [^\\\[\](){}|*+?.^$]+ (?![*?{])         # a word, but for its last sign where that is repeated
    | \( (?: \?P<\w+> | \?: | \?<?[=!] | \? )?
    | \[ \^? \]? (?: [^\]\\] | \\. )* \]
    | \{ \d* ,? \d* \} \??
    | [*+?] \??
    | \\. | .
    """,
    re.VERBOSE | re.DOTALL,
)
_NOT_PLAIN = frozenset("^-\\")
"""In a set they stand for other signs than themselves, or may."""


class _NotUnderstood(Exception):  # noqa: N818 - what it is, not what went wrong
    """The pattern has something that may change what all of it means."""


class NeededWords:
    """Alternatives of which a text holds one in which a pattern finds something."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = list(words)
        """Alternatives that are one word."""
        self._others: list[list[str | NeededWords]] = []
        """Alternatives that need several things; none of an empty one."""

    def are_in(self, text: str) -> bool:
        """Tell whether a text holds all that one of the alternatives needs."""
        return any(map(text.__contains__, self._words)) or any(
            all(one in text if isinstance(one, str) else one.are_in(text) for one in needed)
            for needed in self._others
        )

    def add(self, needed: "list[str | NeededWords]") -> None:
        """Add an alternative."""
        if len(needed) == 1 and isinstance(needed[0], str):
            self._words.append(needed[0])
        else:
            self._others.append(needed)

    @property
    def may_be_none(self) -> bool:
        """Whether an alternative needs no words at all, so that every text will do."""
        return [] in self._others


def needed_words(pattern: str) -> NeededWords:
    """Return what a text must hold; a pattern is read as it is without flags."""
    try:
        return _of_alternatives(iter(_PIECE.findall(pattern)))
    except _NotUnderstood:
        nothing = NeededWords()
        nothing.add([])
        return nothing


def _of_alternatives(pieces: Iterator[str]) -> NeededWords:
    """Read alternatives up to the end of their group."""
    found = NeededWords()
    now = _Sequence()
    for piece in pieces:
        read = _SPECIAL.get(piece[0])
        if read:
            read(now, piece, pieces)
        elif piece == "|":
            found.add(now.needed())
            now = _Sequence()
        elif piece == ")":
            break
        else:
            now.word += piece
    found.add(now.needed())
    return found


class _Sequence:
    """What stands one after the other, and what a text must hold for each; None for nothing."""

    def __init__(self) -> None:
        self.word = ""
        """As far as it has been read."""
        self._before: list[str | NeededWords | None] = []

    def group(self, piece: str, pieces: Iterator[str]) -> None:
        """Go on with a group; what is only looked for around the words found is not asked for."""
        if piece == "(?":
            raise _NotUnderstood
        words = _of_alternatives(pieces)
        self._add(None if piece[-1] in "=!" or words.may_be_none else words)

    def signs(self, piece: str, _: Iterator[str]) -> None:
        """Go on with one of a set of signs."""
        signs = piece[1:-1]
        plain = signs and _NOT_PLAIN.isdisjoint(signs)
        self._add(NeededWords(signs) if plain else None)

    def count(self, piece: str, pieces: Iterator[str]) -> None:
        """Say how often the last thing comes."""
        if piece[1:].lstrip("0")[:1] in (",", "}"):
            self.maybe(piece, pieces)
        else:
            self._add(None)

    def maybe(self, _: str, __: Iterator[str]) -> None:
        """Ask no more for what came last."""
        if self.word:
            self.word = self.word[:-1]
            self._end_word()
        elif self._before:
            self._before.pop()

    def anything(self, _: str, __: Iterator[str]) -> None:
        """Go on with what any text may hold."""
        self._add(None)

    def needed(self) -> list[str | NeededWords]:
        """Return all that must be there."""
        self._end_word()
        return [one for one in self._before if one is not None]

    def _add(self, needed: NeededWords | None) -> None:
        self._end_word()
        self._before.append(needed)

    def _end_word(self) -> None:
        if self.word:
            self._before.append(self.word)
            self.word = ""


_SPECIAL = {
    "(": _Sequence.group,
    "[": _Sequence.signs,
    "{": _Sequence.count,
    **dict.fromkeys("*?", _Sequence.maybe),
    **dict.fromkeys("+.^$\\", _Sequence.anything),
}
