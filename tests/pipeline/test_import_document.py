"""From a published document to a workbook, and from there to the same document again."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.form.vocabulary import Form
from generator.formats.docx.reading.body import read_body
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.manuscript.manuscript import Manuscript
from generator.model.finding import Refusal
from generator.model.report import Entry, Paragraph, Report
from generator.pipeline import import_document
from generator.pipeline.import_document import Imported, bring_in
from generator.pipeline.make import make
from tests import paths, samples
from tests.form.small import SMALL
from tests.forms import FORM, OLDER
from tests.libreoffice import convert, needs_libreoffice
from tests.manuscript.importing.documents import BODY, Published, report
from tests.pipeline.office import document_of
from tests.pipeline.small_office import FIGURES, REPORT

EDITIONS = (FORM, OLDER)


def of_every_level(part: str) -> tuple[Paragraph, ...]:
    return (
        Paragraph(part, 2, "又一个标题", "一段。\n又一段，写【【重点】。"),
        Paragraph(part, 3, "第一点", "说明。"),
        Paragraph(part, 4, "再分", "说明。"),
        Paragraph(part, 0, "", "不编号的一段。"),
    )


def with_note(base: Report, figure: str, note: str) -> Report:
    return replace(base, figures={**base.figures, figure: replace(base.figures[figure], note=note)})


def strange(document: Path) -> Path:
    """Take out of a document what says that this program wrote it."""
    parts = open_archive(document.read_bytes(), document.name, DOCUMENT)
    left = {
        name: data
        for name, data in parts.items()
        if not name.startswith(("docProps/custom", "customXml/"))
    }
    target = document.with_name("公布.docx")
    target.write_bytes(package(left))
    return target


def read(document: Path) -> Manuscript:
    return read_body(open_archive(document.read_bytes(), "", DOCUMENT), "").manuscript


def seen(document: Path) -> tuple[list[str], list[list[str]]]:
    found = read(document)
    return [line.text for line in found.lines], [[*grid.cells.values()] for grid in found.grids]


def small_report(year: int = 2023) -> Published:
    """Return a report of the small form as an office would publish it."""
    return report(
        form=SMALL,
        title=(f"某某市某某局{year}年度案件统计年报",),
        headings=SMALL.headings,
        values=FIGURES,
        body={2: BODY[1], 3: BODY[6]},
    )


def imported(folder: Path, made: Published) -> Imported:
    document = folder / "公布.docx"
    document.write_bytes(made.content())
    return bring_in(document)


def again(workbook: Path, folder: Path) -> tuple[Path, Path]:
    """Make, import and make once more; return both documents."""
    first = folder / "first.docx"
    made = make(workbook, output=first, draft=False)
    assert first.exists()
    found = bring_in(strange(first), target=folder / "again" / "2024.xlsx")
    assert [finding.rule for finding in found.findings] == []
    second = folder / "again" / "second.docx"
    make(found.workbook, output=second, template=made.template.path if made.template else None)
    return first, second


def test_a_document_of_ours_comes_out_the_same_again(office: Path) -> None:
    base = with_note(REPORT, "结案单位", "（其中罚款3件）")
    whole = replace(base, paragraphs=(*base.paragraphs, *of_every_level("第三部分")))
    workbook = office / "inputs" / "2023.xlsx"
    workbook.write_bytes(workbook_of(whole, SMALL))
    first, second = again(workbook, office)
    assert seen(first) == seen(second)
    assert len(seen(first)[0]) > 20


@pytest.mark.long  # the same of a smaller report, without a signature
def test_one_of_the_form_in_force_comes_out_the_same_again(tmp_path: Path) -> None:
    base = with_note(samples.report(), "行政处罚", "（其中罚款3件）")
    signed = {"落款": Entry("某某市某某局"), "成文日期": Entry("2025年1月20日")}
    whole = replace(
        base,
        entries={**base.entries, **signed},
        paragraphs=(*base.paragraphs, *of_every_level("第一部分")),
    )
    workbook = tmp_path / "2024.xlsx"
    workbook.write_bytes(samples.workbook(content=whole))
    first, second = again(workbook, tmp_path)
    assert seen(first) == seen(second)
    assert len(seen(first)[0]) > 20


@pytest.mark.long  # the same of a smaller report
def test_the_published_example_comes_out_the_same_again(tmp_path: Path) -> None:
    first, second = again(paths.WORKBOOK, tmp_path)
    assert seen(first) == seen(second)


def test_a_document_that_still_says_who_wrote_it_is_told(office: Path) -> None:
    found = bring_in(document_of(office), target=office / "2023.xlsx")
    assert [finding.rule for finding in found.findings] == ["I09"]


def holds_what_was_imported(found: Imported, form: Form) -> bool:
    back, findings = read_content(found.workbook.read_bytes(), "2023.xlsx", form)
    assert findings == []
    same = (back.figures, back.entries) == (found.report.figures, found.report.entries)
    return same and back.paragraphs == found.report.paragraphs


@pytest.mark.usefixtures("small_form")
def test_the_workbook_holds_what_was_imported(tmp_path: Path) -> None:
    found = imported(tmp_path, small_report())
    assert found.form is SMALL
    assert found.workbook == tmp_path / "2023.xlsx"
    assert holds_what_was_imported(found, SMALL)


@pytest.mark.long  # the same of a smaller report
def test_it_holds_one_of_the_form_in_force(tmp_path: Path) -> None:
    found = imported(tmp_path, report())
    assert found.form is FORM
    assert holds_what_was_imported(found, FORM)


@pytest.mark.usefixtures("small_form")
def test_it_goes_into_the_folder_of_the_workbooks(tmp_path: Path) -> None:
    for folder in ("inputs", "outputs"):
        (tmp_path / folder).mkdir()
    found = imported(tmp_path, small_report())
    assert found.workbook == tmp_path / "inputs" / "2023.xlsx"
    found = imported(tmp_path / "outputs", small_report(2022))
    assert found.workbook.resolve() == tmp_path / "inputs" / "2022.xlsx"


@pytest.mark.usefixtures("small_form")
def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "2023.xlsx").write_bytes(b"mine")
    with pytest.raises(Refusal, match="已经有了，没有覆盖"):
        imported(tmp_path, small_report())
    assert (tmp_path / "2023.xlsx").read_bytes() == b"mine"


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="不像是政府信息公开年度报告"):
        imported(tmp_path, Published().lines("会议通知", "请各科室参加。"))
    assert not list(tmp_path.glob("*.xlsx"))


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(paths.WORKBOOK.read_bytes())
    with pytest.raises(Refusal, match="不是 Word 文档"):
        bring_in(tmp_path / "a.docx")


@needs_libreoffice
@pytest.mark.parametrize("form", EDITIONS, ids=["2021", "2019"])
def test_a_document_that_was_an_old_doc_is_read_like_the_new_one(
    tmp_path: Path, form: object
) -> None:
    older = form is OLDER
    values = {name: at for at, name in enumerate(OLDER.figures)} if older else None
    made = report(
        form=OLDER if older else FORM,
        headings=(OLDER if older else FORM).headings,
        values=values,
    )
    (tmp_path / "a.docx").write_bytes(made.content())
    old = convert(tmp_path / "a.docx", "doc", tmp_path)
    (tmp_path / "new").mkdir()
    new = convert(old, "docx", tmp_path / "new")
    one, other = (
        bring_in(document, target=tmp_path / f"{number}.xlsx")
        for number, document in enumerate((tmp_path / "a.docx", new))
    )
    assert one.report == other.report
    assert [str(found) for found in one.findings] == [str(found) for found in other.findings]


@pytest.mark.usefixtures("small_form")
def test_more_paragraphs_than_a_workbook_holds_are_refused_with_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_document, "MOST_PARAGRAPHS", 1)
    with pytest.raises(Refusal, match=r"段落太多：文档里有 \d+ 段正文，工作簿最多放 1 段"):
        imported(tmp_path, small_report())
    assert not list(tmp_path.rglob("*.xlsx"))


@pytest.mark.parametrize("sign", ["\x85", "\u2028"])
def test_a_sign_that_breaks_a_line_in_a_paragraph_does_not_keep_it_from_being_written(
    sign: str,
) -> None:
    broken = replace(samples.report(), paragraphs=(Paragraph("第一部分", 0, "", f"一{sign}二"),))
    content = import_document._content(broken, FORM, Path("2024.xlsx"))
    back, _ = read_content(content, "2024.xlsx", FORM)
    assert [row.text for row in back.paragraphs] == [f"一{sign}二"]
