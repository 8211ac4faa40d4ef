"""Sixty files as units of a district hand them in: of all kinds, double, broken, of last year."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import generator
from generator.form.vocabulary import ORGAN, YEAR
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.report import Entry
from tests import samples
from tests.forms import FORM

Figures = Mapping[str, Decimal | None]

_NAMES = (
    *("财政局", "民政局", "教育局", "卫生健康委员会", "人力资源和社会保障局", "农业农村局"),
    *("水务局", "交通运输局", "司法局", "审计局", "统计局", "文化和旅游局", "应急管理局"),
    *("市场监督管理局", "城东街道办事处", "城西街道办事处", "河口镇人民政府", "石桥镇人民政府"),
    *("柳林镇人民政府", "城市管理局", "信访局", "商务局", "科学技术局", "民族宗教事务局"),
    *("林业局", "体育局", "国防动员办公室", "政务服务数据管理局", "公安分局", "气象局", "档案局"),
    *("医疗保障局", "发展和改革委员会", "住房和城乡建设局", "生态环境局", "自然资源局"),
    "退役军人事务局",
)
_KINDS = ("xlsx", "docx", "json", "html", "pdf", "piece", "zip", "xlsx")
DISTRICT = "某某区"
UNITS = tuple(f"{DISTRICT}{name}" for name in _NAMES)
MISSING, HELD, LAST_YEARS = UNITS[-1], UNITS[-2], UNITS[-3]
BROKEN = {
    "坏了的.docx": b"no document",
    "空的.xlsx": b"",
    "压缩.rar": b"Rar!",
    "断了的.pdf": b"%PDF-1.7 and no more",
    "通知.txt": "请报送".encode(),
}


def put_files(folder: Path) -> dict[str, Figures]:
    """Fill a folder; return the figures of every unit that is to be in the sum."""
    folder.mkdir()
    truth: dict[str, Figures] = {}
    for number, unit in enumerate(UNITS[:-3]):
        content = _workbook(unit, number % 9 + 1)
        truth[unit] = _figures(number % 9 + 1)
        _put(folder, unit, content, _KINDS[number % len(_KINDS)])
        if number % 2:  # the same again, as people do
            _put(folder, unit, content, "docx", f"{unit}（最终版）")
        if number % 5 == 0:
            (folder / f"{unit}盖章扫描件.jpg").write_bytes(b"\xff\xd8\xff")
    held = _workbook(HELD, 1, wrong={"复议总计": Decimal(999)})
    (folder / f"{HELD}2024.xlsx").write_bytes(held)
    (folder / f"{LAST_YEARS}2023.xlsx").write_bytes(_workbook(LAST_YEARS, 1, year=2023))
    (folder / "别处.xlsx").write_bytes(_workbook("另一个市财政局", 1))
    for name, content in BROKEN.items():
        (folder / name).write_bytes(content)
    return truth


@cache
def _figures(times: int) -> Figures:
    figures = samples.report().figures
    return {name: None if one.value is None else one.value * times for name, one in figures.items()}


def _workbook(
    organ: str, times: int, year: int | None = None, wrong: Figures | None = None
) -> bytes:
    base = samples.report()
    values = {**_figures(times), **(wrong or {})}
    figures = {
        name: replace(base.figures[name], value=value, typed="") for name, value in values.items()
    }
    entries = {**base.entries, ORGAN: Entry(organ)}
    if year:
        entries[YEAR] = Entry(year)
    return workbook_of(replace(base, entries=entries, figures=figures), FORM)


def _put(folder: Path, unit: str, workbook: bytes, kind: str, name: str = "") -> None:
    name = name or f"{unit}2024"
    if kind == "xlsx":
        (folder / f"{name}.xlsx").write_bytes(workbook)
    elif kind == "json":
        data = json.dumps(generator.export(workbook), ensure_ascii=False)
        (folder / f"{name}.json").write_text(data, encoding="utf-8")
    elif kind == "zip":
        with zipfile.ZipFile(folder / f"{name}.zip", "w") as archive:
            archive.writestr("报送材料/年报.xlsx", workbook)
    else:
        document = generator.make(workbook).content
        assert document is not None
        if kind == "docx":
            (folder / f"{name}.docx").write_bytes(document)
            return
        only = "pdf" if kind == "pdf" else "html"
        ready = generator.publish(document, workbook=workbook, only=[only], force=True)
        page, *piece = ready.files.values()
        if kind == "piece":
            (folder / f"{name}.htm").write_bytes(piece[0].decode().encode("gb18030"))
        else:
            (folder / f"{name}.{only}").write_bytes(page)
