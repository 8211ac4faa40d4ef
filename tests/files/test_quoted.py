"""What people copy from a message does what it says, whatever their files are called."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.files.quoted import quoted

NAMES = (
    "2024.xlsx",
    "某局（本级）2024年·年报.xlsx",
    "a b.docx",
    "a;touch x.docx",
    "a`touch x`.docx",
    "a$(touch x).docx",
    'a"b.docx',
    "a'b.docx",
    "a!b $HOME.docx",
    "a&b(1).docx",
)


@pytest.mark.skipif(sys.platform == "win32", reason="cmd has no such names")
def test_a_shell_takes_a_name_for_one_word_and_nothing_else(tmp_path: Path) -> None:
    command = f"printf '%s\\n' {' '.join(map(quoted, NAMES))}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert done.stdout.splitlines() == [*NAMES]
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - names alone


def test_a_plain_name_is_typed_as_it_is() -> None:
    assert [quoted(name) for name in NAMES[:3]] == [*NAMES[:2], '"a b.docx"']
