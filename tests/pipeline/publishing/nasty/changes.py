"""修订 of every kind, wherever they may be."""

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree
from lxml.etree import _Element as Element

from tests.pipeline.publishing.nasty.means import (
    GONE,
    SPACES,
    WHO,
    Nasty,
    Put,
    deleted,
    in_box,
    in_note,
    in_part,
    paragraphs,
    run_of,
    table,
    words,
    xml,
)
from tests.reviewing.ooxml import WORD_TYPE, Package


def _in_styles(change: str) -> Put:
    def put(package: Package, _before: Element) -> None:
        styles = package.tree("word/styles.xml")
        styles.extend(
            xml(
                '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Mine">'
                f'<w:name w:val="Mine"/><w:rsid w:val="00ABCDEF"/>{change}</w:style>'
            )
        )
        package.put("word/styles.xml", styles)

    return put


def _in_numbering(package: Package, _before: Element) -> None:
    package.put(
        "word/numbering.xml",
        etree.fromstring(
            f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0">'
            '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
            f"<w:lvlJc w:val='left'/><w:rPr><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr>"
            "</w:lvl></w:abstractNum></w:numbering>"
        ),
    )
    package.declare("word/numbering.xml", f"{WORD_TYPE}.numbering+xml")
    package.relate("numbering", "numbering.xml")


def _moved(package: Package, before: Element) -> None:
    words(
        f'<w:moveFromRangeStart {WHO} w:name="m1"/><w:moveFrom {WHO}>{run_of(GONE)}</w:moveFrom>'
        '<w:moveFromRangeEnd w:id="901"/>'
    )(package, before)
    words(
        f'<w:moveToRangeStart {WHO} w:name="m1"/><w:moveTo {WHO}>{run_of("挪来的词")}</w:moveTo>'
        '<w:moveToRangeEnd w:id="901"/>'
    )(package, before)


CHANGES: Mapping[str, Nasty] = MappingProxyType(
    {
        name: Nasty(put, "没接受或拒绝的修订")
        for name, put in {
            "ins": words(f"<w:ins {WHO}>{run_of('新词')}</w:ins>"),
            "del": words(deleted()),
            "move": _moved,
            "rPrChange": words(
                f"<w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr>"
                "<w:t>粗了</w:t></w:r>"
            ),
            "pPrChange": paragraphs(
                f"<w:p><w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>{run_of('段')}</w:p>"
            ),
            "mark of a paragraph": paragraphs(
                f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{run_of('前段')}</w:p>"
            ),
            "numbering": paragraphs(
                f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/><w:ins {WHO}/>'
                f"</w:numPr></w:pPr>{run_of('编号')}</w:p>"
            ),
            "sectPrChange": paragraphs(
                f"<w:p><w:pPr><w:sectPr><w:type w:val='continuous'/><w:sectPrChange {WHO}>"
                f"<w:sectPr/></w:sectPrChange></w:sectPr></w:pPr>{run_of('节')}</w:p>"
            ),
            "row": table(f"<w:trPr><w:del {WHO}/></w:trPr>", text=deleted()),
            "new row": table(f"<w:trPr><w:ins {WHO}/></w:trPr>"),
            "cell": table(
                cell=f'<w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:cellDel {WHO}/></w:tcPr>',
                text=deleted(),
            ),
            "table": paragraphs(
                '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>'
                f"<w:tblPrChange {WHO}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid/>"
                "<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
            ),
            "header": in_part("header", f"<w:p>{run_of('页眉')}{deleted()}</w:p>"),
            "footnote": in_note(deleted()),
            "text box": words(in_box(f"{run_of('框')}{deleted()}")),
            "style": _in_styles(f"<w:rPr><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr>"),
            "list": _in_numbering,
        }.items()
    }
)
