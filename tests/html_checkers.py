"""Checkers of others for pages: `.ci/run` installs them from npm."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_HTML_VALIDATE, _VNU = shutil.which("html-validate"), shutil.which("vnu")
_STANDARDS = ["html-validate:recommended", "html-validate:a11y"]
needs_html_validate = pytest.mark.skipif(
    _HTML_VALIDATE is None, reason="needs html-validate (npm: html-validate)"
)
needs_vnu = pytest.mark.skipif(
    _VNU is None or shutil.which("java") is None, reason="needs vnu (npm: vnu-jar) and Java"
)


def html_validate(file: Path, *rules_off: str) -> str:
    """Return what html-validate complains of in a page."""
    rules = {"root": True, "extends": _STANDARDS, "rules": dict.fromkeys(rules_off, "off")}
    file.with_name("rules.json").write_text(json.dumps(rules), encoding="utf-8")
    return _complaint(
        file.parent, _HTML_VALIDATE, "--config", "rules.json", "--formatter", "text", file
    )


def vnu(files: Sequence[Path]) -> str:
    """Return what the Nu Html Checker complains of in pages of one folder."""
    return _complaint(files[0].parent, _VNU, "--format", "text", *files)


def _complaint(folder: Path, program: str | None, *arguments: str | Path) -> str:
    command = [program or "", *map(str, arguments)]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")
    complaint = done.stdout + done.stderr
    return "" if done.returncode == 0 and "No errors found" in complaint else complaint
