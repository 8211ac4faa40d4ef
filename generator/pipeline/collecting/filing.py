"""Reads one file that was handed in: whatever it is, it is a filing or says why it is none."""

import hashlib
import zipfile
from pathlib import PurePosixPath

from generator.files.plain_archives import TooLargeError, member_content
from generator.files.zip_archive import read_file
from generator.form.vocabulary import ORGAN, Form
from generator.model.collection.filing import FiledFigure, FiledText, Filing
from generator.model.finding import Finding, Refusal
from generator.model.narrative import printed
from generator.model.next_year import year_of
from generator.model.report import Report
from generator.pipeline.collecting.handed_in import HandedIn
from generator.pipeline.collecting.kept_filings import keep_filing, kept_filing
from generator.pipeline.collecting.kinds import kind_of, why_not_read
from generator.pipeline.forms.known import state_of_forms
from generator.pipeline.import_document import document_report
from generator.pipeline.read_and_check import check_report, examine
from generator.pipeline.sources import Source

_OURS = "I09"
"""Says that there is a better way with a document of ours; here it is as good as any."""


def read_filing(given: HandedIn) -> Filing:
    """Read a file; one that was read before is not read again, as long as nothing changed."""
    name = PurePosixPath(given.name.rpartition("›")[2]).name
    empty = Filing(given.name, kind_of(name, b""), modified=given.modified)
    if given.problem:
        return empty._replace(problem=given.problem)
    try:
        content = _content(given)
    except Refusal as refusal:
        return empty._replace(problem=str(refusal))
    kind = kind_of(name, content)
    digest = hashlib.sha256(content).hexdigest()
    kept_as = f"{digest} {state_of_forms(given.path)}"
    known = kept_filing(kept_as, name)
    if known is None:
        lies, within = (None, given.path) if given.member else (given.path, None)
        known = _read(Source(name, content, lies, within), kind).packed()
        keep_filing(kept_as, name, known)
    return known._replace(file=given.name, digest=digest, modified=given.modified)


def _content(given: HandedIn) -> bytes:
    if not given.member:
        return read_file(given.path)
    try:
        with zipfile.ZipFile(given.path) as archive:
            content = member_content(archive, given.member)
    except TooLargeError:
        raise Refusal(f"{given.name} 太大，没有读。请检查是不是年度报告。") from None
    except (OSError, ValueError, zipfile.BadZipFile):
        content = None
    if content is None:
        raise Refusal(f"{given.name} 解不开：加了密，或者已经损坏。请解压以后再放。")
    return content


def _read(source: Source, kind: str) -> Filing:
    """Read and check what a file says, without its place and time."""
    empty = Filing("", kind)
    if problem := why_not_read(source.name, source.content, kind):
        return empty._replace(problem=problem)
    try:
        report, findings, form = _report_and_findings(source, kind)
    except Refusal as refusal:
        return empty._replace(problem=str(refusal))
    organ = report.entries.get(ORGAN)
    lines, _ = printed(report, form)
    return empty._replace(
        form=form.id,
        form_name=form.name,
        organ=organ.printed if organ else "",
        year=year_of(report),
        figures={
            name: FiledFigure(figure.value, figure.place, figure.note)
            for name, figure in report.figures.items()
            if not figure.words
        },
        texts=tuple(
            FiledText(line.source.part, line.text, line.source.place)
            for line in lines
            if line.text.strip()
        ),
        findings=tuple(findings),
    )


def _report_and_findings(source: Source, kind: str) -> tuple[Report, list[Finding], Form]:
    if kind in ("工作簿", "数据"):
        examined = examine(source)
        return examined.report, examined.findings, examined.form
    report, found, form = document_report(source)
    found = [one for one in found if one.rule != _OURS]
    return report, check_report(source, report, found, form).findings, form
