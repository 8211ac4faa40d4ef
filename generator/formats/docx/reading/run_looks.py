"""Whether the words of a run stand, and on the line: by its format and the styles it has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.manuscript.manuscript import Unseen

_PARAGRAPH, _FORMAT = W + "p", W + "rPr"
_STRIKES = ("strike", "dstrike")
_HIDES = ("vanish", "specVanish")
_TOGGLES = ("strike", "vanish")
"""A style that says the same as the style of its paragraph takes it back (ECMA-376, 17.7.3)."""
_RAISES = (W + "vertAlign", W + "position")
_ON_LINE = ("baseline",)
_OFF = ("0", "false", "off")
_DEEPEST = 50  # styles based on each other

_Said = Mapping[str, bool]


@dataclass(frozen=True)
class _Style:
    said: _Said
    based_on: str


class RunLooks:
    """The styles of a document, as far as they strike out or hide."""

    def __init__(self, styles: etree._Element | None) -> None:
        defined = [] if styles is None else list(styles.iterchildren(W + "style"))
        self._styles = {
            style.get(W + "styleId", ""): _Style(
                _said(style.find(_FORMAT)), _value(style, "basedOn")
            )
            for style in defined
        }
        self._default = next(
            (style.get(W + "styleId", "") for style in defined if _is_default(style)), ""
        )
        self._raising = {
            style.get(W + "styleId", "")
            for style in defined
            if style.get(W + "type") == "character"
            for mark in style.iterfind(f"{_FORMAT}/{_RAISES[0]}")
            if mark.get(W + "val", _ON_LINE[0]) not in _ON_LINE
        }
        self._of_styles: dict[str, _Said] = {}
        self._named: dict[etree._Element, str] = {}
        self._in_styles = any(style.said for style in self._styles.values())

    def may_hide_any(self, root: etree._Element) -> bool:
        """Tell whether anything in a part may be struck or hidden; mostly nothing is."""
        marks = (W + kind for kind in _STRIKES + _HIDES)
        return self._in_styles or next(root.iter(*marks), None) is not None

    def unseen(self, run: etree._Element) -> Unseen | None:
        """Return how the words of a run were taken back; None where they stand."""
        own = run.find(_FORMAT)
        if not self._in_styles and not _said(own):
            return None  # nearly always
        paragraph = next(run.iterancestors(_PARAGRAPH), None)
        if any(self._is(kind, own, paragraph) for kind in _HIDES):
            return Unseen.HIDDEN
        return Unseen.STRUCK if any(self._is(kind, own, paragraph) for kind in _STRIKES) else None

    def may_raise_any(self, root: etree._Element) -> bool:
        """Tell whether any words may be raised or lowered; mostly only numbers of notes are."""
        return bool(self._raising) or next(root.iter(*_RAISES), None) is not None

    def is_raised(self, run: etree._Element) -> bool:
        """Tell whether the words of a run stand above or below its line, itself or by its style."""
        own = run.find(_FORMAT)
        if own is None:
            return False
        if (mark := own.find(_RAISES[0])) is not None:
            return mark.get(W + "val", _ON_LINE[0]) not in _ON_LINE
        moved = own.find(_RAISES[1])
        if moved is not None and moved.get(W + "val", "0") != "0":
            return True
        return _value(own, "rStyle") in self._raising

    def runs_on(self, paragraph: etree._Element) -> bool:
        """Tell whether the mark of a paragraph is hidden, so that the next one goes on in it."""
        mark = paragraph.find(f"{W}pPr/{_FORMAT}")
        if not self._in_styles and not _said(mark):
            return False
        return any(self._is(kind, mark, paragraph) for kind in _HIDES)

    def _is(self, kind: str, own: etree._Element | None, paragraph: etree._Element | None) -> bool:
        if own is not None and (mark := own.find(W + kind)) is not None:
            return mark.get(W + "val", "1") not in _OFF
        styled = self._default if paragraph is None else self._style_of(paragraph)
        of_paragraph = self._of(styled).get(kind)
        of_words = self._of("" if own is None else _value(own, "rStyle")).get(kind)
        if kind in _TOGGLES:
            return bool(of_paragraph) != bool(of_words)
        return bool(of_paragraph if of_words is None else of_words)

    def _style_of(self, paragraph: etree._Element) -> str:
        """Return the style of a paragraph; to find it costs as much as it has runs."""
        if paragraph not in self._named:
            properties = paragraph.find(W + "pPr")
            named = "" if properties is None else _value(properties, "pStyle")
            self._named[paragraph] = named or self._default
        return self._named[paragraph]

    def _of(self, name: str) -> _Said:
        """Return what a style says, itself or by those that it is based on."""
        if name not in self._of_styles:
            chain = [style.said for style in self._chain(name)]
            self._of_styles[name] = {
                kind: one for said in reversed(chain) for kind, one in said.items()
            }
        return self._of_styles[name]

    def _chain(self, name: str) -> Iterator[_Style]:
        for _ in range(_DEEPEST):
            if name not in self._styles:
                return
            yield self._styles[name]
            name = self._styles[name].based_on


def _said(look: etree._Element | None) -> _Said:
    if look is None:
        return {}
    found = ((kind, look.find(W + kind)) for kind in _STRIKES + _HIDES)
    return {kind: one.get(W + "val", "1") not in _OFF for kind, one in found if one is not None}


def _is_default(style: etree._Element) -> bool:
    ordinary = style.get(W + "type", "paragraph") == "paragraph"
    return ordinary and style.get(W + "default", "0") not in _OFF


def _value(holder: etree._Element, tag: str) -> str:
    found = holder.find(W + tag)
    return "" if found is None else found.get(W + "val", "")
