"""What programs keep in a document beside what it shows: it is taken out, and goes unsaid."""

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZipFile

from lxml.etree import _Element as Element
from PIL import Image

from tests.pipeline.publishing.nasty.means import (
    FOLDER,
    GONE,
    SPACES,
    Nasty,
    Put,
    chart,
    data_of,
    drawn,
    in_note,
    paragraphs,
    part,
    run_of,
    words,
    xml,
)
from tests.reviewing.extras import png
from tests.reviewing.ooxml import CONTENT_TYPES, WORD_TYPE, Package, R


def _lonely_note(package: Package, before: Element) -> None:
    in_note(run_of(GONE))(package, before)
    before.remove(before[-1])


def _settings(text: str, relation: tuple[str, str] | None = None) -> Put:
    def put(package: Package, _before: Element) -> None:
        if relation:
            kind, target = relation
            package.parts["word/_rels/settings.xml.rels"] = (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                f'relationships"><Relationship Id="rId1" Type="{R}/{kind}" Target="{target}"'
                ' TargetMode="External"/></Relationships>'
            ).encode()
        settings = package.tree("word/settings.xml")
        settings[1:1] = xml(text)
        package.put("word/settings.xml", settings)

    return put


def _properties(package: Package, _before: Element) -> None:
    core = package.parts["docProps/core.xml"].decode()
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    package.parts["docProps/core.xml"] = core.replace(
        "</cp:coreProperties>",
        f'<cp:lastModifiedBy xmlns:cp="{space}">张三丰</cp:lastModifiedBy>'
        f'<cp:keywords xmlns:cp="{space}">机密</cp:keywords></cp:coreProperties>',
    ).encode()


def _photo(package: Package, before: Element) -> None:
    picture = Image.new("RGB", (40, 30), "#446688")
    exif = picture.getexif()
    exif[0x013B], exif[0x9286] = "zhangsanfeng", "zhangsanfeng"
    saved = BytesIO()
    picture.save(saved, "JPEG", exif=exif)
    drawn(package, before, "word/media/photo.jpg", saved.getvalue(), "jpeg")


def _path_in_name(package: Package, before: Element) -> None:
    frame = drawn(package, before, "word/media/named.png", png(), "png")
    for one in frame.iter("{*}docPr", "{*}cNvPr"):
        one.set("name", rf"{FOLDER}\会场.png")
        one.set("descr", rf"{FOLDER}\会场.png")


def _whole_workbook(package: Package, tree: Element) -> None:
    sheet = (
        f"<s:worksheet {SPACES}><s:sheetData><s:row r='1'><s:c r='A1' t='inlineStr'><s:is>"
        "<s:t>{}</s:t></s:is></s:c></s:row></s:sheetData></s:worksheet>"
    )
    content = BytesIO()
    office = "http://schemas.openxmlformats.org"
    with ZipFile(content, "w") as book:
        book.writestr(
            CONTENT_TYPES,
            f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Override PartName='
            '"/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'spreadsheetml.sheet.main+xml"/></Types>',
        )
        book.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="rId1"'
            f' Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        book.writestr("xl/workbook.xml", f"<s:workbook {SPACES}/>")
        book.writestr("xl/worksheets/sheet1.xml", sheet.format("38"))
        book.writestr("xl/worksheets/sheet2.xml", sheet.format("机密的底稿"))
    package.parts["word/embeddings/book.xlsx"] = content.getvalue()
    package.declare("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    data_of(package, tree, "package", "../embeddings/book.xlsx", "")


DATA: Mapping[str, Nasty] = MappingProxyType(
    {
        "sittings": Nasty(_settings('<w:rsids><w:rsidRoot w:val="00ABCDEF"/></w:rsids>'), ""),
        "attached template": Nasty(
            _settings(
                '<w:attachedTemplate r:id="rId1"/>',
                ("attachedTemplate", f"file:///{FOLDER}\\a.dotx"),
            ),
            "",
        ),
        "variables": Nasty(
            _settings('<w:docVars><w:docVar w:name="机密" w:val="张三丰"/></w:docVars>'), ""
        ),
        "merge": Nasty(
            _settings(
                '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/>'
                '<w:dataSource r:id="rId1"/></w:mailMerge>',
                ("mailMergeSource", f"file:///{FOLDER}\\a.mdb"),
            ),
            "",
        ),
        "properties": Nasty(_properties, ""),
        "people": Nasty(
            part(
                "word/people.xml",
                "<w15:people xmlns:w15='urn:x'>张三丰</w15:people>",
                f"{WORD_TYPE}.people+xml",
                "people",
            ),
            "",
        ),
        "custom data": Nasty(
            part("customXml/item9.xml", "<a>机密</a>", "application/xml", "customXml"), ""
        ),
        "printer": Nasty(
            part(
                "word/printerSettings1.bin",
                "zhangsanfeng".encode("utf-16-le"),
                f"{WORD_TYPE}.printerSettings",
                "printerSettings",
            ),
            "",
        ),
        "glossary": Nasty(
            part(
                "word/glossary/document.xml",
                f"<w:glossaryDocument {SPACES}><w:p>{run_of('机密')}</w:p></w:glossaryDocument>",
                f"{WORD_TYPE}.document.glossary+xml",
                "glossaryDocument",
            ),
            "",
        ),
        "web settings": Nasty(
            part(
                "word/webSettings.xml",
                f"<w:webSettings {SPACES}><w:divs><w:div w:id='1'/></w:divs></w:webSettings>",
                f"{WORD_TYPE}.webSettings+xml",
                "webSettings",
            ),
            "",
        ),
        "photo": Nasty(_photo, ""),
        "path in a name": Nasty(_path_in_name, ""),
        "bookmark": Nasty(
            words('<w:bookmarkStart w:id="99" w:name="张三丰看到这里"/><w:bookmarkEnd w:id="99"/>'),
            "",
        ),
        "control": Nasty(
            words(
                '<w:sdt><w:sdtPr><w:alias w:val="张三丰填"/><w:tag w:val="机密"/></w:sdtPr>'
                f"<w:sdtContent>{run_of('控件里的词')}</w:sdtContent></w:sdt>"
            ),
            "",
        ),
        "bound control": Nasty(
            words(
                '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/机密" w:storeItemID="{1}"/></w:sdtPr>'
                f"<w:sdtContent>{run_of('控件里的词')}</w:sdtContent></w:sdt>"
            ),
            "",
        ),
        "permission": Nasty(
            words(
                f'<w:permStart w:id="5" w:ed="office\\zhangsanfeng"/>{run_of("可编辑")}'
                '<w:permEnd w:id="5"/>'
            ),
            "",
        ),
        "sitting": Nasty(
            paragraphs(f'<w:p w:rsidR="00ABCDEF" w14:paraId="1A2B3C4D">{run_of("段")}</w:p>'), ""
        ),
        "lonely note": Nasty(_lonely_note, ""),
        "whole workbook": Nasty(chart(_whole_workbook), ""),
    }
)
