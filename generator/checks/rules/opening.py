"""结构: the opening paragraph, and the period that the report is on."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.checks.case import Case
from generator.checks.rules.contents import says_anything
from generator.checks.rules.headings import sections_of
from generator.checks.rules.quoting import clip
from generator.checks.text.quantities import plain
from generator.checks.text.section_names import (
    SURELY_A_LIST,
    SectionList,
    last_section_named_in,
    sections_listed_in,
)
from generator.form.chinese import day, listed
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.model.finding import Finding, held_back, notice, unchecked, wrong
from generator.model.report import Place

_DECEMBER = (12, 31)
_TOLD_EACH = 2
_PERIOD_DATES = Pattern(
    r"(?P<from>20\d\d)年1月1日(?:起|（含）)?(?:至|到|-|—|—|~|～|－|―)+(?:(?P<to>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
_TITLE_BEFORE = Pattern(r"《(?:[^《》]|《[^《》]*》){1,120}》[^《》，。；]{0,8}[（(]$")
_DIGITS_OF = Pattern(r"\d+")
_BROKEN_DATE = Pattern(r"20\d\d\d{1,2}月\d{1,2}日")


def what_the_opening_says(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find what the opening leaves out: the first of the words, the period, is never optional."""
    required, *others = rule.words
    part = case.form.parts[0]
    text = "".join(plain(line.heading + line.text) for line in case.opening)
    known = part.name not in case.report.unknown
    place = case.opening[0].source.place if case.opening else Place(case.report.file, "正文")
    if known and not case.opening and not says_anything(case.report.part(part.name), ()):
        advice = f"请在『正文』表“部分”为“{part.label}”的行里填写"
        yield wrong(rule.id, place, f"“{part.label}”一个字的正文也没有", advice)
        return
    missing = [words.name for words in others if not re.search(words.pattern, text)]
    period = re.search(required.pattern, text)
    if not known:
        if text and (missing or not period):
            yield unchecked(rule.id, place, "开头一段不全", "请补齐正文再核对")
        return
    if not period:
        yield wrong(rule.id, place, f"开头没有写{required.name}", required.advice)
    if missing:
        yield notice(rule.id, place, f"开头没有写{listed(missing)}", "请补写；惯例上开头都有这几项")


def sections_named_in_the_opening(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find sections that the opening names otherwise than their headings, leaves out or miscounts.

    The rule's words tell, for each section, by what words it is known however it is called.
    """
    headings = [section.heading for section in case.form.sections]
    sections = [(name, words.pattern) for name, words in zip(headings, rule.words, strict=False)]
    for line in case.opening:
        for sentence in plain(line.text).split("。"):
            found = sections_listed_in(sentence, sections)
            if found is not None:
                yield from _misnamed(case, rule, found.names, line.source.place)
                yield from _miscounted(case, rule, found, line.source.place)
            elif last := last_section_named_in(sentence, sections):
                yield from _misnamed(case, rule, [last], line.source.place)


def _misnamed(
    case: Case, rule: Rule, names: Sequence[tuple[str, int | None]], place: Place
) -> Iterator[Finding]:
    """Tell which names are not those of the headings: each, or where they are many all at once.

    Whose situation it is, said before a name, does not make it another.
    """
    wrongly = [
        (name, _heading(case, section))
        for name, section in names
        if section is not None
        and not name.endswith((_heading(case, section), case.form.sections[section].heading))
    ]
    each = [(name, f"开头写的是“{name}”，标题是“{due}”") for name, due in wrongly]
    if len(each) > _TOLD_EACH:
        each = [("、".join(name for name, _ in each), "；".join(said for _, said in each))]
    for name, message in each:
        advice = "请与标题逐字写成一样"
        yield notice(rule.id, place, message, advice, quote=name, about=f"开头：{name}")


def _miscounted(case: Case, rule: Rule, found: SectionList, place: Place) -> Iterator[Finding]:
    """Tell where there are not as many names as the opening says, or a section has none."""
    if len(found.sections) < SURELY_A_LIST or (found.stated is None and found.open_ended):
        return
    headings = [section.heading for section in case.form.sections]
    absent = [name for number, name in enumerate(headings) if number not in found.sections]
    left_out = listed(f"“{name}”" for name in absent)
    quote = clip(found.said + found.stated_after)
    if found.stated and not found.fewest <= found.stated <= found.most:
        short = f"，缺{left_out}" if absent else ""
        message = f"开头说 {found.stated} 个部分，列出的是 {len(found.names)} 个{short}"
        yield wrong(rule.id, place, message, "请补上漏写的部分，或改正个数", quote=quote)
    elif absent:
        message = f"开头列出的各部分里没有{left_out}"
        yield notice(rule.id, place, message, "请补上漏写的部分，与标题逐字写成一样", quote=quote)


def _heading(case: Case, section: int) -> str:
    """Return how the report itself heads a section."""
    for heading, found in zip(case.report.headings, sections_of(case), strict=True):
        if found == section:
            return plain(heading.text).partition("、")[2]
    return case.form.sections[section].heading


def reporting_period(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a period that is not 1 January to 31 December of the report's year."""
    if case.year is None:
        return
    due = {spec.name: date(case.year, *spec.day) for spec in case.form.entries if spec.day}
    given = [
        (name, entry, right)
        for name, right in due.items()
        if (entry := case.report.entries.get(name)) is not None and entry.value != right
    ]
    if not given:
        yield from _period_in_words(case, rule, case.year)
        return
    said = "；".join(
        f"{name}应为 {day(right)}，填的是 {entry.printed}" for name, entry, right in given
    )
    advice = "请改为报告年度的起止日期，或者改正年度"
    yield held_back(rule.id, given[0][1].place, said, advice)


def _period_in_words(case: Case, rule: Rule, year: int) -> Iterator[Finding]:
    for line in case.opening:
        text = plain(line.text)
        found = _PERIOD_DATES.search(text) or _BROKEN_DATE.search(text)
        if not found:
            continue
        dates = found.groupdict()
        years = {dates.get("from"), dates.get("to") or dates.get("from")}
        last = (int(dates.get("month") or 0), int(dates.get("day") or 0))
        if years != {str(year)} or last != _DECEMBER:
            message = f"开头写的统计期限是“{found[0]}”，应为 {year}年1月1日至12月31日"
            place = line.source.place
            yield wrong(rule.id, place, message, "请改正统计期限", quote=found[0])


def notice_cited(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a notice that is not the one in force, or not written as it is.

    The rule's words are a notice however written, how it is rightly written, and what is wrong
    wherever it is cited: beside its own title, or below the opening, any other notice is right.
    """
    cited, right, outdated = rule.words
    due = case.form.edition
    opening = {line.source for line in case.opening}
    for line in case.lines:
        text = re.sub(r"\s", "", line.text)
        for found in re.finditer(cited.pattern, text):
            number = found[0]
            titled = _TITLE_BEFORE.search(text[: found.start()])
            wrongly = re.search(outdated.pattern, (titled[0] if titled else "") + number)
            meant = _DIGITS_OF.findall(number) == _DIGITS_OF.findall(due)
            here = line.source in opening and not titled
            if number == due or not (here or meant or wrongly):
                continue
            if not re.fullmatch(right.pattern, number):
                problem, advice = f"写法不对，应用{right.name}", f"请改为“{due}”"
            else:
                problem = "不是现行年度报告格式的文号"
                advice = f"现行格式是“{due}”，请改正；确要引用的不必改"
            yield notice(rule.id, line.source.place, f"“{number}”{problem}", advice, quote=number)
