"""用词: one thing under several names. The names are data, of the form and of the workbook."""

from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.text.quantities import plain
from generator.form.chinese import listed
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.model.finding import Finding, notice
from generator.model.narrative import PrintedParagraph

_OWN_NAMES = Pattern(
    r"本机关|本单位|本部门|本局|本委|本办|本厅|本街道|我局|我委|我办|我厅|我街道|我镇|我乡|我单位|我机关"
)
_SHORT_NAME = Pattern(r"（(?:以下(?:统一)?简称|下称)[为:：]?([^（）]{1,16})）")
_QUOTED = Pattern("[“《]([^“”《》]+)[”》]")
_TITLE = Pattern("《[^《》]+》")
_CITED = Pattern("【[^【】]*】")
_MOST_NAMES = 4
_PLACES = Pattern(r"^(?:[^省市区县]{2,3}(?:省|市))+(?=[^省市区县]{1,4}(?:市|区|县))")


def names_of_one_thing(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find one thing under two names, or under one that is not the official one."""
    text = [(line, _CITED.sub("", plain(line.heading + line.text))) for line in case.this_years]
    own = case.report.namings
    settled = {name for one in own for name in (one.preferred, *one.others)}
    usual = [one for one in case.form.namings if not settled & {*one.others}]
    for naming in (*usual, *own):
        preferred = naming.preferred
        found = {
            other: line
            for other in naming.others
            if (line := _first(text, other, (*naming.allowed, preferred))) is not None
        }
        if not found or (not preferred and len(found) < 2):  # noqa: PLR2004 - two names
            continue
        names = listed(f"“{name}”" for name in found)
        message = f"用了{names}，应写“{preferred}”" if preferred else f"{names}混用"
        reason = f"（{naming.note}）" if naming.note else ""
        place = next(iter(found.values())).place
        advice = f"请统一用词{reason}"
        yield notice(rule.id, place, message, advice, quote=next(iter(found)), about=names)
    yield from _names_of_the_organ(case, rule)
    yield from _short_names_for_nothing(case, rule)


def _first(
    text: list[tuple[PrintedParagraph, str]], word: str, allowed: tuple[str, ...]
) -> PrintedParagraph | None:
    """Return the first line in which a word stands, other than inside a word that is allowed."""
    for line, words in text:
        for right in sorted(filter(None, allowed), key=len, reverse=True):
            if word in right:
                words = words.replace(right, "")  # noqa: PLW2901 - what is left is looked at
        if word in words:
            return line
    return None


def _names_of_the_organ(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find an organ that calls itself by too many names."""
    names: dict[str, PrintedParagraph] = {}
    organ = case.organ
    shorter = _PLACES.sub("", organ)
    for line in case.lines:
        text = plain(line.heading + line.text)
        own = [*_OWN_NAMES.findall(text)]
        if organ and organ in text:
            own.append(organ)
            text = text.replace(organ, "")
        if organ and shorter != organ and shorter in text:
            own.append(shorter)
        for name in own:
            names.setdefault(name, line)
    if len(names) > _MOST_NAMES:
        shown = listed(f"“{name}”" for name in names)
        yield notice(
            rule.id,
            next(iter(names.values())).place,
            f"对自己有 {len(names)} 种称呼：{shown}",
            "请统一，第一次用全称，以后用一种简称",
            about=f"自称：{shown}",
        )


def _short_names_for_nothing(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find short names that are introduced in brackets, and by which nothing is called after."""
    if case.report.unknown:
        return
    texts = [(line, plain(line.heading + line.text)) for line in case.lines]
    introduced = {one: line for line, text in texts for one in _SHORT_NAME.findall(text)}
    said = "".join(_SHORT_NAME.sub("", text) for _, text in texts)
    unused = [one for one in introduced if not any(_is_used(n, said) for n in _names_in(one))]
    if unused:
        shown = listed(unused)
        yield notice(
            rule.id,
            introduced[unused[0]].place,
            f"写了以下简称{shown}，后面没有再用",
            "后面再提到时请用简称，或删去这个括号",
            about=f"简称：{shown}",
        )


def _names_in(introduced: str) -> list[str]:
    """Return the names that one bracket gives: “区局”或“我局” are two."""
    return _QUOTED.findall(introduced) or [introduced]


def _is_used(name: str, said: str) -> bool:
    """Tell whether a short name stands anywhere, other than in a title that ends with it."""
    return f"《{name}》" in said or name in _TITLE.sub("", said)
