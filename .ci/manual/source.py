"""README.zh-CN.md as blocks: the few things of Markdown that it uses, and nothing else."""

import re
from collections.abc import Iterator
from typing import NamedTuple

BEGIN, END = "<!-- one page -->", "<!-- end of one page -->"
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_HEADING = re.compile(r"(#+) (.*)")
_PICTURE = re.compile(r"!\[(.*?)\]\((.*?)\)$")
_ITEM = re.compile(r"( *)(-|\d+\.) +(.*)")
_ROW = re.compile(r" *\|(.*)\|$")
_RULE = re.compile(r" *\|[-|: ]+\|$")
_CONTENTS = "**目录**"
_WIDE = r"[\u2014-\u201d\u2026\u3000-\u9fff\uff00-\uffef]"
_BETWEEN = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
"""Where a line of the source ended inside of a Chinese sentence."""

_AROUND_BOLD = re.compile(rf"(?<=[。：？”…]\*\*) (?=\S)|(?<={_WIDE}) (?=\*\*{_WIDE})")
"""Markdown needs a space there, or a line ended there, and Chinese needs none."""


class Block(NamedTuple):
    """A paragraph, or what stands where one could."""

    kind: str
    """heading, text, item, number, code, picture, table, quote or rule."""
    text: str = ""
    level: int = 0
    """Of a heading, or how deep an item is."""
    rows: tuple[tuple[str, ...], ...] = ()
    path: str = ""


def on_one_page(source: str) -> str:
    """Return the part that makes a page of its own."""
    return "# 三分钟上手\n" + source.partition(BEGIN)[2].partition(END)[0]


def blocks_of(source: str) -> list[Block]:
    """Return the blocks of a text, without its list of contents: Word makes one."""
    lines = _COMMENT.sub("", source).splitlines()
    return [one for one in _blocks(lines) if not one.text.startswith(_CONTENTS)]


def _blocks(lines: list[str]) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if not line or line == "---":
            at += 1
        elif line.startswith("```"):
            end = next(n for n in range(at + 1, len(lines)) if lines[n].strip() == "```")
            indent = len(lines[at]) - len(lines[at].lstrip())
            yield Block("code", "\n".join(one[indent:] for one in lines[at + 1 : end]))
            at = end + 1
        elif found := _HEADING.match(line):
            yield Block("heading", found[2], len(found[1]))
            at += 1
        elif found := _PICTURE.match(line):
            yield Block("picture", found[1], path=found[2])
            at += 1
        elif _ROW.match(line):
            end = _while(lines, at, lambda one: bool(_ROW.match(one)))
            rows = [_ROW.match(one) for one in lines[at:end] if not _RULE.match(one)]
            cells = (re.split(r"(?<!\\)\|", one[1]) for one in rows if one)
            yield Block("table", rows=tuple(tuple(cell.strip() for cell in row) for row in cells))
            at = end
        else:
            end = _while(lines, at + 1, _goes_on)
            yield _paragraph(lines[at], [one.strip() for one in lines[at:end]])
            at = end


def _paragraph(first: str, lines: list[str]) -> Block:
    text = _AROUND_BOLD.sub("", _BETWEEN.sub("", " ".join(lines)))
    if text.startswith("> "):
        return Block("quote", text[2:])
    if found := _ITEM.match(first):
        kind = "item" if found[2] == "-" else "number"
        text = text if kind == "number" else text[2:]
        return Block(kind, text, 1 + (len(found[1]) > 0))
    return Block("text", text)


def _goes_on(line: str) -> bool:
    """Tell whether a line belongs to the paragraph before."""
    begins = (_ITEM, _HEADING, _ROW)
    other = any(one.match(line if one is _ITEM else line.strip()) for one in begins)
    return bool(line.strip()) and not other and not line.strip().startswith(("```", "![", "> "))


def _while(lines: list[str], at: int, holds: object) -> int:
    while at < len(lines) and holds(lines[at]):  # type: ignore[operator]
        at += 1
    return at
