"""Which paragraphs are headings to Word: of a level of the outline, or by their style."""

from lxml import etree

from generator.formats.docx.package.part_names import W

_LEVEL = W + "outlineLvl"
_BODY = "9"  # level of what is no heading
_DEEPEST = 50  # styles based on each other


class Outlined:
    """Knows the levels of the styles of a document."""

    def __init__(self, styles: etree._Element | None) -> None:
        """Take the part of the styles, where there is one."""
        found = () if styles is None else styles.iterchildren(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in found}
        self._known: dict[str, bool] = {}

    def has(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is a heading."""
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return False
        own = properties.find(_LEVEL)
        if own is not None:
            return _is_level(own)
        name = _value(properties.find(W + "pStyle"))
        if name not in self._known:
            self._known[name] = self._is_heading(name)
        return self._known[name]

    def _is_heading(self, name: str) -> bool:
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return False
            level = style.find(f"{W}pPr/{_LEVEL}")
            if level is not None:
                return _is_level(level)
            name = _value(style.find(W + "basedOn"))
        return False


def _is_level(element: etree._Element) -> bool:
    return _value(element) not in ("", _BODY)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(W + "val", "")
