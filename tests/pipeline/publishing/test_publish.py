"""Published again: current, replaced together with what changed, or not at all."""

from pathlib import Path

import pytest

from generator.model.finding import Refusal
from generator.pipeline.make import make
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import Ended, publish
from generator.pipeline.review import review
from tests.form.small import SMALL
from tests.pipeline.small_office import CELL
from tests.typed_cells import typed

ONLY = (Kind.DOCX, Kind.JSON)


def names(office: Path) -> list[str]:
    return sorted(path.name for path in (office / "outputs").iterdir())


def test_what_says_the_same_already_is_not_written_again(office: Path) -> None:
    document = office / "outputs" / "2023.docx"
    publish(document, form=SMALL, only=ONLY)
    assert publish(document, form=SMALL, only=ONLY).ended is Ended.CURRENT
    assert names(office) == ["2023.docx", "2023.发布.docx", "2023.发布.json"]


def test_a_correction_replaces_all_and_says_what_changed(office: Path) -> None:
    workbook, document = office / "inputs" / "2023.xlsx", office / "outputs" / "2023.docx"
    publish(document, form=SMALL, only=ONLY)
    before = (office / "outputs" / "2023.发布.docx").read_bytes()
    sheet = CELL[0]
    workbook.write_bytes(typed(workbook.read_bytes(), {(sheet, "B5"): 6, (sheet, "B6"): 6}))
    make(workbook, form=SMALL)
    found = publish(workbook, form=SMALL, only=ONLY)
    assert found.ended is Ended.PUBLISHED
    assert len(found.kept) == 2
    assert before in [path.read_bytes() for path in found.kept]
    figures = [(one.was, one.now) for one in found.corrections if "“" in one.where]
    assert figures == [("5", "6"), ("5", "6")]
    assert any("6件" in one.now for one in found.corrections)


def test_a_workbook_means_its_document_if_that_is_up_to_date(office: Path) -> None:
    workbook = office / "inputs" / "2023.xlsx"
    assert publish(workbook, form=SMALL, only=ONLY).document == office / "outputs" / "2023.docx"
    sheet = CELL[0]
    workbook.write_bytes(typed(workbook.read_bytes(), {(sheet, "B5"): 6, (sheet, "B6"): 6}))
    with pytest.raises(Refusal, match="不是最新的"):
        publish(workbook, form=SMALL, only=ONLY)


def test_a_workbook_without_a_document_is_refused(office: Path) -> None:
    (office / "outputs" / "2023.docx").unlink()
    with pytest.raises(Refusal, match="还没有生成文档"):
        publish(office / "inputs" / "2023.xlsx", form=SMALL, only=ONLY)


def test_what_was_published_is_no_report_of_its_own(office: Path) -> None:
    publish(office / "outputs" / "2023.docx", form=SMALL, only=ONLY)
    published = office / "outputs" / "2023.发布.docx"
    for refused in (
        lambda: publish(published, form=SMALL),
        lambda: review(published, form=SMALL),
        lambda: make(published.with_suffix(".json"), form=SMALL),
    ):
        with pytest.raises(Refusal, match="已经发布的文件"):
            refused()


def test_only_some_forms(office: Path) -> None:
    found = publish(office / "outputs" / "2023.docx", form=SMALL, only=[Kind.JSON])
    assert [path.suffix for path in found.files] == [".json"]


def test_a_document_that_lacks_what_the_workbook_has_since_is_held_back(office: Path) -> None:
    workbook, document = office / "inputs" / "2023.xlsx", office / "outputs" / "2023.docx"
    sheet = CELL[0]
    workbook.write_bytes(typed(workbook.read_bytes(), {(sheet, "B5"): 6, (sheet, "B6"): 6}))
    found = publish(document, form=SMALL, only=ONLY)
    assert found.ended is Ended.HELD
    assert any("工作簿后来改过，文档里还没有" in one.what for one in found.obstacles)


def test_a_document_that_is_open_is_held_back(office: Path) -> None:
    document = office / "outputs" / "2023.docx"
    (office / "outputs" / "~$2023.docx").touch()
    found = publish(document, form=SMALL, only=ONLY)
    assert [one.what for one in found.obstacles] == [
        "文档好像正在 Word 或 WPS 里打开，读的是最近一次保存的内容"
    ]


def test_forms_that_were_not_replaced_are_named(office: Path) -> None:
    document = office / "outputs" / "2023.docx"
    publish(document, form=SMALL, only=ONLY)
    found = publish(document, form=SMALL, only=(Kind.HTML,))
    assert [path.name for path in found.left] == ["2023.发布.docx", "2023.发布.json"]
