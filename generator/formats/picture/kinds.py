"""Of what kind a picture is, told by its content: names are often wrong."""

from generator.files.foreign_files import foreign_file
from generator.formats.picture.problem import PictureProblem, unusual

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_OTHERS = (  # where the signature stands, and what it is that of
    (0, b"BM", "BMP"),
    *((0, start, "TIFF") for start in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
    *((0, start + b"\0\x09\0\0", "WMF") for start in (b"\x01", b"\x02")),
    (0, b"\xd7\xcd\xc6\x9a", "WMF"),
    (40, b" EMF", "EMF"),
    (0, b"8BPS", "PSD"),
    *((0, start, "ICO") for start in (b"\0\0\x01\0", b"\0\0\x02\0")),
    *((0, start, "JPEG 2000") for start in (b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51")),
    *((0, start, "JPEG XL") for start in (b"\0\0\0\x0cJXL ", b"\xff\x0a")),
    (8, b"WEBP", "WebP"),
    (4, b"ftypavi", "AVIF"),
    *((4, b"ftyp" + brand, "HEIC") for brand in (b"hei", b"hev", b"mif", b"msf")),
)
_VIDEO, _ZIP, _PDF = b"ftyp", b"PK\x03\x04", b"%PDF"
_BEGINNING = 4_000  # bytes in which a drawing names itself


def kind_of(content: bytes, name: str) -> str:
    """Return png, jpeg or gif. Raise PictureProblem where a file is none of them."""
    for start, kind in _SIGNATURES:
        if content.startswith(start):
            return kind
    for at, mark, kind in _OTHERS:
        if content.startswith(mark, at):
            raise unusual(f" {kind} 格式")
    if _is_svg(content):
        raise unusual(" SVG 格式")
    raise _no_picture(content, name)


def _is_svg(content: bytes) -> bool:
    start = content[:_BEGINNING]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode()
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and b"<svg" in start


def _no_picture(content: bytes, name: str) -> PictureProblem:
    if content.startswith(_PDF):
        return PictureProblem("是 PDF，不是图片", "请把要印的那一页另存为 PNG 或 JPEG")
    if content.startswith(_VIDEO, 4):
        return PictureProblem("是视频，不是图片", "请从里面截取一张，存为 PNG 或 JPEG")
    if content.startswith(_ZIP):
        return PictureProblem("是压缩包或者 Office 文件，不是图片", "请另存里面的图片")
    found = foreign_file(content, name)
    space = " " if found.what[:1].isascii() else ""
    advice = found.advice.rstrip("。") or "请换成 PNG 或 JPEG 图片"
    return PictureProblem(f"是{space}{found.what}，不是图片", advice)
