"""What the workbook shows beside text and changed: how it comes into a document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.manuscript.edits import DrawingDeleted, TableDeleted
from generator.manuscript.laid_out import At, Exhibited, LaidOut, Table, same
from generator.manuscript.review.document_edits import (
    DocumentEdits,
    Done,
    DrawingReplaced,
    ExhibitAdded,
)
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.side import Side
from generator.manuscript.revising.captions import Caption, Captions
from generator.manuscript.revising.table_rows import CellsDiffer, TableEdit, table_edits
from generator.model.captions import shown_by
from generator.model.exhibits import Chart
from generator.model.report import Place, Report


@dataclass(frozen=True)
class Versions:
    """A document as it was generated, as people edited it, and as it would be generated now."""

    generated: LaidOut
    edited: LaidOut
    fresh: LaidOut
    report: Report
    """Of which the last one is made."""


class ExhibitReviser:
    """Brings one exhibit after the other into a document, as its caption is brought in."""

    def __init__(
        self,
        versions: Versions,
        captions: Captions,
        where: Mapping[int, At],
        judge: Judge,
        edits: DocumentEdits,
    ) -> None:
        """Take where in the edited document that is which the old captions belong to."""
        self._versions, self._where = versions, where
        self._old, self._new = captions
        self._judge, self._edits = judge, edits

    def keep(self, old: int, new: int, place: Place, after: Callable[[At], At]) -> None:
        """Bring in what a row shows now, of which the caption stays.

        `place` is where that is; `after` says what in the edited document something of the fresh
        one comes after.
        """
        was, now, there = self._was(old), self._now(new), self._there(old)
        if now is None or same(was, now) or same(there, now):
            return
        if (edits := self._in_table(old, new)) is not None:
            self._merge(edits, self._old[old].text, self._new[new].row.kind, place)
        elif same(was, there) or self._wins(old, new, place):
            self._edits.exhibits[Done.CHANGED, self._new[new].row.kind] += 1
            self._replace(self._where.get(old), self._new[new], after)

    def may_go(self, old: int, place: Place) -> bool:
        """Tell whether what a row showed that the workbook has no more may go."""
        return (
            old not in self._old
            or old not in self._where
            or same(self._was(old), self._there(old))
            or self._wins(old, None, place)
        )

    def delete(self, old: int) -> None:
        """Take away what a row showed."""
        if old not in self._old:
            return
        self._edits.exhibits[Done.GONE, self._old[old].row.kind] += 1
        if (at := self._where.get(old)) is not None:
            self._take_away(at)

    def add(self, new: int, after: Callable[[At], At]) -> None:
        """Bring in what a new row shows."""
        caption = self._new[new]
        self._edits.exhibits[Done.ADDED, caption.row.kind] += 1
        if caption.at is not None:
            added = ExhibitAdded(after(caption.at), caption.at, caption.row.text)
            self._edits.all.append(added)

    def _in_table(self, old: int, new: int) -> Iterator[TableEdit | CellsDiffer] | None:
        """Return how a table becomes another; None where it is none, or goes as a whole."""
        was, now, there = self._was(old), self._now(new), self._there(old)
        at, like = self._where.get(old), self._new[new].at
        if isinstance(was, Table) and isinstance(now, Table) and isinstance(there, Table):
            return table_edits(was, now, there, at.block, like) if at and like else None
        return None

    def _merge(
        self, edits: Iterable[TableEdit | CellsDiffer], caption: str, kind: str, place: Place
    ) -> None:
        """Bring in the cells and rows of a table."""
        before = len(self._edits.all)
        for edit in edits:
            if not isinstance(edit, CellsDiffer):
                self._edits.all.append(edit)
                continue
            conflict = Conflict(caption, place, edit.was, edit.now, edit.there)
            if self._judge.dispute(Side.WORKBOOK, conflict):
                self._edits.all.append(edit.edit)
        if len(self._edits.all) > before:
            self._edits.exhibits[Done.CHANGED, kind] += 1

    def _replace(self, at: At | None, caption: Caption, after: Callable[[At], At]) -> None:
        if caption.at is None:
            return
        like, shows = caption.at, caption.row.text
        if at is not None and self._both_pictures(at, like):
            self._edits.all.append(DrawingReplaced(at, like, shows))
            return
        if at is not None:
            self._take_away(at)
        self._edits.all.append(ExhibitAdded(after(like) if at is None else at, like, shows))

    def _both_pictures(self, at: At, like: At) -> bool:
        """Tell whether one can stand in the paragraph of the other until 修订 are accepted.

        Of two charts in one paragraph LibreOffice takes the wrong one for the deleted one.
        """
        return isinstance(self._versions.edited.drawings.get(at), str) and isinstance(
            self._versions.fresh.drawings.get(like), str
        )

    def _take_away(self, at: At) -> None:
        self._edits.all.append(DrawingDeleted(at) if at.drawing else TableDeleted(at.block))

    def _wins(self, old: int, new: int | None, place: Place) -> bool:
        """Tell whether the workbook's side is taken of what both sides changed."""
        caption = self._old[old]
        now = "" if new is None else _said(self._new[new], self._now(new))
        was, there = _said(caption, self._was(old)), _said(None, self._there(old))
        conflict = Conflict(caption.text, place, was, now, there)
        return self._judge.dispute(Side.WORKBOOK, conflict)

    def _was(self, old: int) -> Exhibited | None:
        at = self._old[old].at
        return None if at is None else self._versions.generated.shown_at(at)

    def _now(self, new: int) -> Exhibited | None:
        at = self._new[new].at
        return None if at is None else self._versions.fresh.shown_at(at)

    def _there(self, old: int) -> Exhibited | None:
        at = self._where.get(old)
        return None if at is None else self._versions.edited.shown_at(at)


def _said(caption: Caption | None, shown: Exhibited | None) -> str:
    """Say in a few words what is shown."""
    if isinstance(shown, Table):
        return f"{len(shown.rows)} 行 {shown.columns} 列的表格"
    if isinstance(shown, Chart):
        values = ["、".join(map(_value, one.values)) for one in shown.series]
        return f"{shown.kind}（{'；'.join(values)}）"
    if shown is None:
        return ""
    return (
        f"图片“{shown_by(caption.row).name}”（{shown[:8]}）" if caption else f"图片（{shown[:8]}）"
    )


def _value(value: object) -> str:
    return "空" if value is None else str(value)
