"""Signs that nobody sees, which come along when text is copied from web pages."""

from generator.form.pattern import Pattern

_NO_WIDTH = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_CONTROLS = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"  # not those that are blanks
_UNSEEN = Pattern(f"[{_NO_WIDTH}{_CONTROLS}]")


def unseen_signs(text: str) -> str:
    """Name the signs in a text that nobody sees; empty where there are none."""
    found = dict.fromkeys(_UNSEEN.findall(text))
    return "、".join(f"看不见的{_name(sign)}" for sign in found)


def without_unseen(text: str) -> str:
    """Return a text as people see it."""
    return _UNSEEN.sub("", text)


def _name(sign: str) -> str:
    code = f"（U+{ord(sign):04X}）"
    return f"零宽空格{code}" if sign in "\u200b\ufeff" else f"控制字符{code}"
