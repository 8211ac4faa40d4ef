"""A folder for a page: words, colours, and ids in the place of paths."""

import json
from pathlib import Path

from generator.messages.page.folder import folder_record, id_of, paths_by_id, state_said
from generator.pipeline.listing.states import (
    DocumentState,
    FileState,
    FolderStates,
    Kind,
    OtherFile,
    State,
)


def folder(tmp_path: Path, state: State = State.WRONG) -> FolderStates:
    workbook, document = tmp_path / "inputs/2024.xlsx", tmp_path / "outputs/2024.docx"
    one = FileState(
        workbook,
        Kind.REPORT,
        state,
        organ="某某局",
        year=2024,
        wrong=3,
        document=DocumentState(document, edited=True, remarks=2),
        published=(document.with_name("2024.发布.docx"),),
    )
    other = OtherFile(tmp_path / "x.pdf", "PDF", "可以导入", importable=True)
    return FolderStates(tmp_path, (one,), (other,), (tmp_path / "各单位",))


def test_each_file_says_in_words_and_colour_how_far_it_is(tmp_path: Path) -> None:
    record = folder_record(folder(tmp_path))
    (file,) = record["files"]
    assert (file["state"], file["state_word"], file["tone"]) == ("WRONG", "有错误 3", "bad")
    assert file["document"]["remarks"] == 2
    assert record["others"][0]["importable"]
    assert [one["name"] for one in record["folders"]] == ["各单位"]


def test_every_state_has_a_word_and_a_colour(tmp_path: Path) -> None:
    for state in State:
        (file,) = folder_record(folder(tmp_path, state))["files"]
        assert file["tone"]
        assert file["state_word"].startswith(state.value)
    assert state_said(FileState(tmp_path, Kind.UNITS)) == ""


def test_no_path_is_told_and_every_id_stands_for_a_file_of_the_list(tmp_path: Path) -> None:
    states = folder(tmp_path)
    said = json.dumps(folder_record(states), ensure_ascii=False)
    assert str(tmp_path) not in said
    paths = paths_by_id(states)
    assert len(paths) == 5
    assert all(key in said and id_of(path) == key for key, path in paths.items())
