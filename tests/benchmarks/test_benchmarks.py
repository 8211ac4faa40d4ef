"""What is compared is the same document; how fast it is made is never a test."""

import json
from pathlib import Path

import pytest
from lxml import etree

from generator.form.vocabulary import ORGAN
from generator.pipeline.sources import read_report
from tests.benchmarks.document_text import text_of
from tests.benchmarks.peers.measure import ENGINES
from tests.benchmarks.peers.templates import OTHER, data_of, translated
from tests.benchmarks.project import (
    TEMPLATE,
    different_workbooks,
    filling_of,
    parts_of,
    sample_document,
    sample_report,
)
from tests.benchmarks.warm import docxtpl_document
from tests.forms import FORM


@pytest.mark.long
def test_filling_again_gives_the_document_that_the_whole_line_makes() -> None:
    assert filling_of(sample_report()).document() == sample_document()


def test_docxtpl_makes_a_document_that_says_the_same() -> None:
    text = text_of(sample_document())
    assert sum(map(len, text.values())) > 300
    assert text_of(docxtpl_document(filling_of(sample_report()).values)) == text


@pytest.mark.parametrize("engine", ENGINES)
def test_a_translated_template_is_xml_as_before(engine: str) -> None:
    parts = parts_of(TEMPLATE.read_bytes())
    found = translated(parts, ENGINES[engine])
    assert list(found) == list(parts)
    assert all(etree.fromstring(content) is not None for content in found.values())
    assert found["word/document.xml"] != parts["word/document.xml"]


def test_each_paragraph_for_other_engines_is_of_one_kind() -> None:
    data = json.loads(data_of(filling_of(sample_report()).values))
    items = [item for value in data.values() if isinstance(value, list) for item in value]
    assert len(items) > 10
    assert all(sum(value is True for value in item.values()) == 1 for item in items)
    assert any(item[OTHER] for item in items)


def test_each_workbook_that_is_timed_is_another_one(tmp_path: Path) -> None:
    workbooks = different_workbooks(tmp_path, 2)
    organs = {made_by(path) for path in workbooks}
    assert len({path.read_bytes() for path in workbooks}) == len(organs) == 2


def made_by(workbook: Path) -> str:
    return read_report(workbook, FORM).report.entries[ORGAN].printed
