"""Whatever is written in a form, it is read or told where it is wrong; nothing else comes out.

What people get wrong is in `tests/third_form/mistakes.json`: a piece of one of the files, what
somebody wrote in its place, and what is told.
"""

import json
import random
from pathlib import Path

import pytest

from generator.checks.rules import not_checkable
from generator.form.mistakes import FormMistakes, Mistake
from generator.form.reading.form import read_form
from generator.form.reading.regexes import bad_patterns
from generator.form.vocabulary import Form
from tests.few import each
from tests.form.reading.office_form import CASES, FILE
from tests.paths import ROOT

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


FOLDER = ROOT / "tests" / "third_form"
FORM, WORDINGS = "form.toml", "wordings.toml"
MISTAKES = json.loads((FOLDER / "mistakes.json").read_text("utf-8"))
NEAR = 4
"""Lines between what was changed and where it is told: a value may go on over a few."""


def look_over(form: Form) -> list[Mistake]:
    """Find what an office's form is looked over for."""
    return [*not_checkable(form), *bad_patterns(form, ())]


def told_instead(file: str, was: str, now: str) -> tuple[int, tuple[Mistake, ...]]:
    """Return the line that was changed in one of the files, and all that is told."""
    texts = {name: Path(FOLDER, name).read_text("utf-8") for name in (FORM, WORDINGS)}
    assert was in texts[file], was
    at = texts[file][: texts[file].index(was)].count("\n") + 1
    texts[file] = texts[file].replace(was, now, 1)
    with pytest.raises(FormMistakes) as refusal:
        read_form(texts, FORM, look_over)
    return at, refusal.value.mistakes


def test_there_are_many_and_the_form_has_none() -> None:
    assert len(MISTAKES) > 90
    texts = {name: Path(FOLDER, name).read_text("utf-8") for name in (FORM, WORDINGS)}
    read_form(texts, FORM, look_over)


@each("one", MISTAKES)
def test_a_mistake_is_told_with_its_file_and_its_line(one: dict[str, str]) -> None:
    at, found = told_instead(one["file"], one["was"], one["is"])
    assert all(mistake.file and mistake.line for mistake in found)
    assert any(
        one["told"] in mistake.what
        for mistake in found
        if mistake.file == one["file"] and abs(mistake.line - at) <= NEAR
    ), [(mistake.line, mistake.what) for mistake in found]
