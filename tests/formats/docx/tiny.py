"""Tiny documents, written down in code."""

from collections.abc import Mapping

from lxml import etree

from generator.files.zip_archive import package
from generator.formats.docx.package.ooxml import serialize
from generator.formats.docx.package.part_names import CONTENT_TYPES, OFFICE, RELATIONSHIPS, W

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = {
    "w": W[1:-1],
    "r": f"{OFFICE}/relationships",
    "m": f"{OFFICE}/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships"
_KINDS = {
    "numbering": f"{OFFICE}/relationships/numbering",
    "styles": f"{OFFICE}/relationships/styles",
    "footer": f"{OFFICE}/relationships/footer",
    "comments": f"{OFFICE}/relationships/comments",
    "commentsExtended": f"{_MICROSOFT}/commentsExtended",
}


def element(tag: str, content: str = "") -> etree._Element:
    """Return an element with the usual names declared, such as w:numbering."""
    return etree.fromstring(f"<{tag} {_DECLARED}>{content}</{tag}>")


def document(content: str) -> etree._Element:
    """Return the root of a document whose body has some content."""
    return element("w:document", f"<w:body>{content}</w:body>")


def run(text: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """Return a paragraph of runs and the like."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def parts(root: etree._Element, **others: etree._Element) -> dict[str, bytes]:
    """Return the parts of a .docx; `others` are such as numbering, styles and comments."""
    types = (
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    ) + "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for kind in others
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{CONTENT_TYPES[1:-1]}">{types}</Types>'.encode(),
        "_rels/.rels": _relations({f"{OFFICE}/relationships/officeDocument": "word/document.xml"}),
        "word/document.xml": serialize(root),
        "word/_rels/document.xml.rels": _relations(
            {_KINDS[kind]: f"{kind}.xml" for kind in others}
        ),
        **{f"word/{kind}.xml": serialize(part) for kind, part in others.items()},
    }


def packed(root: etree._Element, **others: etree._Element) -> bytes:
    """Return a .docx."""
    return package(parts(root, **others))


def _relations(targets: Mapping[str, str]) -> bytes:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS[1:-1]}">{relations}</Relationships>'.encode()
