"""Files with Chinese names, where the system speaks no Chinese."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import workbook


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has names in Unicode, always")
def test_where_the_system_speaks_no_chinese_files_have_chinese_names_all_the_same(
    tmp_path: Path,
) -> None:
    (tmp_path / "某局.xlsx").write_bytes(workbook())
    ended = subprocess.run(
        [sys.executable, "-m", "generator", "某局.xlsx"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert ended.stdout.startswith("已生成：某局.docx"), ended.stderr
    assert (tmp_path / "某局.docx").exists()
    assert (ended.returncode, ended.stderr) == (0, "")
