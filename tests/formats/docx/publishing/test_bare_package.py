"""Nothing in a package leads outside, but links that everybody may follow."""

import pytest

from generator.formats.docx.package.foreign import foreign
from tests.formats.docx.publishing.in_document import bare, document, texts
from tests.reviewing.ooxml import Package, w

LINK = '<w:p><w:hyperlink r:id="{}"><w:r><w:t>{}</w:t></w:r></w:hyperlink></w:p>'


def linked(target: str, shown: str = "见") -> Package:
    package = Package(document())
    key = package.relate("hyperlink", target, external=True)
    return bare_with(package, LINK.format(key, shown))


def bare_with(package: Package, put: str) -> Package:
    parts = Package.open(package.save()).parts
    more = document(put)
    return bare({**parts, "word/document.xml": more["word/document.xml"]})


def test_a_link_that_everybody_may_follow_stays() -> None:
    package = linked("https://www.example.gov.cn/a")
    assert [*package.body.iter(w("hyperlink"))]
    assert "www.example.gov.cn" in package.parts["word/_rels/document.xml.rels"].decode()


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("file:///C:/a.docx", "见"),
        (r"\\server\share", "见"),
        ("http://10.0.0.1/a", "见"),
        ("https://b.gov.cn", "www.a.gov.cn"),
    ],
)
def test_of_any_other_its_words_stay(target: str, shown: str) -> None:
    package = linked(target, shown)
    assert texts(package)[0] == shown
    assert not [*package.body.iter(w("hyperlink"))]
    assert target not in package.parts["word/_rels/document.xml.rels"].decode()


def test_a_picture_that_lies_in_the_document_stays_though_it_was_linked_too() -> None:
    package = Package(document())
    package.parts["word/media/a.png"] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR IEND\xaeB`\x82"
    package.declare("png", "image/png")
    inside = package.relate("image", "media/a.png")
    outside = package.relate("image", "file:///C:/a.png", external=True)
    drawn = "http://schemas.openxmlformats.org/drawingml/2006/main"
    put = (
        f'<w:p><w:r><w:drawing><a:blip xmlns:a="{drawn}" r:embed="{inside}" r:link="{outside}"/>'
        "</w:drawing></w:r></w:p>"
    )
    left = bare_with(package, put)
    assert "r:embed" in left.parts["word/document.xml"].decode()
    assert "r:link" not in left.parts["word/document.xml"].decode()
    assert foreign(left.parts, "") == []


def test_parts_of_no_known_kind_do_not_go_out() -> None:
    package = Package(document())
    package.parts["word/secret.bin"] = b"?"
    package.declare("word/secret.bin", "application/octet-stream")
    package.relate("secret", "secret.bin")
    left = bare(Package.open(package.save()).parts).parts
    assert "word/secret.bin" not in left
    assert foreign(left, "") == []
