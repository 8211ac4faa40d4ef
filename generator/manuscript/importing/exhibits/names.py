"""Names for files of pictures, charts and sheets, from captions where these can be names."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

_NOT_IN_NAMES = re.compile(r"[\\/:*?\"<>|【】\[\]'‘’“”\x00-\x1f\x7f]|^[.=+@~-]|\.$")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
_LONGEST = 40
_ENDINGS = {"jpeg": (".jpg", ".jpeg"), "png": (".png",), "gif": (".gif",)}
"""Of the files of each type, the usual one first."""


class Names:
    """Gives names of one kind, each once, whatever their case and width."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Take the names that are not free."""
        self._taken = {_folded(name) for name in taken}

    def free(self, wanted: Iterable[str], usual: str, ending: str = "") -> str:
        """Return the first of some names that can be one, else the usual one with a number."""
        for name in wanted:
            if may_be_name(name):
                return self._take(
                    next(
                        one
                        for one in (f"{name}{_more(nth)}{ending}" for nth in count(1))
                        if _folded(one) not in self._taken
                    )
                )
        numbered = (f"{usual}{number}{ending}" for number in count(1))
        return self._take(next(one for one in numbered if _folded(one) not in self._taken))

    def _take(self, name: str) -> str:
        self._taken.add(_folded(name))
        return name


def may_be_name(text: str) -> bool:
    """Tell whether a text can be the name of a file and of a sheet, on every system."""
    return (
        0 < len(text) <= _LONGEST
        and text == text.strip()
        and text.isprintable()
        and not _NOT_IN_NAMES.search(text)
        and not _DEVICES.fullmatch(text)
    )


def ending_for(media_type: str, file_name: str) -> str:
    """Return the ending of a picture's file: that of the name it had, where it says what it is."""
    usual = _ENDINGS[media_type]
    _, point, own = file_name.rpartition(".")
    return point + own if (point + own).lower() in usual else usual[0]


def stem_of(file_name: str) -> str:
    """Return a file's name without folder and ending."""
    name = file_name.replace("\\", "/").rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _more(nth: int) -> str:
    return "" if nth == 1 else f"（{nth}）"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
