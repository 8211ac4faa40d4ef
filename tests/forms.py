"""The forms that the program knows: the disclosure form in force, and the edition before it."""

import pytest

from generator.form.vocabulary import Form
from generator.pipeline import edition
from generator.pipeline.edition import editions_of, usual_form

FORM, OLDER = editions_of(usual_form())
WORDINGS = FORM.wordings

KIND, PERIOD_START, PERIOD_END = "机关类型", "统计期限起", "统计期限止"
DEPARTMENT, GOVERNMENT = "部门", "各级政府"
"""What its entries are called, and the kinds of organs."""


def let_know(monkeypatch: pytest.MonkeyPatch, form: Form) -> None:
    """Let the program know one more form."""
    known = (*edition.forms(), form)
    monkeypatch.setattr(edition, "forms", lambda *_: known)
