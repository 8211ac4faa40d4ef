"""Findings as people see them on the screen."""

from decimal import Decimal

from generator.console.colour import coloured, shown
from generator.messages.emphasis import plain
from generator.messages.findings import finding_lines, tally
from generator.model.finding import Finding, held_back, notice, unchecked, wrong
from generator.model.reading_order import groups
from generator.model.report import Place, Verification
from tests.samples import FILE, report

REPORT = report()
WHOLE, TEXT, TABLE = Place(FILE), Place(FILE, "正文", "D7"), Place(FILE, "三、申请办理", "J7")
VERIFIED = Verification("X03-1A2B3C", "张三", "与台账一致", "2025年1月8日")


def lines(*findings: Finding) -> list[str]:
    return list(finding_lines(groups(findings, REPORT), plain))


def test_a_finding_says_where_what_and_what_to_do() -> None:
    found = wrong("X03", TEXT, "件数与表三不一致", "请核对", quote="共答复4件", about="答复")
    assert lines(found) == [
        "其他错误，请人工判断（1 处）：",
        "『正文』",
        f"  1. 〔{found.key}〕D7：件数与表三不一致。",
        "     原文：“共答复4件”",
        "     怎么办：请核对。",
    ]


def test_figures_are_given_unless_the_message_gives_them() -> None:
    silent = wrong("X03", TEXT, "不一致", "请核对", expected=Decimal(5), found=Decimal(4))
    assert "     应为 5，现为 4，少 1" in lines(silent)
    spoken = silent._replace(message="应为 5，写的是 4")
    assert not [line for line in lines(spoken) if "现为" in line]
    longer = silent._replace(message="应为 15，写的是 4")
    assert "     应为 5，现为 4，少 1" in lines(longer)


def test_numbers_run_on_from_place_to_place() -> None:
    one, other = (notice("W01", place, "看一看", "看") for place in (TABLE, TEXT))
    assert [line for line in lines(other, one) if not line.startswith("     ")] == [
        "提示（2 处）：",
        "『三、申请办理』（1 处）",
        f"  1. 〔{one.key}〕J7：看一看。",
        "『正文』（1 处）",
        f"  2. 〔{other.key}〕D7：看一看。",
    ]


def test_what_was_verified_says_by_whom_and_why() -> None:
    found = wrong("X03", TEXT, "不一致", "请核对")._replace(verified=VERIFIED)
    assert lines(found) == [
        "已核实（1 处）：",
        "『正文』",
        f"  1. 〔{found.key}〕D7：不一致。",
        "     张三，2025年1月8日：与台账一致",
    ]


def test_what_holds_back_stays_and_says_that_a_verification_is_not_enough() -> None:
    found = held_back("T3-01", TABLE, "不相等", "请改正")._replace(verified=VERIFIED)
    assert lines(found)[0] == "必须改正的错误（1 处）："
    assert lines(found)[-1] == (
        "     已有核对记录（张三，2025年1月8日：与台账一致），但这类错误必须改正，"
        "不能用核对记录放行。"
    )


def test_rules_that_lack_the_same_thing_share_a_line() -> None:
    missing = [unchecked(rule, WHOLE, "没有上年的工作簿", "请指明") for rule in ("Y01", "Y02")]
    assert lines(*missing, unchecked("X14", WHOLE, "没有", "请填")) == [
        "无法核对（3 项规则）：",
        "  Y01、Y02：没有上年的工作簿。请指明。",
        "  X14：没有。请填。",
    ]


def test_the_tally_counts_what_is_to_be_done() -> None:
    error, look = wrong("X01", TEXT, "错", "改"), notice("W01", TEXT, "看", "看")
    missing = unchecked("Y01", WHOLE, "没有", "请")
    assert tally(groups([error, look, look], REPORT)) == "其他错误 1 处，提示 2 处"
    assert tally(groups([], REPORT)) == "没有发现问题"
    verified = error._replace(verified=VERIFIED)
    assert tally(groups([verified, missing], REPORT)) == (
        "没有要处理的问题（已核实 1 处，无法核对 1 项规则）"
    )


def test_colour_changes_no_word() -> None:
    findings = [wrong("X01", TEXT, "错", "改"), notice("W01", TABLE, "看", "看")]
    painted = shown("\n".join(finding_lines(groups(findings, REPORT), coloured)), str)
    assert "\x1b[31m" in painted
    assert "\x1b[33m" in painted
    for code in ("\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"):
        painted = painted.replace(code, "")
    assert painted == "\n".join(lines(*findings))


def test_what_people_typed_cannot_break_lines_or_command_the_terminal() -> None:
    found = wrong("X01", TEXT, "填的是“一\n二\x1b[2J　三”", "改", quote="甲\r乙\x07")
    assert lines(found)[2:4] == [
        f"  1. 〔{found.key}〕D7：填的是“一 二 [2J　三”。",
        "     原文：“甲 乙 ”",
    ]
