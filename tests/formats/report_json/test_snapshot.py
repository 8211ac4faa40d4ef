"""The data that a document carries."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.formats.docx.package.seal import snapshot_part
from generator.formats.report_json.snapshot import dumps, loads
from generator.model.report import Figure, Paragraph
from tests.samples import report


def test_a_report_comes_back_with_its_places() -> None:
    back = loads(dumps(report()))
    assert back == report()
    assert back.figures["予以公开"].place.spot == "J9"


def test_notes_blanks_and_what_cannot_be_read_come_back() -> None:
    figures = {
        "行政许可": Figure(Decimal("7730.28"), "（其中）"),
        "行政处罚": Figure(None),
        "行政强制": Figure(None, typed="五", readable=False),
    }
    changed = replace(report(), figures=figures)
    assert loads(dumps(changed)) == changed


@given(st.text(st.characters(categories=None), max_size=40))
def test_any_text_comes_back_through_xml(text: str) -> None:
    changed = replace(report(), paragraphs=(Paragraph("第一部分", 0, "", text),))
    part = etree.fromstring(snapshot_part(dumps(changed)))
    assert loads(part.text or "") == changed


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": 99}', "null", "[" * 100_000])
def test_anything_else_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        loads(text)


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("entries", []),
        ("entries", {"年度": ["int", "二", "", ""]}),
        ("entries", {"年度": ["int", 2024, "", ""]}),
        ("figures", {"行政许可": ["1", "", "", True, "", "", ""]}),
        ("figures", {"行政许可": ["1", 5, "", True, "", ""]}),
        ("figures", {"行政许可": ["NaN", "", "", True, "", ""]}),
        ("figures", {"行政许可": ["1e99999", "", "", True, "", ""]}),
        ("indicators", {"备案公文": [38, "38", "件", "", ""]}),
        ("paragraphs", [["第一部分", "0", "", "", "", ""]]),
        ("paragraphs", [["第一部分", 0, [], "", "", ""]]),
        ("paragraphs", [["第一部分", -1, "", "", "", ""]]),
        ("paragraphs", [7]),
    ],
)
def test_a_row_that_people_changed_is_a_value_error(kind: str, rows: object) -> None:
    changed = {**json.loads(dumps(report())), kind: rows}
    with pytest.raises(ValueError, match=r".+"):
        loads(json.dumps(changed))


def test_the_same_report_gives_the_same_text() -> None:
    assert dumps(report()) == dumps(report())
    assert json.loads(dumps(report()))["schema"] == 1
