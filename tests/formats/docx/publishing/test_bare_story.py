"""Text as its readers see it, without what its writers left in it."""

from tests.formats.docx.publishing.in_document import bare, document, texts
from tests.reviewing.ooxml import w

BY = 'w:id="1" w:author="张三丰" w:date="2024-01-02T00:00:00Z"'


def left_of(put: str) -> str:
    return bare(document(put)).parts["word/document.xml"].decode()


def test_what_was_deleted_goes_and_what_was_added_stays() -> None:
    put = (
        f"<w:p><w:ins {BY}><w:r><w:t>新</w:t></w:r></w:ins>"
        f"<w:del {BY}><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    )
    package = bare(document(put))
    assert texts(package)[0] == "新"
    assert "旧" not in package.parts["word/document.xml"].decode()
    assert "张三丰" not in package.parts["word/document.xml"].decode()


def test_controls_and_marks_go_and_their_words_stay() -> None:
    put = (
        '<w:sdt><w:sdtPr><w:alias w:val="张三丰"/></w:sdtPr><w:sdtContent><w:p>'
        '<w:smartTag w:uri="x" w:element="y"><w:r><w:t>词</w:t></w:r></w:smartTag>'
        "</w:p></w:sdtContent></w:sdt>"
    )
    package = bare(document(put))
    assert texts(package)[0] == "词"
    assert not [*package.body.iter(w("sdt"), w("sdtContent"), w("smartTag"))]


def test_marks_on_words_are_taken_off() -> None:
    left = left_of(
        '<w:p><w:r><w:rPr><w:b/><w:highlight w:val="yellow"/><w:shd w:val="clear" w:fill="FFFF00"/>'
        "</w:rPr><w:t>词</w:t></w:r></w:p>"
    )
    assert "highlight" not in left
    assert "FFFF00" not in left
    assert "<w:b/>" in left


def test_bookmarks_stay_that_something_refers_to() -> None:
    left = left_of(
        '<w:p><w:bookmarkStart w:id="1" w:name="_Ref1"/><w:r><w:t>图1</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="2" w:name="张三丰"/>'
        '<w:bookmarkEnd w:id="2"/><w:fldSimple w:instr=" REF _Ref1 \\h "><w:r><w:t>图1</w:t></w:r>'
        "</w:fldSimple></w:p>"
    )
    assert '"_Ref1"' in left
    assert "张三丰" not in left


def test_the_ids_of_marks_and_of_styles_stay() -> None:
    left = left_of('<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:p>')
    assert 'w:val="Title"' in left
    assert "rsid" not in left
