from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.manuscript.manuscript import Doubt, Manuscript, Thing, Trace, Unseen
from generator.manuscript.review.beyond_workbook import Leftover, leftovers
from generator.manuscript.review.comparison import compare
from generator.model.report import Entry, Report
from tests import samples
from tests.forms import FORM
from tests.manuscript.review.edited import (
    compared,
    generated,
    line,
    recelled,
    refigured,
    retyped,
    spot_of,
)

SAMPLE = samples.report()
GENERATED = generated(SAMPLE)
LAST = "本年度未收取信息处理费。"
HEADING = FORM.headings[4]
TITLE = "2024年政府信息公开工作年度报告"


def left(document: Manuscript) -> list[Leftover]:
    return leftovers(compare(SAMPLE, GENERATED, document, FORM), FORM)


def left_after(changed: dict[str, str | Sequence[str] | None]) -> list[Leftover]:
    return leftovers(compared(SAMPLE, changed), FORM)


def test_what_belongs_in_the_workbook_is_not_left_over() -> None:
    assert left(GENERATED) == []
    document = refigured(GENERATED, {"规章制发": "77（其中修订1件）"})
    edits: dict[str, str | Sequence[str] | None] = {
        LAST: [LAST, "再说一句。"],
        "（一）第五部分的标题": "（一）第五部分的新标题",
        "公开的渠道不够多。已加强培训，完善了制度。": None,
        TITLE: TITLE.replace("2024", "2023"),
    }
    assert left(retyped(document, edits)) == []


def test_a_changed_heading_of_the_form_is_to_be_restored() -> None:
    (found,) = left_after({HEADING: "五、存在的突出问题及改进情况"})
    assert found.what == f"“{HEADING}”是规定的标题，改成了“五、存在的突出问题及改进情况”"
    assert found.advice.startswith("请照格式逐字恢复")
    assert found.place == next(one.place for one in GENERATED.lines if one.text == HEADING)


def test_a_heading_of_the_form_that_was_deleted() -> None:
    (found,) = left_after({HEADING: None})
    assert found.what == f"“{HEADING}”是规定的标题，删去了"


def test_a_heading_of_the_form_that_was_moved() -> None:
    at = [one.text for one in GENERATED.lines].index(HEADING)
    moved = GENERATED.lines[at]
    blocks = [block for block in GENERATED.blocks if block != moved]
    (found,) = left(Manuscript((*blocks, moved)))
    assert found.what == f"“{HEADING}”是规定的标题，移动了"


def test_a_title_in_other_words_is_told() -> None:
    (found,) = left_after({TITLE: "2024年度政府信息公开工作报告"})
    assert found.what == f"“{TITLE}”是标题，改成了“2024年度政府信息公开工作报告”"
    assert [one.what for one in left_after({TITLE: None})] == [f"“{TITLE}”是标题，删去了"]


def test_a_title_with_another_organ_than_the_text_is_told() -> None:
    other = "某某市某某委员会"
    (found,) = left_after({"某某市某某局": other})
    assert found.what == f"“某某市某某局”是标题里的机关名称，改成了“{other}”"
    opening = GENERATED.lines[2].text
    everywhere = {"某某市某某局": other, opening: opening.replace("某某市某某局", other, 1)}
    assert left_after({**everywhere}) == []
    by_now = replace(SAMPLE, entries={**SAMPLE.entries, "机关名称": Entry(other)})
    only_title = compared(SAMPLE, {"某某市某某局": other})
    assert leftovers(only_title, FORM, by_now) == []


def test_lines_outside_the_form_s_parts_are_told_once() -> None:
    (one,) = left(Manuscript((line("（此件公开发布）"), *GENERATED.blocks)))
    assert one.what.endswith("增加了“（此件公开发布）”")
    appendix = ["附件1", "政策解读材料清单", "共十二篇。"]
    (three,) = left_after({LAST: [LAST, *appendix]})
    assert three.what.endswith("增加了“附件1”等 3 段")
    assert "工作簿里放不下" in three.advice


def test_a_reworded_label_is_to_be_restored() -> None:
    (found,) = left(recelled(GENERATED, {(0, (3, 0)): "行政规范性文件（含修订）"}))
    assert found.what == "表里的“行政规范性文件”改成了“行政规范性文件（含修订）”"
    assert found.advice == "行名、列名由格式规定，请恢复"


def test_a_table_more_or_a_row_that_is_not_found() -> None:
    other = replace(GENERATED.grids[0], cells={(0, 0): "序号", (0, 1): "名称"})
    (more,) = left(replace(GENERATED, blocks=(*GENERATED.blocks, other)))
    assert more.what == "增加了“序号／名称”"
    less = left(recelled(GENERATED, {(0, (2, 0)): "通告"}))
    assert [one.advice for one in less if "行“规章”" in one.what] == ["请照格式恢复"]


def test_whatever_else_is_done_to_a_table_is_told() -> None:
    last = max(row for row, _ in GENERATED.grids[0].cells) + 1
    for change in ({(0, (1, 0)): "项目"}, {(0, (1, 0)): ""}, {(0, (last, 0)): "合计"}):
        assert left(recelled(GENERATED, change)), change
    assert left(replace(GENERATED, blocks=(*GENERATED.blocks, GENERATED.grids[0])))


def test_pictures_headers_and_footers_stay_in_the_document() -> None:
    document = replace(GENERATED, others=(Thing("脚注"),), margins=("内部资料",))
    found = left(document)
    assert [one.what for one in found] == ["增加了“脚注”", "增加了“内部资料”"]
    (gone,) = leftovers(compare(SAMPLE, document, replace(document, margins=()), FORM), FORM)
    assert gone.what == "删去了“内部资料”"


def test_a_cell_without_a_number_cannot_be_written_back() -> None:
    (words,) = left(refigured(GENERATED, {"规章制发": "若干"}))
    assert words.what == "表里“规章制发”改成了“若干”，不是数字"
    assert words.place.within == "第1个表格"
    (blank,) = left(refigured(GENERATED, {"规章制发": ""}))
    assert blank.what == "表里“规章制发”清空了"
    assert "填 0" in blank.advice


ISSUED, SIGNATURE = "成文日期", "落款"
SIGNED_REPORT = replace(
    SAMPLE,
    entries={
        **SAMPLE.entries,
        SIGNATURE: Entry("某某市某某局"),
        ISSUED: Entry(date(2025, 1, 20)),
    },
)
SIGNED = Manuscript((*GENERATED.blocks, line("某某市某某局"), line("2025年1月20日")))


def left_of_signed(*closing: str, workbook: Report | None = None) -> list[Leftover]:
    document = Manuscript((*GENERATED.blocks, *map(line, closing)))
    return leftovers(compare(SIGNED_REPORT, SIGNED, document, FORM), FORM, workbook)


def test_a_signature_or_date_that_was_changed_belongs_in_the_workbook() -> None:
    assert left_of_signed("某某市某某委员会", "2025年2月3日") == []


def test_a_signature_or_date_that_was_deleted_is_called_what_it_is() -> None:
    (found,) = left_of_signed("某某市某某局")
    assert found.what == "“2025年1月20日”是成文日期，删去了"
    assert "清空" in found.advice
    signature, issued = left_of_signed()
    assert signature.what == "“某某市某某局”是落款，删去了"
    assert issued == found


def test_what_was_cleared_in_the_workbook_too_is_not_left() -> None:
    assert left_of_signed(workbook=SAMPLE) == []
    assert len(left_of_signed(workbook=SIGNED_REPORT)) == 2


def test_a_line_behind_the_signature_stays_in_the_document() -> None:
    (found,) = left_of_signed("某某市某某局", "2025年1月20日", "（此件公开发布）")
    assert found.what == "在正文结束以后增加了“（此件公开发布）”"


def test_a_figure_of_which_a_part_was_struck_is_asked_with_both_readings() -> None:
    number, spot = spot_of("规章制发")
    grids = list(refigured(GENERATED, {"规章制发": "13"}).grids)
    grids[number] = replace(grids[number], doubts={spot: Doubt("13", "123")})
    (found,) = left(Manuscript((*GENERATED.lines, *grids)))
    assert "剩下的连起来是 13，连划去的是 123" in found.what
    traces = (Trace("", "", "1", added=False, how=Unseen.STRUCK),)
    grids[number] = replace(grids[number], cells={**grids[number].cells, spot: ""}, doubts={})
    grids[number] = replace(grids[number], traces={spot: traces})
    (found,) = left(Manuscript((*GENERATED.lines, *grids)))
    assert found.what == "表里“规章制发”整个去掉了（删除线），没有写新的"
