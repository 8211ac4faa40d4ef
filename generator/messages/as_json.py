"""Facts as JSON for programs, with the version of its shape."""

import json
from collections.abc import Mapping
from typing import Any

SCHEMA = 2
"""Of what --json prints: a key that is taken away, or means something else, is another one."""


def as_json(record: Mapping[str, Any]) -> str:
    """Return a record for programs, with the version of its shape."""
    return json.dumps({"schema": SCHEMA, **record}, ensure_ascii=False, indent=2)
