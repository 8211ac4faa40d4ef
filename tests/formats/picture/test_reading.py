import random
import struct
import subprocess
import sys
import time
import zlib
from contextlib import suppress
from io import BytesIO
from statistics import mean

import pytest
from PIL import Image

from generator.formats.picture.limits import LARGEST
from generator.formats.picture.problem import PictureProblem
from generator.formats.picture.reading import read_picture
from generator.model.exhibits import Picture
from tests.few import each
from tests.formats.picture.drawn import (
    HIGH,
    SECRETS,
    WIDE,
    chunk,
    drawn,
    exif_of,
    problem_of,
    saved,
    talkative_jpeg,
    talkative_png,
)
from tests.paths import ROOT

TURNED = {  # how a camera held so stores what it sees
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def decoded(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.content), formats=[picture.media_type.upper()])


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two look alike; those of a JPEG are no more than that, above all at edges."""
    pairs = zip(one.convert("RGB").tobytes(), other.convert("RGB").tobytes(), strict=True)
    return one.size == other.size and mean(abs(a - b) for a, b in pairs) < 8


@each("kind", ["png", "jpeg", "gif"])
def test_an_upright_picture_keeps_its_very_bytes(kind: str) -> None:
    content = saved(drawn("P" if kind == "gif" else "RGB"), kind.upper())
    assert read_picture(content, "培训") == Picture("培训", content, kind, WIDE, HIGH, 96.0)


@each("kind, orientation", [(kind, at) for kind in ("png", "jpeg") for at in TURNED])
def test_a_turned_picture_is_set_upright(kind: str, orientation: int) -> None:
    stored = drawn().transpose(TURNED[orientation])
    content = saved(stored, kind.upper(), exif=exif_of(orientation), dpi=(150, 150))
    picture = read_picture(content, "培训.jpg")
    assert (picture.width, picture.height) == (WIDE, HIGH)
    assert round(picture.dots_per_inch) == 150
    assert alike(decoded(picture), drawn())
    assert not any(secret in picture.content for secret in SECRETS)
    assert decoded(picture).getexif() == {}
    assert read_picture(content, "培训.jpg") == picture
    again = read_picture(picture.content, "培训.jpg")
    assert again == picture


@each("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_turned_png_of_any_mode_loses_nothing(mode: str) -> None:
    stored = drawn("L" if mode == "I;16" else mode).convert(mode)
    how = {"transparency": 1} if mode == "P" else {}
    picture = read_picture(saved(stored, "PNG", exif=exif_of(3), **how), "a.png")
    upright = stored.transpose(Image.Transpose.ROTATE_180)
    assert decoded(picture).mode == mode
    assert decoded(picture).tobytes() == upright.tobytes()
    assert decoded(picture).info.get("transparency") == how.get("transparency")


def test_colours_keep_their_profile_when_a_picture_is_turned() -> None:
    content = saved(drawn(), "JPEG", exif=exif_of(6), icc_profile=b"colours")
    assert decoded(read_picture(content, "a")).info["icc_profile"] == b"colours"


def test_a_grey_jpeg_and_one_that_is_turned_are_read() -> None:
    for how in ({}, {"exif": exif_of(6)}, {"progressive": True}):
        assert read_picture(saved(drawn("L"), "JPEG", **how), "a").media_type == "jpeg"


@each("content", [talkative_jpeg(), talkative_png()])
def test_nothing_that_is_not_the_picture_travels(content: bytes) -> None:
    picture = read_picture(content, "a")
    assert not any(secret in picture.content for secret in SECRETS)
    assert alike(decoded(picture), drawn())


def test_of_a_moving_picture_the_first_is_printed() -> None:
    for kind, mode in (("GIF", "P"), ("PNG", "RGB")):
        other = drawn("L").convert(mode)
        moving = saved(drawn(mode), kind, save_all=True, append_images=[other])
        picture = read_picture(moving, "a")
        assert getattr(decoded(picture), "n_frames", 1) == 1
        assert alike(decoded(picture), drawn(mode))


@each("kind", ["png", "jpeg", "gif"])
def test_a_picture_that_is_not_whole_is_refused(kind: str) -> None:
    content = saved(drawn("P" if kind == "gif" else "RGB"), kind.upper())
    for length in (len(content) // 2, len(content) * 9 // 10):
        assert "损坏" in problem_of(content[:length]).what


def png_of(
    width: int, height: int, pixels: bytes, *, bits: int = 1, colours: int = 0, beside: bytes = b""
) -> bytes:
    head = struct.pack(">LLBBBBB", width, height, bits, colours, 0, 0, 0)
    packed = zlib.compress(pixels, 9)
    parts = (chunk(b"IHDR", head), beside, chunk(b"IDAT", packed), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_sixteen_bits_and_a_palette_with_transparency_are_what_word_shows() -> None:
    deep = png_of(4, 4, (b"\0" + bytes(range(24))) * 4, bits=16, colours=2)
    palette = chunk(b"PLTE", bytes(6)) + chunk(b"tRNS", b"\0\xff")
    clear = png_of(8, 2, b"\0\x55" * 2, colours=3, beside=palette)
    for content in (deep, clear):
        assert read_picture(content, "a").content == content


@each("width, height", [(10_000, 10_001), (20_000, 20_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_by_its_header(width: int, height: int) -> None:
    assert problem_of(png_of(width, height, bytes(100))).what == "超过 1 亿像素，没有打开"


def test_a_picture_is_refused_that_is_too_large_or_too_small() -> None:
    assert "超过 20 MB" in problem_of(saved(drawn(), "PNG") + bytes(LARGEST)).what
    assert "只有 1 个像素" in problem_of(saved(drawn(size=(1, 1)), "PNG")).what
    assert "太窄长" in problem_of(saved(drawn(size=(210, 10)), "PNG")).what


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return a file with some of its bytes changed, cut out, doubled or cut off."""
    broken = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(broken))
        length = chance.randint(1, 12)
        match chance.randrange(4):
            case 0:
                broken[at] = chance.randrange(256)
            case 1:
                broken[at : at + length] = chance.randbytes(length)
            case 2:
                del broken[at : at + length]
            case _:
                broken[at:at] = broken[at : at + length]
    return bytes(broken[: chance.randrange(len(broken))] if chance.random() < 0.1 else broken)


def mutated_files(count: int) -> list[bytes]:
    chance = random.Random(2023)
    whole = [
        *(talkative_jpeg(progressive=progressive) for progressive in (False, True)),
        *(saved(drawn(), "JPEG", exif=exif_of(6)), saved(drawn(), "PNG", exif=exif_of(8))),
        *(talkative_png(), saved(drawn("P"), "PNG", transparency=0)),
        *(saved(drawn("P"), "GIF", comment=b"a"), saved(drawn(), "PNG", save_all=True)),
    ]
    return [mutated(whole[at % len(whole)], chance) for at in range(count)]


def read_all(files: list[bytes]) -> tuple[int, float]:
    """Return how many are read, and the seconds that the slowest of all took."""
    read, slowest = 0, 0.0
    for content in files:
        begun = time.perf_counter()
        with suppress(PictureProblem):
            picture = read_picture(content, "a")
            assert read_picture(picture.content, "a") == picture
            read += 1
        slowest = max(slowest, time.perf_counter() - begun)
    return read, slowest


def test_a_file_that_was_tampered_with_is_read_or_refused() -> None:
    read, _ = read_all(mutated_files(60))
    assert 5 < read < 55


_ALL = """
import resource
from tests.formats.picture.test_reading import mutated_files, read_all
read, slowest = read_all(mutated_files(20_000))
print(read, slowest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
def test_thousands_of_them_take_neither_long_nor_much_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ALL],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
    )
    read, slowest, megabytes = map(float, done.stdout.split())
    assert 1_000 < read < 19_000
    assert slowest < 5
    assert megabytes < 500
