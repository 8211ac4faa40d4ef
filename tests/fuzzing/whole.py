"""Is a file whole? Asked of every file that was written, by readers that are not the program's."""

import json
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import docx
from lxml import etree
from openpyxl import load_workbook

_BROKEN = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def faults_of_file(name: str, data: bytes) -> Iterator[str]:
    """Yield what is wrong with a .docx, .xlsx or .json; nothing where it is whole."""
    if name.endswith(".json"):
        try:
            json.loads(data)
        except ValueError:
            yield f"{name} is no JSON"
        return
    parts = members_or_none(data)
    if parts is None:
        yield f"{name} is no whole archive"
        return
    for part, content in parts:
        if part.endswith((".xml", ".rels")) and not _is_xml(content):
            yield f"{part} in {name} is no XML"
    try:
        if name.endswith(".xlsx"):
            load_workbook(BytesIO(data))
        else:
            docx.Document(BytesIO(data))
    except Exception as problem:  # noqa: BLE001 - libraries meet broken files with anything
        yield f"{name} cannot be opened: {type(problem).__name__}"


@lru_cache(maxsize=4)
def members_or_none(data: bytes) -> tuple[tuple[str, bytes], ...] | None:
    """Return the members of an archive whose sums are right and whose names stand once."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found = tuple((name, archive.read(name)) for name in sorted(archive.namelist()))
    except _BROKEN:
        return None
    except Exception:  # noqa: BLE001 - zlib.error is of no kind of its own
        return None
    return found if len(dict(found)) == len(found) else None


def _is_xml(content: bytes) -> bool:
    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False)).getroottree()
    except etree.XMLSyntaxError:
        return False
    return tree.docinfo.internalDTD is None
