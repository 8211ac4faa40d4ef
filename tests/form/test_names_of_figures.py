"""What belongs to a form stands with it: no other module writes the name of a figure or a part."""

import ast
from collections.abc import Iterable
from pathlib import Path

from generator.pipeline.edition import forms
from tests.few import each
from tests.forms import OLDER
from tests.paths import ROOT

GENERATOR = ROOT / "generator"
ORDINARY = {"规章", "开头", "其他组织", "总体情况", "强制措施"}
"""Names that are words as well: only a text that is nothing else is the name."""
SHORTEST_OF_ITS_OWN = 4

NAMES = {
    name
    for form in (*forms(), OLDER)
    for name in (
        *form.figures,
        *(total.name for total in form.sums),
        *(part.name for part in form.parts[1:]),
    )
}
MODULES = sorted(GENERATOR.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(GENERATOR).as_posix()


def named_in(source: str, names: Iterable[str]) -> set[str]:
    """Return the names that a module writes, in its text or as what the text is."""
    written = {name for name in names if name in source}
    own = {name for name in written if len(name) >= SHORTEST_OF_ITS_OWN and name not in ORDINARY}
    return own | (written & constants(source) if written - own else set())


def constants(source: str) -> set[str]:
    return {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_there_are_names_and_modules_to_look_at() -> None:
    assert len(forms()) > 1
    assert len(NAMES) > 240
    assert len(MODULES) > 200
    assert named_in("X = '规章'", ["规章"]) == {"规章"}
    assert named_in("# 本年新收", ["本年新收"]) == {"本年新收"}
    assert named_in("X = '规章制度'", ["规章"]) == set()


@each("path", MODULES)
def test_no_module_names_a_figure_or_a_part_of_a_form(path: Path) -> None:
    assert named_in(path.read_text(encoding="utf-8"), NAMES) == set()
