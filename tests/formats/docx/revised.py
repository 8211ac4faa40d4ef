"""Bodies with tracked changes: pieces to compose, and random ones that know how they must read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from tests.formats.docx.tiny import paragraph, run

SIGNED = 'w:id="1" w:author="甲" w:date="2024-01-20T09:30:00Z"'
COMES, GOES = ("ins", "moveTo"), ("del", "moveFrom")
_MARKS = (*[()] * 3, *((kind,) for kind in COMES + GOES))
_HOLDERS = (
    '<w:hyperlink w:anchor="某处">{}</w:hyperlink>',
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:smartTag>{}</w:smartTag>",
    "<m:oMath>{}</m:oMath>",
)


def tracked(kind: str, content: str = "", signed: str = SIGNED) -> str:
    """Return a tracked change around some content; what is deleted has its text in w:delText."""
    if kind == "del":
        content = re.sub("<(/?)w:t(?=[ >])", r"<\1w:delText", content)
    return f"<w:{kind} {signed}>{content}</w:{kind}>"


def marked(content: str, *kinds: str, signed: str = SIGNED, properties: str = "") -> str:
    """Return a paragraph whose mark was inserted, deleted or moved."""
    marks = "".join(tracked(kind, signed=signed) for kind in kinds)
    return paragraph(content, f"{properties}<w:rPr>{marks}</w:rPr>" if kinds else properties)


def table(*rows: str) -> str:
    """Return a table of rows."""
    grid = '<w:gridCol w:w="2000"/>' * 2
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells, each a number of blocks."""
    content = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


@dataclass
class RandomBody:
    """Blocks with tracked changes in each other, and the lines in them before and after."""

    seed: int
    wild: bool
    """Whether tracked changes stand in each other in all ways, not only as Word has them.

    Word never marks the last paragraph of a cell, nor (here) one before a table.
    """
    xml: str = ""
    before: list[str] = field(default_factory=lambda: [""])
    after: list[str] = field(default_factory=lambda: [""])
    """Lines as they read with all tracked changes rejected and accepted; some may be blank."""

    def __post_init__(self) -> None:
        self._rng = Random(self.seed)
        self._texts = (f"字{number}。" for number in count(1))
        self.xml = "".join(self._block() for _ in range(self._rng.randint(1, 6)))
        self._end(before=True, after=True)

    def _block(self) -> str:
        if self._rng.random() < 0.2:
            self._end(before=True, after=True)
            before = "" if self.wild else paragraph("")
            return before + table(*(row(*(self._cell() for _ in "两格")) for _ in "两行"))
        block = self._paragraph()
        return _HOLDERS[1].format(block) if self._rng.random() < 0.1 else block

    def _cell(self) -> str:
        cell = "".join(self._paragraph() for _ in range(self._rng.randint(1, 3)))
        cell += "" if self.wild else paragraph(self._run(()))
        self._end(before=True, after=True)
        return cell

    def _paragraph(self) -> str:
        content = self._contents(self._rng.randint(0, 3), ())
        marks = self._rng.choice((*_MARKS, ("ins", "del")) if self.wild else _MARKS)
        self._end(before=not set(marks) & set(COMES), after=not set(marks) & set(GOES))
        return marked(content, *marks)

    def _contents(self, number: int, inside: tuple[str, ...]) -> str:
        return "".join(self._content(inside) for _ in range(number))

    def _content(self, inside: tuple[str, ...]) -> str:
        kinds = [*self._allowed(inside)] if len(inside) < 4 else []
        if not kinds or self._rng.random() < 0.4:
            return self._run(inside)
        kind = self._rng.choice(kinds)
        content = self._contents(self._rng.randint(1, 2), (*inside, kind))
        return kind.format(content) if kind in _HOLDERS else tracked(kind, content)

    def _allowed(self, inside: tuple[str, ...]) -> Iterator[str]:
        if self.wild:
            yield from (*COMES, *GOES, *_HOLDERS)
        elif not inside:
            yield from (*COMES, *GOES, _HOLDERS[0])
        elif inside in {("ins",), ("moveTo",)}:
            yield "del"

    def _run(self, inside: tuple[str, ...]) -> str:
        text = next(self._texts)
        if not set(inside) & set(COMES):
            self.before[-1] += text
        if not set(inside) & set(GOES):
            self.after[-1] += text
        return run(text)

    def _end(self, *, before: bool, after: bool) -> None:
        """End a paragraph whose mark is there before or after."""
        self.before += [""] * before
        self.after += [""] * after
