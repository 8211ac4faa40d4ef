"""The house: imports point one way, each library has its room, tests mirror the code."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from generator.pipeline.edition import editions_of, forms
from tests.paths import ROOT

HOUSE = ROOT / "generator"
MODULES = sorted(HOUSE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
ABOUT_THE_WHOLE = {
    *("test_struck_text", "test_architecture", "test_benchmarks", "test_catalogue"),
    *("test_documentation", "test_earlier_versions", "test_evaluation", "test_from_python"),
    *("test_fuzzing", "test_hostile_names", "test_names_of_figures", "test_pages"),
    *("test_published", "test_reviewer", "test_round_trip", "test_rounds", "test_schema"),
    *(
        "test_small_form",
        "test_third_form",
        "test_sound_documents",
        "test_statements",
        "test_typed_cells",
    ),
    *("test_written_back", "test_both_sides", "test_revised_exhibits"),
    *("test_edited_workbooks", "test_narrative_edits", "test_shown_reviewed"),
    *("test_same_in_all_forms", "test_nothing_else_goes_out"),
    *("test_web_pages", "test_sixty_files", "test_desk", "test_desk_forms", "test_desk_units"),
    "test_desk_year",
    *("test_enforcement", "test_mistaken_forms", "test_words_in_tables"),
    *("test_unzipped_folders", "test_manual"),
}

ABOUT_FORMS = {
    *("pipeline/forms/meant.py", "pipeline/forms/examined.py", "console/commands/run_form.py"),
    *("pipeline/collecting/filing.py", "pipeline/listing/around.py", "messages/page/forms.py"),
}
"""What is about forms themselves, and not about one of them."""

ROOMS = {  # room: the rooms it imports from
    "form": set(),
    "model": {"form"},
    "checks": {"form", "model"},
    "manuscript": {"form", "model"},
    "files": {"model"},
    "formats": {"form", "model", "manuscript", "files"},
    "pipeline": {"form", "model", "checks", "manuscript", "files", "formats"},
    "messages": {"form", "model", "manuscript", "files", "pipeline"},
    "web": {"model", "files", "pipeline", "messages"},
    "console": {"form", "model", "manuscript", "files", "formats", "pipeline", "messages", "web"},
    "__main__": {"console"},
}
LIBRARIES: dict[str, str | tuple[str, ...]] = {
    "babel": "form",
    "openpyxl": ("formats/xlsx", "formats/docx/exhibits/chart_workbook.py"),
    "docxtpl": "formats/docx",
    "jinja2": "formats/docx",
    "lxml": ("formats/docx", "formats/html/reading"),
    "markupsafe": "formats/docx",
    "platformdirs": "files",
    "PIL": "formats/picture",
    "fontTools": "formats/pdf",
    "pikepdf": "formats/pdf",
    "typst": "formats/pdf",
    "pdfminer": "formats/pdf/reading",
    "distributed": "console/many",
    "tqdm": "console/many",
}
MOST_ENTRIES, MOST_MODULES = 12, 25
LONGEST_ORDINARY_WORD = 5  # 规章 and 行政许可 are words that any message may use


def inside(path: Path) -> str:
    return path.relative_to(HOUSE).as_posix()


def room(path: Path) -> str:
    return inside(path).split("/")[0].removesuffix(".py")


IMPORT = re.compile(r"^ *((?:from [\w.]+ )?import (?:\([^)]*\)|.+))", re.MULTILINE)
"""An import; or a line of prose that begins with one of these words, which does not parse."""


def statements(source: str) -> Iterator[ast.stmt]:
    """Yield the imports of a module: to parse all of every module takes a second."""
    for found in IMPORT.findall(source):
        with suppress(SyntaxError):
            yield from ast.parse(found).body


@cache
def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in statements(path.read_text(encoding="utf-8")):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def arrows() -> Iterator[tuple[Path, str, str]]:
    """Yield (module, its room, the room that it imports from), other than its own."""
    for path in MODULES:
        for name in imports(path):
            _, _, rest = name.partition("generator.")
            other = rest.split(".")[0]
            if name.startswith("generator.") and other in ROOMS and other != room(path):
                yield path, room(path), other


def test_there_is_a_house_to_look_at() -> None:
    assert len(MODULES) > 200
    assert len(TESTS) > 100
    assert {room(path) for path in MODULES} == {*ROOMS, "__init__"}


def test_a_newcomer_sees_few_things_at_once() -> None:
    entries = [path for path in HOUSE.iterdir() if path.name != "__pycache__"]
    assert 0 < len(entries) <= MOST_ENTRIES
    folders = [HOUSE, *(path.parent for path in MODULES)]
    crowded = {folder for folder in folders if len(list(folder.glob("*.py"))) > MOST_MODULES}
    assert crowded == set()


def test_imports_point_one_way_and_every_permission_is_used() -> None:
    found = list(arrows())
    wrong = [
        f"{inside(path)} → {other}"
        for path, home, other in found
        if home != "__init__" and other not in ROOMS[home]
    ]
    assert wrong == []
    used = {(home, other) for _, home, other in found if home != "__init__"}
    assert {(home, other) for home, others in ROOMS.items() for other in others} == used


def test_the_rooms_have_an_order() -> None:
    above: list[str] = []
    for home, others in ROOMS.items():
        assert others <= set(above), f"{home} imports from what comes after it"
        above.append(home)


def test_no_format_knows_another() -> None:
    formats = [path for path in MODULES if room(path) == "formats"]
    crossing = [
        f"{inside(path)} → {name}"
        for path in formats
        for name in imports(path)
        if name.startswith("generator.formats.") and inside(path).count("/") > 1
        if name.split(".")[2] != inside(path).split("/")[1]
    ]
    assert len(formats) > 50
    assert crossing == []


def test_each_library_is_known_in_one_room() -> None:
    used: dict[str, set[str]] = {}
    for path in MODULES:
        for name in imports(path):
            used.setdefault(name.split(".")[0], set()).add(inside(path))
    astray = [
        f"{module} → {library}"
        for library, owner in LIBRARIES.items()
        for module in used.get(library, set())
        if not module.startswith(owner)
    ]
    assert astray == []
    assert set(LIBRARIES) - set(used) == set(), "guarded, but imported nowhere"


def test_only_one_module_picks_a_form() -> None:
    pipeline = "generator.pipeline.forms"
    read_by = ("generator.form.reading.form", f"{pipeline}.written", f"{pipeline}.known")
    readers: dict[str, set[str]] = {name: set() for name in read_by}
    for path in MODULES:
        for name in imports(path):
            if name in readers:
                readers[name].add(inside(path))
    assert list(readers.values()) == [
        {"pipeline/forms/written.py"},
        {f"pipeline/forms/{name}.py" for name in ("known", "meant", "examined")},
        {"pipeline/edition.py", "pipeline/template_choice.py", *ABOUT_FORMS},
    ]


def test_no_label_of_a_form_is_repeated_in_the_code() -> None:
    every = [edition for form in forms() for edition in editions_of(form)]
    labels = {
        label
        for form in every
        for figure in form.figures.values()
        for label in figure.row.label
        if len(label) > LONGEST_ORDINARY_WORD and label != figure.row.name
    } | {section.heading for form in every for section in form.sections}
    texts = [(path, path.read_text(encoding="utf-8")) for path in MODULES]
    repeated = [
        f"{inside(path)}: {label}" for path, text in texts for label in labels if label in text
    ]
    assert len(labels) > 20
    assert repeated == []


def test_tests_mirror_the_house() -> None:
    astray = [
        str(path.relative_to(ROOT))
        for path in TESTS
        if path.stem not in ABOUT_THE_WHOLE
        and not any(
            (HOUSE / path.relative_to(ROOT / "tests").parent / mirrored).exists()
            for mirrored in (f"{path.stem[len('test_') :]}.py", path.stem[len("test_") :])
        )
    ]
    assert astray == []
    gone = ABOUT_THE_WHOLE - {path.stem for path in TESTS}
    assert gone == set()


def test_names_say_the_thing() -> None:
    vague = {"utils", "helpers", "common", "misc", "manager", "service"}
    assert [inside(path) for path in MODULES if path.stem in vague] == []


def test_the_source_package_holds_all_that_its_tests_need() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("unpacked from such a package")
    listed = subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    always = {".gitignore", "pyproject.toml"}
    entries = {name.split("/")[0] for name in listed.stdout.split("\0") if name} - always
    assert {"outputs", ".ci", "tests"} <= entries
    left_out = [one for one in entries if not any(fnmatch(one, each) for each in included)]
    assert left_out == []


def test_patterns_of_the_checks_are_compiled_where_a_text_may_hold_them() -> None:
    modules = [*(HOUSE / "checks").rglob("*.py"), *(HOUSE / "model").rglob("*.py")]
    sources = {inside(path): path.read_text(encoding="utf-8") for path in modules}
    assert any(" = Pattern(" in source for source in sources.values())
    assert [name for name, source in sources.items() if "re.compile(" in source] == []
