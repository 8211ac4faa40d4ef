"""What was corrected is one list: all that reads otherwise, and nothing that does not."""

from pathlib import Path

import pytest

from generator.files.zip_archive import DOCUMENT, package, unpacked
from generator.form.vocabulary import Form
from generator.pipeline.make import make
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import Ended, Published, publish
from tests.exhibits import png
from tests.form.small import SMALL
from tests.pipeline.publishing.reviewers import EDITS, edited
from tests.pipeline.shown_office import CHART, PICTURE, TABLE, put_shown
from tests.pipeline.small_office import CELL
from tests.typed_cells import typed

SHEET = CELL[0]
ONLY = (Kind.DOCX, Kind.JSON)


@pytest.fixture
def shown(tmp_path: Path, small_form: Form) -> Path:  # noqa: ARG001 - it must be known
    """Return the document of an office that shows a picture, charts and a table."""
    return put_shown(tmp_path, small=True) / "outputs" / "2023.docx"


def again(document: Path) -> Published:
    return publish(document, form=SMALL, only=ONLY, force=True)


def told(document: Path) -> set[tuple[str, str, str]]:
    found = again(document)
    assert found.ended is Ended.PUBLISHED
    assert len(found.kept) == len(ONLY)
    return {(one.where, one.was, one.now) for one in found.corrections}


def replace(document: Path, *changes: tuple[str, str], part: str = DOCUMENT) -> None:
    parts = unpacked(document.read_bytes(), "", DOCUMENT)
    text = parts[part].decode()
    for was, now in changes:
        assert was in text, was
        text = text.replace(was, now)
    document.write_bytes(package({**parts, part: text.encode()}))


def retyped(document: Path, cells: dict[tuple[str, str], int | None]) -> None:
    workbook = document.parent.parent / "inputs" / "2023.xlsx"
    workbook.write_bytes(typed(workbook.read_bytes(), cells))
    make(workbook, output=document, form=SMALL, force=True)


def test_a_figure_is_corrected_wherever_it_is_printed(shown: Path) -> None:
    again(shown)
    retyped(shown, {(SHEET, "B5"): 6, (SHEET, "B6"): 6})
    found = told(shown)
    assert {(was, now) for where, was, now in found if "“办成”" in where} == {("5", "6")}
    assert {(was, now) for where, was, now in found if "“收案" in where or "个人" in where} == {
        ("5", "6")
    }
    of_figures = [where for where, *_ in found if "／" in where]
    assert of_figures
    assert all(where.startswith(SMALL.headings) for where in of_figures), of_figures
    assert any("受理申请6件" in now for _, _, now in found)
    assert len(found) == 4


def test_a_blank_that_becomes_0_is_told(shown: Path) -> None:
    """A cell that reviewers emptied; one that the workbook leaves blank is printed as 0."""
    retyped(shown, {(SHEET, "C5"): 8, (SHEET, "C6"): 8})
    filled = shown.read_bytes()
    replace(shown, (">8</w:t>", "></w:t>"))
    again(shown)
    shown.write_bytes(filled)
    replace(shown, (">8</w:t>", ">0</w:t>"))
    found = told(shown)
    assert {(was, now) for _, was, now in found} == {("空白", "0")}
    assert len(found) == 3  # one of a further table


@pytest.mark.long
def test_a_picture_that_was_exchanged_is_told(shown: Path) -> None:
    again(shown)
    parts = unpacked(shown.read_bytes(), "", DOCUMENT)
    (media,) = (part for part in parts if part.startswith("word/media/"))
    shown.write_bytes(package({**parts, media: png(200, 300)}))
    assert told(shown) == {(f"图1　{PICTURE}", "原来的图片", "另一张图片")}


@pytest.mark.long
def test_a_number_of_a_chart_is_told(shown: Path) -> None:
    again(shown)
    replace(shown, ("<c:v>2</c:v>", "<c:v>3</c:v>"), part="word/charts/chart1.xml")
    assert told(shown) == {(f"图2　{CHART}“未办成”", "2", "3")}


@pytest.mark.long
def test_a_cell_of_a_further_table_is_told(shown: Path) -> None:
    again(shown)
    replace(shown, (">20<", ">21<"), (">31<", ">32<"))
    table = f"表1　{TABLE}"
    assert told(shown) == {
        (f"{table}“丙镇”“网上”", "20", "21"),
        (f"{table}“丙镇”“办结”", "31", "32"),
    }


@pytest.mark.long
def test_words_title_and_caption_are_told(shown: Path) -> None:
    again(shown)
    replace(
        shown,
        ("方便群众查询", "方便公众查询"),
        ("年度", "年"),
        (PICTURE, "现场照片"),
    )
    found = {(was, now) for _, was, now in told(shown)}
    words = "2.政府信息公开。政府信息共413条，做到及时更新，方便{}查询。"
    assert (words.format("群众"), words.format("公众")) in found
    assert (f"图1　{PICTURE}", "图1　现场照片") in found
    assert len(found) == 3


@pytest.mark.long
def test_what_reviewers_add_is_told_and_nothing_else(shown: Path) -> None:
    again(shown)
    shown.write_bytes(edited(shown.read_bytes(), "加段", "加表", "贴图"))
    found = told(shown)
    assert {was for _, was, _ in found} == {""}
    assert len(found) == 6
    shown.write_bytes(edited(shown.read_bytes(), *EDITS))
    again(shown)
    assert again(shown).ended is Ended.CURRENT


@pytest.mark.long
def test_what_was_published_without_data_is_compared_all_the_same(shown: Path) -> None:
    publish(shown, form=SMALL, only=[Kind.DOCX])
    replace(shown, ("方便群众查询", "方便公众查询"), (">20<", ">21<"))
    found = publish(shown, form=SMALL, only=[Kind.DOCX], force=True).corrections
    assert len(found) == 2


@pytest.mark.long
def test_what_was_published_as_data_alone_is_compared_as_far_as_they_tell(shown: Path) -> None:
    publish(shown, form=SMALL, only=[Kind.JSON])
    replace(shown, ("方便群众查询", "方便公众查询"))
    found = publish(shown, form=SMALL, only=[Kind.JSON], force=True).corrections
    assert len(found) == 1
