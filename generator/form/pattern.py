"""A regular expression that is compiled when a text may hold it.

To compile one takes 0.2 ms, and there are more than three hundred, of which a report holds a
hundred: people would wait for the others each time. A text without the words that a pattern
cannot do without needs no pattern to tell that it is not there.
"""

import re
from collections.abc import Callable, Iterator

from generator.form.needed_words import NeededWords, needed_words

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")
_OFTEN = 200
"""Texts of which to look for its words: more than most reports have. Then to compile it pays."""
_Match = re.Match[str]


class Pattern:
    """Finds in a text what `re.compile` would; its methods are those of a `re.Pattern`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags
        self._words: NeededWords | None = None
        self._texts = 0

    def search(self, text: str, *span: int) -> _Match | None:
        """Find the first place."""
        found = self._compiled_for(text)
        return found.search(text, *span) if found else None

    def match(self, text: str, *span: int) -> _Match | None:
        """Find it at the beginning."""
        found = self._compiled_for(text)
        return found.match(text, *span) if found else None

    def fullmatch(self, text: str, *span: int) -> _Match | None:
        """Tell whether it is the whole text."""
        found = self._compiled_for(text)
        return found.fullmatch(text, *span) if found else None

    def finditer(self, text: str, *span: int) -> Iterator[_Match]:
        """Find every place."""
        found = self._compiled_for(text)
        return found.finditer(text, *span) if found else iter(())

    def findall(self, text: str) -> list[str]:
        """Return the words of every place; of a pattern without or with one group."""
        found = self._compiled_for(text)
        return found.findall(text) if found else []

    def sub(self, put: str | Callable[[_Match], str], text: str, count: int = 0) -> str:
        """Put something in every place."""
        found = self._compiled_for(text)
        return found.sub(put, text, count) if found else text

    def split(self, text: str, most: int = 0) -> list[str]:
        """Divide a text at every place."""
        found = self._compiled_for(text)
        return found.split(text, most) if found else [text]

    def _compiled_for(self, text: str) -> re.Pattern[str] | None:
        """Return it compiled, or None where a text lacks the words that it needs."""
        self._texts += 1
        if not self._flags and self._texts < _OFTEN:
            self._words = self._words or needed_words(self.pattern)
            if not self._words.are_in(text):
                return None
        compiled = re.compile(self.pattern, self._flags)
        for name in _METHODS:  # from now on nothing stands between
            setattr(self, name, getattr(compiled, name))
        return compiled
