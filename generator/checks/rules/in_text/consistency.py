"""文内一致: the text against itself."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.agreement import holds, only_a_branch
from generator.checks.rules.quoting import clip
from generator.checks.text.patterns import compiled
from generator.checks.text.qualifiers import COMPARED
from generator.checks.text.sentences import Sentence
from generator.checks.text.statements import Statement
from generator.form.chinese import number
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.form.wordings import RequestWordings, Subject
from generator.model.finding import Finding, notice, wrong

_LEAD = Pattern(r"^(?:[^，]*?(?:年度?|我局|我委|我办|我街道|全局|全市|全区|全县|全镇|本年|上年))+")
_WHOLE = Pattern(r"共|总|累计|全年")
_LONG_ENOUGH = 6


def requests_balance_in_text(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find four numbers of requests that do not balance, where a paragraph has all four."""
    requests = case.form.wordings.requests
    if requests is None:
        return
    paragraphs = {item.sentence.paragraph: item.sentence for item in case.statements}
    for sentence in paragraphs.values():
        stated = [
            item
            for item in case.stated_beside(sentence)
            if item.understood
            and not (item.qualified or item.column or item.of or only_a_branch(case, item))
        ]
        flows = [_first(stated, subjects) for subjects in _flows(requests)]
        first = [item for item in flows if item is not None]
        if len(first) < len(flows) or any(holds(case, item) is False for item in first):
            continue
        received, brought, answered, left = (item.quantity.value for item in first)
        new = first[0].subject is requests.newly_received  # what was brought comes on top of it
        if answered + left not in (received + brought, *(() if new else (received,))):
            last = max(first, key=lambda item: item.quantity.start)
            yield wrong(
                rule.id,
                last.sentence.place,
                f"正文自己对不上：收到 {number(received)}"
                f"＋{requests.brought_forward.name} {number(brought)}，"
                f"答复 {number(answered)}＋{requests.carried_forward.name} {number(left)}",
                "四个数应当相等，请核对",
                quote=clip(last.sentence.quote, around=number(last.quantity.value)),
                about="正文的收支",
                expected=received + brought,
                found=answered + left,
            )


def _flows(requests: RequestWordings) -> tuple[tuple[Subject, ...], ...]:
    """Return what was received, brought forward, answered and carried forward."""
    return (
        (requests.received, requests.newly_received),
        (requests.brought_forward,),
        (requests.answered,),
        (requests.carried_forward,),
    )


def _first(stated: Sequence[Statement], subjects: Sequence[Subject]) -> Statement | None:
    return next((item for item in stated if item.subject in subjects), None)


def one_value_each(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find figures that do not have one value throughout the text."""
    yield from _of_the_form(case, rule)
    yield from _of_the_text(case, rule)


def _of_the_form(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find figures that the tables do not settle, stated twice with two values."""
    seen: dict[str, Statement] = {}
    requests = case.form.wordings.requests
    across_years = {
        item.quantity.value
        for item in case.statements
        if requests and item.subject in (requests.brought_forward, requests.carried_forward)
    }
    for statement in case.statements:
        part = statement.qualified or statement.enumerated or statement.column or statement.of
        if part or not statement.understood or holds(case, statement) is not None:
            continue
        before = seen.setdefault(statement.subject.name, statement)
        values = {before.quantity.value, statement.quantity.value}
        if before.sentence is statement.sentence:
            continue
        if len(values) > 1 and max(values) - min(values) not in across_years:
            yield _two_values(rule, statement.subject.name, before, statement)


def _of_the_text(case: Case, rule: Rule) -> Iterator[Finding]:
    """Find the same words with two numbers in different paragraphs."""
    seen: dict[tuple[str, str], tuple[Sentence, Decimal]] = {}
    channels = compiled(case.form.wordings.channels)
    for sentence in case.sentences:
        for quantity in sentence.quantities:
            words = _LEAD.sub("", quantity.before)
            if case.subject(quantity) or channels.search(sentence.text[: quantity.start]):
                continue
            bare = _WHOLE.sub("", words).lstrip("，")
            if len(bare) < _LONG_ENOUGH or COMPARED.search(quantity.before) or quantity.about:
                continue
            known = seen.setdefault((bare, quantity.unit), (sentence, quantity.value))
            if known[1] != quantity.value and known[0].line is not sentence.line:
                yield notice(
                    rule.id,
                    sentence.place,
                    f"“{bare}”这里写 {number(quantity.value)} {quantity.unit}，"
                    f"前面写的是 {number(known[1])} {quantity.unit}",
                    "请核对是不是同一个数；口径不同的，请写明",
                    quote=clip(sentence.quote, around=number(quantity.value)),
                    about=bare,
                )


def _two_values(rule: Rule, name: str, before: Statement, after: Statement) -> Finding:
    return notice(
        rule.id,
        after.sentence.place,
        f"{name}这里写 {number(after.quantity.value)}，前面写的是 {number(before.quantity.value)}",
        "请核对是不是同一个数；口径不同的，请写明",
        quote=clip(after.sentence.quote, around=number(after.quantity.value)),
        about=name,
    )
