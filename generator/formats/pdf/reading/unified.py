"""The characters that are meant where a PDF names others that look the same.

One glyph of a font often serves two characters: 民 and the radical ⺠, 一 and ⼀. Programs that
write PDFs name either of them. What stands in a radical's code point is always the word's own
character: Unicode's EquivalentUnifiedIdeograph.txt pairs them.
"""

import unicodedata

UNKNOWN = "\ufffd"
"""In place of a character of which the file does not say which it is."""

_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺"
    "⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉"
    "⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页"
    "⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_SIMPLIFIED = {0x2F3E: "户", 0x2FAD: "青"}
"""Of traditional radicals that fonts for the mainland draw as these."""
_AS_MEANT = dict(zip(map(ord, _RADICALS[::2]), _RADICALS[1::2], strict=True)) | {
    **_SIMPLIFIED,
    **dict.fromkeys((0xA0, 0x2002, 0x2003, 0x2009, 0x202F), " "),
    **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), ""),
}
_COMPATIBLE = ((0x2F00, 0x2FDF), (0xF900, 0xFAFF), (0xFB00, 0xFB06))
"""Radicals, ideographs twice there, and joined letters: Unicode says what each is."""
_PRIVATE, _CONTROL, _UNASSIGNED = "Co", "Cc", "Cn"


def unified(text: str) -> str:
    """Return the characters that are meant; UNKNOWN for those that mean nothing outside a font."""
    if len(text) == 1 and (" " <= text <= "~" or "\u3000" <= text <= "\u9fff"):
        return text
    return "".join(map(_meant, text.translate(_AS_MEANT)))


def _meant(sign: str) -> str:
    if any(first <= ord(sign) <= last for first, last in _COMPATIBLE):
        return unicodedata.normalize("NFKC", sign)
    if sign.isspace():
        return " "
    if unicodedata.category(sign) in (_PRIVATE, _CONTROL, _UNASSIGNED, "Cs"):
        return UNKNOWN
    return sign
