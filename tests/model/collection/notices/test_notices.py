"""Who is sent a notice, and what it lists."""

from generator.model.collection.collection import Collection, FileStanding, FileState, State
from generator.model.collection.notices.notice import Notice, NoticeKind
from generator.model.collection.notices.notices import notices_of
from generator.model.collection.notices.told import noted_of
from generator.model.finding import Finding
from generator.model.report import Verification
from tests.model.collection.collected import (
    CIVIL,
    FINANCE,
    WATER,
    at,
    collection,
    filing,
    hint,
    tie,
    unit,
    wording,
)


def filed(*findings: Finding, digest: str = "first", state: State = State.HELD) -> Collection:
    return collection(unit(CIVIL, state, filing(*findings, digest=digest)))


def sent(now: Collection, before: Collection | None = None) -> Notice:
    (notice,) = notices_of(now, [*noted_of(before)] if before else ())
    return notice


def headings(notice: Notice) -> list[str]:
    return [part.heading for part in notice.parts]


def test_the_first_time_there_is_one_part() -> None:
    notice = sent(filed(tie(), wording(), hint()))
    assert notice.kind == NoticeKind.MEND
    assert notice.report == "2024年政府信息公开工作年度报告"
    assert headings(notice) == ["要改正的（3 处）"]
    assert notice.said == (
        "你单位报来的“2024.xlsx”（2025年1月20日9:30保存）已经核对：必须改正的 1 处、请核实的 1 处、"
        "请看一看的 1 处。",
        "“必须改正”的改好以前，你单位的数字不计入汇总。",
    )


def test_the_second_time_there_are_three() -> None:
    new = wording("D20")._replace(rule="X07", message="比上年增长算错了")
    notice = sent(filed(tie(found=10), new, digest="second"), filed(tie(), wording()))
    assert headings(notice) == ["仍要改正的（1 处）", "新发现的（1 处）", "已经改好的（1 处）"]
    assert notice.said[0].endswith("上次指出的，已经改好 1 处，仍要改正 1 处；新发现 1 处。")
    assert notice.parts[0].items[0].problem.startswith("改过，还不对，现在是：")


def test_a_unit_that_has_not_filed_again_is_told_so() -> None:
    notice = sent(filed(tie(), hint()), filed(tie(), hint()))
    assert notice.said[0].startswith("上次的整改单发出以后，还没有收到你单位改正后的文件")
    assert headings(notice) == ["仍要改正的（2 处）"]


def test_what_a_unit_was_only_to_look_at_is_not_told_again_once_it_has_filed_again() -> None:
    notice = sent(filed(tie(), hint(), digest="second"), filed(tie(), hint()))
    assert headings(notice) == ["仍要改正的（1 处）"]


def test_who_has_nothing_to_mend_is_sent_nothing() -> None:
    verified = wording()._replace(verified=Verification(wording().key, "王某", "属实"))
    assert [*notices_of(filed(hint(), verified, state=State.FILED))] == []
    assert [*notices_of(filed(state=State.FILED), [*noted_of(filed(tie()))])] == []


def test_who_had_only_hints_last_time_was_not_written_to() -> None:
    notice = sent(filed(tie(), hint(), digest="second"), filed(hint(), state=State.FILED))
    assert headings(notice) == ["要改正的（2 处）"]


def test_who_is_in_the_sum_all_the_same_is_told_so() -> None:
    notice = sent(filed(wording(), state=State.WITH_ERRORS))
    assert notice.said[1].startswith("你单位的数字已先计入汇总")


def test_who_has_not_filed_is_reminded() -> None:
    notice = sent(collection(unit(CIVIL, State.MISSING)))
    assert (notice.kind, notice.kind.called, notice.parts) == (NoticeKind.FILE, "催报单", ())
    assert "还没有收到你单位的2024年政府信息公开工作年度报告" in notice.said[0]


def test_who_filed_for_another_year_is_reminded() -> None:
    old = filing(file="2023.docx")._replace(year=2023)
    standing = FileStanding(old, FileState.OTHER_YEAR, CIVIL)
    notice = sent(collection(unit(CIVIL, State.OTHER_YEAR), files=(standing,)))
    assert notice.kind == NoticeKind.FILE
    assert "“2023.docx”" in notice.said[0]
    assert "不是 2024 年度的，写的是 2023 年度" in notice.said[0]


def test_who_filed_what_cannot_be_used_is_told_why() -> None:
    scan = filing(file="扫描.pdf", problem="扫描.pdf 是扫描件，请报送 Word 文档。")
    standing = FileStanding(scan, FileState.UNUSABLE, CIVIL)
    notice = sent(collection(unit(CIVIL, State.UNUSABLE), files=(standing,)))
    assert (notice.kind, notice.kind.called) == (NoticeKind.REPLACE, "整改单")
    assert "“扫描.pdf”" in notice.said[0]
    assert notice.said[0].endswith("：扫描.pdf 是扫描件，请报送 Word 文档。")


def test_who_is_without_a_file_now_is_reminded_of_what_it_was_told() -> None:
    notice = sent(collection(unit(CIVIL, State.MISSING)), filed(tie()))
    assert headings(notice) == ["上次指出、请一并改正的（1 处）"]
    assert notice.parts[0].items[0].advice == "请核对这几格，改正填错的数。"


def test_of_very_many_the_gravest_are_listed_and_the_rest_is_counted() -> None:
    many = [wording(f"D{row}", said=row) for row in range(100, 180)]
    notice = sent(filed(*many, tie()))
    (part,) = notice.parts
    assert part.heading == "要改正的（81 处，列出 60 处）"
    assert part.items[0].where == "『三、申请办理』K28"
    assert "还有 21 处没有列出" in notice.beyond
    assert "make-report check" in notice.beyond


def test_of_very_many_that_were_mended_some_are_listed() -> None:
    many = [wording(f"D{row}", said=row) for row in range(100, 140)]
    notice = sent(filed(tie(), digest="second"), filed(*many, tie()))
    assert headings(notice)[-1] == "已经改好的（40 处，列出 20 处）"


def test_units_keep_the_order_of_the_list() -> None:
    units = [unit(name, State.MISSING) for name in (WATER, CIVIL, FINANCE)]
    assert [one.unit for one in notices_of(collection(*units))] == [WATER, CIVIL, FINANCE]


def test_what_is_beside_the_file_counts_as_well() -> None:
    other = wording()._replace(place=at("C3"), message="两份文件的数不同")
    notice = sent(collection(unit(CIVIL, State.FILED, filing(), other)))
    assert notice.parts[0].items[0].problem.startswith("两份文件的数不同")
