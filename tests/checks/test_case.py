"""What every rule must bear."""

from hypothesis import given

from generator.checks.rules import check
from generator.form.disclosure.edition_2021 import FORM
from generator.formats.report_json.reader import read_json
from generator.formats.report_json.writer import json_of
from generator.model.report import Report
from tests.generated import REPORTS
from tests.samples import case


@given(REPORTS, REPORTS)
def test_any_report_can_be_checked_and_every_finding_has_a_place(
    this: Report, previous: Report
) -> None:
    placed, _ = read_json(json_of(this, FORM), "2024.json", FORM)
    last, _ = read_json(json_of(previous, FORM), "2023.json", FORM)
    for found in (*check(case(placed)), *check(case(placed, last))):
        assert found.place.file, found
