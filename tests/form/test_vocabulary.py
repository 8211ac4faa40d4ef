"""The words in which forms are written down."""

import ast

import pytest

from tests.paths import ROOT

WRITTEN_IN = ("rules", "vocabulary", "wordings")
"""The modules in whose words a form is written."""


@pytest.mark.parametrize("module", WRITTEN_IN)
def test_every_field_of_a_form_says_what_it_holds(module: str) -> None:
    path = ROOT / "generator" / "form" / f"{module}.py"
    silent = [
        f"{of.name}.{field.target.id}"
        for of in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(of, ast.ClassDef)
        for field, after in zip(of.body, [*of.body[1:], None], strict=True)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if not (isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant))
    ]
    assert silent == []
