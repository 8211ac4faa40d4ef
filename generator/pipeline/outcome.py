"""What became of one workbook."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.finding import Finding
from generator.model.report import Report
from generator.pipeline.template_choice import Choice

if TYPE_CHECKING:  # only an edited document needs the way back, which is half of the program
    from generator.pipeline.review import Review


class Status(StrEnum):
    """How a run ended for one workbook."""

    WRITTEN = "written"
    CURRENT = "current"
    HELD = "held"
    EDITED = "edited"
    CHECKED = "checked"


@dataclass(frozen=True)
class Outcome:
    """What became of one workbook."""

    workbook: Path
    report: Report
    findings: list[Finding]
    status: Status
    figures_due: int
    """How many figures the form asks for."""
    output: Path | None = None
    template: Choice | None = None
    kept: Path | None = None
    """Copy of an edited document that was replaced on request."""
    annotated: Path | None = None
    """Copy of the workbook in which the findings are marked."""
    previous: Report | None = None
    """Last year's report, which this one was checked against."""
    held_by: list[Finding] = field(default_factory=list)
    """Findings for which the final document is held back."""
    draft: bool = False
    review: "Review | None" = None
    """What people changed in the document, where they did."""
