"""What people wrote into a collection, which the next one keeps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from generator.model.report import Verification


@dataclass(frozen=True)
class Answers:
    """All of it; empty before the first collection."""

    whose: Mapping[str, str] = field(default_factory=dict)
    """By file, the unit that somebody says it is of."""
    chosen: Mapping[str, bool] = field(default_factory=dict)
    """By file, whether it is to be taken."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """By file of which either is known, the sha256 of its content then."""
    verified: Mapping[tuple[str, str], Verification] = field(default_factory=dict)
    """By unit and key of a finding."""
    mended: Mapping[tuple[str, str], Decimal | None] = field(default_factory=dict)
    """By unit and figure, what somebody typed over what its file says."""
    received: Mapping[tuple[str, str], Decimal | None] = field(default_factory=dict)
    """By unit and figure, what the file said over which that was typed."""
    counted: Mapping[str, bool] = field(default_factory=dict)
    """By unit, whether somebody decided otherwise that it is in the sum."""
    unreadable: bool = False
    """Whether columns of figures were taken away or renamed, so that none is known."""

    @cached_property
    def mended_by_unit(self) -> Mapping[str, Mapping[str, Decimal | None]]:
        """What somebody typed over, by figure of each unit."""
        found: dict[str, dict[str, Decimal | None]] = {}
        for (unit, figure), value in self.mended.items():
            found.setdefault(unit, {})[figure] = value
        return found
