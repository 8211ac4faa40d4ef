"""The straight line in: a report that was published → workbook. For Python callers too."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.files.archive import DOCUMENT, open_archive, read_file
from generator.files.delivery import write_new
from generator.files.folders import INPUTS, OUTPUTS, beside
from generator.form.vocabulary import Form
from generator.formats.document.package.provenance import read_properties
from generator.formats.document.reading.body import read_body
from generator.formats.workbook.reading.workbook import read_content
from generator.formats.workbook.writing.workbook import workbook_of
from generator.manuscript.importing.imported_report import imported_report
from generator.model.finding import Finding, Refusal, notice
from generator.model.narrative import in_order
from generator.model.next_year import year_of
from generator.model.printed_lines import printable
from generator.model.report import Place, Report


@dataclass(frozen=True)
class Imported:
    """A new workbook that was made of a document."""

    document: Path
    workbook: Path
    report: Report
    findings: list[Finding]
    """What people must look at: what was not read, not taken over, or read in another way."""
    figures_due: int


def bring_in(document: Path, editions: Sequence[Form], *, target: Path | None = None) -> Imported:
    """Write a workbook from a document; by default named for its year, in the folder inputs.

    The first of the editions is the one in force. Raise Refusal where the document cannot be
    used, nothing of a report is in it, or the target is there already.
    """
    form = editions[0]
    parts = open_archive(read_file(document), document.name, DOCUMENT)
    report, findings = imported_report(read_body(parts, document.name).manuscript, editions)
    if not report.headings and not report.figures:
        raise Refusal(
            f"{document.name} 里没有找到规定的标题和表格，不像是政府信息公开年度报告，没有导入。"
            "如果全文都在一个大表格里（从网页复制的常这样），请先在 Word 里把它转换为文本。"
        )
    if read_properties(parts, document.name):
        findings = [_ours(document.name), *findings]
    target = target or default_target(document, report)
    write_new(_content(report, form, target), target)
    return Imported(document, target, report, findings, len(form.figures))


def default_target(document: Path, report: Report) -> Path:
    """Return where the workbook goes: into inputs/ beside the document or its folder."""
    year = year_of(report)
    name = f"{document.stem if year is None else year}.xlsx"
    inside = document.with_name(INPUTS)
    return inside / name if inside.is_dir() else beside(document, OUTPUTS, INPUTS, name)


def _ours(name: str) -> Finding:
    """Say that there is a better way with documents that this program wrote."""
    return notice(
        "I09",
        Place(name),
        "这份文档是本程序生成的；从文档导入，正文里的【】引用都成了普通文字",
        "有原来的工作簿，就接着用那一份（审阅改动用 make-report review 写回）",
    )


def _content(report: Report, form: Form, target: Path) -> bytes:
    """Return the workbook, having read it back: what it says must be the report."""
    content = workbook_of(report, form)
    back, _ = read_content(content, target.name, form)
    said = [(row.part, row.level, row.heading, row.text) for row in in_order(back, form)]
    due = [
        (row.part, row.level, printable(row.heading), printable(row.text))
        for row in in_order(report, form)
    ]
    figures = {name: back.figures[name].value for name in report.figures}
    if said != due or figures != {name: one.value for name, one in report.figures.items()}:
        raise Refusal(f"写不进 {target.name}：写完再读，与文档不一致。没有导入，请联系维护人员。")
    return content
