"""What is left of a picture's file without what is not the picture."""

from dataclasses import dataclass

UPRIGHT = 1
"""The orientation, as EXIF counts them, of what stands as it was taken."""


@dataclass(frozen=True)
class Bare:
    """A picture without who took it, where, when and with what; its own bytes otherwise."""

    content: bytes
    orientation: int = UPRIGHT
    """1 to 8, as EXIF counts them: how to turn the picture."""
    dots_per_inch: float | None = None
    """None where the file does not say, or says what cannot be."""


_SENSIBLE = (30, 1200)


def sensible(dots_per_inch: float) -> float | None:
    """Return a resolution that a picture may have, in whole dots, as most formats have it.

    None for another, such as 1 or 72,000.
    """
    least, most = _SENSIBLE
    return float(round(dots_per_inch)) if least <= dots_per_inch <= most else None
