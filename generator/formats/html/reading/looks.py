"""How text of a page looks, as far as that says what it is: hidden, struck, raised, bold."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from generator.formats.html.reading.markup import tag_of, text_in
from generator.manuscript.manuscript import Unseen

_BOLD, _STRUCK = {"b", "strong"}, {"s", "strike", "del"}
_RAISED = {"sup", "sub"}
_LOOKING = _BOLD | _STRUCK | _RAISED | {"pre", "a"}
_BOLD_WEIGHTS = re.compile(r"bold|bolder|[6-9]00")
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NESTED = re.compile(r"@[^{};]{0,500}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
"""@media and the like: they hold rules for printers and phones."""
_SIMPLE = re.compile(r"[a-z]{0,10}[.#][\w-]+", re.IGNORECASE)


class Look(NamedTuple):
    """How a piece of text looks."""

    bold: bool = False
    raised: bool = False
    unseen: Unseen | None = None
    numbers: bool = False
    """Whether Word made it the number of a list."""
    keeps_lines: bool = False
    """Whether line ends of the source are line ends of the page."""
    linked: bool = False


@lru_cache(maxsize=2_000)
def declarations(style: str) -> Mapping[str, str]:
    """Return what a style attribute says, in small letters."""
    said = (one.partition(":") for one in style.lower().split(";"))
    return {
        name.strip(): value.replace("!important", "").strip()
        for name, colon, value in said
        if colon
    }


def style_of(element: etree._Element) -> Mapping[str, str]:
    """Return what an element says of its own look."""
    return declarations(element.get("style") or "")


def look_of(element: etree._Element, around: Look) -> Look:
    """Return how text in an element looks where that around it has a look."""
    tag, style = tag_of(element), style_of(element)
    if not style and tag not in _LOOKING:
        return around
    bold, raised, unseen = around.bold or tag in _BOLD, around.raised, around.unseen
    if weight := style.get("font-weight"):
        bold = bool(_BOLD_WEIGHTS.fullmatch(weight))
    if tag in _RAISED or style.get("vertical-align") in _RAISED | {"super"}:
        raised = True
    line = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    if tag in _STRUCK or "line-through" in line:
        unseen = Unseen.STRUCK
    numbers = around.numbers or style.get("mso-list") == "ignore"
    keeps = around.keeps_lines or tag == "pre" or style.get("white-space", "").startswith("pre")
    linked = around.linked or (tag == "a" and element.get("href") is not None)
    return Look(bold, raised, unseen, numbers, keeps, linked)


class Hidden:
    """Knows what of a page its readers do not see."""

    def __init__(self, root: etree._Element) -> None:
        """Read the style sheets that the page itself holds."""
        sheets = [text_in(sheet) for sheet in root.iter("style")]
        self._hidden = {name for sheet in sheets for name in _selectors(sheet, _hides)}
        self._aloud = {name for sheet in sheets for name in _selectors(sheet, _is_aloud)}

    def hides(self, element: etree._Element) -> bool:
        """Tell whether an element, with all in it, is not shown."""
        style = style_of(element)
        if element.get("hidden") is not None or _hides(style):
            return True
        return bool(self._hidden) and not self._hidden.isdisjoint(_names(element))

    def is_aloud(self, element: etree._Element) -> bool:
        """Tell whether what an element says is only read aloud, for those who cannot see."""
        if _is_aloud(style_of(element)):
            return True
        return bool(self._aloud) and not self._aloud.isdisjoint(_names(element))


def _hides(style: Mapping[str, str]) -> bool:
    return (
        style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
    )


def _is_aloud(style: Mapping[str, str]) -> bool:
    return style.get("position") == "absolute" and ("clip" in style or "clip-path" in style)


def _names(element: etree._Element) -> Iterator[str]:
    """Yield how a style sheet may mean an element."""
    tag = tag_of(element)
    for name in (element.get("class") or "").split():
        yield from (f".{name}", f"{tag}.{name}")
    if name := element.get("id") or "":
        yield from (f"#{name}", f"{tag}#{name}")


def _selectors(sheet: str, wanted: Callable[[Mapping[str, str]], bool]) -> Iterator[str]:
    """Yield the selectors of one class or id to which a style sheet gives a look everywhere."""
    sheet = sheet.replace("<!--", "").replace("-->", "")
    for selectors, style in _RULE.findall(_NESTED.sub("", _COMMENT.sub("", sheet))):
        if wanted(declarations(style)):
            for selector in selectors.split(","):
                if _SIMPLE.fullmatch(selector.strip()):
                    yield selector.strip()
