"""结构: the title, the headings of the sections, and the labels of the tables."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.checks.case import Case
from generator.checks.text.quantities import plain
from generator.form.chinese import counted, listed, numeral
from generator.form.organ_and_year import heading_key, printed_headings
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.model.finding import Finding, held_back, notice, wrong

_FIRST_LEVEL_NUMBER = Pattern(
    r"^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分[、：]?)"
)
_ALIKE = 0.6
_OFFICE = Pattern(r"(?:人民政府|管理委员会|管委会|办事处)$")
_NUMERALS = "〇一二三四五六七八九零一二三四五六七八九○"
_SPELLED_YEAR = Pattern(r"二[〇零○][〇零○一二三四五六七八九]{2}(?=年)")
_TITLE_YEAR = Pattern(r"(20\d\d)年")


def title(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a title that does not name the organ, the year and the report."""
    given = case.report.title
    if given is None or case.year is None or not case.organ:
        return
    text = _SPELLED_YEAR.sub(_in_digits, plain(given.text))
    ending = case.form.title.format(year=case.year)
    places = (case.organ, _OFFICE.sub("", case.organ))
    if any(_as_prescribed(plain(given.text), organ, ending, case.year) for organ in places):
        return
    years = set(_TITLE_YEAR.findall(text))
    organ = _before_anything_but_the_organ(rule, text)
    if years != {str(case.year)}:
        found = f"年度应为 {case.year}，写的是“{listed(sorted(years)) or '没有写'}”"
    elif not organ or not (organ.endswith(case.organ) or _abbreviates(organ, case.organ)):
        found = f"机关应为“{case.organ}”，写的是“{organ or '没有写'}”"
    else:
        if not _as_prescribed(plain(given.text), organ, ending, case.year):
            message = f"标题“{given.text}”与规定的写法不同，应为“{case.organ}{ending}”"
            yield notice(rule.id, given.place, message, "请照规定的写法改正", quote=given.text)
        return
    message = f"标题“{given.text}”里{found}"
    yield wrong(rule.id, given.place, message, "请改正标题", quote=given.text)


def _as_prescribed(text: str, organ: str, ending: str, year: int) -> bool:
    """Tell whether a title is the prescribed one; the year may also come first."""
    first = f"{year}年"
    return text in (f"{organ}{ending}", f"{first}{organ}{ending.removeprefix(first)}")


def _in_digits(spelled: re.Match[str]) -> str:
    return "".join(str(_NUMERALS.index(numeral) % 10) for numeral in spelled[0])


def _before_anything_but_the_organ(rule: Rule, text: str) -> str:
    """Return the organ that a title names, without 关于, the year and what the report is called."""
    others = [r"关于", r"20\d\d年度?", *(words.pattern for words in rule.words), r"的?报告.*"]
    return re.sub("|".join(others), "", text)


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether all characters of a name stand, in order, in the full name."""
    rest = iter(full)
    return all(character in rest for character in short)


def sections_in_order(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find sections that are not there, are there twice, or stand in another order."""
    if not case.report.headings:
        return
    known = [number for number in sections_of(case) if number is not None]
    sections = counted(len(case.form.sections), "个部分")
    for number, heading in enumerate(case.form.headings):
        count = known.count(number)
        if count == 1 or (count == 0 and not case.knows(number + 1)):
            continue
        problem = "没有这一部分" if count == 0 else f"出现了 {count} 次"
        advice = f"{sections}要齐全，各一次，请补上或合并"
        yield held_back(rule.id, case.place, f"“{heading}”{problem}", advice)
    once = [number for number in known if known.count(number) == 1]
    if once != sorted(once):
        message, advice = f"{sections}的次序与格式不同", f"请照规定的次序排列{sections}"
        yield held_back(rule.id, case.place, message, advice)


def sections_of(case: Case) -> list[int | None]:
    """Return which section each heading is, by its words; None for any other heading.

    Where a section's own heading stands, no other is taken for it because it is alike.
    """
    words = [
        _FIRST_LEVEL_NUMBER.sub("", plain(heading_key(item.text, case.form)))
        for item in case.report.headings
    ]
    due = [section.heading for section in case.form.sections]
    found = [due.index(text) if text in due else None for text in words]
    for number, heading in enumerate(due):
        left = [at for at, section in enumerate(found) if section is None]
        if number not in found and left:
            best = max(left, key=lambda at: _alike(words[at], heading))
            found[best] = number if _alike(words[best], heading) >= _ALIKE else None
    return found


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def headings_verbatim(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find headings that are worded otherwise, and others of the first level."""
    changed, foreign = [], []
    due = printed_headings(case.form, case.organ, str(case.year or ""))
    for heading, number in zip(case.report.headings, sections_of(case), strict=True):
        if number is None:
            foreign.append(heading)
        elif plain(heading_key(heading.text, case.form)) != plain(case.form.headings[number]):
            changed.append((heading, due[number]))
    if changed or foreign:
        said = [f"“{heading.text}”应为“{words}”" for heading, words in changed]
        said += [f"“{heading.text}”不是规定的一级标题" for heading in foreign]
        first = [*(heading for heading, _ in changed), *foreign][0]
        last = numeral(len(case.form.sections))
        advice = f"一级标题请照格式逐字写，序号从一到{last}；其余的改为下一级标题"
        yield notice(rule.id, first.place, "；".join(said), advice, quote=first.text)


def labels_verbatim(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find rows and columns that are not named as in the form."""
    for deviation in case.report.deviations:
        yield notice(
            rule.id,
            deviation.place,
            f"表里写的是“{deviation.found}”，格式是“{deviation.official}”",
            "请照格式逐字写",
            quote=deviation.found,
        )


def remains_of_older_forms(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find words that only an older form had."""
    said = [(line.place, line.heading + line.text) for line in case.this_years]
    said += [(item.place, item.found) for item in case.report.deviations]
    for older in rule.words:
        found = [
            (place, words[0]) for place, text in said if (words := re.search(older.pattern, text))
        ]
        if found:
            names = listed(dict.fromkeys(f"“{words}”" for _, words in found))
            message = f"{names}是{older.name}的栏目，现行格式没有"
            yield wrong(rule.id, found[0][0], message, older.advice, quote=found[0][1])
