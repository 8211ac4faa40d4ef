from contextlib import suppress

import pytest

from generator.formats.pdf.reading import opening
from generator.formats.pdf.reading.body import read_pdf
from generator.formats.pdf.reading.opening import opened_pdf
from generator.model.finding import Refusal
from tests.few import each
from tests.formats.pdf.reading.as_read import NAME, lines, read
from tests.formats.pdf.reading.drawing import Look, Page, pdf

TEXT = "政府信息公开工作年度报告。" * 2
SOUND = pdf([Page().text(80, 100, TEXT) for _ in range(6)])


def refused(content: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        read_pdf(content, NAME)
    return str(refusal.value)


def test_a_sound_file_is_read() -> None:
    assert len(opened_pdf(SOUND, NAME).pages) == 6


@each("content", [SOUND[:200], SOUND[:-400][:700], b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\xff" * 3000])
def test_a_broken_file_is_refused_with_what_to_do(content: bytes) -> None:
    assert "公布.pdf 不完整或已损坏，读不出来。请重新下载一份" in refused(content)


@each("damage", range(0, len(SOUND), 211))
def test_damage_anywhere_is_read_or_refused(damage: int) -> None:
    content = bytearray(SOUND)
    content[damage : damage + 5] = b"\0<<[("
    with suppress(Refusal):
        read_pdf(bytes(content), NAME)


def test_a_password_is_named() -> None:
    key = f"<{'00' * 32}>"
    encrypted = f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O {key} /U {key} >>"
    content = SOUND.replace(b"trailer << ", f"trailer << {encrypted} /ID [<00> <00>] ".encode())
    assert refused(content).startswith("公布.pdf 设了打开密码。请打开它，取消密码")


def test_a_way_of_encrypting_that_nobody_knows_is_named() -> None:
    encrypted = b"/Encrypt << /Filter /Other.Company >> /ID [<00> <00>] "
    assert "加了密，程序解不开" in refused(
        SOUND.replace(b"trailer << ", b"trailer << " + encrypted)
    )


@each("kind", ["/Tx", "/Ch"])
def test_a_form_that_people_fill_in_is_refused(kind: str) -> None:
    field = f"<< /FT {kind} /T (a) /V (12) >>"
    look = Look(catalog="/AcroForm << /Fields [<< /Kids [6 0 R] >>] >>", objects=[field])
    content = pdf([Page().text(80, 100, TEXT * 5, 4)], look)
    assert "是可以填写的 PDF 表单" in refused(content)
    assert "用“打印”另存为普通的 PDF" in refused(content)


def test_an_electronic_seal_is_no_form() -> None:
    look = Look(catalog="/AcroForm << /Fields [6 0 R] >>", objects=["<< /FT /Sig /T (a) >>"])
    assert lines(read(Page().text(80, 100, TEXT), look=look)) == [TEXT]


def test_notes_laid_over_a_page_are_told_and_links_are_not() -> None:
    notes = "/Annots [<< /Subtype /Link >> << /Subtype /Stamp >> << /Subtype /FreeText >>]"
    body = read(Page().text(80, 100, TEXT), look=Look(of_pages=notes))
    assert [str(thing) for thing in body.manuscript.others] == ["批注或图章"] * 2


def test_more_pages_than_any_report_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_MOST_PAGES", 3)
    assert "有 3 多页，不像一份年度报告" in refused(pdf([Page()] * 4))


def test_a_file_without_pages_is_refused() -> None:
    assert "一页也没有" in refused(pdf([]))


def test_what_lies_outside_the_page_that_people_see_is_not_read() -> None:
    page = Page().text(80, 100, TEXT).text(80, 820, "裁掉的字")
    assert lines(read(page, look=Look(of_pages="/CropBox [0 100 595 842]"))) == [TEXT]


def test_a_page_that_is_turned_is_read_upright() -> None:
    page = Page().text(60, 700, TEXT, turn=(0, 1, -1, 0))
    assert lines(read(page, look=Look(of_pages="/Rotate 90"))) == [TEXT]
