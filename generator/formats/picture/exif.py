"""The two things of EXIF that a picture needs: how to turn it, and its resolution.

EXIF is a TIFF file without a picture: CIPA DC-008, 4.5 and 4.6.
"""

import struct

from generator.formats.picture.bare import UPRIGHT, sensible

_ORDERS = {b"II": "<", b"MM": ">"}
_ORIENTATION, _ACROSS, _DOWN, _UNIT = 0x0112, 0x011A, 0x011B, 0x0128
_SHORT, _RATIONAL = 3, 5
_PER_INCH = {2: 1.0, 3: 2.54}
_ENTRY = 12  # bytes


def said_by_exif(exif: bytes) -> tuple[int, float | None]:
    """Return a picture's orientation and its dots per inch; what is usual where EXIF is broken."""
    order = _ORDERS.get(exif[:2])
    if order is None:
        return UPRIGHT, None
    try:
        numbers = _numbers(exif, order)
    except struct.error:
        return UPRIGHT, None
    turned = int(numbers.get(_ORIENTATION, UPRIGHT))
    scale = _PER_INCH.get(int(numbers.get(_UNIT, 2)), 0)
    across, down = (numbers.get(tag, 0) for tag in (_ACROSS, _DOWN))
    dots = sensible(across * scale) if across == down else None
    return (turned if turned in range(1, 9) else UPRIGHT), dots


def _numbers(exif: bytes, order: str) -> dict[int, float]:
    """Return the numbers of the first directory by their tags. Raise struct.error."""
    found: dict[int, float] = {}
    (at,) = struct.unpack_from(f"{order}L", exif, 4)
    (entries,) = struct.unpack_from(f"{order}H", exif, at)
    for start in range(at + 2, at + 2 + entries * _ENTRY, _ENTRY):
        tag, kind, count = struct.unpack_from(f"{order}HHL", exif, start)
        if (kind, count) == (_SHORT, 1):
            (found[tag],) = struct.unpack_from(f"{order}H", exif, start + 8)
        elif (kind, count) == (_RATIONAL, 1):
            (where,) = struct.unpack_from(f"{order}L", exif, start + 8)
            over, under = struct.unpack_from(f"{order}LL", exif, where)
            found[tag] = over / under if under else 0
    return found
