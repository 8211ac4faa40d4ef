"""Fields that would change a document become the text they show; all others stay."""

import pytest

from tests.formats.docx.publishing.in_document import bare, document, texts
from tests.reviewing.ooxml import w


def in_runs(code: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>词</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def simple(code: str) -> str:
    return f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>词</w:t></w:r></w:fldSimple></w:p>'


@pytest.mark.parametrize("field", [in_runs, simple])
@pytest.mark.parametrize(
    "code", [" DATE ", " AUTHOR ", r" FILENAME \p ", ' INCLUDETEXT "a.docx" ', " MERGEFIELD a "]
)
def test_its_text_stays_alone(field: type[str], code: str) -> None:
    put = field(code.replace('"', "&quot;"))
    package = bare(document(put))
    assert texts(package)[0] == "词"
    assert not [*package.body[0].iter(w("fldSimple"), w("fldChar"), w("instrText"))]


@pytest.mark.parametrize("field", [in_runs, simple])
@pytest.mark.parametrize("code", [" PAGE ", " SEQ 图 ", " NUMPAGES "])
def test_what_the_document_itself_knows_stays_and_is_not_dirty(field: type[str], code: str) -> None:
    package = bare(document(field(code)))
    assert [*package.body[0].iter(w("fldSimple"), w("instrText"))]
    assert "dirty" not in package.parts["word/document.xml"].decode()


def test_a_field_within_another_stays_while_that_one_goes() -> None:
    outer = in_runs(" MERGEFIELD a ").replace(
        "<w:r><w:t>词</w:t></w:r>", in_runs(" PAGE ")[5:-6], 1
    )
    package = bare(document(outer))
    assert [one.text for one in package.body[0].iter(w("instrText"))] == [" PAGE "]
    assert texts(package)[0] == "词"
