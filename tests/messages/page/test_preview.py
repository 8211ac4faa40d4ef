"""What was found, for the page beside the preview."""

import json

from generator.messages.page.preview import preview_record
from generator.pipeline.previewing.as_html import as_html
from generator.pipeline.previewing.preview import preview
from tests.paths import WORKBOOK


def test_each_finding_has_its_mark_its_rule_and_whether_a_word_is_enough() -> None:
    shown = preview(WORKBOOK)
    record, page = preview_record(shown), as_html(shown)
    json.dumps(record)
    assert len(record["findings"]) == len({one["id"] for one in record["findings"]}) > 20
    for one in record["findings"]:
        assert one["rule"] in record["rules"]
        assert (one["mark"] is None) == (one["standing"] == "UNCHECKED")
        assert one["mark"] is None or page.count(f'id="{one["mark"]}"') == 1
        assert one["may_be_verified"] == (one["standing"] in ("WRONG", "NOTICE"))
    assert record["counts"]["WRONG"] == 2
    assert sum(record["counts"].values()) == len(record["findings"])
