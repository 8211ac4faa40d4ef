"""The parts of a document that one chart is: its drawing, its data, and what joins them."""

from dataclasses import dataclass, field

from generator.formats.docx.exhibits.chart_drawing import DATA_ID, drawn
from generator.formats.docx.exhibits.chart_workbook import workbook_of
from generator.formats.docx.package.ooxml import serialize
from generator.formats.docx.package.part_names import OFFICE
from generator.model.exhibits import Chart

_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="{id}" Type="{office}/relationships/package" Target="../embeddings/{file}"/>'
    "</Relationships>"
)


@dataclass(frozen=True)
class ChartParts:
    """The parts of one chart: what they are called in the package, and what they hold."""

    name: str
    """word/charts/chart1.xml, to which the document has a relation of kind chart."""
    content: bytes = field(repr=False)
    relations_name: str
    """word/charts/_rels/chart1.xml.rels"""
    relations: bytes = field(repr=False)
    workbook_name: str
    """word/embeddings/chart1.xlsx"""
    workbook: bytes = field(repr=False)

    @property
    def parts(self) -> dict[str, bytes]:
        """All three, by name."""
        return {
            self.name: self.content,
            self.relations_name: self.relations,
            self.workbook_name: self.workbook,
        }


def chart_parts(chart: Chart, number: int) -> ChartParts:
    """Return the parts of a chart that people can edit; `number` tells it from other charts.

    What XML cannot hold is left out. The same chart has the same bytes.
    """
    file = f"chart{number}"
    return ChartParts(
        name=f"word/charts/{file}.xml",
        content=serialize(drawn(chart)),
        relations_name=f"word/charts/_rels/{file}.xml.rels",
        relations=_RELATIONS.format(id=DATA_ID, office=OFFICE, file=f"{file}.xlsx").encode(),
        workbook_name=f"word/embeddings/{file}.xlsx",
        workbook=workbook_of(chart),
    )
