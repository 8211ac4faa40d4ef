"""Brings the changes of a workbook's narrative into the lines of a document that was edited."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.form.tables_in_grids import find_figures
from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match, align
from generator.manuscript.edits import LineDeleted, WordEdit
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.document_edits import DocumentEdits, LineAdded, numbers_of
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.side import Side
from generator.manuscript.review.typed_numbers import typed_number
from generator.manuscript.word_changes import WordChange, word_changes
from generator.model.report import Place

_WHAT = "正文"

_Spot = tuple[int, int, int]
"""A block, where the text begins in its line, and how long it is."""


def revise_lines(
    compared: Comparison, fresh: Manuscript, form: Form, judge: Judge, edits: DocumentEdits
) -> None:
    """Add the edits of lines to those of the document."""
    _Reviser(compared, fresh, form, judge, edits).revise()


class _Reviser:
    """Goes through the lines of the fresh document and finds what has become of each."""

    def __init__(
        self,
        compared: Comparison,
        fresh: Manuscript,
        form: Form,
        judge: Judge,
        edits: DocumentEdits,
    ) -> None:
        self._old = [line.text.strip() for line in compared.generated]
        self._fresh = [line.text.strip() for line in fresh.lines]
        self._lines = compared.edited.lines
        self._judge, self._edits = judge, edits
        self._blocks = numbers_of(compared.edited, Line)
        self._fresh_blocks = numbers_of(fresh, Line)
        self._became = {at: match for match in compared.matches for at in match.before}
        self._anchors = dict(_tables(compared, fresh, form))
        self._added = list(_added(compared, self._blocks))
        self._lost: set[int] = set()
        """Lines of the fresh document, as blocks, that people deleted from theirs."""

    def revise(self) -> None:
        for match in align(self._old, self._fresh):
            if len(match.before) == len(match.after) == 1 and not match.moved:
                self._keep(match.before[0], match.after[0])
            elif not match.after and len(self._became[match.before[0]].before) > 1:
                self._reword(match.before[0], "")
            elif self._may_all_go(match):
                for old in match.before:
                    self._delete(old)
                for new in match.after:
                    self._add(new)

    def _keep(self, old: int, new: int) -> None:
        """Bring the changed words of a line into what has become of it."""
        match = self._became[old]
        if not match.after:
            self._lost.add(self._fresh_blocks[new])
        elif not match.moved:
            self._anchors[self._fresh_blocks[new]] = self._blocks[match.after[-1]]
        if not self._reword(old, self._fresh[new]):
            self._add(new)

    def _reword(self, old: int, now: str) -> bool:
        """Return whether a line could be reworded; not if it is gone and is to come back."""
        match = self._became[old]
        was = self._old[old]
        before, there, skipped = self._in_document(match)
        at = match.before.index(old)
        if skipped:  # the number counts itself
            was, now = _unnumbered(was), _unnumbered(now)
        wanted = [*before[:at], now, *before[at + 1 :]]
        if was == now or "".join(wanted) == there:
            return True
        ours = _shifted(word_changes(was, now), sum(map(len, before[:at])))
        theirs = word_changes("".join(before), there)
        spots = list(self._spots(match))
        edits = _placed(ours, theirs, spots) if match.after else None
        if edits is None:
            conflict = Conflict(_WHAT, self._place(match), was, now, there)
            if len(match.before) > 1:
                self._judge.cannot(conflict)
                return True
            if not self._judge.dispute(Side.WORKBOOK, conflict):
                return True
            if not match.after:
                return False
            edits = _replaced(there, "".join(wanted), spots)
        self._edits.all += edits
        self._edits.reworded += 1
        return True

    def _in_document(self, match: Match) -> tuple[list[str], str, int]:
        """Return lines as generated and as they are now, without an automatic number."""
        before = [self._old[at] for at in match.before]
        there = [self._lines[at].text.strip() for at in match.after]
        skipped = len(self._lines[match.after[0]].number) if match.after else 0
        if skipped:
            before[0], there[0] = _unnumbered(before[0]), there[0][skipped:]
        return before, "".join(there), skipped

    def _spots(self, match: Match) -> Iterator[_Spot]:
        for at in match.after:
            text, number = self._lines[at].text, len(self._lines[at].number)
            begins = max(number, len(text) - len(text.lstrip()))
            yield self._blocks[at], begins, len(text.rstrip()) - begins

    def _may_all_go(self, match: Match) -> bool:
        answers = [self._may_go(old, match) for old in match.before]  # every conflict is told
        return all(answers)

    def _may_go(self, old: int, match: Match) -> bool:
        """Tell whether a line that the workbook does not have there any more, may go."""
        became = self._became[old]
        there = "".join(self._lines[at].text.strip() for at in became.after)
        now = "".join(self._fresh[at] for at in match.after)
        if not became.after and (not now or now == self._old[old]):
            return not now  # who deleted it did not want it elsewhere either
        single = len(became.after) == len(became.before) == 1
        if single and there == self._old[old] and not became.moved:
            return True
        conflict = Conflict(_WHAT, self._place(became), self._old[old], now, there)
        if len(became.before) > 1:
            self._judge.cannot(conflict)
            return False
        return self._judge.dispute(Side.WORKBOOK, conflict)

    def _place(self, match: Match) -> Place:
        return self._lines[match.after[0] if match.after else 0].place

    def _delete(self, old: int) -> None:
        for at in self._became[old].after:
            self._edits.all.append(LineDeleted(self._blocks[at]))
            self._edits.gone += 1

    def _add(self, new: int) -> None:
        at = block = self._fresh_blocks[new]
        while at >= 0 and at not in self._anchors:
            at -= 1
        after = self._anchors[at] if at >= 0 else -1
        there = after, self._fresh[new]
        if there in self._added:
            self._added.remove(there)
            return
        if why := self._no_place(new):
            conflict = Conflict(why, self._lines[0].place, "", self._fresh[new], "")
            self._judge.cannot(conflict)
            return
        self._edits.all.append(LineAdded(after, block))
        self._edits.added += 1

    def _no_place(self, new: int) -> str:
        """Say why a new line cannot be put into the document; usually it can."""
        if self._fresh_blocks[new] - 1 in self._lost:
            return f"{_WHAT}新增的一段：它前面的一段在文档里删去了，不知道放在哪里"
        level = typed_number(self._fresh[new])[0]
        counted = {typed_number(line.number)[0] for line in self._lines if line.number}
        if level and level in counted:
            return f"{_WHAT}新增的一段：文档里这一级改成了自动编号，插进去序号会乱"
        return ""


def _added(compared: Comparison, blocks: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the lines that people added, each with the last block before it that is not new."""
    new = {blocks[at] for match in compared.matches if not match.before for at in match.after}
    before: dict[int, int] = {}
    for at, block in enumerate(blocks):
        if block in new:
            before[block] = before.get(block - 1, block - 1)
            yield before[block], compared.edited.lines[at].text.strip()


def _unnumbered(text: str) -> str:
    """Return a line without the number typed at its beginning."""
    return text.removeprefix(typed_number(text)[1])


def _tables(compared: Comparison, fresh: Manuscript, form: Form) -> Iterator[tuple[int, int]]:
    """Yield which table of the fresh document is which of the edited one, as blocks."""
    own = find_figures([grid.cells for grid in fresh.grids], form).tables
    blocks, there = numbers_of(fresh, Grid), numbers_of(compared.edited, Grid)
    which = {table: there[at] for at, table in compared.tables.tables.items()}
    yield from ((blocks[at], which[table]) for at, table in own.items() if table in which)


def _placed(
    ours: Sequence[WordChange], theirs: Sequence[WordChange], spots: Sequence[_Spot]
) -> list[WordEdit] | None:
    """Return our changes where they go after theirs were made; None where the two collide."""
    mine = [change for change in ours if change not in theirs]
    if any(one.start <= other.end and other.start <= one.end for one in mine for other in theirs):
        return None
    edits = []
    for change in mine:
        by = sum(len(other.now) - len(other.was) for other in theirs if other.end <= change.start)
        edit = _within(spots, change.start + by, change.end + by, change.now)
        if edit is None:
            return None
        edits.append(edit)
    return edits


def _replaced(there: str, now: str, spots: Sequence[_Spot]) -> list[WordEdit]:
    """Return the edits that make a text another, whatever lines it was split into."""
    edits = []
    for change in word_changes(there, now):
        start, put_in = 0, change.now
        for block, begins, length in spots:
            first, last = max(change.start - start, 0), min(change.end - start, length)
            if first < last or (put_in and first == last):
                edits.append(WordEdit(block, begins + first, begins + last, put_in))
                put_in = ""
            start += length
    return edits


def _within(spots: Sequence[_Spot], start: int, end: int, now: str) -> WordEdit | None:
    for block, begins, length in spots:
        if 0 <= start <= end <= length:
            return WordEdit(block, begins + start, begins + end, now)
        start, end = start - length, end - length
    return None


def _shifted(changes: Sequence[WordChange], by: int) -> list[WordChange]:
    return [replace(change, start=change.start + by, end=change.end + by) for change in changes]
