"""The house: imports point one way, tests mirror it, and the form stands once."""

import ast
from pathlib import Path

import pytest

from generator.form.disclosure.edition_2021 import FORM
from tests.paths import ROOT

MODULES = sorted((ROOT / "generator").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
ABOUT_THE_WHOLE = {
    *("test_architecture", "test_benchmarks", "test_catalogue", "test_documentation"),
    *("test_evaluation", "test_fuzzing", "test_published", "test_reviewer", "test_round_trip"),
}

ROOMS = {  # room: the rooms it may import from, beside the small ones that all may
    "form": {"chinese"},
    "report": {"chinese"},
    "finding": {"report"},
    "checks": {"form", "narrative"},
    "narrative": {"form"},
    "marks": set(),
    "listing": set(),
    "ink": set(),
    "listing_text": {"ink", "listing"},
    "explanation": {"checks"},
    "blank": {"form"},
    "carry_over": {"form"},
    "neighbour": {"form", "carry_over", "sources"},
    "snapshot": set(),
    "os_reason": set(),
    "xml_characters": set(),
    "xml_scan": set(),
    "archive": {"os_reason", "xml_scan"},
    "locks": set(),
    "copies": set(),
    "delivery": {"copies", "locks", "os_reason"},
    "folders": {"copies"},
    "draft": set(),
    "shown_command": {"folders"},
    "template_choice": set(),
    "typed": {"form"},
    "report_json": {"form", "typed"},
    "workbook": {"form", "typed", "archive", "delivery", "listing", "xml_characters"},
    "review": {
        *("alignment", "draft", "edits", "form", "manuscript", "narrative", "page_lines", "typed"),
        "words",
    },
    "generated": {
        *("archive", "document", "form", "manuscript", "narrative", "snapshot"),
        "template_choice",
    },
    "sides": {
        *(
            "alignment",
            "archive",
            "delivery",
            "document",
            "folders",
            "form",
            "generated",
            "review",
            "workbook",
        ),
    },
    "way_back": {
        *(
            "copies",
            "checks",
            "delivery",
            "document",
            "form",
            "generated",
            "listing",
            "locks",
            "marks",
        ),
        *("narrative", "neighbour", "os_reason", "page_lines", "review", "sides", "workbook"),
    },
    "revise": {
        *("archive", "delivery", "document", "edits", "form", "generated", "review", "sides"),
        "snapshot",
    },
    "manuscript": {"form"},
    "words": set(),
    "edits": {"form"},
    "alignment": set(),
    "page_lines": {"narrative", "xml_characters"},
    "document": {
        "edits",
        "form",
        "archive",
        "manuscript",
        "narrative",
        "page_lines",
        "xml_characters",
    },
    "sources": {"form", "archive", "narrative", "report_json", "workbook"},
    "importing": {"form", "manuscript", "narrative", "typed", "alignment", "review"},
    "way_in": {
        *("form", "archive", "narrative", "carry_over", "delivery", "document", "folders"),
        *("importing", "os_reason", "page_lines", "workbook"),
    },
    "import_text": {"facts", "form", "ink", "way_in"},
    "pipeline": {
        *("form", "archive", "narrative", "checks", "blank", "snapshot", "delivery"),
        *("template_choice", "workbook", "document", "locks", "marks", "listing", "copies"),
        *("carry_over", "neighbour", "report_json", "sources", "folders", "review", "way_back"),
        *("draft", "revise", "way_in"),
    },
    "summary": {
        "form",
        "pipeline",
        "ink",
        "listing",
        "listing_text",
        "shown_command",
    },
    "review_text": {
        *("facts", "generated", "ink", "listing", "listing_text", "locks", "manuscript", "review"),
        *("shown_command", "way_back", "words"),
    },
    "double_click": set(),
    "arguments": {"review"},
    "revise_text": {"edits", "ink", "review_text", "revise"},
    "voice": {"ink", "os_reason"},
    "ending": set(),
    "result": {"voice"},
    "facts": {"checks", "pipeline"},
    "batch": {
        *("arguments", "ending", "facts", "form", "ink", "listing", "pipeline", "result"),
        *("summary", "voice"),
    },
    "new_text": {"pipeline"},
    "template_text": {"voice"},
    "commands": {
        *("arguments", "explanation", "ink", "pipeline", "summary", "review", "voice", "copies"),
        *("review_text", "revise", "revise_text", "way_back", "import_text", "new_text"),
        *(
            "archive",
            "template_text",
            "folders",
            "ending",
            "result",
            "facts",
            "batch",
            "delivery",
            "os_reason",
            "workbook",
        ),
    },
    "cli": {"arguments", "double_click", "ending", "voice"},
    "__main__": {"cli"},
    "chinese": set(),
}
SMALL = {"chinese", "finding", "report", "__init__"}
LONGEST_ORDINARY_WORD = 5  # 规章 and 行政许可 are words that any message may use
LIBRARIES = {"openpyxl": "workbook", "docx": "document", "docxtpl": "document", "lxml": "document"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix()


def room(path: Path) -> str:
    return path.relative_to(ROOT / "generator").parts[0].removesuffix(".py")


def is_edition(path: Path) -> bool:
    """Tell whether a module is an edition of the form; an older one names what is the same."""
    return room(path) == "form" and path.stem.startswith("edition_")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_there_is_a_house_to_look_at() -> None:
    assert len(MODULES) > 30
    assert len(TESTS) > 15
    assert {room(path) for path in MODULES} - {"__init__"} == set(ROOMS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    if room(path) == "__init__":
        return
    rooms = {name.split(".")[1] for name in imports(path) if name.startswith("generator.")}
    known = {name for name in rooms if (ROOT / "generator" / name).exists()} | {
        name for name in rooms if (ROOT / "generator" / f"{name}.py").exists()
    }
    small = SMALL if room(path) not in SMALL | {"form"} else set()
    assert known - {room(path)} - ROOMS[room(path)] - small == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_file_format_is_known_in_one_room(path: Path) -> None:
    for name in imports(path):
        owner = LIBRARIES.get(name.split(".")[0])
        assert owner in (None, room(path)), f"{name} belongs to {owner}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_pipeline_picks_the_edition(path: Path) -> None:
    picks = any(name.startswith("generator.form.edition") for name in imports(path))
    assert not picks or room(path) == "pipeline" or is_edition(path)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_label_of_the_form_is_repeated_in_the_code(path: Path) -> None:
    if is_edition(path):
        return
    labels = {label for figure in FORM.figures.values() for label in figure.row.label}
    labels |= {section.heading for section in FORM.sections}
    labels -= {figure.row.name for figure in FORM.figures.values()}  # names are there to be used
    labels = {label for label in labels if len(label) > LONGEST_ORDINARY_WORD}
    texts = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert texts or path.name in {"__init__.py", "__main__.py"}
    assert [label for label in labels for text in texts if label in text] == []


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_tests_mirror_the_house(path: Path) -> None:
    module = path.stem.removeprefix("test_")
    mirrored = ROOT / "generator" / path.relative_to(ROOT / "tests").parent / f"{module}.py"
    assert path.stem in ABOUT_THE_WHOLE or mirrored.exists()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_names_say_the_thing(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "misc", "manager", "service"}
