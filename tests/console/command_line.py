"""Types a command, in this process."""

import pytest

from generator.console import cli


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return the exit code, what was said to standard output, and what to standard error."""
    code = cli.main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err
