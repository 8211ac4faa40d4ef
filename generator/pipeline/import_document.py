"""A report that was published → a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.files.file_names import INPUTS, OUTPUTS, beside
from generator.files.folder_beside import write_new_with_folder
from generator.form.vocabulary import Form
from generator.formats.xlsx.layout import MOST_PARAGRAPHS
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.sheet_names import with_sheet_names
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.manuscript.importing.imported_report import imported_report
from generator.manuscript.importing.several_reports import reports_in
from generator.model.exhibits import Picture
from generator.model.finding import Finding, Refusal
from generator.model.narrative import in_order
from generator.model.next_year import year_of
from generator.model.printed_lines import printable
from generator.model.report import Report
from generator.pipeline import edition
from generator.pipeline.edition import editions_of
from generator.pipeline.imported_exhibits import names_beside
from generator.pipeline.importing.published import PublishedFile
from generator.pipeline.importing.read_published import read_published
from generator.pipeline.new import must_be_xlsx, usual_target
from generator.pipeline.sources import A_DOCUMENT, Given, Source, source_of


@dataclass(frozen=True)
class Imported:
    """A workbook that was made of a document."""

    document: Path
    workbook: Path
    """Where it is, or would go by default."""
    report: Report
    form: Form
    findings: list[Finding]
    """What people must look at: what was not read, not taken over, or read in another way."""
    content: bytes = field(repr=False)
    """The workbook, an .xlsx."""

    @property
    def pictures(self) -> dict[str, bytes]:
        """The pictures that it names, by the names of their files.

        They lie beside the workbook, or in a folder of its name there.
        """
        shown = (one for one in self.report.exhibits.values() if isinstance(one, Picture))
        return {picture.file: picture.content for picture in shown}

    def write(self) -> None:
        """Write the workbook, and its pictures into a folder of its name beside it.

        Raise Refusal where one of the two is there already, or cannot be written.
        """
        write_new_with_folder(self.content, self.workbook, self.pictures)


def bring_in(document: Path, *, form: Form | None = None, target: Path | None = None) -> Imported:
    """Write a workbook from a document; by default named for its year, in the folder inputs.

    Pictures go into a folder of its name beside it.
    Raise Refusal where the document cannot be used, nothing of a report is in it, or the target
    is there already.
    """
    if target:
        must_be_xlsx(target)
    imported = build_imported(document, form=form, target=target)
    imported.write()
    return imported


def build_imported(
    document: Given, *, form: Form | None = None, target: Path | None = None
) -> Imported:
    """Put a document into a workbook and write nothing: that is the content of what is returned.

    The program need not have written the document. Without a form it is taken for the one that
    it says, else for that of which most is in it. Raise Refusal where there is nothing.
    """
    source = source_of(document, A_DOCUMENT)
    nowhere = target is None and source.path is None
    taken = [] if nowhere else names_beside(target or default_target(source.known_as))
    report, findings, form = document_report(source, form, taken)
    target = target or default_target(source.known_as, report, form)
    report = _with_sheets(report, form)
    return Imported(source.known_as, target, report, form, findings, _content(report, form, target))


def document_report(
    source: Source, form: Form | None = None, taken: Sequence[str] = ()
) -> tuple[Report, list[Finding], Form]:
    """Read the report that a document is, and say what of it was not read for certain.

    `taken` are names that its pictures must not have. Raise Refusal where there is none in it, or
    more than one.
    """
    published = read_published(source, form)
    form = form or published.form
    forms = (form,) if form else edition.forms(source.of_office)
    _must_be_one(published, forms, source.name)
    report, findings, form = _as_best_fits(published, forms, taken)
    if not report.headings and not report.figures:
        known = "或者".join(one.name for one in forms)
        raise Refusal(
            published.no_report
            or f"{source.name} 里没有找到规定的标题和表格，不像是{known}，没有导入。"
            "如果全文都在一个大表格里（从网页复制的常这样），请先在 Word 里把它转换为文本。"
        )
    return report, [*published.findings, *findings], form


def _must_be_one(published: PublishedFile, forms: Sequence[Form], name: str) -> None:
    """Refuse several reports in one file."""
    for form in forms:
        titles = reports_in(published.manuscript, editions_of(form))
        if len(titles) > 1:
            said = "、".join(f"“{title}”" for title in titles)
            raise Refusal(
                f"{name} 里有 {len(titles)} 份报告（{said}），没有导入。"
                "请分成几个文件，每个只留一份，再逐个导入。"
            )


def _as_best_fits(
    published: PublishedFile, forms: tuple[Form, ...], taken: Sequence[str]
) -> tuple[Report, list[Finding], Form]:
    """Read a document as each of the forms, and return that in which most was found."""
    read = [
        (*imported_report(published.manuscript, editions_of(form), published.beside, taken), form)
        for form in forms
    ]
    return max(read, key=lambda one: len(one[0].headings) + len(one[0].figures))


def default_target(document: Path, report: Report | None = None, form: Form | None = None) -> Path:
    """Return where the workbook goes: into inputs/ beside the document or its folder.

    Its name is that of the report's year and form, else that of the document.
    """
    name, inside = f"{document.stem}.xlsx", document.with_name(INPUTS)
    target = inside / name if inside.is_dir() else beside(document, OUTPUTS, INPUTS, name)
    year = None if report is None else year_of(report)
    return target if year is None or form is None else usual_target(target.parent, year, form)


def _with_sheets(report: Report, form: Form) -> Report:
    """Return the report with its further tables by the names that their sheets will have."""
    named = with_sheet_names(report, form)
    tables = {name: table._replace(name=name) for name, table in named.further_tables.items()}
    return replace(named, further_tables=tables)


def _content(report: Report, form: Form, target: Path) -> bytes:
    """Return the workbook, having read it back: what it says must be the report."""
    rows = len(report.paragraphs)
    if rows > MOST_PARAGRAPHS:
        raise Refusal(
            f"段落太多：文档里有 {rows} 段正文，工作簿最多放 {MOST_PARAGRAPHS} 段。没有导入。"
            "请核对是不是选错了文档；确是报告的，请删去重复的段落再导入。"
        )
    content = workbook_of(report, form)
    back, _ = read_content(content, target.name, form)
    said, due = (
        [
            (row.part, row.level, row.kind, printable(row.heading), printable(row.text))
            for row in in_order(one, form)
        ]
        for one in (back, report)
    )
    figures = {name: back.figures[name].value for name in report.figures}
    shown_back, shown = (
        ([row.typed for row in one.chart_rows], dict(one.further_tables)) for one in (back, report)
    )
    figures_due = {name: one.value for name, one in report.figures.items()}
    if said != due or figures != figures_due or shown_back != shown:
        raise Refusal(f"写不进 {target.name}：写完再读，与文档不一致。没有导入，请联系维护人员。")
    return content
