"""A PDF of LibreOffice's says nothing of when and where it was made."""

from datetime import date
from io import BytesIO

import pikepdf

from generator.formats.pdf.laid_out import LaidOut, laid_out
from tests.formats.pdf.made import PROFILE, made

DAY = date(2024, 1, 15)
MOMENT, LATER = "2026-11-27T07:19:46Z", "2026-12-31T23:59:58Z"


def read(found: LaidOut) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(found.content))


def test_made_at_another_moment_it_is_the_same() -> None:
    assert made(MOMENT) != made(LATER)
    assert laid_out(made(MOMENT), DAY) == laid_out(made(LATER), DAY)


def test_every_date_is_that_of_the_report() -> None:
    pdf = read(laid_out(made(), DAY))
    assert str(pdf.docinfo["/CreationDate"]) == "D:20240115000000Z"
    assert pdf.open_metadata()["xmp:CreateDate"] == "2024-01-15T00:00:00Z"
    profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert profile[24:36] == bytes((0x07, 0xE8, 0, 1, 0, 15, 0, 0, 0, 0, 0, 0))
    assert (profile[:24], profile[36:]) == (PROFILE[:24], PROFILE[36:])


def test_it_says_its_language_and_nothing_of_its_maker() -> None:
    pdf = read(laid_out(made(), DAY))
    assert str(pdf.Root.Lang) == "zh-CN"
    assert "/OpenAction" not in pdf.Root
    assert "/DocChecksum" not in pdf.trailer


def test_it_claims_to_last_but_not_that_all_can_hear_it() -> None:
    said = read(laid_out(made(), DAY)).open_metadata()
    assert said.pdfa_status == "2B"
    assert "pdfuaid:part" in pikepdf.open(BytesIO(made())).open_metadata()
    assert "pdfuaid:part" not in said


def test_its_fonts_are_named_without_the_mark_of_a_part() -> None:
    assert laid_out(made(), DAY).fonts == ("FangSong_GB2312",)
