"""The list of units: read from the file that is named, or begun from what lies in a folder."""

from collections.abc import Iterable
from pathlib import Path

from generator.files.delivery import write_new
from generator.files.zip_archive import read_file
from generator.formats.xlsx.collection.list_reading import read_unit_list
from generator.formats.xlsx.collection.unit_list import unit_list_workbook
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.model.collection.filing import Filing
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Refusal
from generator.pipeline.new import must_be_xlsx


def unit_list_from(path: Path) -> UnitList:
    """Read a list of units: one that people filled in, or a collection of any year."""
    parts = workbook_parts(read_file(path), path.name)
    listed = read_unit_list(read_sheets(parts, path.name), path.name)
    if not listed.units:
        raise Refusal(f"{path.name} 的名单还是空的。请一行写一个单位，保存以后再汇总。")
    return listed


def new_unit_list(target: Path, organ: str, year: int, filings: Iterable[Filing]) -> UnitList:
    """Write a list to be completed, with the organs that the files name, each once.

    Raise Refusal where a file of that name is there already.
    """
    must_be_xlsx(target)
    names = dict.fromkeys(one.organ for one in filings if one.organ and one.year == year)
    listed = UnitList(organ, year, tuple(Unit(name) for name in sorted(names)))
    write_new(unit_list_workbook(listed), target)
    return listed
