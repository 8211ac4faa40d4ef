"""Enumerations in sentences: a whole and its items, 共开展培训5场，其中线上2场、线下3场."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from generator.checks.text.patterns import compiled
from generator.checks.text.qualifiers import COMPARED
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import Sentence
from generator.form.pattern import Pattern
from generator.form.wordings import Wordings

_SIGN = Pattern(
    r"其中|分别(?:为|是)|包括|包含|(?<![包])含(?!义|量|有)|：|（|(?<=[件份宗起条封])[^，。；：（）\d]{0,12}[中里](?=[，：])"
)
_NESTED = Pattern(r"其中|包括|包含|(?<![包])含(?!义|量|有)|（")
_OPEN_ENDED = Pattern(r"等|余|多|左右|主要|重点|部分")
_MOST_ITEMS = 200
_OF_THE_LAST_SENTENCE = 2  # characters before a sign that still stands at a sentence's beginning
_NEXT_PREDICATE = Pattern(
    r"^(?:同时|另|主动向|报送|合并|按|此外|还|并|累计|全年|年内|本年|共|已|均|全部|按时|按期|及时|办结|答复|回复|办理|采纳|"
    r"满意|平均|收到|作出|做出|下达|制作|开展|组织|举办|处理|整改|反馈|吸引|阅读|点击|浏览|关注|覆盖|惠及|涉及|"
    r"我局|我办|我委|我厅|全局|全市|全区|全县)"
)


@dataclass(frozen=True, eq=False)
class Enumeration:
    """A whole with the items into which a sentence divides it; equal only to itself."""

    sentence: Sentence
    whole: Quantity
    whole_sentence: Sentence
    items: tuple[Quantity, ...]
    text: str
    """From the sign to the end of the enumeration."""
    guessed: bool
    """Whether its whole is only the first number of the sentence before."""
    out_of: bool
    """Whether its items are only said to be among its whole: 14件申请中，公开5件."""
    open_ended: bool
    """Whether it does not claim to be complete."""
    next_predicates: frozenset[Quantity]
    """The items with which another predicate begins, so that it may end before them."""

    @property
    def total(self) -> Decimal:
        """The sum of all items."""
        return sum((item.value for item in self.items), Decimal(0))

    def totals(self) -> Iterator[Decimal]:
        """Yield every legitimate total.

        It may end where the next predicate or, after a semicolon, another enumeration begins, and
        at a comma where it is complete: 公开30条，其中动态20条、文件10条，解读2条.
        """
        for run in self._runs():
            values = [item.value for item in run]
            yield sum(values, Decimal(0))
            sums = list(accumulate(values))
            yield from (
                sums[index - 1]
                for index, item in enumerate(run)
                if index and (item in self.next_predicates or self._ended(run[:index], item))
            )

    def _ended(self, items: Sequence[Quantity], following: Quantity) -> bool:
        """Tell whether some items are the whole, and what follows stands after a comma."""
        between = self.sentence.text[items[-1].end : following.start]
        whole = sum((item.value for item in items), Decimal(0)) == self.whole.value
        return whole and len(items) > 1 and "，" in between

    def _runs(self) -> list[list[Quantity]]:
        runs = self.runs_of(self.items)
        if all(len(run) == 1 for run in runs):  # semicolons between the items of one enumeration
            return [list(self.items)]
        return runs if len(runs) == 1 else [list(self.items), *runs]

    def runs_of(self, items: Sequence[Quantity]) -> list[list[Quantity]]:
        """Divide items at the semicolons between them."""
        runs: list[list[Quantity]] = [[]]
        for item in items:
            between = self.sentence.text[runs[-1][-1].end : item.start] if runs[-1] else ""
            if "；" in between:
                runs.append([])
            runs[-1].append(item)
        return runs


def enumerations_of(sentences: Sequence[Sentence], wordings: Wordings) -> Iterator[Enumeration]:
    """Yield the enumerations of the narrative: one item alone is none."""
    for division in divisions_of(sentences, wordings):
        if len(division.items) > 1:
            yield division


def divisions_of(sentences: Sequence[Sentence], wordings: Wordings) -> Iterator[Enumeration]:
    """Yield every whole with the items that are said to be in it, be it only one."""
    for index, sentence in enumerate(sentences):
        if len(sentence.quantities) > _MOST_ITEMS:  # no prose
            continue
        before = sentences[index - 1] if index else None
        for sign in _SIGN.finditer(sentence.text):
            found = _enumeration(sentence, sign, before, wordings)
            if found:
                yield found


def _enumeration(
    sentence: Sentence, sign: re.Match[str], before: Sentence | None, wordings: Wordings
) -> Enumeration | None:
    whole, home = _whole(sentence, sign, before, wordings)
    if whole is None:
        return None
    inside = _depth(sentence.text, sign.end())
    end = _end(sentence.text, sign, inside)
    items = tuple(
        quantity
        for quantity in sentence.quantities
        if sign.end() <= quantity.start < end
        and _depth(sentence.text, quantity.start) == inside
        and _same_kind(quantity, whole, sentence, wordings)
        and not compared(quantity, wordings)
    )
    if not items:
        return None
    text = sentence.text[sign.start() : end]
    return Enumeration(
        sentence,
        whole,
        home,
        items,
        text,
        guessed=home is not sentence and sign[0] == "：",
        out_of=sign[0] != "其中" and sign[0][-1] in "中里",
        open_ended=_open_ended(text, items, wordings),
        next_predicates=frozenset(item for item in items if _predicate(item.before, wordings)),
    )


def _same_kind(one: Quantity, other: Quantity, sentence: Sentence, wordings: Wordings) -> bool:
    """Tell whether two numbers count in the same unit; of requests any unit of counting does."""
    if one.unit == other.unit:
        return True
    return sentence.about_requests and {one.unit, other.unit} <= set(wordings.units)


def _open_ended(text: str, items: Sequence[Quantity], wordings: Wordings) -> bool:
    """Tell whether an enumeration says that it does not name everything."""
    said = compiled(wordings.not_open_ended).sub("，", text)
    return bool(_OPEN_ENDED.search(said)) or any(item.about for item in items)


def _predicate(words: str, wordings: Wordings) -> bool:
    """Tell whether words begin another predicate."""
    return bool(_NEXT_PREDICATE.search(words) or compiled(wordings.predicates).search(words))


def compared(quantity: Quantity, wordings: Wordings) -> bool:
    """Tell whether a number is one of a comparison; that brought from last year is none."""
    requests = wordings.requests
    carried = compiled(requests.brought_forward.pattern if requests else "")
    return bool(COMPARED.search(carried.sub("", quantity.before)))


def _whole(
    sentence: Sentence, sign: re.Match[str], before: Sentence | None, wordings: Wordings
) -> tuple[Quantity | None, Sentence]:
    """Return the number that is divided: right before the sign, or in the last sentence."""
    depth = _depth(sentence.text, sign.start())
    opened = sentence.text.rfind("（", 0, sign.start()) if depth else -1
    if opened == sign.start() - 1 >= 0:  # （其中…… divides the number before the bracket
        depth, opened = depth - 1, -1
    earlier = [
        quantity
        for quantity in _countable(sentence, wordings)
        if opened < quantity.end <= sign.start() and _depth(sentence.text, quantity.start) == depth
    ]
    if earlier:
        between = sentence.text[earlier[-1].end : sign.start()]
        apart = "；" in between or (sign[0] == "（" and between)
        item_itself = sign[0] == "：" and _SIGN.search(sentence.text[: earlier[-1].start])
        return (None if apart or item_itself else earlier[-1]), sentence
    if before is None or before.line is not sentence.line or sentence.first:
        return None, sentence
    left = [one for one in _countable(before, wordings) if not _depth(before.text, one.start)]
    if sign[0] == "其中" and sign.start() <= _OF_THE_LAST_SENTENCE and left:
        alike = [item for item in left if item.unit == left[-1].unit]
        return (left[-1] if sentence.about_requests else max(alike, key=_value)), before
    if sign[0] == "：" and sentence.about_requests:
        return (left[0] if left else None), before
    return None, sentence


def _value(quantity: Quantity) -> Decimal:
    return quantity.value


def _countable(sentence: Sentence, wordings: Wordings) -> list[Quantity]:
    return [
        item for item in sentence.quantities if item.unit != "%" and not compared(item, wordings)
    ]


def _end(text: str, sign: re.Match[str], depth: int) -> int:
    """Return where an enumeration ends: with its bracket, or where one inside it begins."""
    for at in range(sign.end(), len(text)):
        if _depth(text, at) < depth:
            return at
        nested = _NESTED.match(text, at)
        if nested and nested[0] != "（" and _depth(text, at) == depth and at > sign.end() + 1:
            return at
    return len(text)


def _depth(text: str, at: int) -> int:
    return text.count("（", 0, at) - text.count("）", 0, at)
