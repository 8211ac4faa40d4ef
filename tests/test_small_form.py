"""Another form goes the whole way, with nothing of it in the code and nothing of ours in it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.console.cli import main
from generator.files.zip_archive import DOCUMENT, unpacked
from generator.form.vocabulary import Form
from generator.formats.docx.exhibits.chart_reading import read_chart
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.manuscript.review.side import Side
from generator.model.finding import Finding, Refusal, Severity
from generator.pipeline.check import check_workbook
from generator.pipeline.check_template import check_template
from generator.pipeline.export import export
from generator.pipeline.import_document import bring_in
from generator.pipeline.make import make
from generator.pipeline.new import write_next_year
from generator.pipeline.outcome import Status
from generator.pipeline.review import review
from generator.pipeline.revise import revise
from generator.pipeline.sources import read_report
from tests.exhibits import chart_row, png, row, table
from tests.form.small import SMALL
from tests.form.small_office import NUMBERS, fill_in, put_office, with_figures
from tests.forms import let_know
from tests.typed_cells import typed


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return an office with a template of the form and a filled-in workbook."""
    put_office(tmp_path)
    return tmp_path


def retype(workbook: Path, figures: Mapping[str, int]) -> None:
    """Type other figures, as staff would in Excel."""
    workbook.write_bytes(with_figures(workbook.read_bytes(), figures))


def edit(document: Path, *changes: tuple[str, str]) -> None:
    """Change words and figures in a document, as a reviewer would in Word."""
    text = docx.Document(str(document))
    cells = [cell for table in text.tables for row in table.rows for cell in row.cells]
    paragraphs = [*(one for cell in cells for one in cell.paragraphs), *text.paragraphs]
    for before, after in changes:
        paragraph = next(one for one in paragraphs if before in one.text)
        paragraph.text = paragraph.text.replace(before, after)
    text.save(str(document))


def own(findings: list[Finding], form: Form = SMALL) -> list[str]:
    """Return the rules of findings, every one of which must be a rule of the form."""
    rules = {rule.id for rule in form.rules}
    assert {finding.rule for finding in findings} <= rules, findings
    return [finding.rule for finding in findings]


def test_a_template_drawn_for_it_is_usable(office: Path) -> None:
    template = office / "templates" / SMALL.template
    assert check_template(template, form=SMALL) == []
    assert check_template(template) != []


def test_it_is_filled_in_checked_and_made(office: Path) -> None:
    workbook = office / "inputs" / "2024.xlsx"
    assert own(check_workbook(workbook, form=SMALL).findings) == []
    made = make(workbook, form=SMALL)
    assert made.status == Status.WRITTEN
    document = docx.Document(str(office / "outputs" / "2024.docx"))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "某某市某某局2024年度案件统计年报"
    assert "全年收案3件。" in texts
    assert document.tables[0].cell(1, 1).text == "3"
    assert make(workbook, form=SMALL).status == Status.CURRENT


def test_a_broken_tie_is_told_and_holds_the_document_back(office: Path) -> None:
    workbook = office / "inputs" / "2024.xlsx"
    retype(workbook, {"结案单位": 5})
    outcome = make(workbook, form=SMALL)
    assert outcome.status == Status.HELD
    assert own(outcome.findings) == ["F1-01"]
    assert "收案与结案相等" in outcome.findings[0].message
    assert make(workbook, form=SMALL, draft=True).status == Status.WRITTEN


def test_a_reviewer_s_edit_comes_back_into_the_workbook(office: Path) -> None:
    workbook, document = office / "inputs" / "2024.xlsx", office / "outputs" / "2024.docx"
    make(workbook, form=SMALL)
    edit(document, ("全年收案", "本年共收案"))
    assert make(workbook, form=SMALL).status == Status.EDITED
    found = review(document, form=SMALL)
    assert [change.kind.name for change in found.comparison.changes] == ["REWORDED"]
    own(found.findings)
    assert review(document, form=SMALL, apply=True).applied
    assert "本年共收案【收案个人】件。" in [
        line.text for line in read_report(workbook, SMALL).report.paragraphs
    ]
    assert make(workbook, form=SMALL).status == Status.WRITTEN


def test_what_both_sides_changed_is_settled_by_a_person(office: Path) -> None:
    workbook, document = office / "inputs" / "2024.xlsx", office / "outputs" / "2024.docx"
    make(workbook, form=SMALL)
    retype(workbook, {"收案单位": 6, "结案单位": 6})
    edit(document, ("4", "5"))
    (conflict,) = review(document, form=SMALL).conflicts
    assert (conflict.workbook, conflict.document) == ("6", "5")
    review(document, form=SMALL, take=Side.DOCUMENT, apply=True)
    assert read_report(workbook, SMALL).report.number("收案单位") == 5


def test_the_workbook_s_changes_go_into_an_edited_document(office: Path) -> None:
    workbook, document = office / "inputs" / "2024.xlsx", office / "outputs" / "2024.docx"
    make(workbook, form=SMALL)
    edit(document, ("全年收案", "本年共收案"))
    retype(workbook, {"收案单位": 6, "结案单位": 6})
    assert revise(document, form=SMALL).written


def test_rules_of_the_place_hold_for_it_too(office: Path) -> None:
    workbook = office / "inputs" / "2024.xlsx"
    rules = (
        ("篇幅不超过", "二、总体说明", "5", "错误", "某区"),
        ("必须引用的数", "全文", "【收案个人】【结案单位】", "", "某区"),
    )
    cells = {
        ("本地规则", f"{column}{row}"): text
        for row, rule in enumerate(rules, 4)
        for column, text in zip("BCDEF", rule, strict=True)
    }
    workbook.write_bytes(typed(workbook.read_bytes(), cells))
    found = check_workbook(workbook, form=SMALL).findings
    assert [(one.rule, one.severity) for one in found] == [
        ("L01", Severity.ERROR),
        ("L02", Severity.NOTICE),
    ]
    assert "【结案单位】" in found[1].message
    assert "【收案个人】" not in found[1].message
    made = make(workbook, form=SMALL)
    assert {one.rule for one in review(made.output or "", form=SMALL).findings} == {"L01", "L02"}


def test_it_is_exported_and_made_from_json(office: Path) -> None:
    exported = export(office / "inputs" / "2024.xlsx", form=SMALL)
    assert exported.status == Status.WRITTEN
    given = json.loads((office / "outputs" / "2024.json").read_text(encoding="utf-8"))
    assert given["edition"] == SMALL.edition
    assert given["figures"] == NUMBERS
    template = office / "templates" / SMALL.template
    again = make(office / "outputs" / "2024.json", form=SMALL, template=template)
    assert again.status == Status.WRITTEN


def test_it_goes_on_into_the_next_year(office: Path) -> None:
    new = write_next_year(office / "inputs" / "2024.xlsx", form=SMALL)
    assert new.workbook == office / "inputs" / "2025.xlsx"
    retype(new.workbook, NUMBERS)
    own(check_workbook(new.workbook, form=SMALL).findings)


def test_a_document_of_it_can_be_imported(office: Path) -> None:
    make(office / "inputs" / "2024.xlsx", form=SMALL)
    imported = bring_in(
        office / "outputs" / "2024.docx", form=SMALL, target=office / "inputs" / "再来.xlsx"
    )
    assert {name: int(one.value or 0) for name, one in imported.report.figures.items()} == NUMBERS
    assert "全年收案3件。" in [line.text for line in imported.report.paragraphs]


def test_among_several_forms_each_file_says_of_which_it_is(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_know(monkeypatch, SMALL)
    workbook, document = office / "inputs" / "2024.xlsx", office / "outputs" / "2024.docx"
    assert make(workbook).form is SMALL
    edit(document, ("全年收案", "本年共收案"))
    assert review(document).form is SMALL
    workbook.rename(office / "移走.xlsx")
    assert review(document).form is SMALL
    assert check_workbook(document_as_json(office / "移走.xlsx")).form is SMALL


def document_as_json(workbook: Path) -> Path:
    target = workbook.with_suffix(".json")
    export(workbook, output=target)
    return target


def test_a_workbook_of_a_form_that_is_not_known_is_refused(office: Path) -> None:
    with pytest.raises(Refusal, match="用的表式是“small”，这个版本的程序只认识“disclosure-2021”"):
        check_workbook(office / "inputs" / "2024.xlsx")


def test_its_template_says_nothing_of_another_form(office: Path) -> None:
    content = (office / "templates" / SMALL.template).read_bytes()
    text = "".join(one.text for one in docx.Document(BytesIO(content)).paragraphs)
    assert "政府信息公开" not in text


def test_the_command_takes_it_too_and_many_at_once(
    office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    let_know(monkeypatch, SMALL)
    monkeypatch.chdir(office)
    assert main(["new", "--organ", "某某市第二局", "--year", "2024", "--form", SMALL.name]) == 2
    assert main(["new", "--organ", "某某局", "--year", "2024", "--form", "别的"]) == 2
    assert (
        "只有“政府信息公开年度报告”、“行政执法统计年报”、“案件统计年报”" in capsys.readouterr().err
    )
    second = ["-o", "inputs/第二局.xlsx", "--form", SMALL.id]
    assert main(["new", "--organ", "某某市第二局", "--year", "2024", *second]) == 0
    workbook = office / "inputs" / "第二局.xlsx"
    workbook.write_bytes(fill_in(workbook.read_bytes(), 结案个人=9))
    capsys.readouterr()
    assert main(["inputs", "--json", "--jobs", "1"]) == 1
    results = json.loads(capsys.readouterr().out)["results"]
    assert [one["status"] for one in results] == ["written", "held"]
    assert {found["rule"] for one in results for found in one["findings"]} == {"F1-01", "F1-02"}
    assert all(found["title"] for one in results for found in one["findings"])
    assert main(["explain", "F1-01"]) == 0
    assert "收案等于结案" in capsys.readouterr().out
    assert main(["export", "--schema", "--form", SMALL.name]) == 0
    assert "收案个人" in capsys.readouterr().out
    assert main(["check-template", f"templates/{SMALL.template}"]) == 0


def test_it_shows_a_chart_of_its_figures_a_picture_and_a_table(office: Path) -> None:
    workbook, document = office / "inputs" / "2024.xlsx", office / "outputs" / "2024.docx"
    (office / "inputs" / "现场.png").write_bytes(png())
    read = read_report(workbook, SMALL).report
    part = SMALL.parts[-1].name
    rows = (
        row("图", "收案", "【图表：收案】", part),
        row("图", "现场", "现场.png", part),
        row("表", "各镇", "【表格：各镇】", part),
    )
    points = (
        chart_row(chart="收案", unit="件", label="个人", data="【收案个人】"),
        chart_row(label="单位", data="【收案单位】"),
    )
    shown = replace(
        read,
        paragraphs=(*read.paragraphs, *rows),
        chart_rows=points,
        further_tables={"各镇": table()},
    )
    workbook.write_bytes(workbook_of(shown, SMALL))
    made_first = make(workbook, form=SMALL)
    assert made_first.status == Status.WRITTEN, [one.message for one in made_first.held_by]
    assert charts_in(document) == [("个人", 3), ("单位", 4)]
    made = docx.Document(str(document))
    assert [len(each.rows) for each in made.tables] == [3, 4]
    assert len(made.inline_shapes) == 2
    assert make(workbook, form=SMALL).status == Status.CURRENT
    assert review(document, form=SMALL).untouched

    retype(workbook, {"收案个人": 5, "结案个人": 5})
    assert make(workbook, form=SMALL).status == Status.WRITTEN
    assert charts_in(document) == [("个人", 5), ("单位", 4)]


def charts_in(document: Path) -> list[tuple[str, int]]:
    """Return the points of the only chart of a document, as Word would draw them."""
    parts = unpacked(document.read_bytes(), "", DOCUMENT)
    chart = read_chart(parts, "word/charts/chart1.xml")
    assert chart is not None
    return [
        (name, int(value or 0))
        for name, value in zip(chart.categories, chart.series[0].values, strict=True)
    ]
