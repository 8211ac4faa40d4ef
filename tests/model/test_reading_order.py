"""The order in which people read findings."""

from generator.model.finding import Finding, held_back, notice, unchecked, wrong
from generator.model.reading_order import Standing, groups, in_reading_order
from generator.model.report import Place, Verification
from tests.samples import FILE, report

REPORT = report()


def at(part: str, spot: str = "", file: str = FILE) -> Place:
    return Place(file, part, spot)


def look(part: str, spot: str = "", file: str = FILE) -> Finding:
    return notice("W01", at(part, spot, file), "看一看", "看")


def test_what_holds_back_comes_first_and_what_was_not_checked_last() -> None:
    error = wrong("X01", at("正文"), "错", "改")
    findings = [
        unchecked("Y01", at(""), "没有上年的", "指明"),
        error._replace(verified=Verification("X01-000000", "张三", "对")),
        look("正文"),
        error,
        held_back("T3-01", at("三、申请办理", "D7"), "错", "改"),
    ]
    grouped = groups(findings, REPORT)
    assert [group.standing for group in grouped] == list(Standing)
    assert [len(group.findings) for group in grouped] == [1] * 5
    assert groups([error], REPORT, [error])[0].standing == Standing.HOLDS_BACK


def test_a_verification_does_not_move_what_holds_back() -> None:
    found = held_back("T3-01", at("三、申请办理"), "错", "改")
    verified = found._replace(verified=Verification(found.key, "张三", "对"))
    assert groups([verified], REPORT)[0].standing == Standing.HOLDS_BACK


def test_places_come_in_the_order_of_the_report_and_cells_from_the_top() -> None:
    findings = [
        look("正文"),
        look("别的表", "A1"),
        look("三、申请办理", "J10"),
        look("三、申请办理", "AA9"),
        look("三、申请办理", "D9:J9、D10"),
        look("二、主动公开", "B6"),
        look("三、申请办理"),
        look("正文", "D4", "2023.xlsx"),
        look(""),
    ]
    (group,) = groups(findings, REPORT)
    assert [name for name, _ in group.places] == [
        "",
        "『二、主动公开』",
        "『三、申请办理』",
        "『正文』",
        "『别的表』",
        "2023.xlsx『正文』",
    ]
    spots = [finding.place.spot for finding in group.places[2][1]]
    assert spots == ["", "D9:J9、D10", "AA9", "J10"]
    assert len(in_reading_order(findings, REPORT)) == len(findings)


def test_nothing_is_lost_of_findings_that_are_equal() -> None:
    assert len(in_reading_order([look("正文"), look("正文")], REPORT)) == 2
