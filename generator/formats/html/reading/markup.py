"""The tree of a page, from its text."""

import re

from lxml import etree, html

from generator.model.finding import Refusal

_CONDITIONS = re.compile(r"<!\[(?:if|endif)[^>]{0,200}>", re.IGNORECASE)
"""`<![if !supportLists]>`: what stands between is shown by every browser."""
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
"""What comes after them browsers show, and libxml2 drops: sites put pages together of pages."""
_TOO_LARGE = "RESOURCE_LIMIT"


def tree_of(text: str, name: str) -> html.HtmlElement:
    """Return the root of a page, whole or a piece; broken markup is mended as browsers mend it.

    Raise Refusal where it is nested deeper than any page: what comes after would be lost.
    """
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    content = _ENDS.sub("", _CONDITIONS.sub("", text)).encode("utf-8", "replace")
    try:
        root = html.document_fromstring(content or b"<p></p>", parser=parser)
    except etree.ParserError:  # nothing in it but comments
        root = html.document_fromstring(b"<p></p>", parser=parser)
    if any(_TOO_LARGE in entry.type_name for entry in parser.error_log):
        raise Refusal(
            f"{name} 的网页标记一层套一层，超过两千层，没有读。"
            "请在浏览器里打开它，全选、复制，粘贴到新建的 Word 文档里再导入。"
        )
    return root


def tag_of(element: etree._Element) -> str:
    """Return the name of an element in small letters; empty for what is none."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def text_in(element: etree._Element) -> str:
    """Return all text in an element, seen or not."""
    return "".join(map(str, element.itertext()))
