"""A report from documents that this program did not write, whatever they look like."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.form.labels import label_key
from generator.formats.docx.reading.body import read_body
from generator.manuscript.importing.imported_report import imported_report
from generator.manuscript.manuscript import Manuscript
from generator.model.finding import Finding, Severity
from generator.model.narrative import printed
from generator.model.report import Report
from tests.few import few
from tests.forms import FORM, OLDER
from tests.manuscript.importing.documents import (
    BODY,
    OPENING,
    ORGAN,
    Published,
    report,
    with_leader,
)
from tests.samples import numbers

FILE = "公布.docx"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
(REQUESTS,) = FORM.sections[2].tables


def manuscript(made: Published) -> Manuscript:
    return read_body(open_archive(made.content(), FILE, DOCUMENT), FILE).manuscript


def nothing(*_: object) -> None:
    """Write no table: a document without is soon read, most of all without the one on requests."""


def without_tables(**more: Any) -> Published:
    return report(tables=dict.fromkeys((2, 3, 4), nothing), **more)


def take(made: Published) -> tuple[Report, list[Finding]]:
    read = manuscript(made)
    found, findings = imported_report(read, (FORM, OLDER))
    lost = list(unaccounted(read, found, findings))
    assert lost == []
    return found, findings


def unaccounted(read: Manuscript, found: Report, findings: list[Finding]) -> Iterator[str]:
    """Yield lines and cells that are neither in the report nor named by a finding."""
    lines, _ = printed(found, FORM)
    said = [f"{line.number}{line.heading}{line.text}" for line in lines]
    said += [piece for line in lines for piece in (line.heading, line.text)]
    said += [entry.printed for entry in found.entries.values()]
    said += [heading.text for heading in found.headings]
    said += [found.title.text] if found.title else []
    said += [f"{finding.message}\n{finding.quote}" for finding in findings]
    said += [figure.printed + figure.typed for figure in found.figures.values()]
    labels = [
        label
        for form in (FORM, OLDER)
        for table in form.tables
        for block in table.blocks
        for label in (
            block.caption,
            block.corner,
            *(label for row in block.rows for label in row.label),
            *(label for column in block.columns for label in column.label),
        )
    ]
    whole = label_key("\n".join([*said, *labels]))
    for text in (
        *(line.text for line in read.lines),
        *(text for one in read.grids for text in one.cells.values()),
    ):
        if label_key(text).rstrip("。") not in whole:
            yield text


def values(found: Report) -> dict[str, int]:
    return {name: int(one.value) for name, one in found.figures.items() if one.value is not None}


def rows(found: Report, part: str) -> list[tuple[int, str, str]]:
    return [(line.level, line.heading, line.text) for line in found.part(part)]


def messages(findings: list[Finding]) -> str:
    return "\n".join(str(finding) for finding in findings)


def test_a_plain_document_is_taken_over_whole() -> None:
    found, findings = take(report())
    assert findings == []
    assert values(found) == numbers()
    assert {name: entry.printed for name, entry in found.entries.items()} == {
        "机关名称": ORGAN,
        "机关类型": "部门",
        "年度": "2023",
        "统计期限起": "2023年1月1日",
        "统计期限止": "2023年12月31日",
        "网址": "http://www.example.gov.cn/mmj/",
        "联系部门": "某某市某某局办公室",
        "电话": "010-12345678",
        "邮箱": "office@example.gov.cn",
    }
    assert rows(found, "开头") == [(0, "", OPENING)]
    assert rows(found, "第一部分") == [
        (0, "", "2023年，我局认真做好政府信息公开工作。"),
        (2, "主动公开", "发布信息【【重点】100条。"),
        (0, "", "另有一段。"),
        (2, "依申请公开。", "新收申请若干件。"),
        (3, "规范办理", "依法答复。"),
        (3, "加强会商", "集体研究。"),
    ]
    assert rows(found, "第四部分表后") == [(0, "", "注：上表为全市汇总数。")]
    assert rows(found, "第四部分表前") == []


def test_automatic_numbers_are_levels_like_typed_ones() -> None:
    made = Published().lines(f"{ORGAN}2023年政府信息公开工作年度报告", OPENING)
    made.lines(FORM.headings[0])
    made.numbered("第一点。正文。")
    made.numbered("第二点。正文。")
    made.lines(*FORM.headings[1:])
    found, _ = imported_report(manuscript(made), (FORM, OLDER))
    assert rows(found, "第一部分") == [(3, "第一点", "正文。"), (3, "第二点", "正文。")]


def test_numbers_of_another_kind_stay_in_the_text_and_are_told() -> None:
    found, findings = take(without_tables(body={**BODY, 1: ("1、甲。", "2、乙。", "（三）丙。")}))
    assert [text for _, _, text in rows(found, "第一部分")] == ["1、甲。", "2、乙。", "（三）丙。"]
    assert "3 段的序号与格式的写法或次序不同" in messages(findings)


def test_what_stands_around_the_report_is_named() -> None:
    made = without_tables(
        title=(ORGAN, "政府信息公开工作年度报告", "（2023年度）"),
        before=("某人社〔2024〕3号", "索引号：0001"),
        contents=("目　录", *(with_leader(heading, 1) for heading in FORM.headings)),
        opening=OPENING,
        after=("附件：1.说明", ORGAN, "2024年1月20日", "附件1", "说明的内容"),
    )
    found, findings = take(made)
    assert found.entries["落款"].printed == ORGAN
    assert found.entries["成文日期"].printed == "2024年1月20日"
    assert rows(found, "开头") == [(0, "", OPENING)]
    assert rows(found, "第六部分") == [(0, "", "本年度未收取信息处理费。")]
    told = messages(findings)
    for words in ("标题之前的文字", "目录没有带过来", "附件没有带过来"):
        assert words in told


def test_headings_in_other_words_are_told() -> None:
    headings = [heading.replace("及改进情况", "和改进措施") for heading in FORM.headings]
    found, findings = take(report(headings=[f"{heading}。" for heading in headings]))
    assert "“五、存在的主要问题和改进措施。”当作" in messages(findings)
    assert len(findings) == 1
    assert rows(found, "第五部分")


def test_a_missing_heading_is_told_and_its_table_is_read() -> None:
    headings = [None if heading.startswith("四") else heading for heading in FORM.headings]
    found, findings = take(report(headings=headings))
    assert "没有找到标题“四、" in messages(findings)
    assert values(found) == numbers()
    assert rows(found, "第四部分表后") == [(0, "", "注：上表为全市汇总数。")]


def test_no_heading_but_the_forms_is_dropped() -> None:
    found, findings = take(
        without_tables(body={**BODY, 6: ("未收取信息处理费。", "七、附则", "完。")})
    )
    assert [text for _, _, text in rows(found, "第六部分")][1] == "七、附则"
    assert "“七、附则”不是规定的一级标题" in messages(findings)


def split(*parts: range) -> Callable[[Published, int], None]:
    """Return how to write section 3's table in pieces."""

    def write(made: Published, _: int) -> None:
        assert REQUESTS
        for number, part in enumerate(parts, 1):
            made.table(REQUESTS, numbers(), rows=part)
            made.lines("（续表）" if number < len(parts) else "表后的话。")

    return write


@pytest.mark.parametrize("cut", few([4, 11, 16, 20, 26], 3))
def test_a_table_in_two_pieces_is_one(cut: int) -> None:
    made = report(tables={3: split(range(cut), range(cut, 28))})
    found, findings = take(made)
    assert values(found) == numbers()
    assert rows(found, "第三部分表后") == [(0, "", "表后的话。")]
    assert [finding.rule for finding in findings] == ["I08"]


def test_a_header_that_is_repeated_on_a_new_page_is_no_table_of_its_own() -> None:
    def write(made: Published, _: int) -> None:
        assert REQUESTS
        made.table(REQUESTS, numbers(), rows=range(15))
        made.table(REQUESTS, numbers(), rows=range(3))
        made.table(REQUESTS, numbers(), rows=range(15, 28))

    found, findings = take(report(tables={3: write}))
    assert (values(found), findings) == (numbers(), [])


def test_cells_that_were_never_merged_are_read() -> None:
    def write(made: Published, number: int) -> None:
        (table,) = FORM.sections[number - 1].tables
        made.table(table, numbers(), merged=False)

    found, findings = take(report(tables=dict.fromkeys((2, 3, 4), write)))
    assert (values(found), findings) == (numbers(), [])


def test_section_fours_table_may_be_two() -> None:
    given = numbers()
    reviews = [str(given[spec.name]) for spec in FORM.tables[2].figures]
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]

    def write(made: Published, _: int) -> None:
        made.rows(["行政复议"], outcomes, reviews[:5])
        made.lines("下表为诉讼情况：")
        made.rows(
            ["行政诉讼"],
            ["未经复议直接起诉", "", "", "", "", "复议后起诉"],
            outcomes * 2,
            reviews[5:],
        )

    found, _ = take(report(tables={2: nothing, 3: nothing, 4: write}))
    assert values(found) == {spec.name: given[spec.name] for spec in FORM.tables[2].figures}


def test_labels_in_other_words_are_deviations() -> None:
    made = report(labels={"行政规范性文件": "规范性文件", "本年制发件数": "制发件数"})
    found, findings = take(made)
    assert values(found) == numbers()
    assert {(one.official, one.found) for one in found.deviations} == {
        ("行政规范性文件", "规范性文件"),
        ("本年制发件数", "制发件数"),
    }
    assert [finding.rule for finding in findings] == ["I07"]


def test_figures_keep_what_they_say() -> None:
    given: dict[str, object] = {
        **numbers(),
        "规章制发": "",
        "行政规范性文件制发": "22（其中修订16件）",
        "行政许可": "１２３８",
        "行政处罚": "—",
        "行政强制": "五件",
        "行政事业性收费": "7730.28",
    }
    found, findings = take(report(values=given))
    figures = found.figures
    assert figures["规章制发"].value is None
    assert figures["行政规范性文件制发"].printed == "22（其中修订16件）"
    assert figures["行政许可"].value == 1238
    assert (figures["行政处罚"].value, figures["行政处罚"].typed) == (None, "—")
    assert (figures["行政强制"].value, figures["行政强制"].readable) == (None, True)
    assert figures["行政事业性收费"].printed == "7730.28"
    wrong = [finding for finding in findings if finding.severity == Severity.ERROR]
    assert [finding.quote for finding in wrong] == ["五件"]
    assert "1 格是空白（“规章制发”）" in messages(findings)


def test_an_amount_in_another_unit_is_not_taken() -> None:
    labels = {"本年收费金额（单位：万元）": "本年收费金额（单位：元）"}
    made = report(labels=labels, tables={3: nothing})
    found, findings = take(made)
    assert found.figures["行政事业性收费"].value is None
    assert "单位是元，不是万元" in messages(findings)


def test_a_table_that_is_a_picture_is_told() -> None:
    def picture(made: Published, _: int) -> None:
        made.document.add_picture(BytesIO(PIXEL))

    found, findings = take(report(tables={3: picture}))
    assert len(values(found)) == 25
    assert "175 格都留了空白" in messages(findings)
    assert "可能就是图片" in messages(findings)


def test_other_tables_and_copies_are_told() -> None:
    def twice(made: Published, _: int) -> None:
        assert REQUESTS
        made.rows(["区县", "件数"], ["甲县", "3"], ["总计", "3"])
        made.table(REQUESTS, numbers())
        made.table(REQUESTS, numbers())

    read = manuscript(report(tables={3: twice}))
    found, findings = imported_report(read, (FORM, OLDER))
    assert values(found) == numbers()
    assert "不是格式里的三张表，没有带过来：“区县 件数 甲县 3 总计 3”" in messages(findings)
    assert "与第3个表格是同样的表" in messages(findings)


def test_of_two_tables_with_different_figures_none_is_chosen() -> None:
    other = {**numbers(), "本年新收自然人": 3, "结转下年": 4}

    def twice(made: Published, _: int) -> None:
        assert REQUESTS
        made.lines("下表为全市数。").table(REQUESTS, numbers())
        made.lines("下表为市本级数。").table(REQUESTS, other)

    read = manuscript(report(tables={3: twice}))
    found, findings = imported_report(read, (FORM, OLDER))
    told = next(one for one in findings if "不知道用哪一张" in one.message)
    assert str(told.place) == "公布.docx『表三』（第2个表格）"
    assert "与第3个表格是同样的表，2 格的数不同" in told.message
    assert f"是“{numbers()['本年新收自然人']}”还是“3”" in told.message
    left = {name for name, figure in found.figures.items() if figure.value is None}
    assert left == {"本年新收自然人", "结转下年"}


def test_every_figure_says_in_which_cell_it_stood() -> None:
    found, _ = imported_report(manuscript(report()), (FORM, OLDER))
    assert str(found.figures["行政强制"].place) == "公布.docx『表二』第1个表格第11行第2列"
    assert str(found.figures["本年新收"].place) == "公布.docx『表三』第2个表格第4行第10列"


def older() -> dict[str, int]:
    return {name: at for at, name in enumerate(OLDER.figures, 1)}


def test_of_the_older_form_only_what_means_the_same_is_taken() -> None:
    given = older() | {name: 0 for name in older() if name.startswith("其他处理法律")}
    made = report(form=OLDER, headings=OLDER.headings, values=given)
    found, findings = take(made)
    same = {name: value for name, value in given.items() if name in FORM.figures}
    zeros = {f"{row}法律服务机构": 0 for row in ("逾期不补正", "逾期未缴费", "其他情形")}
    assert values(found) == same | zeros
    told = messages(findings)
    assert "规章／对外公开总数量 3" in told
    assert "政府集中采购／采购项目数量 21" in told
    assert "现行格式分成几行，不能代为拆分" in told


def test_a_document_with_tables_of_two_forms_is_read_table_by_table() -> None:
    def old(made: Published, _: int) -> None:
        made.table(OLDER.tables[0], older())

    found, _ = take(report(tables={2: old}))
    assert found.figures["行政许可"].value == older()["行政许可"]
    assert found.figures["本年新收"].value == numbers()["本年新收"]
    assert "规章现行有效" not in found.figures


def test_a_document_that_says_nothing_gives_nothing() -> None:
    found, findings = imported_report(manuscript(Published().lines("你好。")), (FORM, OLDER))
    assert (found.figures, found.headings, dict(found.entries)) == ({}, (), {})
    assert len(findings) > 3
