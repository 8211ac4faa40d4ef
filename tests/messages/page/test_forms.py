"""What a page says of the forms that are known to it."""

from pathlib import Path

from generator.messages.page.forms import forms_record, heading_of
from tests.form.reading.office_form import CASES

USUAL = "disclosure-2021", "政府信息公开年度报告"
OTHER = "enforcement-2022", "行政执法统计年报"
NONE = "", ""


def test_a_page_has_its_own_name_until_a_report_of_another_form_is_there() -> None:
    assert heading_of([]) == heading_of([NONE]) == heading_of([USUAL, NONE, USUAL]) == ""
    assert heading_of([OTHER, NONE]) == "行政执法统计年报"
    assert heading_of([USUAL, OTHER]) == "年度报告"


def test_the_forms_of_the_program_and_of_the_office_are_offered_and_broken_ones_told(
    tmp_path: Path,
) -> None:
    broken = CASES.replace('id = "cases"', 'id = "broken"')
    broken = broken.replace('kind = "year"', 'kind = "yaer"')
    for name, text in (("案件", CASES), ("坏的", broken), ("更坏的", "[[sections]]\n" * 30)):
        (tmp_path / "templates" / name).mkdir(parents=True)
        (tmp_path / "templates" / name / "表.toml").write_text(text, "utf-8")
    record = forms_record(tmp_path)
    assert [one["name"] for one in record["forms"]] == [USUAL[1], OTHER[1], "案件统计年报"]
    first, second = record["broken_forms"]
    assert first["name"] == "坏的/表.toml"
    assert [line.partition("：")[0] for line in first["mistakes"]] == ["表.toml 第 16 行"]
    assert len(second["mistakes"]) == 9
    assert second["mistakes"][-1].startswith("另有")
