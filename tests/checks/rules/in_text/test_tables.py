"""The text against the tables: every legitimate interpretation, and no other."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from generator.checks.rules import check
from tests.checks.texts import found_in, report_of, told
from tests.samples import case, rules_of

TABLES_IN_TEXT = rules_of(
    "X01", "X02", "X03", "X04", "X05", "X06", "X07", "X08", "X09", "X10", "X11", "X12"
)

RECEIVED = {
    "本年新收": 34,
    "本年新收自然人": 30,
    "本年新收商业企业": 4,
    "上年结转": 2,
    "上年结转自然人": 2,
}
REQUESTS = RECEIVED | {"办理结果总计": 35, "结转下年": 1, "予以公开": 20, "不掌握": 15}


@pytest.mark.parametrize(
    "text",
    [
        "共受理政府信息公开申请34件。",
        "共收办政府信息公开申请36件。",
        "共收到34份政府信息公开申请。",
        "收到依申请公开件三十四件次。",
        "政府信息公开申请：新收34件；上年结转2件；答复35件；结转下年1件。",
        "新收（34件）、办结（35件）。",
        "受理申请34件，答复35件（含上年度结转申请2件，另有1件顺延到下年度答复）。",
        "收到申请34件，其中11件已按规定办结。",
        "自然人申请30件，法人或其他组织申请4件。",
        "自然人申请32件，商业企业4件。",
        "市政府本级收到申请12件。",
        "上半年收到申请20件，下半年收到申请14件。",
        "受县政府委托，代拟政府信息公开答复41件。",
        "予以公开20件、信息不存在9件、不属于本机关职责6件。",
        "共答复35件。",
        "共答复33件，另有2件申请人撤回。",
        "收到人大代表建议50件，答复50件。",
        "受理工伤认定申请230件。",
        "做好公文公开属性认定，不予公开22件。",
        "2024年，新收申请比2023年的40件有所减少。",
        "未收到通过传真提出的申请，收到网络申请34件。",
        "收件量、办结量分别为34件和35件。",
        "共处理上年结转及本年新收申请36件。",
        "对8件内容不明确的申请一次性告知补正。",
        "平均答复时长11个工作日。",
        "收到申请书共42份，其中8份为重复邮寄，实际登记34件。",
        "7件暂缓的来件中，自然人3件，企业4件。",
        "行政许可“零跑动”办件占比92%，共办理2130件。",
        "按时办结率100%，平均3个工作日办结。",
        "均在法定期限内答复。",
        "答复依申请公开政府信息35件。",
        "受理申请33件（另有1件结转下年度办理）。",
        "通过网站共办理并答复信息公开申请3件、纸质申请32件。",
        "通过信函申请20件；在线申请14件。",
        "结转上年后新收到依申请公开事项34件。",
        "自然人申请30件、企业申请2件、其他组织申请2件。",
        "共答复35件。其中予以公开或部分公开共20件。",
        "收到申请34件，2件已主动公开。",
        "收到申请34件，予以公开和已主动公开的22件。",
        "受理线上信息公开申请20件，办结19件，结转下年度办理1件，受理线下信息公开申请14件。",
        "共受理依申请公开34件。全年办理挖掘（占用）城市道路申请件77件。",
        "申请人为自然人的30件，为企业的4件，为其他组织的0件。",
        "受理个人信息查询申请12件，当场办理。",
        "全部按期答复，按时办结率100%。",
        "对外发布信息320余条，其中行政处罚决定52条、公告60条。",
        "收到公民、或其他社会组织以信函、网页等形式提出的依申请公开34件。",
    ],
)
def test_a_number_with_an_interpretation_that_holds_is_not_reported(text: str) -> None:
    assert told(found_in(text, rules=TABLES_IN_TEXT, figures=REQUESTS)) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("共受理政府信息公开申请35件。", "X01"),
        ("新收政府信息公开申请36件。", "X01"),
        ("共收到8份政府信息公开申请。", "X01"),
        ("2024年未收到政府信息公开申请。", "X01"),
        ("我局依申请公开为零。", "X01"),
        ("上年结转申请3件。", "X02"),
        ("无上年结转。", "X02"),
        ("共答复34件。", "X03"),
        ("办结政府信息公开申请36件。", "X03"),
        ("结转下一年度办理3件。", "X04"),
        ("另有2件转入次年继续办理。", "X04"),
        ("予以公开21件、部分公开0件。", "X05"),
        ("本机关不掌握相关政府信息14件，予以公开20件。", "X05"),
        ("自然人申请31件。", "X06"),
        ("收到申请34件，均为自然人申请。", "X06"),
        ("所有申请均已按要求办理完成。", "X09"),
        ("上年结转申请2件，其中自然人1件。", "X06"),
        ("无下年度结转。", "X09"),
        ("尚有3件申请处于法定办理期限内。", "X04"),
        ("未能在年内办结的3件，均为12月收到。", "X04"),
        ("实办33件。", "X03"),
        ("告知信息不存在18件。", "X05"),
        ("全年依申请公开受理数为零。", "X01"),
        ("既未收到政府信息公开申请，也未收到投诉。", "X01"),
        ("没有单位和个人提出政府信息公开申请。", "X01"),
        ("全年无申请、无复议、无诉讼。", "X01"),
        ("经审查，予以公开22件。", "X05"),
        ("收件量、办结量分别为34件和36件。", "X03"),
        ("共处理上年结转及本年新收申请35件。", "X01"),
        ("线上线下共接收公开申请35件。", "X01"),
    ],
)
def test_a_number_of_which_no_interpretation_holds_is_wrong(text: str, rule: str) -> None:
    assert told(found_in(text, rules=TABLES_IN_TEXT, figures=REQUESTS)) == [f"{rule} 错误"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("自然人申请的予以公开9件、部分公开2件。", []),
        ("自然人申请的予以公开8件、部分公开2件。", ["X05 错误"]),
        ("自然人申请的予以公开9件、部分公开4件。", ["X05 错误"]),
        ("予以公开的12件里，有3件是企业提出的。", []),
        ("予以公开的12件里，有4件是企业提出的。", ["X06 错误"]),
    ],
)
def test_what_is_said_of_some_applicants_is_in_their_column(text: str, due: list[str]) -> None:
    figures = {
        "予以公开自然人": 9,
        "予以公开商业企业": 3,
        "予以公开": 12,
        "部分公开自然人": 2,
        "部分公开商业企业": 1,
        "部分公开": 3,
    }
    assert told(found_in(text, rules=TABLES_IN_TEXT, figures=figures)) == due


@pytest.mark.parametrize(
    ("text", "figures", "due"),
    [
        ("因政府信息公开被申请行政复议2件。", {"复议总计": 3, "复议维持": 3}, ["X07 提示"]),
        ("因政府信息公开被申请行政复议3件。", {"复议总计": 3, "复议维持": 3}, []),
        ("有2件政府信息公开行政诉讼。", {"直接起诉总计": 1, "复议后起诉总计": 1}, []),
        ("行政复议、行政诉讼案件共3件。", {"复议总计": 2, "直接起诉总计": 1}, []),
        ("未收到行政复议、行政诉讼案件。", {}, []),
        ("未收到行政复议、行政诉讼案件。", {"直接起诉总计": 1}, ["X08 错误"]),
        ("行政复议均获维持。", {"复议总计": 1, "复议纠正": 1}, ["X08 错误"]),
        ("行政复议1件，未被纠错。", {"复议总计": 1, "复议其他结果": 1}, []),
        (
            "信息公开被纠错2件（复议1件、诉讼1件）。",
            {"复议总计": 3, "复议纠正": 1, "直接起诉总计": 4, "直接起诉纠正": 1},
            [],
        ),
        ("没有信息公开复议被纠错2件以上的科室。", {"复议总计": 1, "复议纠正": 1}, []),
        ("行政复议1件，未被纠错。", {"复议总计": 1, "复议纠正": 1}, ["X08 错误"]),
        ("全局因行政处罚引发的行政复议17件、行政诉讼5件。", {}, []),
        ("政府信息公开行政复议3件，已审结2件。", {"复议总计": 3, "复议维持": 2}, []),
        ("政府信息公开行政复议3件，维持1件。", {"复议总计": 3, "复议维持": 2}, ["X07 提示"]),
        ("政府信息公开行政诉讼无败诉。", {"直接起诉纠正": 1}, ["X08 错误"]),
    ],
)
def test_reviews_and_suits(text: str, figures: Mapping[str, int], due: list[str]) -> None:
    assert told(found_in(text, rules=TABLES_IN_TEXT, figures=figures)) == due


@pytest.mark.parametrize(
    ("text", "figures", "due"),
    [
        ("制定规范性文件5件，废止3件，现行有效20件。", {}, ["X10 错误"] * 3),
        (
            "制发规章1件，现行有效规章8件；制发3件规范性文件，废止18件规范性文件。",
            {
                "规章制发": 1,
                "规章现行有效": 8,
                "行政规范性文件制发": 3,
                "行政规范性文件废止": 18,
            },
            [],
        ),
        ("落实《指导意见》，制发行政规范性文件8件。", {"行政规范性文件制发": 2}, ["X10 错误"]),
        (
            "制定规范性文件5件，废止3件，现行有效20件。",
            {"行政规范性文件制发": 5, "行政规范性文件废止": 3, "行政规范性文件现行有效": 20},
            [],
        ),
        ("公文类政府信息7件（含规范性文件2件）。", {"行政规范性文件制发": 2}, []),
        ("公开规范性文件2件。", {"行政规范性文件制发": 3}, ["X10 提示"]),
        ("开展规范性文件清理，废止4件。", {"行政规范性文件废止": 1}, ["X10 提示"]),
        ("完善规章制度5项，规章制度汇编1件。", {}, []),
        ("作出行政处罚决定3件。", {"行政处罚": 4}, ["X11 错误"]),
        ("公示行政许可信息300条、行政处罚信息20条。", {}, []),
        ("行政事业性收费23.5万元。", {"行政事业性收费": 23}, ["X12 错误"]),
        ("行政事业性收费230000元。", {"行政事业性收费": 23}, []),
        ("作出行政许可8件、行政处罚3件。", {"行政许可": 8, "行政处罚": 4}, ["X11 错误"]),
        ("办理行政处罚案件60件，作出处罚决定4件。", {"行政处罚": 4}, []),
        ("减免行政事业性收费3万元，实际收取23万元。", {"行政事业性收费": 23}, []),
        ("减免行政事业性收费3万元，实际收取32万元。", {"行政事业性收费": 23}, ["X12 错误"]),
        ("未制发行政规范性文件，未作出行政处罚决定.", {"行政处罚": 4}, ["X11 错误"]),
        ("无行政事业性收费。", {"行政事业性收费": 23}, ["X12 错误"]),
        ("未对轻微违法作出行政处罚决定。", {"行政处罚": 4}, []),
        ("制定规范性文件4项。", {"行政规范性文件制发": 5}, ["X10 错误"]),
        ("收取信息处理费380元。", {}, []),
    ],
)
def test_the_figures_of_section_two(text: str, figures: Mapping[str, int], due: list[str]) -> None:
    found = found_in(text, rules=TABLES_IN_TEXT, figures=figures, heading="主动公开")
    assert told(found) == due


def test_a_finding_says_the_sentence_both_values_and_what_was_tried() -> None:
    text = "全年共受理政府信息公开申请40件。"
    finding = found_in(text, rules=TABLES_IN_TEXT, figures=REQUESTS)[0]
    assert finding.quote == text
    assert finding.place.spot == "D5"
    assert (finding.expected, finding.found) == (Decimal(34), Decimal(40))
    assert "“本年新收”是 34" in finding.message
    assert "“本年新收”＋“上年结转”是 36" in finding.message
    assert "『三、申请办理』J7" in finding.advice


def test_money_is_compared_in_the_units_of_the_table() -> None:
    text, figures = "行政事业性收费240000元。", {"行政事业性收费": 23}
    (finding,) = found_in(text, rules=TABLES_IN_TEXT, figures=figures, heading="主动公开")
    assert "240000 元，表里“行政事业性收费”是 23，正文多 1" in finding.message


def test_the_applicants_of_a_row_are_compared_with_their_column() -> None:
    text = "结转下年度1件，其中自然人2件。"
    figures = REQUESTS | {"结转下年自然人": 1}
    (finding,) = found_in(text, rules=TABLES_IN_TEXT, figures=figures)
    assert "正文写的是结转下年自然人 2 件，表里“结转下年自然人”是 1，正文多 1" in finding.message


def test_what_is_said_of_last_year_is_compared_with_its_report() -> None:
    text = "行政处罚由上年的{}件降至3件。"
    last, figures = report_of("", figures={"行政处罚": 4}), {"行政处罚": 3}
    told_of = [
        told(check(case(report_of(text.format(number), figures=figures), last), TABLES_IN_TEXT))
        for number in (4, 5)
    ]
    assert told_of == [[], ["X11 提示"]]


def test_a_kind_of_result_that_the_table_does_not_have_is_mentioned() -> None:
    figures = {"办理结果总计": 5, "予以公开": 2, "不掌握": 2, "需另行制作": 1}
    text = "共答复5件，其中予以公开2件、不属于本机关负责公开2件、咨询件1件。"
    found = found_in(text, rules=TABLES_IN_TEXT, figures=figures)
    assert told(found) == ["X05 提示"]
    assert "“咨询件”1件" in found[0].message
    assert "“需另行制作”1 件" in found[0].message


def test_how_a_request_without_a_row_was_told_is_no_kind_of_its_own() -> None:
    figures = {"办理结果总计": 4, "予以公开": 1, "不掌握": 2, "其他情形": 1}
    text = "共答复4件，其中予以公开1件、不属于本机关负责公开2件、告知向有关部门咨询1件。"
    assert told(found_in(text, rules=TABLES_IN_TEXT, figures=figures)) == []


@pytest.mark.parametrize(("part", "due"), [(3, []), (8, ["X10 错误"])])
def test_a_narrower_organ_made_fewer_than_the_whole_place(part: int, due: list[str]) -> None:
    text = f"区政府办公室公开文件30件，制发行政规范性文件{part}件。全区制发行政规范性文件7件。"
    found = found_in(text, rules=TABLES_IN_TEXT, figures={"行政规范性文件制发": 7})
    assert told(found) == due


def test_a_figure_that_is_not_known_cannot_be_checked() -> None:
    read = report_of("共受理政府信息公开申请34件。")
    figures = {name: item for name, item in read.figures.items() if name != "本年新收"}
    found = check(case(type(read)(read.entries, figures, {}, read.paragraphs)), TABLES_IN_TEXT)
    assert told(found) == ["X01 无法核对"]


def test_the_text_is_read_with_cited_figures_filled_in() -> None:
    text = "共受理政府信息公开申请【本年新收】件，答复【本年新收】件。"
    assert told(found_in(text, rules=TABLES_IN_TEXT, figures=REQUESTS)) == ["X03 错误"]
