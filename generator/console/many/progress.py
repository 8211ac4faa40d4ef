"""What is seen while many workbooks are worked on: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterable, Iterator

from generator.console.many.summary import line_of
from generator.console.many.task import Result, Unit
from generator.console.output import harmless

_FINE = (Result.WRITTEN, Result.CURRENT, Result.CHECKED)
_BAR = "{n_fmt}/{total_fmt} |{bar:30}| {desc}"


def with_lines(units: Iterable[Unit], total: int, say: Callable[[str], None]) -> Iterator[Unit]:
    """Say of each unit in a line what became of it."""
    width = len(str(total))
    for number, unit in enumerate(units, 1):
        say(f"[{number:>{width}}/{total}] {line_of(unit)}")
        yield unit


def with_bar(units: Iterable[Unit], total: int) -> Iterator[Unit]:
    """Show how far it is, whose turn it was, and what was found; name those that need people."""
    from tqdm import tqdm  # only people at a terminal see it

    tqdm.monitor_interval = 0  # no thread beside: processes are yet to be forked
    wrong = notices = 0
    with tqdm(total=total, bar_format=_BAR, file=sys.stderr, leave=False, mininterval=0) as bar:
        for unit in units:
            wrong, notices = wrong + unit.wrong, notices + unit.notices
            bar.set_description_str(
                harmless(f"错误 {wrong}　提示 {notices}　{unit.organ or unit.name}"),
                refresh=False,
            )
            bar.update()
            if unit.result not in _FINE:
                bar.write(harmless(line_of(unit)), file=sys.stdout)
            yield unit
