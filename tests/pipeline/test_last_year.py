"""Last year's workbook beside this year's."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.formats.xlsx.layout import ENTRY_SHEET
from generator.model.finding import Refusal
from generator.pipeline import last_year as last_year_module
from generator.pipeline.last_year import LastYear, beside_in, last_year_of, named_last_year
from tests import enforcement
from tests.forms import FORM
from tests.opened import to_look_at
from tests.samples import last_year, report, workbook


def put(path: Path, **entries: str | int) -> Path:
    """Write last year's workbook, with some entries typed over."""
    sheet = to_look_at(workbook(content=last_year()))[ENTRY_SHEET]
    cells = {row[0].value: row[1].coordinate for row in sheet.iter_rows(max_col=2)}
    typed = {(ENTRY_SHEET, cells[name]): value for name, value in entries.items()}
    path.write_bytes(workbook(typed, content=last_year()))
    return path


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("2024.xlsx", "2023.xlsx"),
        ("某局2024年.xlsx", "某局2023年.xlsx"),
        ("年报（2024）2024.XLSX", "年报（2023）2023.XLSX"),
        ("年报.xlsx", None),
        ("120240.xlsx", None),
        ("2025.xlsx", None),
    ],
)
def test_it_is_found_by_its_name(name: str, beside: str | None) -> None:
    assert beside_in(Path("某处") / name, 2024, 2023) == (Path("某处") / beside if beside else None)


def test_the_file_beside_is_read(tmp_path: Path) -> None:
    put(tmp_path / "某局2023年.xlsx")
    found = last_year_of(tmp_path / "某局2024年.xlsx", report(), FORM)
    assert found.report
    assert found.report.file == "某局2023年.xlsx"
    assert found.report.number("结转下年") == last_year().number("结转下年")


def test_without_such_a_file_there_is_nothing_to_explain(tmp_path: Path) -> None:
    for name in ("2024.xlsx", "年报.xlsx"):
        found = last_year_of(tmp_path / name, report(), FORM)
        assert (found.report, found.why_not) == (None, "")
    (tmp_path / "2023.xlsx").mkdir()
    assert last_year_of(tmp_path / "2024.xlsx", report(), FORM).report is None


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"机关名称": "别的局"}, "机关名称填的是“别的局”，与本年的不同"),
        ({"年度": 2022}, "年度填的是“2022”，不是 2023"),
        ({"年度": 2024}, "年度填的是“2024”，不是 2023"),
    ],
)
def test_a_file_of_another_organ_or_year_is_not_taken(
    tmp_path: Path, entries: dict[str, str | int], said: str
) -> None:
    put(tmp_path / "2023.xlsx", **entries)
    found = last_year_of(tmp_path / "2024.xlsx", report(), FORM)
    assert found.report is None
    assert found.why_not == f"旁边的 2023.xlsx 里{said}"


def test_spaces_and_widths_make_no_other_organ(tmp_path: Path) -> None:
    put(tmp_path / "2023.xlsx", 机关名称="某某市 某某局　")
    assert last_year_of(tmp_path / "2024.xlsx", report(), FORM).report


def test_a_file_that_cannot_be_read_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "2023.xlsx").write_bytes(b"no workbook")
    found = last_year_of(tmp_path / "2024.xlsx", report(), FORM)
    assert found.report is None
    assert found.why_not.startswith(
        "旁边的 2023.xlsx 用不了：2023.xlsx 是纯文本（如 TXT、CSV），不是 Excel 工作簿"
    )

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(last_year_module, "read_report", fail)
    assert last_year_of(tmp_path / "2024.xlsx", report(), FORM).why_not == "旁边的 2023.xlsx 读不了"


def test_a_report_without_a_year_has_no_last_year(tmp_path: Path) -> None:
    without = replace(report(), entries={})
    assert "没有填年度" in last_year_of(tmp_path / "2024.xlsx", without, FORM).why_not
    named = named_last_year(put(tmp_path / "2023.xlsx"), without, FORM)
    assert "没有填年度" in named.why_not


def test_a_named_file_may_be_called_anything_and_be_of_an_organ_since_renamed(
    tmp_path: Path,
) -> None:
    path = put(tmp_path / "旧局.xlsx", 机关名称="旧局")
    assert named_last_year(path, report(), FORM).report


def test_a_named_file_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="找不到"):
        named_last_year(tmp_path / "没有.xlsx", report(), FORM)
    path = put(tmp_path / "前年.xlsx", 年度=2022)
    with pytest.raises(Refusal, match="年度填的是“2022”，应为 2023"):
        named_last_year(path, report(), FORM)


def test_a_report_of_another_form_is_not_last_years(tmp_path: Path) -> None:
    put(tmp_path / "2023.xlsx")
    found = last_year_of(tmp_path / "2024.xlsx", enforcement.report(), enforcement.FORM)
    assert found == LastYear()
