"""What people must know of the tables of a document: what was not read, and what has no place."""

from collections.abc import Iterator, Mapping, Sequence

from generator.form.chinese import listed
from generator.form.vocabulary import Form
from generator.manuscript.importing.table_figures import ImportedTable, labels_in
from generator.manuscript.importing.table_reading import TableReading
from generator.manuscript.manuscript import Grid
from generator.model.finding import Finding, notice, wrong
from generator.model.typed_input.figures import named
from generator.model.typed_input.number import understand

NOT_READ, OLDER_FORM, RENAMED, NOT_TAKEN = "I05", "I06", "I07", "I08"
_BY_HAND = "请照原文在工作簿里补填"
_SHOWN = 3


def remarks_on(taken: ImportedTable, grids: Sequence[Grid], form: Form) -> Iterator[Finding]:
    """Yield everything that is to be said of one table, what is missing first."""
    yield from _contested(taken, grids)
    yield from _unreadable(taken)
    yield from _not_found(taken, grids, form)
    yield from _wholes(taken)
    yield from _blank(taken)
    yield from _older(taken, form)
    yield from _renamed(taken)
    yield from _by_order(taken)
    yield from _unused(taken, grids)


def _contested(taken: ImportedTable, grids: Sequence[Grid]) -> Iterator[Finding]:
    if taken.contested:
        others = listed(grids[at].place.within for at in taken.found.repeats)
        texts = {
            name: f"是“{_text_of(taken, grids, name)}”还是“{other}”"
            for name, other in taken.contested.items()
        }
        said = labels_in(taken.found, texts)
        few = "；".join(said[:_SHOWN]) + ("等" if len(said) > _SHOWN else "")
        message = f"与{others}是同样的表，{len(said)} 格的数不同，不知道用哪一张，留了空白：{few}"
        advice = "请照要用的那一张，在工作簿里补填"
        yield wrong(NOT_READ, taken.place, message, advice, quote="；".join(said))


def _text_of(taken: ImportedTable, grids: Sequence[Grid], name: str) -> str:
    at, spot = taken.found.spots[name]
    return grids[at].cells.get(spot, "").strip()


def _unreadable(taken: ImportedTable) -> Iterator[Finding]:
    for name, text in taken.unreadable.items():
        said = labels_in(taken.found, {name: f"写的是“{text}”"})[0]
        message = f"{said}，{understand(text).problem}，留了空白"
        yield wrong(NOT_READ, taken.figures[name].place, message, _BY_HAND, quote=text)
    for name, text in taken.in_yuan.items():
        said = labels_in(taken.found, {name: f"写的是 {text}"})[0]
        message = f"{said}，但表头的单位是元，不是万元，留了空白"
        place = taken.figures[name].place
        yield wrong(NOT_READ, place, message, "请换算成万元，在工作簿里补填", quote=text)


def _not_found(taken: ImportedTable, grids: Sequence[Grid], form: Form) -> Iterator[Finding]:
    names = [name for name in taken.found.missing if name in form.figures]
    lines = [
        " ".join(text.strip() for text in _row(grids[at], row) if text.strip())
        for at, reading in taken.found.pieces
        for row in reading.unread
    ]
    quote = "\n".join(lines)
    if lines:
        shown = listed(f"“{line}”" for line in lines)
        message = f"{len(lines)} 行的格子与表头对不上，没有读：{shown}"
        yield wrong(NOT_READ, taken.place, message, _BY_HAND, quote=quote)
    elif names:
        message = f"没有找到{named(names)}，留了空白"
        yield wrong(NOT_READ, taken.place, message, _BY_HAND)


def _row(grid: Grid, row: int) -> list[str]:
    return [text for (line, _), text in sorted(grid.cells.items()) if line == row]


def _wholes(taken: ImportedTable) -> Iterator[Finding]:
    if taken.wholes:
        said = "；".join(labels_in(taken.found, taken.wholes))
        message = (
            f"{taken.found.form.edition} 的旧格式里是一个数，现行格式分成几行，不能代为拆分，"
            f"留了空白：{said}"
        )
        advice = "请按情形分开，在工作簿里补填"
        yield wrong(OLDER_FORM, taken.place, message, advice, quote=said)


def _blank(taken: ImportedTable) -> Iterator[Finding]:
    if taken.blank:
        message = f"原文里 {len(taken.blank)} 格是空白（{named(taken.blank)}），照样留了空白"
        yield notice(NOT_READ, taken.place, message, "没有就填 0；漏填的请补上")


def _older(taken: ImportedTable, form: Form) -> Iterator[Finding]:
    """Tell what only the older form has, what is not 0 first."""
    texts = taken.older
    if not texts:
        return
    some = {name: text for name, text in texts.items() if understand(text).value != 0}
    nothing = {name: text for name, text in texts.items() if name not in some}
    said = [*labels_in(taken.found, some)]
    if nothing:
        said.append(f"{'其余 ' if some else ''}{len(nothing)} 格为 0")
    message = (
        f"是旧格式（{taken.found.form.edition}）的表，这些栏目在现行格式（{form.edition}）里没有"
        f"意思相同的，没有带过来：{'；'.join(said)}"
    )
    advice = "不能用它们代替现行格式的数；现行格式的空格，请按现行口径补填"
    quote = "；".join(labels_in(taken.found, texts))
    yield notice(OLDER_FORM, taken.place, message, advice, quote=quote)


def _renamed(taken: ImportedTable) -> Iterator[Finding]:
    said = {f"“{one.found}”读作“{one.official}”": None for one in taken.deviations}
    if said:
        message = f"行名、列名与格式不同：{'；'.join(said)}"
        advice = "请核对没有读错；工作簿里的名称照格式"
        yield notice(RENAMED, taken.place, message, advice, quote="；".join(said))


def _by_order(taken: ImportedTable) -> Iterator[Finding]:
    count = sum(len(reading.figures) for _, reading in taken.found.pieces if reading.by_order)
    if count:
        message = f"没有表头，{count} 格按格式的列次序读"
        yield notice(NOT_READ, taken.place, message, "请核对各列没有错位")


def _unused(taken: ImportedTable, grids: Sequence[Grid]) -> Iterator[Finding]:
    """Tell of cells that are neither labels nor figures of the form, row by row."""
    for at, reading in taken.found.pieces:
        rows: dict[int, list[str]] = {}
        cells = grids[at].cells
        others = {row for row, _ in _other_cells(reading, cells)}
        figures = set(reading.figures.values())
        for spot, text in sorted(cells.items()):
            if spot[0] in others and spot not in figures and text.strip():
                rows.setdefault(spot[0], []).append(" ".join(text.split()))
        if rows:
            said = "；".join(" ".join(texts) for texts in rows.values())
            message = f"表里这些不是格式里的行、列或数字，没有带过来：{said}"
            advice = "要保留的说明，请写到『正文』表的表格后"
            yield notice(NOT_TAKEN, grids[at].place, message, advice, quote=said)


def _other_cells(
    reading: TableReading, cells: Mapping[tuple[int, int], str]
) -> Iterator[tuple[int, int]]:
    """Yield cells that were not read; a label may be there twice, where a page was broken."""
    labels = {cells[spot] for spot in reading.used - set(reading.figures.values())}
    for spot, text in sorted(cells.items()):
        known = spot in reading.used or spot[0] in reading.unread
        if text.strip() and not known and text not in labels:
            yield spot
