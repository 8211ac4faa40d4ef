"""On which line of a TOML text each value stands, which its reader does not tell.

The text has been read before, so that it is known to be sound: only strings, brackets, commas and
equals signs are told apart here. It is asked for where there is a mistake to tell.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.form.mistakes import Steps

_TOKEN = re.compile(
    r'''
    (?P<string> """(?:[^\\]|\\.)*?"{3,5} | \'\'\'.*?\'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
  | (?P<comment> \#[^\n]* )
  | (?P<newline> \n )
  | (?P<sign> [\[\]{},=.] )
  | (?P<word> [^\s\[\]{},=.#"']+ )
    ''',
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})")
_Token = tuple[str, str, int]
"""Its kind, itself, and its line."""


def nearest_line(steps: Steps, lines: Mapping[Steps, int]) -> int:
    """Return the line of what some steps lead to: of the nearest of them that is there."""
    while steps and steps not in lines:
        steps = steps[:-1]
    return lines.get(steps, 1)


@lru_cache(maxsize=4)
def lines_in(text: str) -> dict[Steps, int]:
    """Return the line of every key, of every table's header and of every place in a list."""
    return _Scan(text).lines


class _Scan:
    """One walk over a text."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Steps, int] = {}
        self._counts: dict[Steps, int] = {}
        """How many tables a list of tables has so far."""
        self._tokens = list(_tokens(text))
        self._at = 0
        table: Steps = ()
        while (token := self._peek()) is not None:
            if token[0] == "newline":
                self._at += 1
            elif token[1] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Steps:
        """Read [a.b] or [[a.b]] and return where its keys belong."""
        line = self._next()[2]
        several = self._is("[")
        if several:
            self._at += 1
        *outer, last = self._key()
        self._at += 2 if several else 1
        steps: Steps = ()
        for name in outer:
            steps = self._last((*steps, name))
        steps = (*steps, last)
        if several:
            count = self._counts.get(steps, 0)
            self._counts[steps] = count + 1
            self.lines.setdefault(steps, line)
            steps = (*steps, count)
        self.lines[steps] = line
        return steps

    def _last(self, steps: Steps) -> Steps:
        """Return the last table of a list of tables so far; any other way is itself."""
        return (*steps, self._counts[steps] - 1) if steps in self._counts else steps

    def _pair(self, table: Steps) -> None:
        """Read a key, its equals sign and its value."""
        token = self._peek()
        steps = (*table, *self._key())
        self.lines[steps] = token[2] if token else 1
        self._at += 1
        self._value(steps)

    def _value(self, steps: Steps) -> None:
        self._skip_newlines()
        if self._is("["):
            self._list(steps)
        elif self._is("{"):
            self._at += 1
            while not self._closed("}"):
                self._pair(steps)
        else:
            self._at += 1
            while self._is("."):  # of a number with decimals
                self._at += 2

    def _list(self, steps: Steps) -> None:
        self._at += 1
        place = 0
        while not self._closed("]"):
            token = self._peek()
            self.lines[(*steps, place)] = token[2] if token else 1
            self._value((*steps, place))
            place += 1

    def _closed(self, sign: str) -> bool:
        """Go past commas and line ends, and past the sign that closes where it comes next."""
        while self._is(",") or ((token := self._peek()) is not None and token[0] == "newline"):
            self._at += 1
        if self._peek() is None or self._is(sign):
            self._at += 1
            return True
        return False

    def _key(self) -> list[str]:
        """Read a key of one name or of several with points between them."""
        names = [_name(self._next())]
        while self._is("."):
            self._at += 1
            names.append(_name(self._next()))
        return names

    def _skip_newlines(self) -> None:
        while (token := self._peek()) is not None and token[0] == "newline":
            self._at += 1

    def _is(self, sign: str) -> bool:
        token = self._peek()
        return token is not None and token[:2] == ("sign", sign)

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _next(self) -> _Token:
        token = self._tokens[self._at]
        self._at += 1
        return token


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind != "comment":
            yield kind, found.group(), line
        line += found.group().count("\n")


def _name(token: _Token) -> str:
    kind, text, _ = token
    if kind != "string":
        return text
    if text[0] == "'":
        return text[1:-1]
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), text[1:-1])
