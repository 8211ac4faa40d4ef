"""Facts as JSON for programs, with the version of their shape."""

import json
from collections.abc import Mapping
from typing import Any

SCHEMA = 2
"""Of what --json prints: a key that is taken away, or means something else, is another one."""


def as_json(facts: Mapping[str, Any]) -> str:
    """Return facts for programs, with the version of their shape."""
    return json.dumps({"schema": SCHEMA, **facts}, ensure_ascii=False, indent=2)
