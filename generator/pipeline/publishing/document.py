"""A document that is to go out, read once: what it says, and what still hangs in it."""

from dataclasses import dataclass
from datetime import date

from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.manuscript.publishing.paragraphs import Signed
from generator.model.finding import Refusal
from generator.model.publication import Publication
from generator.model.report import Entry, Report
from generator.pipeline.edited_document import EditedDocument, edited_document
from generator.pipeline.publishing.obstacle import Obstacle
from generator.pipeline.publishing.obstacles import obstacles_in
from generator.pipeline.publishing.shown_in import shown_in
from generator.pipeline.review import Review, reviewed
from generator.pipeline.sources import Given


@dataclass(frozen=True)
class ToPublish:
    """A document, and all that is known of it before it goes out."""

    edited: EditedDocument
    review: Review
    publication: Publication
    obstacles: list[Obstacle]


def read_to_publish(
    document: Given, form: Form | None, workbook: Given | None, template: Given | None
) -> ToPublish:
    """Read a document. Raise Refusal where it cannot be used."""
    edited = edited_document(document, form, workbook, template)
    found = reviewed(edited, None)
    name = edited.source.name
    signed = _signed(edited.compared.values.report, edited.form, name)
    publication, unprintable = shown_in(edited.body, edited.parts, name, signed, edited.form)
    return ToPublish(edited, found, publication, obstacles_in(edited, found, unprintable))


def _signed(report: Report, form: Form, name: str) -> Signed:
    """Return by whom a report is and of which day, as the document has it."""
    roles = {spec.role: spec.name for spec in form.entries if spec.role}
    organ, year = (report.entries.get(one) for one in (ORGAN, YEAR))
    if organ is None or year is None or not isinstance(year.value, int):
        raise Refusal(f"{name} 里认不出机关名称和年度，不能发布。请先核对（make-report review）。")
    issued = report.entries.get(roles.get("issued", ""))
    signature = report.entries.get(roles.get("signature", ""))
    day = issued.value if isinstance(issued, Entry) and isinstance(issued.value, date) else None
    return Signed(
        organ.printed,
        year.value,
        (signature or organ).printed,
        day or date(year.value + 1, 1, 1),
        issued.printed if issued else "",
    )
