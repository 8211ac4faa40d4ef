"""The published data are what the document shows, and nothing that an office keeps for itself."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.formats.report_json.reader import read_json
from generator.formats.report_json.writer import json_of
from generator.model.report import Indicator, LocalRule, Verification
from generator.pipeline.publishing.as_published import as_published
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import publish
from tests.exhibits import ALL, chart, showing
from tests.form.small import SMALL
from tests.pipeline.shown_office import put_shown
from tests.pipeline.small_office import REPORT


def test_who_verified_what_and_its_own_words_stay_in_the_office() -> None:
    kept = replace(
        REPORT,
        verifications=(Verification("T1-01", "张三丰", "核过", "2024-01-02"),),
        local_rules=(LocalRule("L1", "张三丰", "", "", "", ""),),
        indicators={"张三丰": Indicator(Decimal(1), "1", "件")},
    )
    assert "张三丰" in json_of(kept, SMALL).decode()
    assert "张三丰" not in json_of(as_published(kept), SMALL).decode()


def test_charts_and_tables_are_as_they_are_shown() -> None:
    report = as_published(showing(REPORT, *ALL))
    assert [one.name for one in report.further_tables.values()] == ["各镇"]
    assert [(one.label, one.data) for one in report.chart_rows] == [
        (f"{series.name} {label}", "" if value is None else f"{value}")
        for series in chart().series
        for label, value in zip(chart().categories, series.values, strict=True)
    ]


@pytest.mark.usefixtures("small_form")
@pytest.mark.long
def test_the_data_of_a_document_are_whole_by_themselves(tmp_path: Path) -> None:
    document = put_shown(tmp_path, small=True) / "outputs" / "2023.docx"
    (file,) = publish(document, form=SMALL, only=[Kind.JSON]).files
    data = json.loads(file.read_text(encoding="utf-8"))
    assert [one["name"] for one in data["charts"]] == ["结果", "渠道"]
    assert [one["data"] for one in data["charts"][0]["points"]] == ["5", "2"]
    assert data["tables"]["各镇"]["rows"][-1] == ["合计", "39", "15", "54"]
    report, _ = read_json(file.read_bytes(), "", SMALL)
    assert report.further_tables.keys() == {"各镇"}
