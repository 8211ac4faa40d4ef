"""Who made a change, and how words were taken back that still stand in the file."""

from collections.abc import Iterator, Sequence

from generator.manuscript.edits import AUTHOR
from generator.manuscript.manuscript import Trace, Unseen, UnseenText
from generator.manuscript.review.typed_numbers import typed_number
from generator.manuscript.word_changes import WordChange


def authors(
    traces: Sequence[Trace], words: Sequence[WordChange] = ()
) -> tuple[tuple[str, str], ...]:
    """Return who made a change, told by the words that 修订 has of them."""
    fitting = (trace for trace in _fitting(traces, words) if not trace.how and trace.by != AUTHOR)
    return tuple(dict.fromkeys((trace.by, trace.when) for trace in fitting))


def how_taken_back(traces: Sequence[Trace], words: Sequence[WordChange] = ()) -> Unseen | None:
    """Return how words were taken back that still stand in the file."""
    return next((trace.how for trace in _fitting(traces, words) if trace.how), None)


def how_deleted(line: str, unseen: Sequence[UnseenText]) -> Unseen | None:
    """Return how a whole line was taken back that still stands in the file."""
    words = typed_number(line)[1]
    return next(
        (
            one.how
            for one in unseen
            if one.text.strip() and one.text.strip() in (line, line.removeprefix(words).strip())
        ),
        None,
    )


def _fitting(traces: Sequence[Trace], words: Sequence[WordChange]) -> Iterator[Trace]:
    """Yield the traces of some changes of words, told by the words that they have."""
    said = "".join(change.now for change in words), "".join(change.was for change in words)
    for trace in traces:
        if not words or not trace.words or set(trace.words) & set(said[0 if trace.added else 1]):
            yield trace
