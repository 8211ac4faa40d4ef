"""The two offices that the pipeline is tested in."""

from pathlib import Path

import pytest

from generator.form.vocabulary import Form
from tests.form.small import SMALL
from tests.forms import let_know
from tests.pipeline.office import put_published
from tests.pipeline.small_office import put_small


@pytest.fixture
def small_form(monkeypatch: pytest.MonkeyPatch) -> Form:
    """Let the program know a form of four figures beside ours."""
    let_know(monkeypatch, SMALL)
    return SMALL


@pytest.fixture
def office(tmp_path: Path, small_form: Form) -> Path:  # noqa: ARG001 - it must be known there
    """Return an office with the small form, a workbook of it and its document."""
    return put_small(tmp_path)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Return an office with the published report: what only our own form can show."""
    return put_published(tmp_path)
