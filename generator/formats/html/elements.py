"""HTML from texts: whatever was typed stays text."""

import re
from html import escape
from urllib.parse import quote

from generator.model.printed_lines import printable

_NOT_IN_HTML = re.compile("[\x7f-\x9f\ufdd0-\ufdef]")
"""Control characters that XML can hold and pages cannot; nobody sees them."""
_ALLOWED_IN_ADDRESSES = "%/:?#[]@!$&'()*+,;=~-._"
_LONELY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def element(name: str, content: str, attributes: str = "") -> str:
    """Return an element with content that is HTML; attributes begin with a space."""
    return f"<{name}{attributes}>{content}</{name}>"


def attribute(name: str, value: str) -> str:
    """Return an attribute with the space before it."""
    return f' {name}="{in_one_line(value)}"'


def in_one_line(text: str) -> str:
    """Return a text as HTML without breaks, for where no element may stand."""
    return escape(" ".join(plain(text).split()))


def in_lines(text: str) -> str:
    """Return a text as HTML, with its breaks."""
    return escape(plain(text), quote=False).replace("\n", "<br>")


def plain(text: str) -> str:
    """Return a text without what pages cannot hold."""
    return _NOT_IN_HTML.sub("", printable(text))


def address(link: str) -> str:
    """Return the address of a link as pages may hold it, without letters that they must encode."""
    return quote(_LONELY_PERCENT.sub("%25", plain(link).strip()), safe=_ALLOWED_IN_ADDRESSES)
