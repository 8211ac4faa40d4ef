from collections.abc import Sequence
from dataclasses import replace

from generator.checks.case import Case
from generator.checks.rules import check
from generator.manuscript.manuscript import Manuscript
from generator.manuscript.review.comparison import Comparison, compare
from generator.manuscript.review.edited_report import (
    edited_report,
    misnumbered,
    misread,
    place_of_figure,
)
from generator.model.narrative import printed
from generator.model.report import Entry, Report
from tests import samples
from tests.forms import FORM
from tests.manuscript.review.edited import (
    DOCUMENT,
    compared,
    generated,
    recelled,
    refigured,
    retyped,
)

SAMPLE = samples.report()
GENERATED = generated(SAMPLE)
LAST = "本年度未收取信息处理费。"
TITLE = "2024年政府信息公开工作年度报告"


def of(document: Manuscript) -> Report:
    return edited_report(compare(SAMPLE, GENERATED, document, FORM), FORM)


def after(changed: dict[str, str | Sequence[str] | None]) -> Report:
    return edited_report(compared(SAMPLE, changed), FORM)


def lines_of(report: Report) -> list[str]:
    lines, _ = printed(report, FORM)
    return [line.number + line.heading + line.text for line in lines]


def test_a_document_that_nobody_edited_holds_what_was_generated() -> None:
    found = of(GENERATED)
    assert found.figures == SAMPLE.figures
    assert (found.entries, found.indicators) == (SAMPLE.entries, SAMPLE.indicators)
    assert lines_of(found) == lines_of(SAMPLE)
    assert "".join(found.title.text.split()) == f"某某市某某局{TITLE}" if found.title else False
    assert tuple(heading.text for heading in found.headings) == FORM.headings
    assert found.deviations == ()


def test_of_plain_figures_nothing_is_to_be_said() -> None:
    def said(document: Manuscript) -> list[str]:
        return [
            finding.message for finding in misread(compare(SAMPLE, GENERATED, document, FORM), FORM)
        ]

    assert said(GENERATED) == []
    assert said(refigured(GENERATED, {"行政许可": "1,238"})) == [
        "1 格是文字形式的数字，“1,238”读作 1238"
    ]


def test_figures_that_were_never_given_are_what_the_document_says() -> None:
    lost = {name: figure for name, figure in SAMPLE.figures.items() if name != "复议总计"}
    base = replace(SAMPLE, figures=lost)
    document = refigured(GENERATED, {"复议总计": "（缺）"})
    found = edited_report(compare(base, document, document, FORM), FORM)
    assert not found.figures["复议总计"].readable
    edited = refigured(GENERATED, {"复议总计": "12"})
    found = edited_report(compare(base, document, edited, FORM), FORM)
    assert found.figures["复议总计"].value == 12


def test_text_stands_word_for_word_and_cites_nothing() -> None:
    found = after({LAST: "本年度未收取【本年新收】信息处理费。"})
    assert [row.text for row in found.part("第六部分")] == [
        "本年度未收取【【本年新收】信息处理费。"
    ]
    assert lines_of(found)[-1].endswith("本年度未收取【本年新收】信息处理费。")


def test_a_citation_is_checked_with_the_number_that_the_document_shows() -> None:
    document = refigured(GENERATED, {"本年新收": "1"})
    found = of(document)
    (row,) = found.part("第一部分")
    assert f"新收{SAMPLE.figures['本年新收'].printed}件" in row.text


def test_every_figure_has_its_place_in_the_document() -> None:
    found = of(GENERATED)
    assert {figure.place.file for figure in found.figures.values()} == {DOCUMENT}
    place = place_of_figure(compared(SAMPLE), "复议总计", FORM)
    assert place.within == FORM.headings[3]
    assert found.figures["复议总计"].place == place
    parts = {figure.place.within for figure in found.figures.values()}
    assert parts == set(FORM.headings[1:4])


def test_every_paragraph_has_its_place_in_the_document() -> None:
    found = of(GENERATED)
    assert all(row.place.file == DOCUMENT and row.place.spot for row in found.paragraphs)
    by_text = {line.text: line.place for line in GENERATED.lines}
    assert found.part("第六部分")[0].place == by_text["（一）第六部分的标题"]


def test_changed_figures_are_those_of_the_report_and_no_number_is_no_figure() -> None:
    found = of(
        refigured(GENERATED, {"规章制发": "77（其中修订1件）", "规章废止": "若干", "复议总计": ""})
    )
    assert found.figures["规章制发"].value == 77
    assert found.figures["规章制发"].note == "（其中修订1件）"
    words, blank = found.figures["规章废止"], found.figures["复议总计"]
    assert (words.value, words.readable, words.typed) == (None, False, "若干")
    assert (blank.value, blank.readable) == (None, True)


def test_figures_that_were_not_found_are_not_there() -> None:
    found = of(recelled(GENERATED, {(0, (2, 0)): "通告"}))
    assert {"规章制发", "规章废止", "规章现行有效"} & set(found.figures) == set()


def test_a_reworded_label_is_a_deviation() -> None:
    (one,) = of(recelled(GENERATED, {(0, (3, 0)): "行政规范性文件（含修订）"})).deviations
    assert (one.official, one.found) == ("行政规范性文件", "行政规范性文件（含修订）")
    assert one.place.within == "第1个表格"


def test_title_and_headings_stand_as_people_left_them() -> None:
    found = after({TITLE: "2024年度信息公开工作年度报告", FORM.headings[4]: "五、存在的问题"})
    assert found.title
    assert found.title.text == "某某市某某局2024年度信息公开工作年度报告"
    assert [heading.text for heading in found.headings] == [
        *FORM.headings[:4],
        "五、存在的问题",
        FORM.headings[5],
    ]
    gone = after({TITLE: None, "某某市某某局": None, FORM.headings[4]: None})
    assert gone.title is None
    assert [heading.text for heading in gone.headings] == [*FORM.headings[:4], FORM.headings[5]]


def test_a_year_that_was_changed_in_the_title_is_the_year_of_the_report() -> None:
    assert after({TITLE: TITLE.replace("2024", "2023")}).entries["年度"] == Entry(2023)


def test_what_is_checked_is_the_document() -> None:
    def rules(report: Report) -> list[str]:
        lines, _ = printed(report, FORM)
        return samples.rules(check(Case(report, FORM, tuple(lines))))

    assert rules(of(GENERATED)) == []
    broken = of(refigured(GENERATED, {"复议总计": "1"}))
    assert [rule for rule in rules(broken) if rule.startswith("T4")]
    assert rules(after({FORM.headings[4]: None})) != []


def numbered(changed: dict[str, str | Sequence[str] | None]) -> list[str]:
    return [str(found) for found in misnumbered(compared(SAMPLE, changed))]


def test_a_number_out_of_step_is_a_notice_with_the_number_that_is_due() -> None:
    assert numbered({}) == []
    (found,) = misnumbered(compared(SAMPLE, {"（一）第一部分的标题": "（三）第一部分的标题"}))
    assert (found.rule, found.place.file) == ("S06", DOCUMENT)
    assert "“（三）”" in found.message
    assert "“（一）”" in found.message


def test_a_paragraph_put_between_numbered_ones_puts_the_next_out_of_step() -> None:
    heading = "（一）第六部分的标题"
    (said,) = numbered({heading: ["（一）新的标题", heading]})
    assert "“（二）”" in said


def test_a_document_without_lines_is_an_empty_report() -> None:
    compared_with_nothing: Comparison = compare(SAMPLE, GENERATED, Manuscript(()), FORM)
    found = edited_report(compared_with_nothing, FORM)
    assert (found.file, found.paragraphs, found.headings, found.figures) == ("", (), (), {})
    assert replace(found, entries={}).title is None


def test_lines_that_are_in_no_part_are_no_text_of_the_report() -> None:
    document = retyped(GENERATED, {LAST: [LAST, "附件1", "名词解释。"]})
    assert of(document).paragraphs == of(GENERATED).paragraphs
