"""A PNG without what is not the picture: ISO 15948, W3C PNG third edition."""

import zlib

from generator.formats.picture.bare import UPRIGHT, Bare, sensible
from generator.formats.picture.exif import said_by_exif
from generator.formats.picture.problem import broken

_SIGNATURE = 8  # bytes
_AROUND = 12  # bytes of a chunk beside its data: length, name, check sum
_PICTURE = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
_KEPT = _PICTURE | {b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}
"""What says how pixels look. The pictures of an APNG after its first one are not among it."""
_PER_METRE, _INCH = 1, 0.0254


def bare_png(content: bytes) -> Bare:
    """Return the picture alone. Raise PictureProblem where it is broken."""
    kept, exif, dots = [content[:_SIGNATURE]], b"", None
    at, name = _SIGNATURE, b""
    while name != b"IEND":
        name = content[at + 4 : at + 8]
        end = at + _AROUND + int.from_bytes(content[at : at + 4])
        if len(name) != 4 or end > len(content):  # noqa: PLR2004 - letters of a name
            raise broken()
        data = content[at + 8 : end - 4]
        if name in _KEPT:
            if zlib.crc32(data, zlib.crc32(name)) != int.from_bytes(content[end - 4 : end]):
                raise broken()
            kept.append(content[at:end])
        elif name[:1].isupper():  # must be understood to show the picture
            raise broken()
        if name == b"eXIf":
            exif = data
        elif name == b"pHYs":
            dots = _dots_per_inch(data)
        at = end
    orientation, of_exif = said_by_exif(exif) if exif else (UPRIGHT, None)
    return Bare(b"".join(kept), orientation, dots or of_exif)


def _dots_per_inch(physical: bytes) -> float | None:
    across, down, unit = physical[:4], physical[4:8], physical[8:]
    if across != down or unit != bytes((_PER_METRE,)):
        return None
    return sensible(int.from_bytes(across) * _INCH)
