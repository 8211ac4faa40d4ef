"""What sort of file was handed in, and why some are not read."""

from pathlib import PurePosixPath

from generator.files.foreign_files import is_json
from generator.files.pdf_files import is_pdf

WORKBOOK, DATA, WORD, PAGE, PDF = "工作簿", "数据", "Word 文档", "网页", "PDF"
_PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".gif", ".webp", ".heic"}
_ARCHIVES = {".rar", ".7z", ".tar", ".gz", ".tgz"}
_BY_SUFFIX = {
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".et", ".csv"), WORKBOOK),
    ".json": DATA,
    **dict.fromkeys((".docx", ".doc", ".wps", ".odt", ".rtf", ".docm"), WORD),
    **dict.fromkeys((".html", ".htm", ".mht", ".mhtml"), PAGE),
    ".pdf": PDF,
    **dict.fromkeys(_PICTURES, "图片"),
    **dict.fromkeys(_ARCHIVES, "压缩文件"),
    ".zip": "压缩文件",
    **dict.fromkeys((".ppt", ".pptx", ".dps"), "演示文稿"),
    ".txt": "文字",
}
_READ = (WORKBOOK, DATA, WORD, PAGE, PDF)
_OTHER = "其他文件"


def kind_of(name: str, content: bytes) -> str:
    """Return what people call such a file, by its content where that tells."""
    suffix = PurePosixPath(name).suffix.lower()
    if is_pdf(content):
        return PDF
    if is_json(content):
        return DATA
    return _BY_SUFFIX.get(suffix, _OTHER)


def why_not_read(name: str, content: bytes, kind: str) -> str:
    """Return why a file is not even tried, and what to do; empty where it is."""
    suffix = PurePosixPath(name).suffix.lower()
    if not content:
        return f"{name} 是空文件。请重新发来。"
    if suffix in _ARCHIVES:
        return f"{name} 是 {suffix} 压缩文件，程序不解压。请解压以后再放，或者压缩成 .zip。"
    if suffix in _PICTURES:
        return (
            f"{name} 是图片，认不出上面的字。它若是报告的扫描件，请这个单位发来工作簿或 Word 文档；"
            "若是报告里的配图，不必管。"
        )
    if suffix in (".xls", ".et", ".csv", ".xlsm"):
        return f"{name} 是 {suffix} 文件。请用 Excel 或 WPS 打开，另存为 .xlsx 再放。"
    if kind not in _READ:
        return f"{name} 是{kind}，不是年度报告。请这个单位发来工作簿或 Word 文档。"
    return ""
