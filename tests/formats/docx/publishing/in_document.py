"""A document with some XML in its text, and what goes out of it."""

from collections.abc import Mapping
from datetime import date

from lxml import etree

from generator.formats.docx.publishing.cleaned import cleaned
from generator.model.publication import Publication
from tests.pipeline.small_office import small_document
from tests.reviewing.ooxml import Package, w

PUBLICATION = Publication(("某某局", "2023年报告"), "某某局", 2023, date(2024, 1, 20), ())


def document(put: str = "") -> dict[str, bytes]:
    """Return the parts of a small report with XML before its first paragraph."""
    package = Package.open(small_document())
    spaces = package.root.nsmap
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in spaces.items() if name)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = "" if "r" in spaces else f' xmlns:r="{office}"'
    for one in reversed(etree.fromstring(f"<root {declared}{more}>{put}</root>")):
        package.body.insert(0, one)
    return Package.open(package.save()).parts


def bare(parts: Mapping[str, bytes]) -> Package:
    """Return what of a document goes out."""
    return Package.open(cleaned(parts, PUBLICATION, "", lambda content: content))


def texts(package: Package) -> list[str]:
    """Return the words of the body, by paragraphs."""
    paragraphs = package.body.iterchildren(w("p"))
    return ["".join(one.text or "" for one in each.iter(w("t"))) for each in paragraphs]
