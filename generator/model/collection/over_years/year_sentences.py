"""The sentences in which a report compares this year with the last, each from its figures."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.form.chinese import number
from generator.form.wordings import Stated
from generator.model.collection.over_years.changes import compared_in_words
from generator.model.collection.over_years.trends import Trend, Trends, headings

NOT_WHOLE = "{year}年的合计不全，不能写"
LAST_NOT_WHOLE = "{year}年的合计不全，没有写比上年的话"
NO_LAST_YEAR = "没有{year}年的，没有写比上年的话"
BLANK = "{year}年是空白，没有可写的"
LAST_BLANK = "{year}年是空白，没有写比上年的话"


class Sentence(NamedTuple):
    """What a report may say of a figure."""

    stated: Stated
    trend: Trend
    heading: str
    """Of the section that has the table."""
    obstacle: str
    """Why nothing may be said, whatever the figures are; empty where something may."""
    compared: bool
    """Whether the year before is there, and is as whole as this one."""
    remark: str
    """What people should know that is so whatever the figures are: why it is not compared."""


def sentences_of(trends: Trends) -> tuple[Sentence, ...]:
    """Return a sentence for each figure that reports state and that was not always nothing."""
    years = trends.years
    now, before = years.latest, years.year_before
    obstacle = "" if now.whole else NOT_WHOLE.format(year=now.year)
    remark = obstacle
    if not obstacle and not before:
        remark = NO_LAST_YEAR.format(year=now.year - 1)
    elif not obstacle and before and not before.whole:
        remark = LAST_NOT_WHOLE.format(year=before.year)
    return tuple(
        Sentence(
            stated,
            trend,
            next(head for table, head in headings(years.form) if trend.first in table.figures),
            obstacle,
            not remark,
            remark,
        )
        for stated in _stated(trends)
        if not (trend := trends.every[stated.figure]).is_nothing
    )


def text_of(sentence: Sentence, year: int, values: Sequence[Decimal | None]) -> str:
    """Return a sentence of the year whose value is the last: empty where that is blank."""
    now = values[-1]
    if sentence.obstacle or now is None:
        return ""
    unit = sentence.trend.unit
    compared = compared_in_words(values[-2], now, unit) if sentence.compared else ""
    return f"{begun(sentence, year)}{number(now)}{unit}{compared}。"


def remark_of(sentence: Sentence, year: int, values: Sequence[Decimal | None]) -> str:
    """Return what people should know of a sentence."""
    if sentence.obstacle or values[-1] is None:
        return sentence.obstacle or BLANK.format(year=year)
    if sentence.compared and values[-2] is None:
        return LAST_BLANK.format(year=year - 1)
    return sentence.remark


def begun(sentence: Sentence, year: int) -> str:
    """Return the words up to the number."""
    return f"{year}年，{sentence.stated.words}"


def _stated(trends: Trends) -> Sequence[Stated]:
    """Return what reports state; of a form that does not say, its main figures by their names."""
    main = (Stated(one.name, one.name) for one in trends.main)
    return trends.years.form.wordings.stated or tuple(main)
