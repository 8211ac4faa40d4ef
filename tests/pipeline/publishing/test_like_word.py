"""The PDF page for page as the document: by LibreOffice, or not at all."""

from pathlib import Path

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.formats.libreoffice.convert import Conversion
from generator.formats.pdf.installed import Face
from generator.model.finding import Refusal
from generator.pipeline.publishing import like_word
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.like_word import stand_ins
from generator.pipeline.publishing.publish import Ended, publish
from generator.pipeline.publishing.stand_ins import StandIn
from tests.form.small import SMALL
from tests.formats.pdf.made import made
from tests.formats.pdf.reading import catalog, tree
from tests.libreoffice import needs_libreoffice

ONLY = (Kind.DOCX, Kind.PDF)


def face(name: str, file: str, postscript: str, *, may_be_embedded: bool = True) -> Face:
    return Face(name, Path(file), 0, frozenset({name.casefold()}), may_be_embedded, postscript)


FANG = face("仿宋_GB2312", "fang.ttf", "FangSong_GB2312")
SONG, NEW_SONG = face("宋体", "song.ttc", "SimSun"), face("新宋体", "song.ttc", "NSimSun")
SANS = face("Noto Sans", "sans.otf", "NotoSans-Regular")
BARRED = face("方正小标宋", "fz.ttf", "FZXBSJW", may_be_embedded=False)


def document(office: Path) -> Path:
    return office / "outputs" / "2023.docx"


def names(office: Path) -> list[str]:
    return sorted(path.name for path in (office / "outputs").iterdir())


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Put what makes a PDF, another each time, in the place of LibreOffice; return its input."""
    seen: list[bytes] = []

    def convert(content: bytes, name: str, how: Conversion, *, instead: str) -> bytes:
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


def test_the_document_need_not_go_out_itself(office: Path, given: list[bytes]) -> None:
    publish(document(office), form=SMALL, only=[Kind.PDF], like_word=True)
    assert len(given) == 1
    assert names(office) == ["2023.docx", "2023.发布.pdf"]


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


def test_fonts_that_are_in_the_pdf_are_not_told() -> None:
    wanted, embedded = ["仿宋_GB2312", "宋体"], ["FangSong_GB2312", "SimSun"]
    assert [*stand_ins(wanted, embedded, [FANG, SONG])] == []


def test_a_font_that_is_not_here_is_told_with_those_that_are_in_its_place() -> None:
    found = [
        *stand_ins(["仿宋_GB2312", "宋体"], ["NotoSans-Regular-VKana", "SimSun"], [SONG, SANS])
    ]
    assert found == [StandIn("", "仿宋_GB2312", "Noto Sans", barred=False)]


def test_a_font_that_nobody_knows_is_told_by_the_name_in_the_pdf() -> None:
    assert [one.used for one in stand_ins(["仿宋_GB2312"], ["Unknown"], [])] == ["Unknown"]


def test_fonts_of_one_file_are_one() -> None:
    assert [*stand_ins(["新宋体"], ["SimSun"], [SONG, NEW_SONG])] == []


def test_a_font_that_may_not_be_embedded_is_told_so() -> None:
    assert [one.barred for one in stand_ins(["方正小标宋"], ["NotoSans-Regular"], [BARRED])] == [
        True
    ]


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
