"""Brings the changes of a workbook's narrative into the lines of a document that was edited."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.form.tables_in_grids import find_figures
from generator.form.vocabulary import Form
from generator.manuscript.alignment import Match
from generator.manuscript.edits import LineDeleted
from generator.manuscript.laid_out import At
from generator.manuscript.manuscript import Grid, Line, Manuscript
from generator.manuscript.review.comparison import Comparison
from generator.manuscript.review.document_edits import DocumentEdits, LineAdded, numbers_of
from generator.manuscript.review.generated_lines import generated_lines
from generator.manuscript.review.merged_values import Conflict, Judge
from generator.manuscript.review.side import Side
from generator.manuscript.review.typed_numbers import typed_number
from generator.manuscript.revising.captions import Captions, align_with_captions, captions_of
from generator.manuscript.revising.exhibits import ExhibitReviser, Versions
from generator.manuscript.revising.placed_words import Spot, placed, replaced, shifted
from generator.manuscript.revising.whereabouts import whereabouts
from generator.manuscript.word_changes import word_changes
from generator.model.report import Place

_WHAT = "正文"


def revise_lines(
    compared: Comparison,
    versions: Versions,
    form: Form,
    judge: Judge,
    edits: DocumentEdits,
) -> None:
    """Add the edits of lines, and of what stands beside text, to those of the document."""
    _Reviser(compared, versions, form, judge, edits).revise()


class _Reviser:
    """Goes through the lines of the fresh document and finds what has become of each."""

    def __init__(
        self,
        compared: Comparison,
        versions: Versions,
        form: Form,
        judge: Judge,
        edits: DocumentEdits,
    ) -> None:
        fresh = versions.fresh.manuscript
        self._old = [line.text.strip() for line in compared.generated]
        self._fresh = [line.text.strip() for line in fresh.lines]
        self._lines = compared.edited.lines
        self._judge, self._edits = judge, edits
        self._blocks = numbers_of(compared.edited, Line)
        self._fresh_blocks = numbers_of(fresh, Line)
        self._became = {at: match for match in compared.matches for at in match.before}
        self._order = versions.fresh.order
        self._anchors = {At(at): At(there) for at, there in _tables(compared, fresh, form)}
        self._added = list(_added(compared, self._blocks))
        self._lost: set[int] = set()
        """Lines of the fresh document, as blocks, that people deleted from theirs."""
        lines = generated_lines(fresh.lines, versions.report, form)
        self._captions = Captions(
            captions_of(versions.generated, compared.generated, compared.base, form),
            captions_of(versions.fresh, lines, versions.report, form),
        )
        self._edited = versions.edited
        grids = numbers_of(compared.edited, Grid)
        self._where = whereabouts(
            self._captions.old,
            versions.generated,
            versions.edited,
            self._beside,
            not_among={grids[at] for at in compared.tables.tables},
        )
        self._exhibits = ExhibitReviser(versions, self._captions, self._where, judge, edits)

    def _beside(self, old: int) -> At | None:
        """Return what stands beside what has become of a caption."""
        after = self._became[old].after
        if len(after) != 1:
            return None
        return self._edited.beside(self._blocks[after[0]], self._captions.old[old].row.kind)

    def revise(self) -> None:
        for match in align_with_captions(self._old, self._fresh, self._captions):
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
            self._anchors[At(self._fresh_blocks[new])] = At(self._blocks[match.after[-1]])
        if new in self._captions.new:
            self._keep_exhibit(old, new)
        if not self._reword(old, self._fresh[new]):
            self._add_line(new)

    def _keep_exhibit(self, old: int, new: int) -> None:
        """Bring in what has a caption that stays, and remember where it is."""
        self._exhibits.keep(old, new, self._place(self._became[old]), self._after)
        at, there = self._captions.new[new].at, self._where.get(old)
        if at is not None and there is not None and there == self._beside(old):
            self._anchors[at] = there

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
        ours = shifted(word_changes(was, now), sum(map(len, before[:at])))
        theirs = word_changes("".join(before), there)
        spots = list(self._spots(match))
        edits = placed(ours, theirs, spots) if match.after else None
        if edits is None:
            conflict = Conflict(_WHAT, self._place(match), was, now, there)
            if len(match.before) > 1:
                self._judge.cannot(conflict)
                return True
            if not self._judge.dispute(Side.WORKBOOK, conflict):
                return True
            if not match.after:
                return False
            edits = replaced(there, "".join(wanted), spots)
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

    def _spots(self, match: Match) -> Iterator[Spot]:
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
        if not self._exhibits.may_go(old, self._place(became)):
            return False
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
            self._edits.gone += old not in self._captions.old
        self._exhibits.delete(old)

    def _add(self, new: int) -> None:
        if self._add_line(new) and new in self._captions.new:
            self._exhibits.add(new, self._after)

    def _add_line(self, new: int) -> bool:
        """Tell whether a line was added, which is not there yet."""
        block = self._fresh_blocks[new]
        after = self._after(At(block))
        there = after.block, self._fresh[new]
        if there in self._added:
            self._added.remove(there)
            return False
        if why := self._no_place(new):
            conflict = Conflict(why, self._lines[0].place, "", self._fresh[new], "")
            self._judge.cannot(conflict)
            return False
        self._edits.all.append(LineAdded(after, block, is_caption=new in self._captions.new))
        self._edits.added += new not in self._captions.new
        return True

    def _after(self, fresh: At) -> At:
        """Return what in the document something of the fresh one comes after."""
        at = bisect_left(self._order, fresh) - 1
        while at >= 0 and self._order[at] not in self._anchors:
            at -= 1
        return self._anchors[self._order[at]] if at >= 0 else At(-1)

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
