"""A document, its workbook, and what was generated: the three sides, read and compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.files.archive import DOCUMENT, open_archive, read_file
from generator.files.folders import default_workbook
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.formats.document.reading.body import Body, read_body
from generator.formats.document.tracked_changes.read.views import original
from generator.formats.workbook.reading.workbook import read_content
from generator.manuscript.alignment import likeness
from generator.manuscript.review.changes import Change
from generator.manuscript.review.comparison import Comparison, compare
from generator.model.finding import Finding, Refusal
from generator.model.report import Report
from generator.pipeline.as_generated import Basis, as_generated, base_of

_SAME_ORGAN = 0.5  # how alike names of one organ are
_MISREAD = ("R01", "R02", "R04", "R07")  # rules by which something in a workbook was not read


@dataclass(frozen=True)
class Sides:
    """What can be known of a document."""

    data: bytes
    """The document as it was read."""
    parts: Mapping[str, bytes]
    body: Body
    workbook: Path | None
    """None where there is none, and so nothing in the next three."""
    content: bytes
    now: Report | None
    """What the workbook says now."""
    findings: list[Finding]
    basis: Basis
    compared: Comparison
    """With all 修订 accepted."""
    untracked: list[Change]
    """What was changed without 修订: it stays when all of them are rejected."""

    def must_be_readable(self) -> None:
        """Raise Refusal where something in the workbook could not be read."""
        broken = [one for one in self.findings if one.holds_back and one.rule in _MISREAD]
        if broken and self.workbook:
            name = self.workbook.name
            raise Refusal(f"{name} 里有读不了的内容，没有写。请先改正：{broken[0]}")


def sides_of(document: Path, form: Form, workbook: Path | None) -> Sides:
    """Read a document and its workbook. Raise Refusal where one of them cannot be used."""
    data = read_file(document)
    parts = open_archive(data, document.name, DOCUMENT)
    body = read_body(parts, document.name)
    source = _source(document, workbook)
    content = _workbook_content(source) if source else b""
    now, findings = read_content(content, source.name, form) if source else (None, [])
    base, basis = base_of(parts, now, content, document)
    if now is not None and source is not None:
        _must_be_its_own(base, now, document, source)
    made = as_generated(base, parts, source or document, form).manuscript
    compared = compare(base, made, body.manuscript, form)
    untracked: list[Change] = []
    if body.manuscript.revised:
        rejected = read_body(parts, document.name, original).manuscript
        untracked = compare(base, made, rejected, form).changes
    return Sides(data, parts, body, source, content, now, findings, basis, compared, untracked)


def _must_be_its_own(base: Report, now: Report, document: Path, workbook: Path) -> None:
    """Refuse a workbook that is on another year, or of an organ of quite another name."""
    years = [report.entries.get(YEAR) for report in (base, now)]
    organs = [report.entries.get(ORGAN) for report in (base, now)]
    other_year = None not in years and years[0] != years[1]
    names = [organ.printed for organ in organs if organ]
    other_organ = len(names) == len(organs) and likeness(*names) < _SAME_ORGAN
    if other_year or other_organ:
        said = [
            "、".join(entry.printed for entry in pair if entry)
            for pair in zip(organs, years, strict=True)
        ]
        raise Refusal(
            f"{document.name} 是“{said[0]}”的报告，{workbook.name} 是“{said[1]}”的，对不上，"
            "没有比较。请用 --workbook 指定它自己的工作簿。"
        )


def _source(document: Path, workbook: Path | None) -> Path | None:
    if workbook is not None:
        return workbook
    usual = default_workbook(document)
    return usual if usual.is_file() else None


def _workbook_content(source: Path) -> bytes:
    content = read_file(source)
    if not content.startswith(b"PK"):
        raise Refusal(
            f"{source.name} 不是 Excel 工作簿，修改写不回去。请用 --workbook 指定 .xlsx。"
        )
    return content
