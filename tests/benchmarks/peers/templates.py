"""Our template and our data for other engines, so that the same document comes out."""

import json
import re
from collections.abc import Mapping
from html import unescape

from markupsafe import Markup

from generator.formats.docx.template.values import Value
from tests.benchmarks.peers.languages import Language, Stands

OTHER = "其他段落"
"""True of a paragraph of no other kind: our {%p else %}, which not every engine has."""

_PARAGRAPH = re.compile(r"(<w:p[ >].*?</w:p>)", re.DOTALL)
_BLOCK = re.compile(r"\{%p (.*?) %\}")
_VALUE = re.compile(r"\{\{ (?:(?P<item>\w+)\.)?(?P<name>\w+) \}\}")
_OUR_TAG = re.compile(r"\{\{ |\{%")
_START = re.compile(r"(<w:p(?: [^>]*)?>)")
_FIRST_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)")
_LAST_TEXT = re.compile(r"(.*)(</w:t>)", re.DOTALL)


def data_of(values: Mapping[str, Value]) -> str:
    """Return what our template is filled with as JSON. Other engines escape it themselves."""
    data = {
        name: [_fields(item) for item in value] if isinstance(value, list) else _plain(value)
        for name, value in values.items()
    }
    return json.dumps(data, ensure_ascii=False)


def _fields(item: Mapping[str, str | bool]) -> dict[str, str | bool]:
    kinds = {name: value for name, value in item.items() if isinstance(value, bool)}
    texts = {name: _plain(value) for name, value in item.items() if isinstance(value, str)}
    return {**texts, **kinds, OTHER: not any(kinds.values())}


def _plain(text: str) -> str:
    return unescape(text) if isinstance(text, Markup) else text


def translated(parts: Mapping[str, bytes], language: Language) -> dict[str, bytes]:
    """Return our template, given as its parts, in another language."""
    return {
        part: _Translator(language).translated(content.decode()).encode()
        if part.endswith(".xml")
        else content
        for part, content in parts.items()
    }


class _Translator:
    """Goes through the tags of one part in order."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._list = ""
        """What the loop goes over; empty outside of one."""
        self._ends: list[str] = []
        """The tags that end the conditions that are open."""
        self._pieces: list[str] = []
        self._waiting = ""
        """Tags that go into the next paragraph."""

    def translated(self, xml: str) -> str:
        """Translate a part. Raise ValueError where a tag is not one of ours."""
        for piece in _PARAGRAPH.split(xml):
            if block := _BLOCK.search(piece):
                self._block(block[1].split(), piece.replace(block[0], "{}"))
            else:
                self._pieces.append(_VALUE.sub(self._value, self._begun(piece)))
        result = "".join(self._pieces)
        if self._list or self._ends or self._waiting or _OUR_TAG.search(result):
            raise ValueError("the template has a tag that is not understood")
        return result

    def _value(self, found: re.Match[str]) -> str:
        tag = self._language.value_of_item if found["item"] else self._language.value
        return tag.format(name=found["name"], list=self._list)

    def _block(self, words: list[str], alone: str) -> None:
        """Put down the tags of a paragraph that holds a tag alone."""
        language = self._language
        match words:
            case ["for", _, "in", name]:
                self._list = name
                self._begin(language.each.format(list=name), language.loops, alone)
            case ["endfor"]:
                self._end(language.end_each.format(list=self._list), language.loops, alone)
                self._list = ""
            case ["if", condition]:
                self._begin_if(condition, alone)
            case ["elif", condition]:
                self._end(self._ends.pop(), language.conditions, alone)
                self._begin_if(condition, alone)
            case ["else"]:
                self._end(self._ends.pop(), language.conditions, alone)
                self._begin_if(f"item.{OTHER}", alone)
            case ["endif"]:
                self._end(self._ends.pop(), language.conditions, alone)

    def _begin_if(self, condition: str, alone: str) -> None:
        language, (item, _, name) = self._language, condition.rpartition(".")
        begin = language.if_true if item else language.if_filled
        end = language.end_if_true if item else language.end_if_filled
        self._ends.append(end.format(name=name, list=self._list))
        self._begin(begin.format(name=name, list=self._list), language.conditions, alone)

    def _begin(self, tag: str, stands: Stands, alone: str) -> None:
        if stands != Stands.ALONE:
            self._waiting += tag
        elif tag:
            self._pieces.append(alone.format(tag))

    def _begun(self, piece: str) -> str:
        """Put the tags that wait into a paragraph."""
        if not self._waiting or not _PARAGRAPH.fullmatch(piece):
            return piece
        tags, self._waiting = self._waiting, ""
        place = _FIRST_TEXT if self._language.conditions == Stands.INSIDE else _START
        return place.sub(rf"\1{tags}", piece, count=1)

    def _end(self, tag: str, stands: Stands, alone: str) -> None:
        if stands == Stands.ALONE:
            self._pieces.append(alone.format(tag))
        elif stands == Stands.AROUND:
            self._pieces.append(tag)
        else:
            last = max(n for n, piece in enumerate(self._pieces) if _PARAGRAPH.fullmatch(piece))
            self._pieces[last] = _LAST_TEXT.sub(rf"\1{tag}\2", self._pieces[last])
