"""The patterns of a form's wordings, compiled once in a process."""

import re
from functools import cache

_NOTHING = "(?!)"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of a form, ready to be searched for; an empty one is found nowhere."""
    return re.compile(pattern or _NOTHING)
