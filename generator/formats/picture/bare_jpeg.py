"""A JPEG without what is not the picture: ITU T.81, annex B; JFIF is ITU T.871."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.formats.picture.bare import UPRIGHT, Bare, sensible
from generator.formats.picture.exif import said_by_exif
from generator.formats.picture.problem import PictureProblem, broken, unusual

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _APP1, _APP2, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_USUAL_FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended and progressive, with Huffman codes
_PICTURE = {*_FRAMES, 0xC4, 0xDB, 0xDC, 0xDD, _SCAN}
"""Markers of what the picture consists of: frames, tables, lines, restarts and scans."""
_MARKER = re.compile(rb"\xff+([^\x00\xff])")
_WITHIN_SCANS = {0x00, *range(0xD0, 0xD8), 0xFF}
"""What follows 0xFF among coded pixels: nothing, a restart, or another to fill up."""
_MOST_SCANS = 50  # programs make ten; thousands would be decoded for minutes
_CMYK = 4
_PER_INCH = {1: 1.0, 2: 2.54}


class _Segment(NamedTuple):
    marker: int
    payload: bytes
    scan: bytes
    """The coded pixels that follow."""


def bare_jpeg(content: bytes) -> Bare:
    """Return the picture alone, with the resolution of its file.

    Raise PictureProblem where it is broken, or coded as Word may not show it.
    """
    kept: list[bytes] = []
    head, frame, adobe, exif, scans = b"", b"", False, b"", 0
    for segment in _segments(content):
        marker, payload, scan = segment
        if marker in _FRAMES:
            _must_be_usual(segment)
            frame = payload
        scans += marker == _SCAN
        if marker == _JFIF and payload.startswith(b"JFIF\0") and not head:
            head = payload[:12].ljust(12, b"\0") + b"\0\0"  # without its thumbnail
        elif marker == _APP1 and payload.startswith(b"Exif\0\0"):
            exif = exif or payload[6:]
        elif marker == _ADOBE and payload.startswith(b"Adobe"):
            adobe = True
            kept.append(_written(marker, payload[:12]))
        elif marker in _PICTURE or (marker == _APP2 and payload.startswith(b"ICC_PROFILE\0")):
            kept += (_written(marker, payload), scan)
    if not frame or not 0 < scans <= _MOST_SCANS:
        raise broken()
    orientation, dots = said_by_exif(exif) if exif else (UPRIGHT, None)
    dots = _dots_per_inch(head) or dots
    if not head and not adobe and not _is_rgb(frame):
        head = _new_head(dots)
    first = [_written(_JFIF, head)] if head else []
    whole = b"".join([b"\xff\xd8", *first, *kept, b"\xff\xd9"])
    return Bare(whole, orientation, dots)


def _segments(content: bytes) -> Iterator[_Segment]:
    """Yield the segments of the first picture in a file. Raise PictureProblem without its end."""
    at = 2
    while found := _MARKER.search(content, at):
        marker, at = found[1][0], found.end()
        if marker == _END:
            return
        end = at + int.from_bytes(content[at : at + 2])
        if end < at + 2 or end > len(content) or marker == _START:
            break
        payload, at = content[at + 2 : end], end
        if marker == _SCAN:
            at = _after_scan(content, end)
        yield _Segment(marker, payload, content[end:at])
    raise broken()


def _after_scan(content: bytes, at: int) -> int:
    """Return where coded pixels end; `find` takes a tenth of the time of a regular expression."""
    while (at := content.find(b"\xff", at)) >= 0:
        if content[at + 1 : at + 2] and content[at + 1] not in _WITHIN_SCANS:
            return at
        at += 1
    return len(content)


def _written(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2) + payload


def _must_be_usual(frame: _Segment) -> None:
    payload = frame.payload
    if len(payload) < 6:  # noqa: PLR2004 - precision, height, width, number of components
        raise broken()
    if payload[5] == _CMYK:
        raise PictureProblem(
            "是印刷用的 CMYK 颜色，Word 里显示不了或显示得不一样",
            "请用图像软件打开，把颜色模式改为 RGB，再存为 JPEG 或 PNG",
        )
    if frame.marker not in _USUAL_FRAMES or payload[0] != 8 or payload[5] not in (1, 3):  # noqa: PLR2004 - bits
        raise unusual("编码特殊的 JPEG")


def _dots_per_inch(head: bytes) -> float | None:
    if not head:
        return None
    scale = _PER_INCH.get(head[7], 0)
    across, down = int.from_bytes(head[8:10]), int.from_bytes(head[10:12])
    return sensible(across * scale) if across == down else None


def _is_rgb(frame: bytes) -> bool:
    """Tell whether a frame's components are called R, G and B; JFIF would make them YCbCr."""
    return bytes(frame[6::3][:3]) == b"RGB"


def _new_head(dots_per_inch: float | None) -> bytes:
    """Return the JFIF header that cameras leave out, which write EXIF in its place."""
    unit, dots = (1, round(dots_per_inch)) if dots_per_inch else (0, 1)
    return b"JFIF\0\x01\x01" + bytes((unit,)) + dots.to_bytes(2) * 2 + b"\0\0"
