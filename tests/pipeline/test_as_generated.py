"""Formatting and things of a document are compared with what was generated."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random

import pytest
from lxml.etree import _Element as Element

from generator.pipeline.make import make
from generator.pipeline.outcome import Outcome, Status
from generator.pipeline.review import Review, review
from generator.pipeline.revise import revise
from tests.few import few
from tests.form.small import SMALL
from tests.libreoffice import needs_libreoffice
from tests.paths import TEMPLATE
from tests.pipeline.office import document_of, workbook_of
from tests.reviewing import extras
from tests.reviewing.looks import LOOKS, relooked
from tests.reviewing.ooxml import Package, new, w
from tests.reviewing.resaved import resave
from tests.reviewing.reviewer import Kind, unedited
from tests.reviewing.reviewer import review as edit
from tests.reviewing.runs import text_of
from tests.reviewing.saved import saved_by_word, saved_by_wps
from tests.reviewing.things import THINGS, with_other_picture, with_things, without

SEEDS = range(4)
GONE = "删除线"  # is told as words that are gone
LONG = 20  # characters of a paragraph that is no heading
Save = Callable[[Package, Random], None]


def generated(office: Path) -> bytes:
    return document_of(office).read_bytes()


def template_of(office: Path) -> Path:
    return office / "templates" / SMALL.template


def reviewed(office: Path, data: bytes) -> Review:
    document_of(office).write_bytes(data)
    return review(document_of(office))


def made_over(office: Path, data: bytes) -> Outcome:
    """Make the report of an office whose document is another by now."""
    document_of(office).write_bytes(data)
    return make(workbook_of(office))


def kept(office: Path, data: bytes) -> Review:
    """Return the review for which an edited document was not replaced."""
    outcome = made_over(office, data)
    assert (outcome.status, generated(office)) == (Status.EDITED, data)
    assert outcome.review is not None
    return outcome.review


def told(found: Review) -> list[str]:
    return [name for one in found.formatting for name in one.what]


def saved(data: bytes, save: Save = saved_by_word) -> bytes:
    """Return a document as a program saved it in which nobody changed anything."""
    package = Package.open(data)
    save(package, Random(1))
    return package.save()


def _read_as_gone(found: Review, what: str) -> bool:
    """Tell whether words that somebody struck out are told as words that are gone."""
    return what == GONE and bool(found.comparison.changes)


def with_own_template(office: Path) -> bytes:
    """Return the document of an office whose template holds things."""
    template = template_of(office)
    template.write_bytes(_with_all_things(template.read_bytes()))
    document_of(office).unlink()
    assert make(workbook_of(office)).status == Status.WRITTEN
    return generated(office)


@cache
def _with_all_things(template: bytes) -> bytes:
    return with_things(template, *THINGS)


def is_told_alone(found: Review, what: str) -> bool:
    """Tell whether nothing but the one thing is told of how a document looks."""
    told_so = (set(told(found)), found.comparison.changes) == ({what}, [])
    return told_so or _read_as_gone(found, what)


@pytest.mark.parametrize(
    ("name", "seed"), few([(name, seed) for seed in SEEDS for name in LOOKS], 4)
)
def test_formatting_is_told_and_the_document_stays(office: Path, name: str, seed: int) -> None:
    what, data = relooked(name, seed, generated(office))
    assert is_told_alone(kept(office, data), what)


@pytest.mark.long  # in a smaller report the test before this one tries some of them
@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", LOOKS)
def test_formatting_of_the_published_report_is_told(published: Path, name: str, seed: int) -> None:
    what, data = relooked(name, seed, generated(published))
    assert is_told_alone(kept(published, data), what)


def test_formatting_is_told_beside_edits_of_words_that_alone_are_none(office: Path) -> None:
    truth = edit(generated(office), Random(4), kinds=[Kind.REWORD], count=2, noise=False)
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
    package = Package.open(generated(office))
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
    data = extras.format_only(unedited(generated(office)), Random(2), tracked=True).data
    assert told(reviewed(office, data))


def is_as_generated(found: Review) -> bool:
    """Tell whether a document that a program saved is said to be as it was."""
    assert not found.untouched
    same = (found.formatting, found.comparison.changes) == ([], [])
    return same and found.all_in_workbook


@pytest.mark.parametrize("save", [saved_by_word, saved_by_wps])
def test_what_programs_write_on_saving_is_no_formatting(office: Path, save: Save) -> None:
    assert is_as_generated(reviewed(office, saved(generated(office), save)))


@pytest.mark.long  # the same in a smaller report
@pytest.mark.parametrize("save", [saved_by_word, saved_by_wps])
def test_nor_is_it_in_the_published_report(published: Path, save: Save) -> None:
    assert is_as_generated(reviewed(published, saved(generated(published), save)))


@needs_libreoffice
@pytest.mark.parametrize("way", ["docx", "odt"])
def test_what_libreoffice_writes_is_no_formatting_and_hides_none(published: Path, way: str) -> None:
    template_with_things = published / "templates" / TEMPLATE.name
    template_with_things.parent.mkdir()
    template_with_things.write_bytes(_with_all_things(TEMPLATE.read_bytes()))
    assert make(workbook_of(published)).status == Status.WRITTEN
    template = generated(published)
    edited = [relooked(name, 0, template) for name in LOOKS]
    paths = [published / f"{number}.docx" for number in range(len(edited) + 1)]
    for path, data in zip(paths, [template, *(data for _, data in edited)], strict=True):
        path.write_bytes(data)
    again = [path.read_bytes() for path in resave(paths, way, published / "again")]
    same = reviewed(published, again[0])
    assert (same.formatting, same.comparison.changes) == ([], [])
    for (what, _), data in zip(edited, again[1:], strict=True):
        found = reviewed(published, data)
        assert _read_as_gone(found, what) or set(told(found)) == {what}


@pytest.mark.parametrize("kind", THINGS)
def test_what_was_taken_away_is_told_and_not_put_back(office: Path, kind: str) -> None:
    changes = kept(office, without(with_own_template(office), kind, Random(1))).comparison.changes
    assert any(one.was.startswith(kind) and not one.now for one in changes)


@pytest.mark.long
def test_a_row_without_a_word_that_was_added_to_a_table_is_told(published: Path) -> None:
    package = Package.open(generated(published))
    row = next(package.body.iter(w("tr")))
    row.addnext(new("tr", new("tc", new("p"))))
    assert told(reviewed(published, package.save())) == ["行数"]


@pytest.mark.long
def test_a_table_that_stands_elsewhere_is_told(published: Path) -> None:
    package = Package.open(generated(published))
    table = next(package.body.iterchildren(w("tbl")))
    package.body.insert(len(package.body) - 1, table)
    found = reviewed(published, package.save())
    assert [(one.place.within, one.what) for one in found.formatting] == [
        ("第3个表格", ("表格移到了这里",))
    ]


def test_a_picture_in_the_place_of_another_is_told(office: Path) -> None:
    data = with_other_picture(with_own_template(office))
    (change,) = kept(office, data).comparison.changes
    assert (change.was, change.now) == ("图片", "图片")


def test_without_its_template_a_touched_document_stays_and_an_untouched_one_does_not(
    office: Path,
) -> None:
    usual = template_of(office).read_bytes()
    of_own_template = with_own_template(office)
    template_of(office).write_bytes(usual)
    assert make(workbook_of(office)).status == Status.WRITTEN
    found = kept(office, saved(of_own_template))
    assert (found.formatting_known, found.formatting, found.all_in_workbook) == (False, [], False)


def test_a_template_that_lies_among_the_others_is_known_without_being_named(office: Path) -> None:
    named = template_of(office).with_name("另一个.docx")
    named.write_bytes(with_things(template_of(office).read_bytes(), "图片"))
    document_of(office).unlink()
    assert make(workbook_of(office), template=named).status == Status.WRITTEN
    assert is_as_generated(reviewed(office, saved(generated(office))))


def test_a_template_that_was_named_is_known_on_the_next_run(office: Path) -> None:
    named = office / "另一个.docx"
    named.write_bytes(with_things(template_of(office).read_bytes(), "图片"))
    document_of(office).unlink()
    assert make(workbook_of(office), template=named).status == Status.WRITTEN
    document_of(office).write_bytes(saved(generated(office)))
    assert make(workbook_of(office), template=named).status == Status.WRITTEN


def test_what_nobody_touched_has_no_changes_whatever_became_of_its_template(office: Path) -> None:
    named = office / "另一个.docx"
    named.write_bytes(with_fixed_words(template_of(office).read_bytes(), "本单位自己的固定文字"))
    document, workbook = document_of(office), workbook_of(office)
    document.unlink()
    assert make(workbook, template=named).status == Status.WRITTEN
    before = workbook.read_bytes()
    found = review(document, apply=True)
    assert (found.untouched, found.comparison.changes, found.cells) == (True, [], 0)
    assert workbook.read_bytes() == before
    document.write_bytes(saved(document.read_bytes()))
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
    document, before = document_of(office), generated(office)
    document.write_bytes(edit(before, Random(11), count=3, noise=False).data)
    assert review(document, apply=True).applied
    document.write_bytes(before)
    assert revise(document).written
    assert review(document).formatting == []
