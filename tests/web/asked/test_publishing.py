"""Publishing, as the page asks for it."""

from pathlib import Path

import pytest

from tests.pipeline.office import put_published, reviewer_edits
from tests.web.pages import open_page

pytestmark = pytest.mark.long


def test_what_goes_out_is_told_and_can_be_opened(tmp_path: Path) -> None:
    with open_page(put_published(tmp_path)) as page:
        told = page.post(f"publish/{page.id('2023.docx')}").record
        assert told["said"] == "已发布：outputs/2023.docx"
        assert page.post(told["choices"][0]["path"]).status == 200
        assert page.opened[0].name == "2023.发布.docx"


def test_what_hangs_in_a_document_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    reviewer_edits(put_published(tmp_path), "予以公开", "不予公开")
    with open_page(tmp_path) as page:
        told = page.post(f"publish/{page.id('2023.docx')}").record
        assert told["tone"] == "bad"
        assert told["choices"][0]["given"] == {"force": True}
        assert len(list((tmp_path / "outputs").iterdir())) == 1
