"""What words look like."""

from collections.abc import Mapping

from lxml import etree

from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.looks.measures import TWIPS, number, word
from generator.formats.docx.reading.looks.styles import Properties, is_on
from generator.manuscript.looks import CHINESE_FONT, LATIN_FONT, RAISED, Look

_SIZE, _USUAL_SIZE = "sz", 10.0  # points, where a document says nothing
_SWITCHES = {
    "b": "加粗",
    "i": "倾斜",
    "strike": "删除线",
    "dstrike": "删除线",
    "vanish": "隐藏文字",
    "caps": "字母大小写",
    "smallCaps": "字母大小写",
    "outline": "文字效果",
    "shadow": "文字效果",
    "emboss": "文字效果",
    "imprint": "文字效果",
}
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_EFFECTS = ("glow", "reflection", "textOutline", "textFill", "shadow", "props3d")
_WORDS = {  # property: name, and what says that there is none
    "u": ("下划线", "none"),
    "em": ("着重号", "none"),
    "vertAlign": (RAISED, "baseline"),
    "effect": ("文字效果", "none"),
}
_MEASURES = {  # property: name, how many a point, and what it usually is
    _SIZE: ("字号", 2.0, _USUAL_SIZE),
    "spacing": ("字符间距", TWIPS, 0.0),
    "position": ("字符位置", 2.0, 0.0),
    "w": ("字符缩放", 1.0, 100.0),
}
_HIGHLIGHTS = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "black": "000000",
}
_FONTS = {"eastAsia": CHINESE_FONT, "ascii": LATIN_FONT}
BLACK, WHITE = "000000", "FFFFFF"
_DARK = ("text", "dark", "none")


def lettering(properties: Properties, theme: Mapping[str, str]) -> Look:
    """Return the look of words; `theme` has the fonts by what the format calls them."""
    fonts = properties.get(W + "rFonts")
    said = {
        "字体颜色": _of_letters(properties.get(W + "color")),
        "突出显示": _behind(properties).replace(WHITE, ""),
        "文字边框": word(properties.get(W + "bdr"), usual="none").replace("nil", ""),
        **{name: word(properties.get(W + tag), usual=no) for tag, (name, no) in _WORDS.items()},
        **{name: _font(fonts, attribute, theme) for attribute, name in _FONTS.items()},
    }
    for tag, name in _SWITCHES.items():
        if is_on(properties.get(W + tag)):
            said[name] = f"{said.get(name, '')}{tag}"
    if effects := [tag for tag in _EFFECTS if _W14 + tag in properties]:
        said["文字效果"] = "/".join((said.get("文字效果", ""), *effects))
    if fitted := number(properties.get(W + "fitText"), "val", TWIPS):
        said["调整宽度"] = f"{fitted:.0f}"
    return {
        **{name: _measure(properties, tag) for tag, (name, _, _) in _MEASURES.items()},
        **{name: value for name, value in said.items() if value},
    }


def size_of(properties: Properties) -> float:
    """Return the size of letters in points."""
    return _measure(properties, _SIZE)[0]


def shade(element: etree._Element | None) -> str:
    """Return the colour of a shading as RGB."""
    fill = word(element, "fill", usual="auto").upper()
    pattern = word(element, usual="clear")
    if pattern == "solid":
        return _colour(word(element, "color"))
    return fill or (f"{WHITE}{pattern}" if pattern not in ("", "nil") else WHITE)


def _measure(properties: Properties, tag: str) -> tuple[float]:
    _, per, usual = _MEASURES[tag]
    said = number(properties.get(W + tag), "val", per)
    return (usual if said is None else said,)


def _behind(properties: Properties) -> str:
    """Return what stands behind the letters: other programs save a highlight as a shading."""
    marked = word(properties.get(W + "highlight"), usual="none")
    return _HIGHLIGHTS.get(marked, marked) or shade(properties.get(W + "shd"))


def _colour(said: str) -> str:
    return BLACK if said in ("", "auto") else said.upper()


def _of_letters(element: etree._Element | None) -> str:
    """Return the colour of letters, empty for black; of a theme by its name if no other is said."""
    said = _colour(word(element)).replace(BLACK, "")
    of_theme = word(element, "themeColor")
    return said or ("" if of_theme.startswith(_DARK) else of_theme)


def _font(fonts: etree._Element | None, attribute: str, theme: Mapping[str, str]) -> str:
    if fonts is None:
        return ""
    of_theme = fonts.get(f"{W}{attribute}Theme", "")
    return theme.get(of_theme, of_theme) if of_theme else fonts.get(W + attribute, "")
