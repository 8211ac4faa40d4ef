"""Pictures of a page: in the page itself, or in a file that was saved with it."""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable
from urllib.parse import unquote, unquote_to_bytes

from lxml import etree

from generator.form.labels import Spot
from generator.formats.html.reading.looks import style_of
from generator.formats.html.reading.markup import tag_of
from generator.manuscript.importing.exhibits.beside_text import Drawn, What
from generator.model.place import Place

Files = Callable[[str], bytes | None]
"""Returns the content of a file that was saved with the page, by its address there."""

_BY_HAND = "要保留的，请另存成 PNG 或 JPEG，放在工作簿旁边，在『正文』加一行“图”"
_INSIDE_PAGE = re.compile(r"data:([^,;]*)((?:;[^,;]*)*),(.*)", re.DOTALL)
_SOURCES = ("src", "data-src", "data-original")
"""Where the address of a picture stands; in the later ones until somebody scrolls there."""
_STAND_IN = 200  # characters: a picture in the page that is so small stands in for another
_SCHEME = 5  # characters in which data: and file: are told
_SPACER = re.compile(r"\s*[01](?:px)?\s*")


def is_spacer(element: etree._Element) -> bool:
    """Tell whether a picture is so small that nobody sees it: it counts visitors or keeps room."""
    style = style_of(element)
    sizes = (element.get(name) or style.get(name) or "" for name in ("width", "height"))
    return any(_SPACER.fullmatch(size) for size in sizes)


def path_of(address: str) -> str:
    """Return an address without what follows ? and #, its letters decoded."""
    return unquote(re.split("[?#]", address, maxsplit=1)[0])


def drawn_at(
    element: etree._Element, files: Files, *, at: int, place: Place, grid: int, cell: Spot
) -> Drawn:
    """Return a picture that stands behind so many blocks, or in a table: its file, or why not."""
    content, problem, name = _content(element, files)
    return Drawn(
        What.PICTURE,
        at,
        place,
        content=content,
        problem=problem,
        advice=_BY_HAND,
        alternative=" ".join((element.get("alt") or "").split()),
        file_name=name,
        grid=grid,
        cell=cell,
    )


def _content(element: etree._Element, files: Files) -> tuple[bytes, str, str]:
    """Return the file of a picture, why there is none, and its name."""
    tag = tag_of(element)
    if tag == "svg":
        return etree.tostring(element, encoding="utf-8", with_tail=False), "", ""
    if tag == "canvas":
        return b"", "是网页打开时由脚本画的，没有存在网页文件里", ""
    addresses = [one.strip() for name in _SOURCES if (one := element.get(name))]
    later = [one for one in addresses[1:] if not one.startswith("data:")]
    if later and addresses[0].startswith("data:") and len(addresses[0]) < _STAND_IN:
        addresses = later
    for address in addresses:
        name = path_of(address).rpartition("/")[2] if ":" not in address[:_SCHEME] else ""
        found = _in_page(address) if address.startswith("data:") else files(address)
        if found:
            return found, "", name
    if any(one.startswith("data:") for one in addresses):
        return b"", "已经损坏，网页里没有它的内容", ""
    if any(re.match(r"(?:https?:)?//", one) for one in addresses):
        return b"", "是链接到别处的，网页里没有它的文件，程序不去取", ""
    name = addresses[0] if addresses else ""
    return b"", f"的文件{f'“{name}”' if name else ''}没有和网页放在一起", ""


def _in_page(address: str) -> bytes | None:
    found = _INSIDE_PAGE.match(address)
    if not found:
        return None
    if "base64" not in found[2]:
        return unquote_to_bytes(found[3])
    try:
        return b64decode("".join(unquote(found[3]).split()))
    except (Error, ValueError):
        return None
