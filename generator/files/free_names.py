"""A name that nothing has yet."""

import os
from itertools import count
from pathlib import Path

from generator.files.file_names import named_after


def free_name(wanted: Path) -> Path:
    """Return a path that nothing has: the one that is wanted, else with a number after its name."""
    if not os.path.lexists(wanted):
        return wanted
    numbered = (named_after(wanted, f"（{number}）") for number in count(2))
    return next(path for path in numbered if not os.path.lexists(path))
