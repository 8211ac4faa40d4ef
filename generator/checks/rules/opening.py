"""结构: the opening paragraph, and the period that the report is on."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from generator.checks.case import Case
from generator.checks.rules.contents import says_anything
from generator.checks.rules.headings import sections_of
from generator.checks.rules.quoting import clip
from generator.checks.text.quantities import plain
from generator.form.chinese import day, listed
from generator.form.rules import Rule
from generator.model.finding import Finding, held_back, notice, unchecked, wrong
from generator.model.report import Place

_DECEMBER = (12, 31)
_PERIOD_DATES = re.compile(
    r"(?P<from>20\d\d)年1月1日(?:起|（含）)?(?:至|到|-|—|—|~|～|－|―)+(?:(?P<to>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
_BROKEN_DATE = re.compile(r"20\d\d\d{1,2}月\d{1,2}日")
_COUNT = re.compile(r"(?:等|共|共计){0,4}(?P<count>[四五六七八4-8])(?:个|大)?(?:部分|方面|项)")
_SEPARATORS = re.compile(r"[、，；]|以及|及其|和|及|与")
_DIGITS = {"四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
_TOLD_EACH = 2
_ALIKE, _SURELY_A_LIST = 0.55, 4


def what_the_opening_says(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find what the opening leaves out: the first of the words, the period, is never optional."""
    required, *others = rule.words
    part = case.form.parts[0]
    text = "".join(plain(line.heading + line.text) for line in case.opening)
    known = part.name not in case.report.unknown
    place = case.opening[0].source.place if case.opening else Place(case.report.file, "正文")
    if known and not says_anything(case.report.part(part.name), ()):
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
    """Find sections that the opening names otherwise than their headings, or miscounts."""
    first_name = case.form.sections[0].heading
    for line in case.opening:
        text = plain(line.text)
        found = _list_from(first_name).match(text)
        if not found or "……" in found["names"] or "…" in found["names"]:
            continue
        count = _COUNT.search(found["names"])
        first = found["names"].index(first_name)
        last = count.start() if count and count.start() > first else len(found["names"])
        listed_names = found["names"][first:last]
        place, quote = line.source.place, clip(listed_names + (count[0] if count else ""))
        names = _names(case, re.sub("”“|”、“", "、", listed_names))
        named = {section for _, section in names if section is not None}
        yield from _misnamed(case, rule, names, place)
        count = count or _COUNT.search(found[0])
        stated = (_DIGITS.get(count["count"]) or int(count["count"])) if count else None
        if stated and len(named) >= _SURELY_A_LIST and len(names) != stated:
            absent = [
                section.heading
                for index, section in enumerate(case.form.sections)
                if index not in named
            ]
            short = f"，缺{listed(f'“{name}”' for name in absent)}" if absent else ""
            message = f"开头说 {stated} 个部分，列出的是 {len(names)} 个{short}"
            yield wrong(rule.id, place, message, "请补上漏写的部分，或改正个数", quote=quote)


@cache
def _list_from(first_name: str) -> re.Pattern[str]:
    """Return what finds an enumeration of sections that begins with the first of them."""
    return re.compile(
        r".*(?:包括|包含|(?:报告|内容|全文|共)分|由|分为|涵盖|内容为|内容有|内容由|内容：|分别是|分别为)"
        rf"(?P<names>[^。]{{0,500}}?{re.escape(first_name)}[^。]*)"
    )


def _misnamed(
    case: Case, rule: Rule, names: Sequence[tuple[str, int | None]], place: Place
) -> Iterator[Finding]:
    """Tell which names are not those of the headings: each, or where they are many all at once."""
    wrongly = [
        (name, _heading(case, section))
        for name, section in names
        if section is not None
        and name not in (_heading(case, section), case.form.sections[section].heading)
    ]
    each = [(name, f"开头写的是“{name}”，标题是“{due}”") for name, due in wrongly]
    if len(each) > _TOLD_EACH:
        each = [("、".join(name for name, _ in each), "；".join(said for _, said in each))]
    for name, message in each:
        advice = "请与标题逐字写成一样"
        yield notice(rule.id, place, message, advice, quote=name, about=f"开头：{name}")


def _heading(case: Case, section: int | None) -> str:
    """Return how the report itself heads a section."""
    if section is None:
        return ""
    for heading, found in zip(case.report.headings, sections_of(case), strict=True):
        if found == section:
            return plain(heading.text).partition("、")[2]
    return case.form.sections[section].heading


def _names(case: Case, text: str) -> list[tuple[str, int | None]]:
    """Divide an enumeration of names into names, each with the section that it is.

    Names hold 、 and 和 themselves: neighbouring pieces are one name where that is more alike.
    """
    cuts = [0, *(found.end() for found in _SEPARATORS.finditer(text)), len(text)]
    ends = [*(found.start() for found in _SEPARATORS.finditer(text)), len(text)]
    names: list[tuple[str, int | None]] = []
    index = 0
    while index < len(ends):
        best, best_end, best_section = 0.0, index, None
        for end in range(index, min(index + 4, len(ends))):
            piece = _bare(text[cuts[index] : ends[end]])
            for number, section in enumerate(case.form.sections):
                score = SequenceMatcher(None, piece, section.heading, autojunk=False).ratio()
                if score > best:
                    best, best_end, best_section = score, end, number
        if best < _ALIKE:
            best_end, best_section = index, None
        name = _bare(text[cuts[index] : ends[best_end]])
        if name:
            names.append((name, best_section))
        index = best_end + 1
    return names


def _bare(name: str) -> str:
    return re.sub(
        r"^(?:20\d\d年度?|[一二三四五六]、|（[一二三四五六]）|\d[.、]|第[一二三四五六]部分|：|“|以及|及)+|等.*$|”+$",
        "",
        name,
    )


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

    The rule's words are a notice however written, and how it is rightly written.
    """
    cited, right = rule.words
    due = case.form.edition
    for line in case.opening:
        for found in re.finditer(cited.pattern, re.sub(r"\s", "", line.text)):
            number = found[0]
            if number == due:
                continue
            if not re.fullmatch(right.pattern, number):
                problem, advice = f"写法不对，应用{right.name}", f"请改为“{due}”"
            else:
                problem = "不是现行年度报告格式的文号"
                advice = f"现行格式是“{due}”，请改正；确要引用的不必改"
            yield notice(rule.id, line.source.place, f"“{number}”{problem}", advice, quote=number)
