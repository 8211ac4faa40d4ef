"""Long texts of people, as far as a message shows them."""

LONGEST = 60  # characters of a text that is shown


_UNSEEN = {
    "\u00a0": "不间断空格",
    "\u202f": "窄不间断空格",
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽不换行",
    "\ufeff": "零宽不换行空格",
}
_NAMED = str.maketrans({sign: f"（{name}）" for sign, name in _UNSEEN.items()})
_BLANKS = str.maketrans({" ": "（空格）", "\u3000": "（全角空格）", "\t": "（制表符）"})


def clipped(text: str) -> str:
    """Return a text on one line, and of a long one its beginning and how long it is.

    Signs that nobody sees are named, blanks where there is nothing else.
    """
    text = text.replace("\n", "／").translate(_NAMED)
    if not text.strip():
        text = text.translate(_BLANKS)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…（共 {len(text)} 字）"
