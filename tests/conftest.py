"""What all tests have in common: an own cache, few examples, and no long ones unless asked for.

A long test costs seconds; what it guards, a cheap test guards too, with fewer examples or without
another program. It is marked `@pytest.mark.long`, runs with `--long`, and is left out here only.
"""

import gc
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from generator.files.zip_archive import package
from generator.formats.docx.template import fill
from tests.paths import ROOT
from tests.sound_documents import looked_at

_LEFT_OUT = "long: python -m pytest --long runs it"
_MOST_PROCESSES = 8
"""Each collects all tests first: more would not be done sooner."""
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A slow machine is no failure."""
settings.register_profile("usual", _UNTIMED, max_examples=6, derandomize=True)
settings.register_profile("long", _UNTIMED, max_examples=200, derandomize=True)
settings.register_profile("explore", _UNTIMED, max_examples=200)
"""What must hold before a change lands is the same each time; `--hypothesis-profile explore` looks
for what nobody has thought of."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long tests too")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Run the whole suite on every core, and what is named on the command line right here."""
    whole = config.args_source == pytest.Config.ArgsSource.TESTPATHS
    if whole and getattr(config.option, "numprocesses", 0) is None and not _is_worker(config):
        config.option.numprocesses = "logical"
        config.option.maxprocesses = config.option.maxprocesses or _MOST_PROCESSES
        config.option.dist = "worksteal"


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    asked = config.getoption("--hypothesis-profile", default=None)
    settings.load_profile(asked or ("long" if config.getoption("--long") else "usual"))


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let each process rewrite its share of the tests, and find the rest in Python's cache.

    To rewrite the assertions of all tests takes some 5 s: else each process would do it for
    itself, and again in every run where the environment says that no bytecode shall be written.
    """
    worker = getattr(session.config, "workerinput", None)
    if worker is None:
        return
    sys.dont_write_bytecode = False
    first, step = int(worker["workerid"].removeprefix("gw")), worker["workercount"]
    for path in sorted((ROOT / "tests").rglob("test_*.py"))[first::step]:
        with suppress(Exception):  # whoever collects it says what is wrong with it
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason=_LEFT_OUT))


def pytest_collection_finish() -> None:
    """Spare Python looking for garbage among the tests and libraries: they stay to the end."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in a line for each reason how many tests were left out."""
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.getreports("skipped")
        if isinstance(report.longrepr, tuple)
    )
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"left out: {count} × {reason}")


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep what is kept for a user in folders of the tests, not among the user's."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("XDG_DATA_HOME", str(folder / "lasting"))
        yield folder


@pytest.fixture(autouse=True, scope="session")
def every_document_is_sound() -> Iterator[None]:
    """Look at every document that a test makes: nothing leads outside, no id is there twice."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fill, "package", looked_at(package))
        yield
