"""What people hand over instead of a document or a workbook is told by its right name."""

import struct

import pytest

from generator.files.zip_archive import DOCUMENT, WORKBOOK, open_archive
from generator.model.finding import Refusal
from tests.few import each
from tests.packages import package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
AS_DOCUMENT = "请用 Word 或 WPS 文字打开，另存为“Word 文档（.docx）”。"
AS_WORKBOOK = "请用 Excel 或 WPS 表格打开，另存为“Excel 工作簿（.xlsx）”。"
EITHER = {
    "网页（HTML）": b"\n<HTML xmlns:w='urn:schemas-microsoft-com:office:word'><body>",
    "网页存档（MHT）": b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
    "XML 文件": b"<?xml version='1.0'?><a/>",
    "纯文本（如 TXT、CSV）": "机关,年度\n".encode("gbk"),
    "标文通（UOF）文件": b"<?xml version='1.0'?><uof:UOF xmlns:uof='a'/>",
}
TEXTS = {
    "RTF 文档": rb"{\rtf1\ansi\deff0 a}",
    "旧格式的文字文档（.doc、.wps）": OLE + "WordDocument".encode("utf-16-le"),
    "Word 2003 的 XML 文档": b"<?xml version='1.0'?><w:wordDocument xmlns:w='http://schemas."
    b"microsoft.com/office/word/2003/wordml'/>",
    "内部结构不寻常的 Word 文件": package(
        {"[Content_Types].xml": b"<a/>", "word/document2.xml": b"<a/>"}
    ),
    "Word 的 XML 文档": b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><a/>",
    "OpenDocument 文本（.odt）": package(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
    ),
    "OpenDocument 文本（.fodt）": b"<office:document office:mimetype='application/vnd.oasis."
    b"opendocument.text'/>",
}
TABLES = {
    "旧格式的表格（.xls、.et）": OLE + "Workbook".encode("utf-16-le"),
    "Excel 2003 的 XML 表格": b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:"
    b"office:spreadsheet'/>",
    "OpenDocument 表格（.ods）": package(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}
    ),
    "内部结构不寻常的 Excel 文件": package(
        {"[Content_Types].xml": b"<a/>", "xl/book.xml": b"<a/>"}
    ),
    "Excel 二进制工作簿（.xlsb）": package({"xl/workbook.bin": b"1"}),
}
NEITHER = {
    "PDF": b"%PDF-1.7",
    "图片": b"\x89PNG\r\n\x1a\n",
    "压缩包": b"Rar!\x1a\x07",
    "压缩包（里面有 甲.docx、乙.docx）": package({"a/甲.docx": b"", "乙.docx": b""}),
    "设了打开密码的文件": OLE + "EncryptedPackage".encode("utf-16-le"),
    "空文件": b"",
    "没有内容的文件（全是空字节）": b"\0" * 900,
    "OFD 版式文件": package({"OFD.xml": b"<a/>"}),
    "看不出格式的文件": b"\1\0\2\3",
}


def said(data: bytes, name: str, main_part: str) -> str:
    with pytest.raises(Refusal) as refusal:
        open_archive(data, name, main_part)
    sentence = str(refusal.value)
    assert sentence.startswith(f"{name} 是")
    assert "\n" not in sentence
    return sentence.replace(f"{name} 是 ", f"{name} 是")  # 是 Word, but 是旧格式


@pytest.mark.parametrize("what", [*TEXTS, *EITHER])
def test_who_must_hand_over_a_document_is_sent_to_word(what: str) -> None:
    sentence = said({**TEXTS, **EITHER}[what], "甲.docx", DOCUMENT)
    assert sentence.startswith(f"甲.docx 是{what}，不是 Word 文档（.docx）。")
    assert sentence.endswith(AS_DOCUMENT)


@pytest.mark.parametrize("what", [*TABLES, *EITHER])
def test_who_must_hand_over_a_workbook_is_sent_to_excel(what: str) -> None:
    sentence = said({**TABLES, **EITHER}[what], "甲.xlsx", WORKBOOK)
    assert sentence.startswith(f"甲.xlsx 是{what}，不是 Excel 工作簿（.xlsx）。")
    assert sentence.endswith(AS_WORKBOOK)


@pytest.mark.parametrize("what", [*TEXTS, *TABLES])
def test_nobody_is_sent_to_save_the_wrong_file_in_the_right_format(what: str) -> None:
    main_part = WORKBOOK if what in TEXTS else DOCUMENT
    sentence = said({**TEXTS, **TABLES}[what], "甲", main_part)
    assert sentence.startswith(f"甲 是{what}，不是")
    assert "另存为" not in sentence
    assert "make-report" not in sentence  # no command takes it


@pytest.mark.parametrize("what", NEITHER)
@pytest.mark.parametrize("main_part", [DOCUMENT, WORKBOOK])
def test_what_is_neither_is_told_with_what_to_do(what: str, main_part: str) -> None:
    sentence = said(NEITHER[what], "甲", main_part)
    assert sentence.startswith(f"甲 是{what}")
    assert "请" in sentence
    assert "另存为" not in sentence


def test_the_temporary_file_of_an_open_document_is_told_as_such() -> None:
    assert "临时文件" in said(b"\x05office" + b" " * 150, "~$2023.docx", DOCUMENT)


def test_each_points_to_the_command_that_takes_it() -> None:
    document, workbook = (package({part: b"<a/>"}) for part in (DOCUMENT, WORKBOOK))
    assert "（make-report review 甲.docx）；" in said(document, "甲.docx", WORKBOOK)
    assert '（make-report review "甲 乙.docx"）；' in said(document, "甲 乙.docx", WORKBOOK)
    assert "（make-report 甲.xlsx）。" in said(workbook, "甲.xlsx", DOCUMENT)


def test_json_where_a_document_is_asked_for_is_no_plain_text() -> None:
    sentence = said(b'{"schema": 1}', "文档.json", DOCUMENT)
    assert (
        sentence
        == "文档.json 是JSON 数据，不是 Word 文档（.docx）。这里要的是报告文档（.docx），请指明它。"
    )


@each("shift, sector", [(9, 90), (12, 11)])
def test_an_old_file_of_which_the_end_is_missing_is_said_to_be_cut_off(
    shift: int, sector: int
) -> None:
    head = bytearray(OLE.ljust(512, b"\0"))
    struct.pack_into("<H", head, 30, shift)
    struct.pack_into("<I", head, 48, sector)
    cut = bytes(head).ljust(40_000, b"\0")
    assert "不完整的旧格式文件" in said(cut, "年报.doc", DOCUMENT)
    assert "不完整" not in said(cut.ljust(60_000, b"\0"), "年报.doc", DOCUMENT)


def test_a_web_page_that_may_be_a_published_report_is_sent_to_the_import() -> None:
    for page in (b"<p>a", b"<!-- a --><meta name=ProgId content=Word.Document><p>"):
        sentence = said(page, "甲.html", WORKBOOK)
        assert "是网页（HTML）" in sentence
        assert "是已发布的报告，请导入（make-report import 甲.html）；" in sentence
