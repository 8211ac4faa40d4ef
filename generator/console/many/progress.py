"""What is seen while many files are worked on: a bar on a terminal, plain lines elsewhere."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from generator.console.many.task import ShownResult
from generator.console.output import harmless
from generator.model.one_line import on_one_line

_BAR = "{n_fmt}/{total_fmt} |{bar:30}| {desc}"


def with_lines(
    results: Iterable[ShownResult], total: int, say: Callable[[str], None]
) -> Iterator[ShownResult]:
    """Say of each file in a line what became of it."""
    width = len(str(total))
    for number, result in enumerate(results, 1):
        say(f"[{number:>{width}}/{total}] {result.line}")
        yield result


def with_bar(results: Iterable[ShownResult], total: int) -> Iterator[ShownResult]:
    """Show how far it is, whose turn it was, and what was found; name those that need people."""
    from tqdm import tqdm  # only people at a terminal see it

    tqdm.monitor_interval = 0  # no thread beside: processes are yet to be forked
    found: Counter[str] = Counter()
    with tqdm(total=total, bar_format=_BAR, file=sys.stderr, leave=False, mininterval=0) as bar:
        for result in results:
            found.update(result.counts)
            counted = [f"{what} {count}" for what, count in found.items()]
            said = on_one_line("　".join([*counted, result.label]))
            bar.set_description_str(harmless(said), refresh=False)
            bar.update()
            if not result.fine:
                bar.write(harmless(result.line), file=sys.stdout)
            yield result
