"""Formatting and things of a document are compared with what was generated."""

import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random

import pytest
from lxml.etree import _Element as Element

from generator.pipeline.make import make
from generator.pipeline.outcome import Status
from generator.pipeline.review import Review, review
from generator.pipeline.revise import revise
from tests.few import few
from tests.libreoffice import needs_libreoffice
from tests.paths import ROOT
from tests.reviewing import extras
from tests.reviewing.looks import LOOKS
from tests.reviewing.ooxml import Package, new, w
from tests.reviewing.resaved import resave
from tests.reviewing.reviewer import Kind, unedited
from tests.reviewing.reviewer import review as edit
from tests.reviewing.runs import text_of
from tests.reviewing.saved import saved_by_word, saved_by_wps
from tests.reviewing.things import THINGS, with_other_picture, with_things, without

WORKBOOK, TEMPLATE = ROOT / "inputs" / "2023.xlsx", ROOT / "templates" / "年度报告模板.docx"
GENERATED = (ROOT / "outputs" / "2023.docx").read_bytes()
SEEDS = range(4)
LONG = 40  # characters of a paragraph that is no heading


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Return a folder with a workbook, the document made of it, and the template."""
    for folder in ("inputs", "outputs", "templates"):
        (tmp_path / folder).mkdir()
    shutil.copy(WORKBOOK, tmp_path / "inputs")
    shutil.copy(TEMPLATE, tmp_path / "templates")
    (tmp_path / "outputs" / "2023.docx").write_bytes(GENERATED)
    return tmp_path


def reviewed(office: Path, data: bytes) -> Review:
    document = office / "outputs" / "2023.docx"
    document.write_bytes(data)
    return review(document)


def made(office: Path) -> Status:
    return make(office / "inputs" / "2023.xlsx").status


def told(found: Review) -> list[str]:
    return [name for one in found.formatting for name in one.what]


def relooked(name: str, seed: int, data: bytes = GENERATED) -> tuple[str, bytes]:
    """Return what was changed, and the document in which it was."""
    rng = Random(f"{name}{seed}")
    while True:
        package = Package.open(data)
        if what := LOOKS[name](package, rng):
            return what, package.save()


def _read_as_gone(found: Review, what: str) -> bool:
    """Tell whether words that somebody struck out are told as words that are gone."""
    return what == "删除线" and bool(found.comparison.changes)


def with_own_template(office: Path) -> bytes:
    """Return the document of an office whose template holds things."""
    path = office / "templates" / TEMPLATE.name
    path.write_bytes(with_things(TEMPLATE.read_bytes(), *THINGS))
    assert made(office) == Status.WRITTEN
    return (office / "outputs" / "2023.docx").read_bytes()


@pytest.mark.parametrize(
    ("name", "seed"), few([(name, seed) for seed in SEEDS for name in LOOKS], 6)
)
def test_formatting_is_told_and_the_document_stays(office: Path, name: str, seed: int) -> None:
    what, data = relooked(name, seed)
    found = reviewed(office, data)
    if not _read_as_gone(found, what):
        assert (set(told(found)), found.comparison.changes) == ({what}, [])
    assert made(office) == Status.EDITED
    assert (office / "outputs" / "2023.docx").read_bytes() == data


def test_formatting_is_told_beside_edits_of_words_that_alone_are_none(office: Path) -> None:
    truth = edit(GENERATED, Random(4), kinds=[Kind.REWORD], count=2, noise=False)
    assert reviewed(office, truth.data).formatting == []
    found = reviewed(office, relooked("突出显示", 1, truth.data)[1])
    assert (told(found), len(found.comparison.changes)) == (["突出显示"], 2)


@pytest.mark.parametrize(
    ("words", "paragraph", "names"),
    [
        ((), (), []),
        ((new("sz", val="52"),), (), ["字号"]),
        ((new("b"),), (), ["加粗"]),
        ((), (new("jc", val="center"),), ["对齐方式"]),
    ],
)
def test_a_new_paragraph_that_looks_otherwise_than_its_level_is_told(
    office: Path, words: tuple[Element, ...], paragraph: tuple[Element, ...], names: list[str]
) -> None:
    package = Package.open(GENERATED)
    body = [one for one in package.body.iterchildren(w("p")) if len(text_of(one)) > LONG]
    style = body[-1].find(f"{w('pPr')}/{w('pStyle')}")
    assert style is not None
    text = new("t")
    text.text = "本机关还开展了培训。"
    run = new("r", new("rPr", *map(deepcopy, words)), text)
    properties = new("pPr", deepcopy(style), *map(deepcopy, paragraph))
    body[-1].addnext(new("p", properties, run))
    found = reviewed(office, package.save())
    assert (told(found), len(found.comparison.changes)) == (names, 1)


def test_formatting_under_tracked_changes_is_told_as_it_would_be_accepted(office: Path) -> None:
    data = extras.format_only(unedited(GENERATED), Random(2), tracked=True).data
    assert told(reviewed(office, data))


@pytest.mark.parametrize("save", [saved_by_word, saved_by_wps])
def test_what_programs_write_on_saving_is_no_formatting(
    office: Path, save: Callable[[Package, Random], None]
) -> None:
    package = Package.open(GENERATED)
    save(package, Random(1))
    found = reviewed(office, package.save())
    assert (found.untouched, found.formatting, found.comparison.changes) == (False, [], [])
    assert found.all_in_workbook


@needs_libreoffice
@pytest.mark.parametrize("way", ["docx", "odt"])
def test_what_libreoffice_writes_is_no_formatting_and_hides_none(office: Path, way: str) -> None:
    template = with_own_template(office)
    edited = [relooked(name, 0, template) for name in LOOKS]
    paths = [office / f"{number}.docx" for number in range(len(edited) + 1)]
    for path, data in zip(paths, [template, *(data for _, data in edited)], strict=True):
        path.write_bytes(data)
    again = [path.read_bytes() for path in resave(paths, way, office / "again")]
    same = reviewed(office, again[0])
    assert (same.formatting, same.comparison.changes) == ([], [])
    for (what, _), data in zip(edited, again[1:], strict=True):
        found = reviewed(office, data)
        assert _read_as_gone(found, what) or set(told(found)) == {what}


@pytest.mark.parametrize("kind", few([(kind,) for kind in THINGS], 2))
def test_what_was_taken_away_is_told_and_not_put_back(office: Path, kind: str) -> None:
    data = without(with_own_template(office), kind, Random(1))
    changes = reviewed(office, data).comparison.changes
    assert any(one.was.startswith(kind) and not one.now for one in changes)
    assert made(office) == Status.EDITED


def test_a_picture_in_the_place_of_another_is_told(office: Path) -> None:
    data = with_other_picture(with_own_template(office))
    (change,) = reviewed(office, data).comparison.changes
    assert (change.was, change.now) == ("图片", "图片")
    assert made(office) == Status.EDITED


def test_without_its_template_a_touched_document_stays_and_an_untouched_one_does_not(
    office: Path,
) -> None:
    of_own_template = with_own_template(office)
    (office / "templates" / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
    assert made(office) == Status.WRITTEN
    package = Package.open(of_own_template)
    saved_by_word(package, Random(1))
    found = reviewed(office, package.save())
    assert (found.formatting_known, found.formatting, found.all_in_workbook) == (False, [], False)
    assert made(office) == Status.EDITED


def test_a_template_that_was_named_is_known_on_the_next_run(office: Path) -> None:
    named = office / "另一个.docx"
    named.write_bytes(with_things(TEMPLATE.read_bytes(), "图片"))
    workbook, document = office / "inputs" / "2023.xlsx", office / "outputs" / "2023.docx"
    document.unlink()
    assert make(workbook, template=named).status == Status.WRITTEN
    package = Package.open(document.read_bytes())
    saved_by_word(package, Random(1))
    document.write_bytes(package.save())
    assert make(workbook, template=named).status == Status.WRITTEN


def test_what_nobody_touched_has_no_changes_whatever_became_of_its_template(office: Path) -> None:
    named = office / "另一个.docx"
    named.write_bytes(with_fixed_words(TEMPLATE.read_bytes(), "本单位自己的固定文字"))
    document, workbook = office / "outputs" / "2023.docx", office / "inputs" / "2023.xlsx"
    document.unlink()
    assert make(workbook, template=named).status == Status.WRITTEN
    before = workbook.read_bytes()
    found = review(document, apply=True)
    assert (found.untouched, found.comparison.changes, found.cells) == (True, [], 0)
    assert workbook.read_bytes() == before
    package = Package.open(document.read_bytes())
    saved_by_word(package, Random(1))
    document.write_bytes(package.save())
    assert review(document).comparison.changes != []
    assert review(document, template=named).comparison.changes == []
    assert review(document, template=named.read_bytes()).formatting_known


def with_fixed_words(template: bytes, words: str) -> bytes:
    package = Package.open(template)
    paragraphs = package.body.iterchildren(w("p"))
    heading = next(one for one in paragraphs if text_of(one).startswith("二、"))
    text = new("t")
    text.text = words
    heading.addprevious(new("p", new("r", text)))
    return package.save()


def test_what_revise_writes_is_no_formatting(office: Path) -> None:
    document, workbook = office / "outputs" / "2023.docx", office / "inputs" / "2023.xlsx"
    truth = edit(GENERATED, Random(11), count=3, noise=False)
    document.write_bytes(truth.data)
    assert review(document, apply=True).applied
    document.write_bytes(GENERATED)
    assert revise(document, workbook=workbook).written
    assert review(document).formatting == []
