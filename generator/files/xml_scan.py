"""A quick first look through the XML of a file from outside, before any library parses it.

Libraries build objects for every element and every cell that a range covers; a file of a few
kilobytes can make them work for minutes. Here each element is seen once and only counted, and
the look ends as soon as there is more than any report could need.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from xml.parsers import expat

from generator.model.finding import Refusal

_MOST_ELEMENTS = 250_000
_MOST_OF_A_KIND = 10_000
_PLENTIFUL = frozenset({"c", "v", "f", "t", "is", "r", "row", "si", "p", "rPr", "pPr", "rFonts"})
"""Kinds that come with every cell or every run of text, and cost little."""
_DEEPEST = 200
_LONGEST_COMMENT = 10_000  # characters; parsers that read in pieces begin each long token anew

Visitor = Callable[[str, Mapping[str, str]], None]
"""Called with the local name and the attributes, without prefixes, of every element."""


class TooMuch(Exception):  # noqa: N818 - what it is, not what went wrong
    """There is more of something than any report could need."""


def scan(content: bytes, part: str, name: str, counts: Counter[str], visit: Visitor) -> None:
    """Look once through a part. `counts` goes on from part to part of one file.

    Raise Refusal for what is not well-formed XML, declares entities, or is too much.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        kind = tag.rpartition(" ")[2]
        counts[kind] += 1
        counts[""] += 1
        if depth > _DEEPEST or counts[""] > _MOST_ELEMENTS:
            raise TooMuch
        if counts[kind] > _MOST_OF_A_KIND and kind not in _PLENTIFUL:
            raise TooMuch
        visit(kind, attributes)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def declaration(*_: object) -> None:
        raise Refusal(f"{name} 里有不安全的声明（{part}），没有打开。请另存一份再试。")

    def comment(text: str) -> None:
        if len(text) > _LONGEST_COMMENT:
            raise TooMuch

    parser.StartElementHandler = start
    parser.CommentHandler = comment
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = declaration
    try:
        parser.Parse(content, True)  # noqa: FBT003 - isfinal
    except TooMuch:
        raise Refusal(
            f"{name} 里的内容多得不正常（{part}），没有打开。请把内容复制到新建的文件里。"
        ) from None
    except expat.ExpatError:
        raise Refusal(f"{name} 的内容已损坏（{part}），读不了。请打开它另存一份再试。") from None
