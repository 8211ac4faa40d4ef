import pytest

from generator.formats.picture.bare_png import bare_png
from generator.formats.picture.problem import PictureProblem
from tests.few import each
from tests.formats.picture.drawn import SECRETS, chunk, drawn, exif_of, saved, talkative_png


def test_only_the_picture_is_left_with_its_very_bytes() -> None:
    plain = saved(drawn(), "PNG", icc_profile=b"colours", dpi=(300, 300))
    assert bare_png(plain).content == plain
    talkative = talkative_png(icc_profile=b"colours", dpi=(300, 300))
    assert sum(secret in talkative for secret in SECRETS) == 4  # one is packed
    assert bare_png(talkative).content == plain


def test_of_a_moving_one_the_first_picture_is_left() -> None:
    still = saved(drawn(), "PNG")
    moving = saved(drawn(), "PNG", save_all=True, append_images=[drawn("L").convert("RGB")])
    assert b"fdAT" in moving
    left = bare_png(moving).content
    assert left == still


@each("dpi, said", [((300, 300), 300.0), ((96, 96), 96.0), ((1, 1), None), ((72, 144), None)])
def test_the_resolution_is_that_of_the_file_where_it_can_be(
    dpi: tuple[int, int], said: float | None
) -> None:
    assert bare_png(saved(drawn(), "PNG", dpi=dpi)).dots_per_inch == said


def test_the_orientation_is_that_of_exif() -> None:
    assert bare_png(saved(drawn(), "PNG", exif=exif_of(8))).orientation == 8


def test_a_chunk_whose_check_sum_is_wrong_or_that_nobody_knows_is_told() -> None:
    plain = saved(drawn(), "PNG")
    wrong_sum = plain[:-20] + bytes((plain[-20] ^ 1,)) + plain[-19:]
    unknown = plain[:33] + chunk(b"CgBI", b"\0\0\0\0") + plain[33:]
    for broken in (plain[:-1], plain[:50], plain[:8], wrong_sum, unknown):
        with pytest.raises(PictureProblem, match="损坏"):
            bare_png(broken)
