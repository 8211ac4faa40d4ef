"""A document as it goes out says what it said, and nothing of those who wrote it."""

from generator.files.zip_archive import DOCUMENT, unpacked
from generator.formats.docx.publishing.cleaned import cleaned
from tests.formats.docx.publishing.in_document import PUBLICATION, bare, document, texts
from tests.reviewing.ooxml import CONTENT_TYPES, Package


def test_it_says_the_same_words() -> None:
    parts = document()
    assert texts(bare(parts)) == texts(Package(parts))


def test_it_says_by_which_organ_it_is_and_of_which_day() -> None:
    core = bare(document()).parts["docProps/core.xml"].decode()
    assert "<dc:creator>某某局</dc:creator>" in core
    assert core.count("2024-01-20T00:00:00Z") == 2
    assert "<dc:language>zh-CN</dc:language>" in core


def test_the_data_it_was_made_from_do_not_go_out() -> None:
    parts = document()
    assert any(part.startswith("customXml/") for part in parts)
    assert "docProps/custom.xml" in parts
    left = bare(parts).parts
    assert not [part for part in left if part.startswith("customXml/")]
    assert "docProps/custom.xml" not in left


def test_nothing_refers_to_what_did_not_go_out() -> None:
    left = bare(document()).parts
    told = left[CONTENT_TYPES].decode() + "".join(
        content.decode() for part, content in left.items() if part.endswith(".rels")
    )
    assert "custom" not in told


def test_the_same_document_goes_out_as_the_same_bytes() -> None:
    first, second = (
        cleaned(document(), PUBLICATION, "", lambda content: content) for _ in range(2)
    )
    assert first == second


def test_what_is_clean_stays_as_it_is() -> None:
    once = cleaned(document(), PUBLICATION, "", lambda content: content)
    again = cleaned(unpacked(once, "", DOCUMENT), PUBLICATION, "", lambda content: content)
    assert once == again


def test_pictures_go_out_as_bare_as_they_are_made() -> None:
    parts = document()
    package = Package(parts)
    package.parts["word/media/a.png"] = b"with a name"
    package.declare("png", "image/png")
    key = package.relate("image", "media/a.png")
    package.body[0].set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", key
    )
    changed = Package.open(package.save()).parts
    left = cleaned(changed, PUBLICATION, "", lambda content: content[:4])
    assert Package.open(left).parts["word/media/a.png"] == b"with"


def test_a_note_whose_mark_was_deleted_goes() -> None:
    parts = document()
    package = Package(parts)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package.parts["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{space}">'
        '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>旧注</w:t></w:r></w:p></w:footnote></w:footnotes>'
    ).encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    package.declare("word/footnotes.xml", kind)
    package.relate("footnotes", "footnotes.xml")
    left = bare(Package.open(package.save()).parts).parts["word/footnotes.xml"].decode()
    assert "旧注" not in left
    assert "separator" in left
