"""What people changed in a document, one thing at a time, as it is told to them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.form.labels import label_key
from generator.form.tables_in_grids import texts_of
from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match
from generator.manuscript.edits import AUTHOR
from generator.manuscript.manuscript import (
    Grid,
    Manuscript,
    Thing,
    Trace,
    Unseen,
    UnseenText,
)
from generator.manuscript.review.edited_tables import EditedTables
from generator.manuscript.review.generated_lines import GeneratedLine, Role
from generator.manuscript.review.rows import typed_number
from generator.manuscript.word_changes import WordChange, word_changes
from generator.model.draft_stamp import is_draft_stamp
from generator.model.report import Place

_BLANK_TABLE = "空白的表格"
MARGINS = "页眉页脚"
"""Where lines of headers and footers are said to stand."""


class Kind(StrEnum):
    """What became of a piece of the document."""

    FIGURE = "表格数字"
    LABEL = "表格文字"
    HEADING = "标题"
    NUMBER = "序号"
    REWORDED = "改写"
    ADDED = "新增"
    DELETED = "删除"
    MOVED = "移动"
    SPLIT = "拆分"
    MERGED = "合并"
    TABLE = "表格"
    OTHER = "其他"


@dataclass(frozen=True)
class Change:
    """One change."""

    kind: Kind
    place: Place
    """In the document as it is now; of what was deleted, what stands before it."""
    was: str
    now: str
    words: tuple[WordChange, ...] = ()
    """Within text that was reworded."""
    by: tuple[tuple[str, str], ...] = ()
    """(who, when), where 修订 tells."""
    how: Unseen | None = None
    """Where words were taken back without 修订 that still stand in the file."""


def counted_by_kind(changes: Sequence[Change]) -> str:
    """Return how many changes there are of each kind."""
    counts = Counter(change.kind for change in changes)
    return "，".join(f"{kind.value} {counts[kind]} 处" for kind in Kind if counts[kind])


def changes_of(
    generated: Sequence[GeneratedLine],
    base: Manuscript,
    edited: Manuscript,
    matches: Sequence[Match],
    *,
    tables: EditedTables,
    form: Form,
) -> list[Change]:
    """Return every change of a document, in the order of the document."""
    found: list[Change] = []
    place = Place(edited.file)
    for match in matches:
        if match.after:
            place = edited.lines[match.after[0]].place
        found += _of_lines(match, generated, edited, place)
    grids = edited.grids
    found += _of_figures(base, grids, tables, form)
    found += [
        Change(
            Kind.LABEL,
            _in_table(grids[at].place, was),
            was,
            now,
            by=_who(grids[at], spot),
            how=_how(grids[at].traces.get(spot, ())),
        )
        for at, spot, was, now in tables.labels
    ]
    found += _of_whole_tables(base, edited, tables)
    return found + list(_of_others(base, edited))


def _of_lines(
    match: Match, generated: Sequence[GeneratedLine], edited: Manuscript, place: Place
) -> Iterator[Change]:
    lines = edited.lines
    before = [generated[at] for at in match.before]
    after = [lines[at] for at in match.after]
    was, now = ("\n".join(line.text.strip() for line in side) for side in (before, after))
    traces = [trace for line in after for trace in line.traces]
    if not after:
        struck = [
            trace
            for line in lines
            for trace in line.traces
            if not trace.added and was in trace.words
        ]
        how = _how_deleted(was, edited.unseen)
        kind = Kind.HEADING if before[0].title else Kind.DELETED
        yield Change(kind, place, was, "", by=_authors(struck), how=how)
    elif not before:
        yield Change(Kind.ADDED, place, "", now, by=_authors(traces))
    elif len(after) > 1 or len(before) > 1:
        kind = Kind.SPLIT if len(after) > 1 else Kind.MERGED
        glued = word_changes(was.replace("\n", ""), now.replace("\n", ""))
        yield Change(kind, place, was, now, tuple(glued), _authors(traces), _how(traces, glued))
    else:
        if match.moved:
            yield Change(Kind.MOVED, place, was, now, by=_authors(traces))
        if was != now:
            yield from _reworded(before[0], was, now, place, traces)


def _reworded(
    line: GeneratedLine, was: str, now: str, place: Place, traces: Sequence[Trace]
) -> Iterator[Change]:
    """Yield what changed within a line: its number apart from its words."""
    old, new = (typed_number(text)[1] for text in (was, now))
    before = len(old)
    numbered = bool(line.segments) and line.segments[0].role == Role.NUMBER
    if numbered and new and old != new:
        yield Change(Kind.NUMBER, place, old, new, by=_authors(traces))
        was, now, before = was.removeprefix(old), now.removeprefix(new), 0
    if was != now:
        words = tuple(word_changes(was, now))
        heading = line.title or line.section or _in_heading(line, words, before)
        kind = Kind.HEADING if heading else Kind.REWORDED
        yield Change(kind, place, was, now, words, _authors(traces, words), _how(traces, words))


def _in_heading(line: GeneratedLine, words: Sequence[WordChange], before: int) -> bool:
    """Tell whether all that changed is the heading, `before` characters from the line's start."""
    length = sum(len(one.piece.shown) for one in line.segments if one.role == Role.HEADING)
    return bool(length) and all(change.end <= before + length for change in words)


def _of_figures(
    base: Manuscript, grids: Sequence[Grid], tables: EditedTables, form: Form
) -> Iterator[Change]:
    before = dict(texts_of(tables.generated, [grid.cells for grid in base.grids]))
    for name, (at, spot) in tables.spots.items():
        was, now = before.get(name, "").strip(), grids[at].cells.get(spot, "").strip()
        if was != now:
            label = form.figures[name].label
            place = _in_table(grids[at].place, f"{tables.tables[at].title}：{label}")
            how = _how(grids[at].traces.get(spot, ()))
            yield Change(Kind.FIGURE, place, was, now, by=_who(grids[at], spot), how=how)


def _of_whole_tables(
    base: Manuscript, edited: Manuscript, tables: EditedTables
) -> Iterator[Change]:
    grids = edited.grids
    gone = [grid.cells for at, grid in enumerate(base.grids) if at not in tables.generated.tables]
    come: list[Grid] = []
    for at, grid in enumerate(grids):
        if at in tables.tables:
            continue
        if grid.cells in gone:
            gone.remove(grid.cells)
        else:
            come.append(grid)
    for grid in come:
        same = next((cells for cells in gone if cells.keys() == grid.cells.keys()), None)
        if same is None:
            yield Change(Kind.TABLE, grid.place, "", _words(grid.cells.values()) or _BLANK_TABLE)
            continue
        gone.remove(same)
        spots = [spot for spot, text in same.items() if text != grid.cells[spot]]
        was, now = (_words(cells[spot] for spot in spots) for cells in (same, grid.cells))
        yield Change(Kind.OTHER, grid.place, was, now)
    for cells in gone:
        words = _words(cells.values()) or _BLANK_TABLE
        yield Change(Kind.OTHER, Place(edited.file), f"模板里的表格：{words}", "")
    for at, was, now in tables.others:
        yield Change(Kind.TABLE, grids[at].place, was, now)
    for miss in tables.misses:
        label = label_key(miss.what)
        taken = (one for one in edited.unseen if one.text.strip() and label_key(one.text) in label)
        unseen = next(taken, None)
        place = Place(edited.file, unseen.place.within if unseen else "")
        yield Change(Kind.TABLE, place, miss.what, "", how=unseen.how if unseen else None)


def _words(texts: Iterable[str]) -> str:
    return "／".join(text.strip() for text in texts if text.strip())


def _of_others(base: Manuscript, edited: Manuscript) -> Iterator[Change]:
    place = Place(edited.file)
    for before, after in ((base.others, edited.others), (base.links, edited.links)):
        gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
        for was, now in _replaced(gone, come):
            yield Change(Kind.OTHER, place, was, now)
    yield from _put_in_and_taken_back(base, edited)
    yield from _of_margins(base, edited)


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


def _in_table(place: Place, spot: str) -> Place:
    return place._replace(spot=f"“{spot}”")


def _who(grid: Grid, spot: tuple[int, int]) -> tuple[tuple[str, str], ...]:
    return _authors(grid.traces.get(spot, ()))


def _authors(
    traces: Sequence[Trace], words: Sequence[WordChange] = ()
) -> tuple[tuple[str, str], ...]:
    """Return who made a change, told by the words that 修订 has of them."""
    fitting = (trace for trace in _fitting(traces, words) if not trace.how and trace.by != AUTHOR)
    return tuple(dict.fromkeys((trace.by, trace.when) for trace in fitting))


def _how(traces: Sequence[Trace], words: Sequence[WordChange] = ()) -> Unseen | None:
    """Return how words were taken back that still stand in the file."""
    return next((trace.how for trace in _fitting(traces, words) if trace.how), None)


def _how_deleted(line: str, unseen: Sequence[UnseenText]) -> Unseen | None:
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
