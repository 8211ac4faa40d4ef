"""Parameters of which a few are tried always, and all of them with `--long`."""

from collections.abc import Iterable
from typing import Any

import pytest


def few(values: Iterable[Any], count: int) -> list[Any]:
    """Return values as parameters; but for some that lie evenly among them they are long."""
    each = list(values)
    kept = {at * len(each) // count for at in range(count)}
    return [
        pytest.param(value, marks=() if at in kept else pytest.mark.long)
        for at, value in enumerate(each)
    ]
