"""What people verified, beside the findings."""

from decimal import Decimal

import pytest

from generator.model.finding import Finding, held_back, notice, unchecked, wrong
from generator.model.report import Place, Verification
from generator.model.verification import keys_in, settle

HERE = Place("2024.xlsx", "正文", "D7")
WHOLE = Place("2024.xlsx")
ERROR = wrong("X03", HERE, "正文写 4 件，表里是 5 件", "请核对", quote="答复4件", found=Decimal(4))
LOOK = notice("W01", HERE, "重复了“的”", "请看一看", quote="的的")
KEPT_BACK = held_back("T3-01", HERE, "不相等", "请改正")
DAY = "2025年1月8日"


def verification(key: str, person: str = "张三", reason: str = "与台账一致") -> Verification:
    return Verification(key, person, reason, DAY, Place("2024.xlsx", "核对记录", "A4"))


def settled(findings: list[Finding], *verifications: Verification) -> list[Finding]:
    return settle(findings, verifications, WHOLE)


def test_a_verified_finding_says_who_and_why_and_counts_no_longer() -> None:
    found = settled([ERROR, LOOK], verification(ERROR.key))
    assert [one.verified for one in found] == [verification(ERROR.key), None]
    assert [one.stands_as_wrong for one in (ERROR, found[0])] == [True, False]
    assert found[0].key == ERROR.key


@pytest.mark.parametrize(
    "typed",
    [
        "〔{}〕",
        " {} ",
        "［{}］",
        "【{}】",
        "({})",
        "编号：{}",
        "\t{}\n",
    ],
)
def test_brackets_and_spaces_around_a_key_do_not_matter(typed: str) -> None:
    assert keys_in(typed.format(ERROR.key)) == [ERROR.key]
    assert keys_in(typed.format(ERROR.key.lower())) == [ERROR.key]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("ｘ０３－１ａ２ｂ３ｃ", ["X03-1A2B3C"]),
        ("X03 - 1A2B3C", ["X03-1A2B3C"]),
        ("X03—1A2B3C", ["X03-1A2B3C"]),
        ("T3-01-123456", ["T3-01-123456"]),
        ("T3–01–1A2B3C", ["T3-01-1A2B3C"]),
        ("X03-123456", ["X03-123456"]),
        ("X03-1A2B3C、W01-ABCDEF", ["X03-1A2B3C", "W01-ABCDEF"]),
        ("X03-1A2B3C W01-ABCDEF", ["X03-1A2B3C", "W01-ABCDEF"]),
        ("X03", []),
        ("第三条", []),
        ("", []),
    ],
)
def test_a_key_is_known_however_it_was_typed(typed: str, keys: list[str]) -> None:
    assert keys_in(typed) == keys


def test_two_findings_with_an_equal_key_are_both_verified() -> None:
    found = settled([LOOK, LOOK], verification(LOOK.key))
    assert [one.verified is not None for one in found] == [True, True]


def test_what_holds_the_document_back_is_never_released() -> None:
    (found,) = settled([KEPT_BACK], verification(KEPT_BACK.key))
    assert found.verified == verification(KEPT_BACK.key)
    assert not found.settled
    assert found.stands_as_wrong


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (verification("", "张三", "对"), "没有填编号，"),
        (verification(LOOK.key, "", ""), "没有填核实人、理由，"),
        (verification(LOOK.key, "张三", " "), "没有填理由，"),
        (verification("W1", "张三", "对"), "“W1”不是问题的编号"),
    ],
)
def test_one_that_lacks_something_does_not_count_and_says_so(
    given: Verification, said: str
) -> None:
    found, remark = settled([LOOK], given)
    assert found.verified is None
    assert (remark.rule, remark.place) == ("R10", given.place)
    assert said in remark.message


def test_a_verification_that_fits_nothing_asks_for_another_look() -> None:
    found, remark = settled([LOOK], verification("X03-000000"))
    assert found == LOOK
    assert str(remark).startswith(
        "2024.xlsx『核对记录』A4：这条核对记录（X03-000000）没有对应的问题：可能已经改正，"
        "或者数值、文字变了，要重新核对。"
    )


def test_of_a_rule_that_was_not_checked_nothing_is_said() -> None:
    missing = unchecked("Y01", WHOLE, "没有上年的工作簿", "请指明")
    assert settled([missing], verification("Y01-000000")) == [missing]
    assert len(settled([missing], verification("Y02-000000"))) == 2


def test_a_notice_about_a_verification_may_be_verified_like_any_other() -> None:
    (remark,) = settled([], verification("X03-000000"))
    (found,) = settled([], verification("X03-000000"), verification(remark.key))
    assert found.settled


def test_of_two_verifications_the_later_counts() -> None:
    (found,) = settled([LOOK], verification(LOOK.key), verification(LOOK.key, "李四"))
    assert found.verified
    assert found.verified.person == "李四"


def test_what_was_not_checked_cannot_be_verified() -> None:
    missing = unchecked("Y01", WHOLE, "没有上年的工作簿", "请指明")
    (found,) = settled([missing], verification(missing.key))
    assert not found.settled


def test_a_verification_covers_no_other_words_with_the_same_numbers() -> None:
    one, other = (
        wrong(
            "X15", Place(""), "列举", "请核对", quote=quote, expected=Decimal(4), found=Decimal(5)
        )
        for quote in ("共4件，其中甲2件、乙3件", "共4次，其中线上2次、线下3次")
    )
    assert one.key != other.key
    settled = settle([one, other], [Verification(one.key, "张三", "属实")], Place(""))
    assert [finding.settled for finding in settled] == [True, False]


@pytest.mark.parametrize("typed", ["X03-CBB5580", "X03-CBB558X"])
def test_a_key_with_more_behind_it_is_none(typed: str) -> None:
    assert keys_in(typed) == []
