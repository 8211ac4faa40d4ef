"""Doubled words, punctuation, broken paragraphs, numbers left out."""

import pytest

from tests.checks.texts import found_in, told
from tests.samples import rules_of

WORDING = rules_of("W01", "W02", "W03", "W04", "W07")


@pytest.mark.parametrize(
    "text",
    [
        "进一步加强主动公开，进一步规范依申请公开。",
        "持续推进数字乡村和和美乡村建设。",
        "受县政府委托，代拟县政府政府信息公开答复书。",
        "设立信息公开公开栏。",
        "层层压实责任，件件有回应。",
        "网址为https://www.shcn.gov.cn，电话：021-22050738。",
        "主动公开条例解读材料，受理依申请公开件。",
        "主动公开信息30条，共有若干件。",
        "落实《中共某某省委 某某省人民政府关于公开的意见》。",
        "（一）加强主动公开，深化重点领域公开",
        "（一）主动公开 围绕中心工作开展。",
        "如有疑问，请与办公室联系，地址：某某路1号，电话：0512-12345678，邮编：215000",
        "如有疑问，请致电0577-12345678",
        "联系地址：某某市某某路12号，电子邮箱：zwgk@example.gov.cn",
        "电话：010-12345678，联系地址：某某市某某路12号",
        "按照要求，现将有关情况报告如下：",
    ],
)
def test_good_wording_is_not_reported(text: str) -> None:
    assert told(found_in(text, rules=WORDING)) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("重大政策的的出台。", "W01 提示"),
        ("公开科技计划资金资金分配结果。", "W01 提示"),
        ("杜绝败诉的情况的产生。", "W01 提示"),
        ("在各级媒体上等媒体刊发报道。", "W01 提示"),
        ("全面落实《工作要点》，全面落实各项要求。", "W01 提示"),
        ("等六部分,并附统计表。", "W03 提示"),
        ("被申请行政复议 、提起诉讼。", "W03 提示"),
        ("公开政策，，做好解读。", "W03 提示"),
        ("落实“三审制度，做好解读。", "W03 提示"),
        ("主动公开率达到100% 。", "W03 提示"),
        ("区自然资源局局认真公开。", "W01 提示"),
        ("公开信息23条（请根据实际情况填写）。", "W07 错误"),
        ("2024 年公开信息，2024年做好解读。", "W03 提示"),
        ("公开政策，做好解读，", "W04 提示"),
        ("联系地址：某某路1号，电话：0512-12345678，", "W04 提示"),
        ("公布电话：12345678，方便群众，做好解读", "W04 提示"),
        ("做好解读，受理12345热线来电", "W04 提示"),
        ("本年度，本机关未收取信息处理费", "W04 提示"),
        ("全年共主动公开条，发布信息。", "W07 错误"),
        ("全年共收到政府信息公开申请件。", "W07 错误"),
        ("全年公开信息XX条。", "W07 错误"),
    ],
)
def test_a_slip_is(text: str, due: str) -> None:
    assert told(found_in(text, rules=WORDING)) == [due]


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        (["（一）坚持统筹，压实责任", "全年培训3次。"], []),
        (["（一）坚持统筹，压实责任", "1.明确专人，培训3次。"], []),
        (["（一）收费。没有收费。", "（二）本年度，未收取信息处理费"], ["W04 提示"]),
        (["（一）本年度，未收取信息处理费", "（二）其他。没有。"], ["W04 提示"]),
    ],
)
def test_a_numbered_line_with_nothing_under_it_is_a_sentence(
    lines: list[str], due: list[str]
) -> None:
    assert told(found_in(*lines, rules=rules_of("W04"), heading="", part="第六部分")) == due


def test_text_repeated_across_a_break_is_one_finding() -> None:
    found = found_in("推进公开，人力资源和社会保障局", "保障局率先推出服务。", rules=WORDING)
    assert told(found) == ["W02 提示"]


def test_a_whole_sentence_twice_is_mentioned() -> None:
    text = "依法、及时、准确地公开政府信息，充分保障公众的知情权、参与权和监督权。"
    assert told(found_in(text, text, rules=WORDING)) == ["W02 提示"]


def test_many_spaces_are_one_finding() -> None:
    found = found_in("做好 公开，做好 解读，做好 回应。", rules=WORDING)
    assert told(found) == ["W03 提示"]
    assert "等 3 处" in found[0].message


def test_years_with_and_without_a_space_are_one_finding_at_all_their_places() -> None:
    texts = ("2024 年公开。", "2024年解读。", "2024 年回应。", "2024 年培训。", "2024 年考核。")
    (found,) = found_in(*texts, rules=WORDING)
    assert found.place.spot == "D5"
    assert "4 处有空格" in found.message
    assert found.message.endswith("有空格的在 D5、D7:D9")
    (found,) = found_in("做好 公开。", "做好 解读。", "回应。", "做好 培训。", rules=WORDING)
    assert "等 3 处（D5:D6、D8）：多余的空格" in found.message
