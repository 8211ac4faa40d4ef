"""批注, and words that are hidden, struck, faint, marked or left open."""

from collections.abc import Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from tests.pipeline.publishing.nasty.means import (
    GONE,
    SPACES,
    Nasty,
    in_box,
    in_note,
    in_part,
    run_of,
    table,
    words,
    xml,
)
from tests.reviewing.ooxml import WORD_TYPE, Package

_HIDDEN, _STRUCK = "<w:vanish/>", "<w:strike/>"
_YELLOW = '<w:highlight w:val="yellow"/>'


def _comment(
    package: Package, before: Element, *, done: bool = False, anchored: bool = True
) -> None:
    kind = f"{WORD_TYPE}.comments+xml"
    package.parts["word/comments.xml"] = (
        f'<w:comments {SPACES}><w:comment w:id="77" w:author="张三丰" w:initials="机密"'
        ' w:date="2019-03-04T05:06:07Z"><w:p w14:paraId="0A0B0C0D"><w:r><w:t>机密的批注</w:t></w:r>'
        "</w:p></w:comment></w:comments>"
    ).encode()
    package.declare("word/comments.xml", kind)
    package.relate("comments", "comments.xml")
    extended = "http://schemas.microsoft.com/office/word/2012/wordml"
    package.parts["word/commentsExtended.xml"] = (
        f'<w15:commentsEx xmlns:w15="{extended}"><w15:commentEx w15:paraId="0A0B0C0D"'
        f' w15:done="{int(done)}"/></w15:commentsEx>'
    ).encode()
    package.declare("word/commentsExtended.xml", f"{WORD_TYPE}.commentsExtended+xml")
    package.relate("commentsExtended", "commentsExtended.xml")
    if anchored:
        for one in xml(
            '<w:commentRangeStart w:id="77"/><w:commentRangeEnd w:id="77"/>'
            '<w:r><w:commentReference w:id="77"/></w:r>'
        ):
            before.append(one)


def _resolved(package: Package, before: Element) -> None:
    _comment(package, before, done=True)


def _unanchored(package: Package, before: Element) -> None:
    _comment(package, before, anchored=False)


WORDS: Mapping[str, Nasty] = MappingProxyType(
    {
        "comment": Nasty(_comment, "条批注没有处理：张三丰"),
        "comment resolved": Nasty(_resolved, ""),
        "comment nowhere": Nasty(_unanchored, "条批注没有处理"),
        "hidden": Nasty(words(run_of(GONE, _HIDDEN)), "有隐藏文字"),
        "hidden in a header": Nasty(
            in_part("header", f"<w:p>{run_of(GONE, _HIDDEN)}</w:p>"), "页眉：有隐藏文字"
        ),
        "hidden in a cell": Nasty(table(text=run_of(GONE, _HIDDEN)), "有隐藏文字"),
        "hidden in a note": Nasty(in_note(run_of(GONE, _HIDDEN)), "脚注：有隐藏文字"),
        "hidden in a box": Nasty(words(in_box(run_of(GONE, _HIDDEN))), "文本框：有隐藏文字"),
        "struck": Nasty(words(run_of(GONE, _STRUCK)), "有删除线"),
        "struck twice": Nasty(words(run_of(GONE, "<w:dstrike/>")), "有删除线"),
        "struck in a footer": Nasty(
            in_part("footer", f"<w:p>{run_of(GONE, _STRUCK)}</w:p>"), "页脚：有删除线"
        ),
        "white": Nasty(words(run_of("白字", '<w:color w:val="FFFFFF"/>')), "是白色的字"),
        "tiny": Nasty(words(run_of("小字", '<w:sz w:val="2"/>')), "的字太小"),
        "highlighted": Nasty(words(run_of("标黄", _YELLOW)), "突出显示"),
        "highlighted in a footer": Nasty(
            in_part("footer", f"<w:p>{run_of('标黄', _YELLOW)}</w:p>"),
            "页脚：有突出显示",
        ),
        "shaded": Nasty(words(run_of("底纹", '<w:shd w:val="clear" w:fill="FFFF00"/>')), "加底纹"),
        "left empty": Nasty(
            words(
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                f"{run_of('单击此处输入')}</w:sdtContent></w:sdt>"
            ),
            "没填的内容控件",
        ),
    }
)
