"""The charts of a document that goes out: what they show, and no data that they do not show.

Who copies a chart from Excel copies the whole workbook with it.
"""

import re
from collections.abc import Mapping

from lxml import etree

from generator.files.zip_archive import WORKBOOK, package, unpacked
from generator.formats.docx.package import allowed
from generator.formats.docx.package.ooxml import kinds_of, parse, related_parts
from generator.formats.docx.package.part_names import CORE, OFFICE
from generator.formats.docx.publishing.bare_fields import take_out
from generator.formats.docx.publishing.bare_properties import APPLICATION, bare_application
from generator.model.finding import Refusal

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = f"{{{OFFICE}/relationships}}id"
_NO_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    b'core-properties"/>'
)
_OTHER_FILE = re.compile(r"'?[^'!(),]*\[[^\]]*\]([^'!(),]*)'?!")
_UNSHOWN = re.compile(r"\}filtered\w+$")
_KEPT = (
    "workbook.xml",
    "styles.xml",
    "sharedStrings.xml",
    "theme1.xml",
    "sheet1.xml",
    "table1.xml",
)
_CORNER = ("类别", " ", "")


def bare_charts(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return a document's parts, each chart's data only where they are what it shows."""
    found = dict(parts)
    for part, kind in kinds_of(parts, name).items():
        if kind == allowed.CHART_KIND and part in parts:
            root = parse(parts[part], part, name)
            for formula in root.iter(_C + "f"):
                formula.text = _OTHER_FILE.sub(r"\1!", formula.text or "")
            for one in [one for one in root.iter(etree.Element) if _UNSHOWN.search(one.tag)]:
                take_out(one)
            _keep_data(found, part, root)
            found[part] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
    return found


def _keep_data(parts: dict[str, bytes], part: str, root: etree._Element) -> None:
    targets = related_parts(parts, part)
    for data in list(root.iter(_C + "externalData")):
        workbook = targets.get(data.get(_ID, ""), "")
        bare = _bare_workbook(parts.get(workbook, b""), workbook, root)
        if bare is None:
            take_out(data)
            parts.pop(workbook, None)
        else:
            parts[workbook] = bare


def _bare_workbook(content: bytes, part: str, chart: etree._Element) -> bytes | None:
    """Return a workbook that says no more than its chart; None where it does, or is none."""
    try:
        inside = unpacked(content, part, WORKBOOK)
        said = set(_said(inside, part))
    except Refusal:
        return None
    shown = {one.text or "" for one in chart.iter(_C + "v")}
    if any(one.rpartition("/")[2] not in _KEPT for one in inside if one.startswith("xl/w")):
        return None
    if not all(one in shown or _is_shown(one, shown) or one in _CORNER for one in said):
        return None
    own = {CORE: _NO_CORE, APPLICATION: bare_application()}
    return package({one: own.get(one, data) for one, data in inside.items()})


def _said(inside: Mapping[str, bytes], name: str) -> list[str]:
    """Return every text and number in a workbook, wherever it stands; formulas and names too."""
    found: list[str] = []
    for part, content in inside.items():
        if part.startswith("xl/worksheets/sheet"):
            root = parse(content, part, name)
            found += [
                value.text or ""
                for cell in root.iter(_S + "c")
                if cell.get("t") != "s"
                for value in cell.iter(_S + "v", _S + "t")
            ]
            found += [one.text or "" for one in root.iter(_S + "f")]
        elif part == "xl/sharedStrings.xml":
            root = parse(content, part, name)
            texts = ("".join(map(str, one.itertext(_S + "t"))) for one in root.iter(_S + "si"))
            found += texts
        elif part == "xl/workbook.xml":
            found += [one.text or "" for one in parse(content, part, name).iter(_S + "definedName")]
    return found


def _is_shown(number: str, shown: set[str]) -> bool:
    """Tell whether a number is one of those shown, however each is written."""
    try:
        value = float(number)
    except ValueError:
        return False
    return value in {float(one) for one in shown if re.fullmatch(r"-?[\d.]+(?:[eE][-+]?\d+)?", one)}
