import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.manuscript.review.merged_words import merged_words

BASE = "全年召开专题会议三次，发布信息【备案公文】条，研究部署重点任务。"
TEXTS = st.lists(
    st.sampled_from(["甲", "乙丙", "信息", "。", "，", "5", "2023年", "【备案公文】"]), max_size=8
).map("".join)


@pytest.mark.parametrize(
    ("workbook", "document", "both"),
    [
        (
            BASE.replace("重点任务", "主要工作"),
            BASE.replace("三次", "五次"),
            BASE.replace("重点任务", "主要工作").replace("三次", "五次"),
        ),
        (
            BASE.replace("，研究部署重点任务", ""),
            f"2023年，{BASE}",
            "2023年，" + BASE.replace("，研究部署重点任务", ""),
        ),
        (BASE.replace("三次", "四次"), BASE.replace("三次", "五次"), None),
        (BASE.replace("【备案公文】", "【公开公文】"), BASE.replace("【备案公文】", "50"), None),
    ],
)
def test_words_changed_in_different_places_come_together(
    workbook: str, document: str, both: str | None
) -> None:
    assert merged_words(BASE, workbook, document) == both
    assert merged_words(BASE, document, workbook) == both


def test_what_citations_share_is_no_word_of_its_own() -> None:
    base, workbook, document = "【受理总数】件", "【受理合计】件", "【办理总数】件"
    assert merged_words(base, workbook, document) is None


def test_a_workbook_that_holds_the_document_s_words_may_go_on_elsewhere() -> None:
    document = BASE.replace("三次", "五次")
    workbook = document.replace("会议五次", "大会五次")
    assert merged_words(BASE, document, document) == document
    assert merged_words(BASE, workbook, document) is None
    farther = document.replace("重点任务", "主要工作")
    assert merged_words(BASE, farther, document) == farther


@given(TEXTS, TEXTS, TEXTS)
def test_brought_together_twice_is_once(base: str, workbook: str, document: str) -> None:
    both = merged_words(base, workbook, document)
    if both is not None:
        assert merged_words(base, both, document) == both
        assert merged_words(base, both, workbook) == both


@given(TEXTS, TEXTS)
def test_what_one_side_changed_stands(base: str, other: str) -> None:
    assert merged_words(base, base, other) == other
    assert merged_words(base, other, base) == other
