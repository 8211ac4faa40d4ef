"""The files of the page itself, read once: whatever else is asked for is none of them."""

from importlib.resources import files

from generator.web.request import Answer

_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
_FIRST = "index.html"


def _read() -> dict[str, Answer]:
    found = {}
    for file in files("generator.web").joinpath("page").iterdir():
        kind = _KINDS.get(f".{file.name.rpartition('.')[2]}")
        if kind:
            found["" if file.name == _FIRST else file.name] = Answer(file.read_bytes(), kind)
    return found


PAGE_FILES = _read()
"""By the path under which each is asked for; the page itself by none."""
