"""Next year's report from this one: what holds for years, and drafts that must be revised.

Figures are never taken over, but for those that the form itself takes from last year's report.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from generator.form.chinese import number
from generator.form.pattern import Pattern
from generator.form.vocabulary import YEAR, Form
from generator.model.narrative import cited_anew
from generator.model.next_exhibits import (
    captions_moved,
    charts_carried_over,
    row_carried_over,
    tables_carried_over,
)
from generator.model.report import Awaited, Entry, Figure, Indicator, Paragraph, Place, Report

_CHINESE_DIGITS = ("〇一二三四五六七八九", "零一二三四五六七八九", "○一二三四五六七八九")
_FULL_WIDTH_DIGITS = "０１２３４５６７８９"
_SENTENCE_END = "。！？；;"

_QUOTED = (
    r"《(?:[^《》]|《[^《》]*》)*(?:》|$)|“[^”]*(?:”|$)|‘[^’]*(?:’|$)|「[^」]*(?:」|$)|『[^』]*(?:』|$)"
    r"|\"[^\"]*\"|'[^']*'"
    r"|〔[^〕]*(?:〕|$)|\[[^\]]*(?:\]|$)|【【|【[^【】]*】"
)
"""Names of documents, words of others, 文号 and citations: no year in them is touched."""
_WHOLE_YEAR = (
    r"1\s*月\s*(?:1\s*日(?!起?(?:施行|实施|执行|起施行|正式))|份?\s*[至到—–-])"
    r"|12\s*月\s*(?:31\s*日|底|末)"
)
_DAY = rf"(?!{_WHOLE_YEAR})(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s*月"
"""Any other date in a year is that of something that happened; it does not move."""
_AFTER_ANOTHER = (
    r"(?<![\d.．０-９二〇零○])(?<![-—–~～－])(?<!\d年[至到和及与、])(?<!\d[至到和及与、])"
)
_BEFORE_ANOTHER = r"度?\s*[-—–~～－至到和及与、]\s*[二２2]"
"""Ranges and lists of years say what was in them, whatever year it is now."""
_ANY_YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?=\s*年)")
_OLD_NOTE = Pattern(r"(?<!\d)\d{4}年：[^；]*；?")


def next_year(previous: Report, form: Form) -> Report:
    """Return the report on the year after, as far as it follows from this one.

    Raise ValueError where the year of this one is not known.
    """
    year = year_of(previous)
    if year is None:
        raise ValueError("a report without a year has no next one")
    moved = partial(moved_on, year=year)
    return replace(
        previous,
        entries=_entries(previous, year + 1, form),
        figures=_figures(previous, form),
        indicators={},
        awaited=_awaited(previous, year),
        paragraphs=tuple(_paragraphs(previous, year, form)),
        file="",
        title=None,
        headings=(),
        deviations=(),
        verifications=(),
        chart_rows=charts_carried_over(previous.chart_rows, moved),
        further_tables=tables_carried_over(previous.further_tables),
        exhibits={},
    )


def year_of(report: Report) -> int | None:
    """Return the year that a report is on."""
    entry = report.entries.get(YEAR)
    return entry.value if entry and isinstance(entry.value, int) else None


def moved_on(text: str, year: int) -> str:
    """Return the text with the report's year made the next, where it certainly is that year.

    Left as they are: other years, dates of events, ranges and lists of years, and whatever
    stands in names of documents, quotations, 文号 or citations.
    """
    spelled = {_spelled(year, digits): _spelled(year + 1, digits) for digits in _numerals()}
    this_year = Pattern(
        rf"(?P<quoted>{_QUOTED})"
        rf"|{_AFTER_ANOTHER}(?P<year>{'|'.join(spelled)})"
        rf"(?=\s*年(?!\s*版)(?!\s*{_DAY})(?!{_BEFORE_ANOTHER}))"
    )
    return this_year.sub(lambda found: found["quoted"] or spelled[found["year"]], text)


def _numerals() -> tuple[str, ...]:
    return ("0123456789", _FULL_WIDTH_DIGITS, *_CHINESE_DIGITS)


def _spelled(year: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(year))


def _entries(previous: Report, year: int, form: Form) -> dict[str, Entry]:
    """Keep what is known of the organ; move year and period on; leave other dates blank."""
    kept = {
        name: Entry(entry.value)
        for name, entry in previous.entries.items()
        if isinstance(entry.value, str)
    }
    return kept | {
        YEAR: Entry(year),
        **{spec.name: Entry(date(year, *spec.day)) for spec in form.entries if spec.day},
    }


def _figures(previous: Report, form: Form) -> dict[str, Figure]:
    """Return the figures that are last year's by the form's own ties."""
    last = {now: previous.figures.get(then) for now, then in form.brought_forward.items()}
    return {
        name: Figure(figure.value)
        for name, figure in last.items()
        if figure is not None and figure.value is not None
    }


def _awaited(previous: Report, year: int) -> dict[str, Awaited]:
    """Keep the names of indicators, with last year's value beside them, and ask for new ones."""
    known = {
        name: Awaited(indicator.unit, _note(indicator, year))
        for name, indicator in previous.indicators.items()
    }
    return known | {name: replace(one, place=Place("")) for name, one in previous.awaited.items()}


def _note(indicator: Indicator, year: int) -> str:
    shown = indicator.printed or number(indicator.value)
    own = _OLD_NOTE.sub("", indicator.note).strip()
    return "；".join(filter(None, (f"{year}年：{shown}{indicator.unit}", own)))


def _paragraphs(previous: Report, year: int, form: Form) -> Iterator[Paragraph]:
    moved = partial(moved_on, year=year)
    captions = captions_moved(previous, moved)
    for line in previous.paragraphs:
        if line.kind:
            yield row_carried_over(line, previous, year, moved)
            continue
        heading, text = (moved(cited_anew(one, captions)) for one in (line.heading, line.text))
        row = replace(line, heading=heading, text=text, place=Place(""), heading_place=Place(""))
        said = f"沿用{year}年，待修改" if _to_revise(row, year + 1, form) else ""
        yield replace(row, unrevised=said)


def _to_revise(line: Paragraph, year: int, form: Form) -> bool:
    """Tell whether a paragraph says something of its year that somebody must look at.

    A heading alone does not, unless it is a sentence. The opening does not either, as long as it
    names no year but the new one: it is the same every year, and 基本信息 is read afresh.
    """
    if line.part == form.parts[0].name:
        return any(int(other) != year for other in _other_years(line.text))
    if line.text.strip():
        return True
    return line.heading.strip().endswith(tuple(_SENTENCE_END))


def _other_years(text: str) -> Iterator[str]:
    for found in _ANY_YEAR.finditer(re.sub(_QUOTED, "", text)):
        yield found[0]
