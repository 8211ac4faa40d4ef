"""The report itself: its figures and its text, each with the place where it was written.

Nothing here knows a file format. Two reports are equal when their figures and text are,
wherever they came from.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal

from generator.form import chinese
from generator.form.vocabulary import Naming
from generator.model.exhibits import ChartRow, Exhibit, FurtherTable
from generator.model.place import Place as Place  # where everything of a report is written

INDICATORS = "指标"
"""In `Report.unknown`: which indicators there are is not known."""
_NOWHERE = Place("")


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure of the form as it was filled in; how a number was typed makes no difference."""

    value: Decimal | None
    """None where it is blank or cannot be read; blank is not zero."""
    note: str = ""
    """What stands after the number, brackets included: （其中修订16件）."""
    typed: str = ""
    """The cell as it was typed."""
    readable: bool = True
    """Whether a value of None means that nothing was filled in."""
    place: Place = _NOWHERE
    words: bool = False
    """Whether it is no number but words, a date or a choice, which then are its note."""

    @property
    def printed(self) -> str:
        """The figure as the report prints it: blank as 0, unreadable as it was typed."""
        if self.words:
            return self.note if self.readable else self.typed
        return self.cited + (self.note if self.readable else "")

    @property
    def cited(self) -> str:
        """The figure as a sentence cites it: a note belongs to its cell in the table."""
        if self.words:
            return self.printed
        return chinese.number(self.value or Decimal(0)) if self.readable else self.typed

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in."""
        return self.value is None and self.readable and not (self.words and self.note)

    @property
    def _meaning(self) -> tuple[Decimal | None, str, str | None]:
        return self.value, self.note, None if self.readable else self.typed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figure) and self._meaning == other._meaning

    def __hash__(self) -> int:
        return hash(self._meaning)


@dataclass(frozen=True)
class Indicator:
    """指标: a further number with a name, so that text can cite it."""

    value: Decimal
    printed: str
    unit: str = ""
    place: Place = field(default=_NOWHERE, compare=False)
    note: str = field(default="", compare=False)
    """What stands beside it for those who fill it in; never printed."""


@dataclass(frozen=True)
class Awaited:
    """An indicator that has a name but no value yet."""

    unit: str = ""
    note: str = ""
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True)
class Entry:
    """One line of 基本信息."""

    value: str | int | date
    place: Place = field(default=_NOWHERE, compare=False)

    @property
    def printed(self) -> str:
        """The entry as text cites it."""
        return chinese.day(self.value) if isinstance(self.value, date) else str(self.value)


BODY, SECOND_LEVEL, THIRD_LEVEL, FOURTH_LEVEL = 0, 2, 3, 4
"""Levels of paragraphs: body text, （一）, 1. and （1）. The first level is the form's own."""
LEVELS = frozenset({BODY, SECOND_LEVEL, THIRD_LEVEL, FOURTH_LEVEL})


@dataclass(frozen=True)
class Paragraph:
    """One row of the narrative."""

    part: str
    """Name of a part of the form."""
    level: int
    """One of the levels above."""
    heading: str
    text: str
    place: Place = field(default=_NOWHERE, compare=False)
    heading_place: Place = field(default=_NOWHERE, compare=False)
    unrevised: str = field(default="", compare=False)
    """What its row says of being last year's, as long as nobody has revised it."""
    kind: str = ""
    """图 or 表 where it shows an exhibit: its heading is the caption, its text says which."""


@dataclass(frozen=True)
class Heading:
    """The title, or a heading of the first level, as a document or another system has it."""

    text: str
    """With its number."""
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True)
class Deviation:
    """A row or column of a table that is named otherwise than in the form."""

    official: str
    found: str
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True)
class Verification:
    """已核实: a person looked at a finding and found the report right."""

    key: str
    """The finding's key, such as X03-1A2B3C."""
    person: str
    reason: str
    day: str = ""
    place: Place = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True)
class LocalRule:
    """本地规则: what the place asks of its reports, as somebody typed it, understood or not."""

    id: str
    """Empty where it is to be given."""
    what: str
    part: str
    asked: str
    level: str
    basis: str
    places: tuple[Place, ...] = field(default=(), compare=False)
    """Of these six, where each is written."""

    @property
    def typed(self) -> tuple[str, ...]:
        """All that was typed, in order."""
        return self.id, self.what, self.part, self.asked, self.level, self.basis

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.places[0] if self.places else Place("")

    def place_of(self, name: str) -> Place:
        """Return where one of its fields is written."""
        at = [each.name for each in fields(self)].index(name)
        return self.places[at] if at < len(self.places) else self.place


@dataclass(frozen=True)
class Report:
    """One organ's report on one year."""

    entries: Mapping[str, Entry]
    """Lines of 基本信息 by name; absent where blank."""
    figures: Mapping[str, Figure]
    """Figures by short name; absent where their cell could not be found."""
    indicators: Mapping[str, Indicator]
    paragraphs: tuple[Paragraph, ...]
    file: str = field(default="", compare=False)
    """Name of the file it was read from, for messages."""
    title: Heading | None = None
    """The title as it stands; None where it is made from the entries."""
    headings: tuple[Heading, ...] = ()
    """All headings of the first level as they stand; none where the form's own are printed."""
    deviations: tuple[Deviation, ...] = ()
    unknown: frozenset[str] = frozenset()
    """Names of the parts whose text is not, or not wholly, known: nothing is missing there.

    Names of entries that were not given, and INDICATORS, too.
    """
    namings: tuple[Naming, ...] = ()
    """用词: what an office itself wants things to be called."""
    verifications: tuple[Verification, ...] = ()
    awaited: Mapping[str, Awaited] = field(default_factory=dict)
    """Indicators by name whose value is still to be filled in."""
    local_rules: tuple[LocalRule, ...] = ()
    """本地规则 of its own, as they were typed."""
    chart_rows: tuple[ChartRow, ...] = ()
    """图表: its charts, as they were typed."""
    further_tables: Mapping[str, FurtherTable] = field(default_factory=dict)
    """The tables that it has beside those of the form, by name."""
    exhibits: Mapping[str, Exhibit] = field(default_factory=dict, compare=False)
    """What the rows of kind 图 or 表 show, looked up, by what they name; only what can be shown."""

    def number(self, figure: str) -> Decimal | None:
        """Return a figure for arithmetic: 0 where it is blank, None where it is not known."""
        found = self.figures.get(figure)
        if found is None or not found.readable:
            return None
        return found.value or Decimal(0)

    def total(self, figures: Iterable[str]) -> Decimal | None:
        """Return the sum of some figures, None where one of them is not known."""
        numbers = [self.number(figure) for figure in figures]
        known = [value for value in numbers if value is not None]
        return sum(known, Decimal(0)) if len(known) == len(numbers) else None

    @property
    def filled(self) -> int:
        """How many figures were filled in."""
        return sum(figure.value is not None for figure in self.figures.values())

    def part(self, name: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs of one part, in order."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.part == name)
