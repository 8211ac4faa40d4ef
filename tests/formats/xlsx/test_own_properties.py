"""A workbook says of which form it is, whoever saved it last."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from generator.formats.xlsx import own_properties
from generator.formats.xlsx.reading.guard import workbook_parts
from tests.form.small import SMALL
from tests.form.small_office import filled_in
from tests.forms import FORM
from tests.libreoffice import convert, needs_libreoffice
from tests.opened import opened, saved
from tests.samples import workbook


def carried_by(data: bytes) -> str:
    return own_properties.read(workbook_parts(data, "2024.xlsx"), own_properties.FORM)


def test_a_new_workbook_carries_the_id_of_its_form() -> None:
    assert carried_by(workbook()) == FORM.id


def test_one_of_an_earlier_version_carries_none() -> None:
    assert carried_by(saved(Workbook())) == ""


@pytest.mark.parametrize("said", ["某-2025", "a&b <c>", ""])
def test_whatever_the_id_it_comes_back(said: str) -> None:
    book = Workbook()
    own_properties.write(book, said)
    assert carried_by(saved(book)) == said


def test_it_stays_when_openpyxl_saves_the_workbook() -> None:
    assert carried_by(saved(opened(filled_in()))) == SMALL.id


@needs_libreoffice
def test_it_stays_when_libreoffice_saves_the_workbook(tmp_path: Path) -> None:
    path = tmp_path / "2024.xlsx"
    path.write_bytes(workbook())
    assert carried_by(convert(path, "xlsx", tmp_path / "again").read_bytes()) == FORM.id
