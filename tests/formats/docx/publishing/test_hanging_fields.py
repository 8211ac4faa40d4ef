"""Fields that are stale are told, and those that are not are not."""

from generator.formats.docx.publishing.hanging_fields import hanging_fields
from tests.formats.docx.publishing.in_document import document

MARKED = (
    '<w:p><w:bookmarkStart w:id="8" w:name="_Ref8"/><w:r><w:t>图</w:t></w:r>'
    '<w:fldSimple w:instr=" SEQ 图 \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:bookmarkEnd w:id="8"/></w:p>'
)


def told(put: str) -> list[str]:
    return [one.what for one in hanging_fields(document(put), "")]


def reference(code: str, shown: str) -> str:
    run = f"<w:r><w:t>{shown}</w:t></w:r>"
    return f'{MARKED}<w:p><w:fldSimple w:instr="{code}">{run}</w:fldSimple></w:p>'


def test_what_is_up_to_date_is_not_told() -> None:
    assert told(reference(r" REF _Ref8 \h ", "图1")) == []
    assert told(reference(r" REF _Ref8 \* MERGEFORMAT ", "图 1")) == []


def test_what_shows_a_page_or_a_number_cannot_be_told() -> None:
    assert told(reference(r" REF _Ref8 \r \h ", "（一）")) == []
    assert told(reference(r" PAGEREF _Ref8 \h ", "3")) == []


def test_what_the_words_have_left_behind_is_told() -> None:
    assert told(reference(r" REF _Ref8 \h ", "图2")) == [
        "有没更新的域：“图2”，引用的地方现在是“图1”"
    ]


def test_what_leads_to_nothing_is_told() -> None:
    assert told(reference(" PAGEREF _Ref9 ", "3")) == ["有引用了别处、那里已经删去的域：“3”"]


def test_numbers_that_begin_anew_are_not_counted() -> None:
    anew = '<w:p><w:fldSimple w:instr=" SEQ 表 \\r 5 "><w:r><w:t>5</w:t></w:r></w:fldSimple></w:p>'
    assert told(anew) == []
    wrong = anew.replace("\\r 5", "")
    assert told(wrong) == ["有没更新的域：表的序号是 5，应为 1"]


def test_a_document_as_it_was_made_has_none() -> None:
    assert told("") == []
