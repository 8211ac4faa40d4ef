"""Where in an edited document the pictures, charts and tables of the generated one are."""

from collections.abc import Callable, Mapping

from generator.manuscript.laid_out import At, LaidOut, Table, same
from generator.manuscript.revising.captions import Caption

_STILL_THE_SAME = 0.5
"""How many of its cells a table must still have to be the same one, without its caption."""


def whereabouts(
    captions: Mapping[int, Caption],
    generated: LaidOut,
    edited: LaidOut,
    beside: Callable[[int], At | None],
    *,
    not_among: set[int],
) -> dict[int, At]:
    """Return where that is now which the captions of a generated document belong to.

    `beside` says what stands beside what has become of a caption; `not_among` are the blocks that
    are tables of the form. What people deleted is not in it.
    """
    free = [at for at in edited.order if at.drawing or at.block in {*edited.tables} - not_among]
    due = {line: one.at for line, one in captions.items() if one.at is not None}
    found: dict[int, At] = {}

    def take(line: int, at: At | None) -> None:
        if line not in found and at is not None and at in free:
            found[line] = at
            free.remove(at)

    for line, at in due.items():  # where it was and as it was
        there = beside(line)
        if there in free and same(generated.shown_at(at), edited.shown_at(there)):
            take(line, there)
    for line, at in due.items():  # as it was, elsewhere
        shown = generated.shown_at(at)
        take(line, next((one for one in free if same(shown, edited.shown_at(one))), None))
    for line, at in due.items():  # changed, where it was
        there = beside(line)
        if there is not None and bool(there.drawing) == bool(at.drawing):
            take(line, there)
    for line, at in due.items():  # a table that was changed, and so was its caption
        shown = generated.shown_at(at)
        if isinstance(shown, Table):
            take(line, _most_alike(shown, edited, [one for one in free if not one.drawing]))
    return found


def _most_alike(table: Table, edited: LaidOut, free: list[At]) -> At | None:
    def alike(at: At) -> float:
        own, other = _words(table), _words(edited.tables[at.block])
        return len(own & other) / max(len(own | other), 1)

    best = max(free, key=alike, default=None)
    return best if best is not None and alike(best) >= _STILL_THE_SAME else None


def _words(table: Table) -> set[tuple[int, str]]:
    return {(column, text) for row in table.rows for column, text in row.texts.items()}
