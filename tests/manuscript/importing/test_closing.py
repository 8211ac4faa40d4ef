from datetime import date

import pytest

from generator.manuscript.importing.closing import closing_of

ORGAN = "某某市某某局"
TEXT = "未收取信息处理费。"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024年1月20日", date(2024, 1, 20)),
        ("二〇二四年一月二十一日", date(2024, 1, 21)),
        ("（2024年1月20日）", date(2024, 1, 20)),
        ("2024-01-20", date(2024, 1, 20)),
    ],
)
def test_signature_and_date_are_read(said: str, day: date) -> None:
    found = closing_of([TEXT, ORGAN, said], 0, ORGAN)
    assert (found.signature, found.day, found.lines) == (ORGAN, day, (1, 2))


def test_both_may_stand_in_one_line() -> None:
    found = closing_of([TEXT, f"{ORGAN}　2024年1月20日"], 0, ORGAN)
    assert (found.signature, found.day, found.lines) == (ORGAN, date(2024, 1, 20), (1,))


def test_the_organ_alone_is_a_signature() -> None:
    assert closing_of([TEXT, ORGAN], 0, ORGAN).signature == ORGAN
    assert closing_of([TEXT, "某某处"], 0, ORGAN).signature == ""


def test_attachments_may_be_named_above_the_signature() -> None:
    lines = [TEXT, "附件：1.统计表", ORGAN, "2024年1月20日", "附件1", "说明"]
    found = closing_of(lines, 0, ORGAN)
    assert (found.signature, found.attached, found.lines) == (ORGAN, 1, (2, 3))


@pytest.mark.parametrize("line", ["2024年1月20日起施行。", "截至2024年1月20日", TEXT])
def test_text_is_no_signature(line: str) -> None:
    assert closing_of([TEXT, line, TEXT], 0, ORGAN).lines == ()
