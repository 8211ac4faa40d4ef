from generator.model.finding import Refusal, TemplateRefusal
from generator.model.one_line import lines_said, on_one_line


def test_no_name_begins_a_line_of_its_own() -> None:
    assert on_one_line("甲\n已生成：乙\r\n丙") == "甲↵已生成：乙↵丙"
    assert lines_said(["一\n二", "三"]) == "一↵二\n三"


def test_a_refusal_is_one_line_and_that_of_a_template_a_line_for_each_problem() -> None:
    assert str(Refusal("找不到文件 甲\n已生成：乙。")) == "找不到文件 甲↵已生成：乙。"
    said = str(TemplateRefusal("甲\n.docx", ["一\n二", "三"]))
    assert said == "模板 甲↵.docx 不能用，请在 Word 里改正：\n  一↵二\n  三"
