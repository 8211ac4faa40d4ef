"""What acts, leads elsewhere, or has no place in all forms."""

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree
from lxml.etree import _Element as Element

from tests.pipeline.publishing.nasty.means import (
    DRAWN,
    FOLDER,
    Nasty,
    chart,
    data_of,
    drawn,
    field,
    in_box,
    in_note,
    in_part,
    part,
    related,
    run_of,
    table,
    words,
    xml,
)
from tests.reviewing.extras import png
from tests.reviewing.ooxml import Package, R, W

_OLE = (
    '<w:r><w:object><v:shape id="_x0000_i1025" style="width:10pt;height:10pt"/>'
    '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="_x0000_i1025" DrawAspect="Content"'
    ' ObjectID="_1" r:id="{key}"/></w:object></w:r>'
)
_SMART_ART = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="9" name="图示"/>'
    f'<a:graphic><a:graphicData uri="{DRAWN}/diagram">'
    '<dgm:relIds r:dm="" r:lo="" r:qs="" r:cs=""/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)
_WATERMARK = (
    '<w:p><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject" style="position:absolute;width:400pt;'
    'height:100pt"><v:textpath style="font-family:宋体" string="内部"/></v:shape></w:pict></w:r>'
    "</w:p>"
)
_LINK = f'<w:hyperlink r:id="{{key}}">{run_of("见")}</w:hyperlink>'


def _linked(package: Package, before: Element) -> None:
    frame = drawn(package, before, "word/media/linked.png", png(), "png")
    key = package.relate("image", f"file:///{FOLDER}\\a.png", external=True)
    for one in frame.iter("{*}blip"):
        one.attrib.clear()
        one.set(f"{{{R}}}link", key)


def _cropped(package: Package, before: Element) -> None:
    frame = drawn(package, before, "word/media/cropped.png", png(), "png")
    for one in frame.iter("{*}blip"):
        one.addnext(xml('<a:srcRect l="20000" r="20000"/>')[0])


def _outside_workbook(package: Package, tree: Element) -> None:
    target = f"file:///{FOLDER}\\机密.xlsx"
    data_of(package, tree, "oleObject", target, 'TargetMode="External"')
    space = f"{{{DRAWN}/chart}}"
    for values in tree.iter(f"{space}val"):
        (cache,) = values
        cache.tag = f"{space}numCache"
        formula = etree.Element(f"{space}f")
        formula.text = r"'C:\Users\zhangsanfeng\[机密.xlsx]Sheet1'!$B$2:$B$3"
        reference = etree.SubElement(values, f"{space}numRef")
        reference.extend([formula, cache])


def _signature(package: Package, _before: Element) -> None:
    package.parts["_xmlsignatures/sig1.xml"] = "<Signature>张三丰</Signature>".encode()
    package.declare(
        "_xmlsignatures/sig1.xml",
        "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml",
    )


_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _floating(package: Package, before: Element) -> None:
    frame = drawn(package, before, "word/media/floating.png", png(), "png")
    inline = frame[0]
    inline.tag = inline.tag.replace("inline", "anchor")


def _in_a_cell(package: Package, before: Element) -> None:
    drawn(package, before, "word/media/cell.png", png(), "png")
    paragraph = before.getprevious()
    assert paragraph is not None
    table(text=run_of("有图的格"))(package, before)
    list(package.body.iter(f"{{{W}}}tc"))[-1].append(paragraph)


NOT_EVERYWHERE: Mapping[str, Nasty] = MappingProxyType(
    {
        "footnote": Nasty(in_note(run_of("脚注的话")), "处脚注，PDF 和网页里没有"),
        "contents": Nasty(
            words(field(r' TOC \o "1-3" ', "一、总体情况　1")), "处目录，PDF 和网页里没有"
        ),
        "formula": Nasty(
            words(f'<m:oMath xmlns:m="{_MATH}"><m:r><m:t>a/b</m:t></m:r></m:oMath>'), "处公式"
        ),
        "reading aid": Nasty(
            words(
                f"<w:r><w:ruby><w:rubyPr/><w:rt>{run_of('yè')}</w:rt><w:rubyBase>{run_of('业')}"
                "</w:rubyBase></w:ruby></w:r>"
            ),
            "处拼音指南",
        ),
        "table in a table": Nasty(
            table(
                text=run_of("外")
                + "</w:p><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>"
                + run_of("内")
                + "</w:p></w:tc></w:tr></w:tbl><w:p>"
            ),
            "表格里又有表格",
        ),
        "floating picture": Nasty(_floating, "浮在文字上面"),
        "picture in a cell": Nasty(_in_a_cell, "图片在表格里"),
    }
)
THINGS_THERE: Mapping[str, Nasty] = MappingProxyType(
    {
        **NOT_EVERYWHERE,
        "text box": Nasty(words(in_box(run_of("监督电话"))), "处文本框"),
        "smart art": Nasty(words(_SMART_ART), "处图形"),
        "object": Nasty(
            part(
                "word/embeddings/oleObject1.bin",
                "机密的对象",
                "application/vnd.openxmlformats-officedocument.oleObject",
                "oleObject",
                _OLE,
            ),
            "处嵌入对象",
        ),
        "linked picture": Nasty(_linked, "链接到别处"),
        "cropped picture": Nasty(_cropped, "裁剪过"),
        "watermark": Nasty(in_part("header", _WATERMARK), "页眉页脚里的图形（如水印"),
        "header": Nasty(
            in_part("header", f"<w:p>{run_of('内部资料')}</w:p>"), "后来加了“内部资料”"
        ),
        "file link": Nasty(
            related("hyperlink", f"file:///{FOLDER}", _LINK),
            "不是网页或邮箱的链接",
        ),
        "share": Nasty(
            related("hyperlink", r"\\zhangsanfeng\share", _LINK),
            "不是网页或邮箱的链接",
        ),
        "intranet": Nasty(
            related("hyperlink", "http://192.168.3.4/机密", _LINK),
            "单位内部的网址",
        ),
        "own computer": Nasty(
            words(field(' HYPERLINK "http://localhost:8080/zhangsanfeng" ', "见")), "单位内部的网址"
        ),
        "further document": Nasty(
            related("subDocument", f"file:///{FOLDER}\\a.docx", '<w:subDoc r:id="{key}"/>'),
            "子文档",
        ),
        "part of another": Nasty(
            part(
                "word/afchunk.htm",
                "<p>机密</p>",
                "text/html",
                "aFChunk",
                '<w:altChunk r:id="{key}"/>',
            ),
            "altChunk",
        ),
        "signature": Nasty(_signature, "数字签名"),
        "chart elsewhere": Nasty(chart(_outside_workbook), "指向 file:"),
    }
)
