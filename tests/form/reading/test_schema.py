"""The schema by which editors help says the same as the reader."""

import tomllib

import jsonschema
import pytest

from generator.checks.rules import CHECKS
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


def test_every_key_of_a_form_is_explained_by_what_it_is_a_key_of() -> None:
    schema = form_schema()
    entries, ties = (schema["properties"][one]["items"] for one in ("entries", "ties"))
    assert "--form" in schema["properties"]["name"]["description"]
    assert "--form" not in entries["properties"]["name"]["description"]
    assert "机关名称" not in ties["properties"]["title"]["description"]
    _, own = schema["properties"]["rules"]["items"]["anyOf"]
    for kind in (schema, entries, ties, own, schema["$defs"]["line"]):
        assert [key for key, one in kind["properties"].items() if "description" not in one] == []


def test_an_editor_offers_the_checks_of_rules() -> None:
    _, own = form_schema()["properties"]["rules"]["items"]["anyOf"]
    offered = [one["const"] for one in own["properties"]["check"]["anyOf"]]
    assert set(offered) == set(CHECKS)


def test_a_form_of_an_office_fits() -> None:
    assert [*FORM.iter_errors(tomllib.loads(CASES))] == []
