"""How something is put into a document; nothing of generator/ is used."""

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from tests.reviewing.extras import drawing
from tests.reviewing.ooxml import WORD_TYPE, Package, R, W
from tests.reviewing.things import THINGS

SECRETS = ("张三丰", "机密", "zhangsanfeng", "2019-03-04")
WHO = 'w:id="901" w:author="张三丰" w:date="2019-03-04T05:06:07Z"'
GONE = "机密的旧词"
FOLDER = r"C:\Users\zhangsanfeng\Pictures"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": R,
        "a": f"{DRAWN}/main",
        "wp": f"{DRAWN}/wordprocessingDrawing",
        "pic": f"{DRAWN}/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "dgm": f"{DRAWN}/diagram",
        "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    }.items()
)

Put = Callable[[Package, Element], None]


class Nasty(NamedTuple):
    """How it is put in before a paragraph, and what is said of it; empty: it goes unsaid.

    Whatever is secret in it is one of SECRETS.
    """

    put: Put
    said: str


def xml(text: str) -> list[Element]:
    """Return elements of WordprocessingML."""
    return list(etree.fromstring(f"<root {SPACES}>{text}</root>"))


def run_of(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str = GONE) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def paragraphs(text: str) -> Put:
    """Put these before a paragraph."""

    def put(_package: Package, before: Element) -> None:
        for one in xml(text):
            before.addprevious(one)

    return put


def words(text: str) -> Put:
    """Put runs into a paragraph of their own."""
    return paragraphs(f"<w:p>{run_of('这一段')}{text}</w:p>")


def field(code: str, result: str, attributes: str = "") -> str:
    """Return a field in runs."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin" {attributes}/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run_of(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def in_part(kind: str, text: str) -> Put:
    """Put a header or a footer with these paragraphs."""

    def put(package: Package, _before: Element) -> None:
        part = f"word/{kind}{package.next_id()}.xml"
        tag = {"header": "hdr", "footer": "ftr"}[kind]
        package.parts[part] = f"<w:{tag} {SPACES}>{text}</w:{tag}>".encode()
        package.declare(part, f"{WORD_TYPE}.{kind}+xml")
        key = package.relate(kind, part.removeprefix("word/"))
        section = next(package.body.iterchildren(f"{{{W}}}sectPr"))
        for one in section.findall(f"{{{W}}}{kind}Reference[@{{{W}}}type='default']"):
            section.remove(one)
        section.insert(0, xml(f'<w:{kind}Reference w:type="default" r:id="{key}"/>')[0])

    return put


def in_note(text: str) -> Put:
    """Put a footnote with these runs."""

    def put(package: Package, before: Element) -> None:
        note = THINGS["脚注"][0](package)
        before.append(note)
        notes = package.tree("word/footnotes.xml")
        list(notes.iter(f"{{{W}}}p"))[-1].extend(xml(text))
        package.put("word/footnotes.xml", notes)

    return put


def in_box(text: str) -> str:
    """Return a run with a text box."""
    return (
        '<w:r><w:pict><v:shape id="_x0000_s1" style="width:90pt;height:30pt" type="#_x0000_t202">'
        f"<v:textbox><w:txbxContent><w:p>{text}</w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )


def table(row: str = "", cell: str = "", text: str = "") -> Put:
    """Put a table of two rows; some properties in the second."""
    rows = (
        "<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr>"
        f"<w:tr>{row}<w:tc>{cell}<w:p>{text or run_of('乙')}</w:p></w:tc></w:tr>"
    )
    return paragraphs(
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="2000"/></w:tblGrid>{rows}</w:tbl><w:p/>'
    )


def related(kind: str, target: str, inner: str) -> Put:
    """Put what names an address outside by its relation, in which {key} is the id of that."""

    def put(package: Package, before: Element) -> None:
        key = package.relate(kind, target, external=True)
        words(inner.format(key=key))(package, before)

    return put


def part(
    name: str, content: str | bytes, content_type: str, kind: str = "", inner: str = ""
) -> Put:
    """Put a part, related to by the document, and what names it."""

    def put(package: Package, before: Element) -> None:
        data = content.encode() if isinstance(content, str) else content
        package.parts[name] = data
        package.declare(name, content_type)
        key = package.relate(kind, f"/{name}") if kind else ""
        if inner:
            words(inner.format(key=key))(package, before)

    return put


def drawn(package: Package, before: Element, name: str, content: bytes, kind: str) -> Element:
    package.parts[name] = content
    package.declare(name.rpartition(".")[2], f"image/{kind}")
    frame = drawing(package.relate("image", name.removeprefix("word/")), package.next_id())
    paragraph = xml("<w:p><w:r/></w:p>")[0]
    paragraph[0].append(frame)
    before.addprevious(paragraph)
    return frame


def chart(change: Callable[[Package, Element], None]) -> Put:
    def put(package: Package, before: Element) -> None:
        run = THINGS["图表"][0](package)
        paragraph = xml("<w:p/>")[0]
        paragraph.append(run)
        before.addprevious(paragraph)
        tree = package.tree("word/charts/chart1.xml")
        change(package, tree)
        package.put("word/charts/chart1.xml", tree)

    return put


def data_of(package: Package, tree: Element, kind: str, target: str, mode: str) -> None:
    package.parts["word/charts/_rels/chart1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{R}/{kind}" Target="{target}" {mode}/></Relationships>'
    ).encode()
    space = f"{DRAWN}/chart"
    data = etree.SubElement(tree, f"{{{space}}}externalData")
    data.set(f"{{{R}}}id", "rId9")
