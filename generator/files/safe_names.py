"""File names made of what people call things, that Windows takes as well."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from zlib import crc32

from generator.files.file_names import name_after

_WIDE = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
"""What no name may hold there, and what looks the same and may stand in any."""
_DEVICES = frozenset(
    {
        *("CON", "PRN", "AUX", "NUL"),
        *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10)),
    }
)
_LONGEST = 80
"""Characters: Windows takes 260 for a path with all of its folders."""


def safe_names(called: Iterable[str], suffix: str) -> dict[str, str]:
    """Return a file name for each thing; things called otherwise never have the same.

    Those whose names would differ only in what Windows or macOS does not tell apart have a mark.
    """
    plain = {one: safe_stem(one) for one in dict.fromkeys(called)}
    times = Counter(map(_as_told_apart, plain.values()))
    return {
        one: name_after(stem if times[_as_told_apart(stem)] == 1 else _marked(one, stem), suffix)
        for one, stem in plain.items()
    }


def safe_stem(called: str) -> str:
    """Return a name without a suffix that any system takes."""
    kept = (one for one in called.translate(_WIDE) if one.isprintable() or one == "\u3000")
    stem = "".join(kept).strip(" .\u3000")
    if stem.partition(".")[0].rstrip().upper() in _DEVICES:
        stem = f"_{stem}"
    if not stem or len(stem) > _LONGEST:
        return _marked(called, stem[:_LONGEST])
    return stem


def _marked(called: str, stem: str) -> str:
    return f"{stem}~{crc32(called.encode('utf-8', 'surrogatepass')):08x}"


def _as_told_apart(stem: str) -> str:
    return unicodedata.normalize("NFC", stem).casefold()
