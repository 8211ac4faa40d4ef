"""What a reader sees of a document, paragraph by paragraph."""

import re
import zipfile
from io import BytesIO

from lxml import etree

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SEEN = re.compile(r"word/(document|(header|footer)\d*)\.xml")
_BREAKS = {f"{_WORD}br": "\n", f"{_WORD}tab": "\t"}


def text_of(document: bytes) -> dict[str, list[str]]:
    """Return the paragraphs of the body and of every header and footer, by part."""
    with zipfile.ZipFile(BytesIO(document)) as parts:
        return {
            part: [
                _text(element) for element in etree.fromstring(parts.read(part)).iter(f"{_WORD}p")
            ]
            for part in sorted(parts.namelist())
            if _SEEN.fullmatch(part)
        }


def _text(paragraph: etree._Element) -> str:
    return "".join(
        (element.text or "") if element.tag == f"{_WORD}t" else _BREAKS.get(str(element.tag), "")
        for element in paragraph.iter()
    )
