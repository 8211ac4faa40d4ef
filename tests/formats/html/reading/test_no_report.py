"""What was saved instead of a report is told."""

from tests.few import each
from tests.form.small import SMALL
from tests.formats.html.reading.as_html import article, page
from tests.formats.html.reading.read_again import read
from tests.formats.html.reading.said import small

RESULTS = "".join(
    f'<li><a href="{year}.html">某某市某某局{year}年度案件统计年报</a><p>摘要</p></li>'
    for year in (2021, 2022)
)
FRAMES = '<frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html"></frameset>'


@each(
    "markup, said",
    [
        (page(FRAMES).replace(b"<body>", b""), "内容在框架里（menu.html、main.html）"),
        (page('<iframe src="a.html"></iframe>'), "内容在框架里（a.html）"),
        (page('<div id="app"></div><script src="a.js"></script>'), "由脚本显示的，没有存下来"),
        (page("<h1>404 Not Found</h1>"), "像是出错页"),
        (page("<p>您访问的页面不存在</p>"), "像是出错页"),
        (page(f"<ul>{RESULTS}</ul>"), "列着 2 份报告的标题，没有报告的全文"),
        (page(""), "里没有文字"),
    ],
)
def test_a_page_without_a_report_is_called_by_its_name(markup: bytes, said: str) -> None:
    assert said in read(markup, SMALL).no_report


def test_nothing_is_said_against_a_report() -> None:
    assert read(page(article(small())), SMALL).no_report == ""
