"""必须引用的数: figures that the text of a part has to give."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from generator.checks.case import Case
from generator.checks.rules.local.place_of_text import (
    lines_of,
    not_known,
    place_among,
    told,
    wholly_known,
)
from generator.checks.text.quantities import plain
from generator.form.chinese import listed, number
from generator.form.pattern import Pattern
from generator.model.finding import Finding
from generator.model.narrative import PrintedParagraph, citable, names_cited
from generator.model.report import INDICATORS
from generator.model.typed_input.local_rules import Requirement

_THOUSANDS = Pattern(r"(?<=\d),(?=\d{3})")
_MOST_ADVISED = 10  # wrong names for which the nearest are looked up
_NONE = Pattern("未|无|没有|零")


def states(case: Case, requirement: Requirement) -> Iterator[Finding]:
    """Find figures that a part does not give, and names that no figure has."""
    wanted = requirement.asked.names
    known = _names(case)
    unknown = [name for name in wanted if name not in known]
    if unknown and INDICATORS not in case.report.unknown:
        yield _unknown(case, requirement, unknown, known)
    lines = lines_of(case, requirement)
    missing = [name for name in wanted if name in known and not _given(case, name, lines, known)]
    if not missing:
        return
    if not wholly_known(case, requirement):
        yield not_known(case, requirement)
        return
    names = listed(f"【{name}】" for name in missing)
    message = f"“{requirement.scope}”里应写明{names}，没有写到"
    advice = f"请在这一部分写上{names}，程序会代入表里的数"
    yield told(requirement, place_among(lines, case), message, advice)


def _names(case: Case) -> dict[str, str]:
    """Return all that a text may cite, with what it stands for; empty where it is not known yet."""
    form, report = case.form, case.report
    names = (*form.figures, *(one.name for one in form.sums), *(one.name for one in form.entries))
    return dict.fromkeys((*names, *report.awaited), "") | citable(report, form)


def _unknown(
    case: Case, requirement: Requirement, unknown: list[str], known: dict[str, str]
) -> Finding:
    near = dict.fromkeys(
        one
        for name in unknown[:_MOST_ADVISED]
        for one in get_close_matches(name, known, n=3, cutoff=0.4)
    )
    nearest = f"（相近的有{listed(f'【{name}】' for name in near)}）" if near else ""
    names = listed(f"【{name}】" for name in unknown)
    place = requirement.typed.place_of("asked")
    return told(
        requirement,
        place if place.file else case.place,
        f"本地规则 {requirement.id} 要写明{names}，没有叫这个名称的数字，没有核对",
        f"请改正名称{nearest}，或者在『指标』里加上",
    )


def _given(case: Case, name: str, lines: list[PrintedParagraph], known: dict[str, str]) -> bool:
    """Tell whether lines give a figure: cited, stated in words, or as a number of that value."""
    typed = (text for line in lines for text in (line.source.heading, line.source.text))
    if any(name == cited.strip() for text in typed for cited in names_cited(text)):
        return True
    figures = set(case.figures_of(name))
    stated = (
        {one for each in whole for one in case.figures_of(each)}
        for statement in case.statements
        if statement.sentence.line in lines
        for whole in statement.subject.interpretations
    )
    return any(figures == one for one in stated) or _stands_in(lines, _printed(case, name, known))


def _printed(case: Case, name: str, known: dict[str, str]) -> str:
    """Return what a citation prints, without a note; empty where that is not known."""
    if name in case.form.figures or name in {one.name for one in case.form.sums}:
        value = case.total([name])
        return "" if value is None else number(value)
    return known[name]


def _stands_in(lines: list[PrintedParagraph], printed: str) -> bool:
    """Tell whether a number stands in some lines; where it is 0, also whether they say so."""
    if not printed:
        return False
    whole = Pattern(rf"(?<![\d.第]){re.escape(plain(printed))}(?![\d.年月日号])")
    said = [_THOUSANDS.sub("", plain(line.heading + line.text)) for line in lines]
    in_words = printed == "0" and any(map(_NONE.search, said))
    return in_words or any(map(whole.search, said))
