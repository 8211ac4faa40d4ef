"""The summary of many workbooks: how many went how, then unit by unit, the worst first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.console.many.task import Result, Unit
from generator.messages.emphasis import Emphasis, Paint, plain

BROKEN_OFF = "已中断：还有 {} 个工作簿没有处理。再运行一次同样的命令，就接着做。"
NOT_DONE, DO_AGAIN = "没有处理", "中断时还没有轮到它。再运行一次同样的命令，就接着做"
"""Of a workbook whose turn did not come: what became of it, and what to do."""
_WIDE = "\u3000"
_ORDER = tuple(Result)
_MOST_DETAILS = 12  # lines of one unit; all of them are in the list of problems
_EMPHASES = {
    Result.UNUSABLE: Emphasis.ALARM,
    Result.HELD: Emphasis.ALARM,
    Result.EDITED: Emphasis.ALARM,
    Result.WRITTEN: Emphasis.GREEN,
    Result.CURRENT: Emphasis.GREEN,
    Result.CHECKED: Emphasis.GREEN,
}


def line_of(unit: Unit) -> str:
    """Return what became of one unit, in a line."""
    if unit.result == Result.UNUSABLE:
        return " ".join(f"{unit.result}：{_said(unit)}".splitlines())
    return f"{unit.result}：{unit.name}　错误 {unit.wrong}，提示 {unit.notices}"


def spoken_units(
    units: Sequence[Unit], *, left: int = 0, listed: str = "", paint: Paint = plain
) -> str:
    """Return the summary; `left` is how many were not begun since people broke it off.

    `listed` says where all problems are listed, if they are.
    """
    return "\n".join(_lines(units, left, listed, paint))


def _lines(units: Sequence[Unit], left: int, listed: str, paint: Paint) -> Iterator[str]:
    ordered = sorted(units, key=lambda unit: (_ORDER.index(unit.result), -unit.wrong))
    counts = Counter(unit.result for unit in units)
    said = "，".join(f"{result} {counts[result]}" for result in reversed(_ORDER) if counts[result])
    wrong, notices = sum(unit.wrong for unit in units), sum(unit.notices for unit in units)
    if left:
        yield paint(BROKEN_OFF.format(left), Emphasis.ALARM)
    yield paint(
        f"共 {len(units)} 个工作簿：{said}。错误 {wrong} 处，提示 {notices} 处。", Emphasis.BOLD
    )
    yield "  结果　　  错误    提示    工作簿"
    for unit in ordered:
        result = paint(unit.result.ljust(4, _WIDE), _EMPHASES[unit.result])
        known = unit.result != Result.UNUSABLE
        figures = (f"{count if known else '—':>6}" for count in (unit.wrong, unit.notices))
        organ = f"（{unit.organ}）" if unit.organ else ""
        yield f"  {result}{'  '.join(figures)}    {unit.name}{organ}"
    yield from _to_do(ordered, paint)
    if listed:
        yield listed
    elif wrong or notices:
        yield "要逐条看：加 --problems 问题清单.xlsx 列成一张表，或者单独运行其中一个工作簿。"


def _to_do(units: Sequence[Unit], paint: Paint) -> Iterator[str]:
    """Yield what people must do for the units that were not written, and what copies there are."""
    pressing = [unit for unit in units if unit.details or unit.result == Result.UNUSABLE]
    if pressing:
        yield paint("请处理：", Emphasis.BOLD)
    for unit in pressing:
        yield f"  {_said(unit)}"
        yield from (f"    {line}" for line in unit.details[:_MOST_DETAILS])
        if len(unit.details) > _MOST_DETAILS:
            yield "    ……还有，请单独运行这个工作簿看全部"


def _said(unit: Unit) -> str:
    """Return the sentence on a unit, which names the file alone, so that it is told apart."""
    return unit.said if unit.name in unit.said else f"{unit.name}：{unit.said}"
