"""Lists of units and files of theirs, for tests."""

from collections.abc import Mapping
from decimal import Decimal

from generator.model.collection.filing import FiledFigure, FiledText, Filing
from generator.model.collection.unit import Unit, UnitList
from generator.model.finding import Finding
from generator.model.report import Place
from tests.form.small import SMALL

YEAR = 2024
FIGURES = {"收案个人": 3, "收案单位": 4, "结案个人": 3, "结案单位": 4}


def unit_list(organ: str, *units: str) -> UnitList:
    """Return a list, from row 6 of its sheet on; a unit's further names are written after |."""
    names = [unit.split("|") for unit in units]
    listed = (Unit(own, tuple(others), row=row) for row, (own, *others) in enumerate(names, 6))
    return UnitList(organ, YEAR, tuple(listed))


def filing(
    file: str,
    organ: str = "",
    *,
    figures: Mapping[str, int | None] = FIGURES,
    text: str = "全年平稳。",
    findings: tuple[Finding, ...] = (),
    **others: object,
) -> Filing:
    """Return a file of the small form as it is read; what is given otherwise is as given."""
    cells = {
        name: FiledFigure(None if value is None else Decimal(value), Place(file, "案件", f"C{row}"))
        for row, (name, value) in enumerate(figures.items(), 5)
    }
    texts = (FiledText("第二部分", text, Place(file)),)
    read = Filing(file, "工作簿", file, "2025-01-10 09:00:00", "", SMALL.id, organ, YEAR)
    return read._replace(figures=cells, texts=texts, findings=findings)._replace(**others)  # type: ignore[arg-type]
