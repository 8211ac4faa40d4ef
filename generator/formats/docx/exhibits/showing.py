"""Puts what a report shows where its filled document has a mark; nothing is marked in most.

A mark is text like any other while the template is filled, so every template can show pictures,
charts and tables: where it has paragraphs of their own for them (`段.图表`, `段.图表标题`), these
are kept as they are, else those of its body text are centred.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import count

from lxml import etree

from generator.formats.docx.exhibits.drawing import drawing_of_chart, drawing_of_picture
from generator.formats.docx.exhibits.lines import caption_line, drawing_line
from generator.formats.docx.exhibits.more_parts import MoreParts
from generator.formats.docx.exhibits.placed import MARK, Placed
from generator.formats.docx.exhibits.table import table_of
from generator.formats.docx.exhibits.text_block import text_block
from generator.formats.docx.package.ooxml import paragraph_text, paragraphs, parse, serialize
from generator.formats.docx.package.part_names import DOCUMENT, W
from generator.model.exhibits import TABLE_KIND, FurtherTable, Picture

_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def with_exhibits(
    parts: Mapping[str, bytes], placed: Sequence[Placed], *, own_lines: Collection[str]
) -> dict[str, bytes]:
    """Return the parts of a filled document with everything shown at its mark.

    `own_lines` are the parts in which the template has paragraphs of its own for what is shown
    and for captions.
    """
    document = _Document(parts, own_lines=own_lines)
    for line in list(paragraphs(document.root)):
        if found := MARK.match(paragraph_text(line)):
            one = placed[int(found[1])]
            if found[2]:
                document.caption(line, one)
            else:
                document.show(line, one)
    return {**parts, **document.more.changed, DOCUMENT: serialize(document.root)}


class _Document:
    """A filled document in which marks give way to what is shown."""

    def __init__(self, parts: Mapping[str, bytes], *, own_lines: Collection[str]) -> None:
        self.root = parse(parts[DOCUMENT], DOCUMENT, "")
        self.more = MoreParts(parts)
        self._own = own_lines
        self._like = self.root.find(f".//{W}tbl")
        taken = [one.get("id", "") for one in self.root.iter(_DOC_PR)]
        self._ids = count(max((int(one) for one in taken if one.isdigit()), default=0) + 1)

    def caption(self, line: etree._Element, one: Placed) -> None:
        """Make a marked paragraph a caption."""
        for text in line.iter(f"{W}t"):
            text.text = MARK.sub("", text.text or "")
        caption_line(line, above=one.kind == TABLE_KIND, own=one.part in self._own)

    def show(self, line: etree._Element, one: Placed) -> None:
        """Show something in a marked paragraph, or in place of it."""
        block, exhibit = text_block(line), one.exhibit
        drawing_line(line, own=one.part in self._own)
        if isinstance(exhibit, FurtherTable):
            line.addprevious(table_of(exhibit, block, self._like, one.alternative))
            after, parent = line.getnext(), line.getparent()
            if after is not None and after.tag == f"{W}p" and parent is not None:
                parent.remove(line)
            return
        number = next(self._ids)
        if isinstance(exhibit, Picture):
            relation = self.more.picture(exhibit)
            drawing = drawing_of_picture(exhibit, relation, number, one.alternative, block)
        else:
            relation = self.more.chart(exhibit)
            drawing = drawing_of_chart(exhibit, relation, number, one.alternative, block)
        etree.SubElement(line, f"{W}r").append(drawing)
