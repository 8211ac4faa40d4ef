"""The line of every value, which Python's own reader of TOML does not tell."""

import tomllib
from typing import Any

from generator.form.mistakes import Steps
from generator.form.reading.lines import lines_in, nearest_line
from tests.form.reading.office_form import CASES
from tests.paths import ROOT

STRANGE = '''\
# a = [
"quoted.key" = "a ] } , \\" # no comment"
'literal' = 'b [ \\'
many = """
first = 1
\\"""" # after
dotted.key = 1.5
date = 1979-05-27T07:32:00Z
nested = [[1, 2],
  [3, { a = [4,
    5], b = "x" }], # , ]
]

[table.inner]
x = 1

[[list]]
x = 1

[[list.inside]]
y = 2

[[list]]
x = 3
[list.under]
z = "\\u4e2d"
'''


def ways(value: Any, steps: Steps = ()) -> list[Steps]:
    """Return the way to everything in a value."""
    found = [steps] if steps else []
    if isinstance(value, dict):
        return found + [way for name, one in value.items() for way in ways(one, (*steps, name))]
    if isinstance(value, list):
        return found + [way for at, one in enumerate(value) for way in ways(one, (*steps, at))]
    return found


def test_every_value_of_every_form_has_a_line() -> None:
    texts = [path.read_text("utf-8") for path in ROOT.glob("generator/form/**/*.toml")]
    assert len(texts) >= 3
    for text in (*texts, CASES):
        due = ways(tomllib.loads(text))
        lines = lines_in(text)
        assert len(due) > 30
        assert [way for way in due if way not in lines] == []


def test_strange_writing_leads_nobody_astray() -> None:
    lines = lines_in(STRANGE)
    due = {
        ("quoted.key",): 2,
        ("literal",): 3,
        ("many",): 4,
        ("dotted", "key"): 7,
        ("date",): 8,
        ("nested", 1, 1, "a", 1): 11,
        ("nested", 1, 1, "b"): 11,
        ("table", "inner", "x"): 15,
        ("list", 0): 17,
        ("list", 0, "inside", 0, "y"): 21,
        ("list", 1, "x"): 24,
        ("list", 1, "under", "z"): 26,
    }
    assert {way: lines.get(way) for way in due} == due


def test_what_is_missing_has_the_line_of_where_it_is_missed() -> None:
    lines = lines_in(STRANGE)
    assert nearest_line(("list", 1, "y", 3), lines) == 23
    assert nearest_line(("nothing",), lines) == 1
