"""What was read of a file that was published, whatever its kind."""

from typing import NamedTuple

from generator.form.vocabulary import Form
from generator.manuscript.importing.exhibits.beside_text import BesideText
from generator.manuscript.manuscript import Manuscript
from generator.model.finding import Finding


class PublishedFile(NamedTuple):
    """What was read of a file."""

    manuscript: Manuscript
    beside: BesideText
    form: Form | None = None
    """The one that it says it is of, if any."""
    findings: tuple[Finding, ...] = ()
    """What people must know of the file as a whole."""
    no_report: str = ""
    """What it is where nothing of a report is found; empty where that is not clear."""
