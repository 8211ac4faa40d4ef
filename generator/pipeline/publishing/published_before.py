"""What was published of a document before, read from the files beside it."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.files.file_names import published_file
from generator.files.zip_archive import DOCUMENT, open_archive, read_file
from generator.form.vocabulary import Form
from generator.formats.docx.reading.body import read_body
from generator.formats.report_json.reader import read_json
from generator.formats.report_json.writer import json_of
from generator.manuscript.publishing.paragraphs import Signed
from generator.model.finding import Refusal
from generator.model.publication import Publication
from generator.model.report import Report
from generator.pipeline.publishing.shown_in import shown_in


class Outcome(NamedTuple):
    """What is known of a publication: as data, and as its document shows it."""

    report: Report | None = None
    publication: Publication | None = None


def published_before(document: Path, now: Publication, form: Form) -> Outcome:
    """Return what can be read of it; nothing of what is not there, or was broken since."""
    report, publication = None, None
    data, shown = (published_file(document, ending) for ending in (".json", ".docx"))
    with suppress(Refusal):
        if data.is_file():
            report, _ = read_json(read_file(data), data.name, form)
    with suppress(Refusal):
        if shown.is_file():
            parts = open_archive(read_file(shown), shown.name, DOCUMENT)
            signed = Signed(now.organ, now.year, now.organ, now.issued, "")
            body = read_body(parts, shown.name)
            publication, _ = shown_in(body, parts, shown.name, signed, form)
    return Outcome(report, publication)


def as_read_again(report: Report, form: Form) -> Report:
    """Return a report as its published data are read: only so is it set against others."""
    return read_json(json_of(report, form), "", form)[0]
