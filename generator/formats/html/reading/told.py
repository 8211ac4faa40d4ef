"""What people must know of a page: what was left out as the site's, and what is not in its file."""

from collections.abc import Iterator, Sequence

from generator.form.chinese import listed
from generator.formats.html.reading.encoding import Decoded
from generator.formats.html.reading.flow import FRAME, Item, PageThing
from generator.model.finding import Finding, notice, wrong
from generator.model.place import Place

AROUND, INCOMPLETE = "I10", "I11"
_SHOWN = 20
_MOST_QUOTED = 4_000  # characters
_SPOKEN = {"gb18030": "GBK（GB 18030）", "utf-8": "UTF-8"}


def told_of_page(
    page: Decoded, left: Sequence[str], items: Sequence[Item], place: Place, *, again: bool
) -> Iterator[Finding]:
    """Yield what is to be said of a page; `left` are the texts that belong to the site.

    `again` says that the same report is there more than once.
    """
    if page.said:
        encoding = _SPOKEN.get(page.encoding, page.encoding)
        message = f"网页写明的编码是 {page.said}，内容却是 {encoding}，按 {encoding} 读"
        yield notice(INCOMPLETE, place, message, "请看文字有没有乱码；有的，请重新保存网页再导入")
    if page.unread:
        message = f"有 {page.unread} 个字读不出来，显示成“�”"
        advice = "请重新保存网页再导入，或者照原文在工作簿里改正"
        yield wrong(INCOMPLETE, place, message, advice)
    if frames := _frames(items):
        said = f"网页里有 {len(frames)} 个框架（{listed(frames)}）"
        message = f"{said}，里面的内容不在这个文件里，没有读"
        advice = "框架里有报告的文字、表格的，请在浏览器里单独打开它，另存以后补填"
        yield wrong(INCOMPLETE, place, message, advice)
    if again:
        message = "同样的报告在网页里不止一遍（如另有一份给手机看的），只读了第一遍"
        yield notice(AROUND, place, message, "不必处理")
    if left:
        many = f"等 {len(left)} 处" if len(left) > 1 else ""
        message = f"网页上报告以外的内容（导航、来源、页脚等）没有带过来：“{_short(left[0])}”{many}"
        advice = "不必补；里面有报告的文字的，请在『正文』表里补上"
        quote = "\n".join(left)[:_MOST_QUOTED]
        yield notice(AROUND, place, message, advice, quote=quote)


def _frames(items: Sequence[Item]) -> list[str]:
    """Return the addresses of the frames of a page, each once."""
    frames = [one for one in items if isinstance(one, PageThing) and one.what == FRAME]
    sources = (one.element.get("src") or "没有写明地址" for one in frames)
    return [*dict.fromkeys(_short(source) for source in sources if source != "about:blank")]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
