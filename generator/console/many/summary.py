"""The summary of many workbooks: how many went how, then workbook by workbook, the worst first."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.console.many.report_task import Ending, ReportResult
from generator.messages.emphasis import Emphasis, Paint, plain
from generator.model.one_line import lines_said

BROKEN_OFF = "已中断：还有 {} 个工作簿没有处理。再运行一次同样的命令，就接着做。"
NOT_DONE, DO_AGAIN = "没有处理", "中断时还没有轮到它。再运行一次同样的命令，就接着做"
"""Of a workbook whose turn did not come: what became of it, and what to do."""
_WIDE = "\u3000"
_ORDER = tuple(Ending)
_MOST_DETAILS = 12  # lines on one workbook; all of them are in the list of problems
_EMPHASES = {
    Ending.UNUSABLE: Emphasis.ALARM,
    Ending.HELD: Emphasis.ALARM,
    Ending.EDITED: Emphasis.ALARM,
    Ending.WRITTEN: Emphasis.GREEN,
    Ending.CURRENT: Emphasis.GREEN,
    Ending.CHECKED: Emphasis.GREEN,
}


def spoken_results(
    results: Sequence[ReportResult], *, left: int = 0, listed: str = "", paint: Paint = plain
) -> str:
    """Return the summary; `left` is how many were not begun since people broke it off.

    `listed` says where all problems are listed, if they are.
    """
    return lines_said(_lines(results, left, listed, paint))


def worst_first(results: Sequence[ReportResult]) -> list[ReportResult]:
    """Return the workbooks in the order in which people should look at them."""
    return sorted(results, key=lambda one: (_ORDER.index(one.ending), -one.wrong))


def _lines(results: Sequence[ReportResult], left: int, listed: str, paint: Paint) -> Iterator[str]:
    ordered = worst_first(results)
    counts = Counter(one.ending for one in results)
    said = "，".join(f"{ending} {counts[ending]}" for ending in reversed(_ORDER) if counts[ending])
    wrong, notices = sum(one.wrong for one in results), sum(one.notices for one in results)
    if left:
        yield paint(BROKEN_OFF.format(left), Emphasis.ALARM)
    yield paint(
        f"共 {len(results)} 个工作簿：{said}。错误 {wrong} 处，提示 {notices} 处。", Emphasis.BOLD
    )
    yield "  结果　　  错误    提示    工作簿"
    for result in ordered:
        ending = paint(result.ending.ljust(4, _WIDE), _EMPHASES[result.ending])
        known = result.ending != Ending.UNUSABLE
        counted = (f"{count if known else '—':>6}" for count in (result.wrong, result.notices))
        organ = f"（{result.organ}）" if result.organ else ""
        yield f"  {ending}{'  '.join(counted)}    {result.name}{organ}"
    yield from _to_do(ordered, paint)
    if listed:
        yield listed
    elif wrong or notices:
        yield "要逐条看：加 --problems 问题清单.xlsx 列成一张表，或者单独运行其中一个工作簿。"


def _to_do(results: Sequence[ReportResult], paint: Paint) -> Iterator[str]:
    """Yield what people must do for what was not written, and what copies there are."""
    pressing = [one for one in results if one.details or one.ending == Ending.UNUSABLE]
    if pressing:
        yield paint("请处理：", Emphasis.BOLD)
    for result in pressing:
        yield f"  {result.named}"
        yield from (f"    {line}" for line in result.details[:_MOST_DETAILS])
        if len(result.details) > _MOST_DETAILS:
            yield "    ……还有，请单独运行这个工作簿看全部"
