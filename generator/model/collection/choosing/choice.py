"""Which of several files of one unit is taken, and what becomes of the others.

Files with the same figures are one report. Of others the newest is proposed until a person has
chosen; figures of two files are never added.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.model.collection.choosing.differences import differing_figures, same_content
from generator.model.collection.choosing.usable import (
    most_exact_first,
    newest_first,
    obstacle,
    year_of,
)
from generator.model.collection.collection import FileState, State
from generator.model.collection.filing import Filing

Became = tuple[FileState, str]
"""What became of a file, and what people should know of that."""


class Choice(NamedTuple):
    """The files of a unit by what can be done with each, newest first, and which is taken."""

    taken: Filing | None
    by_choice: bool
    """Whether a person chose it."""
    chosen: tuple[Filing, ...]
    """All that a person chose and that can be used; more than one is no choice."""
    others: tuple[Filing, ...]
    """Those of this year that could have been taken as well."""
    differing: Mapping[str, tuple[str, ...]]
    """By path, the figures in which one of these differs from that which is taken."""
    unusable: tuple[Filing, ...]
    of_other_years: tuple[Filing, ...]
    put_aside: tuple[Filing, ...]
    """Those of which a person said that they are not to be taken."""

    @property
    def state(self) -> State:
        """How far the unit is."""
        if self.taken is None:
            if self.unusable:
                return State.UNUSABLE
            return State.OTHER_YEAR if self.of_other_years else State.MISSING
        if self.taken.held_back:
            return State.HELD
        return State.WITH_ERRORS if self.taken.wrong else State.FILED


def choice(
    filings: Sequence[Filing], chosen: Mapping[str, bool], *, form: Form, year: int
) -> Choice:
    """Choose among the files of a unit; in whatever order they come, the choice is the same.

    `chosen` says by path which file people want taken, and which not.
    """
    newest = newest_first(filings)
    put_aside = tuple(one for one in newest if chosen.get(one.file) is False)
    rest = [one for one in newest if one not in put_aside]
    unusable = tuple(one for one in rest if obstacle(one, form))
    usable = [one for one in rest if one not in unusable]
    wanted = tuple(one for one in usable if chosen.get(one.file))
    this_year = [one for one in usable if one in wanted or year_of(one) in (year, None)]
    of_other_years = tuple(one for one in usable if one not in this_year)
    taken = None
    if wanted or this_year:
        first = (wanted or this_year)[0]
        alike = [one for one in wanted or this_year if _is_same_report(one, first, form)]
        taken = most_exact_first(alike)[0]
    others = tuple(one for one in this_year if one is not taken)
    differing = {one.file: differing_figures(taken, one, form) for one in others if taken}
    return Choice(
        taken, bool(wanted), wanted, others, differing, unusable, of_other_years, put_aside
    )


def became(made: Choice, *, form: Form, year: int) -> dict[str, Became]:
    """Return what became of each file of a unit, by path."""
    found: dict[str, Became] = {
        **{one.file: (FileState.NOT_WANTED, "") for one in made.put_aside},
        **{one.file: (FileState.UNUSABLE, obstacle(one, form)) for one in made.unusable},
    }
    for one in made.of_other_years:
        beside = f"；本年度的采用了 {made.taken.file}" if made.taken else ""
        said = f"是 {year_of(one)} 年度的，汇总的是 {year} 年度{beside}"
        found[one.file] = (FileState.OTHER_YEAR, said)
    if made.taken:
        found[made.taken.file] = (FileState.TAKEN, _taken_said(made))
        for one in made.others:
            found[one.file] = _not_taken(one, made.taken, made.differing[one.file])
    return found


def _is_same_report(one: Filing, other: Filing, form: Form) -> bool:
    """Tell whether two files say the same in all that is printed, and can be trusted alike."""
    return one is other or (
        one.held_back == other.held_back
        and not differing_figures(one, other, form)
        and same_content(one, other)
    )


def _taken_said(made: Choice) -> str:
    held = "数字有错，没有计入" if made.taken and made.taken.held_back else ""
    several = "共收到几份，采用这一份" if made.others else ""
    why = "按“采用”里的选择" if made.by_choice and made.others else several
    return "；".join(one for one in (why, held) if one)


def _not_taken(one: Filing, taken: Filing, names: Sequence[str]) -> Became:
    if one.digest and one.digest == taken.digest:
        return FileState.SAME, f"与采用的 {taken.file} 是同一个文件的副本"
    if names:
        return FileState.ANOTHER_TAKEN, f"有 {len(names)} 个数与采用的 {taken.file} 不同"
    if same_content(one, taken):
        return FileState.SAME, f"数字、文字都与采用的 {taken.file} 相同"
    return FileState.ANOTHER_TAKEN, f"数字与采用的 {taken.file} 相同，文字有不同"
