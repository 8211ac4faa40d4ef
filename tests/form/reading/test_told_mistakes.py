"""What people get wrong in a form and its wordings is told with its line, in plain Chinese.

The mistakes are in `tests/third_form/mistakes.json`: a piece of one of the files, what somebody
wrote in its place, and what is told.
"""

import json
from pathlib import Path

import pytest

from generator.checks.rules import not_checkable
from generator.form.mistakes import FormMistakes, Mistake
from generator.form.reading.form import read_form
from generator.form.reading.regexes import bad_patterns
from generator.form.vocabulary import Form
from tests.few import each
from tests.paths import ROOT

FOLDER = ROOT / "tests" / "third_form"
FORM, WORDINGS = "form.toml", "wordings.toml"
MISTAKES = json.loads((FOLDER / "mistakes.json").read_text("utf-8"))
NEAR = 4
"""Lines between what was changed and where it is told: a value may go on over a few."""


def look_over(form: Form) -> list[Mistake]:
    """Find what an office's form is looked over for."""
    return [*not_checkable(form), *bad_patterns(form, ())]


def told(file: str, was: str, now: str) -> tuple[int, tuple[Mistake, ...]]:
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
    at, found = told(one["file"], one["was"], one["is"])
    assert all(mistake.file and mistake.line for mistake in found)
    assert any(
        one["told"] in mistake.what
        for mistake in found
        if mistake.file == one["file"] and abs(mistake.line - at) <= NEAR
    ), [(mistake.line, mistake.what) for mistake in found]
