"""A quick first look through the XML of a file from outside, before any library parses it.

Libraries build objects for every element and every cell that a range covers; a file of a few
kilobytes can make them work for minutes. Here each element is seen once and only counted, and
the look ends as soon as there is more than any report could need.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from xml.parsers import expat

from generator.model.finding import Refusal

_MOST_ELEMENTS = 250_000
_MOST_OF_A_KIND = 10_000
_PLENTIFUL = frozenset({"c", "v", "f", "t", "is", "r", "row", "si", "p", "rPr", "pPr", "rFonts"})
"""Kinds that come with every cell or every run of text, and cost little."""
_DEEPEST = 200
_LONGEST_COMMENT = 10_000  # characters; parsers that read in pieces begin each long token anew

Visitor = Callable[[str, Mapping[str, str]], None]
"""Called with the local name and the attributes, without prefixes, of an element that is wanted."""


class TooMuch(Exception):  # noqa: N818 - what it is, not what went wrong
    """There is more of something than any report could need."""


def scan(parts: Mapping[str, bytes], name: str, visit: Visitor, wanted: AbstractSet[str]) -> None:
    """Look once through parts of one file; `visit` the elements with a local name in `wanted`.

    Raise Refusal for what is not well-formed XML, declares entities, or is too much.
    """
    start, end = _counting(visit, wanted)
    for part, content in parts.items():
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = start
        parser.CommentHandler = _comment
        parser.EndElementHandler = end
        parser.StartDoctypeDeclHandler = partial(_declaration, name, part)
        try:
            parser.Parse(content, True)  # noqa: FBT003 - isfinal
        except TooMuch:
            raise Refusal(
                f"{name} 里的内容多得不正常（{part}），没有打开。请把内容复制到新建的文件里。"
            ) from None
        except expat.ExpatError:
            raise Refusal(
                f"{name} 的内容已损坏（{part}），读不了。请打开它另存一份再试。"
            ) from None


def _counting(visit: Visitor, wanted: AbstractSet[str]) -> tuple[Visitor, Callable[[str], None]]:
    """Return what is called at the start and at the end of each element, part after part."""
    depth = seen = 0
    counts: Counter[str] = Counter()
    only_counted = _PLENTIFUL - wanted
    passed: set[str] = set()  # tags of these kinds: most elements have one of a few tags

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth, seen
        depth += 1
        seen += 1
        if depth > _DEEPEST or seen > _MOST_ELEMENTS:
            raise TooMuch
        if tag in passed:
            return
        kind = tag.rpartition(" ")[2]
        if kind in only_counted:
            passed.add(tag)
            return
        counts[kind] += 1
        if counts[kind] > _MOST_OF_A_KIND and kind not in _PLENTIFUL:
            raise TooMuch
        if kind in wanted:
            visit(kind, attributes)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    return start, end


def _declaration(name: str, part: str, *_: object) -> None:
    raise Refusal(f"{name} 里有不安全的声明（{part}），没有打开。请另存一份再试。")


def _comment(text: str) -> None:
    if len(text) > _LONGEST_COMMENT:
        raise TooMuch
