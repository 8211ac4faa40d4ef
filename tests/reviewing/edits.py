"""The kinds of edits, each a function that makes one if it can and says whether it did."""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace as changed
from random import Random
from types import MappingProxyType

from lxml.etree import _Element as Element

from tests.reviewing import wording
from tests.reviewing.body import Line, figures_of, labelled, tables_of, words_in
from tests.reviewing.desk import Desk
from tests.reviewing.ooxml import new, run, w
from tests.reviewing.record import Kind
from tests.reviewing.runs import (
    Pen,
    copy_of,
    cut,
    is_ended_by_paragraph,
    mark_paragraph,
    remove,
    replace,
    runs_of,
    text_of,
    wrap,
)

Wording = Callable[[Random, str, tuple[int, ...]], list[wording.Change]]
Make = Callable[[Desk, Pen], bool]

_NEAREST_MOVE = 2  # one place up or down could as well be the neighbour's move
_FEW = 8  # letters on either side of a split, at least
_ODD_FIGURES = ("", "—", "/")


def _in_place(kind: Kind, words: Wording, *levels: str) -> Make:
    def make(desk: Desk, pen: Pen) -> bool:
        for line in desk.free(*levels):
            changes = words(desk.rng, line.text, line.seams)
            text = wording.apply(line.text, changes)
            if changes and desk.is_new(text):
                for begin, end, put in sorted(changes, reverse=True):
                    replace(line.paragraph, begin, end, put, pen)
                desk.record(kind, pen, was=[line], now=[changed(line, text=text)])
                return True
        return False

    return make


def _renumber(desk: Desk, pen: Pen) -> bool:
    levels = ("2", "body") if desk.rng.random() < 0.9 else ("1",)
    return _in_place(Kind.RENUMBER, wording.renumber, *levels)(desk, pen)


def _insert_paragraph(desk: Desk, pen: Pen) -> bool:
    for before in desk.free("body", "2", "1"):
        lead, body = wording.paragraph(desk.rng, before.text)
        if not desk.is_new(lead + body):
            continue
        paragraph = _new_paragraph(desk.rng, before, lead, body)
        before.paragraph.addnext(paragraph)
        if pen.tracked:
            wrap(runs_of(paragraph), "ins", pen)
            # The new paragraph ends with a new mark, or takes over the mark of the one before.
            new_mark = before.level != "body" or desk.rng.random() < 0.5
            mark_paragraph(paragraph if new_mark else before.paragraph, "ins", pen)
        made = Line(lead + body, paragraph, "body")
        desk.record(Kind.INSERT_PARAGRAPH, pen, was=[], now=[made], after=before)
        return True
    return False


def _delete_paragraph(desk: Desk, pen: Pen) -> bool:
    for line in desk.free("body", "2"):
        if line.paragraph.find(f".//{w('sectPr')}") is not None:
            continue
        beside = []
        if not pen.tracked:
            if desk.rng.random() < 0.85 and not pen.look:
                _drop(line.paragraph)
            else:  # an empty paragraph stays behind
                remove(runs_of(line.paragraph), pen)
        else:
            place, before = desk.place(line), line.paragraph.getprevious()
            earlier = desk.original[place - 1] if place else None
            with_mark_before = (
                earlier is not None
                and earlier.paragraph is before
                and earlier.level == line.level == "body"
                and desk.untouched([place - 1])
            )
            remove(runs_of(line.paragraph), pen)
            if with_mark_before and earlier is not None and desk.rng.random() < 0.35:
                mark_paragraph(earlier.paragraph, "del", pen)
                beside = [earlier]
            elif is_ended_by_paragraph(line.paragraph) and desk.rng.random() < 0.85:
                mark_paragraph(line.paragraph, "del", pen)
        desk.record(Kind.DELETE_PARAGRAPH, pen, was=[line], now=[], beside=beside)
        return True
    return False


def _move_paragraph(desk: Desk, pen: Pen) -> bool:
    lines = desk.free("body", "2")
    for line in lines:
        for target in desk.free("body", "2"):
            way = desk.place(target) - desk.place(line)
            jumped = way if way > 0 else -way - 1
            if jumped < _NEAREST_MOVE or not all(
                is_ended_by_paragraph(one.paragraph) for one in (line, target)
            ):
                continue
            _move(line.paragraph, target.paragraph, pen)
            made = changed(line)
            desk.record(Kind.MOVE_PARAGRAPH, pen, was=[line], now=[made], after=target)
            return True
    return False


def _split_paragraph(desk: Desk, pen: Pen) -> bool:
    for line in desk.free("body"):
        places = [
            place.end()
            for place in re.finditer("[。；]", line.text)
            if _FEW < place.end() < len(line.text) - _FEW
        ]
        if not places:
            continue
        at = desk.rng.choice(places)
        first, second = (changed(line, text=text) for text in (line.text[:at], line.text[at:]))
        if not (desk.is_new(first.text) and desk.is_new(second.text)):
            continue
        first.paragraph = _split(line.paragraph, at)
        if pen.tracked:
            mark_paragraph(first.paragraph, "ins", pen)
        desk.record(Kind.SPLIT_PARAGRAPH, pen, was=[line], now=[first, second])
        return True
    return False


def _merge_paragraphs(desk: Desk, pen: Pen) -> bool:
    for line in desk.free("body"):
        place = desk.place(line) + 1
        if place == len(desk.original) or not desk.untouched([place]):
            continue
        other = desk.original[place]
        if other.level != "body" or line.paragraph.getnext() is not other.paragraph:
            continue
        number = wording.typed_end(other.text) if desk.rng.random() < 0.5 else 0
        if number:
            replace(other.paragraph, 0, number, "", pen)
        if pen.tracked:
            mark_paragraph(line.paragraph, "del", pen)
        else:
            _join(line.paragraph, other.paragraph, keep_first=desk.rng.random() < 0.5)
        made = changed(line, text=line.text + other.text[number:])
        desk.record(Kind.MERGE_PARAGRAPHS, pen, was=[line, other], now=[made])
        return True
    return False


def _change_figure(desk: Desk, pen: Pen) -> bool:
    tables = tables_of(desk.package)
    found = [
        (number, row, column, cell)
        for number, table in enumerate(tables)
        for (row, column), cell in figures_of(table).items()
        if (number, row, column) not in desk.touched_cells() and _one_paragraph(cell)
    ]
    if not found:
        return False
    if desk.rng.random() < 0.5:  # the small tables as often as the large one
        which = desk.rng.choice(sorted({number for number, *_ in found}))
        found = [one for one in found if one[0] == which]
    number, row, column, cell = desk.rng.choice(found)
    old = words_in(cell)
    put = wording.other_number(desk.rng, old)
    if desk.rng.random() < 0.08:
        put = desk.rng.choice((*_ODD_FIGURES, f"{put}件"))
    paragraph = cell.find(w("p"))
    assert paragraph is not None
    place = labelled(number, tables[number], row, column)
    whole = text_of(paragraph)
    replace(paragraph, whole.index(old), whole.index(old) + len(old), put, pen)
    desk.record_figure(pen, place, put)
    return True


def _new_paragraph(rng: Random, before: Line, lead: str, body: str) -> Element:
    """Return a paragraph in the format of the one before, of a body, or of none at all."""
    made = new("p")
    old = before.paragraph.find(w("pPr"))
    if before.level == "body" and old is not None and rng.random() < 0.8:
        made.append(deepcopy(old))
        for found in made.findall(f"{w('pPr')}/{w('rPr')}"):
            _drop(found)
    pieces = [lead, body] if lead else [body]
    if rng.random() < 0.4:
        at = rng.randint(1, len(body) - 1)
        pieces[-1:] = [body[:at], body[at:]]
    for piece in pieces:
        bold = new("rPr", new("b"), new("bCs")) if piece is lead and rng.random() < 0.8 else None
        made.append(run(piece, bold))
    return made


def _move(paragraph: Element, target: Element, pen: Pen) -> None:
    if not pen.tracked:
        above = paragraph.getparent()
        assert above is not None
        target.addnext(paragraph)
        return
    copy = copy_of(paragraph)
    target.addnext(copy)
    if pen.rng.random() < 0.4:  # cut and pasted
        remove(runs_of(paragraph), pen)
        mark_paragraph(paragraph, "del", pen)
        wrap(runs_of(copy), "ins", pen)
        mark_paragraph(copy, "ins", pen)
        return
    name = f"move{pen.rng.randrange(10**8, 10**9)}"
    inside = pen.rng.random() < 0.6
    for moved, way in ((paragraph, "moveFrom"), (copy, "moveTo")):
        wrap(runs_of(moved), way, pen)
        mark_paragraph(moved, way, pen)
        start = pen.mark(f"{way}RangeStart")
        start.set(w("name"), name)
        end = new(f"{way}RangeEnd", id=start.get(w("id")))
        if inside:
            properties = moved.find(w("pPr"))
            assert properties is not None
            properties.addnext(start)
            moved.append(end)
        else:
            moved.addprevious(start)
            moved.addnext(end)


def _split(paragraph: Element, at: int) -> Element:
    """Move what stands before a place into a paragraph of its own, and return that."""
    cut(paragraph, at)
    first = new("p")
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        first.append(deepcopy(properties))
        for found in first.iter(w("sectPr")):
            _drop(found)
    paragraph.addprevious(first)
    here = 0
    for child in [child for child in paragraph if child.tag != w("pPr")]:
        here += sum(len(text_of(one)) for one in child.iter(w("r")))
        if here > at:
            break
        first.append(child)
    return first


def _join(first: Element, second: Element, *, keep_first: bool) -> None:
    kept, other = (first, second) if keep_first else (second, first)
    words = [child for child in other if child.tag != w("pPr")]
    if keep_first:
        kept.extend(words)
    else:
        at = len(kept.findall(w("pPr")))
        for child in reversed(words):
            kept.insert(at, child)
    _drop(other)


def _drop(element: Element) -> None:
    above = element.getparent()
    assert above is not None
    above.remove(element)


def _one_paragraph(cell: Element) -> bool:
    return len(cell.findall(w("p"))) == 1


MAKERS: Mapping[Kind, Make] = MappingProxyType(
    {
        Kind.REWORD: _in_place(Kind.REWORD, wording.reword, "body", "title"),
        Kind.INSERT_WORDS: _in_place(Kind.INSERT_WORDS, wording.insert_words, "body"),
        Kind.DELETE_WORDS: _in_place(Kind.DELETE_WORDS, wording.delete_words, "body"),
        Kind.CHANGE_NUMBER: _in_place(Kind.CHANGE_NUMBER, wording.change_number, "body", "title"),
        Kind.INSERT_PARAGRAPH: _insert_paragraph,
        Kind.DELETE_PARAGRAPH: _delete_paragraph,
        Kind.MOVE_PARAGRAPH: _move_paragraph,
        Kind.SPLIT_PARAGRAPH: _split_paragraph,
        Kind.MERGE_PARAGRAPHS: _merge_paragraphs,
        Kind.CHANGE_FIGURE: _change_figure,
        Kind.RENAME_HEADING: _in_place(Kind.RENAME_HEADING, wording.rename_heading, "1", "2"),
        Kind.RENUMBER: _renumber,
    }
)
