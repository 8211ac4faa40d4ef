"""What cells show of days and times."""

from datetime import date, datetime, time

from generator.formats.xlsx.date_format import date_as_shown
from tests.few import each

DAY = datetime(2024, 3, 5)  # noqa: DTZ001 - Excel has no zones
MOMENT = datetime(2024, 3, 5, 9, 7, 30)  # noqa: DTZ001


@each(
    "number_format, shown",
    [
        ('yyyy"年"m"月"d"日"', "2024年3月5日"),
        ('[$-804]yyyy"年"m"月"d"日";@', "2024年3月5日"),
        ('yyyy"年"m"月"', "2024年3月"),
        ('m"月"d"日"', "3月5日"),
        ("yyyy年mm月dd日", "2024年03月05日"),
        ("yyyy-mm-dd", "2024-03-05"),
        ("yyyy/m/d;@", "2024/3/5"),
        (r"yyyy\-mm\-dd", "2024-03-05"),
        ("yy.m.d", "24.3.5"),
        ("mm-dd-yy", "2024/3/5"),
        ("m/d/yy h:mm", "2024/3/5 9:07"),
        ("yyyy/m/d hh:mm:ss", "2024/3/5 09:07:30"),
        ("mm:ss", "07:30"),
        ('[$-F800]dddd", "mmmm dd", "yyyy', "2024年3月5日"),
    ],
)
def test_a_day_is_shown_as_excel_shows_it(number_format: str, shown: str) -> None:
    assert date_as_shown(MOMENT, number_format) == shown


@each(
    "number_format",
    [
        "mmmm d",
        "aaaa",
        "dddd",
        'yyyy"年"m"月"d"日" aaaa',
        '[DBNum1][$-804]yyyy"年"m"月"d"日"',
        'ggge"年"',
        "h:mm AM/PM",
        '上午/下午h"时"',
        "[h]:mm",
        "mmss.0",
    ],
)
def test_what_is_not_known_for_certain_is_not_said(number_format: str) -> None:
    assert date_as_shown(MOMENT, number_format) is None


def test_a_day_without_time_and_a_time_without_day() -> None:
    assert date_as_shown(date(2024, 3, 5), "yyyy/m/d h:mm") == "2024/3/5 0:00"
    assert date_as_shown(DAY, "d") == "5"
    assert date_as_shown(time(9, 7), "h:mm") == "9:07"
    assert date_as_shown(time(9, 7), "yyyy/m/d") is None
