"""What people changed in the looks of a document, which no workbook can hold."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.form.labels import Spot
from generator.manuscript.alignment import Match
from generator.manuscript.looks import GridLook, LineLook, Look, Looks, PictureLook, differing
from generator.manuscript.manuscript import Grid
from generator.manuscript.review.changes import MARGINS, Kind
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.differing_looks import (
    BETWEEN,
    MARKS,
    distinct,
    in_new_line,
    in_paragraphs,
    in_words,
)
from generator.manuscript.review.rows import typed_number
from generator.model.report import Place

_BORDERS = "边框"
_WIDTHS = "列宽"
_OF_WHOLE_TABLES = ("与下段同页", "段中不分页")
"""What programs make of a whole table, cell by cell as they like, when they save it."""
_SIZES = "图片大小"
_WORDS = "内容"
_MOVED = "图片移到了这里"
_TABLE_MOVED = "表格移到了这里"
_FONTS = {"中文字体": "字体", "西文字体": "字体"}


@dataclass(frozen=True)
class Reformatted:
    """What looks otherwise than it was generated, at one place."""

    place: Place
    """Only the file where it is of all pages."""
    what: tuple[str, ...]
    """Names of what differs: 字号."""


def reformatted(compared: Comparison, was: Looks, now: Looks) -> list[Reformatted]:
    """Return where a document looks otherwise than it was generated, in its order.

    New words are compared with those around them, new lines with those of their level and with
    the one that they follow: as Word lets them look. What is new beside the text of the form, in
    an appendix or a table, is told as a whole elsewhere.
    """
    return [
        Reformatted(place, tuple(dict.fromkeys(_FONTS.get(name, name) for name in what)))
        for place, what in (
            *_of_lines(compared, was, now),
            *_of_grids(compared, was, now),
            *_of_pictures(compared, was, now),
            *_of_pages(compared, was, now),
        )
        if what
    ]


def _of_lines(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[Place, list[str]]]:
    stayed = _stayed(compared)
    models = _Models(compared, was, now)
    for match in compared.matches:
        before = [was.lines[at] for at in match.before]
        after = [now.lines[at] for at in match.after]
        if not after:
            continue
        place = compared.edited.lines[match.after[0]].place
        if not before:
            for at, line in zip(match.after, after, strict=True):
                if compared.parts[at] and not _joined_by_tracked_change(compared, match):
                    yield compared.edited.lines[at].place, in_new_line(line, models.of(at, line))
            continue
        words = in_words(_joined(before), _joined(after))
        if _level(before[0]) != _level(after[0]) or _joined_by_tracked_change(compared, match):
            yield place, [name for name in words if name in MARKS]
            continue
        at, origin = match.after[0], match.before[0]
        follows = (at == origin == 0) or (at > 0 and stayed.get(at - 1, -2) == origin - 1)
        beside = [name for name in in_paragraphs(before, after) if name != BETWEEN or follows]
        yield place, [*words, *beside]


def _stayed(compared: Comparison) -> dict[int, int]:
    """Return for every line that stayed one which line it was."""
    return {match.after[0]: match.before[-1] for match in compared.matches if _one_by_one(match)}


class _Models:
    """What new lines may look like, by how the document was generated."""

    def __init__(self, compared: Comparison, was: Looks, now: Looks) -> None:
        self._compared, self._was = compared, was
        self._plain = [one.plain for one in (was, now) if one.plain is not None]

    def of(self, at: int, line: LineLook) -> Iterator[LineLook]:
        """Yield the lines of its level, the one that a new line stands behind, and a plain one."""
        yield from self._levels.get(_level(line), ())
        if (origin := self._above[at]) is not None:
            yield self._was.lines[origin]
        yield from self._plain

    @cached_property
    def _levels(self) -> Mapping[int, Sequence[LineLook]]:
        levels = defaultdict(list)
        for line, generated in zip(self._was.lines, self._compared.generated, strict=True):
            if generated.row is not None:
                levels[_level(line)].append(line)
        return {level: distinct(lines) for level, lines in levels.items()}

    @cached_property
    def _above(self) -> Sequence[int | None]:
        origins = {
            at: match.before[-1]
            for match in self._compared.matches
            if match.before
            for at in match.after
        }
        found: list[int | None] = []
        for at in range(len(self._compared.edited.lines)):
            found.append(origins.get(at, found[-1] if found else None))
        return found


def _joined_by_tracked_change(compared: Comparison, match: Match) -> bool:
    """Tell whether a whole paragraph is tracked as deleted before a line.

    Which of the two has its style then, programs do not agree on.
    """
    traces = compared.edited.lines[match.after[0]].traces
    return any("\n" in trace.words for trace in traces if not trace.added)


def _one_by_one(match: Match) -> bool:
    return len(match.before) == len(match.after) == 1


def _joined(lines: Sequence[LineLook]) -> LineLook:
    return LineLook({}, tuple(word for line in lines for word in line.words))


def _level(line: LineLook) -> int:
    """Return the level by its number: the workbook holds that, and the look with it."""
    return typed_number(line.text)[0]


def _of_grids(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[Place, list[str]]]:
    grids = compared.edited.grids
    lines = _stayed(compared)
    reworded = any(change.kind == Kind.TABLE for change in compared.changes)
    for before, after in _same_tables(compared, was, now):
        place = grids[after].place
        old, new = was.grids[before], now.grids[after]
        if not _between_same(_around(new, now), _around(old, was), lines):
            yield place, [_TABLE_MOVED]
        columns = len(old.table[_WIDTHS]) == len(new.table[_WIDTHS])
        yield (
            place,
            [name for name in differing(old.table, new.table) if columns or name != _WIDTHS],
        )
        if len(old.rows) == len(new.rows):
            rows = (differing(*pair) for pair in zip(old.rows, new.rows, strict=True))
            yield place, list(dict.fromkeys(name for names in rows for name in names))
        elif not reworded:
            yield place, ["行数"]
        if _shown(old) == _shown(new):
            yield from _of_cells(grids[after], old, new)
        elif old.texts.keys() == new.texts.keys():
            yield place, ["合并或拆分单元格"]


def _shown(grid: GridLook) -> set[Spot]:
    """Return the cells that a reader sees: programs fill rows that begin late with empty ones."""
    return {
        spot
        for spot, look in grid.cells.items()
        if spot in grid.texts or str(look.get(_BORDERS, "")).strip("/")
    }


def _same_tables(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[int, int]]:
    """Yield which table was which: those of the form, then the template's own, in their order."""
    origin = {table: at for at, table in compared.tables.generated.tables.items()}
    known = [(origin[table], at) for at, table in compared.tables.tables.items() if table in origin]
    yield from sorted(known, key=lambda pair: pair[1])
    left = [at for at in range(len(was.grids)) if at not in {before for before, _ in known}]
    for at in range(len(now.grids)):
        own = now.grids[at]
        same = (one for one in left if was.grids[one].texts.keys() == own.texts.keys())
        if at not in {after for _, after in known} and (before := next(same, None)) is not None:
            left.remove(before)
            yield before, at


def _of_cells(grid: Grid, old: GridLook, new: GridLook) -> Iterator[tuple[Place, list[str]]]:
    """Yield what differs, cells that differ alike together."""
    alike = defaultdict(list)
    for spot in sorted(_shown(new)):
        look = new.cells[spot]
        names = differing(old.cells[spot], look)
        if spot in old.texts and spot in new.texts:
            names += in_words(old.texts[spot], new.texts[spot])
            paragraphs = differing(old.texts[spot].paragraph, new.texts[spot].paragraph)
            names += [name for name in paragraphs if name not in _OF_WHOLE_TABLES]
        if names:
            alike[tuple(names)].append(spot)
    for together, spots in alike.items():
        text = " ".join(grid.cells.get(spots[0], "").split())
        one = f"第{spots[0][0] + 1}行“{text}”"
        where = one if len(spots) == 1 else f"{one}等{len(spots)}格"
        yield grid.place._replace(spot=where), list(together)


def _of_pages(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[Place, list[str]]]:
    place = Place(compared.edited.file)
    if len(was.sections) != len(now.sections):
        yield place, ["分节"]
    ends = zip(was.sections[-1:], now.sections[-1:], strict=False)
    all_of_them = zip(was.sections, now.sections, strict=False)
    pairs = all_of_them if len(was.sections) == len(now.sections) else ends
    names = [name for pair in pairs for name in differing(*pair)]
    same_pictures = _count(was.whole) == _count(now.whole)
    names += [name for name in differing(was.whole, now.whole) if same_pictures or name != _SIZES]
    yield place, list(dict.fromkeys(names))
    reworded = any(change.place.within == MARGINS for change in compared.changes)
    for name in {**was.margins, **now.margins}:
        what = _of_margin(was.margins, now.margins, name)
        yield place._replace(within=name), [] if reworded and what == [_WORDS] else what


def _of_pictures(compared: Comparison, was: Looks, now: Looks) -> Iterator[tuple[Place, list[str]]]:
    """Yield where pictures stand now that stood between other lines.

    A line that came or went beside a picture does not move it.
    """
    if sorted(one.shown for one in was.pictures) != sorted(one.shown for one in now.pictures):
        return  # told as pictures that came and went
    lines = _stayed(compared)
    waiting = list(was.pictures)
    for picture in now.pictures:
        same = [one for one in waiting if one.shown == picture.shown]
        old = next((one for one in same if _stands(picture, one, lines)), same[0])
        waiting.remove(old)
        if not _stands(picture, old, lines):
            at = max(0, picture.after)
            yield compared.edited.lines[at].place, [_MOVED]


def _stands(now: PictureLook, was: PictureLook, lines: Mapping[int, int]) -> bool:
    return _between_same((now.after, now.before), (was.after, was.before), lines)


def _around(grid: GridLook, looks: Looks) -> tuple[int, int | None]:
    """Return the last line that begins before a table, and the first after it."""
    at = grid.lines_before
    return at - 1, at if at < len(looks.lines) else None


def _between_same(
    now: tuple[int, int | None], was: tuple[int, int | None], lines: Mapping[int, int]
) -> bool:
    """Tell whether what stands between two lines still has one of them, or has lost both."""
    kept = set(lines.values())
    (after, before), (old_after, old_before) = now, was
    if old_after not in kept and old_before not in kept:
        return True
    if after == old_after == -1:
        return True
    return (
        lines.get(after) == old_after
        or (before is not None and lines.get(before) == old_before)
        or before is old_before is None
    )


def _count(whole: Look) -> int:
    return len(whole.get(_SIZES, ()))


def _of_margin(
    was: Mapping[str, tuple[LineLook, ...]], now: Mapping[str, tuple[LineLook, ...]], name: str
) -> list[str]:
    before, after = was.get(name, ()), now.get(name, ())
    if [_unpaged(line) for line in before] != [_unpaged(line) for line in after]:
        return [_WORDS]
    found: dict[str, None] = {}
    for old, new in zip(before, after, strict=True):
        found |= dict.fromkeys(in_words(old, new))
        found |= dict.fromkeys(differing(old.paragraph, new.paragraph))
    return list(found)


def _unpaged(line: LineLook) -> str:
    """Return the text without the numbers of pages, which are of no file."""
    return "".join(letter for letter in line.text if not letter.isdigit()).strip()
