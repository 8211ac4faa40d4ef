"""The narrative of the workbook and that of the document brought together, row by row."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.form.vocabulary import Form
from generator.manuscript.alignment import align
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.rows import EditedRow
from generator.manuscript.review.side import Side
from generator.model.printed_lines import printable
from generator.model.report import Paragraph, Place, Report

_WHAT = "正文"


@dataclass(frozen=True)
class MergedRow:
    """A row of the narrative as both sides together have it."""

    paragraph: Paragraph
    here: int | None
    """Which paragraph of the workbook it is; None where only the document has it."""


@dataclass(frozen=True)
class _Key:
    """A row on either side: one that was generated, or one that a side has added."""

    side: str
    number: int


def merge_rows(
    base: Report,
    workbook: Report,
    document: Sequence[EditedRow],
    *,
    form: Form,
    judge: Judge,
    disputed: Mapping[int, str],
    untouchable: Collection[int] = (),
) -> list[MergedRow]:
    """Return the rows in the order in which they are printed.

    `untouchable` are generated rows of which it cannot be told what became. `disputed` are rows
    of the document, by number, that contradict its own tables, with what is to be said of that.
    """
    here = _matched(base, workbook, document)
    of_workbook = [here.get(at, _Key("workbook", at)) for at in range(len(workbook.paragraphs))]
    ours = {key: at for at, key in enumerate(of_workbook)}
    of_document = list(_keys(document, workbook, of_workbook))
    theirs = {key: at for at, key in enumerate(of_document)}
    merged: dict[_Key, MergedRow] = {}
    for key in dict.fromkeys([*of_document, *of_workbook]):
        if key.side == "base" and key.number in untouchable and key in ours:
            merged[key] = MergedRow(workbook.paragraphs[ours[key]], ours[key])
            continue
        row = _row(
            base.paragraphs[key.number] if key.side == "base" else None,
            workbook.paragraphs[ours[key]] if key in ours else None,
            document[theirs[key]] if key in theirs else None,
            disputed.get(theirs.get(key, -1), ""),
            judge,
        )
        if row is not None and (row.heading.strip() or row.text.strip()):
            merged[key] = MergedRow(row, ours.get(key))
    order = [part.name for part in form.parts]
    keys = _ordered(
        [key for key in of_workbook if key in merged],
        [key for key in of_document if key in merged],
        judge,
    )
    rows = [merged[key] for key in keys]
    return sorted(rows, key=lambda row: order.index(row.paragraph.part))


def _matched(base: Report, workbook: Report, document: Sequence[EditedRow]) -> dict[int, _Key]:
    """Return which paragraph of the workbook is which of those that were generated.

    Told by the document, where the workbook says the same as that by now; else by what they say;
    else by their row in the sheet; else by standing alone between the same two.
    """
    one, other = ([_content(row) for row in side.paragraphs] for side in (base, workbook))
    found = dict(_taken_over(one, other, document))
    left = [i for i in range(len(one)) if i not in found.values()]
    free = [j for j in range(len(other)) if j not in found]
    for match in align([one[i] for i in left], [other[j] for j in free]):
        pairs = zip(match.before, match.after, strict=False)
        found |= {free[at]: left[was] for was, at in pairs}
    spots = [row.place.spot for row in base.paragraphs]
    for alike in (
        lambda i, j: bool(spots[i]) and spots[i] == workbook.paragraphs[j].place.spot,
        lambda i, j: found.get(j - 1, -1) == i - 1 and found.get(j + 1, len(one)) == i + 1,
    ):
        for i in range(len(one)):
            j = next((j for j in range(len(other)) if j not in found and alike(i, j)), None)
            if i not in found.values() and j is not None:
                found[j] = i
    return {j: _Key("base", i) for j, i in found.items()}


def _taken_over(
    base: Sequence[str], workbook: Sequence[str], document: Sequence[EditedRow]
) -> Iterator[tuple[int, int]]:
    """Yield (workbook's, generated) rows where the workbook has taken over the document's words."""
    known = set(base)
    for row in document:
        words = _content(row)
        if row.row is not None and words not in known and workbook.count(words) == 1:
            yield workbook.index(words), row.row


def _content(row: Paragraph | EditedRow) -> str:
    return f"{row.level}\t{printable(row.heading)}\t{printable(row.text)}"


def _keys(
    document: Sequence[EditedRow], workbook: Report, of_workbook: Sequence[_Key]
) -> Iterator[_Key]:
    """Yield the key of every row of the document; what both sides added alike is one row."""
    alike = {
        (row.part, _content(row)): key
        for row, key in zip(workbook.paragraphs, of_workbook, strict=True)
        if key.side == "workbook"
    }
    for at, row in enumerate(document):
        if row.row is not None:
            yield _Key("base", row.row)
        else:
            yield alike.pop((row.part, _content(row)), _Key("document", at))


def _row(
    base: Paragraph | None,
    here: Paragraph | None,
    there: EditedRow | None,
    dispute: str,
    judge: Judge,
) -> Paragraph | None:
    """Return what stands of a row; None where it is deleted."""
    place = here.place if here else base.place if base else Place("")
    said = tuple(_said(row) for row in (base, here, there))
    if dispute and not (here and there and _content(here) == _content(there)):
        conflict = Conflict(dispute, place, *said)
        return _typed(there, here) if judge.dispute(Side.DOCUMENT, conflict) else here
    if here is None or there is None:
        takes = judge.takes(Side.DOCUMENT, Conflict(_WHAT, place, *said))
        return _typed(there, here) if takes else here
    row = here
    if _takes(judge, place, base.part if base else None, here.part, there.part):
        row = replace(row, part=there.part)
    if _takes(judge, place, base.level if base else None, here.level, there.level):
        row = replace(row, level=there.level)
    if _takes(judge, place, base.heading if base else None, here.heading, there.heading):
        row = replace(row, heading=there.heading)
    if _takes(judge, place, base.text if base else None, here.text, there.text):
        row = replace(row, text=there.text)
    return row


def _takes(judge: Judge, place: Place, *sides: str | int | None) -> bool:
    """Tell whether the document's side of one cell is taken: of base, workbook and document."""
    base, workbook, document = (printable(str(side)) for side in sides)
    conflict = Conflict(_WHAT, place, base, workbook, document)
    return judge.takes(Side.DOCUMENT, conflict)


def _said(row: Paragraph | EditedRow | None) -> str:
    if row is None:
        return ""
    return "／".join(words for words in (row.heading, row.text) if words)


def _typed(there: EditedRow | None, here: Paragraph | None) -> Paragraph | None:
    if there is None:
        return None
    place = here.place if here else Place("")
    return Paragraph(there.part, there.level, there.heading, there.text, place)


def _ordered(of_workbook: Sequence[_Key], of_document: Sequence[_Key], judge: Judge) -> list[_Key]:
    """Return all rows in one order: that of the side which moved any."""
    common = set(of_workbook) & set(of_document)
    ours, theirs = ([key for key in side if key in common] for side in (of_workbook, of_document))
    first, second = of_workbook, of_document
    generated = sorted((key for key in common if key.side == "base"), key=lambda key: key.number)
    if ours != theirs:
        moved_here = [key for key in ours if key.side == "base"] != generated
        if not moved_here and judge.known:
            first, second = of_document, of_workbook
        elif moved_here and [key for key in theirs if key.side == "base"] != generated:
            conflict = Conflict("正文各段的次序", Place(""), "", "工作簿的次序", "文档的次序")
            if judge.dispute(Side.DOCUMENT, conflict):
                first, second = of_document, of_workbook
    result = list(first)
    before: _Key | None = None
    for key in second:
        if key not in common:
            at = result.index(before) + 1 if before is not None else 0
            result.insert(at, key)
        before = key
    return result
