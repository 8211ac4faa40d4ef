"""What Word shows from elsewhere is told, since nobody can read it here."""

import pytest

from generator.files.zip_archive import DOCUMENT
from generator.formats.docx.package.ooxml import parse
from generator.formats.docx.reading.brought_in import brought_in

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
TOLD = "<w:r><w:instrText>{}</w:instrText></w:r>"


def field(*told: str) -> str:
    begin, separate, end = (CHAR.format(kind) for kind in ("begin", "separate", "end"))
    return f"<w:p>{begin}{''.join(map(TOLD.format, told))}{separate}{end}</w:p>"


def found(body: str, others: dict[str, str] | None = None) -> list[str]:
    parts = {
        part: f"<w:all {SPACE}>{xml}</w:all>".encode()
        for part, xml in {DOCUMENT: body, **(others or {})}.items()
    }
    return list(brought_in(parts, parse(parts[DOCUMENT], DOCUMENT, ""), ""))


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<w:altChunk/>", "altChunk"),
        ("<w:tbl><w:tr><w:tc><w:altChunk/></w:tc></w:tr></w:tbl>", "altChunk"),
        ("<w:p><w:subDoc/></w:p>", "subDoc"),
        (field(' INCLUDETEXT "C:\\a.docx" '), "INCLUDETEXT"),
        (field("INCLUDE", 'TEXT "a.docx"'), "INCLUDETEXT"),
        (field("link Excel.Sheet"), "LINK"),
        (field(" DDEAUTO cmd"), "DDEAUTO"),
        ('<w:p><w:fldSimple w:instr=" RD a.docx"/></w:p>', "RD"),
    ],
)
def test_content_from_elsewhere_is_told(xml: str, said: str) -> None:
    (told,) = found(xml)
    assert said in told


def test_it_is_found_in_footers_and_frames_too() -> None:
    frames = "<w:frame><w:sourceFileName/></w:frame>"
    others = {"word/footer1.xml": "<w:altChunk/>", "word/webSettings.xml": frames}
    assert len(found("", others)) == 2


def test_ordinary_fields_are_nothing_to_tell_of() -> None:
    page = field(" PAGE ") + field(" TOC \\o ") + field("HYPERLINK a") + field()
    assert found(page + "<w:p><w:r><w:t>LINK</w:t></w:r></w:p>") == []
