"""百分比: percentages, worked out again."""

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
from generator.form.pattern import Pattern
from generator.form.rules import Rule
from generator.form.wordings import RequestWordings
from generator.model.finding import Finding, notice

_SHARE = Pattern(
    r"占(?:比|全部|总数|总量|[^，。；]{0,14}?的?)?(?:约|为|达到?)?$|比例(?:约|为|达到?)?$|占比(?:约|为|达到?)?$"
)
_IN_BRACKETS = Pattern(r"（(?:约|占|占比|占总数的?)?(?:约|为)?")
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
    *before, last = earlier
    wholes = [*_named_wholes(case, rate), *_wholes(case, sentence, before, last)]
    return [
        (last.value, whole)
        for whole in wholes or _wholes_of_other_shares(case, sentence)
        if whole >= last.value > 0
    ]


def _wholes_of_other_shares(case: Case, sentence: Sentence) -> list[Decimal]:
    """Return the totals of the tables of which other numbers of a sentence are rightly a share."""
    if not sentence.about_requests:
        return []
    pairs = zip(sentence.quantities, sentence.quantities[1:], strict=False)
    exact = [(one, rate) for one, rate in pairs if rate.unit == "%" and rate.digits]
    return [
        whole
        for whole in _totals(case)
        if any(
            one.unit != "%" and rounds_to(_percent((one.value, whole)), rate) for one, rate in exact
        )
    ]


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
    if earlier and case.subject(earlier[-1]) is None:  # 来信127封，办结率98.4%
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
