import pytest

from generator.formats.picture.bare_jpeg import bare_jpeg
from generator.formats.picture.problem import PictureProblem
from tests.few import each
from tests.formats.picture.drawn import (
    SECRETS,
    drawn,
    exif_of,
    problem_of,
    saved,
    segment,
    talkative_jpeg,
)


@each("progressive", [False, True])
def test_only_the_picture_is_left_with_its_very_bytes(progressive: bool) -> None:  # noqa: FBT001 - a parameter of the test
    plain = saved(drawn(), "JPEG", progressive=progressive, icc_profile=b"colours", dpi=(300, 300))
    assert bare_jpeg(plain).content == plain
    talkative = talkative_jpeg(progressive=progressive, icc_profile=b"colours", dpi=(300, 300))
    assert all(secret in talkative for secret in SECRETS)
    assert bare_jpeg(talkative).content == plain


def test_the_thumbnail_in_a_jfif_header_goes_too() -> None:
    plain = saved(drawn(), "JPEG")
    head = segment(0xE0, plain[6:18] + b"\1\1" + b"abc")
    assert bare_jpeg(plain[:2] + head + plain[20:]).content == plain


def test_a_camera_that_writes_exif_alone_gets_the_header_that_programs_look_for() -> None:
    plain = saved(drawn(), "JPEG", dpi=(300, 300))
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"
    left = bare_jpeg(plain[:2] + segment(0xE1, exif) + plain[20:]).content
    assert left[:20] == plain[:2] + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    assert left[20:] == plain[20:]


def test_a_jpeg_of_rgb_gets_no_header_that_would_change_its_colours() -> None:
    rgb = saved(drawn(), "JPEG", keep_rgb=True)
    bare = rgb[:2] + rgb[rgb.index(b"\xff\xdb") :]
    assert bare_jpeg(bare).content == bare


@each("dpi, said", [((300, 300), 300), ((1, 1), None), ((9999, 9999), None), ((72, 144), None)])
def test_the_resolution_is_that_of_the_file_where_it_can_be(
    dpi: tuple[int, int], said: float | None
) -> None:
    assert bare_jpeg(saved(drawn(), "JPEG", dpi=dpi)).dots_per_inch == said


def test_the_orientation_is_that_of_exif() -> None:
    assert bare_jpeg(saved(drawn(), "JPEG", exif=exif_of(6))).orientation == 6


def test_what_is_coded_in_a_way_of_its_own_is_refused() -> None:
    plain = saved(drawn(), "JPEG")
    lossless = plain.replace(b"\xff\xc0", b"\xff\xc3", 1)
    assert "编码特殊" in problem_of(lossless).what
    assert "CMYK" in problem_of(saved(drawn("CMYK"), "JPEG")).what


def test_one_that_ends_early_or_would_be_decoded_for_minutes_is_refused() -> None:
    plain = saved(drawn(), "JPEG", progressive=True)
    scan = plain[plain.index(b"\xff\xda") : -2]
    for broken in (plain[:-2], plain[:60], plain[:2], plain[:-2] + scan * 120 + plain[-2:]):
        with pytest.raises(PictureProblem, match="损坏"):
            bare_jpeg(broken)
