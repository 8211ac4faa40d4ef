"""Captions and notes are the form's: they are known in whatever document they stand."""

from generator.manuscript.importing.around_tables import AroundTables, printed_around_tables
from generator.pipeline.edition import form_named
from tests.few import each
from tests.forms import FORM as WITHOUT

FORM = form_named("行政执法统计年报")


@each(
    "line",
    [
        "表一　某县公安局2024年度行政处罚实施情况统计表",
        "某县公安局2022年度行政处罚实施情况统计表",
        "表1：某局2024年度行政处罚实施情况统计表",
        "说明：1.统计范围为1月1日至12月31日作出的行政处罚决定。",
        "3. 没收违法所得、没收非法财物的金额能够确定的，才计入罚没金额。",
    ],
)
def test_what_the_form_prints_is_known(line: str) -> None:
    found = printed_around_tables([line], FORM)
    assert found.captions | found.notes == {0}
    assert not found.like_notes


def test_what_is_worded_otherwise_is_known_and_told() -> None:
    line = "1.统计范围为1月1日至12月31日期间作出的行政处罚决定的数量。"
    assert printed_around_tables([line], FORM) == AroundTables(like_notes=frozenset({0}))


@each(
    "line",
    [
        "2024年，我局实施行政处罚总数为293宗。",
        "一、行政处罚实施情况统计表",
        "说明：本表由法制科填报，未经同意不得引用。",
        "表一显示，处罚数量比上年减少，主要原因是企业守法意识增强。",
        "",
    ],
)
def test_text_stays_text(line: str) -> None:
    assert printed_around_tables([line], FORM) == AroundTables()


def test_a_form_without_them_has_none() -> None:
    assert printed_around_tables(["表一　某县2024年度统计表"], WITHOUT) == AroundTables()
