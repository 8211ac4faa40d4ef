"""How a report will be printed, unfinished ones too, with each finding where it stands."""

from itertools import chain
from pathlib import Path

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.form.vocabulary import Form
from generator.formats.docx.reading.body import read_body
from generator.model.place import Place
from generator.model.preview import Preview, PreviewCell, PreviewFigure, PreviewLine, PreviewTable
from generator.model.publication import Manner
from generator.pipeline.new import build_blank
from generator.pipeline.previewing.preview import Previewed, preview
from generator.pipeline.sources import Source
from tests import enforcement, paths
from tests.form.small import SMALL
from tests.forms import FORM
from tests.pipeline.office import staff_edit, workbook_of
from tests.pipeline.shown_office import put_shown
from tests.pipeline.small_office import CELL, FIGURE


def lines(shown: Preview) -> list[PreviewLine]:
    blocks = [block for part in shown.parts for block in part.blocks]
    return [*shown.title, *(one for one in blocks if isinstance(one, PreviewLine))]


def cells(shown: Preview) -> list[PreviewCell]:
    blocks = [block for part in shown.parts for block in part.blocks]
    return [cell for one in blocks if isinstance(one, PreviewTable) for cell in one.cells]


def marks(found: Previewed, key: str) -> list[str]:
    """Return the words, and the whole elements, that carry a finding."""
    shown = found.preview
    words = [one.text for line in lines(shown) for one in line.stretches if key in one.marks]
    wholes = [line.id for line in lines(shown) if key in line.marks]
    return words + wholes + [cell.id for cell in cells(shown) if key in cell.marks]


def test_it_says_what_the_document_says_line_by_line_and_cell_by_cell() -> None:
    found = preview(paths.WORKBOOK)
    parts = open_archive(paths.DOCUMENT.read_bytes(), "", DOCUMENT)
    manuscript = read_body(parts, "").manuscript
    said = [line.text.strip() for line in lines(found.preview) if not line.blank]
    printed = [line.text.strip() for line in manuscript.lines]
    assert len(printed) > 30
    assert said == printed
    tables = [[text for text in grid.cells.values() if text] for grid in manuscript.grids]
    shown = [cell for cell in cells(found.preview) if cell.text or cell.blank]
    assert ["0" if cell.blank else cell.text for cell in shown] == [*chain(*tables)]


def test_each_number_says_in_which_cell_it_is_written(office: Path) -> None:
    shown = preview(workbook_of(office)).preview
    sheet, column = CELL[0], "B5"
    (cell,) = (one for one in cells(shown) if one.place == Place("2023.xlsx", sheet, column))
    assert cell.text == "5"
    cited = [one for line in lines(shown) for one in line.stretches if one.origin]
    assert [(one.text, one.origin) for one in cited if one.origin == cell.place] == [
        ("5", cell.place)
    ]
    assert FIGURE in SMALL.figures


def test_words_that_are_quoted_are_marked_and_nothing_else_of_the_line() -> None:
    found = preview(paths.WORKBOOK)
    quoting = {
        key: one.quote.strip("…")
        for key, one in zip(found.ids, found.outcome.findings, strict=True)
        if one.quote and one.place.spot
    }
    assert len(quoting) > 10
    for key, quote in quoting.items():
        assert "".join(marks(found, key)).replace(" ", "") == quote.replace(" ", "")
        assert key in found.preview.marked


def test_a_finding_on_a_range_marks_each_of_its_cells() -> None:
    found = preview(paths.WORKBOOK)
    key = next(key for key in found.ids if key.startswith("T4-04"))
    assert len(marks(found, key)) == 5
    assert all(cell.blank for cell in cells(found.preview) if key in cell.marks)


def test_a_workbook_nobody_has_filled_in_has_a_preview_and_blanks_in_it() -> None:
    found = preview(build_blank("某某市某某局", 2024))
    figures = [cell for cell in cells(found.preview) if cell.place]
    assert len(figures) == len(FORM.figures)
    assert all(cell.blank and not cell.text for cell in figures)
    missing = next(key for key in found.ids if key.startswith("S13"))
    assert marks(found, missing) == ["part-6-heading"]
    opening = [one for line in lines(found.preview) for one in line.stretches if one.blank]
    assert "【网址】" in [one.text for one in opening]


def test_a_report_that_is_held_back_is_shown_as_it_was_typed(office: Path) -> None:
    staff_edit(office, {CELL: "很多"})
    found = preview(workbook_of(office))
    assert found.outcome.held_by
    key = found.ids[0]
    (cell,) = (one for one in cells(found.preview) if key in one.marks)
    assert (cell.text, cell.place) == ("很多", Place("2023.xlsx", CELL[0], "B5"))


def test_the_same_finding_twice_has_two_ids(office: Path) -> None:
    found = preview(workbook_of(office))
    assert len(set(found.ids)) == len(found.outcome.findings)


def test_pictures_charts_and_further_tables_stand_in_it_and_gaps_say_what_is_missing(
    tmp_path: Path,
    small_form: Form,  # noqa: ARG001 - it must be known there
) -> None:
    shown = preview(workbook_of(put_shown(tmp_path, small=True))).preview
    blocks = [block for part in shown.parts for block in part.blocks]
    figures = [one for one in blocks if isinstance(one, PreviewFigure)]
    assert figures
    assert all(one.exhibit and one.alternative for one in figures)
    captions = [one.caption.text for one in blocks if isinstance(one, PreviewTable) and one.caption]
    assert captions
    for picture in (tmp_path / "inputs").glob("*.png"):
        picture.unlink()
    again = preview(workbook_of(tmp_path)).preview
    gaps = [
        one
        for part in again.parts
        for one in part.blocks
        if isinstance(one, PreviewFigure) and one.exhibit is None
    ]
    assert gaps
    assert all(one.alternative.startswith("（缺：") and one.marks for one in gaps)


def test_captions_and_notes_of_the_form_look_as_such_and_no_opening_is_missed() -> None:
    shown = preview(Source("2024.xlsx", enforcement.workbook())).preview
    assert [one.label[:4] for one in shown.parts] == ["第一部分", "第二部分"]
    tables = [one for one in shown.parts[0].blocks if isinstance(one, PreviewTable)]
    captions = [one.caption for one in tables if one.caption]
    assert captions[1].text == "表二　某县2024年度行政许可实施情况统计表"
    assert {one.manner for one in captions} == {Manner.CENTRED}
    notes = [line.text for line in lines(shown) if line.manner is Manner.NOTE]
    assert notes == [note for table in enforcement.FORM.tables for note in table.notes]
