"""The forms that are written as TOML are those that were written as Python."""

from pathlib import Path

import pytest

import generator.form.disclosure
from generator.form.disclosure.edition_2019 import FORM as OLDER
from generator.form.disclosure.edition_2021 import FORM
from generator.form.reading.form import read_form
from generator.form.vocabulary import Form

FOLDER = Path(generator.form.disclosure.__file__).parent


@pytest.mark.parametrize(("folder", "form"), [("edition_2021", FORM), ("edition_2019", OLDER)])
def test_a_form_is_what_it_was(folder: str, form: Form) -> None:
    texts = {path.name: path.read_text("utf-8") for path in (FOLDER / folder).glob("*.toml")}
    read = read_form(texts, "form.toml")
    assert read == form
    assert repr(read) == repr(form)
