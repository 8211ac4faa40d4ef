"""What is seen while many workbooks are worked on: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterable, Iterator

from generator.console.many.summary import line_of
from generator.console.many.task import Ending, TaskResult
from generator.console.output import harmless
from generator.model.one_line import on_one_line

_FINE = (Ending.WRITTEN, Ending.CURRENT, Ending.CHECKED)
_BAR = "{n_fmt}/{total_fmt} |{bar:30}| {desc}"


def with_lines(
    results: Iterable[TaskResult], total: int, say: Callable[[str], None]
) -> Iterator[TaskResult]:
    """Say of each workbook in a line what became of it."""
    width = len(str(total))
    for number, result in enumerate(results, 1):
        say(f"[{number:>{width}}/{total}] {line_of(result)}")
        yield result


def with_bar(results: Iterable[TaskResult], total: int) -> Iterator[TaskResult]:
    """Show how far it is, whose turn it was, and what was found; name those that need people."""
    from tqdm import tqdm  # only people at a terminal see it

    tqdm.monitor_interval = 0  # no thread beside: processes are yet to be forked
    wrong = notices = 0
    with tqdm(total=total, bar_format=_BAR, file=sys.stderr, leave=False, mininterval=0) as bar:
        for result in results:
            wrong, notices = wrong + result.wrong, notices + result.notices
            bar.set_description_str(
                harmless(
                    on_one_line(f"错误 {wrong}　提示 {notices}　{result.organ or result.name}")
                ),
                refresh=False,
            )
            bar.update()
            if result.ending not in _FINE:
                bar.write(harmless(line_of(result)), file=sys.stdout)
            yield result
