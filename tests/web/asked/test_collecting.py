"""A collection, as the page asks for it."""

from pathlib import Path
from shutil import copy

import pytest

from generator.messages.page.folder import id_of
from tests import enforcement
from tests.paths import ROOT
from tests.web.pages import open_page

pytestmark = pytest.mark.long
ORGAN = "某某区人民政府"


def test_a_list_of_units_is_begun_then_all_is_collected(tmp_path: Path) -> None:
    units = tmp_path / "各单位"
    units.mkdir()
    copy(ROOT / "inputs" / "2023.xlsx", units)
    with open_page(tmp_path) as page:
        page.started.look()
        order = {"folder": id_of(units.resolve()), "organ": ORGAN, "year": "2023"}
        begun = page.post("collect", order).record
        assert begun["said"].startswith("已新建：单位名单2023.xlsx")
        page.started.look()
        told = page.post("collect", order).record
        assert told["said"] == "已汇总：汇总2023.xlsx"
        assert told["goto"] == f"#/report/{page.id('汇总2023.xlsx')}"
        again = page.post("collect", {**order, "organ": ""}).record
        assert "汇总2023.xlsx" in again["said"]


def test_units_lie_in_a_folder(tmp_path: Path) -> None:
    copy(ROOT / "inputs" / "2023.xlsx", tmp_path)
    with open_page(tmp_path) as page:
        order = {"folder": page.id("2023.xlsx"), "organ": ORGAN, "year": "2023"}
        assert "不是文件夹" in page.post("collect", order).said


def test_a_folder_that_was_just_made_is_there_at_once(tmp_path: Path) -> None:
    copy(ROOT / "inputs" / "2023.xlsx", tmp_path)
    with open_page(tmp_path) as page:
        assert page.get("folder").record["folders"] == []
        (tmp_path / "各单位").mkdir()
        (there,) = page.get("folder").record["folders"]
        assert there["name"] == "各单位"
        order = {"folder": there["id"], "organ": ORGAN, "year": "2023"}
        assert "不是文件夹" not in page.post("collect", order).said


def test_two_forms_in_one_folder_are_collected_one_after_the_other(tmp_path: Path) -> None:
    units = tmp_path / "各单位"
    units.mkdir()
    copy(ROOT / "inputs" / "2023.xlsx", units)
    for organ in ("甲局", "乙局"):
        (units / f"{organ}.xlsx").write_bytes(enforcement.workbook(organ=organ, year=2023))
    with open_page(tmp_path) as page:
        page.started.look()
        order = {"folder": id_of(units.resolve()), "organ": ORGAN, "year": "2023"}
        page.post("collect", order)
        page.started.look()
        first = page.post("collect", order).record
        assert first["said"] == "已汇总：汇总2023.xlsx"
        assert any("“政府信息公开年度报告”1 份没有算在内" in line for line in first["lines"])
        page.started.look()
        other = first["choices"][1]
        assert other["label"] == "汇总“政府信息公开年度报告”的 1 份"
        second = page.post(other["path"], other["given"]).record
        assert second["said"] == "已汇总：汇总2023政府信息公开年度报告.xlsx"
        record = page.get(f"report/{page.id('汇总2023.xlsx')}").record
        assert (record["heading"], record["units"]["counted"]) == ("行政执法统计年报", 2)
        again = page.post("collect", {**order, "form": record["form"]}).record
        assert again["said"] == "已是最新：汇总2023.xlsx"
