"""What was generated: the report that a document was made from, and the document it was then."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from generator.files.zip_archive import DOCUMENT, read_file, unpacked
from generator.form.vocabulary import Form
from generator.formats.docx.package.provenance import read_properties, read_snapshot
from generator.formats.docx.reading.body import Body, read_body
from generator.formats.docx.template.compiled import compile_template
from generator.formats.docx.template.fill import fill
from generator.formats.docx.template.values import context_of
from generator.formats.report_json import snapshot
from generator.model.finding import Refusal
from generator.model.narrative import printed
from generator.model.report import Report
from generator.pipeline.template_choice import choose_template, packaged_template


class Basis(StrEnum):
    """How it is known what was generated."""

    SNAPSHOT = "snapshot"
    """The document carries it."""
    WORKBOOK = "workbook"
    """The workbook is still the one that it was made from."""
    UNKNOWN = "unknown"


def base_of(
    parts: Mapping[str, bytes], now: Report | None, content: bytes, document: str
) -> tuple[Report, Basis]:
    """Return the report that was generated: as the document has it, else the same workbook."""
    properties = read_properties(parts, document)
    text = read_snapshot(parts, document)
    given = properties.get("snapshot-sha256", "")
    if text and given in ("", _sha256(text.encode())):
        with suppress(ValueError):
            return snapshot.loads(text), Basis.SNAPSHOT
    if now is None:
        raise Refusal(
            f"{document} 里没有生成时的记录，也找不到它的工作簿。请用 --workbook 指定工作簿。"
        )
    same = properties.get("workbook-sha256") == _sha256(content)
    return now, Basis.WORKBOOK if same else Basis.UNKNOWN


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def as_generated(
    base: Report, parts: Mapping[str, bytes], workbook: Path | None, form: Form
) -> Body:
    """Return the document as it was generated, with the template that it was made with.

    Where that template is not there any more, with the one that would be used now.
    """
    wanted = read_properties(parts, "").get("template-sha256")
    usual = choose_template(workbook, None, form).path
    packaged = packaged_template(form)
    for path in (usual, *([packaged] if packaged.exists() else [])):
        data = read_file(path)
        if _sha256(data) == wanted:
            break
    else:
        path, data = usual, read_file(usual)
    compiled = compile_template(data, path.name, form)
    lines, _ = printed(base, form)
    values = context_of(base, lines, form, draft_stamp="").values
    document = fill(compiled, values, snapshot="", origin={})
    return read_body(unpacked(document, "", DOCUMENT), "")
