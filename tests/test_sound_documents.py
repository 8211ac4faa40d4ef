"""What every document is looked at for is noticed."""

import pytest

from generator.files.zip_archive import package
from tests.few import each
from tests.sound_documents import looked_at, unsound


@each(
    "content",
    [
        b"<w:altChunk/>",
        b"<object>",
        b'<a:blip r:link="rId1"/>',
        b'<v:imagedata src="x"/>',
        b'<a xlink:href="x"/>',
        b"<w:instrText> INCLUDEPICTURE x</w:instrText>",
        b'<Relationship Target="file:///x" TargetMode="External"/>',
        b'<Relationship Type="x/vbaProject" Target="y.bin"/>',
    ],
)
def test_what_leads_outside_is_found(content: bytes) -> None:
    assert len(unsound({"word/document.xml": content})) == 1


@each("one", [b'<wp:docPr id="1"/>', b'<w:p w14:paraId="1"/>', b'<w:footnoteReference w:id="1"/>'])
def test_an_id_that_is_there_twice_is_found(one: bytes) -> None:
    assert unsound({"word/document.xml": one}) == []
    assert len(unsound({"word/document.xml": one * 2})) == 1


def test_an_address_on_the_web_leads_where_it_says() -> None:
    link = b'<Relationship Target="https://www.example.gov.cn" TargetMode="External"/>'
    assert unsound({"word/_rels/document.xml.rels": link}) == []


def test_neither_the_parts_of_a_document_nor_those_it_begins_with_may_be_unsound() -> None:
    packaged = looked_at(package)
    sound, wrong = {"word/a.xml": b"<w:p/>"}, {"word/b.xml": b"<w:altChunk/>"}
    assert packaged(sound, package({})) == package(sound, package({}))
    for parts, begun in ((wrong, sound), (sound, wrong)):
        with pytest.raises(AssertionError, match="altChunk"):
            packaged(parts, package(begun))
