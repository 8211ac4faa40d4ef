"""Lists in the text: parts against their whole."""

import pytest

from tests.checks.texts import found_in, told
from tests.samples import rules_of

LISTS_IN_TEXT = rules_of("X15")


@pytest.mark.parametrize(
    "text",
    [
        "共公开信息100条，其中政策60条、动态40条。",
        "共公开信息100条，其中政策30条、动态40条。",
        "共公开信息100条，其中政策60条、动态30条等。",
        "共公开信息100条，其中：政策类60条；动态类40条。",
        "共公开信息100条（政策60条、动态40条），阅读量500条。",
        "收办申请36件，其中，自然人申请30件，法人申请6件；予以公开20件、部分公开10件、转下年度办理6件。",
        "收到建议50件，其中人大建议20件、政协提案30件，办结50件。",
        "发布信息1233条，含规范性文件类2条，其他文件1231条，公众号687篇。",
        "受理申请212件，其中网站申请195件、当面申请4件、信函申请13件；已办理206件，结转下年6件。",
        "发布信息500条，较去年增加100条，其中政策300条、动态200条。",
        "无法提供13件（其中不掌握11件、需另行制作2件），不予公开6件（其中过程性信息6件）。",
        "收到申请9件，上年转结1件，其中网络申请5件，信函申请5件，发生行政复议1件。",
        "公开信息28条，其他54条。其中，公众号120条、微博1298条、头条101条。",
        "公开信息36条，包括条例、规划共4条，公示中：公告15条，通知17条。",
        "予以公开9件；不予公开2件，其中案卷1件，过程性1件；无法提供29件，其中不掌握29件。",
        "收到申请三件，其中通过信函提交两件、当面提交一件，予以公开两件，无法提供一件。",
    ],
)
def test_items_that_fit_their_whole_are_not_reported(text: str) -> None:
    assert told(found_in(text, rules=LISTS_IN_TEXT)) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("共公开信息100条，其中政策60条、动态50条。", "X15 错误"),
        ("共公开信息100条，其中政策60条，动态30条，解读20条。", "X15 错误"),
        ("共公开信息100条（政策60条、动态50条）。", "X15 错误"),
        ("共答复4件。其中，予以公开2件、部分公开2件、不予公开1件。", "X15 错误"),
        ("共答复9件，其中予以公开2件、部分公开2件、不予公开1件。", "X15 提示"),
        ("新收申请45件中，自然人申请37件、法人或其他组织申请7件。", "X15 提示"),
    ],
)
def test_items_that_do_not_are(text: str, due: str) -> None:
    assert told(found_in(text, rules=LISTS_IN_TEXT)) == [due]


def test_an_enumeration_is_quoted_with_its_whole() -> None:
    text = "共答复4件。其中，予以公开2件、部分公开2件、不予公开1件。"
    finding = found_in(text, rules=LISTS_IN_TEXT)[0]
    assert "共答复4件。其中，予以公开2件" in finding.quote
    assert "相加是 5（2＋2＋1），比总数 4 件多 1" in finding.message
