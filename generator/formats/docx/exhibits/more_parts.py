"""What a document gains beside its text: pictures and charts, as parts related to it."""

import posixpath
from collections.abc import Mapping
from itertools import count

from lxml import etree

from generator.formats.docx.package.allowed import CHART_KIND, EMBEDDED_WORKBOOK
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONSHIPS,
    OFFICE,
    RELATIONSHIPS,
    TYPES,
)
from generator.model.exhibits import Chart, Picture

_FOLDER = "word"


class MoreParts:
    """Adds parts to a package; names and ids that are taken are left alone."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._there = set(parts)
        self._types = parse(parts[TYPES], TYPES, "")
        self._relations = parse(parts[DOCUMENT_RELATIONSHIPS], DOCUMENT_RELATIONSHIPS, "")
        self._added: dict[str, bytes] = {}
        self._pictures: dict[str, str] = {}

    @property
    def changed(self) -> dict[str, bytes]:
        """The parts that are new, and those that tell of them."""
        if not self._added:
            return {}
        told = {
            TYPES: serialize(self._types),
            DOCUMENT_RELATIONSHIPS: serialize(self._relations),
        }
        return told | self._added

    def picture(self, picture: Picture) -> str:
        """Add a picture and return the id of its relation; one that is there is used again."""
        known = self._pictures.get(picture.digest)
        if known is None:
            part = self._free("media/image{}." + picture.media_type)
            self._kind_of_all(picture.media_type, f"image/{picture.media_type}")
            self._added[part] = picture.content
            known = self._pictures[picture.digest] = self._related(part, "image")
        return known

    def chart(self, chart: Chart) -> str:
        """Add a chart with the workbook of its data and return the id of its relation."""
        from generator.formats.docx.exhibits.chart_part import chart_parts  # few have any

        part = self._free("charts/chart{}.xml")
        made = chart_parts(chart, int(part.removesuffix(".xml").rpartition("chart")[2]))
        self._added |= made.parts
        self._kind_of(part, CHART_KIND)
        self._kind_of_all("xlsx", EMBEDDED_WORKBOOK)
        return self._related(part, "chart")

    def _free(self, pattern: str) -> str:
        names = (posixpath.join(_FOLDER, pattern.format(number)) for number in count(1))
        return next(one for one in names if one not in self._there and one not in self._added)

    def _related(self, part: str, kind: str) -> str:
        taken = {one.get("Id") for one in self._relations}
        own = next(name for number in count(1) if (name := f"rId{number}") not in taken)
        etree.SubElement(
            self._relations,
            f"{RELATIONSHIPS}Relationship",
            {
                "Id": own,
                "Type": f"{OFFICE}/relationships/{kind}",
                "Target": part.removeprefix(f"{_FOLDER}/"),
            },
        )
        return own

    def _kind_of_all(self, extension: str, kind: str) -> None:
        usual = self._types.findall(f"{CONTENT_TYPES}Default")
        if any(one.get("Extension", "").lower() == extension for one in usual):
            return
        added = etree.Element(
            f"{CONTENT_TYPES}Default", {"Extension": extension, "ContentType": kind}
        )
        self._types.insert(len(usual), added)

    def _kind_of(self, part: str, kind: str) -> None:
        etree.SubElement(
            self._types,
            f"{CONTENT_TYPES}Override",
            {"PartName": f"/{part}", "ContentType": kind},
        )
