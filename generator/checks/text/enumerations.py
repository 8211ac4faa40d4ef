"""Lists in sentences: a whole and its parts, 共答复5件，其中予以公开2件、部分公开3件."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import Sentence
from generator.form.disclosure.wordings import COMPARED, COUNTS

_MARK = re.compile(
    r"其中|分别(?:为|是)|包括|包含|(?<![包])含(?!义|量|有)|：|（|(?<=[件份宗起条封])中(?=，)"
)
_NESTED = re.compile(r"其中|包括|包含|(?<![包])含(?!义|量|有)|（")
_OPEN_ENDED = re.compile(r"等|余|多|左右|主要|重点|部分(?!公开)")
_MOST_PARTS = 200
_OF_THE_LAST_SENTENCE = 2  # characters before a mark that still stands at a sentence's beginning
_NEXT_PREDICATE = re.compile(
    r"^(?:同时|另|主动向|报送|驳回|撤回|撤销|合并|按|结转|予以|不予|部分公开|无法提供|此外|还|并|累计|全年|年内|本年|共|已|均|全部|按时|按期|及时|办结|答复|回复|办理|采纳|"
    r"满意|平均|收到|制作|开展|组织|举办|处理|整改|反馈|吸引|阅读|点击|浏览|关注|覆盖|惠及|涉及|"
    r"我局|我办|我委|我厅|全局|全市|全区|全县)"
)


@dataclass(frozen=True)
class Parts:
    """A whole with the parts that a sentence gives of it."""

    sentence: Sentence
    whole: Quantity
    whole_sentence: Sentence
    items: tuple[Quantity, ...]
    text: str
    """From the mark to the end of the list."""
    guessed: bool
    """Whether its whole is only the first number of the sentence before."""

    @property
    def open_ended(self) -> bool:
        """Whether it does not claim to be complete."""
        return bool(_OPEN_ENDED.search(self.text)) or any(item.about for item in self.items)

    @property
    def total(self) -> Decimal:
        """The sum of all parts."""
        return sum((item.value for item in self.items), Decimal(0))

    def totals(self) -> Iterator[Decimal]:
        """Yield the total of every legitimate reading.

        A list may end where the next predicate or, after a semicolon, another list begins.
        """
        for run in self._runs():
            values = [item.value for item in run]
            yield sum(values, Decimal(0))
            sums = list(accumulate(values))
            yield from (
                sums[index - 1]
                for index, item in enumerate(run)
                if index and _NEXT_PREDICATE.search(item.before)
            )

    def _runs(self) -> list[list[Quantity]]:
        runs = self.runs_of(self.items)
        if all(len(run) == 1 for run in runs):  # semicolons between the items of one list
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


def lists_of(sentences: Sequence[Sentence]) -> Iterator[Parts]:
    """Yield the lists of the narrative."""
    for index, sentence in enumerate(sentences):
        if len(sentence.quantities) > _MOST_PARTS:  # no prose
            continue
        before = sentences[index - 1] if index else None
        for mark in _MARK.finditer(sentence.text):
            found = _list(sentence, mark, before)
            if found:
                yield found


def same_kind(one: Quantity, other: Quantity, sentence: Sentence) -> bool:
    """Tell whether two numbers count in the same unit; of requests any unit of counting does."""
    if one.unit == other.unit:
        return True
    return sentence.about_requests and {one.unit, other.unit} <= COUNTS


def _list(sentence: Sentence, mark: re.Match[str], before: Sentence | None) -> Parts | None:
    whole, home = _whole(sentence, mark, before)
    if whole is None:
        return None
    inside = _depth(sentence.text, mark.end())
    end = _end(sentence.text, mark, inside)
    items = [
        quantity
        for quantity in sentence.quantities
        if mark.end() <= quantity.start < end
        and _depth(sentence.text, quantity.start) == inside
        and same_kind(quantity, whole, sentence)
        and not COMPARED.search(quantity.before)
    ]
    if len(items) < 2:  # noqa: PLR2004 - one part is no list
        return None
    text = sentence.text[mark.start() : end]
    guessed = home is not sentence and mark[0] == "："
    return Parts(sentence, whole, home, tuple(items), text, guessed)


def _whole(
    sentence: Sentence, mark: re.Match[str], before: Sentence | None
) -> tuple[Quantity | None, Sentence]:
    """Return the number that a list divides: right before its mark, or in the last sentence."""
    depth = _depth(sentence.text, mark.start())
    opened = sentence.text.rfind("（", 0, mark.start()) if depth else -1
    if opened == mark.start() - 1 >= 0:  # （其中…… divides the number before the bracket
        depth, opened = depth - 1, -1
    earlier = [
        quantity
        for quantity in _countable(sentence)
        if opened < quantity.end <= mark.start() and _depth(sentence.text, quantity.start) == depth
    ]
    if earlier:
        between = sentence.text[earlier[-1].end : mark.start()]
        apart = "；" in between or (mark[0] == "（" and between)
        part_itself = mark[0] == "：" and _MARK.search(sentence.text[: earlier[-1].start])
        return (None if apart or part_itself else earlier[-1]), sentence
    if before is None or before.line is not sentence.line or sentence.first:
        return None, sentence
    left = _countable(before)
    if mark[0] == "其中" and mark.start() <= _OF_THE_LAST_SENTENCE and left:
        alike = [item for item in left if item.unit == left[-1].unit]
        return (left[-1] if sentence.about_requests else max(alike, key=_value)), before
    if mark[0] == "：" and sentence.about_requests:
        return (left[0] if left else None), before
    return None, sentence


def _value(quantity: Quantity) -> Decimal:
    return quantity.value


def _countable(sentence: Sentence) -> list[Quantity]:
    return [
        item
        for item in sentence.quantities
        if item.unit != "%" and not COMPARED.search(item.before)
    ]


def _end(text: str, mark: re.Match[str], depth: int) -> int:
    """Return where a list ends: with its bracket, or where a list inside it begins."""
    for at in range(mark.end(), len(text)):
        if _depth(text, at) < depth:
            return at
        nested = _NESTED.match(text, at)
        if nested and nested[0] != "（" and _depth(text, at) == depth and at > mark.end() + 1:
            return at
    return len(text)


def _depth(text: str, at: int) -> int:
    return text.count("（", 0, at) - text.count("）", 0, at)
