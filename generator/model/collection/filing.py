"""One file that was handed in, as it was read, little enough to keep and to pass around."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.collection.packed import PackedMapping, PackedSequence
from generator.model.finding import Finding
from generator.model.report import Place


class FiledFigure(NamedTuple):
    """A figure of a file."""

    value: Decimal | None
    """None where it is blank or cannot be read; blank is not zero."""
    place: Place
    note: str = ""
    """What stands after the number, brackets included: （其中修订16件）."""


class FiledText(NamedTuple):
    """A paragraph of a file, as it is printed."""

    part: str
    """Name of the part of the form in which it stands."""
    text: str
    place: Place


class Filing(NamedTuple):
    """A file: what it says, and what is wrong with it."""

    file: str
    """Its path below the folder, with /; what lies in a .zip comes after the .zip and a ›."""
    kind: str
    """What sort of file it is: 工作簿, Word 文档, 网页, PDF, 数据."""
    digest: str = ""
    """sha256 of its content, in hexadecimal digits."""
    modified: str = ""
    """When it was last changed, 2025-01-20 09:30:00 of local time; empty where nobody knows."""
    problem: str = ""
    """Why nothing of it can be used, in a sentence; then all below is empty."""
    form: str = ""
    """Id of the form that it is of."""
    organ: str = ""
    """As it says itself."""
    year: int | None = None
    figures: Mapping[str, FiledFigure] = {}
    """By name; those that the file has."""
    texts: Sequence[FiledText] = ()
    findings: Sequence[Finding] = ()
    """On it alone, in the order in which people should read them."""
    form_name: str = ""
    """What people call the form that it is of."""

    @property
    def held_back(self) -> bool:
        """Whether its figures cannot be trusted: a tie fails, a cell is no number."""
        return any(finding.holds_back for finding in self.findings)

    @property
    def wrong(self) -> int:
        """How many 错误 nobody has verified."""
        return sum(finding.stands_as_wrong for finding in self.findings)

    def packed(self) -> "Filing":
        """Return the same, packed until it is looked at, as it is kept among thousands."""
        return self._replace(
            figures=PackedMapping(self.figures),
            texts=PackedSequence(self.texts),
            findings=PackedSequence(self.findings),
        )
