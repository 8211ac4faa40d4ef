"""What a workbook carries among its document properties, which Excel and WPS keep."""

import re
import zipfile
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

FORM = "make-report.form"
"""The id of the form that the workbook is of; none in workbooks of the usual form that are old."""
EXAMPLE = "make-report.example"
"""Of the example that comes with the program, the organ whose report it is."""
PART = "docProps/custom.xml"
"""The part in which the properties stand."""
_MOST_READ = 100_000  # bytes, far more than properties take


def write(workbook: "Workbook", form_id: str) -> None:
    """Let a workbook that is written carry the id of its form."""
    from openpyxl.packaging.custom import StringProperty  # those who only read do without it

    properties = workbook.custom_doc_props  # type: ignore[attr-defined]  # the stubs lack it
    properties.append(StringProperty(name=FORM, value=form_id))


def read(parts: Mapping[str, bytes], name: str) -> str:
    """Return a property that the parts of a workbook carry; empty where there is none."""
    return _read(parts.get(PART, b""), name)


def read_from(path: Path, name: str) -> str:
    """Return a property of a workbook of which nothing else is looked at; empty where it has none.

    A folder may hold thousands of workbooks.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open(PART) as part:
            return _read(part.read(_MOST_READ), name)
    except Exception:  # noqa: BLE001 - what is wrong with a file is said when it is read
        return ""


def _read(part: bytes, name: str) -> str:
    value = re.compile(rf'name="{re.escape(name)}"[^<]*<[^>]*lpwstr\b[^>]*>([^<]*)<')
    found = value.search(part.decode("utf-8", "replace"))
    return unescape(found[1]).strip() if found else ""
