"""Knowing later whether a person has touched a document."""

from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.formats.docx.package import seal
from generator.formats.docx.package.provenance import read_properties, rebased
from generator.formats.report_json.snapshot import loads
from generator.model.finding import Refusal
from tests.formats.docx.short_template import changed_parts, filled, with_parts
from tests.libreoffice import convert, needs_libreoffice
from tests.samples import report


def properties(document: bytes) -> dict[str, str]:
    return read_properties(open_archive(document, "made", DOCUMENT), "made")


def untouched(document: bytes) -> bool:
    return seal.untouched(open_archive(document, "made", DOCUMENT))


def edited(document: bytes) -> bytes:
    opened = docx.Document(BytesIO(document))
    opened.paragraphs[3].add_run("。")
    saved = BytesIO()
    opened.save(saved)
    return saved.getvalue()


def test_a_fresh_document_is_untouched_and_an_edited_one_is_not() -> None:
    assert untouched(filled(report()))
    assert not untouched(edited(filled(report())))


def test_a_new_zip_of_the_same_parts_is_still_untouched() -> None:
    parts = open_archive(filled(report()), "made", DOCUMENT)
    assert untouched(package(dict(reversed(parts.items()))))


def test_a_property_that_a_person_added_counts_as_touched() -> None:
    parts = open_archive(filled(report()), "made", DOCUMENT)
    added = seal.properties_part(parts["docProps/custom.xml"], {"密级": "公开"})
    assert not untouched(package({**parts, "docProps/custom.xml": added}))


def test_short_values_say_where_it_came_from() -> None:
    found = properties(edited(filled(report())))
    assert found["report"] == "某局/2024"
    assert all(0 < len(value) <= 255 for value in found.values())


@pytest.mark.parametrize("part", ["[Content_Types].xml", "_rels/.rels"])
def test_a_package_that_is_not_whole_is_not_given_other_data(part: str) -> None:
    parts = open_archive(filled(report()), "made", DOCUMENT)
    del parts[part]
    with pytest.raises(Refusal, match="缺少内部文件"):
        rebased(parts, "{}", {}, "made")


def test_what_xml_cannot_hold_is_left_out_of_short_values() -> None:
    own = open_archive(filled(report()), "made", DOCUMENT)["docProps/custom.xml"]
    assert "某局".encode() in seal.properties_part(own, {"report": "某\x1f局"})


def test_the_data_rides_along_and_word_s_view_of_the_package_finds_it() -> None:
    opened = docx.Document(BytesIO(filled(report())))
    rides = next(
        relation.target_part.blob
        for relation in opened.part.rels.values()
        if relation.reltype.endswith("/customXml")
    )
    assert loads(etree.fromstring(rides).text or "") == report()


def test_a_template_s_own_properties_stay_where_its_text_shows_them() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    own = (
        f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="密级">'
        "<vt:lpwstr>公开</vt:lpwstr></property></Properties>"
    )
    field = '<w:body><w:p><w:fldSimple w:instr="DOCPROPERTY 密级"/></w:p>'
    more = {**changed_parts(("<w:body>", field)), "docProps/custom.xml": own.encode()}
    document = filled(report(), with_parts(more))
    text = open_archive(document, "made", DOCUMENT)["docProps/custom.xml"].decode()
    assert 'name="密级"' in text
    assert text.count('pid="2"') == 1
    assert untouched(document)


def test_a_document_used_as_a_template_s_base_does_not_keep_old_provenance() -> None:
    custom = open_archive(filled(report()), "made", DOCUMENT)["docProps/custom.xml"]
    document = filled(report(), with_parts({"docProps/custom.xml": custom}))
    assert open_archive(document, "made", DOCUMENT)["docProps/custom.xml"].count(b'report"') == 1
    assert untouched(document)


@needs_libreoffice
def test_it_survives_libreoffice_which_counts_as_touched(tmp_path: Path) -> None:
    source = tmp_path / "甲.docx"
    source.write_bytes(filled(report()))
    (tmp_path / "saved").mkdir()
    saved = convert(source, "docx", tmp_path / "saved").read_bytes()
    assert properties(saved) == properties(filled(report()))
    assert not untouched(saved)
