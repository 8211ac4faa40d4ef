"""A few units and what they filed, as a collection has them."""

from decimal import Decimal

from generator.model.collection.collection import (
    AcrossFinding,
    Collection,
    FileStanding,
    State,
    UnitStanding,
)
from generator.model.collection.filing import Filing
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Finding, Severity, held_back, notice, wrong
from generator.model.report import Place
from tests.forms import FORM

FILE, SHEET = "民政/2024.xlsx", "三、申请办理"
CIVIL, WATER, FINANCE = "某某区民政局", "某某区水务局", "某某区财政局"


def at(spot: str, within: str = SHEET) -> Place:
    return Place("2024.xlsx", within, spot)


def tie(spot: str = "K28", expected: int = 12, found: int = 11) -> Finding:
    gap = f"{'多' if found > expected else '少'} {abs(found - expected)}"
    return Finding(
        "T3-01",
        Severity.ERROR,
        at(spot),
        f"总计应为 {expected}（K8“甲” {expected}），填的是 {found}，{gap}",
        "请核对这几格，改正填错的数",
        holds_back=True,
        expected=Decimal(expected),
        found=Decimal(found),
        about="各项之和等于总计",
    )


def wording(spot: str = "D11", said: int = 4) -> Finding:
    message = f"正文写的是答复 {said} 件，表里是 5"
    return wrong("X03", at(spot, "正文"), message, "请改正写错的一处", quote=f"共答复{said}件。")


def hint(spot: str = "A7:E7") -> Finding:
    return notice("T4-04", at(spot), "5 格空白，按 0 印出", "没有就填 0", about=f"空白：{spot}")


def not_a_number(spot: str) -> Finding:
    return held_back("R02", at(spot), "不是数字", "请只填数", about=f"不是数字：{spot}")


def filing(
    *findings: Finding, file: str = FILE, digest: str = "first", problem: str = ""
) -> Filing:
    return Filing(
        file,
        "工作簿",
        digest,
        "2025-01-20 09:30:00",
        problem=problem,
        findings=findings,
    )


def unit(
    name: str, state: State = State.HELD, filed: Filing | None = None, *beside: Finding
) -> UnitStanding:
    return UnitStanding(Unit(name), state, filed, beside)


def collection(
    *units: UnitStanding,
    files: tuple[FileStanding, ...] = (),
    across: tuple[AcrossFinding, ...] = (),
) -> Collection:
    listed = UnitList("某某区人民政府办公室", 2024, tuple(one.unit for one in units))
    return Collection(FORM, listed, units, files, across)
