"""What became of one report."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from generator.form.rules import Rule
from generator.form.vocabulary import Form
from generator.model.finding import Finding
from generator.model.report import Report
from generator.pipeline.sources import Source
from generator.pipeline.template_choice import TemplateChoice

if TYPE_CHECKING:  # only an edited document needs a review, which is half of the program
    from generator.pipeline.review import Review


class Status(StrEnum):
    """How a run ended for one report."""

    WRITTEN = "written"
    CURRENT = "current"
    HELD = "held"
    EDITED = "edited"
    CHECKED = "checked"
    MADE = "made"
    """Made, and nothing written: it was not asked for."""


@dataclass(frozen=True)
class Outcome:
    """What became of one report."""

    source: Source
    """What it was read from."""
    report: Report
    form: Form
    findings: list[Finding]
    """In the order in which people read them."""
    status: Status
    content: bytes | None = field(default=None, repr=False)
    """What was made of it: a .docx, or JSON; None where it is held back or was only checked."""
    output: Path | None = None
    """Where that goes."""
    template: TemplateChoice | None = None
    kept: Path | None = None
    """Copy of an edited document that was replaced on request."""
    annotated: Path | None = None
    """Copy of the workbook in which the findings are marked."""
    not_annotated: str = ""
    """Why such a copy was asked for and not written."""
    previous: Report | None = None
    """Last year's report, which this one was checked against."""
    held_by: list[Finding] = field(default_factory=list)
    """Findings for which the final document is held back."""
    local_rules: tuple[Rule, ...] = ()
    """What the place asks of it, beside the rules of the form."""
    draft: bool = False
    review: "Review | None" = None
    """What people changed in the document, where they did."""
    not_reviewed: str = ""
    """Why that cannot be told of a document that is not as it was generated."""

    @property
    def workbook(self) -> Path:
        """Where its workbook lies; only a name where it lies nowhere."""
        return self.source.known_as
