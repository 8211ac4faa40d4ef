"""Cut, remove and add words of a paragraph, plainly or as tracked changes (修订)."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from dataclasses import replace as changed
from random import Random

from lxml.etree import _Element as Element

from tests.reviewing.ooxml import SPACE, Package, new, run, w

GONE = (w("del"), w("moveFrom"))
LOOKS = ("strike", "dstrike", "vanish")
"""Looks by which words do not stand any more, though nobody deleted them."""
_RUN, _TEXT, _PROPERTIES, _STRUCK = w("r"), w("t"), w("rPr"), tuple(map(w, LOOKS))
_BEFORE_LOOKS = tuple(map(w, ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps")))
_WORDS = (w("t"), w("delText"))
_MARKS = ("bookmarkStart", "bookmarkEnd", "proofErr")
_SECOND_THOUGHTS = ("切实", "（待核实）", "有关", "等")


@dataclass(frozen=True)
class Pen:
    """Who edits, and how."""

    package: Package
    rng: Random
    tracked: bool
    author: str
    date: str | None
    colleague: str = ""  # strikes some inserted words again, if named; never the author
    look: str = ""  # without 修订: what is deleted gets this look instead, such as strike

    def mark(self, name: str, /, *children: Element) -> Element:
        """Return an element that says who changed something, and when."""
        return new(name, *children, id=self.package.next_id(), author=self.author, date=self.date)


def text_of(element: Element) -> str:
    """Return the words of a paragraph or a run, without those that were deleted."""
    if element.tag != _RUN:
        return "".join(text_of(one) for one in runs_of(element))
    texts = []
    for child in element:
        if child.tag == _TEXT:
            texts.append(child.text or "")
        elif child.tag == w("br") and child.get(w("type"), "textWrapping") == "textWrapping":
            texts.append("\n")
        elif child.tag == w("tab"):
            texts.append("\t")
    return "".join(texts)


def runs_of(paragraph: Element) -> list[Element]:
    """Return the runs of a paragraph that were not deleted, struck or hidden."""
    return [
        one
        for one in paragraph.iter(_RUN)
        if next(one.iterancestors(*GONE), None) is None and not _is_struck(one)
    ]


def _is_struck(one: Element) -> bool:
    properties = one.find(_PROPERTIES)
    return properties is not None and next(properties.iterchildren(*_STRUCK), None) is not None


def cut(paragraph: Element, at: int) -> None:
    """Let two runs meet at a place of the words."""
    begin = 0
    for one in runs_of(paragraph):
        length = len(text_of(one))
        if begin < at < begin + length:
            cut_run(one, at - begin)
            return
        begin += length


def cut_run(one: Element, at: int) -> Element:
    """Cut a run in two, as Word does anywhere; return the second, of the same format."""
    second = new("r")
    for key, value in one.attrib.items():
        second.set(key, value)
    properties = one.find(w("rPr"))
    if properties is not None:
        second.append(deepcopy(properties))
    left, moving = at, False
    for child in [child for child in one if child.tag != w("rPr")]:
        length = _length(child)
        if not moving and left >= length and (left or not length):
            left -= length
            continue
        if left and not moving:
            rest = deepcopy(child)
            rest.text, child.text = (child.text or "")[left:], (child.text or "")[:left]
            for words in (rest, child):
                words.set(SPACE, "preserve")
            second.append(rest)
        else:
            second.append(child)
        moving = True
    one.addnext(second)
    return second


def between(paragraph: Element, begin: int, end: int) -> list[Element]:
    """Return the runs that hold the words from one place to another, after cutting there."""
    cut(paragraph, begin)
    cut(paragraph, end)
    found, here = [], 0
    for one in runs_of(paragraph):
        length = len(text_of(one))
        if length and begin <= here and here + length <= end:
            found.append(one)
        here += length
    return found


def replace(paragraph: Element, begin: int, end: int, words: str, pen: Pen) -> None:
    """Put words in place of those from one place of the text to another."""
    old = between(paragraph, begin, end)
    anchor, before = _anchor(paragraph, begin, old)
    pattern = old[0] if old else anchor
    added = _added(words, pattern, pen) if words else []
    if anchor is None:
        paragraph.extend(added)
        return
    if pen.tracked and old and pen.rng.random() < 0.25:
        anchor, before = old[0], True  # some programs write what is new before what is old
    if before:
        for one in added:
            anchor.addprevious(one)
    else:
        for one in reversed(added):
            anchor.addnext(one)
    remove(old, pen)


def remove(runs: Sequence[Element], pen: Pen) -> None:
    """Delete runs."""
    if pen.tracked:
        wrap(runs, "del", pen)
        return
    for one in runs:
        if pen.look:
            _give_look(one, pen.look)
            continue
        above = one.getparent()
        assert above is not None
        above.remove(one)


def _give_look(one: Element, look: str) -> None:
    """Strike a run out or hide it, where the schema has that property."""
    properties = one.find(w("rPr"))
    if properties is None:
        properties = new("rPr")
        one.insert(0, properties)
    earlier = [child for child in properties if child.tag in _BEFORE_LOOKS]
    properties.insert(properties.index(earlier[-1]) + 1 if earlier else 0, new(look))


def wrap(runs: Sequence[Element], name: str, pen: Pen) -> None:
    """Mark runs as deleted, inserted or moved; neighbours mostly share one mark."""
    current: Element | None = None
    for one in runs:
        if name == "del":
            for words in one.iter(w("t")):
                words.tag = w("delText")
        if current is None or one.getprevious() is not current or pen.rng.random() < 0.2:
            current = pen.mark(name)
            one.addprevious(current)
        current.append(one)


def mark_paragraph(paragraph: Element, name: str, pen: Pen) -> None:
    """Mark the end of a paragraph as inserted, deleted or moved."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = new("pPr")
        paragraph.insert(0, properties)
    of_mark = properties.find(w("rPr"))
    if of_mark is None:
        of_mark = new("rPr")
        later = [found for found in properties if found.tag in (w("sectPr"), w("pPrChange"))]
        if later:
            later[0].addprevious(of_mark)
        else:
            properties.append(of_mark)
    of_mark.insert(0, pen.mark(name))


def copy_of(paragraph: Element) -> Element:
    """Return a copy without what must not be there twice."""
    made = deepcopy(paragraph)
    for name in _MARKS:
        for found in list(made.iter(w(name))):
            above = found.getparent()
            assert above is not None
            above.remove(found)
    made.tail = None
    return made


def is_ended_by_paragraph(paragraph: Element) -> bool:
    """Tell whether a paragraph follows at once, so that the two can become one."""
    following = paragraph.getnext()
    return following is not None and following.tag == w("p")


def _anchor(paragraph: Element, begin: int, old: Sequence[Element]) -> tuple[Element | None, bool]:
    """Return the run beside which new words go, and whether before it."""
    if old:
        return old[-1], False
    here, last = 0, None
    for one in runs_of(paragraph):
        length = len(text_of(one))
        if length and here >= begin and last is None:
            return one, True
        if length:
            last = one
        here += length
        if here >= begin and last is not None:
            return last, False
    return last, False


def _added(words: str, pattern: Element | None, pen: Pen) -> list[Element]:
    """Return new runs of the format of another."""
    places = sorted(pen.rng.sample(range(1, len(words)), 1)) if _breaks(words, pen.rng) else []
    pieces = [words[a:b] for a, b in zip([0, *places], [*places, len(words)], strict=True)]
    old = pattern.find(w("rPr")) if pattern is not None else None
    runs = [run(piece, deepcopy(old) if old is not None else None) for piece in pieces]
    for one in runs:
        if pen.rng.random() < 0.5:
            hint_of(one)
    if not pen.tracked:
        return runs
    marked = [pen.mark("ins", *runs)] if len(runs) == 1 else [pen.mark("ins", r) for r in runs]
    if pen.colleague and pen.rng.random() < 0.15:  # a colleague struck again what had been put in
        marked.insert(pen.rng.randint(0, len(marked)), _second_thought(pen))
    return marked


def hint_of(one: Element) -> None:
    """Give a run the hint at East Asian letters that Word leaves on whatever is typed."""
    properties = one.find(w("rPr"))
    if properties is None:
        properties = new("rPr")
        one.insert(0, properties)
    if properties.find(w("rFonts")) is None:
        style = properties.find(w("rStyle"))
        properties.insert(0 if style is None else 1, new("rFonts", hint="eastAsia"))


def _second_thought(pen: Pen) -> Element:
    struck = run(pen.rng.choice(_SECOND_THOUGHTS))
    for words in struck.iter(w("t")):
        words.tag = w("delText")
    return pen.mark("ins", changed(pen, author=pen.colleague).mark("del", struck))


def _length(child: Element) -> int:
    if child.tag == w("delText"):
        return len(child.text or "")
    return len(text_of(new("r", deepcopy(child))))


def _breaks(words: str, rng: Random) -> bool:
    return len(words) > 1 and rng.random() < 0.3
