from datetime import date

import pytest

from generator.manuscript.importing.opening import entries_of
from generator.model.report import Place
from tests.forms import FORM
from tests.manuscript.importing.documents import OPENING

HERE = Place("公布.docx")


def values(text: str) -> dict[str, object]:
    return {name: entry.value for name, entry in entries_of(text, HERE, FORM)[0].items()}


def test_the_usual_opening_gives_everything() -> None:
    assert values(OPENING) == {
        "统计期限起": date(2023, 1, 1),
        "统计期限止": date(2023, 12, 31),
        "网址": "http://www.example.gov.cn/mmj/",
        "联系部门": "某某市某某局办公室",
        "电话": "010-12345678",
        "邮箱": "office@example.gov.cn",
    }


@pytest.mark.parametrize(
    "said",
    [
        "从 2023 年 1 月 1 日起到 2023 年 12 月 31 日止",
        "2023年1月1日—2023年12月31日",
        "２０２３年１月１日至１２月３１日",
        "2023年1月1日至同年12月31日",
    ],
)
def test_the_period_is_read_however_it_is_typed(said: str) -> None:
    found = values(f"统计期限为{said}。")
    assert found == {"统计期限起": date(2023, 1, 1), "统计期限止": date(2023, 12, 31)}


@pytest.mark.parametrize(
    ("said", "name", "value"),
    [
        ("联系部门：某局办公室，电话：（0571）88889999", "电话", "(0571)88889999"),
        ("联系电话：０１０－１２３４５６７８", "电话", "010-12345678"),
        ("电话：021-22050738、021-22050739", "电话", "021-22050738、021-22050739"),
        ("请联系某某局政务公开科（电话88889999）", "联系部门", "某某局政务公开科"),
        ("请向某某局办公室咨询。", "联系部门", "某某局办公室"),
        ("门户网站（www.a.gov.cn）发布。电子版可从www.b.gov.cn下载。", "网址", "www.b.gov.cn"),
    ],
)
def test_other_wordings_are_understood(said: str, name: str, value: str) -> None:
    assert values(said)[name] == value


def test_what_is_not_clear_is_left_blank_and_told() -> None:
    entries, findings = entries_of("可在a.gov.cn下载，也可在b.gov.cn下载。", HERE, FORM)
    assert entries == {}
    assert [finding.message for finding in findings] == [
        "开头有几个可能是网址的：a.gov.cn、b.gov.cn，不知道填哪一个"
    ]


def test_nothing_is_guessed() -> None:
    assert values("本报告由本局编制，统计期限为2023年度，传真：010-12345678。") == {}
