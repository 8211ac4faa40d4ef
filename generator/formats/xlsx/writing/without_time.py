"""Takes the time at which a workbook was made out of it: the same input has the same bytes."""

import re
from collections.abc import Mapping

_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*")


def without_time(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a workbook of ours, dated 2000-01-01 in its properties."""
    dated = _TIME.sub(rb"\g<1>2000-01-01T00:00:00Z", parts[_PROPERTIES])
    return {**parts, _PROPERTIES: dated}
