"""A collection that is there, for those who look at it: units, files, what is wrong with them."""

from pathlib import Path

from generator.files.zip_archive import read_file
from generator.formats.xlsx.collection.reading import of_a_collection
from generator.formats.xlsx.collection.standings_reading import StandingsThere as StandingsThere
from generator.formats.xlsx.collection.standings_reading import UnitSeen as UnitSeen
from generator.formats.xlsx.collection.standings_reading import read_standings
from generator.formats.xlsx.reading.cells import read_sheets
from generator.formats.xlsx.reading.guard import workbook_parts
from generator.model.finding import Refusal


def standings_in(collection: Path) -> StandingsThere:
    """Return what a collection says, as it stands there. Raise Refusal where it is none."""
    sheets = read_sheets(workbook_parts(read_file(collection), collection.name), collection.name)
    if not of_a_collection(sheets):
        raise Refusal(f"{collection.name} 不是汇总的工作簿。")
    return read_standings(sheets)
