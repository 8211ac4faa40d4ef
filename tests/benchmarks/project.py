"""What the benchmarks need of the project, in one place."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.files import zip_archive as archive
from generator.form.vocabulary import ORGAN
from generator.formats.docx.package.provenance import read_properties
from generator.formats.docx.template.compiled import CompiledTemplate, compile_template
from generator.formats.docx.template.fill import fill
from generator.formats.docx.template.values import Value, context_of
from generator.formats.report_json import snapshot
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.narrative import printed
from generator.model.report import Report
from generator.pipeline.make import make
from generator.pipeline.sources import read_report
from tests.forms import FORM

ROOT = Path(__file__).parent.parent.parent
WORKBOOK = ROOT / "inputs" / "2023.xlsx"
TEMPLATE = ROOT / "templates" / "年度报告模板.docx"

_HASHES = {"template-sha256", "snapshot-sha256", "parts-sha256"}  # the writer adds them itself


@dataclass(frozen=True)
class Filling:
    """All that one document is filled with, so that it can be filled again and again."""

    compiled: CompiledTemplate
    values: Mapping[str, Value]
    snapshot: str
    origin: Mapping[str, str]

    def document(self) -> bytes:
        """Fill the template and zip it."""
        return fill(self.compiled, self.values, snapshot=self.snapshot, origin=self.origin)


def sample_report() -> Report:
    """Return the report that comes with the project."""
    return read_report(WORKBOOK, FORM).report


@cache
def sample_document() -> bytes:
    """Return its document, as the whole line makes it."""
    with tempfile.TemporaryDirectory() as folder:
        return made(WORKBOOK, Path(folder) / "2023.docx")


def filling_of(report: Report) -> Filling:
    """Return what a report's document is filled with; its origin is the sample's own."""
    lines, _ = printed(report, FORM)
    values = context_of(report, lines, FORM, draft_stamp="").values
    compiled = compile_template(TEMPLATE.read_bytes(), TEMPLATE.name, FORM)
    written = read_properties(parts_of(sample_document()), "")
    origin = {name: value for name, value in written.items() if name not in _HASHES}
    return Filling(compiled, values, snapshot.dumps(report), origin)


def parts_of(document: bytes) -> dict[str, bytes]:
    """Return the parts of a document."""
    return archive.open_archive(document, "", archive.DOCUMENT)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Write finished parts as the project writes them, with the zipfile of Python."""
    return archive.package(parts)


def made(workbook: Path, document: Path) -> bytes:
    """Go the whole line from a workbook to a document that is written; return the document."""
    make(workbook, output=document)
    return document.read_bytes()


def written_workbook(report: Report, path: Path) -> Path:
    """Write a report into a workbook."""
    path.write_bytes(workbook_of(report, FORM))
    return path


def different_workbooks(folder: Path, count: int) -> list[Path]:
    """Write workbooks of which each is of another organ, so that none is known already.

    To write one takes the project longer than to make a document, so it writes the first; in
    the others another name stands in its place.
    """
    report = sample_report()
    organ = _written(report.entries[ORGAN].printed)
    parts = archive.open_archive(workbook_of(report, FORM), "", archive.WORKBOOK)
    paths = [folder / f"{number:04}.xlsx" for number in range(1, count + 1)]
    for path in paths:
        name = organ + _written(f"第{path.stem}分局")
        renamed = {part: data.replace(organ, name) for part, data in parts.items()}
        path.write_bytes(archive.package(renamed))
    return paths


def _written(text: str) -> bytes:
    """Return a text as openpyxl writes it into the XML of a sheet."""
    return text.encode("ascii", "xmlcharrefreplace")
