import struct

from generator.formats.picture.exif import said_by_exif
from tests.few import each
from tests.formats.picture.drawn import exif_of


@each("orientation", range(1, 9))
def test_a_picture_may_be_turned_in_eight_ways(orientation: int) -> None:
    assert said_by_exif(exif_of(orientation)[6:]) == (orientation, None)


def exif_with(*, dots: tuple[int, int], unit: int, order: str = ">") -> bytes:
    entries = struct.pack(f"{order}HHLHH", 0x0128, 3, 1, unit, 0)
    for tag in (0x011A, 0x011B):
        entries += struct.pack(f"{order}HHLL", tag, 5, 1, 8 + 2 + 36)
    head = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(f"{order}LH", 8, 3)
    return head + entries + struct.pack(f"{order}LL", *dots)


@each("order", ["<", ">"])
def test_the_resolution_is_in_inches_or_centimetres(order: str) -> None:
    assert said_by_exif(exif_with(dots=(3000, 10), unit=2, order=order)) == (1, 300)
    assert said_by_exif(exif_with(dots=(100, 1), unit=3, order=order)) == (1, 254)


@each("dots, unit", [((1, 0), 2), ((72_000, 1), 2), ((300, 1), 1)])
def test_a_resolution_that_cannot_be_is_none(dots: tuple[int, int], unit: int) -> None:
    assert said_by_exif(exif_with(dots=dots, unit=unit)) == (1, None)


def test_exif_that_is_broken_says_nothing() -> None:
    whole = exif_of(6)[6:]
    assert {said_by_exif(whole[:length])[0] for length in range(len(whole))} == {1, 6}
    assert said_by_exif(b"MM\0*\xff\xff\xff\xff") == (1, None)
    assert said_by_exif(exif_of(9)[6:]) == (1, None)
