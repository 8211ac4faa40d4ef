"""Why there is no report on a page: another page was saved, or a page without its content."""

import re
from collections.abc import Sequence

from lxml import etree

from generator.formats.html.reading.flow import FRAME, Item, PageLine, PageThing
from generator.formats.html.reading.landmarks import Landmarks

_SHOWN = 3
_FEW = 100  # characters: fewer are no text, but a button or two
_ERROR = re.compile(
    r"40[34]|50[0234]|页面(?:不存在|没有找到|找不到|无法|已删除)|找不到(?:页面|文件|该页)|无法(?:访问|显示)|访问被(?:拒绝|拦截)"
    r"|服务器(?:错误|内部)|[Nn]ot [Ff]ound|[Ff]orbidden|安全验证|验证码"
)
_MOST_OF_ERRORS = 800  # characters
_SAVE = "请在浏览器里打开报告那一页，等文字都显示出来，另存为“网页，全部”，再导入。"


def why_no_report(
    root: etree._Element, items: Sequence[Item], landmarks: Landmarks, name: str
) -> str:
    """Say what a page is in which nothing of a form was found; empty where that is not clear."""
    lines = [one.shown for one in items if isinstance(one, PageLine)]
    text = "".join(line.text for line in lines)
    frames = [one for one in items if isinstance(one, PageThing) and one.what == FRAME]
    titles = landmarks.titles([line.text for line in lines if line.linked])
    if frames and len(text) < _MOST_OF_ERRORS:
        where = "、".join(one.element.get("src") or "" for one in frames[:_SHOWN])
        said = f"（{where}）" if where else ""
        return f"{name} 只是一个外框，内容在框架里{said}，不在这个文件里，没有导入。{_SAVE}"
    if len(text) < _FEW and next(root.iter("script"), None) is not None:
        return f"{name} 里没有文字，内容是打开网页时由脚本显示的，没有存下来，没有导入。{_SAVE}"
    if not text:
        return f"{name} 里没有文字，没有导入。{_SAVE}"
    if _ERROR.search(text) and len(text) < _MOST_OF_ERRORS:
        return f"{name} 像是出错页、验证页，不是报告，没有导入。{_SAVE}"
    if titles:
        many = f"列着 {len(titles)} 份报告的标题" if len(titles) > 1 else "只有报告的标题"
        return f"{name} 像是目录页、检索结果页，{many}，没有报告的全文，没有导入。{_SAVE}"
    return ""
