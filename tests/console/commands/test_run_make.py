import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console.command_line import run
from tests.paths import ROOT

WORKBOOK = ROOT / "inputs" / "2023.xlsx"
SELDOM_NEEDED = {
    *("babel", "zoneinfo", "openpyxl", "docx", "docxtpl", "lxml"),
    *("distributed", "tqdm", "traceback"),
}

_RUN = """
import json, sys
from dataclasses import MISSING, fields
from functools import cached_property
from generator.console.cli import main

def could_be_a_tuple(one):
    plain = all(
        field.compare and field.repr and field.default_factory is MISSING for field in fields(one)
    )
    own = vars(one)
    more = "__post_init__" in own or any(isinstance(each, cached_property) for each in own.values())
    return one.__dataclass_params__.frozen and one.__dataclass_params__.eq and plain and not more

main(sys.argv[1:])
classes = {
    f"{name}.{one.__name__}"
    for name, module in sys.modules.items() if name.startswith("generator.")
    for one in vars(module).values()
    if isinstance(one, type) and one.__module__ == name and "__dataclass_fields__" in vars(one)
    and could_be_a_tuple(one)
}
print()
print(json.dumps([sorted(sys.modules), sorted(classes)]))
"""


def test_an_ordinary_report_waits_for_nothing_that_it_does_not_need(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "2023.docx"
    run(capsys, str(WORKBOOK), "-o", str(document))  # so that the template is compiled
    document.unlink()
    command = (sys.executable, "-c", _RUN, str(WORKBOOK), "-o", str(document))
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    modules, classes = json.loads(said.stdout.splitlines()[-1])
    assert document.exists()
    assert "generator.checks.rules" in modules
    assert SELDOM_NEEDED.isdisjoint(modules)
    assert classes == []  # a named tuple is made in a seventh of the time
