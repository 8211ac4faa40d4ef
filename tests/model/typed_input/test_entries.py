"""Lines of 基本信息 as they were filled in."""

from datetime import UTC, date, datetime

import pytest

from generator.model.typed_input.entries import entry_value, name_taken, unusable_name
from tests.forms import FORM

SPECS = {spec.name: spec for spec in FORM.entries}


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("年度", 2024, 2024),
        ("年度", " 2024年 ", 2024),
        ("年度", "二〇二四", None),
        ("年度", "1999", None),
        ("年度", 2024.5, None),
        ("统计期限起", "2024-01-01", date(2024, 1, 1)),
        ("统计期限起", "2024年1月1日", date(2024, 1, 1)),
        ("统计期限起", datetime(2024, 1, 1, tzinfo=UTC), date(2024, 1, 1)),
        ("统计期限起", "2024-02-30", None),
        ("统计期限起", "2024-01-01 00:00:00", date(2024, 1, 1)),
        ("统计期限起", "2024-1-1 00:00", date(2024, 1, 1)),
        ("统计期限起", "2024-01-01T00:00:00.000", date(2024, 1, 1)),
        ("统计期限起", "2024/1/1 0:00", date(2024, 1, 1)),
        ("统计期限起", "2024-01-01T00:00:00.000Z", date(2024, 1, 1)),
        ("统计期限起", "2024-01-01T00:00:00+00:00", date(2024, 1, 1)),
        ("统计期限起", "2023-12-31T16:00:00Z", None),
        ("统计期限起", "1/1/2024", date(2024, 1, 1)),
        ("统计期限起", "12/31/2024", date(2024, 12, 31)),
        ("统计期限起", "31.12.2024", date(2024, 12, 31)),
        ("统计期限起", "1/2/2024", None),
        ("统计期限起", "31/31/2024", None),
        ("统计期限起", "二○二四年元月一日", date(2024, 1, 1)),
        ("统计期限起", "二O二四年一月十日", date(2024, 1, 10)),
        ("统计期限起", "二Ｏ二四年一月十日", date(2024, 1, 10)),
        ("统计期限起", "2024-01-01 08:00:00", None),
        ("统计期限起", "2024-1-10:00", None),
        ("统计期限起", 20240101, date(2024, 1, 1)),
        ("统计期限起", "20241301", None),
        ("统计期限起", "2024.1.1", date(2024, 1, 1)),
        ("统计期限起", "2024年1月1号", date(2024, 1, 1)),
        ("统计期限起", "２０２４年１月１日", date(2024, 1, 1)),
        ("统计期限起", "二〇二四年一月一日", date(2024, 1, 1)),
        ("统计期限起", "二零二四年十月二十日", date(2024, 10, 20)),
        ("统计期限起", "二○二四年十二月三十一日", date(2024, 12, 31)),
        ("统计期限起", 44927, None),
        ("机关类型", "部门", "部门"),
        ("机关类型", "别的", None),
        ("机关名称", " 某某局 ", "某某局"),
        ("机关名称", "  ", None),
        ("机关名称", None, None),
    ],
)
def test_what_was_filled_in_is_understood_or_not(name: str, given: object, value: object) -> None:
    assert entry_value(SPECS[name], given) == value


def test_names_that_text_could_not_cite() -> None:
    assert all(map(unusable_name, ["", " ", "【甲】", "{甲}"]))
    assert not unusable_name("备案公文")
    assert all(name_taken(name, FORM, {"甲": 1}) for name in ("本年新收", "不予公开", "年度", "甲"))
    assert not name_taken("备案公文", FORM, ())
