"""What is sent to units, in its folder: nothing lost, and nothing there that is not to be sent."""

from collections.abc import Sequence
from pathlib import Path

from generator.files.zip_archive import DOCUMENT, open_archive, package
from generator.model.collection.notices.notice import Notice
from generator.model.collection.unit import Unit, UnitList
from generator.pipeline.collecting.notices import WrittenNotices, write_notices
from tests.formats.docx.notices.sent import NOTICE, template

CIVIL, WATER = "某某区民政局", "某某区水务局"
TO_WATER = NOTICE._replace(unit=WATER)
AGAIN = NOTICE._replace(said=("重新核对。",))


def write(
    folder: Path,
    *notices: Notice,
    units: Sequence[str] = (CIVIL, WATER),
    collection: str = "汇总2024",
    year: int = 2024,
) -> WrittenNotices:
    """Write the notices of a collection, whose workbook lies there."""
    workbook = folder / f"{collection}.xlsx"
    workbook.touch()
    listed = UnitList(NOTICE.organ, year, tuple(map(Unit, units)))
    return write_notices(workbook, notices, listed, template())


def edit(path: Path) -> bytes:
    """Fill in a day, as people do before they send a notice."""
    parts = open_archive(path.read_bytes(), path.name, DOCUMENT)
    changed = parts[DOCUMENT].decode().replace("　　月　　日前", "3月5日前").encode()
    path.write_bytes(package({**parts, DOCUMENT: changed}))
    return path.read_bytes()


def there(folder: Path) -> set[str]:
    return {path.name for path in (folder / "整改单").iterdir() if path.is_file()}


def test_each_unit_has_a_file_of_its_name(tmp_path: Path) -> None:
    found = write(tmp_path, NOTICE, TO_WATER)
    assert [path.name for path in found.written] == [f"{CIVIL}.docx", f"{WATER}.docx"]
    assert there(tmp_path) == {f"{CIVIL}.docx", f"{WATER}.docx"}


def test_what_says_the_same_is_left_alone(tmp_path: Path) -> None:
    (path,) = write(tmp_path, NOTICE).written
    before = path.stat().st_mtime_ns
    assert write(tmp_path, NOTICE).current == (path,)
    assert path.stat().st_mtime_ns == before


def test_one_that_nobody_touched_is_replaced(tmp_path: Path) -> None:
    (path,) = write(tmp_path, NOTICE).written
    before = path.read_bytes()
    found = write(tmp_path, AGAIN)
    assert (found.written, found.kept) == ((path,), ())
    assert path.read_bytes() != before


def test_a_day_that_people_filled_in_stays_while_there_is_nothing_else_to_say(
    tmp_path: Path,
) -> None:
    (path,) = write(tmp_path, NOTICE).written
    edited = edit(path)
    assert write(tmp_path, NOTICE).current == (path,)
    assert path.read_bytes() == edited


def test_one_that_people_worked_on_is_kept_before_it_is_replaced(tmp_path: Path) -> None:
    (path,) = write(tmp_path, NOTICE).written
    edited = edit(path)
    found = write(tmp_path, AGAIN)
    ((was, now),) = found.kept
    assert (was, found.written) == (path, (path,))
    assert now.parent == path.parent / "以前的"
    assert now.read_bytes() == edited
    assert there(tmp_path) == {path.name}


def test_one_that_is_done_with_is_set_aside_under_a_dated_name(tmp_path: Path) -> None:
    write(tmp_path, NOTICE, TO_WATER)
    path = tmp_path / "整改单" / f"{CIVIL}.docx"
    content = path.read_bytes()
    found = write(tmp_path, TO_WATER)
    ((was, now),) = found.done_with
    assert was == path
    assert now.parent == path.parent / "已办结"
    assert now.name.startswith(f"{CIVIL}.20")
    assert now.read_bytes() == content
    assert there(tmp_path) == {f"{WATER}.docx"}


def test_two_that_are_done_with_at_once_do_not_replace_each_other(tmp_path: Path) -> None:
    for _ in range(3):
        write(tmp_path, NOTICE)
        write(tmp_path)
    assert len(list((tmp_path / "整改单" / "已办结").iterdir())) == 3


def test_one_to_a_unit_that_is_listed_no_more_is_set_aside_elsewhere(tmp_path: Path) -> None:
    write(tmp_path, NOTICE, TO_WATER)
    found = write(tmp_path, TO_WATER, units=(WATER,))
    assert [one.now.parent.name for one in found.withdrawn] == ["以前的"]
    assert found.done_with == ()


def test_files_of_people_s_own_are_not_touched(tmp_path: Path) -> None:
    (path,) = write(tmp_path, NOTICE).written
    own = {"通知.docx": b"own", "台账.xlsx": b"own", f"{CIVIL}（已发）.docx": path.read_bytes()}
    for name, content in own.items():
        path.with_name(name).write_bytes(content)
    write(tmp_path)
    assert there(tmp_path) == set(own)
    assert all(path.with_name(name).read_bytes() == content for name, content in own.items())


def test_one_that_is_open_does_not_keep_the_others_from_being_written(tmp_path: Path) -> None:
    (path,) = write(tmp_path, NOTICE).written
    before = path.read_bytes()
    (path.parent / f"~${CIVIL[2:]}.docx").write_bytes(b"lock")
    found = write(tmp_path, AGAIN, TO_WATER)
    assert [one.name for one in found.written] == [f"{WATER}.docx"]
    (said,) = found.refused
    assert "正在 Word、WPS 里打开" in said
    assert path.read_bytes() == before
    (said,) = write(tmp_path, TO_WATER).refused
    assert f"{CIVIL}.docx 正在 Word、WPS 里打开" in said
    assert path.read_bytes() == before


def test_units_whose_names_windows_does_not_tell_apart_have_a_file_each(tmp_path: Path) -> None:
    units = ("甲/乙局", "甲／乙局", "CON")
    found = write(tmp_path, *(NOTICE._replace(unit=one) for one in units), units=units)
    names = {path.name for path in found.written}
    assert len(names) == 3
    assert not any(set('<>:"/\\|?*') & set(name) for name in names)
    assert write(tmp_path, units=units).done_with != ()
    assert there(tmp_path) == set()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "整改单").write_bytes(b"a file")
    (said,) = write(tmp_path, NOTICE).refused
    assert "写不了" in said


STREETS, OFFICES = "汇总街道", "汇总部门"


def test_two_collections_in_a_folder_leave_each_other_s_notices_alone(tmp_path: Path) -> None:
    write(tmp_path, NOTICE, units=(CIVIL,), collection=STREETS)
    found = write(tmp_path, TO_WATER, units=(WATER,), collection=OFFICES)
    assert (found.withdrawn, found.done_with, found.apart) == ((), (), ())
    found = write(tmp_path, units=(WATER,), collection=OFFICES)
    assert [one.was.name for one in found.done_with] == [f"{WATER}.docx"]
    assert there(tmp_path) == {f"{CIVIL}.docx"}


def test_both_may_write_to_units_of_the_same_name(tmp_path: Path) -> None:
    (last_year,) = write(tmp_path, NOTICE, collection="汇总2023", year=2023).written
    content = last_year.read_bytes()
    found = write(tmp_path, AGAIN)
    (this_year,) = found.written
    assert (found.apart, found.others) == ((this_year,), {"汇总2023": 1})
    assert (last_year.name, this_year.name) == (f"{CIVIL}.docx", f"{CIVIL}（汇总2024）.docx")
    assert write(tmp_path, AGAIN).current == (this_year,)
    write(tmp_path, collection="汇总2023", year=2023)
    assert write(tmp_path, AGAIN).current == (this_year,)
    ((was, _),) = write(tmp_path).done_with
    assert was == this_year
    (aside,) = (tmp_path / "整改单" / "已办结").glob(f"{CIVIL}.2*")
    assert aside.read_bytes() == content


def test_a_collection_that_was_renamed_knows_its_notices(tmp_path: Path) -> None:
    (path,) = write(tmp_path, NOTICE).written
    (tmp_path / "汇总2024.xlsx").rename(tmp_path / "全区汇总.xlsx")
    assert write(tmp_path, NOTICE, collection="全区汇总").current == (path,)
    ((was, _),) = write(tmp_path, collection="全区汇总").done_with
    assert was == path


def test_of_a_collection_that_is_gone_only_those_to_the_same_units_are_taken_over(
    tmp_path: Path,
) -> None:
    write(tmp_path, NOTICE, units=(CIVIL,), collection=STREETS)
    (tmp_path / f"{STREETS}.xlsx").unlink()
    for units, year in (((WATER,), 2024), ((CIVIL, WATER), 2025)):
        found = write(tmp_path, units=units, collection=OFFICES, year=year)
        assert (found.done_with, found.withdrawn) == ((), ())
    assert there(tmp_path) == {f"{CIVIL}.docx"}
