"""What of a page is the report, and what is the site's."""

from collections.abc import Sequence
from html import escape

from tests.few import each
from tests.form.small import SMALL
from tests.formats.html.reading.as_html import article, page, paragraph
from tests.formats.html.reading.read_again import came, read, same
from tests.formats.html.reading.said import small

REPORT = small()
UNTITLED = REPORT._replace(title=())
TITLE = REPORT.title[0]


def left(markup: str) -> str:
    """Return what was left out of a page from which the whole report came back."""
    found = came(page(markup), SMALL)
    assert same(found, REPORT)
    return "".join(one.quote for one in found.findings if one.rule == "I10")


@each(
    "line",
    [
        *("【字号：大 中 小】", "打印 关闭", "分享到：微信 微博", "来源：某某局", "浏览次数：128"),
        *("发布时间：2024-01-20 10:00 来源：某某局", "当前位置：首页 > 年报", "首页>公开>年报"),
    ],
)
def test_what_stands_between_the_title_and_the_text_is_left_out(line: str) -> None:
    assert left(f"<h1>{TITLE}</h1>{paragraph(line)}{article(UNTITLED)}") == line


@each(
    "line",
    [
        *("上一篇：某某", "下一条：没有了", "相关链接", "版权所有：某某", "主办单位：某某"),
        *("沪ICP备05012345号", "网站标识码：3101050001", "扫一扫在手机打开当前页", "责任编辑：某"),
    ],
)
def test_the_page_ends_below_the_report(line: str) -> None:
    assert left(f"{article(REPORT)}{paragraph(line)}<p>其余</p>") == f"{line}\n其余"


@each("line", ["打印本页　关闭窗口", "返回顶部", "【打印】【关闭】"])
def test_buttons_are_left_out_wherever_they_stand(line: str) -> None:
    between = article(REPORT).replace("<p>另有一段。</p>", f"<p>另有一段。</p>{paragraph(line)}")
    assert left(between) == line
    assert left(f"{article(REPORT)}{paragraph(line)}") == line


@each("tags", ["nav", "footer", "aside", "div role=navigation"])
def test_what_the_page_itself_calls_no_content_is_left_out(tags: str) -> None:
    around = f"<{tags}>无障碍</{tags.split()[0]}>"
    middle = article(REPORT).replace("<p>另有一段。</p>", f"<p>另有一段。</p>{around}")
    assert left(middle) == "无障碍"


def test_only_what_stands_where_the_report_does_is_of_it() -> None:
    menu = "<div>机构职能</div><table><tr><td>索引号<td>主题</table>"
    said = left(f"{menu}<div>{article(REPORT)}</div><div>欢迎访问</div>")
    assert said == "机构职能\n索引号\n主题\n欢迎访问"


def test_a_link_below_the_report_is_left_out_and_an_attachment_is_told_as_such() -> None:
    links = '<p><a href="1">某某会议召开</a></p><p><a href="a.docx">附件：年报.docx</a></p>'
    found = came(page(f"{article(REPORT)}{links}"), SMALL)
    assert same(found, REPORT)
    assert [one.quote for one in found.findings] == ["某某会议召开", "附件：年报.docx"]


def test_a_title_in_the_path_of_the_page_is_not_that_of_the_report() -> None:
    found = came(page(f"<p>首页 > 年报 > {escape(TITLE)}</p>{article(UNTITLED)}"), SMALL)
    assert found.report.title is None
    assert "I10" in found.rules


def test_words_that_only_look_like_buttons_stay_text() -> None:
    lines: Sequence[str] = ("打印的材料共3份。", "下载量居首位。", "首页改版后更清楚。")
    added = article(REPORT).replace("<p>另有一段。</p>", "".join(map(paragraph, lines)))
    kept = [line.text for line in read(page(added), SMALL).manuscript.lines]
    assert set(lines) <= set(kept)


def test_a_report_without_official_headings_is_kept_whole() -> None:
    found = read(page("<p>甲</p><table><tr><td>乙<td>丙<tr><td>丁<td>戊</table>"), SMALL)
    assert [line.text for line in found.manuscript.lines] == ["甲"]
    assert len(found.manuscript.grids) == 1
