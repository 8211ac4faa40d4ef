"""The schema that is handed out."""

from pathlib import Path

from jsonschema import Draft202012Validator

from generator.formats import report_json
from generator.formats.report_json.schema import schema_of, schema_text
from tests.forms import FORM

FILE = Path(report_json.__file__).with_name("report.schema.json")


def test_the_file_in_the_package_is_the_schema_of_the_form() -> None:
    # make-report export --schema > generator/formats/report_json/report.schema.json
    assert FILE.read_text(encoding="utf-8") == schema_text(FORM)


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema_of(FORM))


def test_it_names_all_that_the_form_asks_for() -> None:
    properties = schema_of(FORM)["properties"]
    assert list(properties["figures"]["properties"]) == list(FORM.figures)
    assert list(properties["entries"]["properties"]) == [spec.name for spec in FORM.entries]
    assert list(properties["parts"]["properties"]) == [part.name for part in FORM.parts]


def test_every_figure_is_described_by_its_official_labels() -> None:
    figures = schema_of(FORM)["properties"]["figures"]["properties"]
    for name, spec in FORM.figures.items():
        assert figures[name]["description"].endswith(f"{spec.column.label[-1]}。")
        assert figures[name]["$ref"] == f"#/$defs/{'count' if spec.whole else 'amount'}"
