"""What the workbook would hold of what is shown, gathered change by change."""

from dataclasses import dataclass, field

from generator.manuscript.review.beyond_workbook import Leftover
from generator.manuscript.review.exhibits.chart_values import ChartChanged
from generator.manuscript.review.exhibits.differences import Difference, shown_said
from generator.manuscript.review.merged_values import Judge
from generator.model.exhibits import ChartRow, FurtherTable
from generator.model.place import Place

_IN_DOCUMENT = "请在工作簿里改，或在文档里改回"


@dataclass
class MergedShown:
    """What the workbook would hold of what is shown, and what it cannot."""

    judge: Judge
    tables: dict[str, FurtherTable]
    typed: tuple[ChartRow, ...]
    """The charts as the workbook has them."""
    charts: list[ChartRow]
    """The charts as it would."""
    leftovers: list[Leftover] = field(default_factory=list)
    from_figures: list[tuple[Difference, str, ChartChanged]] = field(default_factory=list)
    """Changes of charts whose numbers come from the figure of a name."""

    def leave(self, one: Difference, place: Place, why: str) -> None:
        """Remember a change that does not get into the workbook."""
        self.leftovers.append(left_out(one, place, why))


def left_out(one: Difference, place: Place, why: str, advice: str = _IN_DOCUMENT) -> Leftover:
    """Say of a change why the workbook does not say so."""
    said = f"{one.change.place.spot}：{shown_said(one.change)}"
    return Leftover(place._replace(spot=""), f"{said}；{why}", advice, one.change)
