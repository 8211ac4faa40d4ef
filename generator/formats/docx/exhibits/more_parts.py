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
_NAMES_OF_A_CHART = (
    *("word/charts/chart{}.xml", "word/charts/_rels/chart{}.xml.rels"),
    "word/embeddings/chart{}.xlsx",
)


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
            self._kind_of_all(part, f"image/{picture.media_type}")
            self._added[part] = picture.content
            known = self._pictures[picture.digest] = self._related(part, "image")
        return known

    def chart(self, chart: Chart) -> str:
        """Add a chart with the workbook of its data and return the id of its relation."""
        from generator.formats.docx.exhibits.chart_part import chart_parts  # few have any

        made = chart_parts(chart, self._free_number())
        part = made.name
        self._added |= made.parts
        self._kind_of(part, CHART_KIND)
        self._kind_of_all(made.workbook_name, EMBEDDED_WORKBOOK)
        return self._related(part, "chart")

    def _free(self, pattern: str) -> str:
        taken = {one.lower() for one in (*self._there, *self._added)}  # names that differ in case
        names = (posixpath.join(_FOLDER, pattern.format(number)) for number in count(1))
        return next(one for one in names if one not in taken)

    def _free_number(self) -> int:
        """Return a number by which neither a chart is called nor what belongs to one."""
        taken = {one.lower() for one in (*self._there, *self._added)}
        return next(
            number
            for number in count(1)
            if not taken & {name.format(number) for name in _NAMES_OF_A_CHART}
        )

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

    def _kind_of_all(self, part: str, kind: str) -> None:
        """Say of what kind all parts are that end like this one; this one, if others are not."""
        extension = part.rpartition(".")[2]
        usual = self._types.findall(f"{CONTENT_TYPES}Default")
        there = [one for one in usual if one.get("Extension", "").lower() == extension]
        if there and there[0].get("ContentType") != kind:
            self._kind_of(part, kind)
        if there:
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
