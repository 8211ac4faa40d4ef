import zipfile
from io import BytesIO

import pytest

from generator.formats.picture.kinds import kind_of
from generator.formats.picture.problem import PictureProblem
from tests.few import each
from tests.formats.picture.drawn import drawn, saved

_ZIPPED = BytesIO()
with zipfile.ZipFile(_ZIPPED, "w") as archive:
    archive.writestr("xl/workbook.xml", "<workbook/>")

FOREIGN = {
    " HEIC 格式": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    " AVIF 格式": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1",
    " WebP 格式": saved(drawn(), "WEBP"),
    " SVG 格式": '\ufeff<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'.encode(),
    " TIFF 格式": saved(drawn(), "TIFF"),
    " BMP 格式": saved(drawn(), "BMP"),
    " ICO 格式": saved(drawn(), "ICO"),
    " WMF 格式": b"\xd7\xcd\xc6\x9a" + bytes(40),
    " EMF 格式": b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60),
    " PSD 格式": b"8BPS\0\x01" + bytes(40),
    " JPEG 2000 格式": saved(drawn(), "JPEG2000"),
    "是 PDF，": saved(drawn(), "PDF"),
    "是视频": b"\0\0\0\x18ftypmp42" + bytes(20),
    "Office 文件": _ZIPPED.getvalue(),
    "是空文件": b"",
    "没有内容的文件": bytes(5000),
    "是网页（HTML）": b"<!DOCTYPE html><html><body>404 Not Found</body></html>",
    "是纯文本": "照片在张三那里".encode(),
    "看不出格式": b"\x07\x01\0\0\x99" * 50,
}


@each("said, content", list(FOREIGN.items()))
def test_what_word_does_not_show_is_called_by_its_name(said: str, content: bytes) -> None:
    with pytest.raises(PictureProblem) as caught:
        kind_of(content, "照片.jpg")
    assert said in caught.value.what
    assert caught.value.advice
    assert not caught.value.advice.endswith("。")


@each("kind", ["png", "jpeg", "gif"])
def test_a_picture_is_known_by_its_content_whatever_it_is_called(kind: str) -> None:
    assert kind_of(saved(drawn(), kind.upper()), "照片.heic") == kind
