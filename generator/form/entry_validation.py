"""Entries that nobody could fill in, and days that no calendar has."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator

from generator.form.mistakes import Mistake, Steps, nearest
from generator.form.vocabulary import ORGAN, YEAR, Column, EntrySpec, Form

_LEAP_YEAR = 2024
_LONGEST_HINT, _LONGEST_LIST = 200, 250
"""What Excel keeps of a message, and of a list to choose from."""
_KIND_OF_ROLE = {"kind": "choice", "issued": "date"}
_KIND_OF_NAME = {ORGAN: "text", YEAR: "year"}


def mistakes_in_entries(form: Form) -> Iterator[Mistake]:
    """Find what is wrong with the entries, and with the days by which a report is published."""
    known = [spec.name for spec in form.entries]
    for name in (ORGAN, YEAR):
        if name not in known:
            yield Mistake(("entries",), f"基本信息里缺少“{name}”{nearest(name, known)}")
    roles: Counter[str] = Counter()
    for at, spec in enumerate(form.entries):
        roles[spec.role] += 1
        if spec.role and roles[spec.role] == 2:  # noqa: PLR2004 - the second of a role
            yield Mistake(("entries", at, "role"), f"不止一项的 role 是 {spec.role}")
        if len(spec.hint) > _LONGEST_HINT:
            yield Mistake(("entries", at, "hint"), f"hint 最多 {_LONGEST_HINT} 个字")
        yield from _kind(("entries", at), spec)
        yield from choice_mistakes(("entries", at), spec)
        yield from _guesses(("entries", at), spec)
        if spec.day and not _is_day(spec.day):
            yield Mistake(("entries", at, "day"), _no_day(spec.day))
    yield from _deadlines(form)


def _kind(steps: Steps, spec: EntrySpec) -> Iterator[Mistake]:
    due = _KIND_OF_NAME.get(spec.name) or _KIND_OF_ROLE.get(spec.role) or spec.kind
    if spec.kind != due:
        yield Mistake((*steps, "kind"), f"“{spec.name}”的 kind 应是 {due}")
    if spec.name in _KIND_OF_NAME and not spec.required:
        yield Mistake((*steps, "required"), f"“{spec.name}”必须填，不写 required = false")
    if spec.day and spec.kind != "date":
        yield Mistake((*steps, "day"), f"“{spec.name}”写了 day，kind 应是 date")


def choice_mistakes(steps: Steps, spec: EntrySpec | Column) -> Iterator[Mistake]:
    """Find choices that are missing, are there twice, or that Excel cannot list."""
    if spec.kind == "choice" and not spec.choices:
        yield Mistake(steps, f"“{spec.name}”的 kind 是 choice，要写 choices：可以选的各项")
    if spec.kind != "choice" and spec.choices:
        yield Mistake((*steps, "choices"), f"“{spec.name}”写了 choices，kind 应是 choice")
    for choice, count in Counter(spec.choices).items():
        if count > 1:
            yield Mistake((*steps, "choices"), f"choices 里写了 {count} 次“{choice}”")
        if not choice.strip() or {",", '"'} & set(choice):
            said = f"choices 里的“{choice}”不能是空的，不能有英文的逗号、引号"
            yield Mistake((*steps, "choices"), said)
    if len(",".join(spec.choices)) > _LONGEST_LIST:
        said = f"choices 的各项加起来超过 {_LONGEST_LIST} 个字，Excel 的下拉列表放不下"
        yield Mistake((*steps, "choices"), said)


def _guesses(steps: Steps, spec: EntrySpec) -> Iterator[Mistake]:
    for field, guesses in (("guesses", spec.guesses), ("likely", spec.likely)):
        for at, (_, choice) in enumerate(guesses):
            if choice not in spec.choices:
                said = f"choices 里没有“{choice}”{nearest(choice, spec.choices)}"
                yield Mistake((*steps, field, at), said)


def _deadlines(form: Form) -> Iterator[Mistake]:
    kinds = [choice for spec in form.entries if spec.role == "kind" for choice in spec.choices]
    for at, (kind, day) in enumerate(form.deadlines):
        if kinds and kind not in kinds:
            yield Mistake(("deadlines", at), f"没有“{kind}”这一类机关{nearest(kind, kinds)}")
        if not _is_day(day):
            yield Mistake(("deadlines", at), _no_day(day))


def _is_day(day: tuple[int, int]) -> bool:
    month, of_month = day
    return 1 <= month <= 12 and 1 <= of_month <= monthrange(_LEAP_YEAR, month)[1]  # noqa: PLR2004


def _no_day(day: tuple[int, int]) -> str:
    return f"没有{day[0]}月{day[1]}日这一天；先写月，再写日"
