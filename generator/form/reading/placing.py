"""In which file, and on which line of it, what is wrong with a form is to be mended."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from generator.form.mistakes import Mistake, Steps
from generator.form.reading.lines import lines_in, nearest_line
from generator.form.reading.typed import Origins

_WORDINGS = "wordings"
_MOST_OF_A_LINE = 4
"""What is wrong with a tie of every row, or with a name in each, is told so often."""


class Placing(NamedTuple):
    """What is needed to tell the place of a mistake."""

    texts: Mapping[str, str]
    """The texts of a form, by the names of their files."""
    file: str
    """That of the form itself."""
    wordings: str
    """That of its wordings; empty where it has none."""
    origins: Origins
    """Where in the text stands what the form has, where the steps to both differ."""

    def placed(self, mistake: Mistake, *, as_written: bool) -> Mistake:
        """Return a mistake with its place; `as_written` has its steps lead through the text."""
        steps = mistake.steps if as_written else self._in_text(mistake.steps)
        file = self.file
        if len(steps) > 1 and steps[0] == _WORDINGS and self.wordings in self.texts:
            file, steps = self.wordings, steps[1:]
        line = nearest_line(steps, lines_in(self.texts[file]))
        return mistake._replace(steps=steps, file=file, line=line)

    def _in_text(self, steps: Steps) -> Steps:
        for depth in range(len(steps), 0, -1):
            if steps[:depth] in self.origins:
                return (*self.origins[steps[:depth]], *steps[depth:])
        return steps


def in_order(mistakes: Iterable[Mistake], file: str) -> list[Mistake]:
    """Return mistakes from above to below, those of a form's own file first, each once."""
    once = {(one.file, one.line, one.what): one for one in mistakes}
    ordered = sorted(once.values(), key=lambda one: (one.file != file, one.file, one.line))
    found: list[Mistake] = []
    for _, of_a_line in groupby(ordered, key=lambda one: (one.file, one.line, one.steps[:2])):
        told = [*of_a_line]
        if len(told) > _MOST_OF_A_LINE:
            more = len(told) - _MOST_OF_A_LINE + 1
            told = told[: _MOST_OF_A_LINE - 1]
            told.append(told[-1]._replace(what=f"这一行还有 {more} 处，先改正上面几处"))
        found += told
    return found
