"""The example that comes with the program: another organ's report among one's own workbooks."""

from pathlib import Path

from generator.form.vocabulary import ORGAN
from generator.formats.xlsx import own_properties
from generator.model.finding import Refusal
from generator.pipeline.sources import read_report


def is_example(workbook: Path) -> bool:
    """Tell by its mark, and by the organ that it then names, whether a file is the example.

    Who writes an own report into it has no example any more; next year's workbook has no mark.
    """
    organ = own_properties.read_from(workbook, own_properties.EXAMPLE)
    if not organ:
        return False
    try:
        entry = read_report(workbook).report.entries.get(ORGAN)
    except Refusal:
        return False
    return entry is not None and entry.printed == organ
