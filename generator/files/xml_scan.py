"""A quick first look through the XML of a file from outside, before any library parses it.

Libraries build objects for every element and every cell that a range covers; a file of a few
kilobytes can make them work for minutes. Here each element is seen once and only counted, and
the look ends as soon as there is more than any report could need. What costs little may be there
in great numbers: old workbooks hold thousands of styles and names that nobody uses any more, and
programs write out every column of a sheet.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import partial
from xml.parsers import expat

from generator.model.finding import Refusal

_MOST_ELEMENTS = 500_000
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
    **dict.fromkeys(("row", "c", "col"), 200_000),  # nine sheets of 16,384 columns
}
"""Kinds for which much is built, by local name; far above what a report of 200 pages has: that
has 8,000 paragraphs, 17,000 runs, 9,000 tracked changes."""
_MOST_ATTRIBUTES = 200
_MOST_PREFIXES = 500  # declared at one place
_DEEPEST = 200
_LONGEST_COMMENT = 10_000  # characters; parsers that read in pieces begin each long token anew
_ANEW = "请把内容复制到新建的文件里。"

Visitor = Callable[[str, Mapping[str, str]], None]
"""Called with the local name and the attributes, without prefixes, of an element that is wanted."""


class TooMuch(Exception):  # noqa: N818 - what it is, not what went wrong
    """There is more of something than any report could need."""


def scan(
    parts: Mapping[str, bytes],
    name: str,
    visit: Visitor | None,
    wanted: AbstractSet[str],
    *,
    start_anew: str = _ANEW,
) -> None:
    """Look once through parts of one file; `visit` the elements with a local name in `wanted`.

    Raise Refusal for what is not well-formed XML, has a DOCTYPE, or is too much; `start_anew` is
    what is to be done then.
    """
    start, end = _counting(visit, wanted)
    prefix, no_prefix = _counting_prefixes()
    for part, content in parts.items():
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.StartNamespaceDeclHandler = prefix
        parser.EndNamespaceDeclHandler = no_prefix
        parser.CommentHandler = _long
        parser.ProcessingInstructionHandler = _long
        parser.StartDoctypeDeclHandler = partial(_declaration, name, part)
        try:
            parser.Parse(content, True)  # noqa: FBT003 - isfinal
        except TooMuch:
            raise Refusal(f"{name} 里的内容多得不正常（{part}），没有打开。{start_anew}") from None
        except expat.ExpatError:
            raise Refusal(
                f"{name} 的内容已损坏（{part}），读不了。请打开它另存一份再试。"
            ) from None


def _counting(
    visit: Visitor | None, wanted: AbstractSet[str]
) -> tuple[Visitor, Callable[[str], None]]:
    """Return what is called at the start and at the end of each element, part after part."""
    depth = seen = 0
    room: dict[str, int] = {}  # how many more there may be, by tag
    watched: set[str] = set()

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth, seen
        depth += 1
        seen += 1
        left = room.get(tag)
        if left is None:
            kind = tag.rpartition(" ")[2]
            left = _MOST_OF_A_KIND.get(kind, _MOST_ELEMENTS)
            if kind in wanted:
                watched.add(tag)
        if not left or depth > _DEEPEST or seen > _MOST_ELEMENTS:
            raise TooMuch
        if len(attributes) > _MOST_ATTRIBUTES:
            raise TooMuch
        room[tag] = left - 1
        if visit and tag in watched:
            visit(tag.rpartition(" ")[2], attributes)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    return start, end


def _counting_prefixes() -> tuple[Callable[[str, str], None], Callable[[str], None]]:
    """Return what is called where a prefix of a namespace begins and ends to hold."""
    declared = 0

    def begin(_: str, __: str) -> None:
        nonlocal declared
        declared += 1
        if declared > _MOST_PREFIXES:
            raise TooMuch

    def end(_: str) -> None:
        nonlocal declared
        declared -= 1

    return begin, end


def _declaration(
    name: str, part: str, _doctype: str, _system: str, _public: str, has_subset: int
) -> None:
    """Refuse a DOCTYPE; a picture may name the one of its format, which nobody then loads."""
    if part.lower().endswith(".svg") and not has_subset:
        return
    raise Refusal(
        f"{name} 里有不安全的声明（{part} 里的 DOCTYPE），没有打开。"
        "Word、Excel、WPS 保存的文件里没有这种声明，请找回它们保存的那一份。"
    )


def _long(*said: str) -> None:
    """Refuse a long comment, or a long instruction to programs."""
    if sum(map(len, said)) > _LONGEST_COMMENT:
        raise TooMuch
