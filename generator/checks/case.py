"""What a rule looks at: a report, its text as it will be printed, and last year's report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import takewhile

from generator.checks.text.enumerations import Enumeration, divisions_of, enumerations_of
from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity
from generator.checks.text.scope import Reader
from generator.checks.text.sentences import Sentence, sentences_of
from generator.checks.text.statements import Statement, statements_of
from generator.form.rules import Rule
from generator.form.vocabulary import ORGAN, YEAR, Form
from generator.form.wordings import Subject
from generator.model.captions import shown_by
from generator.model.exhibits import FurtherTable
from generator.model.finding import Finding, unchecked
from generator.model.narrative import PrintedParagraph
from generator.model.report import Place, Report
from generator.model.typed_input.local_rules import Requirement


@dataclass(frozen=True)
class Case:
    """Everything that the rules may look at."""

    report: Report
    form: Form
    lines: tuple[PrintedParagraph, ...]
    """The narrative as it will be printed, figures filled in."""
    previous: Report | None = None
    """Last year's report of the same organ."""
    why_no_previous: str = ""
    """Why there is no report of last year; empty where there simply is none."""
    local_rules: tuple[Requirement, ...] = ()
    """What the place asks of it."""

    @property
    def year(self) -> int | None:
        """The year that the report is on."""
        entry = self.report.entries.get(YEAR)
        return entry.value if entry and isinstance(entry.value, int) else None

    @property
    def organ(self) -> str:
        """The organ's full name, empty where it is not known."""
        entry = self.report.entries.get(ORGAN)
        return entry.printed if entry else ""

    @property
    def begun(self) -> bool:
        """Whether the tables hold any figure but those that were brought from last year."""
        return any(
            figure.value is not None or figure.typed
            for name, figure in self.report.figures.items()
            if name not in self.form.brought_forward
        )

    @cached_property
    def opening(self) -> tuple[PrintedParagraph, ...]:
        """The lines of the opening, and those like it right under the first heading."""
        own = self.part(self.form.parts[0].name)
        if not self.form.opening_words:
            return own
        under_a_heading = takewhile(lambda line: not line.source.level, self.section(1))
        speaks_of_the_report = compiled(self.form.opening_words)
        return own + tuple(
            line for line in under_a_heading if speaks_of_the_report.search(line.text)
        )

    def part(self, name: str) -> tuple[PrintedParagraph, ...]:
        """Return the lines of one part."""
        return tuple(line for line in self.lines if line.source.part == name)

    def section(self, number: int) -> tuple[PrintedParagraph, ...]:
        """Return the lines of a section, 1 to 6, before and after its table."""
        names = [part.name for part in self.form.parts if part.section == number]
        return tuple(line for name in names for line in self.part(name))

    def sections_of(self, rule: Rule) -> tuple[int, ...]:
        """Return the numbers of the sections whose parts a rule looks at."""
        numbers = [part.section for part in self.form.parts if part.name in rule.looks_at]
        return tuple(dict.fromkeys(numbers))

    def knows(self, number: int) -> bool:
        """Tell whether the whole text of a section is known; 0 is the opening."""
        names = {part.name for part in self.form.parts if part.section == number}
        return not names & self.report.unknown

    @cached_property
    def this_years(self) -> tuple[PrintedParagraph, ...]:
        """The lines that are this year's: what is still last year's is not worth a remark."""
        return tuple(line for line in self.lines if not line.source.unrevised)

    @cached_property
    def beside_text(self) -> "Case":
        """The same report with what is said beside its text as its text: cells, alternatives."""
        return replace(self, lines=tuple(_beside_text(self.report)))

    @cached_property
    def every_sentence(self) -> tuple[Sentence, ...]:
        """The sentences of the narrative, in order."""
        return tuple(sentences_of(self.lines, self.form, self.year))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are this year's, in order."""
        return tuple(one for one in self.every_sentence if not one.line.source.unrevised)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the sentences state about this year's figures of the form."""
        return tuple(found for found in self._stated if not found.last_year)

    @cached_property
    def statements_of_last_year(self) -> tuple[Statement, ...]:
        """What they state about the same figures in the year before."""
        return tuple(found for found in self._stated if found.last_year)

    @cached_property
    def _stated(self) -> list[Statement]:
        wholes = {item: of.whole for item, of in self._divisions.items() if not of.guessed}
        return statements_of(self.sentences, wholes, self.reader)

    def division(self, item: Quantity) -> Enumeration | None:
        """Return what a number is a part of, be it the only one that is named."""
        return self._divisions.get(item)

    @cached_property
    def _divisions(self) -> dict[Quantity, Enumeration]:
        found = divisions_of(self.sentences, self.form.wordings)
        return {item: division for division in found for item in division.items}

    @cached_property
    def reader(self) -> Reader:
        """What reads the words around numbers."""
        return Reader(self.form, self.organ)

    @property
    def last_year(self) -> "Case | None":
        """Last year's report as a case, without its text."""
        return None if self.previous is None else Case(self.previous, self.form, ())

    def stated_in(self, sentence: Sentence) -> tuple[Statement, ...]:
        """Return the statements of one sentence."""
        return tuple(self._by_sentence.get(sentence, ()))

    def stated_beside(self, sentence: Sentence) -> tuple[Statement, ...]:
        """Return the statements of a sentence's whole paragraph."""
        return tuple(self._by_paragraph.get(sentence.paragraph, ()))

    def subject(self, quantity: Quantity) -> Subject | None:
        """Return what a number of a sentence is about, where it states a figure of the form."""
        return self._subjects.get(quantity)

    @cached_property
    def enumerations(self) -> tuple[Enumeration, ...]:
        """The enumerations in the sentences."""
        return tuple(enumerations_of(self.sentences, self.form.wordings))

    def enumeration(self, item: Quantity) -> Enumeration | None:
        """Return the first enumeration in which a number is an item."""
        return self._by_item.get(item)

    @cached_property
    def _by_sentence(self) -> dict[Sentence, list[Statement]]:
        groups = defaultdict(list)
        for found in self.statements:
            groups[found.sentence].append(found)
        return groups

    @cached_property
    def _by_paragraph(self) -> dict[int, list[Statement]]:
        groups = defaultdict(list)
        for found in self.statements:
            groups[found.sentence.paragraph].append(found)
        return groups

    @cached_property
    def _subjects(self) -> dict[Quantity, Subject]:
        return {found.quantity: found.subject for found in self.statements}

    @cached_property
    def _by_item(self) -> dict[Quantity, Enumeration]:
        return {item: whole for whole in reversed(self.enumerations) for item in whole.items}

    def total(self, names: Iterable[str]) -> Decimal | None:
        """Return the total of figures and sums of the form; None where one is not known."""
        numbers = [self._number(figure) for name in names for figure in self.figures_of(name)]
        known = [value for value in numbers if value is not None]
        return sum(known, Decimal(0)) if len(known) == len(numbers) else None

    def least(self, names: Iterable[str]) -> Decimal:
        """Return the least that a total can be: the sum of those of its figures that are known."""
        figures = [figure for name in names for figure in self.figures_of(name)]
        return sum((self._number(figure) or Decimal(0) for figure in figures), Decimal(0))

    def _number(self, figure: str) -> Decimal | None:
        """Return a figure; a total that was left blank as the sum of its addends."""
        found = self.report.figures.get(figure)
        addends = self.form.totals.get(figure)
        if addends and found is not None and found.readable and found.value is None:
            return self.report.total(addends)
        return self.report.number(figure)

    def knows_figure(self, name: str) -> bool:
        """Tell whether the form has a figure or a sum of a name."""
        return name in self.form.figures or name in self._sums

    def figures_of(self, name: str) -> tuple[str, ...]:
        """Return the figures of a sum of the form, or the figure itself."""
        return self._sums.get(name, (name,))

    @cached_property
    def _sums(self) -> dict[str, tuple[str, ...]]:
        return {item.name: item.figures for item in self.form.sums}

    def without_last_year(self, rule: str) -> Finding:
        """Say that a rule could not be checked, in the same words for all rules."""
        message = self.why_no_previous or "没有上年的工作簿"
        if self.previous is not None:
            message = f"上年的 {self.previous.file} 里读不出要对照的内容"
        return unchecked(
            rule, self.place, message, "把上年的工作簿放在旁边（或用 --previous 指定）"
        )

    @property
    def place(self) -> Place:
        """The report as a place."""
        return Place(self.report.file)


def _beside_text(report: Report) -> Iterator[PrintedParagraph]:
    """Yield alternative texts and the cells of further tables as lines, each of its row."""
    for paragraph in report.paragraphs:
        if not paragraph.kind:
            continue
        if alternative := shown_by(paragraph).alternative:
            yield PrintedParagraph(replace(paragraph, heading=""), "", "", alternative)
        exhibit = report.exhibits.get(paragraph.text)
        if isinstance(exhibit, FurtherTable):
            for cell in exhibit.cells:
                source = replace(paragraph, heading="", text=cell.text, place=cell.place)
                if cell.text.strip():
                    yield PrintedParagraph(source, "", "", cell.text)
