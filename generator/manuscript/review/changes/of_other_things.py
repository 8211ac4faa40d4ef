"""What people changed in a document beside its lines and tables: pictures, notes, headers."""

from collections import Counter
from collections.abc import Iterator

from generator.manuscript.manuscript import Manuscript, Thing
from generator.manuscript.review.changes.change import MARGINS, Change, Kind
from generator.manuscript.review.exhibits.shown import NOTHING_SHOWN, Shown
from generator.model.draft_stamp import is_draft_stamp
from generator.model.report import Place


def other_changes(
    base: Manuscript, edited: Manuscript, shown: Shown = NOTHING_SHOWN
) -> Iterator[Change]:
    """Yield what came and went of pictures, links, notes, of words that are struck, of margins.

    What rows of the report show is told by its caption.
    """
    place = Place(edited.file)
    places = _places_of_new(edited, shown)
    own_before, own_after = ([one.thing for one in side] for side in shown.drawn)
    for before, after in (
        (Counter(base.others) - Counter(own_before), Counter(edited.others) - Counter(own_after)),
        (Counter(base.links), Counter(edited.links)),
    ):
        gone, come = before - after, after - before
        for was, now in _replaced(gone, come):
            yield Change(Kind.OTHER, places.get(now, place), was, now)
    yield from _put_in_and_taken_back(base, edited)
    yield from _of_margins(base, edited)


def _places_of_new(edited: Manuscript, shown: Shown) -> dict[str, Place]:
    """Return behind which line, or in which table, what people have put in stands."""
    known = shown.drawn[1]
    blocks = {str(one.thing): one.block for one in edited.drawn if one not in known}
    return {
        what: edited.blocks[block - 1].place._replace(file=edited.file)
        for what, block in blocks.items()
        if block
    }


def _put_in_and_taken_back(base: Manuscript, edited: Manuscript) -> Iterator[Change]:
    """Yield what somebody wrote and struck or hid: it is no text, but people see it, or will."""
    texts = [line.text for line in base.lines]
    texts += [text for grid in base.grids for text in grid.cells.values()]
    known = {(one.how, one.text) for one in base.unseen}
    for one in edited.unseen:
        generated = any(_left_of(one.text, text) for text in texts)
        if (one.how, one.text) not in known and not generated:
            yield Change(Kind.OTHER, one.place, "", f"{one.how}：{one.text.strip()}")


def _left_of(words: str, text: str) -> bool:
    """Tell whether words may be what somebody took back of a text, here and there."""
    signs = iter(text)
    return all(sign in signs for sign in words if not sign.isspace())


def _of_margins(base: Manuscript, edited: Manuscript) -> Iterator[Change]:
    before, after = ({_unpaged(line) for line in one.margins} for one in (base, edited))
    come = [
        line for line in edited.margins if _unpaged(line) not in before and not is_draft_stamp(line)
    ]
    gone = [line for line in base.margins if _unpaged(line) not in after]
    if come or gone:
        place = Place(edited.file, MARGINS)
        yield Change(Kind.OTHER, place, "／".join(gone), "／".join(come))


def _replaced(gone: Counter[Thing], come: Counter[Thing]) -> Iterator[tuple[str, str]]:
    """Yield what became of things: of one kind, one that has gone is taken for one that came."""
    waiting = list(come.elements())
    for thing in gone.elements():
        instead = next((one for one in waiting if one.what == thing.what), None)
        if instead is not None:
            waiting.remove(instead)
        yield str(thing), str(instead or "")
    yield from (("", str(thing)) for thing in waiting)


def _unpaged(line: str) -> str:
    """Return a line of a header or footer without numbers: those of pages are of no file."""
    return "".join(character for character in line if not character.isdigit())
