"""Pictures and charts of one document brought into another, with parts and ids of that."""

from collections.abc import Mapping
from copy import deepcopy
from itertools import count

from lxml import etree

from generator.formats.docx.exhibits.drawing_ml import A, C, R
from generator.formats.docx.exhibits.more_parts import MoreParts
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.package.part_names import DOCUMENT
from generator.model.exhibits import Chart, Picture

_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}cNvPr"


class Bringer:
    """Brings drawings into a package; names and ids that are taken there are left alone."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        """Take the parts of a .docx. Raise Refusal where one of them is broken."""
        self._parts, self._more = parts, MoreParts(parts)
        root = parse(parts[DOCUMENT], DOCUMENT, name)
        taken = {one.get("id", "") for one in root.iter(_DOC_PR, _PICTURE)}
        self._ids = (number for number in count(1) if str(number) not in taken)

    @property
    def parts(self) -> dict[str, bytes]:
        """The parts with those of all that was brought; the text is as it was."""
        return {**self._parts, **self._more.changed}

    def brought(self, drawing: etree._Element, exhibit: Picture | Chart) -> etree._Element:
        """Return a drawing, as this program makes them, for the other document."""
        made = deepcopy(drawing)
        made.tail = None
        if isinstance(exhibit, Picture):
            relation = self._more.picture(exhibit)
        else:
            relation = self._more.chart(exhibit)
        for shown, named in ((A + "blip", "embed"), (C + "chart", "id")):
            for one in made.iter(shown):
                one.set(R + named, relation)
        number = str(next(self._ids))
        for one in made.iter(_DOC_PR, _PICTURE):
            old = one.get("id", "")
            one.set("name", one.get("name", "").removesuffix(old) + number)
            one.set("id", number)
        return made
