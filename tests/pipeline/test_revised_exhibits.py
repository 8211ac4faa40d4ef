"""Pictures, charts and further tables that changed in the workbook come into the document."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from generator.files.zip_archive import DOCUMENT, open_archive
from generator.form.vocabulary import Form
from generator.formats.docx.package.foreign import foreign
from generator.formats.docx.package.ooxml import parse, serialize
from generator.formats.docx.package.provenance import read_snapshot
from generator.manuscript.edits import AUTHOR
from generator.pipeline.revise import revise
from tests.few import few
from tests.formats.docx.rejected import canonical, faults, with_all, without
from tests.pipeline.shown_office import ShownOffice, changed_at_random, contents_of
from tests.sound_documents import unsound


@pytest.fixture
def office(tmp_path: Path, small_form: Form) -> ShownOffice:  # noqa: ARG001 - it must be known
    return ShownOffice(tmp_path)


def parts_of(content: bytes) -> dict[str, bytes]:
    return open_archive(content, "", DOCUMENT)


def resolved(parts: Mapping[str, bytes], *, accept: bool) -> dict[str, bytes]:
    root = parse(parts[DOCUMENT], DOCUMENT, "")
    resolve = with_all if accept else without
    return {**parts, DOCUMENT: serialize(resolve(root, AUTHOR))}


def must_be_brought_in(office: ShownOffice) -> None:
    """Revise the document: accepted it is the next one, rejected as it was."""
    before = parts_of(office.document.read_bytes())
    revised = revise(office.document)
    assert not revised.conflicts
    after, fresh = parts_of(office.document.read_bytes()), parts_of(office.made_anew())
    root = parse(after[DOCUMENT], DOCUMENT, "")
    assert faults(root, AUTHOR) == []
    assert contents_of(after) == contents_of(fresh)
    assert contents_of(resolved(after, accept=True)) == contents_of(fresh)
    was = parse(before[DOCUMENT], DOCUMENT, "")
    assert canonical(without(root, AUTHOR)) == canonical(was)
    assert read_snapshot(after, "") == read_snapshot(fresh, "")
    assert unsound(after) == []
    assert foreign(after, "") == []
    for part, content in before.items():
        if part.startswith(("word/charts", "word/media", "word/embeddings")):
            assert after[part] == content
    again = revise(office.document)
    assert not again.written
    assert not again.conflicts


@pytest.mark.parametrize("seed", few(range(300), 6))
def test_accepted_it_is_the_next_document_and_rejected_the_last(
    office: ShownOffice, seed: int
) -> None:
    rng = Random(seed)
    changed_at_random(office, rng, rng.randint(1, 6))
    must_be_brought_in(office)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(60))
def test_so_it_is_after_several_rounds_that_nobody_accepted(office: ShownOffice, seed: int) -> None:
    rng = Random(seed)
    first = parse(parts_of(office.document.read_bytes())[DOCUMENT], DOCUMENT, "")
    for _ in range(4):
        changed_at_random(office, rng, rng.randint(1, 3))
        revise(office.document)
        after, fresh = parts_of(office.document.read_bytes()), parts_of(office.made_anew())
        root = parse(after[DOCUMENT], DOCUMENT, "")
        assert faults(root, AUTHOR) == []
        assert contents_of(resolved(after, accept=True)) == contents_of(fresh)
        assert canonical(without(root, AUTHOR)) == canonical(first)
