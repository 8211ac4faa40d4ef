"""The forms of an office lie in its own templates folder, beside those of the program."""

from pathlib import Path

import pytest

from generator.model.finding import Refusal
from generator.pipeline.edition import form_named, forms
from generator.pipeline.forms.examined import examined_form
from generator.pipeline.forms.known import broken_forms, known_forms
from tests.form.reading.office_form import CASES


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sit down in an office with a form of its own."""
    (tmp_path / "templates" / "案件").mkdir(parents=True)
    (tmp_path / "templates" / "案件" / "表.toml").write_text(CASES, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_form_in_templates_is_known_where_people_work(office: Path) -> None:
    assert [one.id for one in forms()][-1] == "cases"
    assert form_named("案件统计年报").id == "cases"
    [own] = [one for one in known_forms() if one.own]
    assert own.file == office / "templates" / "案件" / "表.toml"


def test_it_is_known_to_a_file_of_the_office_wherever_one_works(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (office / "elsewhere").mkdir()
    monkeypatch.chdir(office / "elsewhere")
    assert "cases" not in [one.id for one in forms()]
    units = office / "各单位"
    for beside in (
        office / "inputs" / "2024.xlsx",
        office / "汇总.xlsx",
        units / "甲局.xlsx",
        units / "甲局" / "2024.xlsx",
    ):
        assert "cases" in [one.id for one in forms(beside)]


def test_a_form_that_was_changed_is_read_anew(office: Path) -> None:
    file = office / "templates" / "案件" / "表.toml"
    assert form_named("cases").name == "案件统计年报"
    file.write_text(CASES.replace('name = "案件统计年报"', 'name = "办案统计年报"'), "utf-8")
    assert form_named("cases").name == "办案统计年报"


def test_a_broken_form_stops_nobody_but_who_asks_for_it(office: Path) -> None:
    file = office / "templates" / "案件" / "表.toml"
    file.write_text(CASES.replace('id = "cases"', "id = 1"), "utf-8")
    assert "cases" not in [one.id for one in forms()]
    [broken] = broken_forms()
    assert broken.file == file
    with pytest.raises(Refusal, match=r"表.toml 里的表式用不了，有 1 处错误.*第 1 行.*form check"):
        form_named("案件统计年报")


def test_two_forms_of_one_notice_are_told_apart(office: Path) -> None:
    file = office / "templates" / "案件" / "又一张.toml"
    text = CASES.replace('id = "cases"', 'id = "more"').replace(
        'name = "案件统计年报"', 'name = "又"'
    )
    file.write_text(text, "utf-8")
    [mistake] = examined_form(file).mistakes
    assert mistake.place == "又一张.toml 第 3 行"
    assert mistake.what == "edition “某办〔2024〕1号”已经是另一个表式的，请写得不同"


def test_nobody_takes_the_id_of_a_form_of_the_program(office: Path) -> None:
    file = office / "templates" / "案件" / "表.toml"
    file.write_text(CASES.replace('id = "cases"', 'id = "disclosure-2021"'), "utf-8")
    assert not [one for one in known_forms() if one.own]


def test_wordings_and_other_files_are_no_forms(office: Path) -> None:
    (office / "templates" / "案件" / "措辞.toml").write_text('units = ["件"]', "utf-8")
    (office / "templates" / "案件" / "别的.toml").write_bytes(b"\xff\xfe")
    assert len([one for one in known_forms() if one.own]) == 1
    assert broken_forms() == []
