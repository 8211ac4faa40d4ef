"""The lists that word/numbering.xml defines, and which of them a paragraph belongs to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from lxml import etree

from generator.formats.docx.package.part_names import W

_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_OFF = ("0", "false", "off")
_LEVELS = 9
_OF_PARAGRAPH, _LIST = W + "pPr", W + "numPr"
_LONGEST_TEXT = 255
_DEEPEST = 50  # styles based on each other


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    kind: str
    """Format of the number, such as chineseCounting; `bullet` for a sign instead."""
    text: str
    """What is shown, with %1 for the number of the first level: （%1）."""
    start: int
    restart: int | None
    """Levels, counted from 1, up to which each begins it anew; 0: none. None: all above it."""
    legal: bool
    """Whether all numbers in it are shown in decimal."""
    style: str
    """The style that puts a paragraph on this level, or empty."""

    def restarts_after(self, level: int, own: int) -> bool:
        """Tell whether a paragraph on a level above, from 0, begins this one anew."""
        known = self.restart is not None and self.restart <= own
        return level < (self.restart or 0) if known else True


@dataclass(frozen=True)
class NumberedList:
    """What a w:num says."""

    counter: str
    """Lists with the same one are counted on together."""
    levels: Mapping[int, Level]
    restarted: frozenset[int]
    """Levels that begin anew where this list comes to them first."""


class _Style(NamedTuple):
    name: str
    list_id: int | None
    level: int | None
    based_on: str


_Place = tuple[int, NumberedList, int]


class Numbering:
    """All lists of a document, and the styles that put paragraphs into them."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        defined = [] if styles is None else list(styles.iterchildren(W + "style"))
        self._styles = {style.get(W + "styleId", ""): _style(style) for style in defined}
        self._default = next((_style(style).name for style in defined if _is_default(style)), "")
        self._abstract = dict(_numbered(numbering, "abstractNum", "abstractNumId"))
        self._numbers = dict(_numbered(numbering, "num", "numId"))
        self._of_style: dict[str, etree._Element] = {}
        for abstract in self._abstract.values():
            self._of_style.setdefault(_value(abstract, "styleLink"), abstract)
        self._lists: dict[int, NumberedList | None] = {}
        self._places: dict[tuple[_Style, str], _Place | None] = {}

    def place_of(self, paragraph: etree._Element) -> _Place | None:
        """Return the id of a paragraph's list, the list and the level from 0; None: in none."""
        properties = paragraph.find(_OF_PARAGRAPH)
        own = _said("", properties)
        name = "" if properties is None else _value(properties, "pStyle")
        if (own, name) not in self._places:  # most paragraphs say the same of lists: nothing
            self._places[own, name] = self._place(own, name)
        return self._places[own, name]

    def _place(self, own: _Style, name: str) -> _Place | None:
        chain = [own, *self._chain(name or self._default)]
        list_id = next((style.list_id for style in chain if style.list_id is not None), None)
        found = self._list(list_id) if list_id else None
        if list_id is None or found is None:
            return None
        linked = {level.style: number for number, level in found.levels.items() if level.style}
        levels = (linked.get(style.name, style.level) for style in chain)
        level = next((level for level in levels if level is not None), 0)
        return (list_id, found, level) if level in found.levels else None

    def _chain(self, name: str) -> Iterator[_Style]:
        """Yield a style and those it is based on."""
        seen: set[str] = set()
        while name in self._styles and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            yield self._styles[name]
            name = self._styles[name].based_on

    def _list(self, list_id: int) -> NumberedList | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(list_id)
        return self._lists[list_id]

    def _read(self, list_id: int) -> NumberedList | None:
        number = self._numbers.get(list_id)
        abstract_id = None if number is None else _integer(number, "abstractNumId")
        if number is None or abstract_id not in self._abstract:
            return None
        definition = self._definition(self._abstract[abstract_id])
        defined = _numbered(definition, "lvl", "ilvl")
        levels = {at: _level(level) for at, level in defined if at < _LEVELS}
        restarted = set()
        for at, override in _numbered(number, "lvlOverride", "ilvl"):
            whole = override.find(W + "lvl")
            if whole is not None and at < _LEVELS:
                levels[at] = _level(whole)
            start = _integer(override, "startOverride")
            if start is not None and at in levels:
                levels[at] = replace(levels[at], start=start)
                restarted.add(at)
        return NumberedList(str(abstract_id), levels, frozenset(restarted))

    def _definition(self, abstract: etree._Element) -> etree._Element:
        """Return the definition that has the levels: a numbering style may stand between."""
        link = _value(abstract, "numStyleLink")
        if not link:
            return abstract
        if link in self._of_style:
            return self._of_style[link]
        style = self._styles.get(link)
        number = self._numbers.get(style.list_id or 0) if style else None
        linked = None if number is None else _integer(number, "abstractNumId")
        return abstract if linked is None else self._abstract.get(linked, abstract)


def _style(element: etree._Element) -> _Style:
    """Return what a style says of lists."""
    name, based_on = element.get(W + "styleId", ""), _value(element, "basedOn")
    return _said(name, element.find(_OF_PARAGRAPH), based_on)


def _said(name: str, properties: etree._Element | None, based_on: str = "") -> _Style:
    """Return what properties say of lists, those of a style or of a paragraph without a name."""
    numbered = None if properties is None else properties.find(_LIST)
    if numbered is None:
        return _Style(name, None, None, based_on)
    return _Style(name, _integer(numbered, "numId"), _integer(numbered, "ilvl"), based_on)


def _is_default(style: etree._Element) -> bool:
    ordinary = style.get(W + "type") == "paragraph"
    return ordinary and style.get(W + "default", "0") not in _OFF


def _level(element: etree._Element) -> Level:
    kinds = [kind.get(W + "val", "") for kind in element.iter(W + "numFmt")]
    legal = element.find(W + "isLgl")
    return Level(
        kind=kinds[-1] if kinds else "decimal",  # the last one is the fall-back of a newer kind
        text=_value(element, "lvlText")[:_LONGEST_TEXT],
        start=_integer(element, "start") or 0,
        restart=_integer(element, "lvlRestart"),
        legal=legal is not None and legal.get(W + "val", "1") not in _OFF,
        style=_value(element, "pStyle"),
    )


def _numbered(
    holder: etree._Element | None, tag: str, number: str
) -> Iterator[tuple[int, etree._Element]]:
    for element in () if holder is None else holder.iterchildren(W + tag):
        value = element.get(W + number, "")
        if _WHOLE.fullmatch(value):
            yield int(value), element


def _value(holder: etree._Element, tag: str) -> str:
    element = holder.find(W + tag)
    return "" if element is None else element.get(W + "val", "")


def _integer(holder: etree._Element, tag: str) -> int | None:
    value = _value(holder, tag)
    return int(value) if _WHOLE.fullmatch(value) else None
