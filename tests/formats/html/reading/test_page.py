"""One report, dressed as sites, editors and people dress it, comes back as it was."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from generator.form.vocabulary import Table
from generator.formats.html.fragment import fragment_of
from generator.formats.html.page import page_of
from generator.model.exhibits import TableCell
from generator.model.finding import Refusal
from tests.few import each
from tests.form.small import CASES, SMALL
from tests.formats.html.pages import drawn
from tests.formats.html.reading.as_html import article, page, paragraph, table
from tests.formats.html.reading.dialects import DIALECTS
from tests.formats.html.reading.read_again import came, read, same
from tests.formats.html.reading.said import Said, said, small
from tests.libreoffice import convert, needs_libreoffice
from tests.manuscript.importing.documents import report as published_document
from tests.publications import publication

REPORT = small()
WARNED = {
    "says_gbk_and_is_utf_8": ["I11"],
    "says_utf_8_and_is_gbk": ["I11"],
    "old_layout": ["I10"],
    "modern_site": ["I10"],
    "flat_site": ["I10"],
    "hidden_parts": ["I08"],
    "for_phones_too": ["I10", "I10"],
    "with_contents": ["I10"],
}
"""Where people must know something of the page."""

Dialect = Callable[[Said], bytes]


def called(dialect: Dialect) -> str:
    return dialect.__name__


@each("dialect", DIALECTS)
def test_a_report_in_a_dialect_comes_back(dialect: Dialect) -> None:
    found = came(dialect(REPORT), SMALL)
    assert same(found, REPORT)
    assert found.rules == WARNED.get(dialect.__name__, [])


@pytest.mark.long  # the same of a smaller form
@pytest.mark.parametrize("dialect", DIALECTS, ids=called)
def test_one_of_the_form_in_force_comes_back(dialect: Dialect) -> None:
    whole = said()
    found = came(dialect(whole))
    assert same(found, whole)
    assert found.rules == WARNED.get(dialect.__name__, [])


def with_value(value: Callable[[str], str]) -> bytes:
    def official(report: Said, one: Table) -> str:
        return table(report, one, value=value)

    return page(article(REPORT, official=official))


@each(
    "value, message",
    [
        (lambda text: f"{text}<sup>1</sup>", "有一个数紧挨着上标或下标"),
        (lambda text: f"{text[:2]}<s>9</s>{text[2:]}", "有一个数划去了中间一部分"),
        (lambda text: f"{text[:2]} {text[2:]}", "写法不规范，看不出是多少"),
        (lambda text: f"<p>{text[:2]}</p><p>{text[2:]}</p>", "写法不规范，看不出是多少"),
        (lambda text: f"{text}件", "数字后面多了“件”"),
        (lambda _: "&nbsp;", "4 格是空白"),
    ],
)
def test_a_number_that_is_not_clear_is_told_and_left_blank(
    value: Callable[[str], str], message: str
) -> None:
    found = came(with_value(value), SMALL)
    assert {one.value for one in found.report.figures.values()} == {None}
    assert message in found.told


def test_what_is_struck_or_hidden_beside_a_number_is_told() -> None:
    def value(text: str) -> str:
        return f'<s>9</s>{text}<span style="display: none">0</span>'

    found = came(with_value(value), SMALL)
    assert same(found, REPORT)
    assert "第1个表格』第2行第2列：用删除线划去的文字没有带过来：“9”等 4 处" in found.told
    assert "隐藏的文字没有带过来：“0”等 4 处" in found.told


def test_a_figure_says_in_which_cell_of_which_table_it_stood() -> None:
    other = "<table><tr><td>索引号：1</td><td>甲</td></tr></table>"
    found = came(page(f"{other}<div>{article(REPORT)}</div>"), SMALL)
    assert str(found.report.figures["结案单位"].place) == "网页.html『表一』第1个表格第3行第3列"


def test_a_cell_that_is_missing_shifts_no_figure() -> None:
    broken = article(REPORT).replace(f"<td>{REPORT.values['收案个人']}</td>", "")
    found = came(page(broken), SMALL)
    figures = {name: one.value for name, one in found.report.figures.items() if one.value}
    assert figures == {name: REPORT.values[name] for name in ("结案个人", "结案单位")}
    assert "1 行的格子与表头对不上，没有读" in found.told


def test_a_report_in_rows_of_one_table_is_taken_apart() -> None:
    rows = [
        line if line.startswith("<tr>") else f"<tr><td colspan=3>{line}</td></tr>"
        for line in article(REPORT).split("\n")
        if not line.startswith(("<table", "</table"))
    ]
    found = came(page(f"<table>{''.join(rows)}</table>"), SMALL)
    assert same(found, REPORT)
    assert str(found.report.figures["结案单位"].place) == "网页.html『表一』第1个表格第5行第3列"


@each("tag", ["caption", "tr"])
def test_a_heading_in_its_table_is_a_heading(tag: str) -> None:
    heading = SMALL.headings[0]
    inside = f"<caption>{heading}</caption>" if tag == "caption" else f"<tr><td colspan=3>{heading}"

    def line(text: str) -> str:
        return "" if text == heading else paragraph(text)

    body = article(REPORT, heading=line).replace("<table>", f"<table>{inside}")
    assert same(came(page(body), SMALL), REPORT)


def test_text_between_the_rows_of_a_table_stands_above_it() -> None:
    made = article(REPORT).replace("<table>", "<table>单位：件<tr><td></td></tr>")
    lines = [line.text for line in read(page(made), SMALL).manuscript.lines]
    assert "单位：件" in lines


def test_two_reports_are_refused_by_their_titles() -> None:
    two = f"<div>{article(REPORT)}</div><div>{article(small(year=2022, more=1))}</div>"
    with pytest.raises(Refusal, match=r"里有 2 份报告（“.*2023年度案件统计年报”、“.*2022年度"):
        came(page(two), SMALL)


def test_two_tables_that_differ_leave_the_figures_blank() -> None:
    one, other = (table(each, CASES) for each in (REPORT, small(more=1)))
    found = came(page(article(REPORT).replace(one, f"{one}<p>上年：</p>{other}")), SMALL)
    assert {figure.value for figure in found.report.figures.values()} == {None}
    assert "与第2个表格是同样的表，4 格的数不同，不知道用哪一张" in found.told


def test_a_table_in_a_frame_is_told() -> None:
    framed = article(REPORT).replace(table(REPORT, CASES), '<iframe src="t/1.html"></iframe>')
    found = came(page(framed), SMALL)
    assert found.rules == ["I11", "I05"]
    assert "网页里有 1 个框架（t/1.html），里面的内容不在这个文件里" in found.told


def test_what_was_left_out_is_told_with_its_first_words() -> None:
    found = came(page(f"<nav>无障碍浏览</nav>{article(REPORT)}<footer>主办：某某</footer>"), SMALL)
    assert [one.rule for one in found.findings] == ["I10"]
    assert "没有带过来：“无障碍浏览”等 2 处" in found.findings[0].message
    assert found.findings[0].quote == "无障碍浏览\n主办：某某"


def test_a_further_table_is_one_of_a_workbook() -> None:
    further = (
        "<table><thead><tr><th rowspan=2>镇<th>件</thead><thead><tr><th>合计</thead>"
        "<tr><td>甲<td>1,345</table>"
    )
    found = read(page(article(REPORT).replace("<p>另有一段。</p>", further)), SMALL)
    there = found.beside.tables[1].table
    assert there.header_rows == 2
    assert TableCell(0, 0, "镇") in there.cells
    assert [cell.value for cell in there.cells if cell.text == "1,345"] == [1345]


@each("page_of_ours", [page_of, fragment_of])
def test_our_own_page_is_read_again(page_of_ours: Callable[..., str]) -> None:
    found = came(page_of_ours(publication(), drawn))
    assert {one.value for one in found.report.figures.values()} == {12}
    assert len(found.report.figures) == 200
    assert len(found.report.headings) == 6
    assert "隐藏" not in found.told


@each(
    "body, message",
    [
        ("<div>" * 3000, "一层套一层"),
        ("<br>字" * 10_000, "段落、表格太多"),
        (f"<p>{'字' * 500_000}</p>", "文字太多"),
        (f"<table><tr>{'<td colspan=999 rowspan=65534>甲' * 60}<tr><td>乙</table>", "格子太多"),
    ],
)
def test_what_is_larger_than_any_report_is_refused(body: str, message: str) -> None:
    with pytest.raises(Refusal, match=message):
        read(page(f"{article(REPORT)}{body}"), SMALL)


@each("tags", [("<div>", "</div>"), ("<table><tr><td>", "</td></tr></table>"), ("<font>", "")])
def test_a_deeply_nested_page_is_read(tags: tuple[str, str]) -> None:
    deep = f"{tags[0] * 400}{article(REPORT)}{tags[1] * 400}"
    assert same(came(page(deep), SMALL), REPORT)


def test_what_comes_after_the_end_of_the_page_is_read() -> None:
    first, table_on, rest = page(article(REPORT)).partition(b"<table>")
    assert same(came(first + b"</body></html><html><body>" + table_on + rest, SMALL), REPORT)


def test_typed_text_is_text() -> None:
    lines = [one.text for one in read(f"<p>{escape('<b>&amp; “引用”')}</p>").manuscript.lines]
    assert lines == ["<b>&amp; “引用”"]


@needs_libreoffice
def test_what_libreoffice_saves_as_a_page_comes_back(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(published_document().content())
    pages = [convert(tmp_path / "a.docx", kind, tmp_path) for kind in ("html", "xhtml")]
    for each_page in pages:
        assert same(came(each_page.read_bytes()), said(closing=()))
