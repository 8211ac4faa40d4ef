"""What is typed by mistake or with intent: texts, numbers, areas, as a file may hold them."""

import re
from functools import cache
from pathlib import Path
from random import Random

import generator

PLANTED = "PLANTED"
"""Stands in every text that a program could take for a formula or a link: it must stay text."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIVE = (
    f'=HYPERLINK("http://{PLANTED}.example","点这里")',
    f"=1+{PLANTED}",
    f"+cmd|' /C calc'!{PLANTED}",
    f"@SUM({PLANTED})",
    f"-2+3+{PLANTED}",
    f"\t={PLANTED}()",
    f"\r\n={PLANTED}()",
    f"_x003D_{PLANTED}()",
    f"http://{PLANTED}.example/?a=1&b=2",
    f"mailto:{PLANTED}@example.com",
    f"file://{PLANTED}/share",
    f'HYPERLINK "http://{PLANTED}.example"',
    f"<a href='http://{PLANTED}.example'>点</a>",
    f'<w:hyperlink r:id="{PLANTED}"/>',
    f"{{={PLANTED}}}",
)
_HOSTILE = (
    *("", " ", "　", "\n", "\t", "\x00", "\x07\x1b[31m红", "\x7f", "\x85", "\u2028", "\ufeff"),
    *("_xD800_", "_xDFFF__xD800_", "_x0000_", "_x0007_", "_x005F_x0041_", "_x000D_", "_x000_"),
    *("\ud800", "\udfff字", "\ufffe", "\uffff", "\U0010ffff", "𠮷", "e\u0301" * 9, "\u202e倒"),
    *("👨‍👩‍👧", "A\u200bB", "İ", "ß", "ﬁ", "①②⑩", "㈠㈡", "１２", "〇二四", "廿", "兆亿万"),
    *("{{ 年度 }}", "{{ config }}", "{% for a in b %}", "{# 甲 #}", "{_{ 甲 }_}", "{%p", "}}"),
    *("【", "】", "【】", "【【本年新收】】", "【本年新收", "【没有的名称】", "【年度】" * 60),
    *("]]>", "<!--", "&amp;lt;", "&#0;", "<w:t>", "<?xml", "%s%n", "{0}{a.b}", "\\x", "'", '"'),
    *("〔X03-A05B19〕", "#REF!", "#N/A", "TRUE", "NULL", "None", "NaN", "Infinity", "$A$1"),
    *("（一）（二）（三）", "1.1.1.1.", "一、二、三、", "（1）", "第一部分", "1)", "（", "））"),
    *("../../甲", "C:\\甲", "/etc", "CON", "a" * 300, "甲/乙", "甲:乙?*[]"),
)
_PHRASES = (
    *("共受理信息公开申请5件，", "其中自然人3件、企业2件，", "同比增长10.5%，", "予以公开1件、"),
    *("1，", "9", "1.", "（", "（一）", "【本年新收】", "2024年1月1日", "、", "。", "\n", " "),
    *("上年结转0件；", "五十亿", "“", "《", "不予公开", "-1", "％", "-", "./", "长", "a.b@c."),
)
_NUMBERS = (
    *("0", "-0", "-1", "1e400", "-1e400", "1e-400", "1e308", "1E5", "NaN", "INF", "-inf", "0x10"),
    *("1e9999999999", "9" * 30, "9" * 400, "0." + "0" * 400 + "1", "1.5", "0.1", "1,234", "1_000"),
    *("٣", "１２", "", " ", "TRUE", "2958465", "2958466", "60", "-1.5", "1e6", "9007199254740993"),
    *("9223372036854775808", "4294967296", "2147483648", "65536", "+5", "--5", "1.2.3", "五", "½"),
)
_AREAS = (
    *("A1", "A0", "XFD1048576", "XFE1", "ZZZ9999999", "A1048577", "$D$5", "a5", "D5:D5", "D9:A1"),
    *("A1:XFD1048576", "A:A", "1:1", "", "甲1", "A1 B2", "A1:", "R1C1", "S!A1", "A-1", "D5:F30"),
    *("A99999999999999999999", "A1:Z9", "#REF!", "D5:D6", "C4:C4"),
)


def text(rng: Random) -> str:
    """Return a text, often one that a program may stumble over."""
    match rng.randrange(11):
        case 0 | 1 | 2:
            return planted(rng)
        case 3 | 4 | 5 | 6:
            return rng.choice((*_HOSTILE, *_NUMBERS))
        case 7:
            return rng.choice(_PHRASES) * rng.choice((2, 30, 300, 5_000, 40_000))
        case 8:
            return "".join(rng.choice(_PHRASES) for _ in range(rng.choice((5, 50, 3_000))))
        case 9:
            return _over_and_over(rng)
        case _:
            return f"本年度{text(rng)}，{text(rng)}。"


def _over_and_over(rng: Random) -> str:
    """Return a word, others many times and a number: a pattern may try all ways to take them."""
    first, *others = rng.choices(_words(), k=rng.choice((2, 3)))
    repeated = "".join(others) * rng.choice((30, 300, 20_000))
    return first + repeated + rng.choice(("", "5件", "也5件。", "是10%，", "）", "》"))


@cache
def _words() -> list[str]:
    """Return the words, and the beginnings and ends, that the program itself looks for."""
    sources = sorted(Path(generator.__file__).parent.rglob("*.py"))
    found = {
        word
        for source in sources
        for line in source.read_text(encoding="utf-8").splitlines()
        if 'r"' in line or "re.compile" in line
        for word in re.findall("[一-龥]+|[（《“〔【、]", line)
    }
    return sorted(found)


def planted(rng: Random) -> str:
    """Return a text that a program could take for a formula or a link."""
    return rng.choice(_LIVE)


def text_in_xml(rng: Random) -> str:
    """Return such a text as XML can hold it."""
    return fit_for_xml(text(rng))


def fit_for_xml(said: str) -> str:
    """Return a text without the characters that no XML can hold."""
    return _NOT_IN_XML.sub("", said)


def number(rng: Random) -> str:
    """Return what may stand where a number is due."""
    return rng.choice(_NUMBERS)


def area(rng: Random) -> str:
    """Return what may stand where a cell, or an area of cells, is named."""
    return rng.choice(_AREAS)
