"""百分比: percentages, worked out again."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.case import Case
from generator.checks.rules.quoting import clip
from generator.checks.text.naming import percentage_subject
from generator.checks.text.patterns import compiled
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import Sentence
from generator.form.chinese import number
from generator.form.rules import Rule
from generator.form.wordings import RequestWordings, Subject
from generator.model.finding import Finding, notice

_SHARE = re.compile(
    r"占(?:比|全部|总数|总量|[^，。；]{0,14}?的?)?(?:约|为|达到?)?$|比例(?:约|为|达到?)?$|占比(?:约|为|达到?)?$"
)
_HUNDRED = 100


def shares(case: Case, rule: Rule) -> Iterator[Finding]:
    """Work percentages out again, to half of the last digit."""
    for sentence in case.sentences:
        for quantity in sentence.quantities:
            if quantity.unit != "%" or quantity.about:
                continue
            ratios = _ratios(case, sentence, quantity)
            if ratios and not any(rounds_to(ratio, quantity) for ratio in ratios):
                nearest = min(ratios, key=lambda ratio: abs(ratio - quantity.value))
                shown = number(nearest.quantize(Decimal(1).scaleb(-max(quantity.digits, 1))))
                yield notice(
                    rule.id,
                    sentence.place,
                    f"写的是 {number(quantity.value)}%，算出来最接近的是 {shown}%",
                    "请重新计算，或核对有关的数",
                    quote=clip(sentence.quote, around=f"{quantity.value}%"),
                    about=f"{quantity.before}{number(quantity.value)}%",
                )


def _ratios(case: Case, sentence: Sentence, rate: Quantity) -> list[Decimal]:
    """Return what a percentage may be, as percentages; nothing where that cannot be told."""
    wordings = case.form.wordings
    earlier = [item for item in sentence.quantities if item.end <= rate.start and item.unit != "%"]
    if wordings.requests and _is_rate(rate, wordings.requests):
        counts = [item for item in earlier if item.unit == (earlier[-1].unit if earlier else "")]
        two = len(counts) == 2 and "其中" not in sentence.text  # noqa: PLR2004 - part and whole
        of_it = two and compiled(wordings.requests.dealt_with).search(counts[1].before)
        uncounted = compiled(wordings.uncounted).search(sentence.text)
        return _pairs(counts) if of_it and not uncounted else []
    if not _SHARE.search(rate.before):
        return []
    subject = percentage_subject(sentence, rate, wordings)
    if subject is not None:
        return [
            _HUNDRED * part / whole
            for names in subject.interpretations
            for whole in _totals(case)
            if (part := case.total(names)) is not None
        ]
    if not earlier or sentence.text[earlier[-1].end : rate.start].count("，") > 1:
        return []
    *before, last = earlier
    shared = _with_shares(sentence, last.unit)
    wholes = [item.value for item in before if item.unit == last.unit and item not in shared]
    if len(shared) > 1:
        if abs(_shares_in(sentence) - _HUNDRED) > 1:  # some part is not given as such
            return []
        wholes.append(sum((item.value for item in shared), Decimal(0)))
    if _is_result(case.subject(last)):
        wholes += _totals(case)
    return [_HUNDRED * last.value / whole for whole in wholes if whole >= last.value > 0]


def _is_rate(rate: Quantity, requests: RequestWordings) -> bool:
    """Tell whether a percentage is of the requests that were dealt with, of all of them."""
    return bool(
        compiled(requests.rate).search(rate.before)
        and not compiled(requests.rate_of_others).search(rate.before)
    )


def _is_result(subject: Subject | None) -> bool:
    return subject is not None and subject.dimension == "result"


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


def _pairs(counts: Sequence[Quantity]) -> list[Decimal]:
    one, other = (item.value for item in counts)
    return [_HUNDRED * one / other, _HUNDRED * other / one] if one and other else []


def rounds_to(value: Decimal, printed: Quantity) -> bool:
    """Tell whether a value is what is printed, to half of the last digit."""
    return abs(value - printed.value) <= Decimal(1).scaleb(-printed.digits) / 2
