"""Whatever an earlier version made is still read, reviewed, written back and revised as it was."""

from collections.abc import Callable, Container
from contextlib import chdir, redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, NamedTuple

import pytest

from generator.console.cli import main
from tests.earlier_versions.differences import changed_parts, paragraphs_of
from tests.earlier_versions.facts import facts_in, keys_in
from tests.earlier_versions.office import Office
from tests.earlier_versions.samples import VERSIONS, Version


class Back(NamedTuple):
    """What reviewing and revising a document gives now."""

    reviewed: Any
    written: dict[str, Any]
    revised: Any
    tracked: dict[str, Any]


ALWAYS = ("出处全丢", "有修订有直接改")
"""The documents that the fast set looks at too: all that is ever told is told of these two."""

WaysBack = Callable[[Version, Path], Back]
Checked = Callable[[Version], Any]
Exported = Callable[[Version, Path], Any]


def _run(folder: Path, arguments: list[str]) -> str:
    with chdir(folder), redirect_stdout(StringIO()) as said:
        main(arguments)
    return said.getvalue()


class Desk:
    """Where offices are opened, each in a folder of its own."""

    def __init__(self, above: Path) -> None:
        self._above = above

    def office(self, version: Version) -> Office:
        """Open an office."""
        return Office(Path(mkdtemp(dir=self._above)), version, _run)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def back(tmp_path_factory: pytest.TempPathFactory) -> WaysBack:
    """Review and revise each document once, for it takes its time."""
    desk = Desk(tmp_path_factory.mktemp("back"))

    @cache
    def both(version: Version, document: Path) -> Back:
        written_back = desk.office(version).write_back(document)
        return Back(*written_back, *desk.office(version).revise(document))

    return both


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Check the workbooks of each version once."""
    desk = Desk(tmp_path_factory.mktemp("checked"))
    return cache(lambda version: desk.office(version).check())


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Export each workbook once."""
    desk = Desk(tmp_path_factory.mktemp("exported"))
    return cache(lambda version, workbook: desk.office(version).export(workbook))


def _each(what: str, always: Container[str] | None = None) -> list[Any]:
    """Return parameters; those that are not `always` are long, for a few of a kind tell most."""
    return [
        pytest.param(
            version,
            path,
            id=f"{version.folder.name}-{path.stem}",
            marks=() if always is None or path.stem in always else pytest.mark.long,
        )
        for version in VERSIONS
        for path in getattr(version, what)
    ]


every_version = pytest.mark.parametrize("version", VERSIONS, ids=lambda one: one.folder.name)
every_workbook = pytest.mark.parametrize(("version", "workbook"), _each("workbooks"))
every_document = pytest.mark.parametrize(("version", "document"), _each("documents", always=ALWAYS))
every_list_of_findings = pytest.mark.parametrize(("version", "found"), _each("findings"))


def as_told(expected: list[Any], now: Any, version: Version) -> None:
    """Assert that the same is told now as then; more may be found."""
    known = facts_in(now["results"], version.keys)
    assert len(known) == len(expected)
    for then, one in zip(expected, known, strict=True):
        before, after = then.pop("findings", []), one.pop("findings", [])
        assert one == then
        stale = _cells_of_last_year(after)
        gone = [found for found in before if found not in after]
        assert [found for found in gone if found.get("place") not in stale] == []


def _cells_of_last_year(findings: list[Any]) -> set[str]:
    """Return the cells whose text is still last year's: nothing else is told of them any more."""
    cells: set[str] = set()
    for found in findings:
        sheet, _, spots = found.get("place", "").rpartition("』")
        for area in spots.split("、") if found["rule"] == "Y07" else ():
            first, _, last = area.partition(":")
            rows = range(int(first[1:]), int((last or first)[1:]) + 1)
            cells |= {f"{sheet}』{first[0]}{row}" for row in rows}
    return cells


def test_there_are_samples_of_every_kind() -> None:
    assert [version.folder.name for version in VERSIONS][:1] == ["0.1.0"]
    for version in VERSIONS:
        assert len(version.workbooks) >= 5
        assert len(version.documents) >= 8
        assert len(version.findings) == 2
        assert {version.workbook, version.draft} <= {*version.workbooks, *version.documents}


@every_version
def test_what_was_found_in_workbooks_is_still_found(version: Version, checked: Checked) -> None:
    as_told(version.said("check"), checked(version), version)


@every_workbook
def test_workbooks_still_say_the_same(
    version: Version, workbook: Path, desk: Desk, exported: Exported
) -> None:
    now = exported(version, workbook)
    if (version.folder / "expected" / "exported" / f"{workbook.stem}.json").exists():
        expected = version.said(f"exported/{workbook.stem}")
        assert {key: now.get(key) for key in expected} == expected
    else:
        assert now is None
        assert desk.office(version).draft(workbook) == version.said(f"drafted/{workbook.stem}")


@every_version
def test_reports_as_json_are_still_read(version: Version, desk: Desk, exported: Exported) -> None:
    as_json = sorted(version.folder.glob("expected/exported/*.json"))
    assert as_json
    for path in as_json:
        workbook = version.workbook.with_name(f"{path.stem}.xlsx")
        assert desk.office(version).export(path) == exported(version, workbook)


@pytest.mark.parametrize(("version", "document"), _each("documents", always=("生成", "直接改")))
def test_untouched_documents_are_made_again_and_edited_ones_stay(
    version: Version, document: Path, desk: Desk
) -> None:
    office = desk.office(version)
    was, now = version.said(f"documents/{document.stem}")["made"], office.make(document)
    left = (office.folder / "outputs" / "2023.docx").read_bytes()
    if was == "edited":
        assert now == "edited"
        assert left == document.read_bytes()
    else:
        assert was == "current"
        assert now in {"current", "written"}
        assert paragraphs_of(left) == paragraphs_of(document.read_bytes())
    assert len(list((office.folder / "outputs").iterdir())) == 1


@every_document
def test_review_tells_the_same_changes(version: Version, document: Path, back: WaysBack) -> None:
    expected = version.said(f"documents/{document.stem}")
    as_told(expected["reviewed"], back(version, document).reviewed, version)


@every_document
def test_the_same_cells_are_written_back_and_nothing_else(
    version: Version, document: Path, back: WaysBack
) -> None:
    expected = version.said(f"documents/{document.stem}")
    assert back(version, document).written == expected["written"]


@every_document
def test_the_same_is_brought_into_documents(
    version: Version, document: Path, back: WaysBack
) -> None:
    expected = version.said(f"documents/{document.stem}")
    as_told(expected["revised"], back(version, document).revised, version)
    assert back(version, document).tracked == expected["tracked"]


@every_version
def test_a_document_that_was_revised_is_revised_so_again(version: Version, desk: Desk) -> None:
    office = desk.office(version)
    office.revise(version.folder / "documents" / "修订和批注.docx")
    revised = (office.folder / "outputs" / "2023.docx").read_bytes()
    kept = (version.folder / "documents" / "又经修订.docx").read_bytes()
    assert paragraphs_of(revised) == paragraphs_of(kept)
    assert set(changed_parts(kept, revised)) <= {
        "word/document.xml",  # 修订 carry the time
        "docProps/custom.xml",  # carries the version
        "customXml/item1.xml",
    }


@every_list_of_findings
def test_what_the_program_wrote_down_is_no_workbook(
    version: Version, found: Path, desk: Desk
) -> None:
    statuses = desk.office(version).statuses(found)
    assert statuses == version.said(f"findings/{found.stem}")
    assert statuses["make"] == "unusable"


@every_version
def test_annotated_copies_and_lists_of_problems_are_written_anew(
    version: Version, desk: Desk
) -> None:
    office = desk.office(version)
    office.lay_out_workbooks()
    for found in version.findings:
        (office.folder / found.name).write_bytes(found.read_bytes())
    office.says("check", "--annotate", "有错.xlsx")
    office.says("check", "2023.xlsx", "有错.xlsx", "--problems", "问题清单.xlsx")
    there = {path.name for path in office.folder.iterdir()}
    assert there == {path.name for path in (*version.workbooks, *version.findings)}


@every_version
def test_a_template_of_the_office_is_still_filled(version: Version, desk: Desk) -> None:
    office = desk.office(version)
    template, made = str(version.template), version.folder / "documents" / "生成.docx"
    assert office.says("check-template", template)["results"][0]["status"] == "usable"
    (office.folder / "2023.xlsx").write_bytes(version.workbook.read_bytes())
    office.says("2023.xlsx", "--template", template)
    filled = (office.folder / "2023.docx").read_bytes()
    assert paragraphs_of(filled) == paragraphs_of(made.read_bytes())


@every_version
def test_no_key_has_gone_from_the_json(version: Version, checked: Checked, back: WaysBack) -> None:
    told = [{"check": checked(version)}]
    for document in version.documents:
        if document.stem in ALWAYS:
            done = back(version, document)
            told.append({"review": done.reviewed, "revise": done.revised})
    assert set(version.keys) - set(keys_in(told)) == set()
