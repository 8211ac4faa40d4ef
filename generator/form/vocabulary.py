"""The words in which an official form is written down: sections, tables, figures and ties."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from generator.form.chinese import heading_number, numeral
from generator.form.mistakes import FormMistakes, Steps
from generator.form.rules import Regex, Rule
from generator.form.wordings import Wordings

ORGAN, YEAR = "机关名称", "年度"
"""The two entries that every form has: who reports, on which year."""

OPENING = "开头"
"""The part that every form has: what stands above the first heading."""

_EXPLANATION = re.compile(r"(?<=\w)（.*）$")


class Row(NamedTuple):
    """One row of figures in a table."""

    label: tuple[str, ...]
    """Official labels, from the outermost merged cell to the innermost."""
    name: str
    """First half of the short names of its figures."""


class Column(NamedTuple):
    """One column of figures in a table."""

    label: tuple[str, ...]
    """Official labels, from the uppermost merged cell to the lowest."""
    name: str
    """Second half of the short names of its figures."""
    unit: str = "件"
    """What its figures count, or measure."""
    decimals: bool = False
    """Whether they may have decimals, as money has; otherwise they are whole numbers."""
    most: tuple[tuple[str, int], ...] = ()
    """(words in the organ's name, as a pattern, the most that one of its figures can come to): the
    first that fits holds."""
    kind: Literal["number", "text", "date", "choice"] = "number"
    """What may be filled in; only numbers are added up and compared."""
    choices: tuple[str, ...] = ()
    """What may be chosen, where the kind is choice."""


class Block(NamedTuple):
    """Rows and columns under one header. A table is one block or several, one above the other."""

    rows: tuple[Row, ...]
    """From above to below."""
    columns: tuple[Column, ...]
    """From left to right."""
    caption: str = ""
    """A line over the whole width, above the header."""
    corner: str = ""
    """The cell above the row labels and left of the column labels."""


class FigureSpec(NamedTuple):
    """One figure that the form asks for."""

    name: str
    """Short and unique: cited in text as 【name】, in a template as {{ name }}."""
    row: Row
    """The row in which it stands."""
    column: Column
    """The column in which it stands."""

    @property
    def label(self) -> str:
        """Its innermost row and column labels, without explanations in brackets, for messages."""
        if not self.row.label:
            return "／".join(self.column.label)
        return f"{_EXPLANATION.sub('', self.row.label[-1])}／{self.column.label[-1]}"

    @property
    def whole(self) -> bool:
        """Whether only whole numbers are possible."""
        return not self.column.decimals

    @property
    def is_number(self) -> bool:
        """Whether it is a number, and no words, date or choice."""
        return self.column.kind == "number"


@dataclass(frozen=True)
class Table:
    """One statistics table."""

    title: str
    """Short title, used for the sheet of the workbook."""
    blocks: tuple[Block, ...]
    """From above to below."""
    not_a_number: str
    """Rule that a typed figure is a number."""
    not_a_count: str
    """Rule that a figure is not negative and, where it counts, whole."""
    blank: str
    """Rule that a figure is not left blank."""
    caption: str = ""
    """What is printed above it, with {organ} and {year}; empty where the form has nothing there."""
    notes: tuple[str, ...] = ()
    """说明 that the form prints under it, a line each."""

    @cached_property
    def figures(self) -> tuple[FigureSpec, ...]:
        """Its figures, row by row."""
        return tuple(
            FigureSpec(row.name + column.name, row, column)
            for block in self.blocks
            for row in block.rows
            for column in block.columns
        )


class Section(NamedTuple):
    """One numbered section of the report."""

    heading: str
    """Verbatim, without its number: what it is called."""
    before_heading: str = ""
    """What is printed between its number and its heading, with {organ} and {year}."""
    tables: tuple[Table, ...] = ()
    """Its tables; text may stand before and after each."""
    topics: tuple[str, ...] = ()
    """Second level headings that a new workbook proposes."""


class Part(NamedTuple):
    """A place for text: the opening, a section, or what stands before or after a table of it."""

    name: str
    """Unique; the loop over its paragraphs in a template has this name."""
    label: str
    """As office staff see it."""
    section: int = 0
    """Its number, from 1; 0 is the opening."""
    tables_above: int = 0
    """How many tables of its section stand above it."""


class Term(NamedTuple):
    """A figure in an equation."""

    figure: str
    """Name of the figure."""
    last_year: bool = False
    """Whether it is that of last year's report."""


def terms(*figures: str, last_year: bool = False) -> tuple[Term, ...]:
    """Return figures as the terms of one side of an equation."""
    return tuple(Term(figure, last_year) for figure in figures)


Relation = Literal["=", "<=", ">=", "both"]
"""`both`: both sides are 0, or neither is."""


class Tie(NamedTuple):
    """勾稽关系: how the sum of the figures on the left is to the sum of those on the right."""

    rule: str
    """Id of the rule that it is checked under; several ties may have one."""
    title: str
    """The equation in words, for messages."""
    left: tuple[Term, ...]
    """The terms of the one side."""
    right: tuple[Term, ...]
    """The terms of the other side: the total, or first what messages point at."""
    clause: str
    """The clause that demands it."""
    relation: Relation = "="
    """How the left is to the right."""
    divided_by: tuple[Term, ...] = ()
    """What the left is divided by, where the right is a quotient: in ％ where that is its unit,
    and right to half of its last digit."""

    @property
    def is_sum(self) -> bool:
        """Whether it says that two sums are the same."""
        return self.relation == "=" and not self.divided_by

    @property
    def terms(self) -> tuple[Term, ...]:
        """All that it speaks of."""
        return self.left + self.divided_by + self.right

    @property
    def across_years(self) -> bool:
        """Whether last year's report is needed to check it."""
        return any(term.last_year for term in self.terms)


class Sum(NamedTuple):
    """A sum that the form does not print but that a text may cite."""

    name: str
    """Unique; cited in text as 【name】, like a figure."""
    figures: tuple[str, ...]
    """What it is the sum of."""


class EntrySpec(NamedTuple):
    """One line of 基本信息: what a report says of its organ, year and contacts."""

    name: str
    """As the workbook has it, and as text cites it."""
    hint: str
    """How to fill it in, shown beside it."""
    kind: Literal["text", "year", "date", "choice"] = "text"
    """What may be typed."""
    required: bool = True
    """Whether a document without it is held back."""
    choices: tuple[str, ...] = ()
    """What may be chosen; a new workbook proposes the first, unless `guesses` knows better."""
    guesses: tuple[tuple[str, str], ...] = ()
    """(how the organ's name ends, the choice that a new workbook then proposes)."""
    likely: tuple[tuple[str, str], ...] = ()
    """The same, less certain: for a report that is imported, and people are asked to check it."""
    role: Literal["", "kind", "web", "department", "telephone", "mail", "signature", "issued"] = ""
    """What it holds, where a published report shows that in a way of its own; kind is that of the
    organ."""
    day: tuple[int, int] | None = None
    """Month and day of a date that is the same in every year of report."""


class Naming(NamedTuple):
    """One thing that offices call by several names."""

    others: tuple[str, ...]
    """Names not to use; where none is preferred, names of which two are one too many."""
    preferred: str = ""
    """The name to use; empty where any will do, as long as it is the same throughout."""
    allowed: tuple[str, ...] = ()
    """Words in which one of the names stands, and which are right all the same."""
    note: str = ""
    """Why."""


@dataclass(frozen=True)
class Form:
    """An edition of an official form: all that is true of it and not of others."""

    id: str
    """Which form a file is of, as the file carries it; never changed, never used again."""
    name: str
    """The report as people call it."""
    edition: str
    """The notice that set it."""
    title: str
    """The report's title after the organ's name, with {year}."""
    template: str
    """File name of the Word template that is used unless another is named."""
    entries: tuple[EntrySpec, ...]
    """基本信息 in order; ORGAN and YEAR are among them."""
    opening: str
    """Usual wording of the opening paragraph, proposed to a new workbook."""
    sections: tuple[Section, ...]
    """The numbered sections in order."""
    ties: tuple[Tie, ...]
    """勾稽关系, in the order in which they are checked."""
    sums: tuple[Sum, ...]
    """What a text may cite beside the figures."""
    rules: tuple[Rule, ...]
    """All that is checked, in the order of checking: findings of one cell keep it."""
    rule_groups: tuple[tuple[str, str], ...]
    """(how the ids of some rules begin, what these are about), in the order of the catalogue."""
    wordings: Wordings = field(default_factory=Wordings)
    """How offices speak of its figures; none where it is left out, and no text is compared."""
    namings: tuple[Naming, ...] = ()
    """Names that should be the same throughout a report; an office may add its own."""
    deadlines: tuple[tuple[str, tuple[int, int]], ...] = ()
    """(kind of organ, month and day of the next year) by which it has to be published; the first
    also where the kind is not known."""
    example: str = ""
    """A figure that people are shown as an example of how a text cites one."""
    opening_words: Regex = ""
    """Words by which a paragraph speaks of the report itself, as an opening does: some offices put
    it under the first heading."""
    title_pattern: Regex = ""
    """How titles of published reports end, year aside, in the ways in which offices word it."""
    title_word: str = ""
    """A word by which the first of several lines of such a title is told."""
    numbering: Literal["一、", "第…部分"] = "一、"
    """How the sections are counted, … being the number."""

    def __post_init__(self) -> None:
        """Raise FormMistakes with all that contradicts itself."""
        from generator.form.validation import mistakes_in  # which reads the words of this module

        if mistakes := mistakes_in(self):
            raise FormMistakes(self.id, mistakes, self)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The places for text, in order: one before the tables of a section, one after each."""
        parts = [Part(OPENING, OPENING)]
        for number, (section, label) in enumerate(
            zip(self.sections, self.headings, strict=True), 1
        ):
            name = f"第{numeral(number)}部分"
            if not section.tables:
                parts.append(Part(name, label, number))
                continue
            parts.append(Part(f"{name}表前", f"{label}（表格前）", number))
            for above, table in enumerate(section.tables, 1):
                if len(section.tables) == 1:
                    parts.append(Part(f"{name}表后", f"{label}（表格后）", number, above))
                else:
                    after = f"{label}（“{table.title}”表后）"
                    parts.append(Part(f"{name}表{numeral(above)}后", after, number, above))
        return tuple(parts)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """The headings of the sections with their numbers, as they are called."""
        return tuple(
            self.section_number(number) + section.heading
            for number, section in enumerate(self.sections, 1)
        )

    @cached_property
    def before_headings(self) -> tuple[tuple[str, str], ...]:
        """What is printed between the number of a section and its heading, and that heading."""
        return tuple(
            (one.before_heading, one.heading) for one in self.sections if one.before_heading
        )

    def section_number(self, number: int) -> str:
        """Return what is printed before the heading of a section."""
        if self.numbering != "一、":
            return f"第{numeral(number)}部分　"
        return heading_number(1, number)

    def section_of(self, table: Table) -> int:
        """Return the number of the section in which a table stands."""
        return next(at for at, one in enumerate(self.sections, 1) if table in one.tables)

    def number_of(self, table: Table) -> int:
        """Return the number by which a table is called: 表三.

        It is that of its section, unless one of the sections has several.
        """
        if all(len(section.tables) <= 1 for section in self.sections):
            return self.section_of(table)
        return self.tables.index(table) + 1

    def part_after(self, table: Table) -> Part:
        """Return the place for text that begins behind a table."""
        section = self.section_of(table)
        above = self.sections[section - 1].tables.index(table) + 1
        return next(
            part for part in self.parts if (part.section, part.tables_above) == (section, above)
        )

    @cached_property
    def totals(self) -> dict[str, tuple[str, ...]]:
        """The figures that are the sum of others, with those others, as the ties have it."""
        sums: dict[str, tuple[str, ...]] = {}
        for tie in self.ties:
            if tie.is_sum and not tie.across_years and len(tie.right) == 1:
                sums.setdefault(tie.right[0].figure, tuple(term.figure for term in tie.left))
        return sums

    @cached_property
    def quotients(self) -> dict[str, Tie]:
        """The figures that are others divided, with the ties that say so."""
        return {
            tie.right[0].figure: tie
            for tie in self.ties
            if tie.divided_by and tie.relation == "=" and len(tie.right) == 1
        }

    @cached_property
    def brought_forward(self) -> dict[str, str]:
        """The figures that repeat one of last year's report, with that one, as the ties have it."""
        return {
            tie.right[0].figure: tie.left[0].figure
            for tie in self.ties
            if tie.is_sum and tie.across_years and (len(tie.left), len(tie.right)) == (1, 1)
        }

    @cached_property
    def tables_in_sections(self) -> tuple[tuple[Steps, Table], ...]:
        """The tables in order, each with the way to it in the form."""
        return tuple(
            (("sections", at, "tables", number), table)
            for at, section in enumerate(self.sections)
            for number, table in enumerate(section.tables)
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables in order."""
        return tuple(table for section in self.sections for table in section.tables)

    @cached_property
    def numbers(self) -> dict[str, FigureSpec]:
        """Every figure that is a number, by its name."""
        return {name: spec for name, spec in self.figures.items() if spec.is_number}

    @cached_property
    def figures(self) -> dict[str, FigureSpec]:
        """Every figure by its name."""
        return {figure.name: figure for table in self.tables for figure in table.figures}
