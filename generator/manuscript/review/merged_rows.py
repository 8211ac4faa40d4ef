"""The narrative of the workbook and that of the document brought together, row by row."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.form.vocabulary import Form
from generator.manuscript.review.document_rows import Key, keys_of_document
from generator.manuscript.review.matched_rows import content, keys_of_workbook
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.merged_words import merged_words
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


def merge_rows(
    base: Report,
    workbook: Report,
    document: Sequence[EditedRow],
    *,
    form: Form,
    judge: Judge,
    disputed: Mapping[int, str],
    unclear: Collection[int] = (),
    untouchable: Collection[int] = (),
) -> list[MergedRow]:
    """Return the rows in the order in which they are printed.

    `untouchable` are generated rows of which it cannot be told what became. `disputed` are rows
    of the document, by number, that contradict its own tables, with what is to be said of that;
    `unclear` are those of them with a number that cannot be read, which nobody can take.
    """
    of_document = keys_of_document(base.paragraphs, document, untouchable)
    of_workbook = keys_of_workbook(base.paragraphs, workbook.paragraphs, document, of_document)
    ours = {key: at for at, key in enumerate(of_workbook)}
    theirs = {key: at for at, key in enumerate(of_document)}
    merged: dict[Key, MergedRow] = {}
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
            unclear=theirs.get(key, -1) in unclear,
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


def _row(
    base: Paragraph | None,
    here: Paragraph | None,
    there: EditedRow | None,
    dispute: str,
    judge: Judge,
    *,
    unclear: bool = False,
) -> Paragraph | None:
    """Return what stands of a row; None where it is deleted."""
    place = here.place if here else base.place if base else Place("")
    said = tuple(_said(row) for row in (base, here, there))
    if dispute and not (here and there and content(here) == content(there)):
        conflict = Conflict(dispute, place, *said)
        if unclear:
            judge.unclear(conflict)
            return here
        return _typed(there, here) if judge.dispute(Side.DOCUMENT, conflict) else here
    if here is None or there is None:
        takes = judge.takes(Side.DOCUMENT, Conflict(_WHAT, place, *said))
        return _typed(there, here) if takes else here
    if base is None or there.row is None:  # added on both sides, or put in place of what was there
        same = _alike(here, there)
        as_generated = judge.known and base is not None and _alike(here, base)
        conflict = Conflict(_WHAT, place, *said)
        takes = not same and (as_generated or judge.dispute(Side.DOCUMENT, conflict))
        return _typed(there, here) if takes else here
    return _by_cells(base, here, there, place, judge)


def _alike(row: Paragraph, other: Paragraph | EditedRow) -> bool:
    return (row.part, content(row)) == (other.part, content(other))


def _by_cells(
    base: Paragraph, here: Paragraph, there: EditedRow, place: Place, judge: Judge
) -> Paragraph:
    """Return a row with what each side changed of it; as it is here where the two collide."""
    open_before = len(judge.conflicts)
    row = here
    if judge.takes(Side.DOCUMENT, Conflict(_WHAT, place, base.part, here.part, there.part)):
        row = replace(row, part=there.part)
    levels = (str(one.level) for one in (base, here, there))
    if judge.takes(Side.DOCUMENT, Conflict(_WHAT, place, *levels)):
        row = replace(row, level=there.level)
    heading = _words(judge, place, base.heading, here.heading, there.heading)
    text = _words(judge, place, base.text, here.text, there.text)
    if len(judge.conflicts) > open_before:  # a new heading over the old text says nothing true
        return here
    return replace(row, heading=heading, text=text)


def _words(judge: Judge, place: Place, base: str, here: str, there: str) -> str:
    """Return what stands in a cell; words that the sides changed in different places, both."""
    conflict = Conflict(_WHAT, place, *map(printable, (base, here, there)))
    if judge.known and conflict.document != conflict.base != conflict.workbook:
        together = merged_words(conflict.base, conflict.workbook, conflict.document)
        if together == conflict.workbook:
            return here
        if together is not None:
            return together
    return there if judge.takes(Side.DOCUMENT, conflict) else here


def _said(row: Paragraph | EditedRow | None) -> str:
    if row is None:
        return ""
    return "／".join(words for words in (row.heading, row.text) if words)


def _typed(there: EditedRow | None, here: Paragraph | None) -> Paragraph | None:
    if there is None:
        return None
    place = here.place if here else Place("")
    return Paragraph(there.part, there.level, there.heading, there.text, place, kind=there.kind)


def _ordered(of_workbook: Sequence[Key], of_document: Sequence[Key], judge: Judge) -> list[Key]:
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
    after: dict[Key | None, list[Key]] = {}
    stands: Key | None = None
    for key in second:
        if key in common:
            stands = key
        else:
            after.setdefault(stands, []).append(key)
    return [*after.get(None, []), *(one for key in first for one in (key, *after.get(key, [])))]
