"""The workbook of a document: where it usually lies, else the one that the document says."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.files.file_names import INPUTS, default_workbook, is_copy
from generator.form.vocabulary import ORGAN, YEAR
from generator.formats.docx.package.provenance import read_properties
from generator.formats.docx.package.seal import FORM_ID
from generator.model.finding import Refusal
from generator.pipeline.edition import usual_form
from generator.pipeline.sources import read_report

_LARGEST = 20_000_000  # bytes of a workbook that is looked into
_MOST = 30  # workbooks that are read to see whose they are


def found_workbook(document: Path, parts: Mapping[str, bytes]) -> Path | None:
    """Return the workbook of a document; None where there is none, or more than one may be it.

    It lies under the document's own name where documents and workbooks usually do; or near there
    under another, as that of a copy does: the same file that the document was made from, else
    the only one of its organ and year, first among those with whose name its own begins.
    """
    usual = default_workbook(document)
    if usual.is_file():
        return usual
    carried = read_properties(parts, document.name)
    made_from, whose = carried.get("workbook-sha256"), carried.get("report")
    if not whose:
        return None
    whose = f"{carried.get(FORM_ID) or usual_form().id}/{whose}"
    near = list({path.absolute(): path for path in _near(document, usual)}.values())
    for path in near:
        if hashlib.sha256(path.read_bytes()).hexdigest() == made_from:
            return path
    named_so = [path for path in near if document.stem.startswith(path.stem)]
    for paths in (named_so, near):
        own = [path for path in paths[:_MOST] if _says(path) == whose]
        if own:
            return own[0] if len(own) == 1 and len(paths) <= _MOST else None
    return None


def _near(document: Path, usual: Path) -> Iterator[Path]:
    """Yield the workbooks beside a document and in the folders for workbooks around it."""
    above = document.absolute().parent.parent
    for folder in (usual.parent, document.parent, above / INPUTS):
        if folder.is_dir():
            for path in sorted(folder.glob("*.xlsx")):
                readable = path.is_file() and path.stat().st_size < _LARGEST
                if readable and not is_copy(path) and not path.name.startswith(("~$", ".~")):
                    yield path


def _says(workbook: Path) -> str:
    """Return of which form, whom and which year a workbook is, as documents carry it.

    Empty where that is unknown.
    """
    try:
        report, _, form = read_report(workbook)
    except Refusal:
        return ""
    entries = report.entries
    known = [entries[name].printed for name in (ORGAN, YEAR) if name in entries]
    return "/".join((form.id, *known)) if len(known) == len((ORGAN, YEAR)) else ""
