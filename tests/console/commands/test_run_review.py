"""`make-report review`: what people edited in documents is told, and written back when asked."""

import json
from pathlib import Path

import pytest
from docx import Document

from generator.pipeline.sources import read_report
from tests.console.command_line import run
from tests.form.small import SMALL
from tests.form.small_office import DOCUMENT, WORKBOOK, filled_in


@pytest.fixture
def document(office: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Make a document of the workbook, which says the same for now."""
    run(capsys, WORKBOOK)
    return office / DOCUMENT


def edit_figure(path: Path) -> None:
    """Change a figure in a document, so that a tie is broken."""
    opened = Document(str(path))
    opened.tables[0].cell(1, 1).paragraphs[0].runs[0].text = "77"
    opened.save(str(path))


def test_a_document_that_nobody_edited_is_reviewed(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "review", str(document))
    assert (code, err) == (0, "")
    assert out.startswith(f"没有人改过：{document}")


def test_a_review_tells_what_was_edited_and_writes_only_when_asked(
    office: Path, document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_figure(document)
    before = (office / WORKBOOK).read_bytes()
    _, out, _ = run(capsys, "review", DOCUMENT)
    assert "：3 → 77" in out
    assert f"make-report review --apply {Path(DOCUMENT)}" in out
    assert (office / WORKBOOK).read_bytes() == before
    code, out, _ = run(capsys, "review", "--apply", DOCUMENT)
    assert (code, f"已写回：{Path(WORKBOOK)}（1 格）" in out) == (0, True)
    assert (office / WORKBOOK).read_bytes() != before
    kept = (office / "inputs").glob("2024.写回前-*.xlsx")
    assert [path.read_bytes() for path in kept] == [before]


def test_what_both_sides_changed_exits_1_until_a_side_is_taken(
    office: Path, document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_figure(document)
    (office / WORKBOOK).write_bytes(filled_in(收案个人=78))
    code, out, _ = run(capsys, "review", "--apply", DOCUMENT)
    assert (code, "工作簿：78" in out, "文　档：77" in out) == (1, True, True)
    assert run(capsys, "review", "--apply", "--take", "document", DOCUMENT)[0] == 0
    assert read_report(office / WORKBOOK, SMALL).report.number("收案个人") == 77


def test_of_many_documents_one_that_cannot_be_used_does_not_stop_the_others(
    office: Path, document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "坏.docx").write_bytes(b"PK")
    code, out, err = run(capsys, "review", "坏.docx", str(document))
    assert (code, "没有人改过" in out, "坏.docx" in err) == (2, True, True)
    code, out, err = run(capsys, "review", "--json", "坏.docx", str(document))
    results = json.loads(out)["results"]
    assert (code, err, [one["status"] for one in results]) == (2, "", ["unusable", "reviewed"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "没有指明文档"),
        (("没有.docx",), "没有.docx"),
        (("a.docx", "--take", "both"), "--take"),
    ],
)
def test_a_review_that_cannot_be_done_is_refused(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "review", *arguments)
    assert (code, out, words in err) == (2, "", True)
