from decimal import Decimal

import pytest

from generator.model.collection.over_years.changes import compared_in_words, difference, growth


def number(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


@pytest.mark.parametrize(
    ("before", "now", "more", "ratio", "words"),
    [
        ("100", "128", "28", "0.280", "，比上年增加28件，增长28.0%"),
        ("40", "28", "-12", "-0.300", "，比上年减少12件，下降30.0%"),
        ("3", "4", "1", "0.333", "，比上年增加1件，增长33.3%"),
        ("80", "79", "-1", "-0.013", "，比上年减少1件，下降1.3%"),
        ("5000", "5001", "1", "0.000", "，比上年增加1件，增长不到0.1%"),
        ("5", "0", "-5", "-1.000", "，比上年减少5件，下降100.0%"),
        ("7", "7", "0", "0.000", "，与上年持平"),
        ("7730.28", "59237.2449", "51506.9649", "6.663", "，比上年增加51506.9649件，增长666.3%"),
    ],
)
def test_a_number_is_compared_with_the_year_before(
    before: str, now: str, more: str, ratio: str, words: str
) -> None:
    assert difference(Decimal(before), Decimal(now)) == Decimal(more)
    assert growth(Decimal(before), Decimal(now)) == Decimal(ratio)
    assert compared_in_words(Decimal(before), Decimal(now), "件") == words


@pytest.mark.parametrize(
    ("before", "now", "more", "ratio"),
    [
        ("0", "5", Decimal(5), "上年为 0"),
        ("0", "0", Decimal(0), "持平"),
        (None, "5", "有空白", ""),
        ("5", None, "有空白", ""),
        (None, "0", "有空白", ""),
        (None, None, "", ""),
    ],
)
def test_blank_is_not_zero_and_from_zero_nothing_has_a_percentage(
    before: str | None, now: str | None, more: Decimal | str, ratio: str
) -> None:
    assert difference(number(before), number(now)) == more
    assert growth(number(before), number(now)) == ratio


def test_words_say_that_there_was_none_and_nothing_of_a_blank() -> None:
    assert compared_in_words(Decimal(0), Decimal(5), "件") == "，上年没有"
    assert compared_in_words(Decimal(0), Decimal(0), "件") == "，与上年持平"
    assert compared_in_words(None, Decimal(5), "件") == ""
