"""Which form a workbook is of: an id among its properties, which Excel and WPS keep."""

import re
from collections.abc import Mapping
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

PROPERTY = "make-report.form"
_CUSTOM = "docProps/custom.xml"
_VALUE = re.compile(rf'name="{re.escape(PROPERTY)}"[^<]*<[^>]*lpwstr\b[^>]*>([^<]*)<')


def write(workbook: "Workbook", form_id: str) -> None:
    """Let a workbook that is written carry the id of its form."""
    from openpyxl.packaging.custom import StringProperty  # those who only read do without it

    properties = workbook.custom_doc_props  # type: ignore[attr-defined]  # the stubs lack it
    properties.append(StringProperty(name=PROPERTY, value=form_id))


def read(parts: Mapping[str, bytes]) -> str:
    """Return the id that the parts of a workbook carry; empty where there is none."""
    found = _VALUE.search(parts.get(_CUSTOM, b"").decode("utf-8", "replace"))
    return unescape(found[1]).strip() if found else ""
