"""What is attached to cells and is no part of what they say: comments, pictures and charts."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from generator.formats.xlsx.collection.typed_over import RULE
from generator.formats.xlsx.reading.cells import damage_refused, sheet_files
from generator.model.finding import Finding, notice
from generator.model.report import Place

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MOST_SAID = 60  # characters of a comment


class _Attached(NamedTuple):
    sheet: str
    spot: str
    """Empty of a drawing."""
    said: str


def attached_only(
    before: Mapping[str, bytes], now: Mapping[str, bytes], file: str
) -> Iterator[Finding]:
    """Yield the comments and drawings that the parts of one workbook have and those of another not.

    `file` is what people call the first, which is safe to open. Raise Refusal where it is damaged.
    """
    with damage_refused(file):
        known = set(_attached(now))
        left = [one for one in _attached(before) if one not in known]
    for one in left:
        place = Place(file, one.sheet, one.spot)
        if one.spot:
            said = one.said if len(one.said) <= _MOST_SAID else f"{one.said[:_MOST_SAID]}…"
            yield notice(RULE, place, f"批注“{said}”没有带过来", "还要用的，请在新的一份里再加")
        else:
            advice = "还要用的，请从那一份里复制过来"
            yield notice(RULE, place, "插入的图片、图形或图表没有带过来", advice)


def _attached(parts: Mapping[str, bytes]) -> Iterator[_Attached]:
    for sheet, part in sheet_files(parts).items():
        folder, name = posixpath.split(part)
        relations = parts.get(f"{folder}/_rels/{name}.rels", b"<none/>")
        for relation in ElementTree.fromstring(relations):  # noqa: S314 - guarded
            kind = relation.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            if kind == "comments":
                root = ElementTree.fromstring(parts.get(target.lstrip("/"), b"<none/>"))  # noqa: S314
                for one in root.iter(f"{_MAIN}comment"):
                    text = "".join(each.text or "" for each in one.iter(f"{_MAIN}t"))
                    yield _Attached(sheet, one.get("ref", ""), " ".join(text.split()))
            elif kind == "drawing" and b"Anchor" in parts.get(target.lstrip("/"), b""):
                yield _Attached(sheet, "", "")  # LibreOffice writes empty ones
