"""Rounds of editing, writing back and making: twice is once, and nothing ends in a deadlock."""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from random import Random

import docx
import pytest

from generator.formats.xlsx.cell_names import spot_of
from generator.formats.xlsx.layout import NARRATIVE_SHEET
from generator.manuscript.review.side import Side
from generator.model.report import SECOND_LEVEL
from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import Review, review
from generator.pipeline.sources import read_report
from tests.form.small import SMALL
from tests.forms import let_know
from tests.pipeline.office import (
    document_in,
    document_of,
    lines_of,
    put_published,
    staff_edit,
    workbook_of,
)
from tests.pipeline.small_office import put_small
from tests.reviewing.reviewer import review as edit

ROUNDS = 3
SHORTEST = 30  # characters of a paragraph that is put in place of another
FEWEST = 20  # characters of an item that staff rewrite
REWORDED = ("政务公开专区信息不全。", "另行部署。", "此项工作由办公室牵头，逐月推进。")
INSTEAD = (
    "队伍力量不足。缺少专职人员。",
    "进一步健全机制，配强人员，压实责任，定期通报。",
    "组织政府开放日活动5场，邀请代表参加，反响良好。",
    "加强队伍建设",
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an office with a small form, a workbook of it and its document."""
    let_know(monkeypatch, SMALL)
    return put_small(tmp_path)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Return an office with the published report."""
    return put_published(tmp_path)


def with_others_instead(data: bytes, rng: Random) -> bytes:
    """Return a document in which some paragraphs were replaced, or others put before them."""
    document = docx.Document(BytesIO(data))
    left = [one for one in document.paragraphs if len(one.text) > SHORTEST][1:]
    for paragraph in rng.sample(left, min(len(left), rng.randint(1, 3))):
        number = paragraph.text[:2] if paragraph.text[:1].isdigit() else ""
        words = number + rng.choice(INSTEAD)
        if rng.random() < 1 / 3:
            paragraph.insert_paragraph_before(words, paragraph.style)
        else:
            for run in paragraph.runs[1:]:
                run.text = ""
            paragraph.runs[0].text = words
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def by_staff(office: Path, rng: Random) -> None:
    """Put some words into a paragraph of the workbook."""
    report = read_report(workbook_of(office)).report
    row = rng.choice([row for row in report.paragraphs if "，" in row.text])
    text = row.text.replace("，", "，按照要求，", 1)
    staff_edit(office, {(NARRATIVE_SHEET, spot_of(row.place.spot)): text})


def quite_reworded(office: Path, rng: Random) -> list[str]:
    """Put quite other words below the headings of some rows; return the headings."""
    headed = [
        row
        for row in read_report(workbook_of(office)).report.paragraphs
        if row.level > SECOND_LEVEL and row.heading and len(row.text) > FEWEST  # in one line
    ]
    rows = rng.sample(headed, min(len(headed), 3))
    cells = {(NARRATIVE_SHEET, spot_of(row.place.spot)): rng.choice(REWORDED) for row in rows}
    staff_edit(office, {**cells})
    return [row.heading for row in rows]


def without(data: bytes, headings: Sequence[str], rng: Random) -> bytes:
    """Return a document in which the lines that begin with a heading are deleted or replaced."""
    document = docx.Document(BytesIO(data))
    for one in document.paragraphs:
        if not any(heading in one.text for heading in headings):
            continue
        if rng.random() < 1 / 2:
            one._p.getparent().remove(one._p)  # type: ignore[union-attr]
            continue
        number = one.text[: re.match(r"\d+.|（.）|", one.text).end()]  # type: ignore[union-attr]
        for run in one.runs[1:]:
            run.text = ""
        one.runs[0].text = number + rng.choice(INSTEAD)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def settled(office: Path, rng: Random) -> Review:
    """Write the document's edits back, and settle what the sides have otherwise."""
    found = review(document_of(office), apply=True)
    if not found.conflicts:
        return found
    found = review(document_of(office), apply=True, take=rng.choice([*Side]))
    assert found.conflicts == []
    return found


def test_a_paragraph_put_in_place_of_another_is_written_back_and_made(office: Path) -> None:
    document = docx.Document(str(document_of(office)))
    item = next(one for one in document.paragraphs if one.text.startswith("1.公开渠道不够广泛"))
    item.runs[0].text, item.runs[1].text = "1.队伍力量不足。", "缺少专职人员。"
    document.save(str(document_of(office)))
    assert review(document_of(office), apply=True).applied
    second = review(document_of(office), apply=True)
    assert (second.cells, second.conflicts, second.all_in_workbook) == (0, [], True)
    assert make(workbook_of(office)).status == Status.WRITTEN
    assert lines_of(document_in(office)).count("1.队伍力量不足。缺少专职人员。") == 1


def does_not_come_back_untold(office: Path, seed: int) -> bool:
    """Let a reviewer take out what staff reworded, and take the reviewer's side."""
    rng = Random(seed)
    headings = quite_reworded(office, rng)
    gone = rng.sample(headings, rng.randint(1, len(headings)))
    document_of(office).write_bytes(without(document_in(office), gone, rng))
    found = review(document_of(office), apply=True)
    assert len(found.conflicts) == len(gone)
    for heading in gone:
        assert any(heading in f"{one.base}{one.workbook}" for one in found.conflicts)
    assert make(workbook_of(office)).status == Status.EDITED
    assert review(document_of(office), apply=True, take=Side.DOCUMENT).conflicts == []
    assert review(document_of(office), apply=True).all_in_workbook
    assert make(workbook_of(office)).status in (Status.WRITTEN, Status.HELD)
    lines = lines_of(document_in(office))
    return not [line for line in lines if any(heading in line for heading in gone)]


@pytest.mark.parametrize("seed", [1, 2])
def test_what_a_reviewer_took_out_and_staff_reworded_does_not_come_back_untold(
    office: Path, seed: int
) -> None:
    assert does_not_come_back_untold(office, seed)


@pytest.mark.long  # the same in a smaller report
@pytest.mark.parametrize("seed", range(15))
def test_nor_does_it_in_the_published_report(published: Path, seed: int) -> None:
    assert does_not_come_back_untold(published, seed)


@pytest.mark.long
@pytest.mark.parametrize("staff", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_written_back_twice_is_once_and_then_the_report_is_made(
    published: Path, seed: int, *, staff: bool
) -> None:
    rng = Random(seed)
    for nth in range(ROUNDS):
        data = document_in(published)
        replacing = (seed + nth) % 2 == 0
        data = with_others_instead(data, rng) if replacing else edit(data, rng, crowded=True).data
        document_of(published).write_bytes(data)
        if staff:
            by_staff(published, rng)
        first = settled(published, rng)
        second = review(document_of(published), apply=True)
        assert second.cells == 0
        overruled = first.merge.overruled if first.merge else 0
        assert not second.conflicts or overruled
        reviewed = lines_of(document_in(published))
        made = make(workbook_of(published))
        if made.status == Status.HELD:  # for its figures
            made = make(workbook_of(published), output=document_of(published), draft=True)
        if second.conflicts or second.leftovers or second.formatting:
            assert made.status == Status.EDITED
            left = made.review
            assert left is not None
            assert left.conflicts or left.leftovers or left.formatting
            return
        assert made.status in (Status.WRITTEN, Status.CURRENT)
        twice = [
            line for line, count in Counter(lines_of(document_in(published))).items() if count > 1
        ]
        assert all(reviewed.count(line) > 1 for line in twice)
