"""All forms of a report say the same in the same order, whatever reviewers did to it.

They are read by lxml and pdfminer, and by pandoc and LibreOffice where those are; no reader here
shares code with the writers.
"""

from pathlib import Path
from random import Random

import pytest

from generator.pipeline.publishing.publish import Published, publish
from tests.form.small import SMALL
from tests.libreoffice import convert, needs_libreoffice
from tests.pandoc import needs_pandoc
from tests.pipeline.publishing.forms import (
    by_pandoc,
    in_docx,
    in_html,
    in_pdf,
    in_words,
    without_alternatives,
)
from tests.pipeline.publishing.reviewers import EDITS, edited
from tests.pipeline.shown_office import put_shown
from tests.pipeline.small_office import put_small
from tests.reviewing.reviewer import review

_READERS = {".docx": in_docx, ".pdf": in_pdf, ".html": in_html}
REPORTS = 10


def differing(document: Path, found: Published) -> dict[str, list[str]]:
    """Return for each published form what only it or only the document says."""
    reviewed = without_alternatives(in_docx(document.read_bytes()))
    assert len(reviewed) > 15
    wrong = {}
    for file in found.files:
        if file.suffix in _READERS:
            said = without_alternatives(_READERS[file.suffix](file.read_bytes()))
            if said != reviewed:
                pairs = zip(reviewed, said, strict=False)
                wrong[file.name] = [f"{a} | {b}" for a, b in pairs if a != b][:3]
    return wrong


def reported(folder: Path, seed: int) -> tuple[Path, Published]:
    """Return one of the ten documents, and its publication; each second of the official form."""
    rng, small = Random(seed), seed % 2 == 0
    document = put_shown(folder, small=small) / "outputs" / "2023.docx"
    reviewed = review(document.read_bytes(), rng, tracked=False).data
    names = [name for name in EDITS if rng.random() < 0.6]
    rng.shuffle(names)
    document.write_bytes(edited(reviewed, *names))
    return document, publish(document, form=SMALL if small else None, force=True)


def test_all_that_reviewers_do_is_in_all_forms(tmp_path: Path) -> None:
    document = put_small(tmp_path) / "outputs" / "2023.docx"
    document.write_bytes(edited(document.read_bytes(), *EDITS))
    assert differing(document, publish(document, form=SMALL, force=True)) == {}


@pytest.mark.long
@pytest.mark.parametrize("name", EDITS)
def test_each_thing_that_reviewers_do_is_in_all_forms(tmp_path: Path, name: str) -> None:
    document = put_small(tmp_path) / "outputs" / "2023.docx"
    document.write_bytes(edited(document.read_bytes(), name))
    assert differing(document, publish(document, form=SMALL, force=True)) == {}


@pytest.mark.long
@pytest.mark.parametrize("seed", range(REPORTS))
@pytest.mark.usefixtures("small_form")
def test_ten_reports_say_the_same_in_all_forms(tmp_path: Path, seed: int) -> None:
    document, found = reported(tmp_path, seed)
    assert differing(document, found) == {}


@pytest.mark.long
@needs_pandoc
@pytest.mark.parametrize("seed", range(REPORTS))
@pytest.mark.usefixtures("small_form")
def test_pandoc_reads_the_same_words_in_document_and_page(tmp_path: Path, seed: int) -> None:
    document, found = reported(tmp_path, seed)
    reviewed = by_pandoc(document)
    assert len("".join(reviewed)) > 300
    for file in found.files:
        if file.suffix in {".docx", ".html"}:
            assert in_words(by_pandoc(file)) == in_words(reviewed), file.name


@needs_libreoffice
@pytest.mark.parametrize("seed", range(REPORTS))
@pytest.mark.usefixtures("small_form")
def test_libreoffice_shows_the_same_pages(tmp_path: Path, seed: int) -> None:
    """The published document has the pages of the reviewed one, word for word."""
    document, found = reported(tmp_path, seed)
    before, after = (
        convert(file, "pdf", tmp_path / "pages") for file in (document, found.files[0])
    )
    assert pages(before) == pages(after)


def pages(file: Path) -> list[str]:
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        return [page.extract_text() for page in pdf.pages]
