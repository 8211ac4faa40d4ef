"""Is there text on the pages, and is it theirs? A scan has none, whatever was recognised in it."""

from collections.abc import Iterator, Sequence

from generator.formats.pdf.reading.drawn_page import DrawnPage
from generator.formats.pdf.reading.unified import UNKNOWN
from generator.model.finding import Finding, Refusal, wrong
from generator.model.report import Place

_FEWEST = 60  # characters; a report of a form of a few figures has more
_UNKNOWN_AT_MOST = 0.2
_A_PAGE_OF = 0.5
"""Of a page, from which on a picture is what the page shows."""
_ALMOST_NONE = 30  # characters beside a picture: a stamp, a page's number
_ORIGINAL = "请找它的 Word 原稿；没有的，请新建工作簿（make-report new），照原文填进去。"


def must_have_text(pages: Sequence[DrawnPage], name: str) -> None:
    """Refuse what holds no text that can be told for certain."""
    texts = [glyph.text for page in pages for glyph in page.glyphs if glyph.text != " "]
    if len(texts) < _FEWEST:
        recognised = sum(page.unseen for page in pages) >= _FEWEST
        if recognised:
            raise Refusal(
                f"{name} 是扫描件，里面的文字是软件从图片上识别的，可能认错，没有读。{_ORIGINAL}"
            )
        if any(page.pictures for page in pages):
            raise Refusal(f"{name} 是扫描件或图片，没有文字可读。{_ORIGINAL}")
        raise Refusal(f"{name} 里没有可读的文字，字可能已经转成了图形。{_ORIGINAL}")
    if texts.count(UNKNOWN) > _UNKNOWN_AT_MOST * len(texts):
        raise Refusal(f"{name} 的字体没有写明各是什么字，只能看，不能读。{_ORIGINAL}")


def pages_not_read(pages: Sequence[DrawnPage], name: str) -> Iterator[Finding]:
    """Tell of pages that are pictures among others that have text."""
    for page in pages:
        covered = max(
            ((one.x1 - one.x0) * (one.bottom - one.top) for one in page.pictures), default=0
        )
        few = sum(glyph.text != " " for glyph in page.glyphs) < _ALMOST_NONE
        if few and covered >= _A_PAGE_OF * page.width * page.height:
            message = "这一页是图片，上面的字没有读"
            yield wrong("I05", Place(name, f"第{page.number}页"), message, "请照原文在工作簿里补填")
