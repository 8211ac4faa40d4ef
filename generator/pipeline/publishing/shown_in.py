"""What a document shows, as it is published."""

from collections.abc import Mapping

from generator.form.vocabulary import Form
from generator.formats.docx.exhibits.spoken import spoken
from generator.formats.docx.reading.body import Body
from generator.formats.docx.reading.shown.written import written
from generator.manuscript.publishing.paragraphs import Signed
from generator.manuscript.publishing.publication import Said, Unprintable, publication_of
from generator.model.publication import Publication
from generator.pipeline.imported_exhibits import beside_text_of


def shown_in(
    body: Body, parts: Mapping[str, bytes], name: str, signed: Signed, form: Form
) -> tuple[Publication, list[Unprintable]]:
    """Return it, and what of it nothing but the document can show."""
    beside = beside_text_of(body, parts, name, form)
    said = Said(body.manuscript, beside, written(body, parts, name))
    return publication_of(said, signed, form, spoken)
