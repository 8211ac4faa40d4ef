"""From a notice to the values that a template is filled with."""

from markupsafe import escape

from generator.formats.docx.notices.listing import Styles, listing, one_line
from generator.formats.docx.notices.tags import (
    ASKED_TO,
    CALLED,
    DATED,
    LIST,
    LONG_SIGNATURE,
    REPORT,
    REPORT_YEAR,
    SAID,
    SENDER,
    UNIT,
    UNIT_IN_TITLE,
)
from generator.formats.docx.template.tags import PARAGRAPH_FIELDS, TEXT
from generator.formats.docx.template.title_lines import title_lines
from generator.formats.docx.template.values import BREAK, LONGEST_SIGNATURE, Value
from generator.model.collection.notices.notice import Notice

_YES = "是"
_FIRST_YEAR, _LAST_YEAR = 1980, 9998
"""Between which a year can be that of a report; that of a package is 1980 at the earliest."""


def values_of(notice: Notice, styles: Styles, width: int) -> dict[str, Value]:
    """Return a value for every name that a template may use; the list is XML, `width` wide."""
    unit, sender = one_line(notice.unit), one_line(notice.organ)
    year = min(max(notice.year, _FIRST_YEAR), _LAST_YEAR)
    said: list[dict[str, str | bool]] = [
        {**dict.fromkeys(PARAGRAPH_FIELDS, ""), TEXT: one_line(text)} for text in notice.said
    ]
    return {
        **dict.fromkeys(ASKED_TO.values(), ""),
        SENDER: sender,
        REPORT_YEAR: str(notice.year),
        UNIT: unit,
        UNIT_IN_TITLE: BREAK.join(map(escape, title_lines(unit))),
        REPORT: one_line(notice.report),
        CALLED: notice.kind.called,
        SAID: said,
        LIST: listing(notice, styles, width),
        LONG_SIGNATURE: _YES if len(sender) > LONGEST_SIGNATURE else "",
        DATED: f"{year + 1}-01-01T00:00:00Z",
        ASKED_TO[notice.kind]: _YES,
    }
