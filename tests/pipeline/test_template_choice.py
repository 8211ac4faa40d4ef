"""Which template is used."""

from pathlib import Path

import pytest

from generator.files.file_names import NOTICE_TEMPLATE
from generator.model.finding import Refusal
from generator.pipeline import edition
from generator.pipeline.template_choice import (
    choose_notice_template,
    choose_template,
    known_templates,
    packaged_template,
)
from tests.form.small import SMALL
from tests.forms import FORM


def office(folder: Path, *templates: str) -> Path:
    for name in ("inputs", "templates"):
        (folder / name).mkdir()
    for name in templates:
        (folder / "templates" / name).write_bytes(b"")
    return folder / "inputs" / "2024.xlsx"


def test_without_one_of_its_own_an_office_gets_the_packaged_one(tmp_path: Path) -> None:
    choice = choose_template(office(tmp_path, "~$模板.docx", "说明.txt"), None, FORM)
    assert choice.path == packaged_template(FORM)
    assert choice.path.exists()
    assert choice.source == "程序自带的"


def test_an_office_s_own_comes_first(tmp_path: Path) -> None:
    choice = choose_template(office(tmp_path, "我局模板.docx"), None, FORM)
    assert choice.path == tmp_path / "templates" / "我局模板.docx"
    assert choice.source == "本单位 templates 文件夹里的"


def test_of_several_the_one_with_the_usual_name_is_used(tmp_path: Path) -> None:
    choice = choose_template(office(tmp_path, "旧.docx", FORM.template), None, FORM)
    assert choice.path.name == FORM.template


def test_another_form_s_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "forms", lambda *_: (FORM, SMALL))
    workbook = office(tmp_path, SMALL.template)
    assert choose_template(workbook, None, FORM).path == packaged_template(FORM)
    assert choose_template(workbook, None, SMALL).path == tmp_path / "templates" / SMALL.template


def test_several_without_the_usual_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="有 2 个模板"):
        choose_template(office(tmp_path, "旧.docx", "新.docx"), None, FORM)


def test_one_that_is_named_comes_before_all(tmp_path: Path) -> None:
    named = tmp_path / "别的.docx"
    named.touch()
    assert choose_template(office(tmp_path, "我局模板.docx"), named, FORM).path == named


def test_templates_count_only_beside_inputs(tmp_path: Path) -> None:
    office(tmp_path, "我局模板.docx")
    assert choose_template(tmp_path / "2024.xlsx", None, FORM).path == packaged_template(FORM)


def test_the_template_of_notices_is_never_taken_for_a_report_s(tmp_path: Path) -> None:
    workbook = office(tmp_path, NOTICE_TEMPLATE)
    assert choose_template(workbook, None, FORM).path == packaged_template(FORM)
    assert known_templates(workbook, FORM) == [packaged_template(FORM)]


def test_an_office_s_own_template_of_notices_comes_first(tmp_path: Path) -> None:
    assert choose_notice_template(None).source == "程序自带的"
    assert choose_notice_template(tmp_path / "汇总.xlsx").path.exists()
    workbook = office(tmp_path, NOTICE_TEMPLATE)
    own = tmp_path / "templates" / NOTICE_TEMPLATE
    for beside in (workbook, tmp_path / "汇总2024.xlsx"):
        assert choose_notice_template(beside).path == own
    assert choose_notice_template(workbook, b"another").read() == b"another"
