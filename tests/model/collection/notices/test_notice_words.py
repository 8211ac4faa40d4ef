"""What a notice says around its list."""

import pytest

from generator.model.collection.filing import Filing
from generator.model.collection.notices.notice_words import of_no_use


@pytest.mark.parametrize(
    ("filing", "said"),
    [
        (None, "你单位报来的文件用不了，里面的数字没有计入汇总。"),
        (Filing("a/b.pdf", "PDF"), "你单位报来的“b.pdf”用不了，里面的数字没有计入汇总。"),
        (
            Filing("a/b.zip›c/d.docx", "Word 文档", "", "2025-01-02 08:05:59", "打不开"),
            "你单位报来的“b.zip”里的“d.docx”（2025年1月2日8:05保存）用不了，"
            "里面的数字没有计入汇总：打不开。",
        ),
        (
            Filing("b.pdf", "PDF", modified="不知道"),
            "你单位报来的“b.pdf”用不了，里面的数字没有计入汇总。",
        ),
    ],
)
def test_a_file_is_called_as_its_unit_knows_it(filing: Filing | None, said: str) -> None:
    assert of_no_use(filing)[0] == said
