"""A collection, as the page asks for it."""

from pathlib import Path
from shutil import copy

import pytest

from generator.messages.page.folder import id_of
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
