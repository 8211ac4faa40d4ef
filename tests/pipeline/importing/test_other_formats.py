"""Documents of other formats are imported as if they had been saved as .docx."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from generator.files.zip_archive import DOCUMENT, package, unpacked
from generator.formats.libreoffice.convert import Conversion
from generator.model.finding import Refusal
from generator.model.report import Report
from generator.pipeline.import_document import build_imported
from generator.pipeline.importing import other_formats
from generator.pipeline.importing.other_formats import as_docx
from generator.pipeline.sources import Source, source_of
from tests.libreoffice import convert, needs_libreoffice
from tests.paths import ROOT
from tests.reviewing.reviewer import review

RTF = rb"{\rtf1\ansi}"
PUBLISHED = ROOT / "outputs" / "2023.docx"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Conversion, str]]:
    """Put what hands out the published document in the place of LibreOffice; return its orders."""
    orders = []

    def hand_out(content: bytes, name: str, how: Conversion, *, instead: str) -> bytes:
        assert content == RTF
        orders.append((name, how, instead))
        return PUBLISHED.read_bytes()

    monkeypatch.setattr(other_formats, "converted", hand_out)
    return orders


def substance(report: Report) -> tuple[object, ...]:
    """Return what a person would compare: figures with their notes, paragraphs, entries."""
    figures = {name: (one.value, one.note) for name, one in report.figures.items()}
    words = [(row.part, row.level, row.heading, row.text) for row in report.paragraphs]
    return figures, words, report.entries


def rtf(folder: Path) -> Path:
    path = folder / "2019年年报.doc"
    path.write_bytes(RTF)
    return path


def test_a_docx_is_taken_as_it_is() -> None:
    source = source_of(PUBLISHED, "")
    assert as_docx(source) == (source, ())


@pytest.mark.long
def test_it_is_read_as_what_it_is_whatever_its_name(
    tmp_path: Path, asked: list[tuple[str, Conversion, str]]
) -> None:
    imported = build_imported(rtf(tmp_path))
    ((name, how, instead),) = asked
    assert name == "2019年年报.doc（RTF 文档）"
    assert (how.ending, how.reader, how.made) == ("rtf", "Rich Text Format", "docx")
    assert "另存为“Word 文档（.docx）”，再导入" in instead
    assert imported.report.filled == 200


@pytest.mark.usefixtures("asked")
@pytest.mark.long
def test_wherever_something_is_said_it_is_said_how_the_file_was_read(tmp_path: Path) -> None:
    imported = build_imported(rtf(tmp_path))
    assert imported.findings[0].rule == "I14"
    assert "“RTF 文档”，先由 LibreOffice 转换成 .docx" in imported.findings[0].message
    assert len(imported.findings) > 1
    files = {str(finding.place).partition("『")[0] for finding in imported.findings}
    assert files == {"2019年年报.doc（经 LibreOffice 转换）"}


@pytest.mark.usefixtures("asked")
@pytest.mark.long
def test_the_workbook_is_named_as_if_it_were_a_docx(tmp_path: Path) -> None:
    assert build_imported(rtf(tmp_path)).workbook == tmp_path / "2023.xlsx"


@pytest.mark.long
def test_bytes_are_read_too(asked: list[tuple[str, Conversion, str]]) -> None:
    assert build_imported(RTF).report.filled == 200
    assert len(asked) == 1


def test_every_format_that_is_known_has_a_filter() -> None:
    from generator.files import foreign_files, old_documents

    tables = (*foreign_files._STARTS, *foreign_files._STREAMS, *foreign_files._MARKUP)
    known = [found for _, found in (*tables, *foreign_files._OPEN_DOCUMENT)]
    endings = {one.ending for one in (*known, old_documents._WITH_MACROS)} - {""}
    assert endings == {*other_formats._FILTERS}


def test_without_libreoffice_people_are_told_both_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.formats.libreoffice.convert.libreoffice", lambda: None)
    with pytest.raises(Refusal, match=r"请安装 LibreOffice.*另存为“Word 文档（\.docx）”，再导入"):
        build_imported(rtf(tmp_path))


def in_other_formats(document: Path, folder: Path) -> Iterator[Path]:
    for kind in ("doc", "odt", "rtf"):
        yield convert(document, kind, folder)
    wps = folder / f"{document.stem}.wps"
    wps.write_bytes((folder / f"{document.stem}.doc").read_bytes())
    yield wps


@needs_libreoffice
def test_all_figures_and_paragraphs_come_through_every_format(tmp_path: Path) -> None:
    due = build_imported(PUBLISHED).report
    assert due.filled == 200
    for path in in_other_formats(PUBLISHED, tmp_path):
        assert substance(build_imported(path).report) == substance(due), path.suffix


@needs_libreoffice
def test_what_reviewers_did_by_tracked_changes_comes_through(tmp_path: Path) -> None:
    document = tmp_path / "审阅.docx"
    edited = review(PUBLISHED.read_bytes(), Random(3), tracked=True, nested=False)
    document.write_bytes(edited.data)
    due = substance(build_imported(document).report)
    assert due != substance(build_imported(PUBLISHED).report)
    for path in in_other_formats(document, tmp_path):
        assert substance(build_imported(path).report) == due, path.suffix


@needs_libreoffice
def test_macros_are_left_behind(tmp_path: Path) -> None:
    parts = unpacked(PUBLISHED.read_bytes(), "", DOCUMENT)
    path = tmp_path / "2023.docm"
    path.write_bytes(package({**parts, "word/vbaProject.bin": b"no macros, but the name"}))
    read, _ = as_docx(Source(path.name, path.read_bytes(), path))
    assert not [part for part in unpacked(read.content, "", DOCUMENT) if "vba" in part.lower()]
    due = substance(build_imported(PUBLISHED).report)
    assert substance(build_imported(path).report) == due


@needs_libreoffice
def test_a_doc_that_is_broken_is_refused_in_a_sentence(tmp_path: Path) -> None:
    whole = convert(PUBLISHED, "doc", tmp_path).read_bytes()
    path = tmp_path / "断.doc"
    broken = whole[:512] + bytes(4096) + whole[4608:]
    for content, said in ((whole[:20_000], "不完整的旧格式文件"), (broken, "可能已损坏")):
        path.write_bytes(content)
        with pytest.raises(Refusal, match=rf"断\.doc.*{said}"):
            build_imported(path)
