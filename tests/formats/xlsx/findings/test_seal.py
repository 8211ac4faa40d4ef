"""Whether anybody has saved a workbook of ours since."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from generator.files.delivery import AlreadyThere
from generator.files.zip_archive import WORKBOOK, open_archive, package, unpacked
from generator.formats.xlsx.findings.seal import compared, prepare, sealed


def saved(opened: Workbook) -> bytes:
    content = BytesIO()
    opened.save(content)
    return content.getvalue()


def parts_of(opened: Workbook) -> dict[str, bytes]:
    return unpacked(saved(opened), "", WORKBOOK)


def ours(said: str = "一") -> bytes:
    opened = Workbook()
    opened.worksheets[0]["A1"] = said
    prepare(opened)
    return sealed(parts_of(opened))


def untouched(there: bytes) -> bool:
    return compared(ours(), there) != AlreadyThere.EDITED


def test_a_sealed_workbook_is_untouched_until_it_is_saved_again() -> None:
    assert untouched(ours())
    opened = load_workbook(BytesIO(ours()))
    opened.worksheets[0]["B2"] = "改过"
    assert not untouched(saved(opened))


def test_any_changed_part_is_seen() -> None:
    parts = open_archive(ours(), "", WORKBOOK)
    for part, content in parts.items():
        assert not untouched(package({**parts, part: content + b" "}))
    assert not untouched(package({**parts, "xl/new.xml": b"<a/>"}))


@pytest.mark.parametrize("data", [b"", b"no workbook", saved(Workbook())])
def test_what_was_never_sealed_counts_as_touched(data: bytes) -> None:
    assert not untouched(data)


def test_a_copy_saved_by_a_person_may_be_sealed_anew() -> None:
    opened = load_workbook(BytesIO(ours()))
    prepare(opened)
    assert untouched(sealed(parts_of(opened)))


def test_only_what_it_says_makes_a_difference() -> None:
    assert compared(ours(), ours()) == AlreadyThere.SAME
    assert compared(ours(), ours("二")) == AlreadyThere.OLDER


def test_what_was_not_prepared_cannot_be_sealed() -> None:
    with pytest.raises((ValueError, KeyError)):
        sealed(parts_of(Workbook()))
