"""The whole page."""

import re

import pytest

from generator.formats.html.page import page_of
from generator.model.exhibits import Chart
from generator.model.publication import Figure, Publication
from tests.formats.html.pages import awkward, drawn, page, said
from tests.publications import publication


def test_the_page_says_what_language_and_letters_it_has_first() -> None:
    text = page_of(publication(), drawn)
    assert text.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="UTF-8">\n')
    root = page(publication())
    assert root.findtext("head/title") == "某某市某某局2024年政府信息公开工作年度报告"
    assert root.xpath("//meta[@name='viewport']")
    assert len(root.xpath("//main")) == 1


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    for each in (publication(), awkward()):
        root = page(each)
        assert not root.xpath("//script|//link|//iframe|//@onclick")
        assert all(str(one).startswith("data:image/") for one in root.xpath("//@src"))
        sheet = str(root.findtext("head/style"))
        assert "url(" not in sheet
        assert "@import" not in sheet


def test_every_class_of_the_page_has_its_rule_and_nothing_is_styled_in_line() -> None:
    root = page(publication())
    sheet = str(root.findtext("head/style"))
    classes = {name for each in root.xpath("//@class") for name in str(each).split()}
    assert len(classes) > 15
    assert [name for name in classes if f".{name} {{" not in sheet] == []
    assert root.xpath("//@style") == []


def test_it_is_printed_on_a4_and_headers_are_printed_again() -> None:
    sheet = str(page(publication()).findtext("head/style"))
    assert "@page { size: A4" in sheet
    assert "table-header-group" in sheet


def test_charts_are_drawings_in_the_page_with_their_words() -> None:
    charts = [
        one
        for one in publication().blocks
        if isinstance(one, Figure) and isinstance(one.exhibit, Chart)
    ]
    drawings = page(publication()).xpath("//figure//svg")
    assert [one.get("aria-label") for one in drawings] == [one.alternative for one in charts]
    assert len(charts) == 5


def test_what_was_typed_is_never_markup() -> None:
    root = page(awkward())
    assert "<&>" in said(root.find(".//h1"))
    assert root.findtext("head/title") == "某某局<&>2024年 报告"
    assert not root.xpath("//script")


@pytest.mark.parametrize("report", [publication(), awkward()], ids=["usual", "awkward"])
def test_the_same_report_has_the_same_page(report: Publication) -> None:
    assert page_of(report, drawn) == page_of(report, drawn)


def test_no_id_can_stand_twice_in_a_page() -> None:
    assert not re.search(r"\sid=", page_of(publication(), drawn))
