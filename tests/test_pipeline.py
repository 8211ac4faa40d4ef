"""The straight line from a workbook to its document."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from generator import sources
from generator.finding import Finding, Refusal
from generator.folders import default_document
from generator.form.edition_2021 import FORM
from generator.form.vocabulary import Form
from generator.pipeline.check import check_workbook
from generator.pipeline.export import export
from generator.pipeline.make import make
from generator.pipeline.new import carry_over, new_workbook
from generator.pipeline.outcome import Status
from generator.report import Report
from generator.workbook.layout import table_sheets
from generator.workbook.reader import read_content
from tests.samples import last_year, numbers, rules, typed_totals, workbook


def put(folder: Path, name: str = "2024.xlsx", **changes: object) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(workbook(**changes))  # type: ignore[arg-type]  # passed through
    return path


def edit(document: Path) -> None:
    opened = docx.Document(str(document))
    opened.paragraphs[2].add_run("审核人改过")
    opened.save(str(document))


BROKEN = {**typed_totals(), "予以公开": numbers()["予以公开"] + 1}


@pytest.mark.parametrize(
    ("workbook_path", "document"),
    [
        ("inputs/2023.xlsx", "outputs/2023.docx"),
        ("年报/2023.xlsx", "年报/2023.docx"),
        ("某 局/inputs/某局 2023.xlsx", "某 局/outputs/某局 2023.docx"),
    ],
)
def test_a_document_goes_to_outputs_or_beside_its_workbook(
    tmp_path: Path, workbook_path: str, document: str
) -> None:
    outcome = make(put(tmp_path, workbook_path))
    assert outcome.status == Status.WRITTEN
    assert outcome.output == tmp_path / document
    assert (tmp_path / document).exists()
    assert default_document(tmp_path / workbook_path) == tmp_path / document


def test_made_twice_it_is_up_to_date(tmp_path: Path) -> None:
    path = put(tmp_path)
    assert make(path).status == Status.WRITTEN
    assert make(path).status == Status.CURRENT


def test_a_changed_workbook_replaces_an_untouched_document(tmp_path: Path) -> None:
    make(put(tmp_path))
    outcome = make(put(tmp_path, figures={"行政许可": 999_999}))
    assert outcome.status == Status.WRITTEN
    tables = docx.Document(str(outcome.output)).tables
    assert tables[0].cell(6, 1).text == "999999"


def test_an_edited_document_is_not_overwritten(tmp_path: Path) -> None:
    path = put(tmp_path)
    document = make(path).output
    assert document
    edit(document)
    before = document.read_bytes()
    assert make(path).status == Status.EDITED
    assert document.read_bytes() == before
    outcome = make(path, force=True)
    assert outcome.status == Status.WRITTEN
    assert outcome.kept
    assert outcome.kept.read_bytes() == before


def test_any_other_document_in_the_way_counts_as_a_person_s(tmp_path: Path) -> None:
    path = put(tmp_path)
    for there in (b"", b"PK\x03\x04 not a zip", path.read_bytes()):
        (tmp_path / "2024.docx").write_bytes(there)
        assert make(path).status == Status.EDITED
        assert (tmp_path / "2024.docx").read_bytes() == there


def test_figures_that_do_not_tie_hold_the_document_back(tmp_path: Path) -> None:
    outcome = make(put(tmp_path, figures=BROKEN))
    assert outcome.status == Status.HELD
    assert [finding.rule for finding in outcome.held_by] == ["T3-03", "T3-02"]
    assert outcome.findings[:2] == outcome.held_by
    assert not (tmp_path / "2024.docx").exists()


def test_a_draft_is_made_all_the_same_and_marked(tmp_path: Path) -> None:
    outcome = make(put(tmp_path, figures=BROKEN), draft=True)
    assert outcome.status == Status.WRITTEN
    assert outcome.output == tmp_path / "2024.草稿.docx"
    header = docx.Document(str(outcome.output)).sections[0].header
    assert [line.text for line in header.paragraphs] == ["草稿（还有 2 处错误，不得报送、公布）"]
    final = make(put(tmp_path), output=tmp_path / "另存.docx")
    assert final.output
    header = docx.Document(BytesIO(final.output.read_bytes())).sections[0].header
    assert [line.text for line in header.paragraphs] == [""]


def test_errors_of_wording_are_left_to_people_unless_strict(tmp_path: Path) -> None:
    path = put(tmp_path, cells={("正文", "D29"): "引用【没有的名称】。"})
    outcome = make(path, strict=True)
    assert outcome.status == Status.HELD
    outcome = make(path)
    assert outcome.status == Status.WRITTEN
    assert rules(outcome.findings) == ["N01"]


def test_checking_writes_nothing(tmp_path: Path) -> None:
    path = put(tmp_path, figures=BROKEN)
    outcome = check_workbook(path)
    assert rules(outcome.findings) == ["T3-03", "T3-02"]
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_workbook_lacks_only_what_must_be_written(tmp_path: Path) -> None:
    path = tmp_path / "2024.xlsx"
    new_workbook("某某市某某局", 2024, path)
    outcome = check_workbook(path)
    assert {finding.rule for finding in outcome.held_by} == {"T0-01", "S11", "S12", "S13"}
    with pytest.raises(Refusal, match="已经有了"):
        new_workbook("某某市某某局", 2024, path)


def test_the_name_of_the_folder_makes_no_difference_to_the_document(tmp_path: Path) -> None:
    one = make(put(tmp_path / "甲")).output
    other = make(put(tmp_path / "乙", "改名.xlsx")).output
    assert one
    assert other
    assert one.read_bytes() == other.read_bytes()


def test_a_verified_error_is_not_counted_on_a_draft(tmp_path: Path) -> None:
    wording: dict[tuple[str, str], str] = {("正文", "D4"): "引用【没有的名称】"}
    findings = check_workbook(put(tmp_path, cells=wording)).findings
    keys = [found.key for found in findings if found.stands_as_wrong]
    marks: dict[tuple[str, str], str] = {}
    for left in range(len(keys), -1, -1):
        said = f"还有 {left} 处错误，" if left else ""
        outcome = make(put(tmp_path, cells={**wording, **marks}), draft=True)
        header = docx.Document(str(outcome.output)).sections[0].header
        assert header.paragraphs[0].text == f"草稿（{said}不得报送、公布）"
        row = 4 + len(keys) - left
        mark = {"A": keys[left - 1], "B": "张三", "C": "就是这样"}
        marks |= {("核对记录", f"{column}{row}"): text for column, text in mark.items()}


def test_checking_finds_what_making_finds(tmp_path: Path) -> None:
    path = put(tmp_path, cells={("正文", "D4"): "有控制字符_x0007_的【没有的名称】"})
    checked, made = check_workbook(path).findings, make(path).findings
    assert checked == made
    assert {finding.rule for finding in checked} >= {"N01", "R08"}


def test_an_annotated_copy_that_is_open_is_not_written(tmp_path: Path) -> None:
    path = put(tmp_path)
    copy = check_workbook(path, annotate=True).annotated
    assert copy == tmp_path / "2024.核对.xlsx"
    (tmp_path / "~$2024.核对.xlsx").write_bytes(b"")
    put(tmp_path, figures=BROKEN)
    with pytest.raises(Refusal, match=r"2024\.核对\.xlsx 正在 Excel、WPS 里打开，没有重写"):
        check_workbook(path, annotate=True)


def test_years_in_a_row_are_each_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def count(data: bytes, name: str, form: Form) -> tuple[Report, list[Finding]]:
        read.append(name)
        return read_content(data, name, form)

    monkeypatch.setattr(sources, "read_content", count)
    then = put(tmp_path, "2023.xlsx", content=last_year({"行政许可": 12_345}))
    now = put(tmp_path, "2024.xlsx", figures={"行政许可": 23_456})
    assert check_workbook(then).previous is None
    assert check_workbook(now).previous == check_workbook(then).report
    assert read == ["2023.xlsx", "2024.xlsx"]
    put(tmp_path, "2023.xlsx", content=last_year({"行政许可": 12_346}))
    previous = check_workbook(now).previous
    assert previous
    assert previous.number("行政许可") == 12_346


def test_a_workbook_carried_over_can_be_filled_in_and_made(tmp_path: Path) -> None:
    carried = carry_over(put(tmp_path, "2023.xlsx", content=last_year()))
    assert carried.workbook == tmp_path / "2024.xlsx"
    assert make(carried.workbook).status == Status.HELD
    opened = load_workbook(carried.workbook)
    for layout in table_sheets(FORM):
        for name, spot in layout.figures.items():
            opened[layout.name].cell(*spot).value = numbers()[name]
    opened["指标"]["B4"] = 40
    opened.save(carried.workbook)
    outcome = make(carried.workbook)
    assert outcome.status == Status.WRITTEN
    assert [found.rule for found in outcome.findings] == ["Y07", "Y03"]
    for row in range(4, 150):
        opened["正文"].cell(row, 5).value = None
    opened.save(carried.workbook)
    assert rules(make(carried.workbook).findings) == ["Y03", "Y06"]  # cleared, but not revised


def test_a_report_goes_out_as_json_and_comes_back_as_the_same_document(tmp_path: Path) -> None:
    path = put(tmp_path, "inputs/2024.xlsx")
    outcome = export(path)
    assert outcome.status == Status.WRITTEN
    assert outcome.output == tmp_path / "outputs" / "2024.json"
    assert export(path).status == Status.CURRENT
    told = [
        [found.rule for found in check_workbook(one).findings] for one in (path, outcome.output)
    ]
    assert sorted(told[0]) == sorted(told[1])
    made, again = make(path), make(outcome.output, output=tmp_path / "again.docx")
    texts = [
        [line.text for line in docx.Document(str(one.output)).paragraphs] for one in (made, again)
    ]
    assert texts[0] == texts[1]


def test_another_file_of_that_name_is_not_overwritten_by_json(tmp_path: Path) -> None:
    target = tmp_path / "2024.json"
    for content in (b"mine", b"{}", b"[" * 100_000):
        target.write_bytes(content)
        with pytest.raises(Refusal, match="已经有了，内容不一样，没有覆盖"):
            export(put(tmp_path))
        assert target.read_bytes() == content
    with pytest.raises(Refusal, match=r"以 \.json 结尾"):
        export(put(tmp_path), output=tmp_path / "a.txt")
    target.unlink()
    export(put(tmp_path))
    with pytest.raises(Refusal, match="本身，不能覆盖"):
        export(target, output=target)
    target.write_bytes(target.read_bytes().replace(b"  ", b" "))
    assert export(put(tmp_path)).status == Status.CURRENT
    with pytest.raises(Refusal, match="内容不一样"):
        export(put(tmp_path, figures={"行政许可": 999_999}))


def test_wrong_figures_go_out_as_they_are_but_nothing_is_left_out(tmp_path: Path) -> None:
    assert export(put(tmp_path, figures=BROKEN)).status == Status.WRITTEN
    lost = export(put(tmp_path, "lost.xlsx", cells={("正文", "A4"): "别的部分"}))
    assert lost.status == Status.HELD
    assert [found.rule for found in lost.held_by] == ["R04"]
    assert not (tmp_path / "lost.json").exists()


def test_what_json_does_not_say_holds_the_document_back(tmp_path: Path) -> None:
    export(put(tmp_path))
    path = tmp_path / "2024.json"
    path.write_text(re.sub(r'\n *"本年新收": \d+,', "", path.read_text("utf-8")), "utf-8")
    outcome = make(path)
    assert outcome.status == Status.HELD
    assert [found.rule for found in outcome.held_by] == ["R13"]
    assert make(path, draft=True).status == Status.WRITTEN
    assert check_workbook(path).status == Status.CHECKED
