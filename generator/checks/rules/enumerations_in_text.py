"""Lists in the text: parts against their whole, counted names, kinds that the table has not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.checks.text.enumerations import Parts
from generator.checks.text.quantities import Quantity
from generator.checks.text.statements import Statement
from generator.form.chinese import number
from generator.form.disclosure.wordings import (
    ANSWERED,
    CARRIED_OUT,
    CHANNEL,
    ENTITIES,
    NATURAL_PERSONS,
    PROCESSED,
    RESULTS,
    WITHDRAWN,
    Subject,
)
from generator.form.rules import Rule
from generator.model.finding import Finding, notice, wrong

_TAIL = 30  # characters of the sentence before
_A_LIST = 2  # parts
_BARE_NUMBER = re.compile(
    r"(?<![\d.])\d+(?=[，、；。\u4e00-\u9fff])(?![件条份封宗起例次个项年月日])"
)
_ENDED = re.compile("[。；！）]$")


def parts_and_wholes(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find parts of a list that do not sum to their whole; above it they are wrong."""
    if case.report.figures and not case.begun:  # what the text cites is still to be filled in
        return
    told: set[str] = set()
    for parts in case.lists:
        if parts.sentence.quote in told:
            continue
        if _is_of_requests(case, parts):
            found = _of_requests(case, rule, parts)
        else:
            found = _of_anything(case, rule, parts)
        if found:
            told.add(parts.sentence.quote)
            yield found


def kinds_without_a_row(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find a kind of result that the table does not have, while it counts that case elsewhere."""
    for parts in case.lists:
        subjects = _subjects(case, parts.items)
        named = [item for item in subjects.values() if item and item.dimension == "result"]
        if len(named) < _A_LIST or parts.open_ended:
            continue
        unnamed = [item for item, subject in subjects.items() if subject is None]
        strange = [item for item in unnamed if item.value and _label(item) and _no_row(case, item)]
        silent = _rows_not_mentioned(case, list(subjects.values()))
        if strange and silent and sum(item.value for item in strange) == sum(silent.values()):
            shown = "、".join(
                f"“{item.before or item.after}”{item.value}{item.unit}" for item in strange
            )
            counted = "、".join(f"“{name}”{number(value)} 件" for name, value in silent.items())
            yield notice(
                rule.id,
                parts.sentence.place,
                f"表三没有{shown}这种情形；表三里正文没有提到的是{counted}",
                "请照表三的情形来写，或核对这件算在表三哪一行",
                quote=clip(parts.sentence.quote, around=strange[0].before),
                about=shown,
            )


def _is_of_requests(case: Case, parts: Parts) -> bool:
    kinds = [subject for subject in _subjects(case, parts.items).values() if subject]
    return parts.sentence.about_requests and len(kinds) >= _A_LIST


def _of_requests(case: Case, rule: Rule, parts: Parts) -> Finding | None:
    """Compare a list of results, or of applicants, with what was answered or received."""
    subjects = _subjects(case, parts.items)
    for dimension in ("result", "applicant"):
        items = _series(subjects, dimension)
        named = [
            item for item in items if (subject := subjects[item]) and subject.dimension == dimension
        ]
        if len(named) < _A_LIST:
            continue
        total = sum((item.value for item in items), Decimal(0))
        carried = any(subjects[item] is CARRIED_OUT for item in items)
        wholes = _wholes(case, parts, carried=carried)
        if any(_total(run) in wholes for run in parts.runs_of(items)):
            continue
        left = sum((item.value for item in items if subjects[item] is CARRIED_OUT), Decimal(0))
        if {total, total - left} & set(wholes):
            continue
        if total - left > max(wholes):
            own = [item for item in items if subjects[item] is not CARRIED_OUT]
            return _above(rule, parts, own, total - left)
        if _complete(parts, dimension, named, subjects):
            return _below(rule, parts, items, total)
    return None


def _series(subjects: Mapping[Quantity, Subject | None], dimension: str) -> list[Quantity]:
    """Return the items of one dimension, with those without a name of the form between them."""
    items: list[Quantity] = []
    started = False
    for item, subject in subjects.items():
        if _belongs(subject, dimension) and (subject or not CHANNEL.search(item.before)):
            items.append(item)
            started = started or bool(subject and subject.dimension == dimension)
        elif not started:
            items = []  # what came before was of another dimension
    return items


def _complete(
    parts: Parts,
    dimension: str,
    named: Sequence[Quantity],
    subjects: Mapping[Quantity, Subject | None],
) -> bool:
    """Tell whether a list claims to name everything."""
    understood = all(subjects.values()) and not _BARE_NUMBER.search(parts.text)
    if parts.open_ended or not understood or not _ENDED.search(parts.sentence.text):
        return False
    if dimension == "result":
        return True
    return {NATURAL_PERSONS, ENTITIES} <= {subjects[item] for item in named}


def _belongs(subject: Subject | None, dimension: str) -> bool:
    kind = subject.dimension if subject else ""
    if dimension == "applicant":
        return kind == "applicant"
    return kind == "result" or subject in (CARRIED_OUT, None)


def _wholes(case: Case, parts: Parts, *, carried: bool = False) -> list[Decimal]:
    """Return what a list of requests may divide, as far as the text says."""
    around = {id(parts.sentence): parts.sentence, id(parts.whole_sentence): parts.whole_sentence}
    beside = (
        case.stated_beside(parts.sentence)
        if parts.guessed
        else [found for sentence in around.values() for found in case.stated_in(sentence)]
    )
    items = {id(item) for item in parts.items}
    stated = [statement for statement in beside if id(statement.quantity) not in items]
    whole = _subjects(case, [parts.whole])[parts.whole]
    if whole is not None and whole.dimension == "applicant" and not parts.guessed:
        return [parts.whole.value]
    received = _values(stated, "X01")
    brought, left = _values(stated, "X02") or [Decimal(0)], _values(stated, "X04")
    answered = [item.quantity.value for item in stated if item.subject in (ANSWERED, PROCESSED)]
    if answered:
        return [value + (left[0] if carried and left else 0) for value in answered]
    if parts.guessed:
        in_the_table = [case.total((name,)) for name in ("办理结果总计", "本年新收")]
        received = [*received, *(value for value in in_the_table if value is not None)]
    wholes = [parts.whole.value, *received, *(value + brought[0] for value in received)]
    if left and not carried:
        wholes += [value - left[0] for value in wholes]
    return wholes


def _values(stated: Sequence[Statement], rule: str) -> list[Decimal]:
    return [item.quantity.value for item in stated if item.subject.rule == rule]


def _of_anything(case: Case, rule: Rule, parts: Parts) -> Finding | None:
    """Compare any other list with its whole: only what is above it is wrong for certain."""
    whole, elsewhere = parts.whole, parts.whole_sentence is not parts.sentence
    if whole.about or all(item.value > whole.value for item in parts.items):
        return None
    if elsewhere and any(item.value > whole.value for item in parts.items):
        return None  # whatever it divides, it is not that number
    subject = _subjects(case, [whole])[whole]
    if subject is not None and subject.dimension == "flow":
        subjects = _subjects(case, parts.items)
        items = [item for item, of in subjects.items() if not of or of.dimension != "review"]
        total = _total(items)
        return _above(rule, parts, items, total) if total > max(_wholes(case, parts)) else None
    if all(total > whole.value for total in parts.totals()):
        return _above(rule, parts, parts.items, parts.total)
    return None


def _total(items: Sequence[Quantity]) -> Decimal:
    return sum((item.value for item in items), Decimal(0))


def _above(rule: Rule, parts: Parts, items: Sequence[Quantity], total: Decimal) -> Finding:
    whole = parts.whole
    return wrong(
        rule.id,
        parts.sentence.place,
        f"列举的各项相加是 {number(total)}（{_sum(items)}），"
        f"比总数 {number(whole.value)} {whole.unit}多 {number(total - whole.value)}",
        "请核对总数和各项，改正写错的数",
        quote=_both(parts),
        about="列举与总数",
        expected=whole.value,
        found=total,
    )


def _below(rule: Rule, parts: Parts, items: Sequence[Quantity], total: Decimal) -> Finding:
    whole = parts.whole
    return notice(
        rule.id,
        parts.sentence.place,
        f"列举的各项相加是 {number(total)}（{_sum(items)}），"
        f"与总数 {number(whole.value)} {whole.unit}不相等",
        "请核对总数和各项；没有列全的，请写明“等”",
        quote=_both(parts),
        about="列举与总数",
        expected=whole.value,
        found=total,
    )


def _sum(items: Sequence[Quantity]) -> str:
    return "＋".join(number(item.value) for item in items)


def _both(parts: Parts) -> str:
    """Quote a list with its whole, which may stand in the sentence before."""
    if parts.whole_sentence is parts.sentence:
        return clip(parts.sentence.quote, around=parts.text[:6])
    before = parts.whole_sentence.quote
    return ("…" if len(before) > _TAIL else "") + before[-_TAIL:] + clip(parts.sentence.quote)


def _subjects(case: Case, items: Sequence[Quantity]) -> dict[Quantity, Subject | None]:
    """Return what each number is about; withdrawn requests are among 其他处理."""
    known = case.subjects
    other = next(subject for subject in RESULTS if subject.name == "其他处理")
    return {
        item: known.get(id(item))
        or (other if WITHDRAWN.search(item.before or item.after) else None)
        for item in items
    }


def _label(item: Quantity) -> str:
    """Return the words that name a kind, before its number or after it."""
    return item.before.strip("其中有共为的计含、，") or item.after.strip("为的系属、，")


def _no_row(case: Case, item: Quantity) -> bool:
    """Tell whether a kind has no words in common with any row of the table."""
    words = _label(item)
    labels = "".join("".join(figure.row.label) for figure in case.form.figures.values())
    pairs = {words[at : at + 3] for at in range(len(words) - 2)}
    return bool(words) and not any(pair in labels for pair in pairs)


def _rows_not_mentioned(case: Case, subjects: Sequence[Subject | None]) -> dict[str, Decimal]:
    """Return the results that the table counts and the sentence does not name."""
    named = {
        figure
        for subject in subjects
        for reading in (subject.readings if subject else ())
        for name in reading
        for figure in case.figures_of(name)
    }
    rows = case.form.totals.get("办理结果总计", ())
    return {
        name: value for name in rows if name not in named and (value := case.report.number(name))
    }
