"""Small pictures, drawn by Pillow, and what may be in their files beside them."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image

from generator.formats.picture.problem import PictureProblem
from generator.formats.picture.reading import read_picture

WIDE, HIGH = 48, 32
RED, BLUE = (200, 30, 30), (30, 30, 200)
SECRETS = (b"Canon", b"Zhang San", b"31.2304", b"D:/photos", b"THUMBNAIL")
"""What must not travel: camera, person, place, path, and the picture as it was before."""


def drawn(mode: str = "RGB", size: tuple[int, int] = (WIDE, HIGH)) -> Image.Image:
    """Return a picture that is blue but for its red upper left quarter."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 2, size[1] // 2))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    into = BytesIO()
    image.save(into, kind, **how)
    return into.getvalue()


def exif_of(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = orientation, "Canon", "Zhang San"
    return exif.tobytes()


def segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


def talkative_jpeg(**how: Any) -> bytes:
    """Return a JPEG with all that cameras and programs put beside the picture."""
    plain = saved(drawn(), "JPEG", **how)
    beside = (
        segment(0xE0, b"JFXX\0\x10THUMBNAIL")
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>31.2304</x>")
        + segment(0xE1, exif_of(1))
        + segment(0xE2, b"MPF\0D:/photos")
        + segment(0xED, b"Photoshop 3.0\0Zhang San")
        + segment(0xFE, b"D:/photos/Zhang San.jpg")
    )
    return plain[:20] + beside + plain[20:] + b"THUMBNAIL after the end"


def talkative_png(**how: Any) -> bytes:
    """Return a PNG with all that programs put beside the picture."""
    plain = saved(drawn(), "PNG", **how)
    beside = (
        chunk(b"tEXt", b"Author\0Zhang San")
        + chunk(b"zTXt", b"Source\0\0" + zlib.compress(b"D:/photos"))
        + chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x>31.2304</x>")
        + chunk(b"tIME", bytes(7))
        + chunk(b"eXIf", exif_of(1)[6:])
        + chunk(b"caNv", b"THUMBNAIL")
    )
    return plain[:33] + beside + plain[33:] + b"THUMBNAIL after the end"


def problem_of(content: bytes, name: str = "培训.jpg") -> PictureProblem:
    """Return why a picture cannot be printed."""
    try:
        read_picture(content, name)
    except PictureProblem as problem:
        return problem
    raise AssertionError(f"{name} was read")
