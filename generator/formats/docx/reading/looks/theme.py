"""The fonts of a theme, by what runs call them."""

from collections.abc import Mapping

from lxml import etree

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea"}
_CHINESE = "Hans"


def fonts_of(theme: etree._Element | None) -> Mapping[str, str]:
    """Return the fonts by their names in w:rFonts: minorEastAsia → 宋体."""
    found: dict[str, str] = {}
    for kind in () if theme is None else ("major", "minor"):
        fonts = theme.find(f".//{_A}{kind}Font") if theme is not None else None
        if fonts is None:
            continue
        chinese = [one for one in fonts.iter(_A + "font") if one.get("script") == _CHINESE]
        for script, tag in _SCRIPTS.items():
            named = fonts.find(_A + tag)
            font = "" if named is None else named.get("typeface", "")
            if not font and tag == "ea" and chinese:
                font = chinese[0].get("typeface", "")
            found[f"{kind}{script}"] = font
    return found
