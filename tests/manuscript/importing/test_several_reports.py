from generator.manuscript.importing.several_reports import reports_in
from generator.manuscript.manuscript import Line, Manuscript
from generator.model.report import Place
from tests.forms import FORM

ORGAN = "某某市某某局"
TITLE = "{}{}年政府信息公开工作年度报告"
BODY = [line for heading in FORM.headings for line in (heading, "这一部分的文字。")]


def found(*lines: str) -> list[str]:
    blocks = tuple(Line(text, Place("公布.pdf")) for text in lines)
    return reports_in(Manuscript(blocks), [FORM])


def test_one_report_is_one() -> None:
    assert found(TITLE.format(ORGAN, 2023), *BODY) == [TITLE.format(ORGAN, 2023)]


def test_another_year_or_another_organ_is_another_report() -> None:
    first = TITLE.format(ORGAN, 2023)
    for second in (TITLE.format(ORGAN, 2022), TITLE.format("某某市另一局", 2023)):
        assert found(first, *BODY, second, *BODY) == [first, second]


def test_a_cover_and_its_contents_are_no_report() -> None:
    first, second = TITLE.format("", 2023), TITLE.format(ORGAN, 2023)
    assert len(found(first, "目录", *FORM.headings, second, *BODY)) == 1
    of_other_year = TITLE.format(ORGAN, 2022)
    assert found(of_other_year, "目录", *FORM.headings, second, *BODY) == [second]


def test_links_to_other_reports_are_none() -> None:
    links = [TITLE.format(ORGAN, year) for year in (2021, 2022)]
    title = TITLE.format(ORGAN, 2023)
    assert found(*links, title, *BODY, *links) == [title]


def test_a_report_that_repeats_its_title_is_one() -> None:
    title = TITLE.format(ORGAN, 2023)
    assert len(found(title, *BODY, title, *BODY)) == 1
