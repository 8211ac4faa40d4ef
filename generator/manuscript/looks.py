"""What a document looks like to its readers: the lettering of its words, its tables, its pages.

Knows no file format. A look names what people name, 字号 or 缩进, and says what is in effect,
wherever a file has it from: two files that look alike are equal in it, whatever stands in them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.form.labels import Spot

Value = str | tuple[float, ...]
"""A word of the file format, or measures: lengths in points, or numbers without a unit."""
Look = Mapping[str, Value]
"""What is in effect, by its name in Chinese. What is not named is as it usually is."""

_SAME_LENGTH = 0.16
"""Points, three of the twips that files count in: so much programs round when they save."""
RAISED = "上标下标"
CHINESE_FONT, LATIN_FONT = "中文字体", "西文字体"
INDENT, IN_LETTERS = "缩进", "缩进字符数"
"""An indent in points and, where it is counted so, in letters, which it then grows with."""
EMPTY, OF_PICTURES = "空行", "图片所在的行"
"""How many empty lines, and how many with nothing but pictures, stand before a line."""
_UNTOLD = (IN_LETTERS, OF_PICTURES)
"""What only says how another name is to be understood."""
TABLE_INDENT = "表格缩进"
_SAME = {INDENT: 0.6, TABLE_INDENT: 8.0}
"""Points: an indent of two characters is as wide as each program takes its letters to be; that of a
table begins at its edge or, as older ones have it, at its text, which cells keep away from it."""


@dataclass(frozen=True)
class Stretch:
    """Words of one look."""

    text: str
    look: Look | None
    """None where it is the program's own, not a person's: automatic numbers, links."""


@dataclass(frozen=True)
class LineLook:
    """What a line, or the text of a cell, looks like."""

    paragraph: Look
    words: tuple[Stretch, ...]
    """All of its text."""
    numbered: bool = False
    """Whether its number is automatic: its indents are then those of the list."""

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(stretch.text for stretch in self.words)


@dataclass(frozen=True)
class Stand:
    """Between which lines something stands that is no line."""

    after: int
    """The last line that begins before it; -1 for none."""
    before: int | None
    """The first line that begins after it."""


@dataclass(frozen=True)
class GridLook:
    """What a table looks like."""

    table: Look
    rows: tuple[Look, ...]
    cells: Mapping[Spot, Look]
    texts: Mapping[Spot, LineLook]
    """Of the cells with text in them."""
    stands: Stand


@dataclass(frozen=True)
class PictureLook:
    """A picture, and where it stands."""

    shown: str
    """What tells it from others."""
    stands: Stand


@dataclass(frozen=True)
class Looks:
    """What a document looks like, from beginning to end."""

    lines: tuple[LineLook, ...]
    """One for every line of the manuscript."""
    grids: tuple[GridLook, ...]
    """One for every table of the manuscript."""
    sections: tuple[Look, ...]
    """Pages: their size, margins, headers and footers."""
    margins: Mapping[str, tuple[LineLook, ...]]
    """The lines of the headers and footers of the last section, by their names."""
    whole: Look
    """What is true of the document as a whole."""
    plain: LineLook | None = None
    """A line that nobody has given a look, as text is pasted that keeps none; None: not known."""
    pictures: tuple[PictureLook, ...] = ()
    """The pictures in its text, in their order."""


def differing(was: Look, now: Look) -> list[str]:
    """Return the names of what differs between two looks, in the order of the first."""
    was, now = _without_left_empty(*_without_counted(was, now))
    return [
        name
        for name in {**was, **now}
        if name not in _UNTOLD
        and not _alike(
            was.get(name, ""),
            now.get(name, ""),
            within=_SAME.get(name, _SAME_LENGTH),
        )
    ]


def _without_counted(was: Look, now: Look) -> tuple[Look, Look]:
    """Return two looks without the indents that both count in as many letters, of whatever size."""
    counted, indents = was.get(IN_LETTERS), (was.get(INDENT), now.get(INDENT))
    if not isinstance(counted, tuple) or counted != now.get(IN_LETTERS) or None in indents:
        return was, now
    pairs = zip(counted[::2], counted[1::2], strict=True)  # left and start, right and end, …
    kept = [not any(pair) for pair in pairs]
    left = [
        tuple(length for length, here in zip(indent, kept, strict=True) if here)
        for indent in indents
        if isinstance(indent, tuple)
    ]
    return {**was, INDENT: left[0]}, {**now, INDENT: left[1]}


def _without_left_empty(was: Look, now: Look) -> tuple[Look, Look]:
    """Return two looks as if a line that a picture left empty, or came to stand in, were the same.

    The picture itself is told.
    """
    if EMPTY not in was and EMPTY not in now:
        return was, now
    before, after = (_total(look, EMPTY) + _total(look, OF_PICTURES) for look in (was, now))
    return (was, now) if before != after else ({**was, EMPTY: ()}, {**now, EMPTY: ()})


def _total(look: Look, name: str) -> float:
    value = look.get(name, ())
    return 0.0 if isinstance(value, str) else sum(value)


def _alike(was: Value, now: Value, *, within: float) -> bool:
    if isinstance(was, str) or isinstance(now, str):
        return was == now
    if len(was) != len(now):
        return False
    return all(abs(one - other) <= within for one, other in zip(was, now, strict=True))
