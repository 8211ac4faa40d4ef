"""Next year's report from this one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.form.vocabulary import Form, Naming
from generator.formats.xlsx.reading.workbook import read_content
from generator.formats.xlsx.writing.workbook import workbook_of
from generator.model.next_year import moved_on, next_year
from generator.model.report import Awaited, Entry, Figure, Indicator, Paragraph, Report
from generator.pipeline.sources import read_report
from tests.few import fewer
from tests.form.small import SMALL
from tests.form.small_report import small_report
from tests.forms import FORM
from tests.paths import WORKBOOK as PUBLISHED
from tests.samples import last_year, numbers, report


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2023年，我局", "2024年，我局"),
        (
            "2023 年 1 月 1 日起到 2023 年 12 月 31 日止",
            "2024 年 1 月 1 日起到 2024 年 12 月 31 日止",
        ),
        ("2023年1月至12月、截至2023年12月底", "2024年1月至12月、截至2024年12月底"),
        ("截至2023年底，2023年度", "截至2024年底，2024年度"),
        ("二〇二三年，二零二三年，２０２３年", "二〇二四年，二零二四年，２０２４年"),
        ("《某某〔2023〕要点》，2023年", "《某某〔2023〕要点》，2024年"),
    ],
)
def test_the_report_s_year_moves_on(text: str, moved: str) -> None:
    assert moved_on(text, 2023) == moved


@pytest.mark.parametrize(
    "text",
    [
        "2022年和2024年",
        "《2023年长宁区政务公开工作要点》",
        "《关于印发《2023年要点》的通知（2023年）》",
        "《没有写完的2023年",
        "国办函〔2023〕5号、国办函[2023年]5号",
        "“2023年行动”‘2023年’「2023年」",
        "【2023年】",
        "2023年5月12日举办，2023年6月印发",
        "2021—2023年、2023—2025年、2021年至2023年、2023年到2025年",
        "2021年、2022年、2023年",
        "2021至2023年、2022、2023年，2020年－2023年、2023年与2024年",
        "自2023年1月1日起施行",
        "二〇二三年五月十二日",
        '『2023年』和"2023年"',
        "目录（2023年版）",
        "编号120232023年、12023年",
        "2023政务公开",
    ],
)
def test_what_is_not_certainly_the_report_s_year_stays(text: str) -> None:
    assert moved_on(text, 2023) == text


@given(st.text(alphabet="2023４年度月日《》〔〕“”【】至—、1版〇二三 年", max_size=30))
def test_moving_on_changes_nothing_but_years(text: str) -> None:
    moved = moved_on(text, 2023)
    assert len(moved) == len(text)
    changed = {(was, now) for was, now in zip(text, moved, strict=True) if was != now}
    assert changed <= {("3", "4"), ("三", "四"), ("３", "４")}


def test_the_organ_stays_and_the_year_moves() -> None:
    given = {
        **last_year().entries,
        "网址": Entry("www.shcn.gov.cn/2023"),
        "成文日期": Entry(date(2024, 1, 20)),
        "落款": Entry("某某局"),
    }
    found = next_year(replace(last_year(), entries=given), FORM)
    assert found.entries == {
        "机关名称": Entry("某某市某某局"),
        "机关类型": Entry("部门"),
        "网址": Entry("www.shcn.gov.cn/2023"),
        "联系部门": Entry("某某市某某局办公室"),
        "电话": Entry("010-12345678"),
        "邮箱": Entry("office@example.gov.cn"),
        "落款": Entry("某某局"),
        "年度": Entry(2024),
        "统计期限起": Entry(date(2024, 1, 1)),
        "统计期限止": Entry(date(2024, 12, 31)),
    }


def test_only_what_the_form_takes_from_last_year_is_filled_in() -> None:
    found = next_year(last_year(), FORM).figures
    assert set(found) == set(FORM.brought_forward)
    assert len(found) == 7
    assert {name: figure.value for name, figure in found.items()} == {
        name: numbers()[name] for name in FORM.brought_forward
    }


def test_what_was_blank_or_not_read_stays_blank() -> None:
    then = last_year({"结转下年自然人": None})
    unreadable = Figure(None, typed="五", readable=False)
    then = replace(then, figures={**then.figures, "结转下年商业企业": unreadable})
    found = next_year(then, FORM).figures
    assert {"上年结转自然人", "上年结转商业企业"}.isdisjoint(found)


def test_indicators_keep_their_names_and_wait_for_values() -> None:
    then = replace(
        last_year(),
        indicators={
            "备案公文": Indicator(Decimal(38), "38", "件", note="2022年：36件；办公室统计"),
            "公开率": Indicator(Decimal("0.5"), "50%"),
        },
        awaited={"直播": Awaited("场")},
    )
    found = next_year(then, FORM)
    assert found.indicators == {}
    assert found.awaited == {
        "备案公文": Awaited("件", "2023年：38件；办公室统计"),
        "公开率": Awaited("", "2023年：50%"),
        "直播": Awaited("场"),
    }


def test_paragraphs_are_unrevised_and_headings_are_not() -> None:
    then = replace(
        last_year(),
        paragraphs=(
            Paragraph("开头", 0, "", "统计期限自2023年1月1日起，由【机关名称】编制。"),
            Paragraph("第一部分", 2, "2023年主动公开", ""),
            Paragraph("第一部分", 3, "公文。", "2023年【备案公文】件，见《2023年要点》。"),
            Paragraph("第五部分", 3, "渠道不够广泛。", ""),
            Paragraph("第六部分", 2, "", "本机关未收取信息处理费"),
        ),
    )
    found = next_year(then, FORM).paragraphs
    said = "沿用2023年，待修改"
    assert [line.unrevised for line in found] == ["", "", said, said, said]
    assert [line.heading for line in found[1:4]] == ["2024年主动公开", "公文。", "渠道不够广泛。"]
    assert found[0].text == "统计期限自2024年1月1日起，由【机关名称】编制。"
    assert found[2].text == "2024年【备案公文】件，见《2023年要点》。"


def test_an_opening_that_still_names_another_year_is_unrevised() -> None:
    opening = Paragraph("开头", 0, "", "自2022年起由本局编制。")
    found = next_year(replace(last_year(), paragraphs=(opening,)), FORM)
    assert found.paragraphs[0].unrevised


def test_namings_stay_and_verifications_of_last_year_s_findings_do_not() -> None:
    naming = Naming(("结转下一年",), "结转下年度")
    found = next_year(replace(last_year(), namings=(naming,)), FORM)
    assert found.namings == (naming,)
    assert found.verifications == ()


def test_without_a_year_there_is_no_next() -> None:
    with pytest.raises(ValueError, match="year"):
        next_year(Report({}, {}, {}, ()), FORM)


def same_as_carried(previous: Report, form: Form = FORM) -> None:
    new = next_year(previous, form)
    found, findings = read_content(workbook_of(new, form, previous), "2024.xlsx", form)
    assert found.entries == new.entries
    assert found.paragraphs == new.paragraphs
    assert [line.unrevised for line in found.paragraphs] == [
        line.unrevised for line in new.paragraphs
    ]
    assert (found.indicators, found.awaited) == (new.indicators, new.awaited)
    filled = {name: one.value for name, one in found.figures.items() if one.value is not None}
    assert filled.items() >= {name: one.value for name, one in new.figures.items()}.items()
    assert filled.keys() <= form.brought_forward.keys()  # a blank total is added up
    assert {finding.rule for finding in findings} <= {"R06", *BLANK}


BLANK = {table.blank for table in (*FORM.tables, *SMALL.tables)}


def test_next_year_s_workbook_of_a_published_report_reads_back() -> None:
    same_as_carried(read_report(PUBLISHED, FORM).report)


NUMBER = st.none() | st.integers(min_value=0, max_value=10**9)
TEXT = st.text(alphabet="2023年甲《》。=+【】\n ", min_size=1, max_size=20)
TEXTS = st.lists(TEXT.filter(str.strip), max_size=5)


@fewer(2)
@given(TEXTS)
def test_any_text_reads_back_from_next_year_s_workbook(texts: list[str]) -> None:
    rows = [Paragraph("第二部分", 0, "", text) for text in texts]
    same_as_carried(small_report(rows, year=2023), SMALL)


@pytest.mark.long
@fewer(5)
@given(
    st.fixed_dictionaries(dict.fromkeys(FORM.brought_forward.values(), NUMBER)),
    TEXTS,
)
def test_next_year_s_workbook_of_any_report_reads_back(
    values: dict[str, int | None], texts: list[str]
) -> None:
    paragraphs = tuple(Paragraph("第一部分", 0, "", text) for text in texts)
    same_as_carried(replace(last_year(values), paragraphs=paragraphs))


def test_it_goes_on_year_after_year() -> None:
    once = next_year(report(), FORM)
    twice = next_year(once, FORM)
    assert twice.entries["年度"] == Entry(2026)
    assert twice.figures == {}  # nothing was filled in meanwhile
    assert set(twice.awaited) == set(report().indicators)
    assert all(line.unrevised in ("", "沿用2025年，待修改") for line in twice.paragraphs)
