"""Number formats: which one a cell has, and what a number means that is shown as a date."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from xml.etree import ElementTree

from generator.form.pattern import Pattern

GENERAL = "General"
PLAIN_FORMATS = frozenset({GENERAL, "@"})
DAY_0, DAY_0_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - Excel has no zones
_LOST_DAY = 60  # serial of the 29 February 1900 that Excel counts and that never was
_QUOTED = Pattern(r'"[^"]*"|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_DATE = Pattern(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_DURATION = Pattern(r"\[[hms]+\]", re.IGNORECASE)

_DAY, _YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', 'm"月"d"日"'
_HALF_DAY = '上午/下午h"时"mm"分"'
_BUILT_IN = {  # ECMA-376 part 1, 18.8.30: of all languages, then of Chinese
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    5: '"$"#,##0_);("$"#,##0)',
    6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)',
    8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);[Red](#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)',
    42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
    27: _YEAR_MONTH,
    28: _MONTH_DAY,
    29: _MONTH_DAY,
    30: "m-d-yy",
    31: _DAY,
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: _HALF_DAY,
    35: f'{_HALF_DAY}ss"秒"',
    36: _YEAR_MONTH,
    50: _YEAR_MONTH,
    51: _MONTH_DAY,
    52: _YEAR_MONTH,
    53: _MONTH_DAY,
    54: _MONTH_DAY,
    55: _HALF_DAY,
    56: f'{_HALF_DAY}ss"秒"',
    57: _YEAR_MONTH,
    58: _MONTH_DAY,
}


def formats_of(styles: bytes) -> list[str]:
    """Return the number format of every cell style, in order. Raise ValueError for broken XML."""
    root = ElementTree.fromstring(styles)  # noqa: S314 - guarded
    known = number_formats(root)
    ids = [element.get("numFmtId", "0") for element in root.iterfind("{*}cellXfs/{*}xf")]
    return [known[one] if one in known else known.get(str(int(one)), GENERAL) for one in ids]


def number_formats(styles: ElementTree.Element) -> dict[str, str]:
    """Return the number formats by number, those of Excel and those of a workbook's own."""
    own = {
        element.get("numFmtId", ""): element.get("formatCode", GENERAL)
        for element in styles.iterfind("{*}numFmts/{*}numFmt")
    }
    return {**{str(number): one for number, one in _BUILT_IN.items()}, **own}


@lru_cache(maxsize=256)
def shows_date(number_format: str) -> bool:
    """Tell whether a cell of this format shows a number as a date or a time."""
    shown = _QUOTED.sub("", number_format.split(";")[0])
    return shown != GENERAL and _DATE.search(shown) is not None


def as_date(
    serial: float, number_format: str, day_0: datetime
) -> date | datetime | time | timedelta | None:
    """Return what a number means in a cell that shows a date; None where there is no such day."""
    try:
        since = timedelta(days=serial)
        since = timedelta(milliseconds=round(since / timedelta(milliseconds=1)))
        if _DURATION.search(number_format.split(";")[0]):
            return since
        if 0 <= serial < 1 and not since.days:
            return (day_0 + since).time()
        if 0 < serial < _LOST_DAY and day_0 == DAY_0:
            since += timedelta(days=1)
        return day_0 + since
    except (OverflowError, ValueError):
        return None
