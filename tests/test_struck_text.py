"""A reviewer who strikes words out or hides them, without 修订: from the document to the next."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.form.tables_in_grids import find_figures
from generator.formats.docx.package.part_names import W
from generator.formats.docx.reading.tables import cells_of, grid_of
from generator.manuscript.manuscript import Unseen
from generator.manuscript.review.changes.change import Kind
from generator.pipeline.import_document import build_imported
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import Review, review
from tests.few import few
from tests.form.small import SMALL
from tests.formats.docx.tiny import SPACES
from tests.forms import let_know
from tests.pipeline.office import document_in, document_of, put_published, workbook_of
from tests.pipeline.small_office import FIGURE, put_small
from tests.reviewing.record import Reviewed
from tests.reviewing.reviewer import review as by_reviewer
from tests.reviewing.runs import LOOKS

WORDS = "狠抓工作落实，"
STRUCK, HIDDEN = "<w:strike/>", "<w:vanish/>"
Edited = Callable[[etree._Element], None]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an office with a small form, a workbook of it and its document."""
    let_know(monkeypatch, SMALL)
    return put_small(tmp_path)


def run(text: str, look: str = "") -> etree._Element:
    spaces = f'xmlns:w="{SPACES["w"]}"'
    space = 'xml:space="preserve"'
    return etree.fromstring(f"<w:r {spaces}><w:rPr>{look}</w:rPr><w:t {space}>{text}</w:t></w:r>")


def with_edit(data: bytes, edit: Edited) -> bytes:
    parts = open_archive(data, "", DOCUMENT)
    root = etree.fromstring(parts[DOCUMENT])
    edit(root)
    return package({**parts, DOCUMENT: etree.tostring(root)})


def reviewed(office: Path, edit: Edited, *, apply: bool = False) -> Review:
    document_of(office).write_bytes(with_edit(document_in(office), edit))
    return review(document_of(office), apply=apply)


def in_cell(*runs: tuple[str, str]) -> Edited:
    """Return the edit that fills the cell of a figure with runs of some look."""

    def edit(root: etree._Element) -> None:
        tables = list(root.iter(W + "tbl"))
        at, spot = find_figures([grid_of(table) for table in tables], SMALL).spots[FIGURE]
        (paragraph,) = cells_of(tables[at])[spot].iter(W + "p")
        for old in paragraph.findall(W + "r"):
            paragraph.remove(old)
        paragraph.extend(run(*one) for one in runs)

    return edit


def in_words(words: str, *runs: tuple[str, str]) -> Edited:
    """Return the edit that puts runs of some look in place of words within one run."""

    def edit(root: etree._Element) -> None:
        text = next(one for one in root.iter(W + "t") if words in (one.text or ""))
        before, _, after = (text.text or "").partition(words)
        old = text.getparent()
        assert old is not None
        for new in ((before, ""), *runs, (after, "")):
            old.addprevious(run(*new))
        holder = old.getparent()
        assert holder is not None
        holder.remove(old)

    return edit


def test_a_struck_figure_with_a_new_one_beside_it_is_the_new_one(office: Path) -> None:
    found = reviewed(office, in_cell(("5", STRUCK), ("7", "")), apply=True)
    (change,) = found.comparison.changes
    assert (change.was, change.now, change.how) == ("5", "7", Unseen.STRUCK)
    assert (found.applied, found.leftovers) == (True, [])
    assert found.merge is not None
    assert found.merge.report.figures[FIGURE].printed == "7"


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        ([("1", ""), ("2", STRUCK), ("3", "")], "连起来是 13，连划去的是 123"),
        ([("5", STRUCK)], "整个去掉了（删除线）"),
        ([("5", HIDDEN)], "整个去掉了（隐藏文字）"),
    ],
)
def test_what_is_not_clear_of_a_figure_is_asked_and_not_written(
    office: Path, runs: list[tuple[str, str]], said: str
) -> None:
    found = reviewed(office, in_cell(*runs), apply=True)
    assert [change.kind for change in found.comparison.changes] == [Kind.FIGURE]
    (left,) = found.leftovers
    assert said in left.what
    assert (found.applied, found.cells, found.all_in_workbook) == (False, 0, False)


@pytest.mark.parametrize(("look", "how"), [(STRUCK, Unseen.STRUCK), (HIDDEN, Unseen.HIDDEN)])
def test_words_that_were_struck_are_deleted_and_then_the_next_document_is_made(
    office: Path, look: str, how: Unseen
) -> None:
    found = reviewed(office, in_words(WORDS, (WORDS, look)), apply=True)
    (change,) = found.comparison.changes
    assert [(one.was, one.now) for one in change.words] == [(WORDS, "")]
    assert (change.how, found.applied) == (how, True)
    assert make(workbook_of(office)).status == Status.WRITTEN
    parts = open_archive(document_in(office), "", DOCUMENT)
    assert WORDS not in parts[DOCUMENT].decode()


def test_a_number_of_a_sentence_that_is_not_clear_is_a_conflict(office: Path) -> None:
    edit = in_words("3000", ("3", ""), ("0", STRUCK), ("00", ""))
    found = reviewed(office, edit, apply=True)
    (conflict,) = found.conflicts
    assert "连起来是 300，连划去的是 3000" in conflict.what
    assert not found.applied


def test_a_row_that_was_struck_as_a_whole_is_deleted(office: Path) -> None:
    def edit(root: etree._Element) -> None:
        (paragraph,) = (
            one
            for one in root.iter(W + "p")
            if "信息发布不够全面" in "".join(map(str, one.itertext()))
        )
        for one in paragraph.iter(W + "r"):
            look = one.find(W + "rPr")
            if look is None:
                look = etree.Element(W + "rPr")
                one.insert(0, look)
            look.append(etree.Element(W + "strike"))

    found = reviewed(office, edit, apply=True)
    (change,) = found.comparison.changes
    assert (change.kind, change.how) == (Kind.DELETED, Unseen.STRUCK)
    assert (found.applied, found.leftovers) == (True, [])


def test_an_import_takes_what_stands_and_tells_the_rest(office: Path) -> None:
    def edit(root: etree._Element) -> None:
        in_cell(("1", ""), ("2", STRUCK), ("3", ""))(root)
        in_words(WORDS, (WORDS, STRUCK))(root)

    imported = build_imported(with_edit(document_in(office), edit), form=SMALL)
    assert imported.report.figures[FIGURE].value is None
    assert not any(WORDS in row.text for row in imported.report.paragraphs)
    assert any("分不清是 13 还是 123" in finding.message for finding in imported.findings)
    (struck,) = (one for one in imported.findings if "用删除线划去的" in one.message)
    assert struck.quote == f"2\n{WORDS}"


def struck_at_random(office: Path, seed: int) -> tuple[Review, Reviewed]:
    truth = by_reviewer(document_in(office), Random(seed), looks=LOOKS)
    document_of(office).write_bytes(truth.data)
    return review(document_of(office)), truth


def is_told_once_as_deleted(found: Review, truth: Reviewed) -> bool:
    lines = [line.strip() for text in truth.lines for line in text.split("\n") if line.strip()]
    assert [line.text.strip() for line in found.comparison.edited.lines] == lines
    grids = found.comparison.edited.grids
    assert [[text for text in grid.cells.values() if text] for grid in grids] == [
        [text for row in grid for text in row if text] for grid in truth.tables
    ]
    return len(found.comparison.changes) == len(truth.edits)


@pytest.mark.parametrize("seed", few(range(40), 4))
def test_whatever_is_struck_or_hidden_at_random_is_told_once_as_deleted(
    office: Path, seed: int
) -> None:
    assert is_told_once_as_deleted(*struck_at_random(office, seed))


@pytest.mark.long  # the same in a smaller report
@pytest.mark.parametrize("seed", range(40))
def test_so_it_is_in_the_published_report(tmp_path: Path, seed: int) -> None:
    assert is_told_once_as_deleted(*struck_at_random(put_published(tmp_path), seed))
