"""Turns an example, a published report as JSON with what people found in it, into a Report."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from generator.form.labels import label_key
from generator.form.vocabulary import ORGAN, YEAR, Table
from generator.model.finding import Finding
from generator.model.report import Deviation, Entry, Figure, Heading, Paragraph, Place, Report
from generator.model.typed_input.figures import figures_of, place_in
from tests.evaluation.published_text import deviations, published
from tests.forms import DEPARTMENT, FORM, KIND, PERIOD_END, PERIOD_START

OPENING = FORM.parts[0].name
_OMITTED = re.compile(r"…+|\.{4,}")
_REMARK_ON_ORGAN = re.compile(r"（[^（）]*(?:汇总|合并|镜像|摘录|\d\.\d)[^（）]*）$")
_REMARK_ON_TITLE = re.compile(r"（[^（）]*(?:标题|文件名|抽取|推断)[^（）]*）$")
_NUMBERED = re.compile(r"([一二三四五六])(?:、(.*))?")
_SPAN = re.compile(
    r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:起)?(?:至|到|—+|-|－)(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日"
)
_DEVIATION = re.compile(r"『([^』]+)』（[^（）]*『([^』]+)』")
_LONGEST_TITLE = 40


@dataclass(frozen=True)
class Example:
    """An example as it was given, and the report in it."""

    path: Path
    report: Report
    findings: list[Finding]
    """What a reader says of its figures."""
    given: Mapping[str, Any] = field(repr=False)

    @property
    def organ(self) -> str:
        """The organ, empty where it is not known."""
        entry = self.report.entries.get(ORGAN)
        return entry.printed if entry else ""

    @property
    def year(self) -> int | None:
        """The year that the report is on."""
        entry = self.report.entries.get(YEAR)
        return entry.value if entry and isinstance(entry.value, int) else None


def examples_in(folder: Path) -> Iterator[Example]:
    """Read every example of a folder; files of other shapes are passed over."""
    for path in sorted(folder.glob("*.json")):
        given = json.loads(path.read_text(encoding="utf-8-sig"))
        if isinstance(given, dict) and "organ" in given:
            yield example(given, path)


def example(given: Mapping[str, Any], path: Path) -> Example:
    """Turn one example into a report."""
    text = _Text(path.name, truncated=bool(given.get("text_truncated")))
    text.take(given, path)
    figures, findings = _figures(given, path.name)
    renamed = [
        Deviation(official, found, Place(path.name, note[:2]))
        for note in given.get("label_deviations") or ()
        for found, official in _DEVIATION.findall(note)
    ]
    report = Report(
        entries=_entries(given, text),
        figures=figures,
        indicators={},
        paragraphs=tuple(text.paragraphs),
        file=path.name,
        title=text.title,
        headings=tuple(text.headings),
        deviations=(*renamed, *text.deviations),
        unknown=frozenset(text.unknown),
    )
    return Example(path, report, findings, given)


def previous_of(wanted: Example, among: Sequence[Example]) -> Report | None:
    """Return last year's report of the same organ."""
    if not wanted.organ or wanted.year is None:
        return None
    return next(
        (
            other.report
            for other in among
            if other.organ == wanted.organ and other.year == wanted.year - 1
        ),
        None,
    )


class _Text:
    """The text of an example, taken in piece by piece."""

    def __init__(self, file: str, *, truncated: bool) -> None:
        self.file = file
        self.truncated = truncated
        self.title: Heading | None = None
        self.headings: list[Heading] = []
        self.paragraphs: list[Paragraph] = []
        self.deviations: list[Deviation] = []
        self.sections: set[int] = set()
        self.unknown = {part.name for part in FORM.parts}

    def take(self, given: Mapping[str, Any], path: Path) -> None:
        title = _REMARK_ON_TITLE.sub("", given.get("title") or "").strip()
        opening, sections = given.get("opening"), given.get("sections")
        whole = None if sections else _published(given, path)
        if whole:
            self.truncated = False
            title, opening = whole.title or title, "\n".join(whole.opening)
            sections = [{"title": name, "text": "\n".join(text)} for name, text in whole.sections]
            self.deviations += deviations(whole.labels, FORM, self.file)
        if opening and not title and _is_title(opening):
            title, opening = opening.strip(), None
        if title:
            self.title = Heading(title, Place(self.file, "标题"))
        if opening is not None:
            self._known(OPENING, opening)
            self._add(OPENING, "开头", opening)
        self._sections(sections or ())
        if not self.truncated and sections:
            self._before_or_after_tables()
            self._absent()

    def _sections(self, sections: Sequence[Mapping[str, Any]]) -> None:
        part = ""
        for section in sections:
            title, text = (section.get("title") or "").strip(), section.get("text") or ""
            number = section["no"] if "no" in section else _number_of(title)
            real = not title.startswith("（") and len(title) > 1
            if number:
                self.sections.add(number)
                part = _part_of(number)
                self._known(part, text if real else "…")
            elif real and part:
                self._add(part, self._label(part), title)
                self._known_too(part, text)
            if real:
                self.headings.append(Heading(title, Place(self.file, title)))
            if part:
                self._add(part, self._label(part), text)

    def _known(self, part: str, text: str) -> None:
        if not self.truncated and not _OMITTED.search(text):
            self.unknown.discard(part)

    def _known_too(self, part: str, text: str) -> None:
        if _OMITTED.search(text):
            self.unknown.add(part)

    def _before_or_after_tables(self) -> None:
        """Take the text after a table for known where that before it is: examples have one text."""
        for part in FORM.parts:
            first = next(other for other in FORM.parts if other.section == part.section)
            if part.section and first.name not in self.unknown:
                self.unknown.discard(part.name)

    def _absent(self) -> None:
        """Take a section for missing where the whole text is given without it."""
        for part in FORM.parts:
            if part.section and part.section not in self.sections:
                self.unknown.discard(part.name)

    def _label(self, part: str) -> str:
        return next(other.label for other in FORM.parts if other.name == part).split("（")[0]

    def _add(self, part: str, label: str, text: str) -> None:
        for piece in re.split(r"\n", _OMITTED.sub("\n", text)):
            if piece.strip():
                count = 1 + sum(line.part == part for line in self.paragraphs)
                place = Place(self.file, label, f"第{count}段")
                self.paragraphs.append(Paragraph(part, 0, "", piece.strip(), place, place))


def _is_title(opening: str) -> bool:
    text = opening.strip()
    return "。" not in text and len(text) <= _LONGEST_TITLE and text.endswith("报告")


def _published(given: Mapping[str, Any], path: Path) -> Any:
    source = given.get("source") or ""
    if source.endswith(".txt"):
        for folder in path.absolute().parents:
            if (folder / source).is_file():
                return published((folder / source).read_text(encoding="utf-8"))
    return None


def _number_of(title: str) -> int | None:
    plain = label_key(title)
    for number, section in enumerate(FORM.sections, 1):
        if plain.endswith(label_key(section.heading)):
            return number
    found = _NUMBERED.match(plain)
    return "一二三四五六".index(found[1]) + 1 if found else None


def _part_of(section: int) -> str:
    return next(part.name for part in FORM.parts if part.section == section)


def _entries(given: Mapping[str, Any], text: _Text) -> dict[str, Entry]:
    organ = _REMARK_ON_ORGAN.sub("", given.get("organ") or "").strip()
    place = Place(text.file, "基本信息")
    entries: dict[str, Entry] = {}
    if organ:
        entries[ORGAN] = Entry(organ, place)
        government = organ.endswith(("政府", "街道", "办事处", "镇", "乡"))
        entries[KIND] = Entry("各级政府" if government else DEPARTMENT, place)
    if given.get("year"):
        entries[YEAR] = Entry(int(given["year"]), place)
    opening = "".join(line.text for line in text.paragraphs if line.part == OPENING)
    span = _SPAN.search(label_key(opening))
    if span:
        first, month, day, last, last_month, last_day = span.groups()
        entries[PERIOD_START] = Entry(date(int(first), int(month), int(day)), place)
        until = date(int(last or first), int(last_month), int(last_day))
        entries[PERIOD_END] = Entry(until, place)
    return entries


def _figures(given: Mapping[str, Any], file: str) -> tuple[dict[str, Figure], list[Finding]]:
    active, requests, reviews = FORM.tables
    filled = [
        (active, _by_label(active, given.get("table_active"))),
        (requests, _by_row(requests, given) | _in_order(requests, given.get("table_requests"))),
        (reviews, _in_order(reviews, [given.get("table_review") or []])),
    ]
    figures: dict[str, Figure] = {}
    findings: list[Finding] = []
    for table, values in filled:
        read, found = figures_of(table, values, place_in(table, FORM, file))
        figures |= read
        findings += found
    return figures, findings


def _by_label(table: Table, given: Any) -> dict[str, object]:
    """Read {row: number or {column: number}}."""
    values: dict[str, object] = {}
    for key, value in (given or {}).items():
        for spec in table.figures:
            if label_key(spec.row.label[-1]) == label_key(key.split("_")[0]):
                found = value if not isinstance(value, dict) else _of(value, spec.column.label[-1])
                if found is not _ABSENT:
                    values[spec.name] = found
    return values


_ABSENT = object()


def _of(values: Mapping[str, object], label: str) -> object:
    return values.get(label, _ABSENT)


def _by_row(table: Table, given: Mapping[str, Any]) -> dict[str, object]:
    """Read {row: [number, …]}; a row may be named by the beginning of its label."""
    values: dict[str, object] = {}
    columns = table.blocks[0].columns
    for key, numbers in (given.get("table_requests_partial") or {}).items():
        wanted = label_key(key.split("／")[-1])
        for row in table.blocks[0].rows:
            if label_key(row.label[-1]).startswith(wanted) and numbers is not None:
                names = [row.name + column.name for column in columns]
                values |= dict(zip(names, numbers, strict=False))
    return values


def _in_order(table: Table, rows: Any) -> dict[str, object]:
    """Read rows of numbers in the order of the form."""
    values: dict[str, object] = {}
    block = table.blocks[0]
    for row, numbers in zip(block.rows, rows or (), strict=False):
        names = [row.name + column.name for column in block.columns]
        values |= dict(zip(names, numbers or (), strict=False))
    return values
