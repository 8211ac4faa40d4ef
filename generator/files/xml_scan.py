"""A quick first look through the XML of a file from outside, before any library parses it.

Libraries build objects for every element and every cell that a range covers; a file of a few
kilobytes can make them work for minutes. Here each element is seen once and only counted, and
the look ends as soon as there is more than any report could need. What was counted in a part
holds for the same bytes when they come again. What costs little may be there in great numbers:
old workbooks hold thousands of styles and names that nobody uses any more, and programs write out
every column of a sheet.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from generator.model.finding import Refusal

_MOST_OF_ANY_KIND = 500_000
_MOST_OF_A_KIND = {
    **dict.fromkeys(("p", "tc"), 50_000),  # paragraphs and cells of 400 full pages
    **dict.fromkeys(("ins", "del", "moveFrom", "moveTo"), 20_000),
    **dict.fromkeys(
        ("tr", "comment", "commentRangeStart", "tbl", "sdt", "num", "abstractNum"), 10_000
    ),
    **dict.fromkeys(("style", "mergeCell", "hyperlink", "Relationship"), 10_000),
    **dict.fromkeys(("dataValidation", "cfRule", "conditionalFormatting"), 30_000),
    **dict.fromkeys(("cellStyle", "definedName", "font", "fill", "border", "dxf"), 66_000),
    **dict.fromkeys(("xf", "numFmt"), 140_000),  # 65,490 cell formats, the most of Excel, and more
    "r": 100_000,  # runs of text, of two characters each
    **dict.fromkeys(("row", "col"), 200_000),  # nine sheets of 16,384 columns
    "c": 400_000,
}
"""Kinds for which much is built, by local name; far above what a report of 200 pages has: that
has 8,000 paragraphs, 17,000 runs, 9,000 tracked changes."""
_CELLS = dict.fromkeys("cv", 1_000_000)  # a collection of 3,000 units, of 200 figures each
_MOST_ATTRIBUTES = 200
_MOST_PREFIXES = 500  # declared at one place
_DEEPEST = 200
_LONGEST_COMMENT = 10_000  # characters; parsers that read in pieces begin each long token anew
_PARTS_KEPT, _KEPT_UP_TO = 100, 1_000_000  # bytes; more than a report has in one part
_ANEW = "请把内容复制到新建的文件里。"

Visitor = Callable[[str, Mapping[str, str]], None]
"""Called with the local name and the attributes, without prefixes, of an element that is wanted."""


@dataclass(frozen=True, eq=False)
class Limits:
    """How much may be in a file."""

    elements: int
    of_a_kind: Mapping[str, int]
    """By local name; of any other, half a million."""

    def most(self, kind: str) -> int:
        """Return how many elements there may be with a local name."""
        return self.of_a_kind.get(kind, _MOST_OF_ANY_KIND)


OF_DOCUMENTS = Limits(1_000_000, _MOST_OF_A_KIND)
OF_WORKBOOKS = Limits(2_500_000, {**_MOST_OF_A_KIND, **_CELLS})


class _TooMuch(Exception):  # noqa: N818 - what it is, not what went wrong
    """There is more of something than any report could need."""


class _Doctype(Exception):  # noqa: N818 - what it is, not what went wrong
    """There is a DOCTYPE that declares something itself."""


class _Seen(NamedTuple):
    """What stands in one part, up to where the look ended."""

    elements: Mapping[str, int]
    """How many there are, by tag."""
    wanted: list[tuple[str, Mapping[str, str]]]
    """Local names and attributes."""
    has_doctype: bool
    problem: Exception | None
    """Why the look ended before the part did."""


def scan(
    parts: Mapping[str, bytes],
    name: str,
    visit: Visitor | None,
    wanted: AbstractSet[str],
    *,
    start_anew: str = _ANEW,
    limits: Limits = OF_DOCUMENTS,
) -> None:
    """Look once through parts of one file; `visit` the elements with a local name in `wanted`.

    Raise Refusal for what is not well-formed XML, has a DOCTYPE, or is too much; `start_anew` is
    what is to be done then.
    """
    elements: Counter[str] = Counter()
    kinds = frozenset(wanted)
    for part, content in parts.items():
        kept = len(content) < _KEPT_UP_TO
        seen = (_look_once if kept else _look)(content, kinds, limits)
        if seen.has_doctype and not _may_have_doctype(part, seen):
            raise Refusal(
                f"{name} 里有不安全的声明（{part} 里的 DOCTYPE），没有打开。"
                "Word、Excel、WPS 保存的文件里没有这种声明，请找回它们保存的那一份。"
            )
        if visit:
            for kind, attributes in seen.wanted:
                visit(kind, attributes)
        elements.update(seen.elements)
        if isinstance(seen.problem, _TooMuch) or _too_many(elements, limits):
            raise Refusal(f"{name} 里的内容多得不正常（{part}），没有打开。{start_anew}")
        if seen.problem:
            raise Refusal(
                f"{name} 的内容已损坏（{part}），读不了。请打开它另存一份再试。"
            ) from None


def _may_have_doctype(part: str, seen: _Seen) -> bool:
    """Tell whether it is a picture's, which may name the one of its format: nobody loads it."""
    return part.lower().endswith(".svg") and not isinstance(seen.problem, _Doctype)


def _too_many(elements: Counter[str], limits: Limits) -> bool:
    return elements.total() > limits.elements or any(
        count > limits.most(_local(tag)) for tag, count in elements.items()
    )


def _look(content: bytes, wanted: frozenset[str], limits: Limits) -> _Seen:
    counter = _Counter(wanted, limits)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    parser.StartNamespaceDeclHandler = counter.prefix
    parser.EndNamespaceDeclHandler = counter.no_prefix
    parser.CommentHandler = _long
    parser.ProcessingInstructionHandler = _long
    parser.StartDoctypeDeclHandler = counter.doctype
    problem = None
    try:
        parser.Parse(content, True)  # noqa: FBT003 - isfinal
    except (_TooMuch, _Doctype, expat.ExpatError) as found:
        problem = found.with_traceback(None)
    return _Seen(counter.elements, counter.found, counter.has_doctype, problem)


@lru_cache(maxsize=_PARTS_KEPT)
def _look_once(content: bytes, wanted: frozenset[str], limits: Limits) -> _Seen:
    """Look through a part; most of a file that is opened again are as they were."""
    return _look(content, wanted, limits)


class _Counter:
    """Counts the elements of one part as they come."""

    def __init__(self, wanted: AbstractSet[str], limits: Limits) -> None:
        self.elements: dict[str, int] = {}
        self.found: list[tuple[str, Mapping[str, str]]] = []
        self.has_doctype = False
        self._wanted, self._limits = wanted, limits
        self._most: dict[str, int] = {}  # by tag
        self._watched: set[str] = set()
        self._seen = self._depth = self._prefixes = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._seen += 1
        count = self.elements[tag] = self.elements.get(tag, 0) + 1
        if count == 1:
            kind = _local(tag)
            self._most[tag] = self._limits.most(kind)
            if kind in self._wanted:
                self._watched.add(tag)
        if count > self._most[tag] or self._depth > _DEEPEST or self._seen > self._limits.elements:
            raise _TooMuch
        if len(attributes) > _MOST_ATTRIBUTES:
            raise _TooMuch
        if tag in self._watched:
            self.found.append((_local(tag), attributes))

    def end(self, _: str) -> None:
        self._depth -= 1

    def prefix(self, _: str, __: str) -> None:
        self._prefixes += 1
        if self._prefixes > _MOST_PREFIXES:
            raise _TooMuch

    def no_prefix(self, _: str) -> None:
        self._prefixes -= 1

    def doctype(self, _: str, __: str | None, ___: str | None, has_subset: bool) -> None:  # noqa: FBT001 - of expat
        self.has_doctype = True
        if has_subset:
            raise _Doctype


def _local(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition(" ")[2]


def _long(*said: str) -> None:
    """Refuse a long comment, or a long instruction to programs."""
    if sum(map(len, said)) > _LONGEST_COMMENT:
        raise _TooMuch
