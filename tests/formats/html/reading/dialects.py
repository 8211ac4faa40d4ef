"""One report as a web page in many dialects: what sites, editors and people make of it.

Each dialect is a function that takes the report and returns the bytes of the page.
"""

import re
from collections.abc import Callable
from html import escape
from itertools import pairwise

from generator.form.grid import height
from generator.form.vocabulary import Table
from tests.formats.html.reading.as_html import Text, article, page, table
from tests.formats.html.reading.said import Said


def _h(level: int) -> Text:
    return lambda text: f"<h{level}>{escape(text)}</h{level}>"


def headings(report: Said) -> bytes:
    """Write h1, h2 and p, header cells as th."""
    return page(
        article(
            report,
            title=_h(1),
            heading=_h(2),
            official=lambda r, one: table(r, one, tag="th"),
        )
    )


def fragment(report: Said) -> bytes:
    """Write a piece without head, in UTF-8."""
    return f"<div>{article(report)}</div>".encode()


def fragment_in_gbk(report: Said) -> bytes:
    """Write a piece without head, in GBK."""
    return f"<div>{article(report)}</div>".encode("gbk")


def says_gb2312(report: Said) -> bytes:
    """Write as old editors do."""
    head = b'<META http-equiv="Content-Type" content="text/html; charset=gb2312">'
    body = article(report).encode("gbk")
    return b"<HTML><HEAD>" + head + b"<TITLE></TITLE></HEAD><BODY>" + body + b"</BODY></HTML>"


def says_gbk_and_is_utf_8(report: Said) -> bytes:
    """Convert a page without its meta."""
    return page(article(report)).replace(b'"utf-8"', b'"gb2312"')


def says_utf_8_and_is_gbk(report: Said) -> bytes:
    """Convert it the other way round."""
    return page(article(report), charset="gbk").replace(b'"gbk"', b'"utf-8"')


def in_utf_16(report: Said) -> bytes:
    """Save as Unicode, as Windows calls UTF-16."""
    return ("\ufeff" + page(article(report)).decode()).encode("utf-16-le")


def rowspan_zero(report: Said) -> bytes:
    """Let cells reach to the end of their rows."""
    return page(article(report, official=lambda r, one: table(r, one, spans="zero")))


def repeated(report: Said) -> bytes:
    """Merge nothing: the text stands in each cell that would be covered."""
    return page(article(report, official=lambda r, one: table(r, one, spans="repeated")))


def not_merged(report: Said) -> bytes:
    """Merge nothing: the cells that would be covered are blank."""
    return page(article(report, official=lambda r, one: table(r, one, spans="blank")))


def with_blanks(report: Said) -> bytes:
    """Put blanks of all kinds around what stands in cells."""

    def value(text: str) -> str:
        return f"&nbsp;\n  {escape(text)}　<br>"

    def label(text: str) -> str:
        return f"<p>&nbsp;{escape(text)}&nbsp;</p><p>　</p>"

    return page(article(report, official=lambda r, one: table(r, one, value=value, label=label)))


def split_numbers(report: Said) -> bytes:
    """Put numbers into p, span and font, cut between digits, with signs that nobody sees."""

    def value(text: str) -> str:
        return (
            f'<p align="center"><font size="3"><span>{text[:1]}</span>{text[1:]}</font>&#8203;</p>'
        )

    return page(article(report, official=lambda r, one: table(r, one, value=value)))


def thousands(report: Said) -> bytes:
    """Write numbers with thousands separators."""

    def value(text: str) -> str:
        return f"{int(text):,}" if text.isdecimal() else escape(text)

    return page(article(report, official=lambda r, one: table(r, one, value=value)))


def in_pieces(report: Said) -> bytes:
    """Begin a new table after each few rows, the header only in the first."""

    def official(r: Said, one: Table) -> str:
        rows = height(one)
        cuts = [0, 10, 20, rows] if rows > 20 else [0, rows]
        return "\n".join(table(r, one, rows=range(first, last)) for first, last in pairwise(cuts))

    return page(article(report, official=official))


def lines_by_br(report: Said) -> bytes:
    """Put text into a div, lines ended by two br; tables in between."""

    def line(text: str) -> str:
        return f"　　{escape(text)}<br><br>"

    return page(f'<div id="zoom">{article(report, line=line)}</div>')


def old_layout(report: Said) -> bytes:
    """Lay out the page in tables: a banner, a menu at the left, the report, a footer."""
    menu = "".join(f'<tr><td><a href="{one}.html">{one}</a></td></tr>' for one in _MENU)
    info = (
        "<table><tr><td>索引号：000014349/2024-00012</td><td>发布日期：2024-01-20</td></tr></table>"
    )
    return page(
        '<table width="1000"><tr><td colspan="2"><img src="banner.gif"></td></tr>'
        f'<tr><td colspan="2">当前位置：<a href="/">首页</a> &gt; 政务公开 &gt; 年报</td></tr>'
        f'<tr><td width="200"><table>{menu}</table></td>'
        f"<td>{info}<table><tr><td>{article(report)}</td></tr></table>{_TOOLS}</td></tr>"
        f'<tr><td colspan="2" align="center">{_FOOTER}</td></tr></table>'
    )


_MENU = ("首页", "机构概况", "政务公开", "政府信息公开指南", "政府信息公开年报", "依申请公开")
_FOOTER = (
    "<p>主办：某某区人民政府　承办：某某区人民政府办公室</p>"
    "<p>网站标识码：3101050001　沪ICP备05012345号　沪公网安备31010502000001号</p>"
)
_TOOLS = (
    '<p align="right">【<a href="javascript:print()">打印</a>】【<a href="#">关闭</a>】</p>'
    '<p>上一篇：<a href="1.html">某某区档案局2023年工作总结</a></p>'
    '<p>下一篇：<a href="3.html">某某区统计局2023年政府信息公开工作年度报告</a></p>'
)
_SIZES = '<a href="javascript:z(18)">大</a> <a href="javascript:z(16)">中</a> <a>小</a>'


def modern_site(report: Said) -> bytes:
    """Have nav, breadcrumbs, buttons, the title outside the text, links below, a footer."""
    menu = "".join(f'<li><a href="/{one}">{one}</a></li>' for one in _MENU)
    title = "<br>".join(map(escape, report.title))
    untitled = report._replace(title=())
    return page(
        f"<header><div>某某区人民政府</div><nav><ul>{menu}</ul></nav></header>"
        '<div class="crumbs">您现在的位置：<a href="/">首页</a> &gt; <span>年报</span>'
        f" &gt; {title}</div>"
        f'<div class="main"><div class="article"><h1>{title}</h1><div class="info">'
        "<span>发布时间：2024-01-20 10:00</span> <span>来源：某某局</span>"
        " <span>浏览次数：128</span>"
        f" <span>【字号：{_SIZES}】</span><span>打印</span></div>"
        '<div class="share">分享到：<a>微信</a><a>微博</a></div>'
        f'<div class="content">{article(untitled)}</div>'
        f'<div class="attachments">附件：<a href="a.docx">年报.docx</a></div></div>{_TOOLS}'
        '<div class="side"><h3>热点信息</h3><ul><li><a href="9">区政府召开会议</a></li></ul></div>'
        f"</div><footer>{_FOOTER}</footer><script>var a = '<p>一、总体情况</p>';</script>",
        head="<style>.phone{display:none} @media print{p{display:none}}</style>",
    )


def flat_site(report: Said) -> bytes:
    """Write all into one body, one below the other."""
    menu = " | ".join(_MENU)
    return page(
        f"<p>{menu}</p><p>首页 &gt;&gt; 政务公开 &gt;&gt; 年报</p>"
        f"{article(report, heading=lambda text: f'<p><b>{escape(text)}</b></p>')}"
        f"<p>打印本页　关闭窗口</p><p>相关链接：</p><p>某某区2022年年报</p>{_FOOTER}"
    )


def hidden_parts(report: Said) -> bytes:
    """Add text that nobody sees: for phones, for search engines, in comments."""
    again = article(report, line=lambda text: f"<p>{escape(text)}（旧稿）</p>")
    return page(
        f'<div style="display:none">{again}</div><!-- {again} -->'
        f'<noscript>请启用脚本</noscript>{article(report)}<div class="phone">{again}</div>'
        "<template><p>六、模板</p></template>",
        head="<style>.phone { display: none; }</style>",
    )


def for_phones_too(report: Said) -> bytes:
    """Hold the report twice: which one is shown a style sheet elsewhere says."""
    return page(f'<div class="pc">{article(report)}</div><div class="wap">{article(report)}</div>')


def with_contents(report: Said) -> bytes:
    """Put links to the headings above the text."""
    links = "".join(f'<li><a href="#{n}">{h}</a></li>' for n, h in enumerate(report.form.headings))
    title, rest = report.title, report._replace(title=())
    return page(f"<h1>{''.join(title)}</h1><ul>{links}</ul>{article(rest)}")


def by_word(report: Said) -> bytes:
    """Save as Word does: its own styles and namespaces, conditions, lines cut in the source."""

    def line(text: str) -> str:
        number, _, rest = text.partition("）") if text.startswith("（") else ("", "", text)
        label = (
            "<![if !supportLists]><span style='mso-fareast-font-family:仿宋'><span\n"
            f"style='mso-list:Ignore'>{number}）<span style='font:7.0pt \"Times New Roman\"'>"
            "&nbsp;&nbsp;\n</span></span></span><![endif]>"
            if number
            else ""
        )
        cut = re.sub(r"(.{30}[，。；、])(?=[\u4e00-\u9fff])", r"\1\n", rest)
        style = "style='text-indent:32.0pt;mso-list:l0 level1 lfo1'"
        return (
            f"<p class=MsoNormal {style}>{label}<span style='font-size:16.0pt;\n"
            f"font-family:仿宋_GB2312'>{escape(cut, quote=False)}"
            "<span lang=EN-US><o:p></o:p></span></span></p>"
        )

    def value(text: str) -> str:
        most = f"<span lang=EN-US style='font-size:10.5pt'>{text[:-1]}</span>"
        last = f"<span lang=EN-US>{text[-1:]}<o:p></o:p></span>"
        return f"<p class=MsoNormal align=center>{most}{last}</p>"

    def label(text: str) -> str:
        inner = f"<span style='font-family:宋体'>{escape(text)}<o:p></o:p></span>"
        return f"<p class=MsoNormal>{inner}</p>"

    def official(r: Said, one: Table) -> str:
        made = table(r, one, value=value, label=label, attributes=" class=MsoNormalTable border=1")
        widths = "<td width=60></td>" * 10
        last = f"<![if !supportMisalignedColumns]><tr height=0>{widths}</tr><![endif]>"
        return made.replace("</table>", f"{last}</table>")

    return (
        '<html xmlns:v="urn:schemas-microsoft-com:vml"\n'
        'xmlns:o="urn:schemas-microsoft-com:office:office"\nxmlns:w="urn:schemas-microsoft-com:office:word">\n<head>\n'
        '<meta http-equiv=Content-Type content="text/html; charset=gb2312">\n'
        "<meta name=ProgId content=Word.Document>\n"
        "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml>"
        "<![endif]-->"
        "<style><!-- p.MsoNormal {margin:0cm; mso-hide:none} --></style></head>\n"
        f"<body lang=ZH-CN><div class=WordSection1 style='layout-grid:15.6pt'>\n"
        f"{article(report, line=line, official=official)}\n</div></body></html>"
    ).encode("gb18030")


def pasted_from_word(report: Said) -> bytes:
    """Write what a site's editor leaves of Word's: stray markup, spans in spans."""

    def line(text: str) -> str:
        inner = "".join(
            f'<span style="font-size:21px"><span>{escape(text[at : at + 9])}</span></span>'
            for at in range(0, len(text), 9)
        )
        return f'<p style="text-indent:43px;line-height:37px">{inner}<o:p></o:p></p>\n<p><br></p>'

    def value(text: str) -> str:
        return f'<p style="text-align:center"><span>{text}</span></p><p><o:p>&nbsp;</o:p></p>'

    head = (
        "<xml><w:WordDocument><w:View>Normal</w:View><w:PunctuationKerning/></w:WordDocument></xml>"
    )
    return page(
        f'<div class="TRS_Editor">{head}<w:latentstyles>false</w:latentstyles>'
        f"{article(report, line=line, official=lambda r, one: table(r, one, value=value))}</div>"
    )


def broken_markup(report: Said) -> bytes:
    """Leave out end tags, nest tags wrongly, write capitals and no quotes."""

    def line(text: str) -> str:
        return f"<P ALIGN=left><B><FONT COLOR=black></B>{escape(text)}"

    def official(r: Said, one: Table) -> str:
        made = table(r, one, attributes=" BORDER=1 WIDTH=100%")
        return made.replace("</td>", "").replace("</tr>", "").replace("<td", "<TD")

    return (f"<HTML><BODY></div>{article(report, line=line, official=official)}</center>").encode()


def without_rows(report: Said) -> bytes:
    """Put the rows of tables into forms."""

    def official(r: Said, one: Table) -> str:
        return table(r, one).replace("<table>", "<table><form action=x><tbody>", 1)

    return page(article(report, official=official))


def ordered_lists(report: Said) -> bytes:
    """Let lists number the third level."""
    made = article(report).split("\n")
    shown = [
        f'<ol start="{line[3]}"><li>{line[5:-4]}</li></ol>' if line[3:5] in ("1.", "2.") else line
        for line in made
    ]
    return page("\n".join(shown))


DIALECTS: tuple[Callable[[Said], bytes], ...] = (
    *(headings, fragment, fragment_in_gbk, says_gb2312, says_gbk_and_is_utf_8),
    *(says_utf_8_and_is_gbk, in_utf_16, rowspan_zero, repeated, not_merged, with_blanks),
    *(split_numbers, thousands, in_pieces, lines_by_br, old_layout, modern_site, flat_site),
    *(hidden_parts, for_phones_too, with_contents, by_word, pasted_from_word, broken_markup),
    *(without_rows, ordered_lists),
)
