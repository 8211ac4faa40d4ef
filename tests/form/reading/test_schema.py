"""The schema by which editors help says the same as the reader."""

import tomllib

import jsonschema
import pytest

from generator.form.reading.schema import form_schema, wordings_schema
from tests.form.reading.office_form import CASES, changed, mistakes_in
from tests.paths import ROOT

FORM = jsonschema.Draft202012Validator(form_schema())
WORDINGS = jsonschema.Draft202012Validator(wordings_schema())
FILES = sorted((ROOT / "generator" / "form").rglob("*.toml"))


def test_there_are_forms_to_look_at() -> None:
    assert len(FILES) >= 5
    for one in (form_schema(), wordings_schema()):
        jsonschema.Draft202012Validator.check_schema(one)


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_form_of_the_program_fits(path: object) -> None:
    assert hasattr(path, "read_text")
    schema = WORDINGS if getattr(path, "name", "") == "wordings.toml" else FORM
    text = path.read_text("utf-8")
    assert [one.message for one in schema.iter_errors(tomllib.loads(text))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind = "year"', 'kind = "years"'),
        ('hint = "年度"', 'hints = "年度"'),
        ('left = ["收案*"]', 'left = "收案*"'),
        ('{ label = "个人" }', '{ lable = "个人" }'),
        ('general = ["R01"]', 'general = ["R00"]'),
        ('title = "案件"', "title = 1"),
        ('severity = "错误"', 'severity = "错"'),
    ],
)
def test_what_does_not_fit_the_reader_refuses_too(old: str, new: str) -> None:
    text = changed(old, new)
    assert [*FORM.iter_errors(tomllib.loads(text))]
    assert mistakes_in(text)


def test_a_form_of_an_office_fits() -> None:
    assert [*FORM.iter_errors(tomllib.loads(CASES))] == []
