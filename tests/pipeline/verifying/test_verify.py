"""已核实: written while the workbook is closed, kept while it is open, and never for another."""

import stat
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.model.finding import Finding, Refusal
from generator.pipeline.read_and_check import examine
from generator.pipeline.verifying.kept_ticks import keep_ticks, kept_ticks
from generator.pipeline.verifying.verify import (
    forget,
    offered,
    verify,
    write_offered,
)
from tests.pipeline.office import row_with, staff_edit, workbook_of
from tests.pipeline.small_office import CELL

TODAY = date(2024, 1, 20)


def findings(office: Path) -> list[Finding]:
    return examine(workbook_of(office)).findings


@pytest.fixture
def key(office: Path) -> str:
    """Return the key of a finding that may be verified: a blank cell."""
    staff_edit(office, {CELL: None})
    return next(one.key for one in findings(office) if one.rule == "F0-01")


def lock(office: Path, name: str) -> Path:
    path = workbook_of(office).with_name(name)
    path.write_bytes(b"")
    return path


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_it_is_written_into_its_sheet_and_nothing_else_changes(office: Path, key: str) -> None:
    before = parts(workbook_of(office))
    workbook_of(office).chmod(0o640)
    assert verify(workbook_of(office), key, "张三", "确实没有", today=TODAY).written
    found = next(one for one in findings(office) if one.key == key)
    assert found.settled
    assert found.verified is not None
    said = (found.verified.person, found.verified.reason, found.verified.day)
    assert said == ("张三", "确实没有", "2024年1月20日")
    after = parts(workbook_of(office))
    assert len([name for name in before if before[name] != after[name]]) == 1
    assert stat.S_IMODE(workbook_of(office).stat().st_mode) == 0o640
    assert sorted(path.name for path in workbook_of(office).parent.iterdir()) == ["2023.xlsx"]


def test_the_next_one_goes_below_and_earlier_ones_stay(office: Path, key: str) -> None:
    staff_edit(office, {("核对记录", (4, 1)): "X03-AAAAAA", ("核对记录", (4, 3)): "没写名字"})
    verify(workbook_of(office), key, "张三", "确实没有")
    rows = examine(workbook_of(office)).report.verifications
    assert [(one.key, one.place.spot) for one in rows] == [("X03-AAAAAA", "A4"), (key, "A5")]


@pytest.mark.parametrize("name", ["~$2023.xlsx", ".~lock.2023.xlsx#"])
def test_while_it_is_open_elsewhere_it_is_kept_and_offered_until_it_can_be_written(
    office: Path, key: str, name: str
) -> None:
    locked, before = lock(office, name), workbook_of(office).read_bytes()
    ticked = verify(workbook_of(office), key, "张三", "确实没有")
    assert not ticked.written
    assert "打开" in ticked.why
    assert workbook_of(office).read_bytes() == before
    (offer,) = offered(workbook_of(office), findings(office))
    assert (offer.tick.key, offer.stands) == (key, True)
    assert [one.written for one in write_offered(workbook_of(office), [key])] == [False]
    locked.unlink()
    assert [one.written for one in write_offered(workbook_of(office), [key])] == [True]
    assert offered(workbook_of(office), findings(office)) == []
    assert kept_ticks(workbook_of(office)) == []


def test_what_the_finding_is_about_changed_so_the_word_is_not_written(
    office: Path, key: str
) -> None:
    locked = lock(office, "~$2023.xlsx")
    verify(workbook_of(office), key, "张三", "确实没有")
    locked.unlink()
    staff_edit(office, {CELL: 5})
    (offer,) = offered(workbook_of(office), findings(office))
    assert not offer.stands
    assert write_offered(workbook_of(office), [key]) == []
    assert examine(workbook_of(office)).report.verifications == ()
    assert len(kept_ticks(workbook_of(office))) == 1
    forget(workbook_of(office), [key])
    assert kept_ticks(workbook_of(office)) == []


def test_a_finding_that_is_not_there_is_not_verified(office: Path, key: str) -> None:
    staff_edit(office, {CELL: 5})
    with pytest.raises(Refusal, match="已经没有"):
        verify(workbook_of(office), key, "张三", "确实没有")
    assert kept_ticks(workbook_of(office)) == []


def test_what_must_be_mended_is_not_verified(office: Path) -> None:
    staff_edit(office, {CELL: "很多"})
    held = next(one.key for one in findings(office) if one.holds_back)
    with pytest.raises(Refusal, match="必须改正"):
        verify(workbook_of(office), held, "张三", "确实没有")


@pytest.mark.parametrize(
    ("person", "reason", "said"),
    [(" ", "有理由", "核实人"), ("张三", "\n", "理由"), ("张三", "长" * 3000, "最多")],
)
def test_a_name_and_a_reason_are_needed(
    office: Path, key: str, person: str, reason: str, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        verify(workbook_of(office), key, person, reason)


def test_what_would_be_a_formula_or_breaks_lines_is_plain_text(office: Path, key: str) -> None:
    verify(workbook_of(office), key, "=1+1", "甲\n乙")
    (one,) = examine(workbook_of(office)).report.verifications
    assert (one.person, one.reason) == ("=1+1", "甲 乙")
    xml = b"".join(data for name, data in parts(workbook_of(office)).items() if "sheet" in name)
    assert b"<f>1+1" not in xml


def test_without_the_sheet_it_is_kept_and_says_how_to_get_one(office: Path, key: str) -> None:
    staff_edit(office, {("核对记录", (3, 1)): "别的"})
    ticked = verify(workbook_of(office), key, "张三", "确实没有")
    assert not ticked.written
    assert "核对记录" in ticked.why
    assert [one.key for one in kept_ticks(workbook_of(office))] == [key]


def test_what_was_saved_while_it_was_written_is_never_lost(
    office: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, _ = row_with(office, "均予以公开")

    def meanwhile(write: Callable[..., None]) -> Callable[..., None]:
        def late(content: bytes, target: Path, *, before: bytes) -> None:
            staff_edit(office, {("正文", (row, 4)): "刚刚改的。"})
            write(content, target, before=before)

        return late

    module = "generator.pipeline.verifying.verify.replace_in_place"
    from generator.files.delivery import replace_in_place

    monkeypatch.setattr(module, meanwhile(replace_in_place))
    assert not verify(workbook_of(office), key, "张三", "确实没有").written
    assert row_with(office, "刚刚改的。")
    assert len(kept_ticks(workbook_of(office))) == 1


def test_where_nothing_can_be_kept_it_says_so(
    office: Path, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock(office, "~$2023.xlsx")
    monkeypatch.setenv("XDG_DATA_HOME", str(workbook_of(office)))  # a file is no folder
    with pytest.raises(Refusal, match="没有地方"):
        verify(workbook_of(office), key, "张三", "确实没有")


def test_who_else_uses_this_computer_cannot_read_it(office: Path, own_cache: Path) -> None:
    keep_ticks(workbook_of(office), [])
    folder = own_cache / "lasting" / "make-report" / "verifications"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
