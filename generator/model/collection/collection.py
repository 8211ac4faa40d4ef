"""What became of every unit and of every file, and what is wrong across units."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.model.collection.filing import Filing
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Finding


class State(StrEnum):
    """How far a unit is, the worst first."""

    MISSING = "未报"
    UNUSABLE = "文件不能用"
    OTHER_YEAR = "不是本年度的"
    HELD = "必须先改正，未计入"
    WITH_ERRORS = "已报，文字有错"
    FILED = "已报"

    @property
    def counts(self) -> bool:
        """Whether its figures are added."""
        return self in (State.FILED, State.WITH_ERRORS)


class FileState(StrEnum):
    """What became of a file."""

    TAKEN = "采用"
    ANOTHER_TAKEN = "另有一份，没有采用"
    SAME = "与采用的完全相同"
    NOT_WANTED = "选了“不用”"
    OTHER_YEAR = "不是本年度的"
    DOUBTFUL = "单位对不上，请填“对应单位”"
    OTHER_ORGAN = "名单里没有的单位"
    OTHER_FORM = "别的表式的"
    UNUSABLE = "不能用"


class FileStanding(NamedTuple):
    """A file, and whose it is."""

    filing: Filing
    state: FileState
    unit: str = ""
    """Name of the unit; empty where it is nobody's, or nobody knows."""
    candidates: tuple[str, ...] = ()
    """Units that it may be of, the likeliest first, where that is doubtful."""
    said: str = ""
    """What people should know beside the state."""


class UnitStanding(NamedTuple):
    """A unit, and what was taken of it."""

    unit: Unit
    state: State
    filing: Filing | None = None
    """The file that was taken."""
    findings: tuple[Finding, ...] = ()
    """On it beside those of the file: of two files that differ, of last year's."""


class AcrossFinding(NamedTuple):
    """Something between units."""

    units: tuple[str, ...]
    """Names, the one that should look at it first."""
    finding: Finding


@dataclass(frozen=True)
class Collection:
    """All of it."""

    form: Form
    listed: UnitList
    units: tuple[UnitStanding, ...]
    """In the order of the list."""
    files: tuple[FileStanding, ...]
    """By path."""
    across: tuple[AcrossFinding, ...] = ()

    @property
    def of_other_forms(self) -> dict[tuple[str, str], int]:
        """How many files are of which other form, by its id and name; the most first."""
        others = (one.filing for one in self.files if one.state is FileState.OTHER_FORM)
        return dict(Counter((one.form, one.form_name) for one in others).most_common())

    @property
    def counted(self) -> tuple[UnitStanding, ...]:
        """Those whose figures are added."""
        return tuple(one for one in self.units if one.state.counts)
