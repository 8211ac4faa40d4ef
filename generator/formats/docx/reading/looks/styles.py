"""The styles of a document, resolved: what is in effect for a paragraph, its words, a table.

A property that several styles switch on is switched by each of them (ECMA-376 Part 1, 17.7.3).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from lxml import etree

from generator.formats.docx.package.part_names import W

Properties = Mapping[str, etree._Element]
"""The elements in effect, by their tags."""

_OFF = ("0", "false", "off", "none")
_DEFAULTS = "docDefaults"
_DEEPEST = 50  # styles based on each other
_TOGGLES = frozenset(
    W + kind
    for kind in (
        *("b", "i", "caps", "smallCaps", "strike", "vanish"),
        *("outline", "shadow", "emboss", "imprint"),
    )
)
_SWITCHED = {on: etree.Element(W + "on", {W + "val": str(int(on))}) for on in (True, False)}
_PARTED = (W + "rFonts", W + "ind", W + "spacing")
"""Elements of which each attribute is in effect on its own."""


class Styles:
    """All styles of a document."""

    def __init__(self, styles: etree._Element | None) -> None:
        self._root = etree.Element(W + "styles") if styles is None else styles
        self._known: dict[tuple[str, ...], Properties] = {}
        self._named: dict[etree._Element, str] = {}

    def paragraph(self, paragraph: etree._Element) -> Properties:
        """Return what is in effect for a paragraph, as far as its properties say."""
        own = _within(paragraph, "pPr")
        return merged([self._default("pPr"), self._chain(self._style_of(own), "pPr"), own])

    def run(self, run: etree._Element | None, paragraph: etree._Element) -> Properties:
        """Return what is in effect for a run; None: for words of a paragraph without their own."""
        own = {} if run is None else _within(run, "rPr")
        of_paragraph = self._chain(self.style_of(paragraph), "rPr")
        of_characters = self._chain(_value(own, "rStyle"), "rPr")
        found = dict(merged([self._default("rPr"), of_paragraph, of_characters]))
        for tag in _TOGGLES & of_paragraph.keys() & of_characters.keys():
            found[tag] = _SWITCHED[is_on(of_paragraph[tag]) != is_on(of_characters[tag])]
        return merged([found, own])

    def style_of(self, paragraph: etree._Element) -> str:
        """Return the id of a paragraph's style; to find it costs as much as it has runs."""
        if paragraph not in self._named:
            self._named[paragraph] = self._style_of(_within(paragraph, "pPr"))
        return self._named[paragraph]

    def table(self, table: etree._Element) -> Properties:
        """Return what is in effect for a table."""
        own = _within(table, "tblPr")
        return merged([self._chain(self._table_style(own), "tblPr"), own])

    def parts_of(self, table: etree._Element) -> str:
        """Return which rows and columns the style of a table gives a look of their own."""
        name, found = self._table_style(_within(table, "tblPr")), set[str]()
        for style in self._based(name):
            found |= {part.get(W + "type", "") for part in style.iterchildren(W + "tblStylePr")}
            found |= {"wholeTable"} if style.find(f"{W}tcPr/{W}shd") is not None else set()
        return "/".join(sorted(found))

    def name_of(self, run: etree._Element) -> str:
        """Return the name of a run's character style, in small letters; empty for none."""
        style = self._styles.get(_value(_within(run, "rPr"), "rStyle"))
        return "" if style is None else _value(_by_tag(style), "name").casefold()

    @cached_property
    def _styles(self) -> dict[str, etree._Element]:
        found = self._root.iterchildren(W + "style")
        return {style.get(W + "styleId", ""): style for style in found}

    @cached_property
    def _usual(self) -> Mapping[str, str]:
        """The styles of what names none, of a paragraph and a table."""
        return {
            style.get(W + "type", ""): name
            for name, style in reversed(self._styles.items())
            if style.get(W + "default", "0") not in _OFF
        }

    def _style_of(self, own: Properties) -> str:
        name = _value(own, "pStyle")
        return name if name in self._styles else self._usual.get("paragraph", "")

    def _table_style(self, own: Properties) -> str:
        name = _value(own, "tblStyle")
        return name if name in self._styles else self._usual.get("table", "")

    def _default(self, kind: str) -> Properties:
        return self._once((_DEFAULTS, kind), lambda: _by_tag(self._of_defaults(kind)))

    def _of_defaults(self, kind: str) -> etree._Element | None:
        return self._root.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}")

    def _chain(self, name: str, kind: str) -> Properties:
        """Return what a style says with those that it is based on."""
        return self._once(("style", name, kind), lambda: self._resolved(name, kind))

    def _resolved(self, name: str, kind: str) -> Properties:
        layers = [_within(style, kind) for style in self._based(name)]
        return merged(reversed(layers))

    def _based(self, name: str) -> Iterator[etree._Element]:
        """Yield a style, and those that it is based on."""
        seen: set[str] = set()
        while name in self._styles and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            yield self._styles[name]
            name = _value(_by_tag(self._styles[name]), "basedOn")

    def _once(self, key: tuple[str, ...], read: Callable[[], Properties]) -> Properties:
        if key not in self._known:
            self._known[key] = read()
        return self._known[key]


def merged(layers: Iterable[Properties]) -> Properties:
    """Return what is in effect where each layer goes over the ones before it."""
    found: dict[str, etree._Element] = {}
    for layer in layers:
        for tag, element in layer.items():
            under = found.get(tag)
            found[tag] = element if under is None or tag not in _PARTED else _over(under, element)
    return found


def written(properties: etree._Element | None) -> bytes:
    """Return properties as they are written: most of a document has the same few."""
    return b"" if properties is None else etree.tostring(properties, with_tail=False)


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch is on."""
    return element is not None and element.get(W + "val", "1") not in _OFF


def is_off(element: etree._Element | None) -> bool:
    """Tell whether a switch that is usually on is switched off."""
    return element is not None and not is_on(element)


def _over(under: etree._Element, element: etree._Element) -> etree._Element:
    """Return one element with the attributes of both.

    One measure said in another unit, characters for twips, a theme's font for a font, takes the
    place of the other.
    """
    together = etree.Element(element.tag)
    said = {_measure(name) for name in element.attrib}
    for name, value in under.attrib.items():
        if _measure(name) not in said:
            together.set(name, value)
    for name, value in element.attrib.items():
        together.set(name, value)
    return together


_ENDS = ("Chars", "Lines", "Theme")
_ONE_MEASURE = {"hanging": "firstLine", "start": "left", "end": "right"}


def _measure(name: str | bytes) -> str:
    plain = str(name).removeprefix(W)
    for end in _ENDS:
        plain = plain.removesuffix(end)
    return _ONE_MEASURE.get(plain, plain)


def _within(element: etree._Element, kind: str) -> Properties:
    return _by_tag(element.find(W + kind))


def _by_tag(holder: etree._Element | None) -> Properties:
    return {} if holder is None else {str(element.tag): element for element in holder}


def _value(properties: Properties, kind: str) -> str:
    element = properties.get(W + kind)
    return "" if element is None else element.get(W + "val", "")
