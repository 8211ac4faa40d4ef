"""The PDF page for page as the document: by LibreOffice, or not at all."""

from pathlib import Path

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.libreoffice.convert import Conversion
from generator.model.finding import Refusal
from generator.pipeline.publishing import like_word
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import Ended, publish
from tests.form.small import SMALL
from tests.formats.pdf.as_read_aloud import catalog, tree
from tests.formats.pdf.made import made
from tests.libreoffice import needs_libreoffice

ONLY = (Kind.DOCX, Kind.PDF)


def document(office: Path) -> Path:
    return office / "outputs" / "2023.docx"


def names(office: Path) -> list[str]:
    return sorted(path.name for path in (office / "outputs").iterdir())


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Put what makes a PDF, another each time, in the place of LibreOffice; return its input."""
    seen: list[bytes] = []

    def convert(content: bytes, name: str, how: Conversion, *, instead: str, **_: object) -> bytes:
        assert name == "2023.docx"
        assert "writer_pdf_Export" in how.writer
        assert "--like-word" in instead
        seen.append(content)
        return made(f"2026-11-27T07:19:{len(seen):02}Z")

    monkeypatch.setattr(like_word, "converted", convert)
    return seen


def test_it_is_made_of_the_document_that_goes_out(office: Path, given: list[bytes]) -> None:
    found = publish(document(office), form=SMALL, only=ONLY, like_word=True)
    assert found.ended is Ended.PUBLISHED
    assert given == [(office / "outputs" / "2023.发布.docx").read_bytes()]
    assert "docProps/custom.xml" not in open_archive(given[0], "", DOCUMENT)


@pytest.mark.long
def test_the_document_need_not_go_out_itself(office: Path, given: list[bytes]) -> None:
    publish(document(office), form=SMALL, only=[Kind.PDF], like_word=True)
    assert len(given) == 1
    assert names(office) == ["2023.docx", "2023.发布.pdf"]


@pytest.mark.long
def test_the_same_document_is_not_published_again(office: Path, given: list[bytes]) -> None:
    publish(document(office), form=SMALL, only=ONLY, like_word=True)
    assert publish(document(office), form=SMALL, only=ONLY, like_word=True).ended is Ended.CURRENT
    assert len(given) == 2


def test_where_libreoffice_does_not_make_it_nothing_is_written(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> bytes:
        raise Refusal("没有 LibreOffice。")

    monkeypatch.setattr(like_word, "converted", refuse)
    with pytest.raises(Refusal, match="没有 LibreOffice"):
        publish(document(office), form=SMALL, only=ONLY, like_word=True)
    assert names(office) == ["2023.docx"]


def test_a_pdf_that_not_all_can_read_does_not_go_out(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(like_word, "converted", lambda *_, **__: made(without=["tags", "mark"]))
    with pytest.raises(Refusal, match=r"没有标签、PDF/A 标识.*LibreOffice 7\.4 或更新"):
        publish(document(office), form=SMALL, only=ONLY, like_word=True)
    assert names(office) == ["2023.docx"]


@needs_libreoffice
def test_libreoffice_lays_it_out_for_all_to_read(office: Path) -> None:
    from pikepdf import pdfa

    publish(document(office), form=SMALL, only=ONLY, like_word=True)
    path = office / "outputs" / "2023.发布.pdf"
    content = path.read_bytes()
    assert catalog(content)["Lang"] == b"zh-CN"
    tags = [one.tag for one in tree(content).all()]
    assert {"Document", "Table", "TR", "TD"} <= {*tags}
    assert "某某市某某局" in "".join(one.text for one in tree(content).all())
    for secret in (str(office).encode(), b"make-report-", b"/tmp"):
        assert secret not in content
    assert pdfa.validate_written(path, pdfa.Flavour.PDFA_2B).findings == []


@needs_libreoffice
def test_libreoffice_makes_the_same_bytes_again(office: Path) -> None:
    publish(document(office), form=SMALL, only=ONLY, like_word=True)
    assert publish(document(office), form=SMALL, only=ONLY, like_word=True).ended is Ended.CURRENT
