"""What an edited document shows beside text, for the checks: as it stands there."""

from generator.manuscript.manuscript import Drawn, Manuscript
from generator.manuscript.review.exhibits.same_shown import same_shown
from generator.manuscript.review.exhibits.shown import Shown
from generator.manuscript.review.exhibits.shown_pairs import ShownPair, texts_of
from generator.manuscript.review.exhibits.table_cells import label_of
from generator.model.exhibits import Chart, Exhibit, FurtherTable, Picture, TableCell
from generator.model.report import Place, Report


def exhibits_there(shown: Shown, edited: Manuscript) -> dict[str, Exhibit]:
    """Return what the rows show by what they name, with places in the document."""
    found: dict[str, Exhibit] = {}
    for pair in shown.pairs:
        if pair.row in shown.parts and (one := _there(pair, edited)) is not None:
            found[pair.paragraph.text] = one
    return found


def shows_the_same(workbook: Report, pair: ShownPair, edited: Manuscript) -> bool:
    """Tell whether a row of the workbook shows by now what the document does in its place."""
    exhibit = workbook.exhibits.get(pair.paragraph.text)
    if isinstance(pair.now, Drawn):
        if isinstance(exhibit, Chart):
            return pair.now.chart == exhibit._replace(name="")
        return isinstance(exhibit, Picture) and pair.now.thing.substance == exhibit.digest
    if pair.now is None or not isinstance(exhibit, FurtherTable):
        return False
    here = {(cell.row, cell.column): cell.text for cell in exhibit.cells}
    there = texts_of(edited.grids[pair.now])
    same = here.keys() == there.keys()
    return same and all(same_shown(here[spot], text) for spot, text in there.items())


def _there(pair: ShownPair, edited: Manuscript) -> Exhibit | None:
    if isinstance(pair.now, Drawn):
        return pair.now.chart or pair.exhibit
    if pair.now is None or not isinstance(pair.exhibit, FurtherTable):
        return None
    was = {(cell.row, cell.column): cell for cell in pair.exhibit.cells}
    texts = texts_of(edited.grids[pair.now])
    heads = pair.exhibit.header_rows
    cells = tuple(
        TableCell(
            row,
            column,
            text,
            *(
                (was[row, column].rows, was[row, column].columns)
                if texts.keys() == was.keys()
                else (1, 1)
            ),
            place=Place(edited.file, pair.name, f"“{label_of(texts, (row, column), heads)}”"),
        )
        for (row, column), text in sorted(texts.items())
    )
    height, width = (1 + max(spot[side] for spot in texts) for side in (0, 1))
    return FurtherTable(pair.exhibit.name, cells, height, width, min(heads, height))
