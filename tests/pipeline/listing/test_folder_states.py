"""How far each report of a folder is, through a year; and that what is known is not read again."""

from pathlib import Path
from random import Random

import pytest

from generator.pipeline.listing import sorting
from generator.pipeline.listing.folder_states import folder_states, places_of
from generator.pipeline.listing.states import FileState, FolderStates, Kind, State
from generator.pipeline.make import make
from generator.pipeline.new import build_blank, new_workbook, write_next_year
from generator.pipeline.publishing.going_out import Kind as Going
from generator.pipeline.publishing.publish import publish
from generator.pipeline.review import review
from tests import enforcement
from tests.form.reading.office_form import CASES, form_of
from tests.form.small import SMALL
from tests.pipeline.office import document_of, replaced, reviewer_edits, staff_edit, workbook_of
from tests.pipeline.small_office import CELL
from tests.reviewing import extras
from tests.reviewing.reviewer import review as edit
from tests.typed_cells import typed

WORDS, OTHER_WORDS = "均予以公开", "全部予以公开"


def states(folder: Path) -> dict[str, State | None]:
    return {one.path.name: one.state for one in folder_states(folder).files}


def only(folder: Path) -> FileState:
    (found,) = folder_states(folder).files
    return found


def commented(data: bytes) -> bytes:
    return extras.add_comment(edit(data, Random(1), count=0, tracked=False), Random(1)).data


def test_the_document_goes_with_its_workbook_and_is_what_it_makes(office: Path) -> None:
    found = only(office)
    assert (found.path, found.kind) == (workbook_of(office).absolute(), Kind.REPORT)
    assert (found.organ, found.year) == ("某某市某某局", 2023)
    assert found.document is not None
    assert found.document.path.name == "2023.docx"
    assert found.state is State.MADE


@pytest.mark.parametrize("name", ["", "inputs", "outputs"])
def test_a_folder_and_its_inputs_and_outputs_are_one(office: Path, name: str) -> None:
    assert only(office / name).state is State.MADE
    assert office / "inputs" in places_of(office / name)


def test_a_new_workbook_is_new_and_one_that_is_begun_is_being_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "2025.xlsx"
    new_workbook("某某市某某局", 2025, path)
    assert only(tmp_path).state is State.NEW
    path.write_bytes(typed(path.read_bytes(), {("二、主动公开", "B6"): 3}))
    assert only(tmp_path).state is State.FILLING


def test_a_draft_is_seen_as_soon_as_it_is_there(office: Path) -> None:
    assert only(office).drafts == ()
    make(workbook_of(office), draft=True)
    assert [path.name for path in only(office).drafts] == ["2023.草稿.docx"]


def test_next_years_workbook_is_new_until_somebody_types(office: Path) -> None:
    write_next_year(workbook_of(office), form=SMALL, target=office / "inputs" / "2024.xlsx")
    assert states(office)["2024.xlsx"] is State.NEW


def test_what_cannot_be_read_is_an_error_and_without_a_document_the_rest_is_ready(
    office: Path,
) -> None:
    document_of(office).unlink()
    assert only(office).state is State.READY
    staff_edit(office, {CELL: "很多"})
    found = only(office)
    assert found.state is State.WRONG
    assert (found.wrong, found.held) == (1, 1)


def test_a_document_that_its_workbook_has_outgrown_says_nothing(office: Path) -> None:
    sheet = CELL[0]
    path = workbook_of(office)
    path.write_bytes(typed(path.read_bytes(), {(sheet, "B5"): 6, (sheet, "B6"): 6}))
    found = only(office)
    assert found.state is State.READY
    assert found.document is not None
    assert not found.document.current


def test_open_remarks_are_in_review_and_words_of_the_reviewer_are_edits(office: Path) -> None:
    made = document_of(office).read_bytes()
    document_of(office).write_bytes(commented(made))
    assert only(office).state is State.IN_REVIEW
    document_of(office).write_bytes(replaced(made, WORDS, OTHER_WORDS))
    found = only(office)
    assert found.state is State.EDITED
    assert found.document is not None
    assert (found.document.changes, found.document.cells) == (1, 1)
    truth = edit(made, Random(3), count=1, tracked=True)
    document_of(office).write_bytes(truth.data)
    assert only(office).state is State.IN_REVIEW


def test_one_that_was_only_saved_again_is_as_it_was_made(office: Path) -> None:
    made = document_of(office).read_bytes()
    document_of(office).write_bytes(replaced(made, "<w:body>", "<w:body><!-- -->"))
    found = only(office)
    assert found.document is not None
    assert found.document.edited
    assert found.state is State.MADE


def test_what_was_written_back_is_final_before_and_after_it_is_printed_anew(office: Path) -> None:
    reviewer_edits(office, WORDS, OTHER_WORDS)
    review(document_of(office), apply=True)
    assert only(office).state is State.FINAL
    make(workbook_of(office))
    found = only(office)
    assert found.state is State.FINAL
    assert len(found.copies) == 1
    staff_edit(office, {("正文", (13, 4)): "别的话。"})
    make(workbook_of(office))
    assert only(office).state is State.MADE


@pytest.mark.parametrize("only_one", [Going.DOCX, Going.JSON])
def test_what_went_out_is_published_as_long_as_it_says_the_same(
    office: Path, only_one: Going
) -> None:
    publish(document_of(office), only=(only_one,))
    found = only(office)
    assert found.state is State.PUBLISHED
    assert len(found.published) == 1
    sheet = CELL[0]
    path = workbook_of(office)
    path.write_bytes(typed(path.read_bytes(), {(sheet, "B5"): 6, (sheet, "B6"): 6}))
    make(path)
    found = only(office)
    assert (found.state, found.published_current) == (State.MADE, False)


def test_a_reviewers_copy_under_another_name_is_a_document_of_its_own(office: Path) -> None:
    copy = office / "outputs" / "局长改过的.docx"
    copy.write_bytes(replaced(document_of(office).read_bytes(), WORDS, OTHER_WORDS))
    found = {one.path.name: one for one in folder_states(office).files}
    assert found["局长改过的.docx"].kind is Kind.DOCUMENT
    assert found["局长改过的.docx"].state is State.EDITED
    assert found["局长改过的.docx"].workbook == workbook_of(office).absolute()
    assert found["2023.xlsx"].state is State.MADE


def test_a_document_without_its_workbook_says_so_until_that_comes(office: Path) -> None:
    workbook = workbook_of(office).read_bytes()
    workbook_of(office).unlink()
    for _ in range(2):
        found = only(office)
        assert (found.kind, found.state, found.workbook) == (Kind.DOCUMENT, State.MADE, None)
        assert "找不到它的工作簿" in found.why
    (office / "inputs" / "别的名字.xlsx").write_bytes(workbook)
    found = next(one for one in folder_states(office).files if one.kind is Kind.DOCUMENT)
    assert found.workbook is not None
    assert found.workbook.name == "别的名字.xlsx"


def test_what_is_not_ours_is_named_with_the_reason(office: Path) -> None:
    for name in ("通知.doc", "旧的.xls", "扫描.png", "说明.txt", "已发布.html"):
        (office / name).write_bytes(b"x")
    (office / "~$2023.xlsx").write_bytes(b"x")
    (office / "坏的.xlsx").write_bytes(b"x")
    found = folder_states(office)
    assert {one.path.name: one.importable for one in found.others} == {
        **dict.fromkeys(("通知.doc", "已发布.html"), True),
        **dict.fromkeys(("旧的.xls", "扫描.png", "说明.txt"), False),
    }
    assert all(one.why for one in found.others)
    broken = next(one for one in found.files if one.path.name == "坏的.xlsx")
    assert broken.state is State.UNUSABLE
    assert "坏的.xlsx" in broken.why


def test_a_link_that_leads_out_of_the_folder_is_not_followed(office: Path, tmp_path: Path) -> None:
    away = tmp_path.with_name(f"{tmp_path.name}-away")
    away.mkdir()
    (away / "2022.xlsx").write_bytes(workbook_of(office).read_bytes())
    (office / "inputs" / "2022.xlsx").symlink_to(away / "2022.xlsx")
    (other,) = folder_states(office).others
    assert other.path.name == "2022.xlsx"
    assert "别处" in other.why


def test_only_what_changed_is_looked_at_again(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = workbook_of(office)
    for year in range(2010, 2016):
        new_workbook("某某市某某局", year, workbook.with_name(f"{year}.xlsx"), form=SMALL)
    before = folder_states(office)
    assert len(before.files) == 7
    looked: list[str] = []

    def looked_at(path: Path) -> sorting.LookedAt:
        looked.append(path.name)
        return sorting.looked_at(path)

    monkeypatch.setattr("generator.pipeline.listing.folder_states.looked_at", looked_at)
    assert folder_states(office) == before
    assert looked == []
    staff_edit(office, {CELL: "很多"})
    assert folder_states(office).files[0].state is State.WRONG
    assert looked == ["2023.xlsx"]


def test_it_stops_between_files_and_says_how_many_are_left(office: Path) -> None:
    for year in (2021, 2022):
        new_workbook("某某局", year, workbook_of(office).with_name(f"{year}.xlsx"), form=SMALL)
    seen: list[tuple[int, int, str]] = []
    found: FolderStates = folder_states(
        office,
        seen=lambda done, total, path: seen.append((done, total, path.name)),
        stop=lambda: len(seen) == 1,
    )
    assert seen == [(0, 3, "2021.xlsx")]
    assert found.unfinished == 2


@pytest.mark.parametrize("problem", [ZeroDivisionError("x"), FileNotFoundError(2, "x")])
def test_what_nobody_foresaw_in_one_file_does_not_hide_the_others(
    office: Path, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    new_workbook("某某局", 2021, workbook_of(office).with_name("2021.xlsx"), form=SMALL)

    def looked_at(path: Path) -> sorting.LookedAt:
        if path.name == "2021.xlsx":
            raise problem
        return sorting.looked_at(path)

    monkeypatch.setattr("generator.pipeline.listing.folder_states.looked_at", looked_at)
    found = {one.path.name: one for one in folder_states(office).files}
    assert found["2021.xlsx"].state is State.UNUSABLE
    assert "2021.xlsx" in found["2021.xlsx"].why
    assert found["2023.xlsx"].state is State.MADE


def test_each_report_says_which_form_it_is_of(office: Path) -> None:
    (office / "inputs" / "2024.xlsx").write_bytes(enforcement.workbook())
    assert make(office / "inputs" / "2024.xlsx").output
    (office / "outputs" / "2024.docx").rename(office / "outputs" / "另一个.docx")
    forms = {one.path.name: (one.form, one.form_name) for one in folder_states(office).files}
    assert forms["2024.xlsx"] == ("enforcement-2022", "行政执法统计年报")
    assert forms["另一个.docx"] == forms["2024.xlsx"]
    assert forms["2023.xlsx"][1] == SMALL.name


def test_an_offices_own_form_is_known_however_far_one_works_and_as_it_is_now(
    tmp_path: Path,
) -> None:
    written = tmp_path / "templates" / "案件" / "表.toml"
    written.parent.mkdir(parents=True)
    written.write_text(CASES, "utf-8")
    (tmp_path / "2024.xlsx").write_bytes(build_blank("某某局", 2024, form=form_of(CASES)))
    assert only(tmp_path).form_name == "案件统计年报"
    written.write_text(CASES.replace('kind = "year"', 'kind = "yaer"'), "utf-8")
    assert only(tmp_path).state is State.UNUSABLE
    assert "表.toml 里的表式用不了" in only(tmp_path).why
    written.write_text(CASES, "utf-8")
    assert only(tmp_path).state is State.NEW
