"""A page with its pictures in one file, as a mail has them: .mht, .mhtml."""

from contextlib import suppress
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from generator.model.finding import Refusal


class Archived(NamedTuple):
    """What such a file holds."""

    page: bytes
    encoding: str
    """Said outside the page; may be empty."""
    location: str
    """The address that the page had."""
    others: dict[str, bytes]
    """The other files, by their addresses and ids."""

    def file_at(self, address: str) -> bytes | None:
        """Return the file that the page means by an address."""
        with suppress(ValueError):  # of what is no address
            address = urljoin(self.location, address) if address not in self.others else address
        return self.others.get(unquote(address))


def archived(data: bytes, name: str) -> Archived:
    """Return the page and what was saved with it. Raise Refusal where no page is in the file."""
    parts = [part for part in message_from_bytes(data).walk() if not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    if not pages:
        raise Refusal(f"{name} 是网页存档，但里面没有网页，没有读。请重新保存网页，再导入。")
    page = pages[0]  # the others are its frames
    others: dict[str, bytes] = {}
    for part in parts:
        for header, before in (("Content-Location", ""), ("Content-ID", "cid:")):
            if said := part.get(header):
                others.setdefault(unquote(before + str(said).strip(" <>")), _content(part))
    location = str(page.get("Content-Location") or "")
    return Archived(_content(page), page.get_content_charset() or "", location, others)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""
