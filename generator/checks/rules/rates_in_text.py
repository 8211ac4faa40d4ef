"""百分比: percentages, worked out again."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.checks.text.naming import percentage_subject
from generator.checks.text.patterns import compiled, first_named
from generator.checks.text.quantities import Quantity, rounds_to
from generator.checks.text.sentences import Sentence
from generator.checks.text.surroundings import surroundings_of
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.form.wordings import RequestWordings
from generator.model.finding import Finding, notice

_SHARE = re.compile(
    r"占(?:比|全部|总数|总量|[^，。；]{0,14}?的?)?(?:约|为|达到?)?$|比例(?:约|为|达到?)?$|占比(?:约|为|达到?)?$"
)
_IN_BRACKETS = re.compile(r"（(?:约|占|占比|占总数的?)?(?:约|为)?")
_TOGETHER = re.compile("合计|合占|共占|两者|二者|两项|三项|总计")
_ALL_OF = "占(?:全年|全部|本年度?|所有)*(?:%s)的?(?:约|为)?$"
_HUNDRED = 100

Ratio = tuple[Decimal, Decimal]
"""A part and its whole."""


def shares(case: Case, rule: Rule) -> Iterator[Finding]:
    """Work percentages out again, to half of the last digit."""
    for sentence in case.sentences:
        for quantity in sentence.quantities:
            if quantity.unit != "%" or quantity.about:
                continue
            ratios = list(dict.fromkeys(_ratios(case, sentence, quantity)))
            if ratios and not any(rounds_to(_percent(ratio), quantity) for ratio in ratios):
                yield notice(
                    rule.id,
                    sentence.place,
                    f"写的是 {number(quantity.value)}%，{_worked_out(ratios, quantity)}",
                    "请重新计算，或核对有关的数",
                    quote=clip(sentence.quote, around=f"{quantity.value}%"),
                    about=f"{quantity.before}{number(quantity.value)}%",
                )


def _worked_out(ratios: Sequence[Ratio], printed: Quantity) -> str:
    """Say what comes out: of several possible ways the one that comes nearest."""
    nearest = min(ratios, key=lambda ratio: abs(_percent(ratio) - printed.value))
    part, whole = nearest
    digits = max(printed.digits, 1)
    shown = number(round(_percent(nearest), digits))
    several = "最接近的一种算法是 " if len(ratios) > 1 else "算出来是 "
    return f"{several}{number(part)}÷{number(whole)}＝{shown}%"


def _percent(ratio: Ratio) -> Decimal:
    part, whole = ratio
    return _HUNDRED * part / whole


def _ratios(case: Case, sentence: Sentence, rate: Quantity) -> list[Ratio]:
    """Return what a percentage may be; nothing where that cannot be told."""
    wordings = case.form.wordings
    earlier = [item for item in sentence.quantities if item.end <= rate.start and item.unit != "%"]
    if wordings.requests and _is_rate(rate, wordings.requests):
        return _of_those_dealt_with(case, sentence, rate, earlier, wordings.requests)
    bracketed = bool(earlier) and _IN_BRACKETS.fullmatch(
        sentence.text[earlier[-1].end : rate.start]
    )
    if not bracketed and not _SHARE.search(rate.before):
        return []
    subject = None if bracketed else percentage_subject(sentence, rate, wordings)
    if subject is not None:
        return [
            (part, whole)
            for names in subject.interpretations
            for whole in _totals(case)
            if (part := case.total(names)) is not None
        ]
    if not earlier or sentence.text[earlier[-1].end : rate.start].count("，") > 1:
        return []
    if _TOGETHER.search(rate.before):
        return _of_several(case, earlier)
    *before, last = earlier
    volume = _of_the_volume(rate, wordings.requests)
    wholes = _totals(case) if volume else _wholes(case, sentence, before, last)
    wholes = [*_named_wholes(case, rate), *wholes]
    return [(last.value, whole) for whole in wholes if whole >= last.value > 0]


def _of_several(case: Case, earlier: Sequence[Quantity]) -> list[Ratio]:
    """Return what the last numbers before a percentage may be together: 合计占47.5%."""
    values = [item.value for item in earlier]
    return [
        (sum(values[-count:], Decimal(0)), whole)
        for count in range(2, len(values) + 1)
        for whole in (*values[:-count], *_totals(case))
        if whole
    ]


def _of_the_volume(rate: Quantity, requests: RequestWordings | None) -> bool:
    """Tell whether a percentage is of all requests by its own words: 占申请总量的43.1%."""
    volume = requests.volume if requests else ""
    return bool(volume) and bool(compiled(_ALL_OF % volume).search(rate.before))


def _named_wholes(case: Case, rate: Quantity) -> list[Decimal]:
    """Return the totals that the words of a share name as its whole: 占新收总数的81.4%."""
    requests = case.form.wordings.requests
    words = rate.before.rpartition("占")[2].removesuffix("的")
    if requests is None or "占" not in rate.before:
        return []
    flows = [requests.newly_received, requests.answered]
    named = first_named(flows, words)
    totals = [case.total(names) for names in named.interpretations] if named else []
    return [whole for whole in totals if whole]


def _wholes(
    case: Case, sentence: Sentence, before: Sequence[Quantity], part: Quantity
) -> list[Decimal]:
    """Return what a number may be a share of: its whole, an earlier number, their sum."""
    shared = _with_shares(sentence, part.unit)
    wholes = [item.value for item in before if item.unit == part.unit and item not in shared]
    division = case.division(part)
    certain = [division.whole.value] if division and not division.guessed else []
    subject = case.subject(part)
    if subject is not None and subject.dimension in ("result", "applicant"):
        certain += _totals(case)
    if len(shared) > 1:
        if abs(_shares_in(sentence) - _HUNDRED) <= 1:
            wholes.append(sum((item.value for item in shared), Decimal(0)))
        elif not certain:  # some part is not given as such
            return []
    return [*certain, *wholes]


def _of_those_dealt_with(
    case: Case,
    sentence: Sentence,
    rate: Quantity,
    earlier: Sequence[Quantity],
    requests: RequestWordings,
) -> list[Ratio]:
    """Return what a rate of requests dealt with may be: of two numbers beside it, or of all."""
    if compiled(case.form.wordings.uncounted).search(sentence.text):
        return []
    counts = [item for item in earlier if item.unit == (earlier[-1].unit if earlier else "")]
    two = len(counts) == 2 and "其中" not in sentence.text  # noqa: PLR2004 - part and whole
    of_it = two and compiled(requests.dealt_with).search(counts[1].before)
    pairs = _pairs(counts) if of_it else []
    if not _of_all_requests(case, sentence, rate, requests):
        return pairs
    answered = case.total(requests.answered.interpretations[0])
    if answered is None or rate.value == _HUNDRED:  # 100% may be of those that were due
        return pairs
    received = [case.total(names) for names in requests.received.interpretations]
    return [*pairs, *((answered, whole) for whole in received if whole)]


def _of_all_requests(
    case: Case, sentence: Sentence, rate: Quantity, requests: RequestWordings
) -> bool:
    """Tell whether a rate is of all requests: its words say nothing else."""
    found = compiled(requests.rate_of_all).search(rate.before)
    if not found or not sentence.about_requests:
        return False
    words = rate.before[: found.start()]
    if compiled(case.form.wordings.channels).search(words):
        return False
    scope = case.reader.scope(words)
    around = surroundings_of(sentence, rate.start, case.reader)
    narrowed = scope.part or scope.beyond or around.time or around.organ or around.head
    return not (scope.unknown or narrowed)


def _is_rate(rate: Quantity, requests: RequestWordings) -> bool:
    """Tell whether a percentage is of the requests that were dealt with, of all of them."""
    return bool(
        compiled(requests.rate).search(rate.before)
        and not compiled(requests.rate_of_others).search(rate.before)
    )


def _totals(case: Case) -> list[Decimal]:
    """Return the totals of the tables that a share of requests may be a share of."""
    requests = case.form.wordings.requests
    wholes = requests.wholes if requests else ()
    return [whole for names in wholes if (whole := case.total(names))]


def _shares_in(sentence: Sentence) -> Decimal:
    """Return the sum of all percentages of a sentence: 100 where they are shares of one whole."""
    return sum((item.value for item in sentence.quantities if item.unit == "%"), Decimal(0))


def _with_shares(sentence: Sentence, unit: str) -> list[Quantity]:
    """Return the numbers after which their own share stands: 25件，占比86%，4件，占比14%."""
    pairs = zip(sentence.quantities, sentence.quantities[1:], strict=False)
    return [one for one, other in pairs if other.unit == "%" and one.unit == unit]


def _pairs(counts: Sequence[Quantity]) -> list[Ratio]:
    one, other = (item.value for item in counts)
    return [(one, other), (other, one)] if one and other else []
