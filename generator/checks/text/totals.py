"""Totals that follow their parts: 一季度12件、二季度18件……，全年合计66件."""

import re
from collections.abc import Iterator, Sequence

from generator.checks.text.enumerations import Enumeration, compared
from generator.checks.text.quantities import Quantity
from generator.checks.text.sentences import Sentence
from generator.form.pattern import Pattern
from generator.form.wordings import Wordings

_TOTAL = Pattern(
    r"^共$|^(?:以上|上述|全年|[一二两三四五六七八]者|[一二两三四五六七八]个?(?:项|类|季度)|各项|各类|总|累计)*"
    r"(?:合计|共计|总计|总共|一共)(?:为|是|有|达|收到|受理|接收|办理|答复|办结|公开|发布|作出)*(?:政府信息公开)?(?:申请)?"
    r"(?:为|是|有|达)*$"
)
_APART = Pattern(r"[、，]?(?:以及|及|和|与)?(?:[一二两三四五六七八]个?[者类项])?")
_PERIODS = (
    tuple(rf"第?{sign}季度" for sign in "一二三四"),
    ("上半年", "下半年"),
)


def totals_after(sentences: Sequence[Sentence], wordings: Wordings) -> Iterator[Enumeration]:
    """Yield the numbers that are called a total, with what was counted right before them."""
    for sentence in sentences:
        for at, whole in enumerate(sentence.quantities):
            if at > 1 and _TOTAL.match(whole.before) and not whole.about:
                items = _items(sentence, at, wordings)
                if len(items) > 1:
                    yield Enumeration(
                        sentence,
                        whole,
                        sentence,
                        items,
                        sentence.text[items[0].start : whole.end],
                        guessed=False,
                        out_of=False,
                        open_ended=False,
                        next_predicates=frozenset(),
                    )


def _items(sentence: Sentence, at: int, wordings: Wordings) -> tuple[Quantity, ...]:
    """Return the numbers of one row of words before a total; a row of two kinds is none."""
    whole = sentence.quantities[at]
    row: list[Quantity] = []
    following = whole
    for item in reversed(sentence.quantities[:at]):
        between = sentence.text[item.end : following.start - len(following.before)]
        if item.unit != whole.unit or not _APART.fullmatch(between):
            break
        row.insert(0, item)
        following = item
    plain = all(item.before and not item.about and not compared(item, wordings) for item in row)
    return tuple(row) if plain else ()


def every_period(items: Sequence[Quantity]) -> bool:
    """Tell whether items are the four quarters or the two halves of the year."""
    return any(
        len(items) == len(periods)
        and all(re.search(period, item.before) for period, item in zip(periods, items, strict=True))
        for periods in _PERIODS
    )
