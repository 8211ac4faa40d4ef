"""The second form goes the whole way: a workbook, its checks, its document, the way back, out."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.files.zip_archive import DOCUMENT, unpacked
from generator.formats.xlsx.layout import table_sheets
from generator.model.collection.collection import FileState
from generator.model.collection.filing import Filing
from generator.model.finding import Refusal
from generator.model.publication import Manner, PublishedTable
from generator.model.publication import Paragraph as Line
from generator.pipeline.check import check_workbook
from generator.pipeline.collecting.collect import collect
from generator.pipeline.collecting.filing import read_filing
from generator.pipeline.collecting.years import collect_years
from generator.pipeline.import_document import bring_in
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.publishing.document import read_to_publish
from generator.pipeline.publishing.publish import publish
from generator.pipeline.review import review
from generator.pipeline.sources import read_report
from tests.enforcement import FORM, TEXT, workbook
from tests.few import each
from tests.paths import ROOT


def put(folder: Path, *, text: str = TEXT, organ: str = "某县", **figures: str) -> Path:
    """Put a workbook into an office."""
    (folder / "inputs").mkdir(exist_ok=True, parents=True)
    path = folder / "inputs" / "2024.xlsx"
    path.write_bytes(workbook(text, organ, figures))
    return path


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return an office with a workbook and its document."""
    assert make(put(tmp_path)).status == Status.WRITTEN
    return tmp_path


def rules(workbook: Path) -> list[str]:
    found = check_workbook(workbook).findings
    return sorted({one.rule for one in found} - {"Y03", "Y04", "Y05", "X14"})


def test_what_is_right_is_found_right(office: Path) -> None:
    assert rules(office / "inputs" / "2024.xlsx") == []


@each(
    "figure, value, rule",
    [
        ("处罚合计", "108157", ["T1-01", "X01"]),
        ("罚没金额", "0", ["T1-04", "X02"]),
        ("许可受理", "26570", ["T2-01"]),
        ("不予许可", "108", ["T2-02"]),
        ("强制合计", "1", ["T3-01"]),
        ("征收金额", "1.5", ["T4-01"]),
        ("持证率", "93.3", []),
        ("持证率", "93", []),
        ("持证率", "94", ["T5-01"]),
        ("持证人员", "61", ["T5-01", "T5-04"]),
        ("检查次数", "32", ["X01"]),
    ],
)
def test_its_own_ties_and_wordings_are_checked(
    tmp_path: Path, figure: str, value: str, rule: list[str]
) -> None:
    text = TEXT.replace("【处罚合计】", "108156")
    workbook = put(tmp_path, text=text, **{figure: value})
    assert rules(workbook) == rule


@each(
    "text, rule",
    [
        ("本年度，我局实施行政处罚总数为293宗，罚没收入11817.5万元。", ["X01", "X02"]),
        ("本年度没有实施行政强制。", []),
        ("本年度没有实施行政检查。", ["X01"]),
        ("本年度作出罚款94929宗，警告12175宗，行政拘留505宗。", ["X01"]),
        ("在岗执法人员60名，持证人员56名。", []),
        ("受理行政许可申请26569件，不予许可102件。", []),
        ("公示行政处罚信息300条。", []),
    ],
)
def test_text_is_read_against_its_tables(tmp_path: Path, text: str, rule: list[str]) -> None:
    assert rules(put(tmp_path, text=text)) == rule


def test_its_document_has_captions_notes_and_every_figure(office: Path) -> None:
    document = docx.Document(str(office / "outputs" / "2024.docx"))
    lines = [one.text for one in document.paragraphs]
    assert "第一部分　某县2024年度行政执法数据表" in lines
    assert "表一　某县2024年度行政处罚实施情况统计表" in lines
    assert "2.持证率＝持证人员÷在岗执法人员×100％。" in lines
    assert len(document.tables) == 5
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert {"108156", "1753.79", "责令停产停业、责令关闭、限制从业"} <= set(cells)


def test_what_reviewers_change_finds_the_way_back(office: Path) -> None:
    path = office / "outputs" / "2024.docx"
    document = docx.Document(str(path))
    cells = document.tables[0].rows[2].cells
    for at, value in ((0, "12176"), (9, "108157")):
        cells[at].paragraphs[0].runs[0].text = value
    [line] = [one for one in document.paragraphs if one.text == "情况如上。"]
    line.runs[-1].text = "情况如上所述。"
    document.save(str(path))
    assert review(path).cells == 2  # the total is a formula
    review(path, apply=True)
    back = read_report(office / "inputs" / "2024.xlsx").report
    assert back.figures["处罚警告"].value == 12176
    assert back.paragraphs[-1].text == "情况如上所述。"
    assert "【处罚合计】" in back.paragraphs[0].text


def test_it_is_published_and_read_again_from_every_form(office: Path) -> None:
    publish(office / "outputs" / "2024.docx")
    due = read_report(office / "inputs" / "2024.xlsx").report
    for suffix in ("docx", "html", "pdf"):
        target = office / f"{suffix}.xlsx"
        found = bring_in(office / "outputs" / f"2024.发布.{suffix}", target=target)
        assert found.form.id == FORM.id
        assert {name: one.value for name, one in found.report.figures.items()} == {
            name: one.value for name, one in due.figures.items()
        }
        assert [one.heading for one in found.report.paragraphs] == ["行政处罚", ""]


def test_captions_and_notes_go_out_as_such_whatever_a_reviewer_made_of_them(office: Path) -> None:
    path = office / "outputs" / "2024.docx"
    document = docx.Document(str(path))
    for line in document.paragraphs:
        if line.text.startswith("表二"):
            line.runs[0].text = line.text.replace("实施情况", "")
    document.save(str(path))
    blocks = read_to_publish(path, None, None, None).publication.blocks
    tables = [one for one in blocks if isinstance(one, PublishedTable)]
    assert [one.caption for one in tables[:2]] == [
        "表一　某县2024年度行政处罚实施情况统计表",
        "表二　某县2024年度行政许可统计表",
    ]
    assert [one.name for one in tables] == [one.caption for one in tables]
    lines = [one for one in blocks if isinstance(one, Line)]
    notes = [one.text for one in lines if one.manner is Manner.NOTE]
    assert notes == [note for table in FORM.tables for note in table.notes]


def test_a_document_worded_otherwise_is_read_and_what_is_left_out_is_told(office: Path) -> None:
    path = office / "outputs" / "2024.docx"
    document = docx.Document(str(path))
    for line in document.paragraphs:
        if line.text.startswith("第"):
            part, heading = line.text.split("　")
            line.runs[0].text = f"{part}　{heading.removeprefix('某县2024')}"
        if line.text.startswith("2.同一案件"):
            line.runs[0].text = "2.同一案件并处两种以上处罚的，只计1宗，计入较重的一种。"
    document.save(str(path))
    found = bring_in(path, form=FORM, target=office / "新.xlsx")
    assert [one.heading for one in found.report.paragraphs] == ["行政处罚", ""]
    said = "\n".join(one.message for one in found.findings)
    assert "与格式略有不同的表题、表下的说明" in said
    assert "当作" not in said


def test_units_are_collected_and_their_rate_worked_out_anew(tmp_path: Path) -> None:
    units = tmp_path / "各单位"
    for organ, there, certified in (("甲局", "10", "9"), ("乙局", "30", "30")):
        rate = f"{100 * int(certified) / int(there):g}"
        figures = {"在岗执法人员": there, "持证人员": certified, "持证率": rate}
        workbook = put(units / organ, organ=organ, **figures)
        workbook.rename(units / f"{organ}.xlsx")
    (units / "别的.xlsx").write_bytes((ROOT / "inputs" / "2023.xlsx").read_bytes())
    from generator.pipeline.collecting.listed import new_unit_list

    listed = tmp_path / "名单.xlsx"
    filings = [*_read(units)]
    new_unit_list(listed, "某县", 2024, [one for one in filings if one.form == FORM.id])
    made = collect(units, tmp_path / "汇总2024.xlsx", listed, lambda files: map(read_filing, files))
    assert made.collection.form.id == FORM.id
    assert made.sums.counted == 2
    assert made.sums.figures["处罚合计"].value == 2 * 108156
    assert made.sums.figures["持证率"].value == Decimal("97.5")
    [other] = [one for one in made.collection.files if one.filing.file == "别的.xlsx"]
    assert (other.state, other.said) == (
        FileState.OTHER_FORM,
        "是“政府信息公开年度报告”，要另行汇总",
    )


def _read(folder: Path) -> Iterator[Filing]:
    from generator.pipeline.collecting.handed_in import handed_in

    return map(read_filing, handed_in(folder, []))


def test_a_rate_of_two_years_differs_by_points_and_does_not_grow(tmp_path: Path) -> None:
    files = [tmp_path / "2023.xlsx", tmp_path / "2024.xlsx"]
    files[0].write_bytes(workbook(figures={"持证人员": "45", "持证率": "75"}, year=2023))
    files[1].write_bytes(workbook())
    collect_years(files, tmp_path / "历年.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "历年.xlsx", data_only=True)["历年汇总"]
    rows = {row[1]: row[3:7] for row in sheet.iter_rows(values_only=True)}
    assert rows["持证率"] == (75, 93.33, 18.33, "百分点")
    assert rows["持证人员"] == (45, 56, 11, 0.244)


def test_two_forms_in_one_folder_never_mix(office: Path) -> None:
    other = office / "inputs" / "2023.xlsx"
    other.write_bytes((ROOT / "inputs" / "2023.xlsx").read_bytes())
    found = check_workbook(office / "inputs" / "2024.xlsx")
    assert found.previous is None
    assert check_workbook(other).form.id == "disclosure-2021"


def test_the_template_of_another_form_is_told_by_its_name(office: Path) -> None:
    template = ROOT / "templates" / "年度报告模板.docx"
    with pytest.raises(Refusal, match="是“政府信息公开年度报告”的，不是“行政执法统计年报”的"):
        make(office / "inputs" / "2024.xlsx", template=template)


def test_the_example_is_what_its_workbook_makes(tmp_path: Path) -> None:
    name = "2024行政执法统计年报"
    target = tmp_path / f"{name}.docx"
    outcome = make(ROOT / "inputs" / f"{name}.xlsx", output=target)
    assert outcome.status == Status.WRITTEN
    assert [one for one in outcome.findings if one.stands_as_wrong or one.holds_back] == []
    made, there = (
        unpacked(path.read_bytes(), path.name, DOCUMENT)
        for path in (target, ROOT / "outputs" / f"{name}.docx")
    )
    assert made == there


def test_its_sheets_say_live_what_does_not_tie() -> None:
    names = [layout.name for layout in table_sheets(FORM)]
    assert names[0] == "一、行政处罚"
    assert len(set(names)) == 5
