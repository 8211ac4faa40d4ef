"""What sites put around a report: known by its words, as whole lines only."""

import re

from generator.manuscript.importing.sorting import is_of_the_web

_LONGEST = 200  # characters of such a line
_BUTTONS = re.compile(
    r"(?:打印(?:本页|此页|文章|页面)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)?|(?:加入)?收藏|分享(?:到|至)?|微信"
    r"|(?:新浪)?微博|腾讯|人人网|QQ(?:空间|好友)?|朋友圈|字体|字号|大号?|中号?|小号?|特大|超大|加大|放大|缩小|默认|正常|还原"
    r"|语音播报|朗读|听全文|无障碍(?:浏览)?|适老化|长者版|手机(?:版|查看)|繁體?版?|简体版?|English|复制(?:链接|网址)|纠错"
    r"|我要纠错|TOP|A[+-]?|T|[+＋\-【】\[\]（）()<>＜＞:：|｜/·,，、\s\xa0\u3000])+",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"\s*(?:(?:您|你)?(?:现在|当前|所在)?(?:的|所在)*位置(?:是)?|首\s*页)\s*[:：>＞»›/→\-]"
)
_STEPS = re.compile(r"[>＞»›→]")
_FEWEST_STEPS = 2
_END = re.compile(
    r"[\s【\[（(·•\-]*(?:上一[篇条页则]|下一[篇条页则]|相关(?:链接|文章|阅读|稿件|信息|新闻|推荐|文档|政策|解读|报道|内容)"
    r"|友情链接|网站(?:地图|声明|标识码)|关于(?:我们|本站)|联系我们|版权(?:所有|声明)|(?:主办|承办|技术支持|管理)(?:单位)?\s*[:：]"
    r"|扫一扫|责任编辑|Copyright|©|我要(?:评论|留言)|网友评论|热门|推荐阅读|[\u4e00-\u9fff]{0,2}ICP备|[\u4e00-\u9fff]{0,2}公网安备)",
    re.IGNORECASE,
)
_OF_FOOTERS = re.compile(r"ICP备|公网安备|网站标识码|版权所有", re.IGNORECASE)
_ATTACHMENT = re.compile(r"\s*附[件表录]")
_SENTENCE = re.compile(r"[。；：:]\s*$|。")


def is_button(text: str) -> bool:
    """Tell whether a line is nothing but what is clicked: 【大 中 小】 打印 关闭."""
    return len(text) <= _LONGEST and bool(_BUTTONS.fullmatch(text))


def is_path(text: str) -> bool:
    """Tell whether a line says where on the site the page is."""
    if len(text) > _LONGEST:
        return False
    return bool(_PATH.match(text)) or len(_STEPS.findall(text)) >= _FEWEST_STEPS


def is_about_the_page(text: str) -> bool:
    """Tell whether a line above a report is not of it: where it is from, its date, buttons."""
    return is_button(text) or is_path(text) or is_of_the_web(text)


def begins_the_end(text: str) -> bool:
    """Tell whether a line below a report, and all below it, belongs to the site."""
    return len(text) <= _LONGEST and bool(_END.match(text) or _OF_FOOTERS.search(text))


def is_attachment(text: str) -> bool:
    """Tell whether a line names what is attached to the report."""
    return bool(_ATTACHMENT.match(text))


def is_sentence(text: str) -> bool:
    """Tell whether a line is text rather than something about it."""
    return bool(_SENTENCE.search(text))
