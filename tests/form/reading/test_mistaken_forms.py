"""Whatever is written in a form, it is read or told where it is wrong; nothing else comes out."""

import random

import pytest

from generator.checks.rules import not_checkable
from generator.form.mistakes import FormMistakes, Mistake
from generator.form.reading.form import read_form
from tests.form.reading.office_form import CASES, FILE

_VALUES = ("1", "true", '"x"', "[]", "{}", "[1]", '[["a"]]', '""', "-1", "1.5", "2024-01-01")
_STRANGE = ('"收案*"', "[{}]", '"{x}"', '"*"', '".."', '["*..*"]')
_KEYS = ("name", "title", "rows", "general", "left", "x", "words", "day")
_SIGNS = 'x"[]{}=*.,案 '


def mistaken(text: str, seed: int) -> str:
    """Return a text as somebody could have spoiled it, in up to four places."""
    luck, lines = random.Random(seed), text.splitlines()
    for _ in range(luck.randint(1, 4)):
        at = luck.randrange(len(lines))
        key, equals, value = lines[at].partition("=")
        match luck.randrange(5):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, luck.choice(lines))
            case 2 if equals:
                lines[at] = f"{key}= {luck.choice(_VALUES + _STRANGE)}"
            case 3 if equals:
                lines[at] = f"{luck.choice(_KEYS)} ={value}"
            case _ if lines[at]:
                signs = [*lines[at]]
                signs[luck.randrange(len(signs))] = luck.choice(_SIGNS)
                lines[at] = "".join(signs)
    return "\n".join(lines)


def told_of(text: str) -> tuple[Mistake, ...]:
    """Return what is wrong with a text; nothing where it can be read."""
    try:
        read_form({FILE: text}, FILE, not_checkable)
    except FormMistakes as found:
        return found.mistakes
    return ()


def told_in(seeds: range) -> int:
    """Return in how many spoiled forms something was told, each time with file and line."""
    told = [found for seed in seeds if (found := told_of(mistaken(CASES, seed)))]
    assert all(one.file == FILE and one.line for found in told for one in found)
    return len(told)


def test_forty_spoiled_forms_are_told_with_their_lines() -> None:
    assert told_in(range(60)) >= 40


@pytest.mark.long
def test_a_thousand_more_are() -> None:
    assert told_in(range(60, 1_060)) > 700
